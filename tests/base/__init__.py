"""Tests of hoso/base."""
