"""Sizes of type: shares of the frame's short side, from the least that reads to the largest that looks good.

At 1080 pixels the least is 35 px for labels and 41 px for what must be read; at 360 pixels 12 px and 14 px.
"""

from __future__ import annotations

from dataclasses import dataclass

SIZES: dict[str, tuple[float, float]] = {
    "title": (0.060, 0.112),
    "lead": (0.036, 0.056),
    "heading": (0.048, 0.082),
    "body": (0.038, 0.074),
    "item": (0.038, 0.066),
    "value": (0.038, 0.078),
    "label": (0.032, 0.041),
    "source": (0.032, 0.042),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """All sizes at once: `share` 0 is the smallest, 1 the largest."""

    short_side: int
    share: float

    def size(self, role: str) -> int:
        """The size in pixels of the type of `role`."""
        least, most = SIZES[role]
        return round(self.short_side * (least + self.share * (most - least)))

    def gap(self, share: float) -> int:
        """Room of `share` of the short side, a third less at the smallest scale."""
        return max(1, round(self.short_side * share * (0.66 + 0.34 * self.share)))

    @property
    def rule(self) -> int:
        """How thick a rule is."""
        return max(2, round(self.short_side * 0.0075))
