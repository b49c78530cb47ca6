"""Small pictures of films and stills, made once."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hoso.base.keys import digest
from hoso.base.problems import HosoError
from hoso.base.project import Project
from hoso.base.store import Store
from hoso.media.inspection import inspect

CAP_BYTES = 256 * 1024**2
QUALITY = 85
WIDTH, HEIGHT = 480, 270

_ONE_AT_A_TIME = threading.Lock()
"""A page asks for many at once; renders need the machine too."""


class Thumbnails:
    """A project's small pictures."""

    def __init__(self, project: Project) -> None:
        self._store = Store(project.state / "thumbnails", CAP_BYTES)

    @contextmanager
    def making(self) -> Iterator[Path]:
        """A path for a picture that `keep` may take; gone when the block ends."""
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / "small.jpg"

    def keep(self, picture: Path, of: Path) -> None:
        """Keep what was made at `picture`, if anything was, as the small picture of the file `of`."""
        data = picture.read_bytes() if picture.is_file() else b""
        self._store.make(_key(of), ".jpg", lambda path: _write(path, data))
        self._store.trim()

    def of_file(self, path: Path) -> Path | None:
        """The small picture of a file of videos/; None where it has none: sound, or what can't be read."""
        found = self._store.find(_key(path), ".jpg")
        if found is None:
            with _ONE_AT_A_TIME:
                found = self._store.find(_key(path), ".jpg") or self._made(path)
        return found if found.stat().st_size else None

    def of_poster(self, path: Path) -> Path:
        """The small picture of a picture that hoso made itself."""
        return self._store.make(_key(path), ".jpg", lambda out: _shrink(path, out))

    def of_film(self, path: Path, at_ms: int) -> Path:
        """The small picture of a film that hoso made itself. Raises HosoError where it can't be read."""
        return self._store.make(_key(path), ".jpg", lambda out: _frame(path, at_ms, out))

    def _made(self, path: Path) -> Path:
        with self.making() as picture:
            try:
                inspect(path, path.name, picture)
            except HosoError:
                picture.unlink(missing_ok=True)
            self.keep(picture, path)
        return self._store.place(_key(path), ".jpg")


def _key(path: Path) -> str:
    stat = path.stat()
    return digest([str(path), stat.st_size, stat.st_mtime_ns])


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _shrink(path: Path, out: Path) -> None:
    from PIL import Image

    with Image.open(path) as picture:
        picture.thumbnail((WIDTH, HEIGHT))
        picture.convert("RGB").save(out, "JPEG", quality=QUALITY)


def _frame(path: Path, at_ms: int, out: Path) -> None:
    from hoso.release.frames import frame_at

    picture = frame_at(path, at_ms)
    picture.thumbnail((WIDTH, HEIGHT))
    picture.save(out, "JPEG", quality=QUALITY)
