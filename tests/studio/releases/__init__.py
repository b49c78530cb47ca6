"""Tests of releases in the studio."""
