"""A picture looked at in passages: what is found is what is found in the whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.media.ffmpeg import run
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.gops import Gops
from hoso.release.qc.looking import Grey, Look, Looker
from hoso.release.qc.means import Means
from hoso.release.qc.measure import measure
from hoso.release.qc.passages import Passage, counted, grouped, holding, joined, places
from hoso.release.qc.stretches import Stretch
from hoso.release.qc.tracks import read_tracks
from hoso.release.qc.whole import black_stretches, frozen_stretches
from tests.release.qc.qc_material import Reel, channel

RATE = (25, 1)
GREY = np.full((32, 32), 128, np.uint8)
FILMS = st.lists(st.tuples(st.sampled_from([16, 60, 120, 200]), st.integers(1, 60)), min_size=1, max_size=8)
"""Stretches of one shade each, and how many frames they last."""


def pictures(film: list[tuple[int, int]]) -> list[Grey]:
    """The frames of a film in shades of grey."""
    return [np.full((16, 24), shade, np.uint8) for shade, length in film for _ in range(length)]


def looked(frames: list[Grey]) -> Look:
    """What is seen in `frames`."""
    looker = Looker(25)
    for frame in frames:
        looker.take(frame)
    return looker.look()


@given(FILMS, st.lists(st.integers(1, 30), min_size=1, max_size=20))
def test_passages_give_what_the_whole_gives(film: list[tuple[int, int]], lengths: list[int]) -> None:
    """Wherever the film is parted, the same stretches are black and the same stand still."""
    frames = pictures(film)
    edges = [0]
    while edges[-1] < len(frames):
        edges.append(min(len(frames), edges[-1] + lengths[len(edges) % len(lengths)]))
    passages = [Passage(low, high - low, str(low)) for low, high in pairwise(edges)]
    looks = [looked(frames[each.first : each.end]) for each in passages]
    whole = [Passage(0, len(frames), "film")]
    for found in (black_stretches, frozen_stretches):
        assert found(passages, looks, RATE) == found(whole, [looked(frames)], RATE)


def test_what_stands_still_is_one_picture() -> None:
    """Two stills that meet where passages do are two; grain as fine as a coder's makes no other picture."""
    still = [GREY] * 30
    grain = np.random.default_rng(3).integers(0, 2, GREY.shape, np.uint8)
    passages = [Passage(0, 30, "a"), Passage(30, 30, "b")]
    for other, due in (
        (GREY, 1),
        (GREY + (grain & (np.indices(GREY.shape).sum(0) % 4 == 0)), 1),
        (GREY + 3, 2),
    ):
        looks = [looked(still), looked([other] * 30)]
        assert len(frozen_stretches(passages, looks, RATE)) == due


def test_a_slow_change_is_a_change() -> None:
    """A picture that drifts by less a frame than would count does not stand still."""
    ramp = [np.full((32, 32), 60, np.uint8) for _ in range(60)]
    for number, frame in enumerate(ramp):
        frame.flat[: 20 * number] = 61
    assert frozen_stretches([Passage(0, 60, "a")], [looked(ramp)], RATE) == ()


def packets(*gops: tuple[int, ...], closed: bool = True) -> Gops:
    """Packets of one byte, in the order sent, a GOP each."""
    notes = Gops(b"set-up")
    for gop in gops:
        for number, pts in enumerate(gop):
            notes.take(pts, b"x", key=number == 0, closed=closed)
    return notes


def test_gops_are_found() -> None:
    """Their frames, their times, and the same digest wherever they stand."""
    found = packets((0, 3600, 1800), (5400, 7200)).passages(Fraction(1, 90_000), steady=True)
    assert [(each.first, each.frames) for each in found] == [(0, 3), (3, 2)]
    assert [(each.from_us, each.until_us) for each in found] == [(0, 60_000), (60_000, None)]
    later = packets((0, 1800), (3600, 5400)).passages(Fraction(1, 90_000), steady=True)
    assert later[0].digest == later[1].digest == found[1].digest != found[0].digest


