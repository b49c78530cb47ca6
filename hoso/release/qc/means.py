"""What an inspection works with: workers, a wish to stop, and a memory of what was found out before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from hoso.base.jobs import CancelToken, run_all

Facts = Mapping[str, Any]
"""Plain data, ready for JSON; `damage` in it is what a decoder complained of."""
Result = TypeVar("Result")


class Memory(Protocol):
    """Keeps facts by key."""

    def recall(self, key: str) -> Facts | None:
        """What was kept under `key`, or None."""

    def keep(self, key: str, facts: Facts) -> None:
        """Keep `facts` under `key`."""


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, key: str) -> Facts | None:
        """Nothing."""

    def keep(self, key: str, facts: Facts) -> None:
        """Forget it."""


@dataclass(frozen=True, slots=True)
class Means:
    """How to work. Without an executor one thing is done after the other."""

    token: CancelToken = field(default_factory=CancelToken)
    memory: Memory = field(default_factory=Forgetful)
    executor: Executor | None = None
    workers: int = 1
    """The executor's."""

    def all(self, calls: Sequence[Callable[[CancelToken], Result]]) -> list[Result]:
        """The results of `calls` in their order. Raises what the first that fails raises, Cancelled."""
        if self.executor is None:
            return [call(self.token) for call in calls]
        return run_all(self.executor, self.token, calls)

    def keep(self, key: str, facts: Facts) -> None:
        """Remember `facts`. Damage may be the machine's fault: it is not remembered, but looked for again."""
        if not facts["damage"]:
            self.memory.keep(key, facts)
