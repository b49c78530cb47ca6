"""The pure parts of QC: ranges, logs, waves, coded bytes, the table of rules."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.media.ffmpeg import run
from hoso.release.qc.checks import RULES
from hoso.release.qc.coded import h264_level, h264_words, is_idr, mpeg4_level, mpeg4_words
from hoso.release.qc.moments import frame_at, frame_numbers
from hoso.release.qc.passages import Passage, counted, holding
from hoso.release.qc.passes import (
    Beside,
    Stills,
    damage_of,
    picture_arguments,
    silent_of,
    small_size,
    sound_arguments,
)
from hoso.release.qc.shift import shift, shifts
from hoso.release.qc.stretches import Stretch, gaps, joined_at, outside
from hoso.release.qc.tracks import read_tracks

DOCUMENT = (Path(__file__).parents[3] / "docs" / "qc.md").read_text("utf-8")
STRETCHES = st.lists(
    st.tuples(st.integers(0, 90), st.integers(1, 30)).map(lambda pair: Stretch(pair[0], sum(pair))),
    max_size=6,
)


@given(STRETCHES, STRETCHES)
def test_outside_is_what_no_permit_covers(stretches: list[Stretch], allowed: list[Stretch]) -> None:
    """Ms by ms: in one of the stretches and in none of the permits."""
    left = {ms for item in outside(stretches, allowed) for ms in range(item.start_ms, item.end_ms)}
    every = {ms for item in stretches for ms in range(item.start_ms, item.end_ms)}
    permitted = {ms for item in allowed for ms in range(item.start_ms, item.end_ms)}
    assert left == every - permitted


def test_stretches_meet_only_at_seams() -> None:
    """A subtitle that comes does not end a still; a cut does."""
    parts = [Stretch(0, 2000), Stretch(2040, 4000), Stretch(4000, 6000)]
    assert joined_at(parts, [2000], 80) == [Stretch(0, 4000), Stretch(4000, 6000)]
    assert gaps([Stretch(1, 2), Stretch(4, 9)], 10) == [Stretch(0, 1), Stretch(2, 4), Stretch(9, 10)]


def test_the_log_is_read() -> None:
    """Silent stretches, also one that lasts to the end; decoders' complaints, not ours."""
    log = """
[silencedetect @ 0x1] [info] silence_start: -0.0213
[silencedetect @ 0x1] [info] silence_end: 0.5 | silence_duration: 0.52
[silencedetect @ 0x1] [info] silence_start: 8
[h264 @ 0x1] [error] error while decoding MB 3 4
[null @ 0x1] [error] non monotonically increasing dts
"""
    assert silent_of(log, 10_000) == (Stretch(0, 500), Stretch(8000, 10_000))
    assert damage_of(log) == ("error while decoding MB 3 4",)


def test_each_track_is_decoded_once(tmp_path: Path) -> None:
    """Small frames and stills hang on one input, meter and wave on another; a passage is gone to."""
    stills = Stills((3, 9), (320, 180), tmp_path / "a.y")
    passage = Passage(60, 50, "passage", 2_400_000, 4_400_000)
    seen = picture_arguments(tmp_path / "film.mp4", passage, (480, 270), (stills, stills))
    assert (seen[seen.index("-ss") + 1], seen[seen.index("-t") + 1]) == ("2.400000", "2.000000")
    heard = sound_arguments(tmp_path / "film.mp4", tmp_path / "a.f32")
    for args, names in (
        (seen, {"extractplanes": 1, "select": 2}),
        (heard, {"silencedetect": 1, "ebur128": 1}),
    ):
        assert args.count("-i") == 1
        graph = args[args.index("-filter_complex") + 1]
        assert {name: graph.count(name) for name in names} == names
    assert "eq(n\\,3)+eq(n\\,9)" in seen[seen.index("-filter_complex") + 1].replace("\\\\", "\\")


def test_stills_take_the_same_way(tmp_path: Path) -> None:
    """A finished picture becomes as small as the subtitle-free one first: fine type is blurred alike."""
    stills = Stills((3,), (320, 320), tmp_path / "a.y", (360, 360))
    passage = Passage(0, 25, "film")
    film, bare = tmp_path / "film.mp4", Beside(tmp_path / "bare.mp4", (passage,), stills)
    args = picture_arguments(film, passage, (90, 90), [stills], bare)
    assert args.count("-i") == 2
    graph = args[args.index("-filter_complex") + 1]
    assert re.findall(r"scale=(\d+)", graph) == ["90", "360", "320", "360", "320"]


