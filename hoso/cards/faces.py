"""The faces that come with hoso, as cards ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.languages import Language
from hoso.fonts.faces import FontSet


@dataclass(frozen=True, slots=True)
class PackagedFaces:
    """A `model.Faces` over the static faces that the fonts room makes."""

    fonts: FontSet

    def regular(self, language: Language) -> Path:
        """The face for running text."""
        return self.fonts.preferred(language).path

    def bold(self, language: Language) -> Path:
        """The face for headings."""
        return self.fonts.preferred(language, bold=True).path
