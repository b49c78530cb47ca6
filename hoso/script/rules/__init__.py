"""What a script must keep to beyond its shape, a theme a module. A rule takes a Desk and yields problems."""
