"""An edition is spoken by one engine; what is kept is used; what can't be done is said."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from hoso.base.events import Event, Miss, Notice, Stage, Step
from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError, InputError
from hoso.script.model import VoiceChoice
from hoso.voice import catalog
from hoso.voice.booth import (
    LineToSay,
    Part,
    find_takes,
    input_problems,
    record,
    speaks_synthetically,
)
from hoso.voice.takes import SAMPLE_RATE, Engine, Grade, Speech, Surroundings, Utterance, VoiceError, Word

LINES = (
    LineToSay("hello", "안녕하십니까, KPA 여러분!"),
    LineToSay("2", "24시간 전화"),
    LineToSay("3", "10월 23일"),
)


class Hum(Engine):
    """A real engine without a model: hums for as long as the text is, word by word."""

    version = "1"
    languages = ("ko", "ru")

    def __init__(self, name: str, *, grade: Grade = "approved", online: bool = False) -> None:
        self.name, self.grade, self.online = name, grade, online
        self.said: list[str] = []
        self.fails_on: set[str] = set()
        self.pitch = 200.0

    def voices(self, language: str) -> tuple[str, ...]:
        """Two voices in Korean, one in Russian."""
        return {"ko": ("low", "high"), "ru": ("low",)}.get(language, ())

    def speak(self, utterance: Utterance, token: CancelToken) -> Speech:
        """Hum, 100 ms for each letter."""
        token.check()
        if utterance.line in self.fails_on:
            raise VoiceError("the line is busy")
        self.said.append(utterance.spoken)
        words = utterance.spoken.split()
        ends = np.cumsum([100 * len(word) for word in words])
        time = np.arange(int(ends[-1]) * SAMPLE_RATE // 1000) / SAMPLE_RATE
        audio = (0.3 * np.sin(2 * np.pi * self.pitch * time)).astype(np.float32)
        times = [
            Word(word, int(end) - 100 * len(word), int(end)) for word, end in zip(words, ends, strict=True)
        ]
        return Speech(_wav(audio), tuple(times), utterance.speed)


def _wav(samples: np.ndarray[tuple[int], np.dtype[np.float32]]) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples, SAMPLE_RATE, format="WAV")
    return file.getvalue()


@dataclass
class Studio:
    """Two engines, a part for them, and everything that was said about the work."""

    near: Hum
    far: Hum
    part: Part
    events: list[Event]

    def record(self, *, revoice: bool = False):  # type: ignore[no-untyped-def]
        """Record the part."""
        self.events.clear()
        return record(self.part, revoice=revoice, listen=self.events.append, token=CancelToken())

    @property
    def warnings(self) -> list[str]:
        """What people were told."""
        return [str(event.problem) for event in self.events if isinstance(event, Notice)]


@pytest.fixture
def studio(surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """An online engine and an embedded one, listed beside those that are installed."""
    near, far = Hum("near", grade="draft"), Hum("far", online=True)
    near.pitch = 300.0
    entries = {**catalog._entries(), "near": _Entry(near), "far": _Entry(far)}
    monkeypatch.setattr(catalog, "_entries", lambda: entries)
    choice = VoiceChoice(engine="far", fallback="near")
    assert surroundings.message is not None
    part = Part("ko", LINES, choice, {"KPA": "조선인민군"}, surroundings.project, surroundings.message)
    return Studio(near, far, part, [])


@dataclass(frozen=True)
class _Entry:
    engine: Hum
    value: str = "test"

    def load(self):  # type: ignore[no-untyped-def]
        """What an entry point gives: a factory."""
        return lambda _: self.engine


def test_every_line_gets_a_take_in_order(studio: Studio) -> None:
    """Spoken with the lexicon and spelled-out numbers, kept as 48 kHz mono, with the words as shown timed."""
    recording = studio.record()
    assert studio.far.said == ["안녕하십니까, 조선인민군 여러분!", "이십사 시간 전화", "시월 이십삼일"]
    assert (recording.engine, recording.voice, recording.grade) == ("far", "low", "approved")
    assert recording.fallback_reason is None
    assert all(take.synthetic for take in recording.takes)
    for take, line in zip(recording.takes, LINES, strict=True):
        info = soundfile.info(take.path)
        assert (info.samplerate, info.channels, info.frames) == (SAMPLE_RATE, 1, take.samples)
        assert [word.text for word in take.words] == line.text.split()
        assert 0 <= take.words[0].start_ms <= take.words[-1].end_ms <= take.duration_ms
    assert studio.events[0] == Stage("voice", "hello", 3)
    assert [event for event in studio.events if isinstance(event, Step)] == [Step("voice", "hello")] * 3
    misses = [event for event in studio.events if isinstance(event, Miss)]
    assert [miss.what for miss in misses] == ["voice, line hello", "voice, line 2", "voice, line 3"]


def test_kept_takes_are_used_without_the_engine(studio: Studio) -> None:
    """The second time nothing is spoken, and no network is touched."""
    first = studio.record()
    studio.far.said.clear()
    studio.far.fails_on = {line.name for line in LINES}
    assert studio.record() == first
    assert studio.far.said == []
    assert studio.events[1:] == [Step("voice", "hello", reused=True)] * 3
    assert find_takes(studio.part) == first.takes


def test_only_a_changed_line_is_spoken_again(studio: Studio) -> None:
    """A take belongs to what is said, not to its place."""
    studio.record()
    studio.far.said.clear()
    studio.part = replace(studio.part, lines=(LINES[2], LineToSay("new", "새 말"), LINES[0]))
    studio.record()
    assert studio.far.said == ["새 말"]


def test_a_new_look_of_the_same_words_needs_no_new_take(studio: Studio) -> None:
    """10월 and 시월 sound the same; the words as shown follow the text."""
    first = studio.record()
    studio.far.said.clear()
    studio.part = replace(studio.part, lines=(LineToSay("x", "시월 이십삼일"),))
    (take,) = studio.record().takes
    assert studio.far.said == []
    assert take.digest == first.takes[2].digest
    assert [word.text for word in take.words] == ["시월", "이십삼일"]


def test_one_failed_line_gives_the_whole_edition_to_the_fallback(studio: Studio) -> None:
    """Never two voices in one edition; the reason is returned and said once."""
    studio.far.fails_on = {"3"}
    recording = studio.record()
    assert {take.engine for take in recording.takes} == {"near"}
    assert (recording.engine, recording.grade, recording.fallback_reason) == (
        "near",
        "draft",
        "the line is busy",
    )
    assert len(studio.near.said) == 3
    assert len(studio.warnings) == 1
    assert "'near' speaks the whole edition" in studio.warnings[0]
    assert sum(isinstance(event, Step) for event in studio.events) == 3


def test_the_fallback_gives_way_when_the_chosen_engine_is_back(studio: Studio) -> None:
    """Lines that it already spoke are kept from the first try; while it is away the fallback's takes are."""
    studio.far.fails_on = {"3"}
    studio.record()
    studio.near.said.clear()
    assert studio.record().engine == "near"
    assert studio.near.said == []
    assert {take.engine for take in find_takes(studio.part) if take} == {"near"}
    studio.far.said.clear()
    studio.far.fails_on = set()
    assert studio.record().engine == "far"
    assert studio.far.said == ["시월 이십삼일"]


