"""Keys of drawn cards and lower thirds: everything that shapes their pixels, and nothing that doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from hoso.base.keys import digest, digest_file
from hoso.base.languages import Language
from hoso.cards.card_content import CardContent, ContactCard, TitleCard
from hoso.cards.model import Faces, Frame
from hoso.cards.reveal import moments

# To be raised with every change to how cards look.
RECIPE = 2
TOOLS = ("moviepy", "pillow", "segno")


def card_key(content: CardContent, frame: Frame, faces: Faces, line_starts: Sequence[int] = ()) -> str:
    """64 hexadecimal digits that stand for the plates that `draw.draw_card` makes of the same.

    `line_starts` is in ms from the scene's start; it counts for steps cards only. Raises OSError where a font
    or the logo can't be read.
    """
    logo = content.logo if isinstance(content, TitleCard | ContactCard) else None
    words = {name: value for name, value in asdict(content).items() if name != "logo"}
    return digest(
        {
            "what": type(content).__name__,
            "words": words,
            "logo": digest_file(logo) if logo else None,
            "moments": moments(content, line_starts),
            **_common(frame, faces),
        }
    )


def lower_third_key(name: str, role: str | None, frame: Frame, faces: Faces, language: Language) -> str:
    """64 hexadecimal digits that stand for the overlay that `lower_third.draw_lower_third` makes."""
    words = {"name": name, "role": role, "language": language}
    return digest({"what": "lower third", "words": words, **_common(frame, faces)})


def label_key(text: str, frame: Frame, faces: Faces, language: Language) -> str:
    """64 hexadecimal digits that stand for the overlay that a label in `language` becomes."""
    return digest({"what": "label", "words": text, "language": language, **_common(frame, faces)})


def _common(frame: Frame, faces: Faces) -> dict[str, object]:
    # Any card may hold words in another script, so the fonts of both count.
    languages: tuple[Language, ...] = ("ko", "uk", "ru", "en")
    files = [face for language in languages for face in (faces.regular(language), faces.bold(language))]
    return {
        "recipe": RECIPE,
        "frame": frame,
        "fonts": [_font(file) for file in files],
        "tools": {tool: version(tool) for tool in TOOLS},
    }


def _font(file: Path) -> str:
    stat = file.stat()
    return _font_digest(file, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=32)
def _font_digest(file: Path, _size: int, _changed: int) -> str:
    return digest_file(file)
