"""Cutting a timeline into segments."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hoso.base.clock import STEP_MS
from hoso.render.runs import LONGEST_MS, MOST_SPANS, runs, stretches
from hoso.render.segments import LEAST_GRID_MS, Segment, Span, cut, grid_ms
from hoso.script.scenes import CardScene
from hoso.subtitles.look.captions import Caption
from hoso.timeline.model import PlacedScene, Timeline

CARD = CardScene(card="title")
GRIDS = st.sampled_from([400, 1000, 2000])
GRID_MS = 2000
STEPS = st.integers(1, 60).map(lambda steps: steps * STEP_MS)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Any timeline of up to six scenes with cuts and fades."""
    count = draw(st.integers(1, 6))
    fades = [0, *(draw(st.sampled_from([0, 200, 600, 2000])) for _ in range(count - 1)), 0]
    scenes = []
    start = 0
    for index in range(count):
        duration = fades[index] + fades[index + 1] + draw(STEPS)
        start -= fades[index]
        scenes.append(PlacedScene(index, CARD, start, duration, fades[index], fades[index + 1], ()))
        start += duration
    return Timeline(tuple(scenes), (), (), None, start)


CAPTIONS = st.lists(
    st.tuples(st.integers(0, 60_000), st.integers(1, 7000)).map(
        lambda at: Caption(at[0], at[0] + at[1], "글")
    ),
    max_size=8,
)


def test_the_grid_is_that_of_the_gops() -> None:
    """A segment is a GOP, so that no more than the GOPs that change are encoded; the shortest share one."""
    assert [grid_ms(gop) for gop in (200, 400, 1000, 2000)] == [LEAST_GRID_MS, 400, 1000, 2000]


@given(timelines(), GRIDS)
def test_segments_cover_the_programme(timeline: Timeline, grid: int) -> None:
    """One after the other, no gap, no overlap, all on the step; none longer than the grid but a fade."""
    segments = cut(timeline, [], grid)
    at = 0
    for segment in segments:
        assert segment.start_ms == at
        assert 0 < segment.duration_ms <= (grid if len(segment.spans) == 1 else 2000)
        assert segment.duration_ms % STEP_MS == 0
        assert all(span.duration_ms == segment.duration_ms for span in segment.spans)
        at = segment.end_ms
    assert at == timeline.duration_ms


@given(timelines())
def test_every_moment_of_a_scene_is_in_one_segment(timeline: Timeline) -> None:
    """The spans of each scene cover it from its first to its last ms, fades included."""
    segments = cut(timeline, [], GRID_MS)
    for scene in timeline.scenes:
        spans = sorted(
            (span for segment in segments for span in segment.spans if span.scene == scene.index),
            key=lambda span: span.offset_ms,
        )
        at = 0
        for span in spans:
            assert span.offset_ms == at
            at = span.end_ms
        assert at == scene.duration_ms


@given(timelines(), CAPTIONS)
def test_cues_are_seen_where_they_are_due(timeline: Timeline, captions: list[Caption]) -> None:
    """Each segment holds just the parts of cues within it, in its own time, and knows the wholes' ends."""
    wholes = {(caption.start_ms, caption.end_ms) for caption in captions}
    for segment in cut(timeline, captions, GRID_MS):
        for cue in segment.captions:
            assert 0 <= cue.start_ms < cue.end_ms <= segment.duration_ms
            whole = cue.start_ms - cue.before_ms, cue.end_ms + cue.after_ms
            assert tuple(ms + segment.start_ms for ms in whole) in wholes
        due = {
            ms
            for cue in captions
            for ms in range(max(cue.start_ms, segment.start_ms), min(cue.end_ms, segment.end_ms), 50)
        }
        assert all(
            any(cue.start_ms <= ms - segment.start_ms < cue.end_ms for cue in segment.captions) for ms in due
        )


@given(timelines(), st.integers(0, 5), STEPS)
def test_a_longer_scene_moves_no_other(timeline: Timeline, which: int, more: int) -> None:
    """The grid is a scene's own: when one grows, the spans of the others stay as they were."""
    grown = which % len(timeline.scenes)
    scenes = [
        PlacedScene(
            scene.index,
            scene.scene,
            scene.start_ms + (more if scene.index > grown else 0),
            scene.duration_ms + (more if scene.index == grown else 0),
            scene.fade_in_ms,
            scene.fade_out_ms,
            (),
        )
        for scene in timeline.scenes
    ]
    after = cut(Timeline(tuple(scenes), (), (), None, timeline.duration_ms + more), [], GRID_MS)

    def others(segments: tuple[Segment, ...]) -> list[tuple[Span, ...]]:
        return [segment.spans for segment in segments if all(span.scene != grown for span in segment.spans)]

    assert others(cut(timeline, [], GRID_MS)) == others(after)


@given(timelines(), st.integers(1, 8), st.randoms(use_true_random=False))
def test_runs_hold_all_that_is_missing(timeline: Timeline, workers: int, random: object) -> None:
    """Every missing segment is in just one run; a run is of neighbours, no longer or wider than allowed."""
    segments = cut(timeline, [], GRID_MS)
    missing = {index for index in range(len(segments)) if index * 7 % 3}
    found = runs(segments, missing, workers)
    assert sorted(index for run in found for index in run.indices) == sorted(missing)
    for run in found:
        assert list(run.indices) == list(range(run.indices[0], run.indices[-1] + 1))
        assert sum(segments[index].duration_ms for index in run.indices) <= LONGEST_MS
        decoders = sum(len(spans) for spans in stretches([segments[index] for index in run.indices]))
        assert decoders <= MOST_SPANS


@given(timelines())
def test_stretches_join_what_follows_in_one_scene(timeline: Timeline) -> None:
    """The stretches of a run last as long as its segments, and none could be joined to the one before."""
    segments = cut(timeline, [], GRID_MS)
    found = stretches(segments)
    assert sum(spans[0].duration_ms for spans in found) == timeline.duration_ms
    for before, after in pairwise(found):
        joinable = len(before) == len(after) == 1 and before[0].scene == after[0].scene
        assert not (joinable and before[0].end_ms == after[0].offset_ms)
