"""Tests of hoso/styles."""
