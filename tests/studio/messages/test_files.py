"""The files of videos/: who sees them, what is told of them, deleted and had back."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from hoso.base.project import Project
from hoso.studio.access.roles import Role
from tests.studio.conftest import As

FILM = "겨울 들판's 1.mp4"


def test_who_sees_footage(client_as: As, message: Path) -> None:
    """Those who make messages: channel admins get what is released. Producers bring and delete."""
    film = quote(FILM)
    for path in (
        "/files",
        f"/files/open/{film}",
        f"/files/thumbnail/{film}",
        "/api/files",
        "/files/recordings/appeal",
    ):
        assert client_as(Role.ADMIN).get(path).status_code == 403, path
        assert client_as(Role.EDITOR).get(path).status_code == 200, path
    for role in (Role.ADMIN, Role.EDITOR):
        client = client_as(role)
        assert client.delete(f"/api/files/{film}").status_code == 403
        assert client.post("/files/delete", data={"name": FILM}).status_code == 403
        assert client.put("/api/files/a.mp4", content=b"a").status_code == 403
    assert "data-drop" not in client_as(Role.EDITOR).get("/files").text
    assert "data-drop" in client_as(Role.PRODUCER).get("/files").text


def test_what_is_told_of_a_file(client_as: As, message: Path) -> None:
    """Once somebody has looked: length, size, what its metadata gives away, who uses it."""
    client = client_as(Role.PRODUCER)
    first = {each["name"]: each for each in client.get("/api/files").json()}
    assert first[FILM]["duration_ms"] is None
    assert first[FILM]["used_by"] == ["appeal"]
    assert first["appeal/hello.ko.wav"]["used_by"] == ["appeal"]
    page = client.get("/files").text
    asked = re.search(r'hx-get="(/files/facts/[^"]*mp4)"', page)
    assert asked is not None
    part = client.get(asked[1]).text
    assert "0:06" in part
    assert "320×180" in part
    assert "place" in part
    found = {each["name"]: each for each in client.get("/api/files").json()}[FILM]
    assert (found["kind"], found["duration_ms"], found["width"]) == ("film", 6000, 320)
    assert found["traces"] == ["place"]
    assert asked[1] not in client.get("/files").text


def test_files_are_looked_through(client_as: As, project: Project, message: Path, goods: Path) -> None:
    """By name and kind."""
    shutil.copy(goods / "picture.png", project.videos / "camp.png")
    client = client_as(Role.EDITOR)

    def names(query: str) -> list[str]:
        return re.findall(r'class="title" [^>]*>([^<]+)<', client.get(f"/files?{query}").text)

    assert names("") == ["appeal/2.ko.wav", "appeal/hello.ko.wav", "camp.png", "겨울 들판&#39;s 1.mp4"]
    assert names("kind=image") == ["camp.png"]
    assert names("q=HELLO") == ["appeal/hello.ko.wav"]
    assert names("kind=sound&q=camp") == []


def test_small_pictures_and_the_files_themselves(client_as: As, project: Project, message: Path) -> None:
    """Films can be sought in; nothing that somebody brought is a page of the studio."""
    client = client_as(Role.EDITOR)
    small = client.get(f"/files/thumbnail/{quote(FILM)}")
    with Image.open(io.BytesIO(small.content)) as picture:
        assert picture.size == (320, 180)
    assert client.get("/files/thumbnail/appeal/hello.ko.wav").status_code == 404
    piece = client.get(f"/files/open/{quote(FILM)}", headers={"Range": "bytes=0-99"})
    assert (piece.status_code, len(piece.content)) == (206, 100)
    assert piece.headers["content-type"] == "video/mp4"
    assert piece.headers["content-security-policy"].startswith("default-src 'none';")
    assert piece.headers["x-content-type-options"] == "nosniff"
    (project.videos / "page.html").write_text("<script>alert(1)</script>")
    (project.videos / "card.py").write_text("import os")
    for name in ("page.html", "card.py", "../hoso.yaml", "..%2Fscripts%2Fappeal.yaml", "%00", "appeal"):
        for where in ("open", "thumbnail", "facts"):
            assert client.get(f"/files/{where}/{name}").status_code == 404, (where, name)


def test_a_file_in_use_is_deleted_only_on_purpose(client_as: As, project: Project, message: Path) -> None:
    """And can be had back."""
    client = client_as(Role.PRODUCER)
    refused = client.delete(f"/api/files/{quote(FILM)}")
    assert (refused.status_code, refused.json()["problems"][0]["message"]) == (
        422,
        f"{FILM} is used by appeal",
    )
    assert (project.videos / FILM).is_file()
    assert client.post("/files/delete", data={"name": FILM}, follow_redirects=False).status_code == 422
    assert client.delete(f"/api/files/{quote(FILM)}?anyway=true").status_code == 200
    assert not (project.videos / FILM).exists()
    found = client.post("/api/messages/appeal/check", content="").json()["problems"]
    assert [each["message"] for each in found] == [f"there is no {FILM} in videos/"]
    item = re.search(r"/trash/([^/]+)/restore", client.get("/trash").text)
    assert item is not None
    client.post(f"/trash/{item[1]}/restore")
    assert (project.videos / FILM).is_file()


@pytest.mark.parametrize("name", ["../hoso.yaml", "..", "card.py", ".", "appeal", "a\0"])
def test_nothing_else_is_deleted(client_as: As, project: Project, message: Path, name: str) -> None:
    """Neither by the API nor by a form."""
    project.settings.write_text("source: Проєкт\n")
    (project.videos / "card.py").write_text("import os")
    client = client_as(Role.OWNER)
    before = sorted(project.root.rglob("*.*"))
    assert client.post("/files/delete", data={"name": name, "anyway": "true"}).status_code == 422
    assert client.delete(f"/api/files/{quote(name, safe='')}?anyway=true").status_code in (404, 405, 422)
    assert sorted(path for path in project.root.rglob("*.*") if ".hoso" not in path.parts) == [
        path for path in before if ".hoso" not in path.parts
    ]


def test_recorded_lines_and_what_is_missing(client_as: As, project: Project, message: Path) -> None:
    """Every line that is spoken, in the voices' languages."""
    (project.videos / "appeal" / "2.ko.wav").unlink()
    page = client_as(Role.PRODUCER).get("/files/recordings/appeal").text
    assert re.findall(r'data-line="([^"]+)"', page) == ["hello.ko", "2.ko"]
    assert page.count("missing</span>") == 1
    assert 'src="/files/open/appeal/hello.ko.wav"' in page
    message.write_text("title: [", "utf-8")
    assert "The script has errors" in client_as(Role.PRODUCER).get("/files/recordings/appeal").text
    assert client_as(Role.PRODUCER).get("/files/recordings/none").status_code == 404
