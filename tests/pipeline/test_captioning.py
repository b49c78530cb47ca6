"""Captions of an edition: languages in their places, scenes in their styles, speakers by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.captioning import captions_of, style_at, styles_of
from hoso.script.model import Message
from hoso.subtitles.cues import Cue
from hoso.timeline.model import PlacedScene, Timeline

MESSAGE = Message.model_validate(
    {
        "title": {"ko": "제목", "ru": "Название"},
        "style": "box",
        "scenes": [
            {"card": "title"},
            {
                "card": "title",
                "style": "top",
                "say": [
                    {"ko": "말", "ru": "Слово", "speaker": {"ko": "병사", "ru": "Солдат"}},
                    {"ko": "글", "ru": "Буква", "speaker": {"ko": "병사: 젊은이", "ru": "Юноша"}},
                ],
            },
        ],
    }
)
FIRST, SECOND = MESSAGE.scenes
TIMELINE = Timeline(
    (PlacedScene(0, FIRST, 0, 4000, 0, 600, ()), PlacedScene(1, SECOND, 3400, 4000, 600, 0, ())),
    (),
    (),
    None,
    7400,
)


def test_a_caption_has_the_style_of_the_scene_in_which_it_begins() -> None:
    """During a fade that is the scene that ends; where a scene says nothing, the message's."""
    assert [style_at(MESSAGE, TIMELINE, ms) for ms in (0, 3399, 3999, 4000, 7399)] == [
        *("box", "box", "box", "top", "top")
    ]


def test_the_first_language_is_the_upper() -> None:
    """Each keeps its own times; they come in the order of time."""
    cues = {"ko": (Cue(0, 900, "가"), Cue(1000, 1900, "나")), "ru": (Cue(100, 1900, "А"),)}
    captions = captions_of(cues, ("ko", "ru"), MESSAGE, TIMELINE)  # type: ignore[arg-type]
    assert [(one.start_ms, one.language, one.slot) for one in captions] == [
        (0, "ko", "upper"),
        (100, "ru", "lower"),
        (1000, "ko", "upper"),
    ]
    alone = captions_of(cues, ("ru",), MESSAGE, TIMELINE)  # type: ignore[arg-type]
    assert [(one.language, one.slot) for one in alone] == [("ru", "only")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("병사: 말", "병사:"),
        ("병사: 젊은이: 글", "병사: 젊은이:"),
        ("병사:말", ""),
        ("Солдат: 말", ""),
        ("말 병사: 말", ""),
    ],
)
def test_a_speaker_is_known_by_the_scripts_names(text: str, label: str) -> None:
    """At a cue's beginning, in its own language, however an editor has moved the cue."""
    (caption,) = captions_of({"ko": (Cue(5000, 6000, text),)}, ("ko",), MESSAGE, TIMELINE)
    assert caption.label == label


def test_only_the_styles_that_are_named_are_read(tmp_path: Path) -> None:
    """A broken file that nobody uses breaks nothing; one that is used stops the work with its place."""
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.yaml").write_text("name: mine\n", "utf-8")
    project = Project(tmp_path)
    assert sorted(styles_of(project, MESSAGE)) == ["box", "top"]
    with pytest.raises(InputError, match=r"mine\.yaml:1:1: `title` is missing"):
        styles_of(project, MESSAGE.model_copy(update={"style": "mine"}))
