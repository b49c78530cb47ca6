"""Footage, pictures, music and recorded lines: brought, listed, deleted."""
