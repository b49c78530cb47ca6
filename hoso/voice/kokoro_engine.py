"""The embedded voice: needs no network, gives exact word times, speaks with an accent (grade `draft`)."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from hoso.base.jobs import CancelToken
from hoso.base.languages import LANGUAGES, Language
from hoso.voice.takes import Engine, Grade, Speech, Surroundings, Utterance, VoiceError, Word

if TYPE_CHECKING:
    from hoso.voice.kokoro.model import Samples
    from hoso.voice.kokoro.plan import Sentence

# Best first. Character error rates, measured 2026-11-22 with Whisper-base on sentences of the sample
# messages: six Korean ones 0.15, 0.16, 0.21 in this order; three Russian ones 0.07 by jm_kumo, 0.15 by
# jf_gongitsune.
KOREAN_VOICES = ("jf_gongitsune", "jf_nezumi", "jm_kumo")
OTHER_VOICES = ("jm_kumo", "jf_gongitsune", "jf_nezumi")
PAUSE_MS = 350
"""Silence between two sentences of one line."""
QUIET = 0.01
"""What is softer (full scale is 1) is silence at a sentence's edge."""
EDGE_MS = 40


class KokoroEngine(Engine):
    """Kokoro-82M with our own Korean pronunciation and espeak-ng's for Russian, Ukrainian and English."""

    name = "kokoro"
    version = "kokoro-82m-int8.6e742170/1"
    grade: Grade = "draft"
    online = False
    languages = LANGUAGES

    def __init__(self, surroundings: Surroundings, *, threads: int | None = None) -> None:
        """`threads`: how many cores the model may use; None for all of them."""
        del surroundings
        self._threads = threads

    def voices(self, language: Language) -> tuple[str, ...]:
        """The same voices speak every language, but not equally well."""
        if language not in self.languages:
            return ()
        return KOREAN_VOICES if language == "ko" else OTHER_VOICES

    def speak(self, utterance: Utterance, token: CancelToken) -> Speech:
        """Say it, sentence by sentence. Raises VoiceError where there is nothing to say."""
        from hoso.voice.kokoro.model import (
            MOST_TOKENS,
            SAMPLE_RATE,
            model,
            vocabulary,
        )
        from hoso.voice.kokoro.phonemes import phonemes
        from hoso.voice.kokoro.plan import check_symbols, sentences

        words = utterance.spoken.split()
        sounds = phonemes(words, utterance.language)
        if not any(word.ipa for word in sounds):
            raise VoiceError(f"There is nothing to say in '{utterance.text}'")
        check_symbols(sounds, vocabulary())
        voice = model(self._threads)
        sheet = _Sheet(SAMPLE_RATE)
        for sentence in sentences(sounds, MOST_TOKENS):
            token.check()
            spoken = voice.speak(sentence.symbols, utterance.voice, utterance.speed)
            sheet.add(sentence, spoken.samples, spoken.edges)
        return sheet.speech(words, utterance.speed)

    def rest(self) -> None:
        """Unload the model, where it was loaded at all."""
        model = sys.modules.get("hoso.voice.kokoro.model")
        if model is not None:
            model.unload()


class _Sheet:
    """Sentences laid one after the other, with the times of their words."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._parts: list[Samples] = []
        self._length = 0
        self._times: list[tuple[int, int]] = []

    def add(self, sentence: Sentence, samples: Samples, edges: tuple[int, ...]) -> None:
        """Lay a sentence after the last, with a pause between; `edges` are its symbols', in samples."""
        import numpy as np

        if self._parts:
            self._lay(np.zeros(self._rate * PAUSE_MS // 1000, np.float32))
        first, last = self._heard(samples)
        offset = self._length - first
        for begin, end in sentence.spans:
            inside = [min(max(edges[index], first), last) for index in (begin, end)]
            self._times.append((offset + inside[0], offset + inside[1]))
        self._lay(samples[first:last])

    def _heard(self, samples: Samples) -> tuple[int, int]:
        import numpy as np

        loud = np.flatnonzero(np.abs(samples) > QUIET)
        if not loud.size:
            return 0, int(samples.size)
        edge = self._rate * EDGE_MS // 1000
        return max(0, int(loud[0]) - edge), min(int(samples.size), int(loud[-1]) + edge)

    def speech(self, words: list[str], speed: float) -> Speech:
        """All of it as a WAV file. Peaks over full scale are brought down with all the rest."""
        import numpy as np
        import soundfile

        samples = np.concatenate(self._parts)
        samples = samples / max(1.0, float(np.abs(samples).max()) / 0.99)
        file = io.BytesIO()
        soundfile.write(file, samples, self._rate, format="WAV", subtype="PCM_24")
        return Speech(file.getvalue(), self._words(words), speed)

    def _lay(self, samples: Samples) -> None:
        self._parts.append(samples)
        self._length += samples.size

    def _words(self, words: list[str]) -> tuple[Word, ...]:
        times = [(self._ms(start), self._ms(end)) for start, end in self._times]
        return tuple(Word(text, *time) for text, time in zip(words, times, strict=True))

    def _ms(self, sample: int) -> int:
        return sample * 1000 // self._rate
