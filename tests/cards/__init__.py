"""Tests of hoso/cards."""
