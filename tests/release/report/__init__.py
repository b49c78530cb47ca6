"""Tests of the report: what stands on it, and how it is made."""
