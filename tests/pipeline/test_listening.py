"""Lines in footage without times: heard by check and render, or an error at their place."""

from __future__ import annotations

from pathlib import Path

import pysrt
import pytest

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest_file
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.base.store import Store
from hoso.media.speech import speech
from hoso.pipeline.check import check_all
from hoso.script.reader import read_message
from hoso.script.scenes import FootageScene
from hoso.timeline.cueing import HANG_MS
from hoso.timeline.proposing import in_scene, propose
from tests.pipeline.pipeline_material import make_project, render
from tests.speech_material import CALL, HOME, film, laid_out, length_ms, wind

SECONDS = 8.0
SCRIPT = """\
title: {{ko: 조선인민군 군인 여러분에게, ru: Солдатам}}
scenes:
  - card: title
    seconds: 1
  - footage: speaker.mp4
    from: {from_}
    sound: keep
    transition: {{kind: fade, seconds: 0.4}}
    lines:
      - {{ko: 살아서 돌아가십시오., ru: Возвращайтесь живыми.}}
      - {{ko: 전화하십시오!, ru: Звоните!}}
"""
STARTS = {2000: HOME, 5200: CALL}
NEAR_MS = 150
SCENE_MS = 600
"""The second scene's start: the card's second less the fade."""


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one film: two sentences, in a breeze."""
    folder = tmp_path_factory.mktemp("videos")
    film(folder / "speaker.mp4", laid_out(SECONDS, STARTS) + wind(SECONDS, 0.01), SECONDS)
    return folder


def project_with(root: Path, footage: Path, from_: float) -> Project:
    """A project whose message shows the film from `from_` seconds on."""
    project = make_project(root, footage)
    (project.scripts / "message.yaml").write_text(SCRIPT.format(from_=from_), "utf-8")
    return project


def test_cues_stand_over_the_speech(tmp_path: Path, footage: Path) -> None:
    """Nothing is wrong with lines that have no times; the subtitle file begins with what was heard."""
    project = project_with(tmp_path, footage, from_=1)
    assert check_all(project, [project.scripts / "message.yaml"]) == ()
    outcome = render(project)
    assert outcome.problems == ()
    cues = pysrt.open(str(project.subtitles / "message.ko.srt"), encoding="utf-8")
    assert [cue.text for cue in cues] == list(STARTS.values())
    for cue, (start, text) in zip(cues, STARTS.items(), strict=True):
        heard = SCENE_MS + start - 1000
        assert abs(cue.start.ordinal - heard) <= NEAR_MS
        assert 0 <= cue.end.ordinal - (heard + length_ms(text)) <= HANG_MS + NEAR_MS


def test_lines_that_nobody_says_are_errors(tmp_path: Path, footage: Path) -> None:
    """The film's last second is silent: check and render name both lines, the footage and what to do."""
    project = project_with(tmp_path, footage, from_=7)
    script = project.scripts / "message.yaml"
    found = check_all(project, [script])
    assert [problem.place for problem in found] == [f"{script}:10:9", f"{script}:11:9"]
    assert found[0].message == "no speech is heard in speaker.mp4 between 0:07 and 0:08 for this line"
    assert found[0].remedy == "Give it `at` and `to`, or show footage in which it is said."
    with pytest.raises(InputError) as refused:
        render(project)
    assert refused.value.problems == found
    assert not project.subtitles.exists()


def test_a_speaker_is_timed_as_the_script_times_them(tmp_path: Path) -> None:
    """The sample's volunteer, without the times that are written there: heard within a few frames of them."""
    root = Path(__file__).parents[2]
    message = read_message(root / "scripts" / "volunteer-2024-12-03.yaml", Project(root)).message
    (scene,) = (scene for scene in message.scenes if isinstance(scene, FootageScene) and scene.lines)
    path = root / "videos" / scene.footage
    bare = [line.model_copy(update={"at": None, "to": None}) for line in scene.lines]
    said = speech(path, digest_file(path), Store(tmp_path), CancelToken())
    proposal = propose(bare, in_scene(said, scene, 15_000), 15_000)
    for old, new in zip(scene.lines, proposal.lines, strict=True):
        assert old.span
        assert new.span
        assert max(abs(a - b) for a, b in zip(old.span, new.span, strict=True)) <= NEAR_MS
