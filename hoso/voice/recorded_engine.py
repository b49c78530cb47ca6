"""A person's voice: one recording a line, in videos/<message>/<line>.<language>.wav (or .flac .m4a .mp3
.ogg)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest_file
from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import Problem
from hoso.voice.takes import Engine, Grade, Speech, Surroundings, Utterance, VoiceError

ENDINGS = (".wav", ".flac", ".m4a", ".mp3", ".ogg")


class RecordedEngine(Engine):
    """Looks up recordings by the line's id, or by its number from 1 where it has none."""

    name = "recorded"
    version = "1"
    grade: Grade = "approved"
    online = False
    synthetic = False
    languages = LANGUAGES

    def __init__(self, surroundings: Surroundings) -> None:
        message = surroundings.message
        self._folder = surroundings.project.videos / (message.name if message else "")

    def voices(self, language: Language) -> tuple[str, ...]:
        """There is one: whoever was recorded."""
        return ("recorded",) if language in self.languages else ()

    def problems(self, utterances: Sequence[Utterance]) -> tuple[Problem, ...]:
        """Every recording that is not there, with the path where it is looked for."""
        return tuple(self._missing(utterance) for utterance in utterances if self.find(utterance) is None)

    def fingerprint(self, utterance: Utterance) -> str:
        """The recording's hash; empty where it is not there."""
        path = self.find(utterance)
        return digest_file(path) if path else ""

    def speak(self, utterance: Utterance, token: CancelToken) -> Speech:
        """The recording as it is. Raises VoiceError where it is not there."""
        token.check()
        path = self.find(utterance)
        if path is None:
            raise VoiceError(str(self._missing(utterance)))
        return Speech(path.read_bytes())

    def find(self, utterance: Utterance) -> Path | None:
        """The recording of this line, or None."""
        stem = self._stem(utterance)
        return next((path for path in map(stem.with_name, self._names(stem)) if path.is_file()), None)

    def _missing(self, utterance: Utterance) -> Problem:
        stem = self._stem(utterance)
        message = f"There is no recording of line '{utterance.line}' ({utterance.text})"
        return Problem(message, f"Record it, or choose another voice. Also read: {', '.join(ENDINGS[1:])}.",
                       stem.with_name(stem.name + ENDINGS[0]))  # fmt: skip

    def _stem(self, utterance: Utterance) -> Path:
        return self._folder / f"{utterance.line}.{utterance.language}"

    def _names(self, stem: Path) -> tuple[str, ...]:
        return tuple(stem.name + ending for ending in ENDINGS)
