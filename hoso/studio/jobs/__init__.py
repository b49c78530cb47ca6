"""Renders as rows in SQLite, done one after another by a child process."""
