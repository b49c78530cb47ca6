"""ZIPs that are made while they are sent."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from hoso.base.project import Project
from hoso.pipeline.handing_out import approve_release, bundle_release
from hoso.release.bundle import SUMS
from hoso.release.manifest import FileEntry, Manifest, download_name, write_manifest
from hoso.studio.access import sessions
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from tests.studio.conftest import sign_in
from tests.studio.releases.releases_material import MESSAGE, audit, manifest_of

MIB = 2**20


@pytest.fixture
def http(studio: Studio, served: str) -> Iterator[httpx.Client]:
    """An editor's client on a real connection."""
    cookie = sign_in(studio, Role.EDITOR, "Ivan").cookie
    cookies = {sessions.COOKIE: cookie}
    with httpx.Client(base_url=served, cookies=cookies, trust_env=False, timeout=120) as client:
        yield client


def address(manifest: Manifest, *picks: str) -> str:
    """Where the ZIP is."""
    query = "&".join(f"pick={each}" for each in picks)
    return f"/releases/{manifest.message}/{manifest.version}/zip?{query}"


def test_the_zip_is_the_one_of_the_command_line(
    http: httpx.Client, project: Project, studio: Studio, tmp_path: Path
) -> None:
    """To the byte, of a length known before; unzip opens it."""
    manifest = manifest_of(project)
    got = http.get(address(manifest))
    assert got.headers["content-length"] == str(len(got.content))
    assert got.headers["content-type"] == "application/zip"
    assert f"{MESSAGE}_{manifest.version}.zip" in got.headers["content-disposition"]
    assert got.content == bundle_release(project, MESSAGE).read_bytes()
    if shutil.which("unzip"):
        (tmp_path / "got.zip").write_bytes(got.content)
        subprocess.run(["unzip", "-tq", tmp_path / "got.zip"], check=True, stdout=subprocess.DEVNULL)
    assert audit(studio) == [("Ivan", "release.download", f"{MESSAGE} {manifest.version}", "ZIP: all")]


def test_a_chosen_set(http: httpx.Client, project: Project) -> None:
    """A channel with its text and poster, and subtitles: their names, their checksums, and nothing else."""
    manifest = manifest_of(project)
    got = http.get(address(manifest, "ko/tiny", "subtitles"))
    chosen = [each for each in manifest.files if each.channel == "tiny" or each.kind == "subtitles"]
    with zipfile.ZipFile(io.BytesIO(got.content)) as archive:
        assert archive.testzip() is None
        names = [download_name(manifest, each) for each in chosen]
        assert set(archive.namelist()) == {"release.json", "report.html", SUMS, *names}
        rows = [row.split("  ") for row in archive.read(SUMS).decode().splitlines()]
        sums = {name: digest for digest, name in rows}
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names} == sums
    one = http.get(address(manifest, "ko/horn"))
    assert f"{MESSAGE}_ko_horn_{manifest.version}.zip" in one.headers["content-disposition"]
    assert http.get(address(manifest, "ko/nothing")).status_code == 404


def test_a_zip_goes_on_where_it_broke_off(http: httpx.Client, project: Project, studio: Studio) -> None:
    """Until something in it changes: then it comes whole."""
    manifest = manifest_of(project)
    whole = http.get(address(manifest))
    tag = whole.headers["etag"]
    rest = http.get(address(manifest), headers={"Range": "bytes=5000-", "If-Range": tag})
    assert (rest.status_code, rest.content) == (206, whole.content[5000:])
    assert len(audit(studio)) == 1
    assert http.get(address(manifest), headers={"Range": "bytes=5000-"}).status_code == 200
    approve_release(project, MESSAGE, "Олена", "a drill")
    other = http.get(address(manifest), headers={"Range": "bytes=5000-", "If-Range": tag})
    assert other.status_code == 200
    assert other.headers["etag"] != tag
    with zipfile.ZipFile(io.BytesIO(other.content)) as archive:
        assert b"approved" in archive.read("release.json")


def test_a_file_that_is_gone(http: httpx.Client, project: Project) -> None:
    """The person is told before anything is sent, of each."""
    manifest = manifest_of(project)
    (project.outputs / MESSAGE / "ko" / "tiny.mp4").unlink()
    (project.outputs / MESSAGE / "ko" / "horn.wav").write_bytes(b"x")
    refused = http.get(f"/api{address(manifest)}")
    assert refused.status_code == 409
    told = {problem["file"]: problem["message"] for problem in refused.json()["problems"]}
    assert told == {
        f"outputs/{MESSAGE}/ko/tiny.mp4": "the file is gone from the release",
        f"outputs/{MESSAGE}/ko/horn.wav": "the file is not the one that was released: it was changed since",
    }


def test_memory_stays_flat(http: httpx.Client, project: Project) -> None:
    """A ZIP of 96 MiB takes a few of them while it is sent, and no file on the disk."""
    folder = project.outputs / "large"
    (folder / "ko").mkdir(parents=True)
    film = folder / "ko" / "tiny.mp4"
    with film.open("wb") as file:
        file.truncate(96 * MIB)
    with film.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    manifest = manifest_of(project)
    entry: FileEntry = manifest.files[0].model_copy(
        update={"path": "ko/tiny.mp4", "kind": "video", "bytes": 96 * MIB, "sha256": sha256}
    )
    manifest = manifest.model_copy(update={"message": "large", "files": (entry,)})
    write_manifest(folder, manifest)
    before = sorted(path for path in project.root.rglob("*") if "studio.db" not in path.name)
    tracemalloc.start()
    with http.stream("GET", address(manifest)) as answer:
        sizes = [len(piece) for piece in answer.iter_bytes(MIB)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sum(sizes) == int(answer.headers["content-length"]) > 96 * MIB
    assert peak < 16 * MIB
    assert sorted(path for path in project.root.rglob("*") if "studio.db" not in path.name) == before
