"""Tests of hoso/channels."""
