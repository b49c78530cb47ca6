"""Tests of hoso/pipeline."""
