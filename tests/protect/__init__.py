"""Tests of hoso/protect."""
