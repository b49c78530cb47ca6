"""Tests of hoso/script."""
