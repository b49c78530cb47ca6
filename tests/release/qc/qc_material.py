"""A small film as hoso makes it, with and without subtitles, and ways to spoil it one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import segno
import soundfile

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.keys import digest_file
from hoso.base.shelf import Notes
from hoso.base.store import Store
from hoso.channels.model import Channel, Encoding, Mpeg4Encoding, PictureProfile, SafeArea
from hoso.media.ffmpeg import run
from hoso.media.probe import probe
from hoso.release.qc.expectation import DueCue, DueQr, Expectation
from hoso.release.qc.inspection import Inspection, inspect
from hoso.release.qc.means import Means
from hoso.release.qc.stretches import Stretch
from hoso.render.encode import Encoder, Film
from hoso.render.graph import encoder_settings
from hoso.render.join import join
from hoso.render.keys import SegmentKeys
from hoso.render.pictures import FootagePicture, Framing, ScenePicture
from hoso.render.segments import cut, grid_ms
from hoso.render.subtitling import Burner
from hoso.render.views import facets, view
from hoso.script.scenes import FootageScene
from hoso.sound.coders import Coding, Format
from hoso.sound.delivery import deliver
from hoso.sound.levels import Loudness
from hoso.sound.programme import Programme
from hoso.subtitles.cues import Cue
from hoso.subtitles.look.captions import Caption
from hoso.timeline.model import Piece, PlacedScene, Timeline
from tests.sound.sound_material import RATE, speech_like

LENGTH_MS = 10_000
PAYLOAD = "https://hoso.dev/live"
QR = Stretch(6000, LENGTH_MS)
CUES = (
    Caption(400, 2200, "살아야 합니다"),
    Caption(3000, 4800, "항복하십시오!"),
    Caption(5600, 7400, "Вы можете жить"),
)
VOICE = (Stretch(200, 4800), Stretch(5400, 9800))
ASS = """\
[Script Info]
PlayResX: {width}
PlayResY: {height}

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Outline, Alignment, MarginV
Style: Default,Sans,{em},&H00FFFFFF,&H00000000,2,2,{margin}

[Events]
Format: Layer, Start, End, Style, Text
"""
TINY = PictureProfile(
    name="tiny",
    width=480,
    height=270,
    fps=25,
    encoding=Encoding(profile="high", level="3.0", preset="veryfast", crf=20, bframes=2, gop_ms=1000),
    safe=SafeArea(left=24, top=14, right=456, bottom=256),
    subtitle_lines=2,
    subtitle_size=0.08,
)
PHONE = TINY.model_copy(
    update={
        "name": "phone",
        "width": 320,
        "height": 240,
        "encoding": Mpeg4Encoding(
            codec="mpeg4", profile="simple", level="3", quantiser=4, gop_ms=2000, maxrate=384_000
        ),
        "safe": SafeArea(left=16, top=12, right=304, bottom=228),
    }
)
_FACT = {"source": "test", "checked": "2026-11-22"}


def fact(value: object) -> dict[str, object]:
    """A fact for a channel."""
    return {"value": value, **_FACT}


def channel(**changes: object) -> Channel:
    """A channel of stereo at -16 LUFS, changed."""
    sound = {"loudness": -16, "true_peak": -1, "bitrate": 128_000, "channel_layout": "stereo"}
    base: dict[str, object] = {
        "name": "tiny",
        "title": "A small screen",
        "picture": fact("tiny"),
        "sound": {name: fact(value) for name, value in sound.items()},
    }
    return Channel.model_validate({**base, **changes})


@dataclass(frozen=True, slots=True)
class Reel:
    """A film and what it was made of."""

    path: Path
    clean: Path
    expected: Expectation
    store: Store
    """Keeps what QC saw and heard, as the pipeline's does: a track that was not spoiled is decoded once."""

    def inspect(self, path: Path, **changes: object) -> Inspection:
        """QC of `path`, expecting this film but for `changes`."""
        expected = replace(self.expected, **changes)  # type: ignore[arg-type]
        return inspect(path, expected, Means(memory=Notes(self.store)))

    def rules(self, path: Path, **changes: object) -> set[str]:
        """The rules that `path` breaks."""
        return {fault.rule for fault in self.inspect(path, **changes).faults}


