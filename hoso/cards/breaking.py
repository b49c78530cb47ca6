"""Where the lines of a card end: as subtitles' do, but no word is ever cut. Pure."""

from __future__ import annotations

from collections.abc import Callable

from hoso.base.languages import Language
from hoso.subtitles.lines import breaking

Measure = Callable[[str], int]


class TooWideError(Exception):
    """A word is wider than the line."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def break_lines(
    text: str, limit: int, width: Measure, language: Language, *, lines: int = 1
) -> tuple[str, ...]:
    """The lines of `text`, none wider than `limit`; line breaks in `text` stay.

    `width` measures a line in the unit of `limit`. Runs of spaces become one. One line more is taken, up to
    `lines`, where fewer would part words that belong together. Raises TooWideError where a single word does
    not fit.
    """
    for word in text.split():
        if width(word) > limit:
            raise TooWideError(word)
    return tuple(
        line
        for part in text.splitlines()
        for line in breaking.break_lines(part, limit, width, language, lines=lines)
    )
