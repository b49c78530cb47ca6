"""A take: one line, spoken and kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from hoso.base.languages import Language

SAMPLE_RATE = 48_000
"""Hz of every take: mono, 16-bit PCM in a WAV file."""

Grade = Literal["approved", "draft"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line as the subtitle shows it, and when it is heard, in ms from the take's start."""

    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Take:
    """A spoken line: trimmed of silence, levelled, 48 kHz mono 16-bit WAV."""

    key: str
    """Content key: stands for text, engine, voice, speed and engine version."""
    path: Path
    samples: int
    engine: str
    voice: str
    grade: Grade
    words: tuple[Word, ...] = ()
    """Empty where the engine gives no word times."""

    @property
    def duration_ms(self) -> int:
        """Length, rounded up to a millisecond."""
        return -(-self.samples * 1000 // SAMPLE_RATE)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an engine is asked to say."""

    text: str
    """As the subtitle shows it."""
    spoken: str
    """As it is read: lexicon applied, numbers spelled out."""
    language: Language
    speed: float
    voice: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine gives back, before trimming and levelling."""

    audio: bytes
    """A whole audio file of any format that ffmpeg's libraries read."""
    words: tuple[Word, ...] = ()


class VoiceError(Exception):
    """The engine could not speak. The message says why and is shown to people."""


class Engine(Protocol):
    """A voice. To add one: CONTRIBUTING.md, "A voice"."""

    name: str
    version: str
    """Part of the key: change it when the same text would sound otherwise."""
    grade: Grade
    online: bool
    languages: tuple[Language, ...]

    def voices(self, language: Language) -> tuple[str, ...]:
        """The voices for `language`; the first is the default."""
        ...

    def speak(self, utterance: Utterance) -> Speech:
        """Say it. Raises VoiceError."""
        ...
