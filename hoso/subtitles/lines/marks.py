"""Emphasis in a cue's text, `<b>…</b>`: looked through by what measures, kept whole by what cuts. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoso.script.marks import CLOSE, OPEN, tidy

_MARK = re.compile(f"{OPEN}|{CLOSE}")


def plain(text: str) -> str:
    """`text` without its marks."""
    return _MARK.sub("", text) if "<" in text else text


def words(text: str) -> list[str]:
    """The words of `text`, each with the marks that touch it; no word is a mark alone."""
    if "<" not in text:
        return text.split()
    found: list[str] = []
    waiting = ""
    for word in tidy(text).split():
        if plain(word):
            found.append(waiting + word)
            waiting = ""
        elif found and not waiting:
            found[-1] += word
        else:
            waiting += word
    if waiting and found:
        found[-1] += waiting
    return found


def clusters(word: str) -> Iterator[str]:
    """`word` in signs: a mark that opens goes with the sign after it, one that closes with the one before."""
    if "<" not in word:
        yield from word
        return
    held = ""
    for piece in re.findall(f"{CLOSE}|{OPEN}|.", word, re.DOTALL):
        if held and piece != CLOSE and plain(held):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def balance(pieces: Sequence[str]) -> list[str]:
    """The `pieces` of one text, each balanced: emphasis that a cut interrupts ends there and begins anew.

    A mark that closes nothing goes, as does one that opens what is open; what stays open ends with its piece.
    """
    balanced = []
    inside = False
    for piece in pieces:
        text, inside = _closed(piece, inside)
        balanced.append(text)
    return balanced


def _closed(piece: str, inside: bool) -> tuple[str, bool]:
    """`piece`, balanced, and whether it ends within emphasis; `inside`: whether it begins within."""
    if not inside and "<" not in piece:
        return piece, False
    parts = [OPEN] if inside else []
    at = 0
    for mark in _MARK.finditer(piece):
        parts.append(piece[at : mark.start()])
        at = mark.end()
        if (mark.group() == OPEN) != inside:
            parts.append(mark.group())
            inside = not inside
    text = "".join([*parts, piece[at:], CLOSE if inside else ""])
    return text.replace(OPEN + CLOSE, ""), inside
