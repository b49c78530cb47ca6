"""A programme at a channel's loudness, under its true peak."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest

from hoso.base.events import Event, Notice
from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.keys import digest_file
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments
from hoso.sound.levels import Loudness
from hoso.sound.master import find_gain, master, master_graph
from hoso.sound.programme import Programme
from tests.sound.sound_material import RATE, Wave, heard, lufs, speech_like, stereo, tone, true_peak, write


def programme(path: Path, wave: Wave) -> Programme:
    """A mixed programme of any content."""
    return Programme(write(path, wave), digest_file(path))


def talk_and_music(seconds: float) -> Wave:
    """Speech from the middle over quiet, wide music."""
    voice = speech_like(seconds) * 0.5
    return stereo(voice + tone(seconds, 220, 0.02), voice + tone(seconds, 331, 0.02))


@pytest.mark.parametrize(
    "target",
    [
        Loudness(-14.0, -1.0, "stereo"),
        Loudness(-16.0, -1.5, "stereo"),
        Loudness(-23.0, -1.0, "stereo"),
        Loudness(-16.0, -2.0, "mono"),
    ],
)
def test_the_target_is_met_and_the_peak_is_kept(
    tmp_path: Path, store: Store, token: CancelToken, target: Loudness
) -> None:
    """By an independent meter: within 0.5 LU, under the ceiling, 48 kHz, to the sample as long."""
    made = master(programme(tmp_path / "p.wav", talk_and_music(6.2)), target, store, token)
    wave = heard(made.path)
    assert wave.shape == (round(6.2 * RATE), 1 if target.channel_layout == "mono" else 2)
    assert lufs(wave) == pytest.approx(target.lufs, abs=0.3)
    assert made.lufs == pytest.approx(target.lufs, abs=0.15)
    assert true_peak(wave) <= target.true_peak + 0.1
    assert made.true_peak <= target.true_peak


def test_a_hot_programme_is_tamed(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """A mix far over full scale comes down without being clipped on the way."""
    wave = talk_and_music(5) * 12
    made = master(programme(tmp_path / "p.wav", wave), Loudness(-16.0, -1.0, "stereo"), store, token)
    out = heard(made.path)
    assert lufs(out) == pytest.approx(-16, abs=0.3)
    gain = np.median(np.abs(out[wave != 0]) / np.abs(wave[wave != 0]))
    quiet = np.abs(wave) < np.percentile(np.abs(wave), 40)
    assert np.abs(out[quiet] - wave[quiet] * gain).mean() < 0.05 * np.abs(wave * gain).mean()


def test_the_limiter_reaches_what_a_gain_alone_cannot(
    tmp_path: Path, store: Store, token: CancelToken
) -> None:
    """Peaks 20 dB over the loudness do not keep a programme from its target."""
    wave = talk_and_music(6)
    wave[::9600] *= 10
    loud = wave * 10 ** ((-14 - lufs(wave)) / 20)
    assert true_peak(loud) > 3
    made = master(programme(tmp_path / "p.wav", wave), Loudness(-14.0, -1.0, "stereo"), store, token)
    out = heard(made.path)
    assert lufs(out) == pytest.approx(-14, abs=0.5)
    assert true_peak(out) <= -0.9


@pytest.mark.parametrize("level", [0.05, 0.9])
def test_sound_stays_in_time(tmp_path: Path, store: Store, token: CancelToken, level: float) -> None:
    """Neither oversampling nor the limiter's look-ahead moves a sample, whether the limiter works or not."""
    wave = stereo(tone(3, 300, 0.05), tone(3, 300, 0.05))
    at = [1000, 70_001, 3 * RATE - 500]
    wave[at] += level
    made = master(programme(tmp_path / "p.wav", wave), Loudness(-20.0, -1.0, "stereo"), store, token)
    sharp = np.abs(np.diff(heard(made.path)[:, 0], n=2))
    assert [int(np.argmax(sharp[a - 200 : a + 200])) + a - 200 + 1 for a in at] == at


