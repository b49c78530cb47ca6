"""Subtitle files beside the videos: SRT and WebVTT, for every language that the message is whole in."""

from __future__ import annotations

from pathlib import Path

from hoso.base.files import write_bytes
from hoso.base.languages import Language
from hoso.pipeline.production import Production
from hoso.subtitles.files.export import export
from hoso.subtitles.files.srt import text_of


def write_sidecars(folder: Path, production: Production) -> dict[Language, Path]:
    """`<message>.<language>.srt` and `.vtt` in `folder` for every language that has cues; the SRT files.

    A file that would come out the same is left alone.
    """
    message = production.script.message
    written = {}
    for language, settled in production.titles.items():
        if settled.cues:
            srt, vtt = (folder / f"{message.name}.{language}{ending}" for ending in (".srt", ".vtt"))
            _put(srt, text_of(settled.cues))
            _put(vtt, export(settled.cues, "vtt", language, message.title.get(language) or ""))
            written[language] = srt
    return written


def _put(path: Path, text: str) -> None:
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        write_bytes(path, data)
