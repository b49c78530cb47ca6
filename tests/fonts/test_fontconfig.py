"""The private fontconfig set-up."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from hoso.fonts.faces import FontSet
from hoso.fonts.fontconfig import environment, fontconfig_file


def test_only_our_folder_is_known(tmp_path: Path) -> None:
    """One folder of fonts, a cache inside it, nothing of the system; odd characters in the path survive."""
    folder = tmp_path / "글꼴 <it's> & more"
    folder.mkdir()
    path = fontconfig_file(FontSet(folder, ()))
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert [(child.tag, child.text) for child in root] == [
        ("dir", str(folder)),
        ("cachedir", str(folder / "cache")),
    ]


def test_the_environment_names_the_file(tmp_path: Path) -> None:
    """ffmpeg's fontconfig reads the file that FONTCONFIG_FILE names."""
    fontset = FontSet(tmp_path, ())
    assert environment(fontset) == {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    """Processes that run side by side don't disturb each other."""
    fontset = FontSet(tmp_path, ())
    before = fontconfig_file(fontset).stat().st_ino
    assert fontconfig_file(fontset).stat().st_ino == before