class Studio:
    """Makes films in a folder with hoso's own parts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / "store")
        self.footage = folder / "footage.mp4"
        self.programme = self._draw()

    def reel(self, profile: PictureProfile = TINY, suffix: str = ".mp4") -> Reel:
        """A film at `profile`, its subtitle-free twin and what QC has to expect."""
        sound = self.sound("m4a")
        path = self._film(profile, CUES, sound, f"{profile.name}{suffix}")
        clean = self._film(profile, (), sound, f"{profile.name}.clean{suffix}")
        expected = Expectation(
            channel=channel(),
            profile=profile,
            duration_ms=LENGTH_MS,
            cues=tuple(DueCue("ko", Cue(item.start_ms, item.end_ms, item.text)) for item in CUES),
            voice=VOICE,
            qr=(DueQr(PAYLOAD, QR),),
            clean=clean,
            programme=self.programme,
            voice_language="ko",
        )
        return Reel(path, clean, expected, self.store)

    def sound(self, kind: Format) -> Path:
        """The programme, mastered and encoded."""
        target = Loudness(-16.0, -1.0, "stereo")
        return deliver(self.programme, target, Coding(kind, 128_000), self.store, CancelToken()).path

    def _draw(self) -> Programme:
        """The footage, and the programme that is returned."""
        wave = np.zeros(LENGTH_MS * RATE // 1000)
        for seed, stretch in enumerate(VOICE):
            begin = stretch.start_ms * RATE // 1000
            said = 0.3 * speech_like(stretch.length_ms / 1000, seed)
            wave[begin : begin + len(said)] = said
        bed = 0.02 * np.random.default_rng(9).standard_normal(len(wave))
        sounds = self.folder / "programme.wav"
        soundfile.write(sounds, np.column_stack([wave + bed, wave + bed]), RATE, subtype="FLOAT")
        code = self.folder / "code.png"
        segno.make_qr(PAYLOAD, error="m").save(str(code), scale=4, border=4)
        moving = f"testsrc2=s=480x270:r=25:d={LENGTH_MS / 1000}"
        graph = f"[0:v][1:v]overlay=80:16:enable='gte(t,{QR.start_ms / 1000})'"
        sources = ["-f", "lavfi", "-i", moving, "-i", str(code)]
        run([*sources, "-filter_complex", graph, "-crf", "12", "-pix_fmt", "yuv420p", str(self.footage)])
        return Programme(sounds, digest_file(sounds))

    def _film(self, profile: PictureProfile, captions: tuple[Caption, ...], sound: Path, name: str) -> Path:
        film = self._planned(profile, captions)
        with ThreadPoolExecutor(2) as pool:
            (files,) = Encoder(self.store, pool, 2, CancelToken(), ignore).encode(film)
        out = self.folder / name
        join(files, film.segments, sound, "ko", out, CancelToken())
        return out

    def _planned(self, profile: PictureProfile, captions: tuple[Caption, ...]) -> Film:
        scene = FootageScene(footage="footage.mp4")
        pieces = (Piece(0, LENGTH_MS, 1.0),)
        placed = PlacedScene(0, scene, 0, LENGTH_MS, 0, 0, (), pieces)
        framing = Framing("crop", (0.5, 0.5))
        shown = ScenePicture(FootagePicture(self.footage, "content", probe(self.footage), framing, pieces))
        timeline = Timeline((placed,), (), (), None, LENGTH_MS)
        segments = cut(timeline, captions, grid_ms(profile.encoding.gop_ms))
        burner = Burner(lambda items: _document(profile, items), (), {})
        maker = SegmentKeys((), profile, "ffmpeg")
        keys = tuple(
            maker.of(
                [facets(view(shown, span)) for span in segment.spans],
                burner.document(segment.captions) if segment.captions else None,
            )
            for segment in segments
        )
        return Film(profile.name, segments, keys, {0: shown}, profile, burner)


def _document(profile: PictureProfile, captions: object) -> str:
    em = round(profile.subtitle_size * profile.height)
    margin = profile.height - profile.safe.bottom + 6
    head = ASS.format(width=profile.width, height=profile.height, em=em, margin=margin)
    return head + "".join(
        f"Dialogue: 0,0:00:{item.start_ms / 1000:05.2f},0:00:{item.end_ms / 1000:05.2f},Default,{item.text}\n"
        for item in captions  # type: ignore[attr-defined]
    )


def spoil(source: Path, out: Path, *, picture: str = "", sound: str = "", **changes: object) -> Path:
    """`source` made anew into `out` as hoso would, encoded and then copied, but for filters and settings.

    What is not filtered is copied, unless a setting of its encoder changes.
    """
    coded: dict[str, object] = {"c": "copy"}
    if picture or any(name in changes for name in _OF_PICTURE):
        coded |= {"vf": picture or "null", **encoder_settings(TINY.encoding, TINY.fps)}
    if sound or any(name in changes for name in _OF_SOUND):
        coded |= {"af": sound or "anull", **_AAC}
    coded |= {name: value for name, value in changes.items() if name in _CODED}
    between = out.with_name(f"between.{out.name}")
    run(["-i", str(source), *_flags(coded | _TRACKS), str(between)])
    muxed = {name: value for name, value in changes.items() if name not in _CODED}
    run(["-i", str(between), *_flags({"c": "copy", **_TRACKS, **_CLEAN, **muxed}), str(out)])
    return out


def _flags(settings: Mapping[str, object]) -> list[str]:
    return [part for name, value in settings.items() for part in (f"-{name}", str(value))]


_OF_PICTURE = {"level:v", "profile:v", "bf", "g", "keyint_min", "flags:v", "x264-params", "bsf:v", "pix_fmt"}
_OF_PICTURE |= {"color_primaries", "color_range", "enc_time_base"}
_OF_SOUND = {"ar", "ac", "c:a", "b:a"}
_CODED = _OF_PICTURE | _OF_SOUND
_AAC = {"c:a": "aac", "b:a": 192_000, "bsf:a": "noise=drop=not(n)", "flags:a": "+bitexact"}
_TRACKS = {"use_editlist": 0, "video_track_timescale": 90_000, "movflags": "+faststart+negative_cts_offsets"}
_CLEAN = {"map_metadata": -1, "fflags": "+bitexact", "metadata:s:a:0": "language=kor"}
