"""Segments and keys (pure), filtergraphs (pure), then encode and join."""
