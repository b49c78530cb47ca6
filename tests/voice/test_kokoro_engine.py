"""The embedded voice speaks, says when each word is heard, and refuses what it can't do well."""

from __future__ import annotations

import io
import tempfile
import weakref
from itertools import pairwise
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest
import soundfile

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.languages import Language
from hoso.voice import finish
from hoso.voice.kokoro import espeak
from hoso.voice.kokoro.model import MOST_TOKENS, check, model, vocabulary, with_output
from hoso.voice.kokoro.phonemes import Sounds, phonemes
from hoso.voice.kokoro.plan import check_symbols, sentences
from hoso.voice.kokoro_engine import PAUSE_MS, KokoroEngine
from hoso.voice.pace import syllables
from hoso.voice.takes import Speech, Surroundings, Utterance, VoiceError


def _samples(speech: Speech) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], int]:
    samples, rate = soundfile.read(io.BytesIO(speech.audio))
    return samples, rate


def test_korean_is_spoken_at_the_pace_of_good_takes(korean: Speech) -> None:
    """24 kHz, no clipping; 4 to 6.5 syllables a second and some silence, as takes that were understood
    have."""
    samples, rate = _samples(korean)
    assert rate == 24_000
    assert 0.05 < np.abs(samples).max() < 1
    seconds = samples.size / rate - PAUSE_MS / 1000
    assert 4 < syllables("살아서 돌아가십시오 전화하십시오", "ko") / seconds < 6.5
    assert 0.1 < finish.silence_share(finish.decode(korean.audio)) < 0.45


def test_every_word_has_its_time_and_is_heard_then(korean: Speech) -> None:
    """Times run forward, and the sound within a word is louder than the pause between the sentences."""
    samples, rate = _samples(korean)
    assert [word.text for word in korean.words] == ["살아서", "돌아가십시오.", "전화하십시오!"]
    assert all(one.end_ms <= two.start_ms for one, two in pairwise(korean.words))
    assert korean.words[-1].end_ms <= samples.size * 1000 / rate
    between = (korean.words[1].end_ms, korean.words[2].start_ms)
    assert between[1] - between[0] >= PAUSE_MS - 50

    def rms(start: int, end: int) -> float:
        return float(np.sqrt(np.mean(samples[start * rate // 1000 : end * rate // 1000] ** 2)))

    quiet = rms(between[0] + 50, between[1] - 80)
    assert all(rms(word.start_ms, word.end_ms) > 20 * quiet + 0.01 for word in korean.words)


def test_a_stopped_job_is_not_spoken(surroundings: Surroundings) -> None:
    """The token is looked at before each sentence."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        KokoroEngine(surroundings, threads=1).speak(Utterance("1", "네.", "네.", "ko", 1.0, "jm_kumo"), token)


def test_nothing_to_say_is_an_error(surroundings: Surroundings) -> None:
    """A line of marks alone would be silence."""
    with pytest.raises(VoiceError, match="nothing to say"):
        KokoroEngine(surroundings).speak(Utterance("1", "…", "…", "ko", 1.0, "jm_kumo"), CancelToken())


def test_other_weights_are_refused() -> None:
    """What is kept under a key must always sound the same."""
    with pytest.raises(VoiceError, match="not the one tested"):
        check(b"other weights", "0" * 64, "model")


def test_the_added_output_is_one_more_graph_message() -> None:
    """ModelProto.graph.output.name, as protobuf writes it: tag, length, content, three deep."""
    assert with_output(b"", "ab") == b"\x3a\x06\x62\x04\x0a\x02ab"


def test_a_long_text_is_cut_at_stops_then_marks_then_words() -> None:
    """No call gets more symbols than the model takes, and no word is lost or moved."""
    words = [Sounds("a" * 40, "," if n % 5 == 4 else "") for n in range(40)] + [
        Sounds("b" * 30, "."),
        Sounds("c", ""),
    ]
    planned = sentences(words, MOST_TOKENS)
    assert all(0 < len(sentence.symbols) <= MOST_TOKENS for sentence in planned)
    spoken = [sentence.symbols[slice(*span)] for sentence in planned for span in sentence.spans]
    assert spoken == [word.ipa for word in words]
    assert planned[0].symbols.endswith(",")
    assert planned[-1].symbols == "c"


def test_a_word_longer_than_the_model_takes_is_an_error() -> None:
    """It can't be cut."""
    with pytest.raises(VoiceError, match="too long"):
        sentences([Sounds("a" * 600, ".")], MOST_TOKENS)


def test_an_unknown_sound_is_an_error_not_a_gap() -> None:
    """The model would leave it out without a word."""
    with pytest.raises(VoiceError, match="no sound for ☃"):
        check_symbols([Sounds("a☃", "")], vocabulary())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Съешьте ещё этих мягких французских булок, да выпей чаю! Объём, подъезд, ёж, юг, жизнь, щука, "
            "дождь, дзюдо.",
        ),
        (
            "uk",
            "Ґанок, їжа, щастя, дзвін, джерело, гість, хліб, жити, юність, єдність, об'єкт, п'ять, сьогодні, "
            "вовк, йти.",
        ),
        (
            "en",
            "The quick brown fox measures a church, judging this vision: little buttons of the water people "
            "can't hear.",
        ),
    ],
)
def test_espeak_gives_every_word_sounds_that_the_model_knows(language: Language, text: str) -> None:
    """One piece of IPA for each word, in the vocabulary."""
    sounds = phonemes(text.split(), language)
    assert len(sounds) == len(text.split())
    assert all(word.ipa for word in sounds)
    check_symbols(sounds, vocabulary())


def test_a_long_data_path_gets_a_short_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """espeak-ng silently ignores a data path of 160 bytes or more."""
    data = tmp_path / ("d" * 160) / "espeak-ng-data"
    data.mkdir(parents=True)
    (data / "phontab").write_text("x")
    link = espeak.short_path(data)
    assert len(str(link).encode()) < 160
    assert (link / "phontab").read_text() == "x"
    real = Path(espeakng_loader.get_data_path())
    assert espeak.short_path(real) == real
    long = tmp_path / ("t" * 160)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    with pytest.raises(VoiceError, match="TMPDIR"):
        espeak.short_path(data)


def test_an_engine_at_rest_holds_no_model(korean: Speech, surroundings: Surroundings) -> None:
    """It is let go of as soon as nobody speaks with it, and resting again is no error."""
    assert korean.audio
    loaded = weakref.ref(model())
    KokoroEngine(surroundings).rest()
    assert loaded() is None
    KokoroEngine(surroundings).rest()
