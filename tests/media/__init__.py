"""Tests of hoso/media."""