def test_revoice_replaces_the_takes(studio: Studio) -> None:
    """The key stands for the words, the digest for the sound."""
    before = studio.record().takes
    studio.far.pitch = 250.0
    assert studio.record().takes == before
    after = studio.record(revoice=True).takes
    assert [take.key for take in after] == [take.key for take in before]
    assert all(new.digest != old.digest for new, old in zip(after, before, strict=True))
    assert studio.record().takes == after


def test_a_failed_revoice_keeps_the_takes_there_are(studio: Studio) -> None:
    """A flaky network never changes a film."""
    before = studio.record().takes
    studio.far.fails_on = {"hello"}
    recording = studio.record(revoice=True)
    assert recording.takes == before
    assert "its kept takes stay" in studio.warnings[0]


def test_without_a_fallback_the_failure_is_the_users_to_mend(studio: Studio) -> None:
    """And where both fail, both reasons are given."""
    studio.far.fails_on = studio.near.fails_on = {"2"}
    with pytest.raises(HosoError, match="far: the line is busy; near: the line is busy"):
        studio.record()
    studio.part = replace(studio.part, choice=VoiceChoice(engine="far", fallback=None))
    with pytest.raises(HosoError, match="'far' could not speak: the line is busy"):
        studio.record()


def test_half_a_take_is_not_kept(studio: Studio) -> None:
    """A sound without its facts, or with those of another, is spoken again."""
    takes = studio.record().takes
    takes[0].path.with_suffix(".json").unlink()
    takes[1].path.write_bytes(takes[2].path.read_bytes())
    assert find_takes(studio.part) == (None, None, takes[2])
    studio.far.said.clear()
    assert studio.record().takes == takes
    assert len(studio.far.said) == 2


def test_voice_and_speed_and_language_are_part_of_the_key(studio: Studio) -> None:
    """Another voice is another take."""
    keys = {studio.record().takes[0].key}
    for change in ({"name": "high"}, {"speed": 1.2}):
        choice = studio.part.choice.model_copy(update=change)
        keys.add(
            record(replace(studio.part, choice=choice), revoice=False, listen=print, token=CancelToken())
            .takes[0]
            .key
        )
    keys.add(
        record(replace(studio.part, language="ru"), revoice=False, listen=print, token=CancelToken())
        .takes[0]
        .key
    )
    assert len(keys) == 4


