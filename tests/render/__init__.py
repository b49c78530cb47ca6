"""Tests of hoso/render."""
