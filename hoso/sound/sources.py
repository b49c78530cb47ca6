"""What the mix is made of: footage sound and music decoded to 48 kHz stereo, and the voice's loudness.

Graphs are built here and run here, apart. Each is decoded once and measured in the same pass.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.clock import seconds
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.shelf import Facts, learnt, shelved
from hoso.base.store import Store
from hoso.media.ffmpeg import arguments, run
from hoso.sound.levels import RECIPE, SAMPLES_PER_MS
from hoso.sound.meter import LEAST_SECONDS, metered, reading
from hoso.timeline.model import PlacedSound, PlacedTake
from hoso.voice.takes import SAMPLE_RATE

PREROLL_MS = 100
"""Decoded before the stretch and thrown away: an AAC decoder needs a frame or two to settle after a seek."""
EDGE_MS = 10
"""A sound that begins or ends abruptly is faded within this time, so that it does not click."""
SLOWEST_TEMPO = 0.5
"""atempo's own limit; slower is done twice."""
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded sound: 48 kHz stereo float WAV, its loudness in LUFS (-inf for silence)."""

    path: Path
    lufs: float


def stretch(sound: PlacedSound, content: str, store: Store, token: CancelToken) -> Source:
    """The stretch of footage sound that `sound` places, at its speed and exactly as long. Made once.

    `content` stands for the bytes of the file. Raises HosoError where the file can't be decoded.
    """
    asked = [sound.source_ms, sound.duration_ms, sound.speed]

    def make(path: Path) -> Facts:
        log = run(arguments(stretch_graph(sound, path, sound_end_ms(sound.path))), token=token)
        return {"lufs": reading(log).lufs}

    path, facts = shelved(store, digest(["stretch", RECIPE, content, asked]), ".wav", make)
    return Source(path, facts["lufs"])


def music(path: Path, content: str, duration_ms: int, store: Store, token: CancelToken) -> Source:
    """The first minutes of a music file, enough for `duration_ms`, and the loudness of the whole file."""
    heard_ms = -(-duration_ms // MINUTE_MS) * MINUTE_MS

    def make(out: Path) -> Facts:
        return {"lufs": reading(run(arguments(music_graph(path, out, heard_ms)), token=token)).lufs}

    wav, facts = shelved(store, digest(["music", RECIPE, content, heard_ms]), ".wav", make)
    return Source(wav, facts["lufs"])


def voice_lufs(takes: Sequence[PlacedTake], store: Store, token: CancelToken) -> float:
    """Loudness in LUFS of all `takes` together, as heard from both channels."""

    def find_out() -> Facts:
        with tempfile.TemporaryDirectory() as folder:
            joined = Path(folder) / "voice.wav"
            join_takes([placed.take.path for placed in takes], joined)
            return {"lufs": reading(run(arguments(voice_graph(joined)), token=token)).lufs}

    key = digest(["voice", RECIPE, [placed.take.digest for placed in takes]])
    return float(learnt(store, key, find_out)["lufs"])


def stretch_graph(sound: PlacedSound, out: Path, end_ms: int | None = None) -> Any:
    """ffmpeg's graph for `sound`: one WAV, and a meter. `end_ms`: where the file's own sound ends."""
    preroll = min(PREROLL_MS, sound.source_ms)
    needed = preroll + round(sound.duration_ms * sound.speed)
    stream = ffmpeg.input(
        f"file:{sound.path}", ss=seconds(sound.source_ms - preroll), t=seconds(needed + PREROLL_MS), vn=None
    )
    heard = (
        stream["a:0"]
        .filter("aresample", SAMPLE_RATE, **{"async": 1, "first_pts": 0})
        .filter("aformat", channel_layouts="stereo", sample_fmts="flt")
        .filter("atrim", start_sample=preroll * SAMPLES_PER_MS, end_sample=needed * SAMPLES_PER_MS)
        .filter("asetpts", "PTS-STARTPTS")
    )
    for tempo in _tempos(sound.speed):
        heard = heard.filter("atempo", tempo)
    length = sound.duration_ms
    if end_ms is not None:
        length = min(length, max(0, int((end_ms - sound.source_ms) / sound.speed)))
    if length < sound.duration_ms:
        heard = heard.filter("afade", "out", st=seconds(max(0, length - EDGE_MS)), d=seconds(EDGE_MS))
    samples = sound.duration_ms * SAMPLES_PER_MS
    heard = heard.filter("apad", whole_len=samples).filter("atrim", end_sample=samples)
    return _written_and_metered(heard, out)


def music_graph(path: Path, out: Path, heard_ms: int) -> Any:
    """ffmpeg's graph for a music file: its first `heard_ms` as a WAV, and a meter over the whole of it."""
    whole = (
        ffmpeg.input(f"file:{path}", vn=None)["a:0"]
        .filter("aresample", SAMPLE_RATE)
        .filter("aformat", channel_layouts="stereo", sample_fmts="flt")
    )
    return _written_and_metered(whole, out, heard_ms * SAMPLES_PER_MS)


def voice_graph(joined: Path) -> Any:
    """ffmpeg's graph that measures a mono file as it is heard from both channels."""
    voice = ffmpeg.input(f"file:{joined}", f="wav")["a:0"]
    voice = metered(voice.filter("apad", whole_dur=LEAST_SECONDS), dual_mono=True)
    return ffmpeg.output(voice, "-", format="null")


def join_takes(paths: Sequence[Path], out: Path) -> None:
    """Write the takes one after another, without the gaps, which a meter's gate would leave out anyway.

    ffmpeg's own concat demuxer takes 20 ms to open each of them.
    """
    import soundfile

    with soundfile.SoundFile(out, "w", SAMPLE_RATE, 1, subtype="PCM_16") as joined:
        for path in paths:
            with soundfile.SoundFile(path) as take:
                for block in take.blocks(SAMPLE_RATE, dtype="int16"):
                    joined.write(block)


def sound_end_ms(path: Path) -> int | None:
    """Where a file's sound ends, in ms from its start; None where the file doesn't say."""
    import av

    with av.open(str(path), metadata_errors="replace") as container:
        stream = container.streams.audio[0]
        if stream.duration is None or stream.time_base is None:
            return None
        end = ((stream.start_time or 0) + stream.duration) * stream.time_base * 1000
        return round(end - (container.start_time or 0) / 1000)


def _written_and_metered(stream: Any, out: Path, samples: int | None = None) -> Any:
    split = stream.filter_multi_output("asplit")
    written = split[0] if samples is None else split[0].filter("atrim", end_sample=samples)
    padded = split[1].filter("apad", whole_dur=LEAST_SECONDS)
    return ffmpeg.merge_outputs(
        ffmpeg.output(written, f"file:{out}", acodec="pcm_f32le", format="wav", rf64="auto"),
        ffmpeg.output(metered(padded), "-", format="null"),
    )


def _tempos(speed: float) -> tuple[float, ...]:
    if speed == 1:
        return ()
    return (speed,) if speed >= SLOWEST_TEMPO else (SLOWEST_TEMPO, speed / SLOWEST_TEMPO)
