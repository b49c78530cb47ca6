"""Measures type with the very library that MoviePy draws it with, and picks a face for every character."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb
from PIL import ImageFont

from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.cards.elements import Extent, Run
from hoso.cards.model import Faces, Weight

# Usual tall and deep letters: a line's box is at least as high as these, so that lines are even.
REFERENCE = "한뷁ЙЇҐЩpу"


class Typesetter:
    """Measures text in `language`. Words in another script get the face that holds that script."""

    def __init__(self, faces: Faces, language: Language) -> None:
        self._faces = faces
        self.language = language
        self._cached_pens = cache(self._pens)
        self._cached_ink = cache(self._ink)

    def width(self, text: str, weight: Weight, size: int) -> int:
        """How far the pen goes: quick to tell, and hardly ever less than the ink's width."""
        last = self._cached_pens(text, weight, size)[-1]
        return last.x + last.advance

    def extent(self, text: str, weight: Weight, size: int) -> Extent:
        """The ink of a line; at least as high as the tallest letters, so that lines are even."""
        ink = self.ink(text, weight, size)
        usual = [_reference(run.face, size) for run in self._cached_pens(text, weight, size)]
        rise = max(ink.rise, *(tallest for tallest, _ in usual))
        fall = max(ink.fall, *(deepest for _, deepest in usual))
        return Extent(ink.width, rise, fall)

    def ink(self, text: str, weight: Weight, size: int) -> Extent:
        """The ink of these very letters; `rise` or `fall` may be below 0."""
        return self._cached_ink(text, weight, size)[1]

    def runs(self, text: str, weight: Weight, size: int) -> tuple[Run, ...]:
        """What to draw with which face, left to right, counted from the left edge of the line's ink.

        Raises HosoError where no face has one of the characters.
        """
        left, _ = self._cached_ink(text, weight, size)
        return tuple(replace(run, x=run.x - left) for run in self._cached_pens(text, weight, size))

    def _pens(self, text: str, weight: Weight, size: int) -> tuple[Run, ...]:
        """The runs, counted from where the pen starts."""
        pen, runs = 0, []
        for face, part in self._split(text, weight):
            runs.append(Run(face, part, pen, round(_font(face, size).getlength(part))))
            pen = runs[-1].x + runs[-1].advance
        return tuple(runs)

    def _ink(self, text: str, weight: Weight, size: int) -> tuple[int, Extent]:
        """How far the ink begins from where the pen starts, and its extent."""
        boxes = []
        for run in self._cached_pens(text, weight, size):
            # Pillow's getbbox counts the room beside a letter as well; the mask is the letter.
            mask, (x, y) = _font(run.face, size).getmask2(run.text, mode="L", anchor="ls")
            box = mask.getbbox()
            if box is not None:
                boxes.append((run.x + x + box[0], y + box[1], run.x + x + box[2], y + box[3]))
        if not boxes:
            return 0, Extent(0, 0, 0)
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), Extent(max(rights) - min(lefts), -min(tops), max(bottoms))

    def _split(self, text: str, weight: Weight) -> list[tuple[Path, str]]:
        """Stretches of `text` with their faces: a word of one script is never set in two faces."""
        parts: list[tuple[Path, str]] = []
        for word in _words_with_spaces(text):
            for face, part in self._faces_of(word, weight):
                if parts and parts[-1][0] == face:
                    parts[-1] = (face, parts[-1][1] + part)
                else:
                    parts.append((face, part))
        return parts

    def _faces_of(self, word: str, weight: Weight) -> list[tuple[Path, str]]:
        own, other = self._face(self.language, weight), self._face(self._other(), weight)
        cyrillic, hangul = any(map(_is_cyrillic, word)), any(map(_is_hangul, word))
        first, second = (own, other) if self._suits(cyrillic=cyrillic, hangul=hangul) else (other, own)
        if not (cyrillic and hangul):
            for face in (first, second):
                if all(_has(face, char) for char in word):
                    return [(face, word)]
        return [(self._face_of(char, weight, own, other), char) for char in word]

    def _suits(self, *, cyrillic: bool, hangul: bool) -> bool:
        return hangul or not cyrillic if self.language == "ko" else not hangul or cyrillic

    def _face_of(self, char: str, weight: Weight, own: Path, other: Path) -> Path:
        if _is_cyrillic(char):
            order = (self._face("uk", weight), self._face("ko", weight))
        elif _is_hangul(char):
            order = (self._face("ko", weight), self._face("uk", weight))
        else:
            order = (own, other)
        for face in order:
            if _has(face, char):
                return face
        raise HosoError(
            f"No font that comes with hoso can draw '{char}' (U+{ord(char):04X})",
            "Write it with other characters.",
        )

    def _other(self) -> Language:
        return "uk" if self.language == "ko" else "ko"

    def _face(self, language: Language, weight: Weight) -> Path:
        return self._faces.bold(language) if weight == "bold" else self._faces.regular(language)


def _words_with_spaces(text: str) -> list[str]:
    words = text.split(" ")
    return [word + " " for word in words[:-1]] + ([words[-1]] if words[-1] else [])


def _is_cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u052f"


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f"


# Each size maps the whole file again, 16 MB of Korean: many would be counted as hundreds of MB in use.
@lru_cache(maxsize=12)
def _font(face: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face), size)


@lru_cache(maxsize=16)
def _characters(face: Path) -> frozenset[int]:
    return frozenset(hb.Face(hb.Blob.from_file_path(str(face))).unicodes)


def _has(face: Path, char: str) -> bool:
    return ord(char) in _characters(face)


@lru_cache(maxsize=512)
def _reference(face: Path, size: int) -> tuple[int, int]:
    letters = "".join(char for char in REFERENCE if _has(face, char))
    _, top, _, bottom = _font(face, size).getbbox(letters, anchor="ls")
    return math.ceil(-top), math.ceil(bottom)
