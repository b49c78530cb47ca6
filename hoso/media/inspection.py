"""Files from strangers: opened in a process of their own, with little time and memory, before anything else
touches them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hoso.base.problems import HosoError
from hoso.media.probe import MediaInfo

Kind = Literal["film", "image", "sound"]

SECONDS = 90
"""How long a file may take, of wall time; most take one."""
REMEDY = "Play it in a media player; if that fails too, export it again."


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is, by its content and not by its name."""

    kind: Kind
    format: str
    """libavformat's name, as `mov,mp4,m4a,3gp,3g2,mj2`, or Pillow's of a picture, as `JPEG`."""
    info: MediaInfo
    traces: tuple[str, ...]
    """What its metadata tells: `place`, `time`, `device`, `author`."""


def inspect(path: Path, name: str, thumbnail: Path | None = None, *, seconds: float = SECONDS) -> Inspection:
    """What the file at `path`, which people call `name`, is; with a small JPEG of it at `thumbnail`.

    Sound has no thumbnail. Raises HosoError where it is not whole, is none of the films, pictures and sounds
    that hoso uses, refers to other files, or its reader fails or does not come to an end.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-P", "-m", "hoso.media.inspection_worker", str(path), str(report)]
        if thumbnail is not None:
            command.append(str(thumbnail))
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise HosoError(f"{name} can't be read within {seconds:g} s", REMEDY) from None
        if not report.is_file():
            raise HosoError(f"{name} breaks the reader of films and pictures ({done.returncode})", REMEDY)
        told = json.loads(report.read_text("utf-8"))
    if "problem" in told:
        raise HosoError(f"{name} {told['problem']}", told["remedy"])
    return Inspection(told["kind"], told["format"], MediaInfo(**told["info"]), tuple(told["traces"]))
