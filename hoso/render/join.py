"""Segments and sound become one MP4 or 3GP by stream copy: faststart, no edit list, no traces of its making.

Subtitle files can go in as text tracks, for players that let people choose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import ffmpeg

from hoso.base.clock import seconds
from hoso.base.files import replacing
from hoso.base.jobs import CancelToken
from hoso.base.languages import ISO_639_2, Language
from hoso.media.ffmpeg import arguments, run
from hoso.render.graph import TIME_SCALE
from hoso.render.segments import Segment

RECIPE = 1
"""Counted up when the same segments and sound would give another file."""


def join(
    files: Sequence[Path],
    segments: Sequence[Segment],
    sound: Path | None,
    voice: Language | None,
    out: Path,
    token: CancelToken,
    texts: Mapping[Language, Path] | None = None,
) -> None:
    """Write `out`, an .mp4 or .3gp, from the segments' `files` and the encoded `sound` in `voice`'s language.

    `texts` are SRT files that go in as text tracks. Raises HosoError, Cancelled.
    """
    with replacing(out) as beside:
        listing = beside.with_suffix(".ffconcat")
        try:
            listing.write_text(concat_list(files, segments), "utf-8")
            run(join_arguments(listing, sound, voice, beside, texts or {}), token=token)
        finally:
            listing.unlink(missing_ok=True)


def concat_list(files: Sequence[Path], segments: Sequence[Segment]) -> str:
    """The script of ffmpeg's concat demuxer; the exact lengths keep time stamps from drifting.

    No decoder is let in: each file's head tells enough, and opening one would cost a decoded frame.
    """
    lines = ["ffconcat version 1.0"]
    for file, segment in zip(files, segments, strict=True):
        quoted = str(file).replace("'", r"'\''")
        lines += [
            f"file '{quoted}'",
            "option codec_whitelist none",
            f"duration {seconds(segment.duration_ms)}",
        ]
    return "\n".join(lines) + "\n"


def join_arguments(
    listing: Path,
    sound: Path | None,
    voice: Language | None,
    out: Path,
    texts: Mapping[Language, Path],
) -> list[str]:
    """The command line that joins and muxes without touching a frame."""
    picture = ffmpeg.input(str(listing), format="concat", safe=0)
    tracks = [ffmpeg.input(f"file:{path}", format="srt")["s:0"] for path in texts.values()]
    heard = [] if sound is None else [ffmpeg.input(str(sound)).audio]
    spoken = {} if voice is None else {"metadata:s:a:0": f"language={ISO_639_2[voice]}"}
    output = ffmpeg.output(
        picture.video,
        *heard,
        *tracks,
        str(out),
        format=out.suffix.removeprefix("."),
        c="copy",
        video_track_timescale=TIME_SCALE,
        movflags="+faststart+negative_cts_offsets",
        use_editlist=0,
        map_metadata=-1,
        fflags="+bitexact",
        **spoken,
        **_text_settings(tuple(texts)),
    )
    return arguments(output)


def _text_settings(languages: Sequence[Language]) -> dict[str, str]:
    """Text tracks that say their language and are off until somebody chooses one."""
    if not languages:
        return {}
    settings = {"c:s": "mov_text"}
    for number, language in enumerate(languages):
        settings[f"metadata:s:s:{number}"] = f"language={ISO_639_2[language]}"
        settings[f"disposition:s:{number}"] = "0"
    return settings
