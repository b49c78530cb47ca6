"""Lines of a caption as ASS text: families and colours change where they must. Pure but for the fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from hoso.base.languages import Language
from hoso.fonts.faces import FontSet
from hoso.fonts.recipes import families
from hoso.script.marks import CLOSE, OPEN
from hoso.styles.model import Look

Role = Literal["fill", "emphasis", "label"]
"""What letters are for: each has its colour in a Look."""

_WORD_JOINER = "\u2060"


def letter(lines: Sequence[str], label: str, language: Language, fontset: FontSet, look: Look) -> str:
    """`lines` with their marks as ASS text; `label` is the speaker's name that they begin with, or empty."""
    set_lines: list[str] = []
    role: Role = "fill"
    for text, roles in _lines_of(lines, label):
        parts, at = [], 0
        for run in fontset.runs(text, language, bold=look.bold):
            piece = ""
            for wanted, chars in groupby(roles[at : at + len(run.text)]):
                length = len(list(chars))
                if wanted != role:
                    piece += f"{{\\1c{colour(getattr(look, wanted))}}}"
                    role = wanted
                piece += escape(text[at : at + length])
                at += length
            parts.append(_in_family(piece, run.family, families(language)[0]))
        set_lines.append("".join(parts))
    return "\\N".join(set_lines)


def escape(text: str) -> str:
    """`text` so that every character of it is shown: braces and backslashes start nothing.

    A word joiner, which has no picture and no width, parts a backslash from what follows.
    """
    text = text.replace("\\", f"\\{_WORD_JOINER}")
    return text.replace("{", "\\{").replace("}", "\\}").replace("\n", "\\N")


def colour(rgb: str) -> str:
    """`#RRGGBB` as ASS writes it in a tag."""
    return f"&H{rgb[5:7]}{rgb[3:5]}{rgb[1:3]}&".upper()


def alpha(opacity: float) -> int:
    """ASS's alpha, 0 (solid) to 255 (invisible), of an opacity from 0 to 1."""
    return round(255 * (1 - opacity))


def _lines_of(lines: Sequence[str], label: str) -> Iterator[tuple[str, list[Role]]]:
    """Each line without its marks, and what each of its characters is for."""
    named = len("".join(label.split()))
    stressed = False
    for line in lines:
        text, roles = "", list[Role]()
        for part in _parts(line):
            if part in (OPEN, CLOSE):
                stressed = part == OPEN
                continue
            for char in part:
                roles.append("label" if named > 0 else "emphasis" if stressed else "fill")
                named -= not char.isspace()
            text += part
        yield text, roles


def _parts(line: str) -> list[str]:
    """`line` parted into its marks and what is between them."""
    return line.replace(OPEN, f"\0{OPEN}\0").replace(CLOSE, f"\0{CLOSE}\0").split("\0")


def _in_family(piece: str, family: str | None, own: str) -> str:
    return piece if family in (own, None) else f"{{\\fn{family}}}{piece}{{\\fn{own}}}"
