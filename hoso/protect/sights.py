"""What is seen in a picture at one moment. Places and sizes are shares of its width and height."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """A face from brow to chin: its middle, its size, and how sure the detector is (0 to 1)."""

    x: float
    y: float
    width: float
    height: float
    score: float


@dataclass(frozen=True, slots=True)
class Motion:
    """Where a picture differs from the one before: the middle, and how far the change spreads around it."""

    x: float
    y: float
    spread_x: float
    spread_y: float


@dataclass(frozen=True, slots=True)
class Sight:
    """The faces at `at_ms`, and what moved since the sight before."""

    at_ms: int
    faces: tuple[Face, ...]
    motion: Motion | None
