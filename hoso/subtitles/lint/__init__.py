"""Lint: what is wrong with cues, as data; and the mending of what is safe to mend."""
