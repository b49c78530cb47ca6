"""Tests of hoso/subtitles."""
