"""Tests of hoso/voice."""
