"""Tests of hoso/sound."""
