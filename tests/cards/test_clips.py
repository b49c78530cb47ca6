"""Users' own clips, run for real."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import av
import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.project import Project
from hoso.cards.clip_sources import ClipError
from hoso.cards.clips import encoding, render_clip
from hoso.script.scenes import ClipScene

SIZE = (64, 36)

GOOD = """
import numpy as np
from moviepy import ColorClip, CompositeVideoClip, VideoClip
import tint

print("what a clip prints is no frame")

def ramp(size, duration, fps):
    assert duration == 1.0 and fps == 25
    def frame(t):
        return np.full((size[1], size[0], 3), round(t * fps) * 10, np.uint8)
    return VideoClip(frame, duration=0.4)

def flat(size):
    return ColorClip(size, color=tint.RED)

def masked(**given):
    width, height = given["size"]
    box = ColorClip((width // 2, height), color=(0, 255, 0), duration=given["duration"])
    return CompositeVideoClip([box], size=given["size"])
"""

BAD = """
import os, sys, time

def fails(size):
    return inner(size)

def inner(size):
    raise ValueError("no snow today")

def late(size):
    from moviepy import ColorClip
    def frame(t):
        if t > 0.3:
            raise RuntimeError("melted")
        return ColorClip(size).get_frame(0)
    return ColorClip(size).with_updated_frame_function(frame)

def small(size):
    from moviepy import ColorClip
    return ColorClip((10, 10), color=(1, 2, 3))

def floats(size):
    from moviepy import VideoClip
    import numpy as np
    return VideoClip(lambda t: np.zeros((size[1], size[0], 3)), duration=1)

def nothing(size):
    pass

def wants(size, wind):
    pass

def leaves(size):
    sys.exit("bye")

def dies(size):
    print("out of luck", flush=True)
    os.kill(os.getpid(), 9)

def sleeps(size):
    os.posix_spawn(sys.executable, [sys.executable, "-c", "import time; time.sleep(600)"], os.environ)
    open("started", "w").close()
    time.sleep(600)
"""


def render(project: Project, clip: str, token: CancelToken | None = None) -> Path:
    """One second of `clip`."""
    path = project.root / "clip.mkv"
    (project.videos / "tint.py").write_text("RED = (200, 30, 60)\n", encoding="utf-8")
    (project.videos / "good.py").write_text(GOOD, encoding="utf-8")
    (project.videos / "bad.py").write_text(BAD, encoding="utf-8")
    render_clip(project, ClipScene(clip=clip), SIZE, 25, 1000, path, token=token)
    return path


def film(path: Path) -> tuple[av.VideoFrame, NDArray[np.uint8]]:
    """The first frame, and all frames as RGB, as a reader that is not ours sees them."""
    with av.open(str(path)) as container:
        decoded = list(container.decode(video=0))
    return decoded[0], np.array([frame.to_ndarray(format="rgb24") for frame in decoded])


def runs(process: psutil.Process) -> bool:
    """Whether a process still does anything."""
    try:
        return process.status() not in {psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD}
    except psutil.NoSuchProcess:
        return False


def at_work() -> set[psutil.Process]:
    """Our children that run."""
    return set(filter(runs, psutil.Process().children(recursive=True)))


def test_a_shorter_clip_holds_its_last_frame(project: Project) -> None:
    """Exactly as many frames as asked for, in their order."""
    first, frames = film(render(project, "good.py:ramp"))
    assert frames.shape == (25, SIZE[1], SIZE[0], 3)
    grey = frames[:, 10, 10].astype(int).mean(axis=1)
    expected = [min(n, 9) * 10 for n in range(25)]
    assert grey == pytest.approx(expected, abs=1)
    assert (first.format.name, int(first.colorspace), int(first.color_range)) == ("yuv444p", 1, 1)


def test_colours_survive(project: Project) -> None:
    """A clip without an end, a helper module, MoviePy's own wide integers; nothing compiled is left."""
    _, frames = film(render(project, "good.py:flat"))
    assert np.abs(frames.astype(int) - (200, 30, 60)).max() <= 2
    assert {path.name for path in project.videos.iterdir()} == {"good.py", "bad.py", "tint.py"}


def test_transparency_shows_black(project: Project) -> None:
    """A clip with a mask; the function takes any keyword."""
    _, frames = film(render(project, "good.py:masked"))
    assert np.abs(frames[0, :, : SIZE[0] // 2 - 2].astype(int) - (0, 255, 0)).max() <= 2
    assert frames[0, :, SIZE[0] // 2 + 2 :].max() <= 2


@pytest.mark.parametrize(
    ("clip", "said", "line"),
    [
        ("bad.py:fails", "ValueError: no snow today", 8),
        ("bad.py:late", "RuntimeError: melted", 14),
        ("bad.py:small", "frames of 10x10 where 64x36 is needed", 18),
        ("bad.py:floats", "float64", 22),
        ("bad.py:nothing", "returned nothing", 27),
        ("bad.py:wants", "wants 'wind'", 30),
        ("bad.py:leaves", "SystemExit: bye", 34),
        ("bad.py:dies", "ended by signal 9", None),
        ("bad.py:nowhere", "no function named nowhere", None),
    ],
)
def test_an_error_is_the_users_own(clip: str, said: str, line: int | None, project: Project) -> None:
    """Their file, their line, their words; none of our traceback, no film, no process."""
    before = at_work()
    with pytest.raises(ClipError) as caught:
        render(project, clip)
    assert said in caught.value.problem.message
    assert (caught.value.problem.path, caught.value.problem.line) == (project.videos / "bad.py", line)
    assert "Traceback" not in str(caught.value)
    assert not (project.root / "clip.mkv").exists()
    assert at_work() <= before


def test_cancelling_leaves_no_process(project: Project) -> None:
    """Neither the clip's process, nor what it started, nor ffmpeg."""
    token, before = CancelToken(), at_work()
    started = project.videos / "started"

    def cancel_once_started() -> None:
        for _ in range(3000):
            if started.exists():
                break
            time.sleep(0.01)
        running.update(at_work())
        token.cancel()

    running: set[psutil.Process] = set()
    watcher = threading.Thread(target=cancel_once_started)
    watcher.start()
    with pytest.raises(Cancelled):
        render(project, "bad.py:sleeps", token)
    watcher.join()
    ours = running - before
    assert len(ours) >= 3
    for _ in range(500):
        if not any(map(runs, ours)):
            break
        time.sleep(0.01)
    assert [process for process in ours if runs(process)] == []


def test_the_encoders_command_line() -> None:
    """Lossless, converted to BT.709 and said to be."""
    line = " ".join(encoding((64, 36), 25, Path("clip.mkv")))
    assert "-f rawvideo -video_size 64x36 -framerate 25 -pixel_format rgb24 -i pipe:0" in line
    assert "out_color_matrix=bt709" in line
    assert "-qp 0" in line
    assert "-colorspace bt709" in line
