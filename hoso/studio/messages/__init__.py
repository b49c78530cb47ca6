"""Messages: listed, written, checked, with their footage."""
