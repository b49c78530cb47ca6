"""What happens during a render, said once by the work and shown by whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hoso.base.problems import Problem


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of work begins: `total` units of `name` for `message`."""

    name: str
    message: str
    total: int


@dataclass(frozen=True, slots=True)
class Step:
    """`count` units of `stage` are done; `reused` says that they came from the cache."""

    stage: str
    message: str
    count: int = 1
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A person should know this."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a piece of work could not be reused (`--explain`)."""

    what: str
    reason: str


Event = Stage | Step | Notice | Miss
Listener = Callable[[Event], None]


def ignore(_: Event) -> None:
    """Listen to nothing."""
