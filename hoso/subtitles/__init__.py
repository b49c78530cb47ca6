"""Cues: made from words, read and written as SRT, broken into lines, drawn as ASS."""
