"""SRT files as hoso writes them: as every editor reads them, and so that they come back as they were."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from hoso.base import files
from hoso.base.problems import InputError, Problem
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.reading import parse


def write(path: Path, cues: Sequence[Cue]) -> None:
    """Put `cues` at `path`: numbered from 1, UTF-8 without a byte order mark, LF; whole or not at all.

    Raises InputError where a cue would not come back as it is, such as one with a blank line.
    """
    text = text_of(cues)
    if cues:
        _check(text, cues, path)
    files.write_text(path, text)


def text_of(cues: Sequence[Cue]) -> str:
    """`cues` as the text of an SRT file."""
    from pysrt import SubRipFile, SubRipItem

    items = [SubRipItem(number, cue.start_ms, cue.end_ms, cue.text) for number, cue in enumerate(cues, 1)]
    out = io.StringIO()
    SubRipFile(items, eol="\n").write_into(out)
    return out.getvalue()


def _check(text: str, cues: Sequence[Cue], path: Path) -> None:
    """Raise InputError unless `text` is read as `cues`."""
    # A lone surrogate is no character: the replacement does not come back as it was.
    back = parse(text.encode(errors="replace"), path).cues
    if back == tuple(cues):
        return
    gone = next((cue for cue, found in zip(cues, back, strict=False) if cue != found), cues[-1])
    raise InputError([Problem(f"a subtitle file can't hold {gone.text!r}", "Change the words.", path)])
