"""Tests of what goes out beside the films."""
