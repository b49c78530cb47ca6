"""Runs a user's MoviePy clip in a process of its own and writes its frames to standard output as raw RGB24.

    python -m hoso.cards.clip_worker REQUEST.json REPORT.json

The request is a JSON object of `Request`'s fields. What goes wrong is written to the report, a JSON object of
`Report`'s fields; the exit code is then 1.
Whatever the user's code prints goes to standard error.
"""

from __future__ import annotations

import ctypes
import importlib.util
import inspect
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

PR_SET_PDEATHSIG = 1
GIVEN = ("size", "duration", "fps")
Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Request:
    """What to run and what to make: `frames` pictures of `width` x `height`, `fps` a second."""

    file: str
    function: str
    videos: str
    width: int
    height: int
    fps: int
    frames: int

    @property
    def name(self) -> str:
        """The file as the script names it."""
        return Path(self.file).relative_to(self.videos).as_posix()


@dataclass(frozen=True, slots=True)
class Report:
    """What went wrong, for `hoso.base.problems.Problem`."""

    message: str
    remedy: str
    path: str | None = None
    line: int | None = None
    column: int | None = None


class Wrong(Exception):  # noqa: N818 - it carries a report, it isn't an error of ours
    """Something is wrong with the user's clip."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.message)
        self.report = report


def main(argv: list[str]) -> int:
    """Do what the request says. Returns 0, or 1 where the report says what went wrong."""
    request = Request(**json.loads(Path(argv[0]).read_text(encoding="utf-8")))
    _die_with_parent()
    with _only_frames() as out:
        try:
            write(request, out)
        except BrokenPipeError:
            return 1
        except Wrong as wrong:
            report = wrong.report
        except BaseException as error:
            report = explain(error, request)
        else:
            return 0
    Path(argv[1]).write_text(json.dumps(asdict(report)), encoding="utf-8")
    return 1


def write(request: Request, out: IO[bytes]) -> None:
    """Write all frames; a clip that is shorter holds its last one."""
    function = _function(request)
    clip = _clip(function, request)
    written = b""
    for n, time in enumerate(_times(request, clip.duration)):
        if time is not None or n == 0:
            written = _frame(clip.get_frame(time or 0.0), request, function)
        _put(written, out)


def _put(data: bytes, out: IO[bytes]) -> None:
    """Write all of `data`: a pipe may take it piece by piece."""
    rest = memoryview(data)
    while rest:
        rest = rest[out.write(rest) :]


def _times(request: Request, duration: float | None) -> Iterator[float | None]:
    """The time of each frame in the clip, in seconds; None once the clip is over."""
    for n in range(request.frames):
        time = n / request.fps
        yield time if duration is None or time < duration - 1e-6 else None


def _clip(function: Function, request: Request) -> Any:
    clip = function(**_arguments(function, request))
    from moviepy import CompositeVideoClip, VideoClip

    if not isinstance(clip, VideoClip):
        raise _wrong(
            request,
            f"{request.function} returned {_a(clip)}, not a MoviePy clip",
            "Return a VideoClip, such as a CompositeVideoClip.",
            function,
        )
    if clip.mask is not None:
        clip = CompositeVideoClip([clip], size=(request.width, request.height), bg_color=(0, 0, 0))
    return clip


def _function(request: Request) -> Function:
    file = Path(request.file)
    sys.path[:0] = list(dict.fromkeys([str(file.parent), request.videos]))
    name = file.stem if file.stem not in sys.modules else f"clip_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise _wrong(request, f"{request.name} can't be loaded", "Give it a name that ends in .py.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    function = getattr(module, request.function, None)
    if not callable(function):
        raise _wrong(
            request,
            f"{request.name} has no function named {request.function}",
            f"It has: {', '.join(_functions(module)) or 'none'}.",
        )
    found: Function = function
    return found


def _functions(module: Any) -> list[str]:
    return [
        name
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    ]


def _arguments(function: Function, request: Request) -> dict[str, Any]:
    """Those of size, duration and fps that the function takes."""
    values = {
        "size": (request.width, request.height),
        "duration": request.frames / request.fps,
        "fps": request.fps,
    }
    parameters = inspect.signature(function).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        wanted = dict(values)
    else:
        wanted = {
            parameter.name: values[parameter.name] for parameter in parameters if parameter.name in values
        }
    for parameter in parameters:
        named = parameter.kind in {parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY}
        needed = parameter.default is parameter.empty and parameter.kind not in {
            parameter.VAR_KEYWORD,
            parameter.VAR_POSITIONAL,
        }
        if needed and not (named and parameter.name in values):
            raise _wrong(
                request,
                f"{request.function} wants '{parameter.name}', which hoso does not give",
                f"A clip function may take {', '.join(GIVEN)} by name; give others a default.",
                function,
            )
    return wanted


def _frame(frame: Any, request: Request, function: Function) -> bytes:
    """The bytes of a frame. Raises Wrong where it is not a picture of the size asked for."""
    import numpy as np

    size = (request.width, request.height)
    shape = getattr(frame, "shape", None)
    if shape != (request.height, request.width, 3):
        got = (
            f"{shape[1]}x{shape[0]}"
            if shape is not None and len(shape) == 3 and shape[2] == 3
            else f"{shape}"
        )
        raise _wrong(
            request,
            f"{request.function} makes frames of {got} where {size[0]}x{size[1]} is needed",
            "Use the size that the function is given.",
            function,
        )
    if frame.dtype != np.uint8:
        # MoviePy's own ColorClip gives wide integers: these are taken where they hold colours.
        if frame.dtype.kind not in "iu" or frame.min() < 0 or frame.max() > 255:
            raise _wrong(
                request,
                f"{request.function} makes frames of {frame.dtype} that are not 0 to 255 in whole numbers",
                "Return uint8: frame.clip(0, 255).astype('uint8').",
                function,
            )
        frame = frame.astype(np.uint8)
    return np.ascontiguousarray(frame).tobytes()


def _wrong(request: Request, message: str, remedy: str, function: Function | None = None) -> Wrong:
    line = getattr(getattr(function, "__code__", None), "co_firstlineno", None)
    return Wrong(Report(message, remedy, request.file, line))


def explain(error: BaseException, request: Request) -> Report:
    """What the user's code did wrong, at the last place in it."""
    if isinstance(error, SyntaxError) and error.filename:
        return Report(
            f"This is not Python: {error.msg}",
            "Correct the line.",
            error.filename,
            error.lineno,
            error.offset,
        )
    own = [
        step
        for step in traceback.extract_tb(error.__traceback__)
        if Path(step.filename).resolve().is_relative_to(request.videos)
    ]
    what = type(error).__name__ + (f": {error}" if str(error) else "")
    place = (own[-1].filename, own[-1].lineno) if own else (request.file, None)
    return Report(f"{request.function} failed with {what}", "Correct the clip's own code.", *place)


def _a(value: object) -> str:
    return "nothing" if value is None else f"a {type(value).__name__}"


def _only_frames() -> IO[bytes]:
    """Standard output for ourselves; what anybody else prints goes to standard error."""
    sys.stdout.flush()
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb", buffering=0)


def _die_with_parent() -> None:
    """Ask Linux to end this process when its parent dies, even by SIGKILL."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.stderr.flush()
    # At once, even where the user's code has left threads running.
    os._exit(status)