def test_a_long_film_has_thousands_of_stills(tmp_path: Path) -> None:
    """As many as it has cues: each frame that was asked for, and no other."""
    film, frames = tmp_path / "film.mkv", tuple(range(1, 6000, 2))
    ramp = "color=black:s=16x16:r=25:d=240,format=gray,geq=lum=mod(N\\,251)"
    run(["-f", "lavfi", "-i", ramp, "-c:v", "ffv1", str(film)])
    stills = Stills(frames, None, tmp_path / "a.y")
    run(picture_arguments(film, Passage(0, 6000, "film"), (2, 2), [stills]))
    kept = np.fromfile(tmp_path / "a.y", np.uint8).reshape(-1, 16, 16)
    assert [int(still[8, 8]) for still in kept] == [frame % 251 for frame in frames]


def test_of_the_picture_beside_only_wanted_gops_are_decoded(tmp_path: Path) -> None:
    """Each still that was asked for, of however many GOPs, with B-frames too; and nothing of the rest."""
    film, other = tmp_path / "film.mp4", tmp_path / "other.mp4"
    ramp = "color=black:s=64x64:r=25:d=100,format=yuv420p,geq=lum=16+mod(N\\,200):cb=128:cr=128"
    coder = ["-c:v", "libx264", "-qp", "4", "-bf", "2", "-g", "10", "-flags", "+cgop", "-sc_threshold", "0"]
    run(["-f", "lavfi", "-i", ramp, *coder, str(other)])
    run(["-f", "lavfi", "-i", "testsrc2=s=64x64:r=25:d=1", *coder, str(film)])
    gops, frames = read_tracks(other).gops, tuple(range(3, 2500, 26))
    held = holding(gops, frames)
    assert len(held) == len(frames) < len(gops)
    stills = Stills(tuple(counted(held, frames)), None, tmp_path / "a.y")
    run(picture_arguments(film, Passage(0, 25, "film"), (2, 2), (), Beside(other, held, stills)))
    kept = np.fromfile(tmp_path / "a.y", np.uint8).reshape(-1, 64, 64)
    assert len(kept) == len(frames)
    assert all(
        abs(int(still[32, 32]) - 16 - frame % 200) <= 2 for still, frame in zip(kept, frames, strict=True)
    )


def test_sizes_and_frames() -> None:
    """Small pictures keep their shape and stay even; times become the frames shown then."""
    assert small_size(1080, 1920) == (180, 320)
    assert small_size(320, 240) == (320, 240)
    assert frame_at(999, (25, 1)) == 24
    assert frame_numbers((80, 40, 79, 5000), (25, 1), 100) == (1, 2)


@pytest.mark.parametrize("late", [-160, 0, 3, 1600])
def test_a_shift_is_found(late: int) -> None:
    """Samples late or early, louder, limited and with noise."""
    wave = np.random.default_rng(1).standard_normal(40_000).astype(np.float32)
    heard = np.clip(3 * np.roll(wave, late), -4, 4) + np.random.default_rng(2).standard_normal(40_000) * 0.3
    assert shift(heard.astype(np.float32), wave, 8000) == pytest.approx(late / 8)


def test_no_shift_is_claimed_where_there_is_none() -> None:
    """Silence and another sound have none."""
    one, other = (np.random.default_rng(seed).standard_normal(40_000).astype(np.float32) for seed in (1, 2))
    assert shift(one, other, 8000) is None
    assert shift(np.zeros(40_000, np.float32), other, 8000) is None


def test_a_drift_is_found() -> None:
    """In a long sound, how much later its end is than its beginning."""
    wave = np.random.default_rng(1).standard_normal(60 * 8000).astype(np.float32)
    heard = np.concatenate([wave[: 31 * 8000], np.zeros(400, np.float32), wave[31 * 8000 : -400]])
    first, drift = shifts(heard, wave, 8000)
    assert first == 0
    assert drift == pytest.approx(50)


def test_coded_pictures_are_read() -> None:
    """Level, IDR, free words in SEI and in MPEG-4 user data; technical SEI is let through."""
    assert h264_level(bytes.fromhex("01640028ffe1")) == "4.0"
    unit = b"\x06\x05\x1b" + bytes(range(1, 17)) + b"x264 - core" + b"\x80"
    packet = len(unit).to_bytes(4, "big") + unit + b"\x00\x00\x00\x02\x65\x88"
    assert is_idr(packet, 4)
    assert list(h264_words(packet, 4)) == ["x264 - core"]
    assert list(h264_words(b"\x00\x00\x00\x05\x06\x06\x01\xc4\x80", 4)) == []
    assert mpeg4_level(b"\x00\x00\x01\xb0\x03") == "3"
    assert mpeg4_level(b"\x00\x00\x01\xb0\x08") == "0"
    assert list(mpeg4_words(b"\x00\x00\x01\xb2Lavc63\x00\x00\x01\xb6")) == ["Lavc63"]


def test_every_rule_is_documented() -> None:
    """docs/qc.md has each rule in a row, as the table of the code has it, and no other."""
    rows = [line for line in DOCUMENT.splitlines() if line.startswith("| ")][2:]
    assert rows == [f"| {rule.name} | {rule.checks} | {rule.source} |" for rule in RULES]
    assert len({rule.name for rule in RULES}) == len(RULES)