@pytest.mark.parametrize(
    ("notes", "steady"),
    [
        (packets((0, 1800), (3600, 5400), closed=False), True),
        (packets((0, 1800), (3600, 5400)), False),
        (packets((0, 1800), (5400, 3600)), True),
        (packets((900, 1800), (3600, 5400)), True),
    ],
)
def test_what_is_not_made_of_closed_gops_is_one_passage(notes: Gops, steady: bool) -> None:
    """Open GOPs, uneven frames, frames shown before their key frame, a late beginning: all is decoded."""
    (passage,) = notes.passages(Fraction(1, 90_000), steady=steady)
    assert (passage.first, passage.frames, passage.from_us) == (0, 4, None)


def test_passages_are_put_together() -> None:
    """Until they are long enough; and those that hold some frames, which are counted through them."""
    gops = [Passage(10 * number, 10, f"g{number}", number, number + 1) for number in range(5)]
    assert [(each.first, each.frames) for each in grouped(gops, 15)] == [(0, 20), (20, 20), (40, 10)]
    assert (joined(gops[1:4]).from_us, joined(gops[1:4]).until_us) == (1, 4)
    held = holding(gops, [33, 12, 39])
    assert held == (gops[1], gops[3])
    assert list(counted(held, [33, 12, 39])) == [13, 2, 19]
    assert list(places(gops, [0, 19, 49])) == [("g0", 0), ("g1", 9), ("g4", 9)]


@pytest.fixture(scope="module")
def patchwork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of 12 s with black and stills that begin and end anywhere, GOPs of 10 frames, B-frames."""
    path = tmp_path_factory.mktemp("patchwork") / "film.mp4"
    frozen = "split[a][b];[a][b]freezeframes=first=57:last=161:replace=57[c]"
    again = "[c]split[d][e];[d][e]freezeframes=first=200:last=231:replace=200[f]"
    black = "[f]drawbox=t=fill:c=black:enable=between(t\\,9.72\\,10.3)"
    coded = [
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-crf",
        "23",
        "-bf",
        "2",
        "-g",
        "10",
        "-pix_fmt",
        "yuv420p",
    ]
    coded += ["-flags:v", "+cgop", "-use_editlist", "0", "-movflags", "+negative_cts_offsets"]
    source = ["-f", "lavfi", "-i", "testsrc2=s=480x270:r=25:d=12"]
    run([*source, "-filter_complex", f"{frozen};{again};{black}", *coded, str(path)])
    return path


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="needs Debian's package ffmpeg")
def test_ffmpegs_own_detectors_find_the_same(patchwork: Path) -> None:
    """Seen in thirty GOPs here, in the whole by Debian's ffmpeg.

    Ours are exact; to ffmpeg, stills that are coded anew at a key frame are other pictures for a moment.
    """
    assert len(read_tracks(patchwork).gops) >= 30
    detectors = "extractplanes=y,blackdetect=d=0.2:pix_th=0.02:pic_th=0.98,freezedetect=n=-60dB:d=1"
    command = ["ffmpeg", "-nostats", "-i", str(patchwork), "-vf", detectors, "-f", "null", "-"]
    log = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    starts, ends = (
        [round(float(text) * 1000) for text in re.findall(rf"freeze_{edge}: ([\d.]+)", log)]
        for edge in ("start", "end")
    )
    ((dark, light),) = re.findall(r"black_start:([\d.]+) black_end:([\d.]+)", log)
    measured = measure(patchwork, Expectation(channel(), None, 12_000), Means())
    assert measured.damage == ()
    assert measured.frozen == (Stretch(57 * 40, 162 * 40), Stretch(200 * 40, 232 * 40))
    for stretch, start, end in zip(measured.frozen, starts, ends, strict=True):
        assert 0 <= start - stretch.start_ms < 400
        assert 0 <= stretch.end_ms - end < 400
    assert measured.black == (Stretch(round(float(dark) * 1000), round(float(light) * 1000)),)


def test_frames_that_no_decoder_gives_are_damage(reel: Reel, tmp_path: Path) -> None:
    """An index that promises more frames than the stream has, without a decoder complaining."""
    from hoso.release.qc import screening

    tracks = read_tracks(reel.path)
    assert tracks.picture is not None
    longer = joined([tracks.gops[0], Passage(25, 30, "too long", 1_000_000, 2_000_000)])
    film = screening.Reel(reel.path, tracks.picture, None, (), None)
    found = screening.screen(film, [screening.Task(longer, "key", {}, {})], 25, Means().token)
    assert found["key"]["damage"] == ("50 of 55 frames can be decoded",)
