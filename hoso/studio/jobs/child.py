"""The process that does one job: `python -P -m hoso.studio.jobs.child`, talking as wire.py says.

It stops at once on SIGTERM and when its standard input ends, which it does when the server is gone.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from hoso.base.events import Event
from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.studio.jobs.diary import Diary
from hoso.studio.jobs.queue import Result
from hoso.studio.jobs.wire import ORDER, End, Line, written
from hoso.studio.jobs.work import work

GRACE_SECONDS = 4.0
"""What is asked to stop and has not stopped by then is cut off; ffmpeg ends with its parent."""
STDIN = 0
NICE = 10
"""Pages and downloads come before renders."""


def main() -> None:
    """Do the job that standard input tells."""
    voice = Voice(_own_output())
    order = ORDER.validate_json(sys.stdin.buffer.readline())
    brake = Brake()
    signal.signal(signal.SIGTERM, lambda *_: brake.pull())
    threading.Thread(target=_watch_parent, args=(brake,), daemon=True).start()
    os.nice(NICE)
    project = Project(order.root)
    diary = Diary()
    diary.say(f"begins: {order.wish}")

    def listen(event: Event) -> None:
        diary(event)
        voice.say(event, brake)

    try:
        result = work(project, order.wish, order.workers, brake.token, listen)
    except Cancelled:
        end = End(True, Result())
    except InputError as error:
        end = End(False, Result(problems=error.problems))
    except HosoError as error:
        end = End(False, Result(problems=(error.problem,)))
    except Exception as error:  # the last door: a person gets a sentence, the log has the rest
        diary.say(traceback.format_exc())
        wrong = Problem(
            f"hoso itself failed: {error!r}", "Start it again; if it fails again, report its log."
        )
        end = End(brake.token.cancelled, Result(problems=(wrong,)))
    else:
        end = End(False, result)
    for problem in end.result.problems:
        diary.say(f"{problem.level}: {problem}")
    diary.say("stopped" if end.stopped else f"ends: {len(end.result.made)} files")
    voice.say(replace(end, result=_placed(end.result, project)), brake)


class Brake:
    """Stops the work, and the process where the work does not stop by itself."""

    def __init__(self) -> None:
        self.token = CancelToken()

    def pull(self) -> None:
        """Stop now."""
        if not self.token.cancelled:
            self.token.cancel()
            cut_off = threading.Timer(GRACE_SECONDS, os._exit, (1,))
            cut_off.daemon = True
            cut_off.start()


class Voice:
    """Says lines to the server, one at a time."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._lock = threading.Lock()

    def say(self, line: Line, brake: Brake) -> None:
        """Say `line`; where nobody listens any more, stop."""
        with self._lock:
            try:
                self._out.write(written(line))
                self._out.flush()
            except BrokenPipeError:
                brake.pull()


def _own_output() -> BinaryIO:
    """The standard output for us alone: what else is printed by any library goes to the log."""
    ours = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return ours


def _watch_parent(brake: Brake) -> None:
    # Not through sys.stdin, which Python could not tidy up at its end while a thread waits in it.
    while os.read(STDIN, 1024):
        pass
    brake.pull()


def _placed(result: Result, project: Project) -> Result:
    """`result` with the places of problems relative to the project."""
    return replace(result, problems=tuple(_relative(problem, project.root) for problem in result.problems))


def _relative(problem: Problem, root: Path) -> Problem:
    path = problem.path
    inside = path is not None and path.is_absolute() and path.is_relative_to(root)
    return replace(problem, path=path.relative_to(root)) if path is not None and inside else problem


if __name__ == "__main__":
    main()
