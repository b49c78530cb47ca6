"""Type: static faces made from packaged fonts, and what their glyphs cover."""
