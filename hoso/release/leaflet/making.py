"""From a message to files, and what would keep it from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hoso.base import files
from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import HosoError, Problem
from hoso.cards.qr import Symbol, symbol_of
from hoso.fonts.faces import FontSet
from hoso.release.leaflet.content import LeafletContent, leaflet_content
from hoso.release.leaflet.document import document
from hoso.release.leaflet.fitting import Fitted, fit
from hoso.release.leaflet.logo import printable
from hoso.release.leaflet.printing import pdf
from hoso.release.leaflet.setting import TooLongError, Typesetter
from hoso.release.leaflet.sheet import Form
from hoso.script.model import Message
from hoso.script.reader import Script

ENDINGS: dict[Form, str] = {"a6": "pdf", "a4": "a4.pdf"}
_QUOTED = 40
"""Characters of a text that a problem quotes."""


def leaflet_languages(message: Message) -> tuple[Language, ...]:
    """The languages that readers of `message` get a leaflet in: those that its editions show."""
    shown = {language for edition in message.editions for language in edition.languages}
    return tuple(language for language in LANGUAGES if language in shown)


def make_leaflets(
    message: Message,
    languages: Sequence[Language],
    faces: FontSet,
    folder: Path,
    *,
    logo: Path | None = None,
) -> tuple[Path, ...]:
    """Write `leaflet.<language>.pdf` (A6, for a press) and `leaflet.<language>.a4.pdf` (four a sheet) into
    `folder`, for each of `languages`, and return where they are.

    `logo` is the message's logo as a file. Raises HosoError where the script asks for no leaflet, lacks
    words, or has more than fit; then no file has been written.
    """
    printed = None if logo is None else printable(logo)
    made = {
        folder / f"leaflet.{language}.{ending}": data
        for language in languages
        for ending, data in _printed(message, language, faces, printed)
    }
    for path, data in made.items():
        files.write_bytes(path, data)
    return tuple(made)


def leaflet_problems(script: Script, languages: Sequence[Language], faces: FontSet) -> Iterator[Problem]:
    """What would keep the leaflets of `script` in `languages` from print, with places; none without one."""
    if script.message.printed is None:
        return
    for language in languages:
        try:
            content = leaflet_content(script.message, language)
        except HosoError as error:
            yield error.problem
            continue
        yield from _unreadable(script, content, faces)
        try:
            _fitted(content, faces, logo=script.message.logo is not None)
        except TooLongError as error:
            yield script.problem(error.passage.path, *_too_long(error))


def _printed(
    message: Message, language: Language, faces: FontSet, logo: bytes | None
) -> Iterator[tuple[str, bytes]]:
    """The ending of each file in `language` and what is in it."""
    content = leaflet_content(message, language)
    try:
        fitted, symbol = _fitted(content, faces, logo=logo is not None)
    except TooLongError as error:
        raise HosoError(*_too_long(error), path=message.path) from None
    for form, ending in ENDINGS.items():
        data = document(content, fitted, symbol, form, logo)
        yield ending, pdf(data, faces, form, content.title)


def _fitted(content: LeafletContent, faces: FontSet, *, logo: bool) -> tuple[Fitted, Symbol]:
    symbol = symbol_of(content.target.words)
    return fit(content, Typesetter(faces, content.language), symbol, logo=logo), symbol


def _too_long(error: TooLongError) -> tuple[str, str]:
    """What does not fit, and what to do about it."""
    if error.word:
        message = f"“{_short(error.word)}” is too wide for a leaflet"
        return message, "Write something shorter: no word is broken in two."
    message = f"too long for a leaflet: “{_short(error.passage.words)}”"
    return message, "Shorten it, or another text of that side: type is never smaller than can be read."


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"


def _unreadable(script: Script, content: LeafletContent, faces: FontSet) -> Iterator[Problem]:
    """Characters that no font has: they would be boxes."""
    for passage in content.passages:
        gone = faces.missing(passage.words, content.language)
        if gone:
            message = f"no font has {' '.join(gone)}: readers of the leaflet would see boxes"
            yield script.problem(passage.path, message, "Write it with other characters.")
