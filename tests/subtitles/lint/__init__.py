"""Tests of hoso/subtitles/lint."""
