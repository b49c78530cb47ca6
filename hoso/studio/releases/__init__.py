"""Releases for channel admins: seen, downloaded, shared, decided about."""
