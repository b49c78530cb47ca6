"""The sound as it is delivered: in time with the picture, under the peak, without a trace of the encoder."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from hoso.base.events import Event, Notice
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest_file
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.coders import FRAME, Coding, encode, encode_graph, unsigned
from hoso.sound.delivery import HEADROOM_DB, Delivery, deliver
from hoso.sound.levels import Loudness
from hoso.sound.master import Master
from hoso.sound.programme import Programme
from tests.sound.sound_material import RATE, Wave, lufs, speech_like, stereo, tone, true_peak, write

MASTER = Loudness(-16.0, -1.5, "stereo")
CLICKS = (4000, 50_003, 99_999, 4 * RATE - 900)


def mastered(path: Path, wave: Wave) -> Master:
    """A master of any content."""
    write(path, wave, subtype="PCM_24")
    layout: Any = "mono" if wave.ndim == 1 else "stereo"
    return Master(path, -16.0, 3.0, -2.0, layout, digest_file(path))


def decoded(path: Path, **options: str) -> tuple[Wave, int]:
    """What a reader hears: frames by channels, and the first sample's time in samples."""
    with av.open(str(path), options=options) as container:
        frames = list(container.decode(container.streams.audio[0]))
    assert frames[0].pts is not None
    return np.concatenate([frame.to_ndarray() for frame in frames], axis=1).T.astype(np.float64), frames[
        0
    ].pts


def clicking() -> Wave:
    """Four seconds of quiet tone with sharp clicks at known samples."""
    wave = tone(4, 200, 0.01)
    for at in CLICKS:
        wave[at : at + 2] = (0.7, -0.5)
    return wave


def film(path: Path, sound: Path, seconds: int, frames: int) -> Path:
    """A film with B-frames and no edit list, as the render room joins it."""
    picture = f"-f lavfi -i color=s=64x64:r=25:d={seconds} -i {sound} -map 0:v -map 1:a -frames:v {frames}"
    join = "-c:v libx264 -bf 2 -c:a copy -use_editlist 0 -movflags negative_cts_offsets+faststart"
    run([*picture.split(), *join.split(), str(path)])
    return path


@pytest.mark.parametrize("ignore", ["0", "1"])
@pytest.mark.parametrize(("channels", "bitrate"), [(2, 384_000), (2, 128_000), (1, 64_000)])
def test_a_click_is_heard_when_it_should_be(
    tmp_path: Path, store: Store, token: CancelToken, channels: int, bitrate: int, ignore: str
) -> None:
    """After encoding, joining and decoding, by a reader that heeds edit lists and by one that does not."""
    wave = clicking() if channels == 1 else stereo(clicking(), clicking())
    sound, _ = encode(mastered(tmp_path / "m.wav", wave), Coding("m4a", bitrate), store, token)
    heard, first = decoded(film(tmp_path / "f.mp4", sound, 4, 100), ignore_editlist=ignore)
    assert first == 0
    for at in CLICKS:
        near = np.abs(heard[at - 300 : at + 300, 0])
        assert int(np.argmax(near)) - 300 == pytest.approx(0, abs=2)


def test_sound_and_picture_end_together(tmp_path: Path, store: Store, token: CancelToken) -> None:
    """The sound track is exactly as long as the picture, and a reader decodes less than a frame more."""
    sound, _ = encode(
        mastered(tmp_path / "m.wav", stereo(clicking(), clicking())), Coding("m4a", 128_000), store, token
    )
    path = film(tmp_path / "f.mp4", sound, 4, 100)
    with av.open(str(path)) as container:
        audio, video = container.streams.audio[0], container.streams.video[0]
        assert audio.duration is not None
        assert video.duration is not None
        assert audio.time_base is not None
        assert video.time_base is not None
        assert audio.duration * audio.time_base == video.duration * video.time_base == 4
        assert audio.start_time == 0
        assert video.start_time == 0
    assert 0 <= len(decoded(path)[0]) - 4 * RATE < FRAME
    assert b"elst" not in path.read_bytes()


