"""A private fontconfig set-up, so that no font of the system creeps into a picture."""

from __future__ import annotations

from html import escape
from pathlib import Path

from hoso.base import files
from hoso.fonts.faces import FontSet

_TEMPLATE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def fontconfig_file(fontset: FontSet) -> Path:
    """A fonts.conf beside the faces that knows them and no others."""
    path = fontset.folder / "fonts.conf"
    folder = fontset.folder.absolute()
    text = _TEMPLATE.format(folder=escape(str(folder)), cache=escape(str(folder / "cache")))
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        files.write_text(path, text)
    return path


def environment(fontset: FontSet) -> dict[str, str]:
    """What an ffmpeg that draws type needs in its environment."""
    return {"FONTCONFIG_FILE": str(fontconfig_file(fontset).absolute())}
