"""Tests of hoso/documents."""
