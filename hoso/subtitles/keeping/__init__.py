"""Editors' work: what was generated, what they made of it, and how the two come together again."""
