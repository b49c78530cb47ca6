"""Releases for programs."""

from __future__ import annotations

import pytest

from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.releases.releases_material import MESSAGE, manifest_of

API = f"/api/releases/{MESSAGE}"


def test_what_there_is(studio: Studio, client_as: As) -> None:
    """The list, a release with where its files are, and one that is kept."""
    manifest = manifest_of(studio.project)
    client = client_as(Role.EDITOR)
    (brief,) = client.get("/api/releases").json()
    assert (brief["message"], brief["version"], brief["state"]) == (MESSAGE, manifest.version, "ready")
    assert brief["channels"] == ["horn", "tiny"]
    whole = client.get(API).json()
    assert whole["current"]
    assert [file["path"] for file in whole["files"]] == [entry.path for entry in manifest.files]
    film = next(file for file in whole["files"] if file["path"] == "ko/tiny.mp4")
    assert film["check"] == "passed"
    got = client.get(film["url"])
    assert (len(got.content), got.headers["etag"]) == (film["bytes"], f'"{film["sha256"]}"')
    assert client.head(film["url"]).headers["content-length"] == str(film["bytes"])
    assert client.get(whole["zip"]).headers["content-type"] == "application/zip"
    older = client.get(API, params={"version": whole["versions"][1]}).json()
    assert (older["current"], older["state"], older["decisions"][0]["by"]) == (False, "approved", "Олена")
    assert client.get("/api/releases/nothing").status_code == 404


def test_deciding(studio: Studio, client_as: As) -> None:
    """By version; what is missing comes as problems."""
    version = manifest_of(studio.project).version
    admin = client_as(Role.ADMIN)
    approved = admin.post(f"{API}/approve", json={"version": version, "reason": "listened to"})
    assert (approved.status_code, approved.json()["state"]) == (200, "approved")
    refused = admin.post(f"{API}/withdraw", json={"version": version})
    assert refused.status_code == 422
    assert refused.json()["problems"][0]["message"] == "a withdrawal needs a reason"
    withdrawn = admin.post(f"{API}/withdraw", json={"version": version, "reason": "wrong number"})
    assert [each["state"] for each in withdrawn.json()["decisions"]] == ["approved", "withdrawn"]
    assert admin.post("/api/releases/nothing/approve", json={"version": version}).status_code == 404


def test_sharing(studio: Studio, client_as: As) -> None:
    """Made, listed without its secret, revoked."""
    admin = client_as(Role.ADMIN)
    wish = {
        "version": manifest_of(studio.project).version,
        "scope": "channel",
        "part": "ko/horn",
        "note": "Olha",
    }
    assert (
        admin.post(f"{API}/shares", json=wish).json()["problems"][0]["message"]
        == "This release is not approved."
    )
    made = admin.post(
        f"{API}/shares", json={**wish, "reason": "a drill", "most": 3, "passphrase": "winter field"}
    )
    assert made.status_code == 201
    share, url = made.json()["share"], made.json()["url"]
    assert (share["standing"], share["locked"], share["most"]) == ("open", True, 3)
    assert client_as(None).get(url).status_code == 200
    listed = admin.get(f"{API}/shares")
    assert listed.json() == [share] == admin.get("/api/shares").json()
    assert url.rsplit("/", 1)[1] not in listed.text
    assert admin.delete(f"/api/shares/{share['id']}").json()["standing"] == "revoked"
    assert client_as(None).get(url).status_code == 410
    assert admin.delete("/api/shares/99").status_code == 404
    assert admin.post(f"{API}/shares", json={**wish, "days": 400}).status_code == 422


@pytest.mark.parametrize("role", [Role.PRODUCER, Role.EDITOR])
def test_sharing_is_not_for_everybody(studio: Studio, client_as: As, role: Role) -> None:
    """Only for channel admins and owners."""
    client = client_as(role)
    assert client.get(f"{API}/shares").status_code == 403
    assert client.get("/api/shares").status_code == 403
    assert client.post(f"{API}/shares", json={}).status_code == 403
    assert client.delete("/api/shares/1").status_code == 403
    assert client_as(None).get(API).status_code == 401
