"""Cues as an ASS document: the very text that is burned in, and that the browser shows.

Every event has an explicit position and explicit line breaks, so nothing depends on what was drawn before.
Imported lazily: it loads pysubs2.
"""

from __future__ import annotations

from collections.abc import Sequence

import pysubs2

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.fonts.recipes import LINE_HEIGHT, families
from hoso.subtitles.cues import Cue
from hoso.subtitles.look.layout import Layout, foot, lay_out, type_size
from hoso.subtitles.look.style import CLEAR, Style

_WORD_JOINER = "\u2060"


def ass_document(
    cues: Sequence[Cue],
    language: Language,
    profile: PictureProfile,
    fontset: FontSet,
    style: Style = CLEAR,
) -> str:
    """`cues` drawn into a picture of `profile`, as ASS text; the same text for the same input, everywhere.

    Times count from a frame of the picture, and none may be negative (ValueError). A cue shows from the
    frame nearest to its start to the frame before the one nearest to its end; one too short for a frame is
    left out.
    """
    if any(cue.start_ms < 0 for cue in cues):
        raise ValueError("a cue begins before the picture does")
    document = pysubs2.SSAFile()
    document.info.clear()
    document.info.update(_info(profile))
    document.styles = {"Default": _style(language, profile, style)}
    for cue in cues:
        start, end = (_frame(ms, profile.fps) for ms in (cue.start_ms, cue.end_ms))
        if start == end:
            continue
        set_text = lay_out(cue.text, language, profile, fontset, style)
        document.events.append(
            pysubs2.SSAEvent(
                start=_before(start, profile.fps),
                end=_before(end, profile.fps),
                text=_event(set_text, language, profile, fontset, style),
            )
        )
    return document.to_string("ass", header_notice="")


def _info(profile: PictureProfile) -> dict[str, str]:
    return {
        "ScriptType": "v4.00+",
        "PlayResX": str(profile.width),
        "PlayResY": str(profile.height),
        "LayoutResX": str(profile.width),
        "LayoutResY": str(profile.height),
        "WrapStyle": "2",
        "ScaledBorderAndShadow": "yes",
        "YCbCr Matrix": "TV.709",
    }


def _style(language: Language, profile: PictureProfile, style: Style) -> pysubs2.SSAStyle:
    em = type_size(profile, language)
    outline = _colour(style.outline)
    return pysubs2.SSAStyle(
        fontname=families(language)[0],
        fontsize=round(em * LINE_HEIGHT, 1),
        primarycolor=_colour(style.fill),
        secondarycolor=_colour(style.fill),
        outlinecolor=outline,
        backcolor=_colour(style.outline, style.shadow_alpha),
        bold=style.bold,
        outline=round(em * style.outline_width, 1),
        shadow=round(em * style.shadow, 1),
        alignment=pysubs2.Alignment.BOTTOM_CENTER,
        marginl=0,
        marginr=0,
        marginv=0,
    )


def _event(
    layout: Layout, language: Language, profile: PictureProfile, fontset: FontSet, style: Style
) -> str:
    x, y = foot(profile, language, style)
    em = layout.size
    tags = f"\\an2\\pos({x},{y})\\blur{em * style.blur:.1f}"
    if em != type_size(profile, language):
        tags += f"\\fs{em * LINE_HEIGHT:.1f}\\bord{em * style.outline_width:.1f}\\shad{em * style.shadow:.1f}"
    lines = (_line(line, language, fontset, style) for line in layout.lines)
    return f"{{{tags}}}" + "\\N".join(lines)


def _line(line: str, language: Language, fontset: FontSet, style: Style) -> str:
    """A line's text, with the family changed around what the language's own family lacks, and back."""
    own = families(language)[0]
    parts = []
    for run in fontset.runs(line, language, bold=style.bold):
        text = escape(run.text)
        other = run.family not in (own, None)
        parts.append(f"{{\\fn{run.family}}}{text}{{\\fn{own}}}" if other else text)
    return "".join(parts)


def escape(text: str) -> str:
    """`text` so that every character of it is shown: braces and backslashes start nothing.

    A word joiner, which has no picture and no width, parts a backslash from what follows.
    """
    text = text.replace("\\", f"\\{_WORD_JOINER}")
    return text.replace("{", "\\{").replace("}", "\\}").replace("\n", "\\N")


def _frame(ms: int, fps: int) -> int:
    """The frame nearest to `ms`."""
    return (ms * fps + 500) // 1000


def _before(frame: int, fps: int) -> int:
    """ms halfway between `frame` and the one before, in ASS's steps of 10 ms.

    Clear of both frames at every frame rate (at 60 fps by 3 ms), so that no renderer's rounding matters.
    """
    return max(0, (100 * (2 * frame - 1) + fps) // (2 * fps)) * 10


def _colour(rgb: str, alpha: int = 0) -> pysubs2.Color:
    red, green, blue = (int(rgb[at : at + 2], 16) for at in (1, 3, 5))
    return pysubs2.Color(red, green, blue, alpha)
