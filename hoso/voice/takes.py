"""A take: one line, spoken and kept. And what an engine is: the one protocol behind every voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from hoso.base.jobs import CancelToken
from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.script.model import Message

SAMPLE_RATE = 48_000
"""Hz of every take: mono, 16-bit PCM in a WAV file."""

FINISH_VERSION = 1
"""Part of every take's key: changes when `finish` makes another sound of the same speech."""

Grade = Literal["approved", "draft"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word and when it is heard, in ms from the start of its sound.

    In a `Take` it is a word as the subtitle shows it, in a `Speech` one as it is read.
    """

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Take:
    """A spoken line: trimmed of silence, levelled, 48 kHz mono 16-bit WAV."""

    key: str
    """Content key: stands for text, engine, voice, speed and engine version."""
    digest: str
    """SHA-256 of the WAV file. Another take of the same line has the same key and another digest."""
    path: Path
    samples: int
    engine: str
    voice: str
    grade: Grade
    words: tuple[Word, ...] = ()
    """Every whitespace-separated word of the line as shown; empty where the engine gives no word times."""
    synthetic: bool = True
    """Whether a machine speaks."""

    @property
    def duration_ms(self) -> int:
        """Length, rounded up to a millisecond."""
        return -(-self.samples * 1000 // SAMPLE_RATE)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an engine is asked to say."""

    line: str
    """The line's id, or its number counted from 1 where it has none."""
    text: str
    """As the subtitle shows it."""
    spoken: str
    """As it is read: lexicon applied, numbers spelled out, one space between words."""
    language: Language
    speed: float
    """1 is the engine's own pace, 2 twice as fast."""
    voice: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine gives back, before trimming and levelling."""

    audio: bytes
    """A whole audio file of any format that ffmpeg's libraries read."""
    words: tuple[Word, ...] = ()
    """One for every whitespace-separated word of `spoken`, in order; empty where the times are not known."""
    speed: float = 1.0
    """The pace that the engine itself spoke at; finishing makes up for what is missing of the one asked
    for."""


class VoiceError(Exception):
    """The engine could not speak. The message says why and is shown to people."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where an engine is to speak."""

    project: Project
    message: Message | None
    """None where engines are only listed."""


class Engine(Protocol):
    """A voice. To add one: CONTRIBUTING.md, "A voice".

    The entry point (group `hoso.voices`) names a factory that takes one `Surroundings` and returns the
    engine; a class with such a constructor will do. Making one must be quick and touch neither network nor
    model: `hoso voices`, and a render whose takes are all kept, make it only to ask for its name, version
    and voices. An engine that derives from this class inherits what has a body here.
    """

    name: str
    """As the entry point names it."""
    version: str
    """Part of the key: change it when the same text would sound otherwise."""
    grade: Grade
    online: bool
    languages: tuple[Language, ...]
    synthetic: bool = True
    """Whether a machine speaks: viewers are told so."""

    def voices(self, language: Language) -> tuple[str, ...]:
        """The voices for `language`; the first is the default."""
        ...

    def problems(self, utterances: Sequence[Utterance]) -> tuple[Problem, ...]:
        """What is wrong with the input and known without speaking, such as a missing recording."""
        del utterances
        return ()

    def fingerprint(self, utterance: Utterance) -> str:
        """What else the sound depends on, as part of the key: the digest of a recording. Mostly nothing."""
        del utterance
        return ""

    def speak(self, utterance: Utterance, token: CancelToken) -> Speech:
        """Say it.

        Raises VoiceError where it can't, Cancelled where `token` says stop (long waits have to look).
        """
        ...

    def rest(self) -> None:
        """Let go of what only speaking needs, such as a model: pictures are made next. It may speak again."""
        return
