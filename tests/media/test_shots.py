"""Shot changes, found in films of our own making."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest_file
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.media.ffmpeg import run
from hoso.media.shots import PIECE_MS, shot_changes


def film(path: Path, *shots: tuple[str, int], fps: int = 25, between: str = "") -> Path:
    """A film of `shots`, each one of ffmpeg's sources and how many frames of it; `between` two, a filter."""
    inputs = [
        word
        for source, frames in shots
        for word in ("-f", "lavfi", "-i", f"{source}=s=320x180:r={fps},trim=end_frame={frames},setsar=1")
    ]
    count = len(shots)
    graph = between or "".join(f"[{n}:v]" for n in range(count)) + f"concat=n={count}"
    run([*inputs, "-filter_complex", graph, "-r", str(fps), "-pix_fmt", "yuv420p", "-g", "50", str(path)])
    return path


def cuts(path: Path, store: Path, start_ms: int = 0, end_ms: int = 120_000) -> tuple[int, ...]:
    """The shot changes of `path` within [start_ms, end_ms)."""
    return shot_changes(path, digest_file(path), (start_ms, end_ms), Store(store), CancelToken())


@pytest.mark.parametrize(("fps", "times"), [(25, (1480, 3000)), (30, (1233, 2500)), (24, (1542, 3125))])
def test_a_hard_cut_is_where_the_new_shot_begins(tmp_path: Path, fps: int, times: tuple[int, ...]) -> None:
    """To the millisecond nearest to that frame, at any frame rate, within movement on both sides."""
    path = film(tmp_path / "cut.mp4", ("testsrc2", 37), ("mandelbrot", 38), ("smptehdbars", 30), fps=fps)
    assert cuts(path, tmp_path / "store") == times


def test_a_fade_is_no_shot_change(tmp_path: Path) -> None:
    """Neither a crossfade of the least length, 0.2 s, nor one of 0.4 s, nor one through black."""
    for name, seconds in (("fade", 0.2), ("fade", 0.4), ("fadeblack", 1)):
        between = f"[0:v][1:v]xfade=transition={name}:duration={seconds}:offset=1"
        shots = (("testsrc2", 50), ("smptehdbars", 50))
        path = film(tmp_path / f"{name}{seconds}.mp4", *shots, between=between)
        assert cuts(path, tmp_path / "store") == ()


def test_cuts_around_the_ends_of_a_piece_are_found_once(tmp_path: Path) -> None:
    """A film is decoded in pieces: what cuts on, just before and just after their border is in its place."""
    border = PIECE_MS // 40
    shots = (
        ("testsrc2", border - 1),
        ("smptehdbars", 1),
        ("testsrc2", 25),
        ("smptehdbars", 25),
    )
    path = film(tmp_path / "long.mp4", *shots)
    found = cuts(path, tmp_path / "store")
    assert found[-1] == PIECE_MS + 1000
    assert found[0] == PIECE_MS - 40
    assert cuts(path, tmp_path / "store", PIECE_MS - 40, PIECE_MS + 1000) == found[:-1]
    assert cuts(path, tmp_path / "other", PIECE_MS + 80) == found[-1:]


def test_what_was_found_is_kept(tmp_path: Path) -> None:
    """The same content is not decoded again, wherever the file lies, and even where it has gone."""
    path = film(tmp_path / "cut.mp4", ("testsrc2", 30), ("smptehdbars", 30))
    content, store = digest_file(path), Store(tmp_path / "store")
    assert shot_changes(path, content, (0, 2400), store, CancelToken()) == (1200,)
    path.unlink()
    assert shot_changes(path, content, (0, 2400), store, CancelToken()) == (1200,)


def test_what_is_no_film_is_said(tmp_path: Path) -> None:
    """ffmpeg's own reason, and nothing is kept."""
    path = tmp_path / "words.mp4"
    path.write_text("not a film", "utf-8")
    with pytest.raises(HosoError, match="ffmpeg failed"):
        cuts(path, tmp_path / "store")
    assert not list((tmp_path / "store").glob("??/*"))
