"""Measurements, never part of the tests: `just bench`. Ratios side by side in one run."""
