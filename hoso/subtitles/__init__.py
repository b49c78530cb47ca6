"""Cues: made from words, kept beside editors' work, read and written as files, drawn as ASS."""
