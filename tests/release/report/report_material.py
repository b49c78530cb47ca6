"""A small release on disk, made by recipe: two films, a sound, posters, texts; and the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest_file
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel
from hoso.fonts.faces import faces
from hoso.media.ffmpeg import run
from hoso.release.manifest import EditionEntry, FileEntry, Kind, Manifest, SourceEntry, Withheld
from hoso.release.report.writing import write_report

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LENGTH_MS = 6000
CHANNELS: dict[str, Channel] = {
    name: Catalog.load().channel(name) for name in ("telegram", "whatsapp", "shorts", "loudspeaker")
}
CAPTION = "살아 돌아갈 길이 있습니다 & <script>alert('x')</script>\n\nhttps://hoso.dev/live?a=1&b=2\n"
FAULT = "it is silent from 0:01 to 0:02 <b>here</b>"
PASSED: dict[str, Any] = {
    "size": 1,
    "container": "mp4",
    "picture": {"codec": "h264", "width": 320, "height": 180, "rate": [25, 1]},
    "sound": {"codec": "aac", "sample_rate": 48_000, "channels": 2, "lufs": -16.2, "true_peak": -1.5},
    "silent": [{"start_ms": 1000, "end_ms": 2500}],
    "cues": [{"at_ms": 0, "text": "가", "points": 9, "least": 5}, {"at_ms": 9, "points": 1, "least": 5}],
}
FAULTY: dict[str, Any] = {
    **PASSED,
    "faults": [{"rule": "silent", "message": FAULT, "remedy": "Listen.", "at_ms": 1000}],
}
EDITION = EditionEntry(
    name="ko",
    voice="ko",
    subtitles=("ko", "ru"),
    engine="kokoro",
    speaker="jf_alpha",
    grade="draft",
    synthetic=True,
    fallback_reason="no network",
    disclosure="shown",
)


@dataclass(frozen=True, slots=True)
class Releases:
    """A release, the one before it, and a store."""

    folder: Path
    manifest: Manifest
    before: tuple[Path, Manifest]
    store: Store

    def page(self, manifest: Manifest | None = None, *, first: bool = False) -> str:
        """The report about it, written and read."""
        before = None if first else self.before
        path = write_report(
            self.folder, manifest or self.manifest, before, CHANNELS, faces(), self.store, CancelToken()
        )
        return path.read_text("utf-8")


def make(root: Path) -> Releases:
    """Both releases below `root`."""
    folder, old = root / "new", root / "old"
    for each in (folder, old):
        (each / "ko").mkdir(parents=True)
    _film(folder / "ko/telegram.mp4", "320x180")
    _film(folder / "ko/shorts.mp4", "180x320")
    (folder / "ko/whatsapp.mp4").write_bytes((folder / "ko/telegram.mp4").read_bytes())
    for name, size in (("telegram", "1280x720"), ("shorts", "108x192")):
        picture = ["-f", "lavfi", "-i", f"testsrc2=s={size}", "-frames:v", "1"]
        run([*picture, str(folder / f"ko/{name}.jpg")])
    run(["-i", str(folder / "ko/telegram.mp4"), "-vn", str(folder / "ko/loudspeaker.wav")])
    (folder / "ko/telegram.txt").write_text(CAPTION)
    (folder / "ko/ko.srt").write_text("1\n00:00:00,000 --> 00:00:02,000\n살아야 합니다\n")
    (folder / "leaflet.ko.pdf").write_bytes(b"%PDF-1.7")
    (old / "ko/telegram.txt").write_text(CAPTION.replace("돌아갈", "갈"))
    manifest = _manifest(folder)
    return Releases(folder, manifest, (old, _before(manifest)), Store(root / "store"))


def tone(path: Path, decibels: float, *, seconds: int = LENGTH_MS // 1000) -> Path:
    """A steady 997 Hz tone with a peak of `decibels` dBFS, in both channels of a WAV."""
    source = f"aevalsrc={10 ** (decibels / 20)}*sin(997*2*PI*t):s=48000:d={seconds}"
    run(
        [
            "-f",
            "lavfi",
            "-i",
            source,
            "-ac",
            "2",
            "-af",
            "pan=stereo|c0=c0|c1=c0",
            "-c:a",
            "pcm_f32le",
            str(path),
        ]
    )
    return path


def entry(folder: Path, path: str, kind: Kind, **changes: Any) -> FileEntry:
    """The entry of a file that is there."""
    size, sha256 = (folder / path).stat().st_size, digest_file(folder / path)
    return FileEntry(path=path, kind=kind, bytes=size, sha256=sha256, made=NOW, inputs="x", **changes)


def _film(path: Path, size: str) -> None:
    picture = f"testsrc2=s={size}:r=25:d={LENGTH_MS / 1000}"
    sound = f"sine=f=440:r=48000:d={LENGTH_MS / 1000},tremolo=f=1:d=0.9"
    coded = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2"]
    run(["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound, *coded, str(path)])


def _manifest(folder: Path) -> Manifest:
    films = {"telegram": PASSED, "whatsapp": None, "shorts": FAULTY}
    files = [
        entry(folder, f"ko/{name}.mp4", "video", edition="ko", channel=name, duration_ms=LENGTH_MS, qc=qc)
        for name, qc in films.items()
    ]
    own = {"edition": "ko", "channel": "telegram"}
    return Manifest(
        message="appeal",
        title={"ko": "살 길 <있습니다>", "ru": "Путь & жизнь"},
        version="2026-11-22.2",
        made=NOW,
        hoso="0.1.0",
        source="we",
        languages=("ko", "ru"),
        blockers=("the voice is a draft <nobody> approved",),
        warnings=("look at the faces",),
        editions=(EDITION,),
        files=(
            *files,
            entry(folder, "ko/telegram.jpg", "poster", **own),
            entry(folder, "ko/shorts.jpg", "poster", edition="ko", channel="shorts"),
            entry(folder, "ko/telegram.txt", "caption", **own),
            entry(folder, "ko/loudspeaker.wav", "sound", edition="ko", channel="loudspeaker", left_out=2),
            entry(folder, "ko/ko.srt", "subtitles", edition="ko", language="ko"),
            entry(folder, "leaflet.ko.pdf", "leaflet", language="ko"),
        ),
        withheld=(Withheld(edition="ko", channel="oldphone", reasons=("too quiet by <3> LU",)),),
        sources=(
            SourceEntry(name="a<b>.mp4", sha256="a" * 64, traces=("GPS 48.1, 37.2",)),
            SourceEntry(name="music.flac", sha256="b" * 64),
        ),
    )


def _before(manifest: Manifest) -> Manifest:
    """As `manifest`, with one film more, no leaflet, another film and caption, and nothing withheld."""
    changed: dict[str, dict[str, Any]] = {
        "ko/telegram.mp4": {"sha256": "0" * 64, "duration_ms": 7000},
        "ko/telegram.txt": {"sha256": "1" * 64},
        "leaflet.ko.pdf": {"path": "ko/x.mp4", "kind": "video", "channel": "x"},
    }
    files = tuple(each.model_copy(update=changed.get(each.path, {})) for each in manifest.files)
    return manifest.model_copy(
        update={"version": "2026-11-22.1", "state": "approved", "files": files, "withheld": ()}
    )
