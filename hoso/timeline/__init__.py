"""What plays when: pure planning, no files opened, nothing run."""
