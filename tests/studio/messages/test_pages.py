"""Pages about messages: the list, one message, its earlier versions, the trash."""

from __future__ import annotations

import io
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from hoso.base.project import Project
from hoso.release.manifest import FileEntry, Manifest, State, write_manifest
from hoso.studio.access import audit
from hoso.studio.access.roles import Role
from hoso.studio.jobs.queue import Wish, enqueue
from hoso.studio.messages.views import DEEDS
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.messages.conftest import SCRIPT, Somebody

PARTS = {"HX-Request": "true"}


def released(project: Project, message: str, state: State = "ready") -> Path:
    """A release with a poster and nothing else."""
    folder = project.outputs / message
    (folder / "ko").mkdir(parents=True)
    Image.new("RGB", (1280, 720), "navy").save(folder / "ko" / "telegram.jpg")
    now = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    size = (folder / "ko" / "telegram.jpg").stat().st_size
    poster = FileEntry(
        path="ko/telegram.jpg",
        kind="poster",
        bytes=size,
        sha256="0" * 64,
        made=now,
        inputs="",
        channel="telegram",
    )
    manifest = Manifest(
        message=message, title={"ko": "제목"}, version="2026-11-22.1", made=now, hoso="0", source="Проєкт",
        languages=("ko",), state=state, files=(poster,),
    )  # fmt: skip
    write_manifest(folder, manifest)
    return folder


def names(text: str) -> list[str]:
    """The messages of a list, in its order."""
    return re.findall(r'<a class="title" href="/messages/([^"]+)"', text)


def whole(client: TestClient) -> str:
    """The list, asked for until every message is read, as the page does by itself."""
    page = client.get("/messages").text
    while "load delay" in page:
        page = client.get("/messages").text
    return page


def test_an_empty_list_says_how_to_begin(client_as: As) -> None:
    """To those who can."""
    assert "/messages/new" in client_as(Role.PRODUCER).get("/messages").text
    assert "/messages/new" not in client_as(Role.ADMIN).get("/messages").text


def test_the_list_has_every_state(
    client_as: As, project: Project, studio: Studio, message: Path, somebody: Somebody
) -> None:
    """And can be looked through."""
    producer = somebody(Role.PRODUCER)
    for name, state in (("one", "approved"), ("two", "withdrawn"), ("three", "ready")):
        (project.scripts / f"{name}.yaml").write_text(SCRIPT.replace("군인 여러분", f"군인 {name}"), "utf-8")
        released(project, name, state)  # type: ignore[arg-type]  # one of them
    (project.scripts / "wrong.yaml").write_text(SCRIPT.replace("card: contact", "card: contcat"), "utf-8")
    enqueue(studio.database, Wish("render", "three"), producer)
    client = client_as(Role.OWNER)
    page = whole(client)
    assert sorted(names(page)) == ["appeal", "one", "three", "two", "wrong"]
    for state, found in {
        "rendering": ["three"], "errors": ["wrong"], "approved": ["one"], "withdrawn": ["two"],
        "ready": ["three"], "conflicts": [], "draft": ["appeal", "wrong"], "nonsense": names(page),
    }.items():  # fmt: skip
        assert sorted(names(client.get(f"/messages?state={state}").text)) == sorted(found), state
    assert names(client.get("/messages?q=군인 TWO").text) == ["two"]
    assert names(client.get("/messages?q=аппеал").text) == []
    assert "2026-11-22.1" in page
    assert f"{producer.name}: asked for a render" in page
    assert "<main" not in client.get("/messages?q=two", headers=PARTS).text


def test_who_did_what_last(client_as: As, studio: Studio, message: Path, somebody: Somebody) -> None:
    """Of work on the message itself: not who looked at it, and nothing about files called alike."""
    editor, admin = somebody(Role.EDITOR), somebody(Role.ADMIN)
    for person, action, subject in (
        (editor, "subtitles.save", "appeal"),
        (admin, "release.approve", "appeal 2026-11-22.1"),
        (admin, "release.download", "appeal 2026-11-22.1"),
        (editor, "files.upload", "appeal film.mp4"),
        (editor, "subtitles.save", "appeal-2"),
    ):
        audit.record(studio.database, person, action, subject)
    for path in ("/messages", "/messages/appeal"):
        assert f"{admin.name}: approved the release" in client_as(Role.OWNER).get(path).text
    assert {"did-" + deed.replace(".", "-") for deed in DEEDS} <= set(studio.words.table("en", "did-"))


def test_a_list_is_not_sent_again_while_it_is_the_same(
    client_as: As, studio: Studio, message: Path, somebody: Somebody
) -> None:
    """It asks by itself only while something moves."""
    client = client_as(Role.EDITOR)
    assert 'id="rows" hx-get' not in whole(client)
    enqueue(studio.database, Wish("render", "appeal"), somebody(Role.OWNER))
    page = client.get("/messages").text
    asked = re.search(r'hx-get="(/messages\?[^"]*)" hx-trigger="every 3s"', page)
    assert asked is not None
    again = asked[1].replace("&amp;", "&")
    assert client.get(again, headers=PARTS).status_code == 204
    with studio.database.writing() as writing:
        writing.execute("UPDATE jobs SET state = 'running'")
    assert client.get(again, headers=PARTS).status_code == 200


