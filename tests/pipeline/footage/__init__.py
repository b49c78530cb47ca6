"""Tests of what people bring into videos/."""
