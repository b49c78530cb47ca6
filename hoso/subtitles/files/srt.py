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
    if _back(text, path) == tuple(cues):
        return
    for cue in cues:
        if not 0 <= cue.start_ms < cue.end_ms:
            words = f"“{cue.text}” can't be shown from {cue.start_ms} to {cue.end_ms} ms"
            raise InputError([Problem(words, "Change its times.", path)])
        if _back(text_of([cue]), path) != (cue,):
            raise InputError([Problem(f"a subtitle file can't hold “{cue.text}”", "Change the words.", path)])
    raise InputError([Problem("a subtitle file can't hold these cues", "Change the words.", path)])


def _back(text: str, path: Path) -> tuple[Cue, ...]:
    """The cues of a file with `text`; none where it is refused."""
    try:
        # A lone surrogate is no character: what is put in its place is not what it was.
        return parse(text.encode(errors="replace"), path).cues
    except InputError:
        return ()