def test_a_message_with_all_that_is_known(client_as: As, project: Project, message: Path) -> None:
    """Its words are for everybody; its footage is not."""
    released(project, "appeal")
    page = client_as(Role.ADMIN).get("/messages/appeal").text
    for words in (
        "조선인민군 군인 여러분에게",
        "Здравствуйте",
        "안녕하십니까",
        "hello",
        "ko-ru",
        "2026-11-22.1",
    ):
        assert words in page
    assert "/files/" not in page
    assert "/rename" not in page
    maker = client_as(Role.PRODUCER).get("/messages/appeal").text
    assert "/files/thumbnail/%EA%B2%A8" in maker
    assert "/messages/appeal/rename" in maker
    assert client_as(Role.ADMIN).get("/messages/none").status_code == 404
    assert client_as(Role.ADMIN).get("/messages/appeal/problems").text.count("Nothing is wrong") == 1
    message.write_text(SCRIPT.replace("card: contact", "clip: a.py:b"), "utf-8")
    assert "The studio never runs such programs" in client_as(Role.ADMIN).get("/messages/appeal").text
    message.write_text("title: [", "utf-8")
    assert "The script has errors" in client_as(Role.ADMIN).get("/messages/appeal").text


def test_words_are_shown_as_words(client_as: As, message: Path) -> None:
    """Whatever somebody writes into a script."""
    evil = "<script>alert(1)</script>"
    message.write_text(SCRIPT.replace("안녕하십니까", f'"{evil}"').replace("Проєкт", f'"{evil}"'), "utf-8")
    client = client_as(Role.PRODUCER)
    for path in ("/messages/appeal", "/messages/appeal/script", "/files/recordings/appeal", "/messages"):
        page = client.get(path).text
        assert evil not in page, path
    assert "&lt;script&gt;alert(1)" in client.get("/messages/appeal").text


def test_a_message_has_a_picture(client_as: As, project: Project, message: Path, goods: Path) -> None:
    """Of its release, else of its draft, else drawn."""
    client = client_as(Role.ADMIN)
    assert "poster drawn" in client.get("/messages/appeal").text
    assert client.get("/messages/appeal/poster").status_code == 404
    draft = project.outputs / "drafts" / "appeal" / "ko-ru"
    draft.mkdir(parents=True)
    shutil.copy(goods / "film.mp4", draft / "telegram.mp4")
    assert _picture(client).size == (320, 180)
    released(project, "appeal")
    assert _picture(client).size == (480, 270)
    assert "/messages/appeal/poster?v=" in client.get("/messages").text


def test_an_earlier_version_comes_back(client_as: As, message: Path) -> None:
    """With who saved it, and what differs."""
    client = client_as(Role.PRODUCER)
    url = "/api/messages/appeal/script"
    begun = client.get(url).headers["etag"].strip('"')
    new = SCRIPT.replace("Здравствуйте", "Привет")
    assert client.put(url, content=new.encode()).status_code == 200
    page = client.get("/messages/appeal").text
    assert f"/messages/appeal/history/{begun}" in page
    version = client.get(f"/messages/appeal/history/{begun}").text
    assert re.search(r'class="gone".*Здравствуйте', version)
    assert re.search(r'class="new".*Привет', version)
    assert "card: contact" in version
    assert client_as(Role.EDITOR).post(f"/messages/appeal/history/{begun}").status_code == 403
    assert client.post(f"/messages/appeal/history/{begun}", follow_redirects=False).status_code == 303
    assert message.read_text("utf-8") == SCRIPT
    assert "producer-1" in client.get("/messages/appeal").text
    assert client.get("/messages/appeal/history/0000").status_code == 422


def test_begun_renamed_deleted_and_had_back(client_as: As, project: Project, message: Path) -> None:
    """By forms, as browsers without scripts send them."""
    client = client_as(Role.PRODUCER)
    taken = client.post("/messages/new", data={"name": "appeal"})
    assert (taken.status_code, "there is such a script already" in taken.text) == (422, True)
    begun = client.post("/messages/new", data={"name": "둘", "copied": "appeal"}, follow_redirects=False)
    assert begun.headers["location"].endswith("/script")
    assert client.get(begun.headers["location"]).status_code == 200
    refused = client.post("/messages/appeal/rename", data={"new": "둘"})
    assert (refused.status_code, "Choose another name" in refused.text) == (422, True)
    moved = client.post("/messages/appeal/rename", data={"new": "하나"}, follow_redirects=False)
    assert client.get(moved.headers["location"]).status_code == 200
    client.post("/messages/하나/delete")
    trash = client.get("/trash").text
    item = re.search(r"/trash/([^/]+)/restore", trash)
    assert item is not None
    assert "/destroy" not in trash
    assert client.post(f"/trash/{item[1]}/destroy").status_code == 403
    client.post(f"/trash/{item[1]}/restore")
    assert (project.scripts / "하나.yaml").read_text("utf-8") == SCRIPT
    client.post("/messages/하나/delete")
    owner = client_as(Role.OWNER)
    item = re.search(r"/trash/([^/]+)/destroy", owner.get("/trash").text)
    assert item is not None
    owner.post(f"/trash/{item[1]}/destroy")
    assert re.search(r"/trash/[^/]+/restore", owner.get("/trash").text) is None


@pytest.mark.parametrize("name", ["../hoso", "..%2Fhoso", "none", "%00"])
def test_addresses_lead_nowhere_else(client_as: As, project: Project, message: Path, name: str) -> None:
    """A name in an address is one of scripts/ or nothing."""
    project.settings.write_text("source: secret\n")
    client = client_as(Role.OWNER)
    for path in ("", "/script", "/problems", "/poster", "/history/x"):
        answer = client.get(f"/messages/{name}{path}")
        assert answer.status_code == 404, path
        assert "secret" not in answer.text


def _picture(client: TestClient) -> Image.Image:
    answer = client.get("/messages/appeal/poster")
    assert answer.headers["content-type"] == "image/jpeg"
    return Image.open(io.BytesIO(answer.content))
