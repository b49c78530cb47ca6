"""The timing editor's side of the server."""