def test_the_beginning_is_whole_but_for_its_first_frame(
    tmp_path: Path, store: Store, token: CancelToken
) -> None:
    """Without the priming packet the first 21 ms lack their overlap; from then on everything is there."""
    wave = tone(1, 440, 0.3)
    sound, _ = encode(mastered(tmp_path / "m.wav", stereo(wave, wave)), Coding("m4a", 256_000), store, token)
    heard = decoded(sound)[0][:RATE, 0]
    assert np.abs(heard[FRAME:] - wave[FRAME:]).max() < 0.02
    assert np.abs(heard[:FRAME]).max() < 0.45


def test_it_is_aac_lc_and_tells_nothing_of_its_maker(
    tmp_path: Path, store: Store, token: CancelToken
) -> None:
    """48 kHz AAC-LC, no encoder tag in the container or the stream, byte for byte the same each time."""
    source = mastered(tmp_path / "m.wav", stereo(clicking(), clicking()))
    path, _ = encode(source, Coding("m4a", 128_000), store, token)
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        assert (stream.codec_context.name, stream.profile, stream.rate) == ("aac", "LC", RATE)
        assert not {"encoder", "encoding_tool"} & {*container.metadata, *stream.metadata}
    assert b"Lav" not in path.read_bytes()
    again, _ = encode(source, Coding("m4a", 128_000), Store(tmp_path / "other"), token)
    assert again.read_bytes() == path.read_bytes()


def test_the_graph_of_an_encode() -> None:
    """Priming dropped, no edit list, nothing of the machine."""
    source = Master(Path("/m.wav"), -16.0, 3.0, -2.0, "stereo", "key")
    args = arguments(encode_graph(source, Coding("m4a", 128_000), Path("/o.m4a")))
    options = dict(zip(args[4:-1:2], args[5:-1:2], strict=True))
    assert args[:4] == ["-f", "wav", "-i", "file:/m.wav"]
    assert options["-bsf:a"] == "noise=drop=not(n)"
    assert (options["-use_editlist"], options["-map_metadata"], options["-b:a"]) == ("0", "-1", "128000")


def test_more_bits_than_the_encoder_uses_are_not_asked_for(
    tmp_path: Path, store: Store, token: CancelToken
) -> None:
    """384 kbit/s stereo and 256 are one encode; 64 and 96 mono are two."""
    wide = mastered(tmp_path / "a.wav", stereo(clicking(), clicking()))
    narrow = mastered(tmp_path / "b.wav", clicking())

    def made(source: Master, bitrate: int) -> tuple[Path, str]:
        return encode(source, Coding("m4a", bitrate), store, token)

    assert made(wide, 384_000) == made(wide, 256_000)
    assert made(narrow, 64_000) != made(narrow, 96_000)


@pytest.mark.parametrize(("format_", "rate"), [("wav", 48_000), ("wav", 44_100), ("mp3", 48_000)])
def test_sound_without_a_picture(
    tmp_path: Path, store: Store, token: CancelToken, format_: Any, rate: int
) -> None:
    """WAV and MP3 for a loudspeaker: the rate asked for, as long as the master, no trace of the encoder."""
    wave = clicking()
    path, _ = encode(mastered(tmp_path / "m.wav", wave), Coding(format_, 128_000, rate), store, token)
    with av.open(str(path)) as container:
        (track,) = container.streams.audio
        assert track.rate == rate
        assert container.metadata == {}
    heard, _ = decoded(path)
    assert len(heard) == pytest.approx(len(wave) * rate / RATE, abs=0.05 * rate)
    data = path.read_bytes()
    assert b"LAME4" not in data
    assert b"Lavf" not in data