def test_very_short_speech_meets_its_target(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """Half a second of flat speech, which sends other normalisers astray."""
    voice = speech_like(0.6)
    made = master(
        programme(tmp_path / "p.wav", stereo(voice, voice)), Loudness(-16, -1, "stereo"), store, token
    )
    assert lufs(heard(made.path)) == pytest.approx(-16, abs=0.5)


def test_silence_is_left_alone_and_said(
    tmp_path: Path, store: Store, token: CancelToken, said: list[Event]
) -> None:
    """Nothing is amplified out of nothing; a person is told, also when it comes from the cache."""
    silence = programme(tmp_path / "p.wav", np.zeros((2 * RATE, 2)))
    for _ in range(2):
        made = master(silence, Loudness(-16, -1, "stereo"), store, token, said.append)
    wave = heard(made.path)
    assert wave.shape == (2 * RATE, 2)
    assert not wave.any()
    assert (made.lufs, made.true_peak) == (-math.inf, -math.inf)
    assert ["silent" in event.problem.message for event in said if isinstance(event, Notice)] == [True, True]


def test_what_cannot_be_reached_is_said(
    tmp_path: Path, store: Store, token: CancelToken, said: list[Event]
) -> None:
    """A few clicks in silence can't be loud under a peak: the peak is kept and a person is told."""
    wave = np.zeros((4 * RATE, 2))
    wave[RATE // 2 :: RATE] = 0.5
    made = master(programme(tmp_path / "p.wav", wave), Loudness(-14, -1, "stereo"), store, token, said.append)
    assert made.true_peak <= -1
    assert made.lufs < -14.5
    (notice,) = said
    assert isinstance(notice, Notice)
    assert "too sparse" in notice.problem.message


def test_a_master_is_kept(
    tmp_path: Path, store: Store, token: CancelToken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time nothing is decoded; another target is another master."""
    source = programme(tmp_path / "p.wav", talk_and_music(1))
    first = master(source, Loudness(-16, -1, "stereo"), store, token)
    assert master(source, Loudness(-16, -1.5, "stereo"), store, token).key != first.key
    source.path.unlink()

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("ffmpeg was started")

    monkeypatch.setattr("hoso.sound.master.run", refuse)
    assert master(source, Loudness(-16, -1, "stereo"), store, token) == first


def test_it_stops_when_asked(tmp_path: Path, store: Store) -> None:
    """A set token ends mastering, and nothing half made stays."""
    token = CancelToken()
    token.cancel()
    noise = programme(tmp_path / "p.wav", np.random.default_rng(1).uniform(-0.3, 0.3, (60 * RATE, 2)))
    with pytest.raises(Cancelled):
        master(noise, Loudness(-16, -1, "stereo"), store, token)
    assert not list(store.root.glob("??/*"))


def test_the_graph_of_a_master() -> None:
    """Gain and limiter work at 192 kHz, nothing is late, the file is 48 kHz, the meter comes last."""
    args = arguments(master_graph(Path("/p.wav"), "mono", 6.5, -1.2, Path("/m.wav")))
    graph = args[args.index("-filter_complex") + 1]
    steps = [re.sub(r"\[[^]]*\]", "", step) for step in graph.split(";")]
    assert steps == [
        "aformat=channel_layouts=mono:sample_fmts=fltp",
        "aresample=192000",
        "volume=6.500dB",
        "alimiter=latency=1:level=0:limit=0.870964",
        "aformat=sample_fmts=fltp",
        "aresample=48000",
        "ebur128=framelog=quiet:peak=true",
    ]
    assert args[args.index("-acodec") + 1] == "pcm_s24le"


def test_the_gain_is_found_where_loudness_bends() -> None:
    """Up to -20 LUFS a dB gives a LU, above it half: the search ends within a tenth, in a few steps."""
    asked = []

    def loudness(gain: float) -> float:
        asked.append(gain)
        plain = -26 + gain
        return plain if plain < -20 else -20 + (plain + 20) / 2

    gain = find_gain(loudness, -14.0, 9.0)
    assert loudness(gain) == pytest.approx(-14, abs=0.15)
    assert len(asked) < 6


def test_the_search_gives_the_nearest_where_there_is_no_answer() -> None:
    """Loudness that stops rising ends the search with the loudest that was found."""
    assert find_gain(lambda gain: min(-30 + gain, -18.0), -14.0, 5.0) >= 12


def test_nothing_heard_means_no_search() -> None:
    """Silence has no gain to find."""
    assert find_gain(lambda _: -math.inf, -14.0, 9.0) == 9.0
