"""Drawn pictures: cards, lower thirds, and users' own MoviePy clips."""