def test_the_name_in_the_stuffing_is_not_decoded(tmp_path: Path) -> None:
    """Taking the encoder's name out of an MP3 leaves every decoded sample as it was."""
    write(tmp_path / "m.wav", clicking(), subtype="PCM_24")
    signed, plain = tmp_path / "signed.mp3", tmp_path / "plain.mp3"
    run(["-i", str(tmp_path / "m.wav"), "-c:a", "libmp3lame", "-b:a", "128000", str(signed)])
    assert unsigned(signed.read_bytes()) != signed.read_bytes()
    plain.write_bytes(unsigned(signed.read_bytes()))
    assert unsigned(plain.read_bytes()) == plain.read_bytes()
    assert np.array_equal(decoded(signed)[0], decoded(plain)[0])


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """Speech over music with sharp attacks: what makes AAC overshoot."""
    rng = np.random.default_rng(4)
    voice = speech_like(5) * 0.4
    music = np.zeros((5 * RATE, 2))
    for beat in range(0, 5 * RATE - RATE, RATE // 2):
        decay = np.exp(-np.arange(RATE) / RATE * 18)[:, None]
        music[beat : beat + RATE] += 0.12 * decay * rng.standard_normal((RATE, 2))
    path = write(tmp_path_factory.mktemp("talk") / "p.wav", stereo(voice, voice) + music)
    return Programme(path, digest_file(path))


@pytest.mark.parametrize(
    ("target", "bitrate"),
    [
        (Loudness(-14.0, -1.0, "stereo"), 384_000),
        (Loudness(-16.0, -1.5, "stereo"), 128_000),
        (Loudness(-16.0, -1.5, "mono"), 64_000),
    ],
)
def test_what_is_delivered_keeps_to_the_target(
    talk: Programme, store: Store, token: CancelToken, target: Loudness, bitrate: int
) -> None:
    """Decoded and measured by independent code: loudness within 0.5 LU, true peak under the ceiling."""
    made = deliver(talk, target, Coding("m4a", bitrate), store, token)
    wave = decoded(made.path)[0][: 5 * RATE]
    assert lufs(wave) == pytest.approx(target.lufs, abs=0.5)
    assert made.lufs == pytest.approx(target.lufs, abs=0.5)
    assert true_peak(wave) <= target.true_peak + 0.1
    assert made.true_peak <= target.true_peak
    assert made.lra >= 0


def test_an_encoder_that_overshoots_is_met_by_a_lower_master(
    talk: Programme, store: Store, token: CancelToken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any headroom the first encode is over the ceiling; what is delivered is not."""
    monkeypatch.setattr("hoso.sound.delivery.HEADROOM_DB", -HEADROOM_DB)
    target = Loudness(-14.0, -3.0, "stereo")
    made = deliver(talk, target, Coding("m4a", 128_000), store, token)
    assert made.true_peak <= target.true_peak
    assert len(list(store.root.glob("??/*.m4a"))) > 1


def test_a_delivery_is_kept(
    talk: Programme, store: Store, token: CancelToken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time nothing is encoded or measured."""
    first = deliver(talk, MASTER, Coding("m4a", 128_000), store, token)

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("ffmpeg was started")

    monkeypatch.setattr("hoso.sound.coders.run", refuse)
    monkeypatch.setattr("hoso.sound.master.run", refuse)
    assert deliver(talk, MASTER, Coding("m4a", 128_000), store, token) == first


def test_silence_is_delivered_as_silence(
    tmp_path: Path, store: Store, token: CancelToken, said: list[Event]
) -> None:
    """A cut without sound still gets its sound track, and a person is told once."""
    path = write(tmp_path / "p.wav", np.zeros((2 * RATE, 2)))
    made = deliver(
        Programme(path, digest_file(path)), MASTER, Coding("m4a", 128_000), store, token, said.append
    )
    assert isinstance(made, Delivery)
    assert made.lufs == -math.inf
    assert not decoded(made.path)[0].any()
    (notice,) = said
    assert isinstance(notice, Notice)
    assert "silent" in notice.problem.message
