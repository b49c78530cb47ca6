"""Tests of the timing editor."""
