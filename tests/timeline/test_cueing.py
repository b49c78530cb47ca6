"""Cues follow the words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hoso.script.model import Message
from hoso.subtitles.cues import cues_of
from hoso.timeline.cueing import GAP_MS, HANG_MS, cued_lines
from hoso.timeline.plan import Spoken, plan
from hoso.voice.takes import SAMPLE_RATE, Take, Word

MESSAGE = Message.model_validate(
    {
        "title": {"ko": "제목"},
        "scenes": [
            {
                "image": "a.jpg",
                "say": [
                    {"ko": "죽지 마십시오. 살아야 합니다.", "ru": "Не погибайте. Надо жить."},
                    {"ko": "항복하십시오!", "ru": "Сдавайтесь!"},
                ],
            },
            {
                "footage": "b.mp4",
                "sound": "keep",
                "lines": [{"at": 1, "to": 3, "ko": "여기 있습니다.", "ru": "Я здесь."}],
            },
        ],
    }
)
WORDS = (
    Word("죽지", 0, 400),
    Word("마십시오.", 400, 1100),
    Word("살아야", 1900, 2300),
    Word("합니다.", 2300, 3000),
)


def spoken() -> Spoken:
    """Two takes, the first with word times."""
    path = Path("take.wav")
    return {
        (0, 0): Take("a", "d", path, 3 * SAMPLE_RATE, "kokoro", "jf", "draft", WORDS),
        (0, 1): Take("b", "d", path, SAMPLE_RATE, "kokoro", "jf", "draft"),
    }


def test_cues_are_timed_by_the_words_heard() -> None:
    """Each sentence begins when its first word is heard; the line in the footage has its own times."""
    timeline, _ = plan(MESSAGE, spoken(), lambda _: 5000, Path)
    cues = cues_of(cued_lines(timeline, spoken(), "ko", "ko"))
    assert [cue.text for cue in cues] == [
        "죽지 마십시오.",
        "살아야 합니다.",
        "항복하십시오!",
        "여기 있습니다.",
    ]
    assert [cue.start_ms for cue in cues] == [200, 2100, 3550, timeline.scenes[1].start_ms + 1000]


def test_another_language_shares_the_time() -> None:
    """Russian under a Korean voice: the same lines, the line's time shared by its sentences."""
    timeline, _ = plan(MESSAGE, spoken(), lambda _: 5000, Path)
    cues = cues_of(cued_lines(timeline, spoken(), "ko", "ru"))
    assert [cue.text for cue in cues] == ["Не погибайте.", "Надо жить.", "Сдавайтесь!", "Я здесь."]
    assert cues[0].start_ms == 200
    assert 200 < cues[1].start_ms < 3200


def test_a_last_cue_hangs_over_a_little() -> None:
    """A cue stays a moment after the sound, or until two frames before a near next cue or cut."""
    timeline, _ = plan(MESSAGE, spoken(), lambda _: 5000, Path)
    cues = cues_of(cued_lines(timeline, spoken(), "ko", "ko"))
    assert cues[1].end_ms == cues[2].start_ms - GAP_MS
    assert 4550 + HANG_MS < cues[2].end_ms == timeline.scenes[1].start_ms - GAP_MS
    assert all(a.end_ms <= b.start_ms - GAP_MS for a, b in pairwise(cues))


def test_a_line_keeps_its_key() -> None:
    """A line's key is its id; without one it stands for its spoken words, wherever the line moves."""
    message = MESSAGE.model_copy(update={"scenes": MESSAGE.scenes[::-1]})
    timeline, _ = plan(MESSAGE, spoken(), lambda _: 5000, Path)
    moved = {(scene + 1, line): take for (scene, line), take in spoken().items()}
    turned, _ = plan(message, moved, lambda _: 5000, Path)
    lines, after = cued_lines(timeline, spoken(), "ko", "ru"), cued_lines(turned, moved, "ko", "ru")
    assert len({line.key for line in lines}) == 3
    assert {line.key for line in lines} == {line.key for line in after}
    assert [line.take for line in lines] == ["d", "d", ""]


def test_marks_are_shown_and_not_heard() -> None:
    """Emphasis and a typed break reach the cue; a line's key and word times stay as without them."""
    marked = MESSAGE.model_copy(deep=True)
    scene = marked.scenes[0]
    lines = (scene.say[0].model_copy(update={"ko": "**죽지** | 마십시오. 살아야 합니다."}), scene.say[1])
    marked = marked.model_copy(
        update={"scenes": (scene.model_copy(update={"say": lines}), *marked.scenes[1:])}
    )
    plan_of = {
        name: plan(message, spoken(), lambda _: 5000, Path)[0]
        for name, message in (("plain", MESSAGE), ("marked", marked))
    }
    plain, with_marks = (cued_lines(plan_of[name], spoken(), "ko", "ko") for name in ("plain", "marked"))
    assert [cue.text for cue in with_marks[0].cues] == ["<b>죽지</b>\n마십시오.", "살아야 합니다."]
    assert [cue.start_ms for cue in with_marks[0].cues] == [cue.start_ms for cue in plain[0].cues]
    assert [line.key for line in with_marks] == [line.key for line in plain]


def test_a_speakers_name_is_shown_and_moves_no_word() -> None:
    """It stands before the first words alone; the sentences begin when they are heard, as without it."""
    named = MESSAGE.model_dump(by_alias=True)
    named["scenes"][0]["say"][0]["speaker"] = {"ko": "젊은 병사"}
    message = Message.model_validate(named)
    timeline, _ = plan(message, spoken(), lambda _: 5000, Path)
    cues = cues_of(cued_lines(timeline, spoken(), "ko", "ko"))
    assert [cue.text for cue in cues[:2]] == ["젊은 병사: 죽지 마십시오.", "살아야 합니다."]
    assert [cue.start_ms for cue in cues[:2]] == [200, 2100]
    assert message.scenes[0].say[0].spoken("ko") == "죽지 마십시오. 살아야 합니다."
