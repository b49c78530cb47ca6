"""Tests of hoso/timeline."""
