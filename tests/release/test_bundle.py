"""A release held open, and as one ZIP."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import tracemalloc
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from hoso.base.keys import digest_bytes
from hoso.base.problems import InputError
from hoso.release.bundle import CHUNK, SUMS, Archive, bundle, lay_out
from hoso.release.manifest import FileEntry, download_name, write_manifest
from hoso.release.opened import OpenRelease, open_release
from tests.release.test_release_folder import NOW, manifest

FILM = bytes(range(256)) * 4096
"""A mebibyte."""


def entry(path: str, data: bytes) -> FileEntry:
    """The entry of a film with those bytes."""
    kept = {"made": NOW, "inputs": "x", "edition": "ko", "channel": Path(path).stem}
    return FileEntry(path=path, kind="video", bytes=len(data), sha256=digest_bytes(data), **kept)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release of two films, one of them empty, with a report."""
    folder = tmp_path / "appeal"
    (folder / "ko").mkdir(parents=True)
    (folder / "ko" / "telegram.mp4").write_bytes(FILM)
    (folder / "ko" / "발.mp4").write_bytes(b"")
    (folder / "report.html").write_text("<title>report</title>")
    write_manifest(folder, manifest(files=(entry("ko/telegram.mp4", FILM), entry("ko/발.mp4", b""))))
    return folder


def laid_out(folder: Path) -> tuple[OpenRelease, Archive]:
    """The release and the ZIP of all of it."""
    release = OpenRelease(folder)
    return release, lay_out(release, release.manifest.files)


def test_the_zip_says_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    """Telling names, checksums that hold, the same bytes twice; unzip and Python open it."""
    with OpenRelease(folder) as release:
        one, two = (bundle(release, tmp_path / name) for name in ("1.zip", "2.zip"))
        names = [download_name(release.manifest, entry) for entry in release.manifest.files]
    assert one.read_bytes() == two.read_bytes()
    assert names == ["appeal_ko_telegram_2026-11-22.1.mp4", "appeal_ko_발_2026-11-22.1.mp4"]
    with zipfile.ZipFile(one) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["release.json", "report.html", SUMS, *names]
        rows = [row.split("  ") for row in archive.read(SUMS).decode().splitlines()]
        assert [name for _, name in rows] == names
        for digest, name in rows:
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    if shutil.which("unzip"):
        subprocess.run(["unzip", "-tq", str(one)], check=True, stdout=subprocess.DEVNULL)


def test_a_reader_that_cannot_look_ahead_knows_each_size(folder: Path) -> None:
    """No data descriptors: sizes and checksums stand in front, for unpackers on phones."""
    release, archive = laid_out(folder)
    with release:
        data = b"".join(archive.read(release))
    at = data.index(b"PK\x03\x04", data.index(b"SHA256SUMS"))
    flags, crc, size = data[at + 6 : at + 8], data[at + 14 : at + 18], data[at + 22 : at + 26]
    assert int.from_bytes(flags, "little") & 8 == 0
    assert int.from_bytes(size, "little") == len(FILM)
    assert int.from_bytes(crc, "little") == zipfile.crc32(FILM)  # type: ignore[attr-defined]


def test_any_part_of_the_zip_can_be_read(folder: Path) -> None:
    """Its size is known before; parts put together are the whole."""
    release, archive = laid_out(folder)
    with release:
        whole = b"".join(archive.read(release))
        assert len(whole) == archive.size
        cuts = [0, 1, 40, 200, 300, 333, CHUNK, CHUNK + 7, archive.size - 60, archive.size - 1, archive.size]
        parts = [b"".join(archive.read(release, start, end)) for start, end in pairwise(cuts)]
    assert b"".join(parts) == whole
    assert [len(part) for part in parts] == [end - start for start, end in pairwise(cuts)]


def test_the_zip_takes_no_memory(tmp_path: Path) -> None:
    """Forty times the film, and never more than a few pieces of it at once."""
    folder = tmp_path / "appeal"
    (folder / "ko").mkdir(parents=True)
    (folder / "ko" / "a.mp4").write_bytes(FILM * 40)
    write_manifest(folder, manifest(files=(entry("ko/a.mp4", FILM * 40),)))
    tracemalloc.start()
    release, archive = laid_out(folder)
    with release:
        assert sum(map(len, archive.read(release))) == archive.size
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert archive.size > 40 * len(FILM)
    assert peak < 8 * CHUNK


def test_a_zip_of_more_than_four_gigabytes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The longer headers that it needs (here from 1000 bytes on) are counted too."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1000)
    release, archive = laid_out(folder)
    with release:
        data = b"".join(archive.read(release))
    assert len(data) == archive.size
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None


def test_what_was_not_released_is_in_no_zip(folder: Path, tmp_path: Path) -> None:
    """A file that is gone and one with other bytes of the same number are told, both at once."""
    (folder / "ko" / "발.mp4").unlink()
    (folder / "ko" / "telegram.mp4").write_bytes(b"x" + FILM[1:])
    with OpenRelease(folder) as release, pytest.raises(InputError) as refused:
        bundle(release, tmp_path / "out.zip")
    assert [problem.message for problem in refused.value.problems] == [
        "the file is not the one that was released: it was changed since",
        "the file is gone from the release",
    ]
    assert not (tmp_path / "out.zip").exists()


def test_a_file_that_changes_while_it_is_read(folder: Path) -> None:
    """The reading breaks off; nothing else is put in the film's place."""
    release, archive = laid_out(folder)
    with release:
        (folder / "ko" / "telegram.mp4").write_bytes(FILM[::-1])
        with pytest.raises(InputError, match="changed while"):
            list(archive.read(release))


def test_an_open_release_outlives_its_place(folder: Path) -> None:
    """Another release takes the folder's name: what is open stays what it was."""
    release, archive = laid_out(folder)
    folder.rename(folder.with_name("older"))
    (folder / "ko").mkdir(parents=True)
    (folder / "ko" / "telegram.mp4").write_bytes(b"another film")
    write_manifest(folder, manifest(version="2026-11-22.2"))
    with release:
        with release.released(release.manifest.files[0]) as film:
            assert film.read() == FILM
        assert sum(map(len, archive.read(release))) == archive.size


@pytest.mark.parametrize(
    "name", ["../secret", "ko/../../secret", "/etc/hostname", "", ".", "..", "ko", "a\0b"]
)
def test_no_name_leads_outside(folder: Path, name: str) -> None:
    """Whatever a manifest says."""
    (folder.parent / "secret").write_text("secret")
    with OpenRelease(folder) as release, pytest.raises(InputError, match="gone"):
        release.open(name)


def test_no_link_is_followed(folder: Path) -> None:
    """Neither a file that is a link nor a folder on the way; and no pipe is waited for."""
    secret = folder.parent / "secret"
    secret.mkdir()
    (secret / "telegram.mp4").write_bytes(FILM)
    (folder / "ko" / "link.mp4").symlink_to(secret / "telegram.mp4")
    (folder / "away").symlink_to(secret, target_is_directory=True)
    os.mkfifo(folder / "ko" / "pipe.mp4")
    with OpenRelease(folder) as release:
        for name in ("ko/link.mp4", "away/telegram.mp4", "ko/pipe.mp4"):
            with pytest.raises(InputError, match="gone"):
                release.open(name)


def test_where_there_is_no_release(folder: Path) -> None:
    """None, and an error where the manifest is nonsense; nothing stays open."""
    assert open_release(folder / "ko") is None
    assert open_release(folder / "report.html") is None
    (folder / "release.json").write_text("{")
    with pytest.raises(InputError, match="manifest"):
        open_release(folder)
