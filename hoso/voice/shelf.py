"""Where takes are kept: a WAV file and, beside it, a JSON file that says what it is. They are never culled.

A take is found by what was asked for (its key), whatever the line looks like in the subtitle; the times of
its words are
kept as spoken and mapped to the words as shown when it is taken down.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from hoso.base.files import write_text
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest, digest_file
from hoso.voice.reading import Reading
from hoso.voice.takes import FINISH_VERSION, Engine, Take, Utterance, VoiceError, Word


@dataclass(frozen=True, slots=True)
class Request:
    """A line to be said by one engine, and how it is read."""

    utterance: Utterance
    reading: Reading
    key: str


def request(engine: Engine, utterance: Utterance, reading: Reading) -> Request:
    """The request for `utterance`; its key stands for everything that the sound depends on."""
    parts = {
        "spoken": utterance.spoken,
        "language": utterance.language,
        "engine": engine.name,
        "version": engine.version,
        "voice": utterance.voice,
        "speed": utterance.speed,
        "fingerprint": engine.fingerprint(utterance),
        "finish": FINISH_VERSION,
    }
    return Request(utterance, reading, digest(parts))


class Shelf:
    """The takes kept in `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def find(self, asked: Request, engine: Engine) -> Take | None:
        """The take of this request, or None where there is none, or only half of one."""
        sound, about = self._paths(asked.key)
        try:
            facts = json.loads(about.read_text(encoding="utf-8"))
            if facts["digest"] != digest_file(sound):
                return None
            words = tuple(Word(**word) for word in facts["words"])
            return _take(asked, engine, sound, facts["digest"], facts["samples"], words)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, asked: Request, engine: Engine, token: CancelToken) -> Take:
        """Have `engine` say it, and keep that. Raises VoiceError."""
        from hoso.voice import finish

        speech = engine.speak(asked.utterance, token)
        _check_words(speech.words, asked)
        finished = finish.finish(speech, asked.utterance.speed)
        sound, about = self._paths(asked.key)
        finish.write(sound, finished.samples)
        facts = {
            **asdict(asked.utterance),
            "engine": engine.name,
            "version": engine.version,
            "samples": int(finished.samples.size),
            "digest": digest_file(sound),
            "words": [asdict(word) for word in finished.words],
        }
        write_text(about, json.dumps(facts, ensure_ascii=False, indent=1) + "\n")
        return _take(asked, engine, sound, str(facts["digest"]), int(finished.samples.size), finished.words)

    def _paths(self, key: str) -> tuple[Path, Path]:
        folder = self._root / key[:2]
        return folder / f"{key}.wav", folder / f"{key}.json"


def _take(
    asked: Request, engine: Engine, path: Path, digest: str, samples: int, words: tuple[Word, ...]
) -> Take:
    shown = asked.reading.shown_times(words) if words else ()
    return Take(
        asked.key,
        digest,
        path,
        samples,
        engine.name,
        asked.utterance.voice,
        engine.grade,
        shown,
        engine.synthetic,
    )


def _check_words(words: tuple[Word, ...], asked: Request) -> None:
    expected = len(asked.utterance.spoken.split())
    if words and len(words) != expected:
        raise VoiceError(
            f"The engine gave {len(words)} word times for {expected} words: {asked.utterance.spoken}"
        )
