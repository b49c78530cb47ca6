"""Tests of hoso/fonts."""
