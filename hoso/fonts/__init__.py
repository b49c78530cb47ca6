"""The type: static faces made once from packaged fonts, what they cover, and how wide they set a text."""
