"""A film in two languages, with a style for one scene and a speaker's name, rendered and looked at."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pysrt
import pytest
from numpy.typing import NDArray

from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.request import Outcome
from hoso.styles.model import CLEAR
from hoso.subtitles.look.layout import anchor, band
from tests.pipeline.pipeline_material import make_project, render

SCRIPT = """\
title: {ko: 조선인민군 군인 여러분에게, ru: Солдатам}
editions: [{voice: ko, subtitles: [ko, ru]}]
scenes:
  - card: title
    seconds: 1
  - footage: "겨울 들판's 1.mp4"
    from: 0:00.4
    say:
      - id: first
        ko: "**무의미하게** 죽지 마십시오. 살아야 합니다."
        ru: "Не погибайте **бессмысленно**. Надо жить."
  - image: camp.png
    motion: none
    style: top
    say:
      - id: third
        ko: 음식과 온기를 드릴 것입니다.
        ru: Вам дадут еду и тепло.
        speaker: {ko: 병사, ru: Солдат}
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, material: Path) -> tuple[Project, Outcome]:
    """The project after it was rendered."""
    project = make_project(tmp_path_factory.mktemp("looks"), material)
    (project.scripts / "message.yaml").write_text(SCRIPT, "utf-8")
    return project, render(project)


def frame_at(path: Path, ms: int) -> NDArray[np.int16]:
    """The luma of the frame that is seen at `ms`."""
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            if float(frame.time or 0) * 1000 > ms - 40:
                return frame.to_ndarray(format="gray").astype(np.int16)
    raise AssertionError(f"nothing is seen at {ms}")


def test_an_edition_in_two_languages_has_both_files_and_one_film(shown: tuple[Project, Outcome]) -> None:
    """Named by both; each language's own file has its words, stress as SRT's bold, and who speaks."""
    project, outcome = shown
    (made,) = outcome.renditions
    assert made.edition == "ko-ko+ru"
    texts = {
        language: [cue.text for cue in pysrt.open(str(project.subtitles / f"message.{language}.srt"))]
        for language in ("ko", "ru")
    }
    assert texts["ko"][0] == "<b>무의미하게</b> 죽지 마십시오."
    assert texts["ru"][0] == "Не погибайте <b>бессмысленно</b>."
    assert texts["ko"][-1].replace("\n", " ") == "병사: 음식과 온기를 드릴 것입니다."
    assert texts["ru"][-1].replace("\n", " ") == "Солдат: Вам дадут еду и тепло."


def test_both_languages_are_seen_where_their_scene_puts_them(shown: tuple[Project, Outcome]) -> None:
    """On footage below, the one above the other; in the scene of the style `top`, above."""
    project, outcome = shown
    (made,) = outcome.renditions
    profile = Catalog.load(project).profile("tiny")
    cues = pysrt.open(str(project.subtitles / "message.ko.srt"))
    still = frame_at(made.path, (cues[-1].start.ordinal + cues[-1].end.ordinal) // 2)
    bare = frame_at(made.path, cues[-1].end.ordinal + 200)
    changed = np.abs(still - bare) > 40
    high = band(profile, CLEAR, paired=True)
    assert changed[profile.safe.top : profile.safe.top + high].any()
    assert not changed[profile.safe.top + high :].any()
    footage = frame_at(made.path, cues[0].start.ordinal + 300)
    meeting = anchor(profile, "ko", CLEAR, "lower").y
    em = round(profile.subtitle_size * profile.height)
    letters = footage > 220
    assert letters[meeting - em : meeting, 100:380].mean() > 0.05
    assert letters[meeting : meeting + em, 100:380].mean() > 0.05
