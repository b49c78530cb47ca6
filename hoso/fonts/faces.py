"""The faces on disk: made on first use, kept under the user's cache, found again by what made them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from hoso.base import files, keys
from hoso.base.languages import Language
from hoso.base.problems import HosoError
from hoso.fonts.recipes import RECIPES, VERSION, Recipe, families
from hoso.fonts.runs import Run, runs

_INDEX = "faces.json"
# Joiners, direction marks and line breaks have no picture.
_INVISIBLE = frozenset("\n\t\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Face:
    """A static TrueType file."""

    path: Path
    family: str
    bold: bool
    sha256: str

    def missing(self, text: str) -> frozenset[str]:
        """The characters of `text` that this face has no glyph for."""
        return frozenset(char for char in set(text) - _INVISIBLE if not self.covers(char))

    def covers(self, char: str) -> bool:
        """Whether this face has a glyph for `char`."""
        from hoso.fonts.shaping import characters

        return ord(char) in characters(self.path)

    def width(self, text: str, size: float) -> float:
        """Width in px of `text`, one line, at an em of `size` px. Kerning included, outlines not."""
        from hoso.fonts.shaping import advance

        return advance(self.path, text) * size


@dataclass(frozen=True, slots=True)
class FontSet:
    """All faces, in one folder of their own."""

    folder: Path
    faces: tuple[Face, ...]

    @property
    def hashes(self) -> tuple[str, ...]:
        """The SHA-256 of every face, in order: what a cache key holds."""
        return tuple(face.sha256 for face in self.faces)

    def face(self, family: str, *, bold: bool = False) -> Face:
        """The face of `family`. Raises KeyError where there is no such family."""
        for face in self.faces:
            if face.family == family and face.bold == bold:
                return face
        raise KeyError(family)

    def preferred(self, language: Language, *, bold: bool = False) -> Face:
        """The face that sets most of a text in `language`."""
        return self.face(families(language)[0], bold=bold)

    def runs(self, text: str, language: Language, *, bold: bool = False) -> tuple[Run, ...]:
        """`text` in stretches of one family each; the family is None where no face has the characters."""

        from hoso.fonts.shaping import characters

        known = {family: characters(self.face(family, bold=bold).path) for family in families(language)}

        def covers(family: str, char: str) -> bool:
            return ord(char) in known[family] or char in _INVISIBLE

        return runs(text, families(language), covers)

    def missing(self, text: str, language: Language) -> str:
        """The characters of `text` that no face has, each once, in their order: they would be boxes."""
        gone = "".join(run.text for run in self.runs(text, language) if run.family is None)
        return "".join(dict.fromkeys(gone))

    def width(self, text: str, language: Language, size: float, *, bold: bool = False) -> float:
        """Width in px of `text`, one line, at an em of `size` px. A missing glyph counts one em."""
        total = 0.0
        for run in self.runs(text, language, bold=bold):
            if run.family is None:
                total += len(run.text) * size
            else:
                total += self.face(run.family, bold=bold).width(run.text, size)
        return total


def faces(folder: Path | None = None) -> FontSet:
    """The faces, made below `folder` where they are not there yet (about a second, once).

    Without `folder` they live in the user's cache folder. Raises HosoError where a font package is broken.
    """
    home = (folder or _default_folder()) / _recipe_key()[:16]
    return _known(home) or _make(home)


def _default_folder() -> Path:
    return user_cache_path("hoso") / "fonts"


def _recipe_key() -> str:
    sources = [(recipe, _source_hash(recipe.package, recipe.resource)) for recipe in RECIPES]
    makers = {name: metadata.version(name) for name in ("uharfbuzz", "fonttools")}
    return keys.digest([VERSION, sources, makers])


def _source(package: str, resource: str) -> bytes:
    try:
        return resources.files(package).joinpath(resource).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise HosoError(
            f"The font {resource} of the package {package} is missing",
            "Install the project again: uv sync --reinstall",
        ) from error


@cache
def _source_hash(package: str, resource: str) -> str:
    return keys.digest_bytes(_source(package, resource))


def _known(home: Path) -> FontSet | None:
    """The faces in `home` where all are there and whole, else None."""
    try:
        index: dict[str, Any] = json.loads((home / _INDEX).read_text(encoding="utf-8"))
        found = []
        for recipe in RECIPES:
            entry = index[recipe.file_name]
            path = home / recipe.file_name
            if path.stat().st_size != entry["size"]:
                return None
            found.append(_face(path, recipe, entry["sha256"]))
    except (FileNotFoundError, KeyError, ValueError):
        return None
    return FontSet(home, tuple(found))


def _make(home: Path) -> FontSet:
    from hoso.fonts.build import build

    index, made = {}, []
    for recipe in RECIPES:
        data = build(_source(recipe.package, recipe.resource), recipe)
        path = home / recipe.file_name
        files.write_bytes(path, data)
        sha256 = keys.digest_bytes(data)
        index[recipe.file_name] = {"size": len(data), "sha256": sha256}
        made.append(_face(path, recipe, sha256))
    files.write_text(home / _INDEX, json.dumps(index, indent=1))
    return FontSet(home, tuple(made))


def _face(path: Path, recipe: Recipe, sha256: str) -> Face:
    return Face(path, recipe.family, recipe.bold, sha256)
