"""Subtitle files, in and out: what the world writes is read without a silent loss."""
