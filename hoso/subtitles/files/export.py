"""Cues as the text of a subtitle file in any format, for players and editors; pysubs2 and pysrt write."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.script.marks import CLOSE, OPEN
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.sniffing import Format
from hoso.subtitles.files.srt import text_of

if TYPE_CHECKING:
    import pysubs2

# SAMI's names for a language's class: the name, what people read, the tag.
_SAMI_CLASSES: dict[Language, tuple[str, str, str]] = {
    "ko": ("KRCC", "한국어", "ko-KR"),
    "ru": ("RUCC", "Русский", "ru-RU"),
    "uk": ("UKCC", "Українська", "uk-UA"),
    "en": ("ENCC", "English", "en-US"),
}

# What editors' computers have; hoso's own faces are known to hoso alone.
_FACES: dict[Language, str] = {"ko": "Malgun Gothic"}


def export(cues: Sequence[Cue], format: Format, language: Language, title: str = "") -> str:  # noqa: A002
    """`cues` as the text of a file in `format`, with newlines for line ends; stress is kept in each.

    ASS has steps of 10 ms, and WebVTT lists cues by when they begin. Raises InputError where SAMI is asked
    for and cues overlap, since it shows one at a time.
    """
    title = " ".join(title.split())
    if format == "vtt":
        return _vtt(cues, title)
    if format == "ass":
        return _ass(cues, language, title)
    if format == "smi":
        return _sami(cues, language, title)
    return text_of(cues)


def _vtt(cues: Sequence[Cue], title: str) -> str:
    document = _document(cues)
    for event, cue in zip(document, cues, strict=True):
        # pysubs2 takes backslashes for ASS's; what is left as it is are its own line breaks and our marks.
        escaped = html.escape(cue.text, quote=False).replace("\\", "&#92;").replace("\n", "\\N")
        event.text = escaped.replace(html.escape(OPEN), OPEN).replace(html.escape(CLOSE), CLOSE)
    text = document.to_string("vtt", keep_ssa_tags=True)
    # A title may not look like times.
    return text.replace("WEBVTT", f"WEBVTT - {title.replace('-->', '→')}" if title else "WEBVTT", 1)


def _ass(cues: Sequence[Cue], language: Language, title: str) -> str:
    """ASS for editors: one plain style, and no place of its own for any cue."""
    import pysubs2

    from hoso.subtitles.look.lettering import escape

    document = _document(cues)
    document.info |= {"Title": title or "hoso", "PlayResX": "1920", "PlayResY": "1080", "WrapStyle": "0"}
    document.styles["Default"] = pysubs2.SSAStyle(
        fontname=_FACES.get(language, "Arial"), fontsize=72, outline=3, shadow=0, marginv=60
    )
    for event, cue in zip(document, cues, strict=True):
        event.text = escape(cue.text).replace(OPEN, "{\\b1}").replace(CLOSE, "{\\b0}")
    return document.to_string("ass", header_notice="")


def _document(cues: Sequence[Cue]) -> pysubs2.SSAFile:
    import pysubs2

    document = pysubs2.SSAFile()
    document.events = [pysubs2.SSAEvent(start=cue.start_ms, end=cue.end_ms) for cue in cues]
    return document


def _sami(cues: Sequence[Cue], language: Language, title: str) -> str:
    """SAMI, which no library writes: each cue from its SYNC to the next, an empty one in a gap."""
    if any(after.start_ms < before.end_ms for before, after in pairwise(cues)):
        remedy = "Let each cue end before the next begins, or choose another format."
        raise InputError([Problem("SAMI can't hold cues that overlap or are out of order", remedy)])
    name, shown, tag = _SAMI_CLASSES[language]
    head = [
        f"<SAMI>\n<HEAD>\n<TITLE>{html.escape(title)}</TITLE>",
        f'<STYLE TYPE="text/css">\n<!--\n.{name} {{ Name:{shown}; lang:{tag}; SAMIType:CC; }}\n-->\n</STYLE>',
        "</HEAD>\n<BODY>",
    ]
    body = []
    for cue, after in zip_longest(cues, cues[1:]):
        text = html.escape(cue.text, quote=False).replace("\n", "<br>")
        text = text.replace(html.escape(OPEN), OPEN).replace(html.escape(CLOSE), CLOSE)
        body.append(f"<SYNC Start={cue.start_ms}><P Class={name}>{text}")
        if after is None or after.start_ms > cue.end_ms:
            body.append(f"<SYNC Start={cue.end_ms}><P Class={name}>&nbsp;")
    return "\n".join([*head, *body, "</BODY>\n</SAMI>\n"])
