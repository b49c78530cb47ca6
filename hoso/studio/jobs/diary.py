"""What the log of a job says: a line for all that is worth one, with the time of day."""

from __future__ import annotations

import sys
from datetime import datetime

from hoso.base.events import Event, Miss, Notice, Stage, Step


class Diary:
    """Writes events to standard error, which is the log."""

    def __init__(self) -> None:
        self._left: dict[tuple[str, str], int] = {}

    def __call__(self, event: Event) -> None:
        """Note what happened."""
        match event:
            case Stage(name, message, total):
                self._left[name, message] = total
                self.say(f"{message}: {name}, {total} to do")
            case Step(stage, message, count) if (stage, message) in self._left:
                self._left[stage, message] -= count
                if self._left[stage, message] == 0:
                    self.say(f"{message}: {stage}, all done")
            case Step():
                pass
            case Notice(problem):
                self.say(f"{problem.level}: {problem}")
            case Miss(what, reason):
                self.say(f"{what}: {reason}")

    def say(self, text: str) -> None:
        """Write a line, or several, of which the others are indented."""
        at = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
        print(f"{at}  {text}".replace("\n", "\n  "), file=sys.stderr, flush=True)  # noqa: T201 - the log
