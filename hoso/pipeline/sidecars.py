"""Subtitle files beside the videos: SRT and WebVTT, for every language that the message is whole in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hoso.base.files import write_bytes
from hoso.base.languages import Language
from hoso.subtitles.files.export import export
from hoso.subtitles.files.srt import text_of
from hoso.subtitles.keeping.keeper import Settled


def write_sidecars(
    folder: Path, message: str, title: Mapping[Language, str], titles: Mapping[Language, Settled]
) -> dict[Language, tuple[Path, Path]]:
    """`<message>.<language>.srt` and `.vtt` in `folder` for all of `titles` that have cues.

    A file that would come out the same is left alone.
    """
    written = {}
    for language, settled in titles.items():
        if settled.cues:
            srt, vtt = (folder / f"{message}.{language}{ending}" for ending in (".srt", ".vtt"))
            _put(srt, text_of(settled.cues))
            _put(vtt, export(settled.cues, "vtt", language, title.get(language, "")))
            written[language] = srt, vtt
    return written


def _put(path: Path, text: str) -> None:
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        write_bytes(path, data)
