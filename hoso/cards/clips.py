"""Users' own MoviePy clips: run in a process of their own, kept as a lossless film that is then footage.

The contract of a clip function: it is called with those of `size=(width, height)`, `duration=seconds` and
`fps=frames a second` that it takes by name, with videos/ as its working folder, and returns a MoviePy clip
with frames of that size. A clip that is shorter than the scene holds its last frame, transparency shows
black, and sound is not used.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import ffmpeg

import hoso
from hoso.base.clock import frames
from hoso.base.files import replacing
from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError, Problem
from hoso.base.project import Project
from hoso.cards.clip_sources import ClipError, clip_function
from hoso.cards.clip_worker import Report, Request
from hoso.media.ffmpeg import arguments, run
from hoso.script.scenes import ClipScene

STOP_SECONDS = 2.0
POLL_SECONDS = 0.01
# How much of what the user's code printed is worth showing.
LAST_WORDS = 400


def render_clip(  # noqa: PLR0913 - the scene, the picture, and how to run
    project: Project,
    scene: ClipScene,
    raster: tuple[int, int],
    fps: int,
    duration_ms: int,
    path: Path,
    *,
    token: CancelToken | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> None:
    """Make the film of a clip scene at `path` (.mkv): lossless H.264 4:4:4, BT.709, `duration_ms` long.

    `raster` is (width, height); `duration_ms` must be whole frames at `fps`. `on_progress` gets the time
    done in ms. Raises ClipError with the place in the user's code where that is at fault, Cancelled when
    `token` is set meanwhile. No process is left behind.
    """
    clip = clip_function(project, scene)
    videos = project.videos.resolve()
    count = frames(duration_ms, fps)
    request = Request(str(clip.file), clip.function, str(videos), *raster, fps, count)
    with tempfile.TemporaryDirectory() as folder, replacing(path) as film:
        report = Path(folder) / "report.json"
        with _worker(request, Path(folder), report) as worker:
            try:
                run(encoding(raster, fps, film), token=token, on_progress=on_progress, stdin=worker.stdout)
            except HosoError:
                _raise_reported(worker, report, clip.file, Path(folder))
                raise
            _raise_reported(worker, report, clip.file, Path(folder))


def encoding(raster: tuple[int, int], fps: int, film: Path) -> list[str]:
    """The ffmpeg command line from raw RGB24 on standard input to `film`. Pure."""
    frames_in = ffmpeg.input(
        "pipe:0",
        format="rawvideo",
        pixel_format="rgb24",
        video_size=raster,
        framerate=fps,
    )
    converted = frames_in.filter(
        "scale", out_color_matrix="bt709", out_range="tv", flags="accurate_rnd+full_chroma_int+bitexact"
    ).filter("format", "yuv444p")
    return arguments(
        ffmpeg.output(
            converted,
            str(film),
            **{
                "c:v": "libx264",
                "qp": 0,
                "preset": "ultrafast",
                "g": fps,
                "colorspace": "bt709",
                "color_primaries": "bt709",
                "color_trc": "bt709",
                "color_range": "tv",
            },
        )
    )


@contextmanager
def _worker(request: Request, folder: Path, report: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process that runs the user's code, in a session of its own; gone when the block ends."""
    asked = folder / "request.json"
    asked.write_text(json.dumps(asdict(request)), encoding="utf-8")
    with (folder / "printed.txt").open("wb") as printed:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "hoso.cards.clip_worker", str(asked), str(report)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=printed,
            cwd=request.videos,
            env=_environment(),
            start_new_session=True,
        )
    try:
        yield process
    finally:
        _end(process)


def _environment() -> dict[str, str]:
    """Ours, with this very hoso in reach and no compiled files left beside the user's."""
    paths = [str(Path(hoso.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the worker and whatever it started, and free the pipe. Does nothing the second time."""
    if process.returncode is not None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _exits(process: subprocess.Popen[bytes]) -> bool:
    """Whether the worker ends soon by itself. Its id stays taken, so that its group can be ended safely."""
    until = time.monotonic() + STOP_SECONDS
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if time.monotonic() > until:
            return False
        time.sleep(POLL_SECONDS)
    return True


def _raise_reported(process: subprocess.Popen[bytes], report: Path, file: Path, folder: Path) -> None:
    """Raise what the worker says went wrong; nothing where all went well or it was ffmpeg that failed."""
    if not _exits(process):
        return
    _end(process)
    code = process.returncode
    if report.is_file():
        said = Report(**json.loads(report.read_text(encoding="utf-8")))
        place = Path(said.path) if said.path else file
        raise ClipError.at(Problem(said.message, said.remedy, place, said.line, said.column))
    if code != 0:
        printed = (folder / "printed.txt").read_text(encoding="utf-8", errors="replace").strip()
        how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        raise ClipError.at(
            Problem(f"The clip's process {how}", printed[-LAST_WORDS:] or "It printed nothing.", file)
        )
