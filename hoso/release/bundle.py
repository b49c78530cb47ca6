"""A release as one ZIP: every file under a name that says what it is, with a list of checksums."""

from __future__ import annotations

import zipfile
from pathlib import Path

from hoso.base.files import replacing
from hoso.base.problems import InputError, Problem
from hoso.release.manifest import NAME, Manifest, download_name

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: a ZIP tells nothing of the machine, and is the same twice."""
SUMS = "SHA256SUMS"


def bundle(folder: Path, manifest: Manifest, out: Path) -> Path:
    """Write `out`: all files of the release in `folder`, its manifest and report, and `SHA256SUMS`.

    Raises InputError where a file is not there any more, or is not what the manifest says.
    """
    wrong = [problem for entry in manifest.files if (problem := _wrong(folder, entry.path, entry.bytes))]
    if wrong:
        raise InputError(wrong)
    with replacing(out) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as archive:
        for entry in manifest.files:
            _put(archive, download_name(manifest, entry), (folder / entry.path).read_bytes())
        for name in (NAME, "report.html"):
            if (folder / name).is_file():
                _put(archive, name, (folder / name).read_bytes())
        sums = [f"{entry.sha256}  {download_name(manifest, entry)}\n" for entry in manifest.files]
        _put(archive, SUMS, "".join(sums).encode())
    return out


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def _wrong(folder: Path, name: str, size: int) -> Problem | None:
    path = folder / name
    if path.is_file() and path.stat().st_size == size:
        return None
    return Problem("the file is gone, or not what was released", "Render the message again.", path)
