"""Laying out an edition: what plays when."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.clock import STEP_MS
from hoso.script.model import Message
from hoso.script.scenes import FootageScene
from hoso.timeline.model import Piece, Timeline
from hoso.timeline.plan import LEAD_MS, PAUSE_MS, TAIL_MS, Estimate, Misfit, Spoken, plan
from hoso.voice.takes import SAMPLE_RATE, Take

FOOTAGE_MS = 10_000


def take(ms: int) -> Take:
    """A take of `ms`."""
    return Take("k", "d", Path("take.wav"), ms * SAMPLE_RATE // 1000, "kokoro", "jf", "draft")


def message(*scenes: dict[str, object]) -> Message:
    """A message of these scenes."""
    return Message.model_validate({"title": {"ko": "제목"}, "scenes": scenes})


def lay(spoken: Spoken, *scenes: dict[str, object]) -> tuple[Timeline, list[Misfit]]:
    """The plan of these scenes; every footage file is ten seconds long."""

    def available(_: FootageScene) -> int:
        return FOOTAGE_MS

    return plan(message(*scenes), spoken, available, Path)


LINE = {"ko": "항복하십시오!"}


def test_a_scene_lasts_as_long_as_its_words() -> None:
    """Lead, words, pauses between them, tail; rounded up to whole steps."""
    timeline, misfits = lay(
        {(0, 0): take(1000), (0, 1): take(2000)}, {"footage": "a.mp4", "say": [LINE, LINE]}
    )
    (scene,) = timeline.scenes
    assert scene.line_starts == (LEAD_MS, LEAD_MS + 1000 + PAUSE_MS)
    assert scene.duration_ms == 4000  # 200 + 1000 + 350 + 2000 + 400 = 3950
    assert LEAD_MS + 1000 + PAUSE_MS + 2000 + TAIL_MS == 3950
    assert timeline.duration_ms == 4000
    assert [placed.start_ms for placed in timeline.takes] == [200, 1550]
    assert misfits == []


def test_a_pause_of_the_script_is_kept() -> None:
    """`pause:` replaces the breath between lines, and holds the picture after the last."""
    timeline, _ = lay(
        {(0, 0): take(1000), (0, 1): take(1000)},
        {"card": "text", "text": LINE, "say": [{**LINE, "pause": 1.0}, {**LINE, "pause": 2.0}]},
    )
    assert timeline.scenes[0].line_starts == (200, 2200)
    assert timeline.scenes[0].duration_ms == 5200


def test_words_that_do_not_fit_are_named() -> None:
    """A fixed `to` that is too soon for the words is a misfit; the timeline is whole all the same."""
    timeline, misfits = lay({(0, 0): take(5000)}, {"footage": "a.mp4", "from": 1, "to": 4, "say": [LINE]})
    assert misfits == [Misfit(0, 5600, 3000, estimated=False)]
    assert timeline.duration_ms == 5600


def test_an_estimate_is_said_to_be_one() -> None:
    """A line without a take counts with its estimated length and plays nothing."""
    timeline, misfits = lay({(0, 0): Estimate(5000)}, {"footage": "a.mp4", "to": 3, "say": [LINE]})
    assert misfits[0].estimated
    assert timeline.takes == ()


def test_fades_overlap_their_scenes() -> None:
    """A fade is shared: the second scene begins before the first ends, and its words wait for the fade."""
    timeline, _ = lay(
        {(0, 0): take(1000), (1, 0): take(1000)},
        {"footage": "a.mp4", "say": [LINE]},
        {"footage": "b.mp4", "say": [LINE], "transition": {"kind": "fade", "seconds": 0.6}},
    )
    first, second = timeline.scenes
    assert first.fade_out_ms == second.fade_in_ms == 600
    assert second.start_ms == first.duration_ms - 600
    assert second.line_starts == (800,)
    assert first.line_starts[0] + 1000 + TAIL_MS <= first.duration_ms - 600
    assert timeline.duration_ms == second.start_ms + second.duration_ms


@pytest.mark.parametrize(
    ("fill", "pieces"),
    [
        ("freeze", (Piece(7000, 8600, 1.0),)),
        ("loop", (Piece(7000, 3000, 1.0), Piece(7000, 3000, 1.0), Piece(7000, 2600, 1.0))),
        ("slow", (Piece(7000, 8600, 3000 / 8600),)),
    ],
)
def test_short_footage_is_filled(fill: str, pieces: tuple[Piece, ...]) -> None:
    """Three seconds of footage under eight of words: the last frame stays, it loops, or it slows down."""
    timeline, _ = lay({(0, 0): take(8000)}, {"footage": "a.mp4", "from": 7, "fill": fill, "say": [LINE]})
    assert timeline.scenes[0].pieces == pieces


def test_slow_has_an_end() -> None:
    """Footage is never slowed below a quarter; the last frame stays after that."""
    timeline, _ = lay({(0, 0): take(30_000)}, {"footage": "a.mp4", "from": 8, "fill": "slow", "say": [LINE]})
    assert timeline.scenes[0].pieces[0].speed == 0.25


def test_speed_shortens_a_stretch() -> None:
    """Twice the pace, half the time; a silent scene shows the whole stretch."""
    timeline, _ = lay({}, {"footage": "a.mp4", "from": 2, "speed": 2.0})
    assert timeline.duration_ms == 4000
    assert timeline.scenes[0].pieces == (Piece(2000, 4000, 2.0),)


def test_kept_sound_is_placed_with_its_picture() -> None:
    """The footage's own sound plays with its picture, as long as the file has any, with the scene's fades."""
    timeline, _ = lay(
        {},
        {"card": "title"},
        {
            "footage": "a.mp4",
            "from": 4,
            "sound": "keep",
            "lines": [{"ko": "말", "at": 1, "to": 3}],
            "transition": {"kind": "fade", "seconds": 0.4},
        },
    )
    (sound,) = timeline.sounds
    assert (sound.start_ms, sound.duration_ms, sound.source_ms) == (3600, 6000, 4000)
    assert (sound.fade_in_ms, sound.fade_out_ms) == (400, 0)
    assert sound.path == Path("a.mp4")


SCENES = st.lists(
    st.tuples(st.lists(st.integers(200, 6000), max_size=4), st.sampled_from([0, 0.2, 0.6, 2.0])),
    min_size=1,
    max_size=5,
)


@given(SCENES)
def test_every_layout_is_whole(shape: list[tuple[list[int], float]]) -> None:
    """Scenes follow without a gap, on the step grid; lines keep their order and stay clear of the fades."""
    spoken = {(i, j): take(ms) for i, (lines, _) in enumerate(shape) for j, ms in enumerate(lines)}
    scenes: list[dict[str, object]] = [
        {
            "image": "a.jpg",
            "say": [LINE] * len(lines),
            "transition": {"kind": "fade" if fade and index else "cut", "seconds": fade or 0.4},
        }
        for index, (lines, fade) in enumerate(shape)
    ]
    timeline, misfits = lay(spoken, *scenes)
    end = 0
    for placed, (lines, _) in zip(timeline.scenes, shape, strict=True):
        assert placed.start_ms == end - placed.fade_in_ms
        assert placed.duration_ms % STEP_MS == 0
        assert placed.duration_ms > placed.fade_in_ms + placed.fade_out_ms
        at = placed.fade_in_ms
        for start, length in zip(placed.line_starts, lines, strict=True):
            assert start > at
            at = start + length
        assert at <= placed.duration_ms - placed.fade_out_ms
        end = placed.start_ms + placed.duration_ms
    assert timeline.duration_ms == end
    assert misfits == []
