"""Downloads over real HTTP: whole, in parts, taken up again, and refused in words."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from hoso.base.project import Project
from hoso.release.manifest import FileEntry, Manifest, download_name, write_manifest
from hoso.release.staging import staging
from hoso.studio.access import sessions
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from tests.studio.conftest import sign_in
from tests.studio.releases.releases_material import MESSAGE, audit, change, manifest_of

FILM = "ko/tiny.mp4"


@pytest.fixture
def http(studio: Studio, served: str) -> Iterator[httpx.Client]:
    """A producer's client on a real connection: all who are signed in may download."""
    cookie = sign_in(studio, Role.PRODUCER, "Petro").cookie
    cookies = {sessions.COOKIE: cookie}
    with httpx.Client(base_url=served, cookies=cookies, trust_env=False, timeout=120) as client:
        yield client


def address(manifest: Manifest, path: str = FILM, kind: str = "files") -> str:
    """Where a file of the release is."""
    return f"/releases/{MESSAGE}/{manifest.version}/{kind}/{path}"


def entry(manifest: Manifest, path: str = FILM) -> FileEntry:
    """What the manifest says of a file."""
    return next(each for each in manifest.files if each.path == path)


def content(project: Project, path: str = FILM) -> bytes:
    """The bytes of a file of the current release."""
    return (project.outputs / MESSAGE / path).read_bytes()


def test_a_whole_file(http: httpx.Client, project: Project, studio: Studio) -> None:
    """Its bytes, its name, its checksum as the ETag; and who took it is written down once."""
    manifest = manifest_of(project)
    head = http.head(address(manifest))
    got = http.get(address(manifest))
    assert got.content == content(project)
    film = entry(manifest)
    for answer in (head, got):
        assert answer.status_code == 200
        assert answer.headers["content-length"] == str(film.bytes)
        assert answer.headers["content-type"] == "video/mp4"
        assert answer.headers["etag"] == f'"{film.sha256}"'
        assert answer.headers["accept-ranges"] == "bytes"
        assert f"UTF-8''{download_name(manifest, film)}" in answer.headers["content-disposition"]
    assert head.content == b""
    assert hashlib.sha256(got.content).hexdigest() == film.sha256
    assert audit(studio) == [("Petro", "release.download", f"{MESSAGE} {manifest.version}", FILM)]


def test_a_download_goes_on_where_it_broke_off(http: httpx.Client, project: Project, studio: Studio) -> None:
    """The rest, of these very bytes; it is no second download."""
    manifest, whole = manifest_of(project), content(project)
    with http.stream("GET", address(manifest)) as broken:
        begun = next(broken.iter_bytes(1000))
        tag = broken.headers["etag"]
    rest = http.get(address(manifest), headers={"Range": "bytes=1000-", "If-Range": tag})
    assert rest.status_code == 206
    assert rest.headers["content-range"] == f"bytes 1000-{len(whole) - 1}/{len(whole)}"
    assert begun + rest.content == whole
    assert len(audit(studio)) == 1
    late = http.get(address(manifest), headers={"Range": f"bytes={len(whole)}-"})
    assert late.status_code == 416
    assert late.headers["content-range"] == f"bytes */{len(whole)}"


