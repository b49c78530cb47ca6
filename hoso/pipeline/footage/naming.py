"""What a file that somebody brings is called in videos/: its own name as far as that is safe, its ending by
what it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from hoso.base.problems import InputError, Problem
from hoso.media.inspection import Inspection

MOST_BYTES = 180
"""Of a name: below what file systems take, with room for a number."""
_FORBIDDEN = re.compile(r'[/\\:*?"<>|%\x00]')
"""What leads elsewhere, what other systems don't take, and what ffmpeg takes for a number's place."""

ENDINGS: dict[tuple[str, str], tuple[str, ...]] = {
    ("film", "mov,mp4,m4a,3gp,3g2,mj2"): (".mp4", ".mov", ".m4v", ".3gp"),
    ("film", "matroska,webm"): (".mkv", ".webm"),
    ("film", "avi"): (".avi",),
    ("film", "mpegts"): (".ts", ".mts", ".m2ts"),
    ("film", "mpeg"): (".mpg", ".mpeg"),
    ("sound", "mov,mp4,m4a,3gp,3g2,mj2"): (".m4a",),
    ("sound", "wav"): (".wav",),
    ("sound", "mp3"): (".mp3",),
    ("sound", "aac"): (".aac",),
    ("sound", "flac"): (".flac",),
    ("sound", "ogg"): (".ogg", ".opus"),
    ("image", "JPEG"): (".jpg", ".jpeg"),
    ("image", "PNG"): (".png",),
    ("image", "WEBP"): (".webp",),
    ("image", "BMP"): (".bmp",),
    ("image", "TIFF"): (".tif", ".tiff"),
}
"""By kind and format, the endings under which scripts find a file; the first where it has another one."""


def safe_name(told: str) -> str:
    """`told`, a name from anywhere, without folders and without what no name should have.

    Korean, spaces and apostrophes stay. NFC.
    """
    name = unicodedata.normalize("NFC", told).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in name)
    kept = "".join(letter for letter in kept if unicodedata.category(letter) not in ("Cf", "Cs", "Co", "Cn"))
    kept = " ".join(_FORBIDDEN.sub("_", kept).split()).strip(". ")
    path = PurePosixPath(kept or "file")
    return _short(path.stem, path.suffix) + path.suffix


def fitting_name(told: str, inspection: Inspection) -> str:
    """`safe_name` with an ending that says what the file is. Raises InputError where no script takes it."""
    endings = ENDINGS.get((inspection.kind, inspection.format))
    if endings is None:
        what = "Export it as .mp4, or sound as .wav, .m4a or .mp3."
        raise InputError([Problem(f"{safe_name(told)} is of a kind that scripts don't take", what)])
    path = PurePosixPath(safe_name(told))
    if path.suffix.lower() in endings:
        return path.name
    # What stands behind the last dot is no ending where nobody would know it for one.
    stem = path.stem if re.fullmatch(r"\.[A-Za-z0-9]{1,5}", path.suffix) else path.name
    return _short(stem, endings[0]) + endings[0]


def numbered(name: str, taken: Collection[str]) -> str:
    """`name`, or `name-2`, `name-3`, … with its ending: the first that is not among `taken`."""
    known = {fold(one) for one in taken}
    if fold(name) not in known:
        return name
    path = PurePosixPath(name)
    number = 2
    while fold(f"{path.stem}-{number}{path.suffix}") in known:
        number += 1
    return f"{path.stem}-{number}{path.suffix}"


def fold(name: str) -> str:
    """What two names have in common that some file system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def _short(stem: str, suffix: str) -> str:
    room = MOST_BYTES - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") or "file"
