"""A message rendered by the whole pipeline passes: cards, a still, fades and subtitles in hoso's own type."""

from __future__ import annotations

from dataclasses import replace

import pysrt
import pytest

from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.request import Outcome
from hoso.release.qc.expectation import DueCue, Expectation
from hoso.release.qc.inspection import inspect
from hoso.release.qc.means import Means
from hoso.release.qc.stretches import Stretch
from hoso.subtitles.cues import Cue


@pytest.fixture(scope="module")
def expected(rendered: tuple[Project, Outcome]) -> Expectation:
    """What the script asks for. The first second is a card."""
    project, outcome = rendered
    (made,) = outcome.renditions
    catalog = Catalog.load(project)
    channel = catalog.channel("tiny")
    subtitles = pysrt.open(str(project.subtitles / "message.ko.srt"), encoding="utf-8")
    cues = tuple(Cue(item.start.ordinal, item.end.ordinal, item.text) for item in subtitles)
    return Expectation(
        channel=channel,
        profile=catalog.picture(channel),
        duration_ms=made.duration_ms,
        cues=tuple(DueCue("ko", cue) for cue in cues),
        voice=tuple(Stretch(cue.start_ms, cue.end_ms) for cue in cues),
        stills=(Stretch(0, 1000),),
        voice_language="ko",
    )


def test_a_rendered_message_passes(rendered: tuple[Project, Outcome], expected: Expectation) -> None:
    """The only things left unmeasured are those that need files to compare with."""
    (made,) = rendered[1].renditions
    inspection = inspect(made.path, expected, Means())
    assert [f"{fault.rule}: {fault.message}" for fault in inspection.faults] == []
    assert inspection.measured is not None
    assert len(inspection.measured.unmeasured) == 2


def test_faults_are_problems_of_the_file(rendered: tuple[Project, Outcome], expected: Expectation) -> None:
    """Against itself nothing differs: all cues are missing, and problems name the file and the channel."""
    (made,) = rendered[1].renditions
    inspection = inspect(made.path, replace(expected, clean=made.path), Means())
    assert [fault.rule for fault in inspection.faults] == ["missing subtitle"] * len(expected.cues)
    problems = inspection.problems("tiny")
    assert problems[0].path == made.path
    assert "tiny (missing subtitle)" in problems[0].message
    assert problems[0].remedy