def release_anew(project: Project, data: bytes) -> Manifest:
    """Another release of another film, which takes the current one's place."""
    before = manifest_of(project)
    with staging(project.outputs / MESSAGE) as stage:
        stage.label = before.version
        film = stage.folder / FILM
        film.unlink()
        film.write_bytes(data)
        changed = entry(before).model_copy(
            update={"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        )
        files = tuple(changed if each.path == FILM else each for each in before.files)
        after = before.model_copy(update={"version": "2026-11-30.1", "files": files})
        write_manifest(stage.folder, after)
    return after


def test_a_new_release_mixes_with_no_old_one(http: httpx.Client, project: Project) -> None:
    """What was begun goes on as it was; what is taken up as another version comes whole."""
    before, whole = manifest_of(project), content(project)
    tag = f'"{entry(before).sha256}"'
    after = release_anew(project, whole[::-1])
    rest = http.get(address(before), headers={"Range": "bytes=1000-", "If-Range": tag})
    assert (rest.status_code, rest.content) == (206, whole[1000:])
    other = http.get(address(after), headers={"Range": "bytes=1000-", "If-Range": tag})
    assert (other.status_code, other.content) == (200, whole[::-1])


def test_a_release_is_exchanged_during_a_download(http: httpx.Client, project: Project) -> None:
    """To its end it is the version that it was at its beginning, even when that is not kept any more."""
    big = os.urandom(6_000_000)
    before = release_anew(project, big)
    with http.stream("GET", address(before)) as answer:
        pieces = answer.iter_bytes(100_000)
        begun = next(pieces)
        with staging(project.outputs / MESSAGE) as stage:  # without a label what was there goes for good
            (stage.folder / FILM).unlink()
            (stage.folder / FILM).write_bytes(big[::-1])
        assert begun + b"".join(pieces) == big
    assert http.get(address(before)).status_code == 409


def test_a_changed_file_is_not_handed_out(http: httpx.Client, project: Project, studio: Studio) -> None:
    """One byte is enough; the person is told which file, in words, without a path of the machine."""
    manifest, whole = manifest_of(project), content(project)
    path = project.outputs / MESSAGE / FILM
    path.unlink()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    for kind in ("files", "view"):
        refused = http.get(address(manifest, kind=kind))
        assert refused.status_code == 409
        assert "changed since" in refused.text
        assert f"outputs/{MESSAGE}/{FILM}" in refused.text
        assert str(project.root) not in refused.text
    path.unlink()
    gone = http.get(f"/api{address(manifest)}")
    assert gone.status_code == 409
    assert gone.json()["problems"][0]["message"] == "the file is gone from the release"
    assert audit(studio) == []


@pytest.mark.parametrize(
    "path",
    [
        "release.json",
        "report.html",
        "ko",
        "",
        "../../../hoso.yaml",
        "..%2f..%2f..%2fhoso.yaml",
        "%2fetc%2fhostname",
    ],
)
def test_only_what_the_manifest_names(http: httpx.Client, project: Project, path: str) -> None:
    """Nothing else of the folder, and nothing outside of it."""
    manifest = manifest_of(project)
    assert http.get(address(manifest, path)).status_code == 404
    assert http.get(address(manifest, path, "view")).status_code == 404


@pytest.mark.parametrize("name", ["../../hoso.yaml", "/etc/hostname", "ko/away.mp4"])
def test_a_manifest_that_leads_outside(http: httpx.Client, project: Project, name: str) -> None:
    """Neither by its path nor by a link."""
    film = content(project)
    (project.root / "secret.mp4").write_bytes(film)
    (project.outputs / MESSAGE / "ko" / "away.mp4").symlink_to(project.root / "secret.mp4")
    manifest = manifest_of(project)
    change(project, files=(entry(manifest).model_copy(update={"path": name}),))
    refused = http.get(address(manifest, Path(name).as_posix().replace("/", "%2F")))
    assert refused.status_code in (404, 409)
    assert film not in refused.content


def test_what_pages_show(http: httpx.Client, project: Project, studio: Studio) -> None:
    """Posters, films and subtitles in place, with their kinds; a text is only downloaded; plays are noted."""
    manifest = manifest_of(project)
    kinds = {FILM: "video/mp4", "ko/horn.wav": "audio/wav", "ko/tiny.jpg": "image/jpeg"}
    kinds["ko/message.ko.vtt"] = "text/vtt; charset=utf-8"
    for path, kind in kinds.items():
        shown = http.get(address(manifest, path, "view"))
        assert shown.headers["content-type"] == kind
        assert shown.headers["content-disposition"].startswith("inline")
        assert shown.headers["x-content-type-options"] == "nosniff"
    assert http.get(address(manifest, "ko/tiny.txt", "view")).status_code == 404
    again = http.get(address(manifest, "ko/tiny.jpg", "view"), headers={"If-None-Match": '"x"'})
    tag = again.headers["etag"]
    assert (
        http.get(address(manifest, "ko/tiny.jpg", "view"), headers={"If-None-Match": tag}).status_code == 304
    )
    assert [row[1:] for row in audit(studio)] == [
        ("release.play", f"{MESSAGE} {manifest.version}", FILM),
        ("release.play", f"{MESSAGE} {manifest.version}", "ko/horn.wav"),
    ]


def test_versions_that_are_not_kept(http: httpx.Client, project: Project) -> None:
    """There is nothing there; nor of a message that has no release."""
    manifest = manifest_of(project)
    assert http.get(address(manifest).replace(manifest.version, "2020-01-01.1")).status_code == 404
    assert http.get(f"/releases/nothing/{manifest.version}/files/{FILM}").status_code == 404
