"""The cards' colours: sRGB, 0 to 255. A deep blue ground, warm near-white type, one accent."""

from __future__ import annotations

Colour = tuple[int, int, int]

GROUND: Colour = (15, 25, 42)
INK: Colour = (246, 243, 236)
MUTED: Colour = (170, 182, 199)
ACCENT: Colour = (244, 183, 64)
# A step that is still to come: there, but not yet meant.
FAINT: Colour = (84, 98, 120)
QR_LIGHT: Colour = (255, 255, 255)
QR_DARK: Colour = (0, 0, 0)