def test_an_engine_with_wrong_word_times_is_found_out(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plug-in's mistake is named, not spread over the subtitles."""
    speak = studio.far.speak

    def short(utterance: Utterance, token: CancelToken) -> Speech:
        speech = speak(utterance, token)
        return Speech(speech.audio, speech.words[:1], speech.speed)

    monkeypatch.setattr(studio.far, "speak", short)
    assert "1 word times for 3 words" in str(studio.record().fallback_reason)


def test_a_stopped_job_leaves_what_it_has(studio: Studio) -> None:
    """The next run goes on from there."""
    token = CancelToken()

    def stop(event: Event) -> None:
        if isinstance(event, Step):
            token.cancel()

    with pytest.raises(Cancelled):
        record(studio.part, revoice=False, listen=stop, token=token)
    assert len(studio.far.said) == 1
    studio.record()
    assert len(studio.far.said) == 3


def test_a_wrong_engine_or_voice_is_named_with_the_nearest(studio: Studio) -> None:
    """Before anything is spoken."""
    for choice, words in (
        (VoiceChoice(engine="gtss"), "no voice engine 'gtss'\n  Did you mean 'gtts'?"),
        (VoiceChoice(engine="far", fallback="koko"), "no voice engine 'koko'\n  Did you mean 'kokoro'?"),
        (VoiceChoice(engine="far", name="hihg"), "no voice 'hihg' for 'ko'\n  Did you mean 'high'?"),
    ):
        problems = input_problems(replace(studio.part, choice=choice))
        assert len(problems) == 1
        assert words in str(problems[0])
    with pytest.raises(InputError, match="does not speak 'en'"):
        record(replace(studio.part, language="en"), revoice=False, listen=print, token=CancelToken())


def test_what_is_kept_says_what_it_is(studio: Studio) -> None:
    """Beside each sound, for people and for the manifest."""
    take = studio.record().takes[1]
    facts = json.loads(take.path.with_suffix(".json").read_text(encoding="utf-8"))
    assert (facts["text"], facts["spoken"], facts["engine"]) == ("24시간 전화", "이십사 시간 전화", "far")


def _recorded(studio: Studio) -> Path:
    studio.part = replace(studio.part, choice=VoiceChoice(engine="recorded", fallback=None))
    folder = studio.part.project.videos / "hello"
    folder.mkdir(parents=True)
    return folder


def test_all_missing_recordings_are_listed_at_once(studio: Studio) -> None:
    """With the path where each is looked for; the fallback never speaks for a person."""
    folder = _recorded(studio)
    studio.part = replace(studio.part, choice=VoiceChoice(engine="recorded", fallback="near"))
    soundfile.write(folder / "2.ko.flac", np.full(48_000, 0.1), 48_000)
    with pytest.raises(InputError) as failure:
        studio.record()
    assert [problem.path for problem in failure.value.problems] == [
        folder / "hello.ko.wav",
        folder / "3.ko.wav",
    ]
    assert failure.value.problems == input_problems(studio.part)
    assert studio.near.said == []


def test_a_recording_is_finished_like_any_take_and_followed_when_it_changes(studio: Studio) -> None:
    """Another file under the same name is another take."""
    folder = _recorded(studio)
    for line in LINES:
        (folder / f"{line.name}.ko.wav").write_bytes(_hum(0.5))
    first = studio.record()
    assert (first.engine, first.grade, first.takes[0].words) == ("recorded", "approved", ())
    assert not any(take.synthetic for take in first.takes)
    assert first.takes[0].duration_ms == pytest.approx(500, abs=20)
    (folder / "2.ko.wav").write_bytes(_hum(0.8))
    second = studio.record()
    assert [new == old for new, old in zip(second.takes, first.takes, strict=True)] == [True, False, True]
    assert second.takes[1].duration_ms == pytest.approx(800, abs=20)


def _hum(seconds: float) -> bytes:
    return _wav((0.1 * np.sin(np.arange(int(seconds * SAMPLE_RATE)) / 20)).astype(np.float32))


def test_whether_a_machine_will_speak_is_known_before(studio: Studio) -> None:
    """By the chosen engine; none where nothing is said, and one where the engine is unknown, to be safe."""
    assert speaks_synthetically(studio.part)
    assert not speaks_synthetically(replace(studio.part, lines=()))
    assert speaks_synthetically(replace(studio.part, choice=VoiceChoice(engine="nobody")))
    _recorded(studio)
    assert not speaks_synthetically(studio.part)
