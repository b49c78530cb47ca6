"""Tests of messages and files in the studio."""
