"""Messages and scripts by JSON: begun, checked, saved by several people at once, renamed, deleted."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from hoso.base.project import Project
from hoso.pipeline.check import check_all
from hoso.studio.access import audit
from hoso.studio.access.roles import Role
from hoso.studio.jobs.queue import Wish, enqueue
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.messages.conftest import SCRIPT, Somebody

WRITERS, READERS = (Role.PRODUCER, Role.OWNER), (Role.EDITOR, Role.ADMIN)
NEW = "title: {ko: 새}\nsource: Проєкт\nscenes: [{card: title}]\n"


def test_who_may_write(client_as: As, message: Path) -> None:
    """Producers and owners; the others read."""
    for role in READERS:
        client = client_as(role)
        assert client.get("/api/messages/appeal/script").text == SCRIPT
        assert client.post("/api/messages/appeal/check", content="").status_code == 200
        for method, path in (
            ("PUT", "/api/messages/appeal/script"),
            ("POST", "/api/messages"),
            ("POST", "/api/messages/appeal/rename"),
            ("DELETE", "/api/messages/appeal"),
            ("PUT", "/api/settings"),
            ("GET", "/settings"),
            ("GET", "/trash"),
        ):
            assert client.request(method, path, content="{}").status_code == 403, (role, path)
    assert client_as(None).get("/api/messages/appeal/script").status_code == 401
    assert message.read_text() == SCRIPT


def test_a_script_is_begun_saved_and_read(client_as: As, project: Project, studio: Studio) -> None:
    """By PUT alone, as curl sends a file; who did it is written down."""
    client = client_as(Role.PRODUCER)
    name = quote("호소-1")
    answer = client.put(f"/api/messages/{name}/script", content=NEW.encode())
    assert answer.status_code == 200
    assert {problem["level"] for problem in answer.json()["problems"]} == {"error"}
    assert (project.scripts / "호소-1.yaml").read_text("utf-8") == NEW
    read = client.get(f"/api/messages/{name}/script")
    assert (read.text, read.headers["etag"]) == (NEW, f'"{answer.json()["stamp"]}"')
    assert read.headers["content-type"].startswith("text/yaml")
    (row,) = studio.database.connection.execute("SELECT action, subject, person FROM audit").fetchall()
    assert (row["action"], row["subject"]) == ("messages.save", "호소-1")


def test_a_message_begins_from_the_template_or_another(
    client_as: As, project: Project, message: Path
) -> None:
    """With the footage that is there."""
    client = client_as(Role.OWNER)
    assert client.post("/api/messages", json={"name": "new-one"}).json() == {"name": "new-one"}
    assert "겨울 들판's 1.mp4" in (project.scripts / "new-one.yaml").read_text("utf-8")
    assert client.post("/api/messages", json={"name": "copy", "copy_of": "appeal"}).status_code == 201
    assert (project.scripts / "copy.yaml").read_text("utf-8") == SCRIPT
    again = client.post("/api/messages", json={"name": "copy"})
    assert (again.status_code, again.json()["problems"][0]["file"]) == (422, "scripts/copy.yaml")
    assert client.post("/api/messages", json={"name": "x", "copy_of": "../hoso"}).status_code == 404


@pytest.mark.parametrize(
    "name", ["../x", "..", "a/b", ".hidden", "drafts", "new", "a b", "a\0b", "x" * 300, "C:x"]
)
def test_names_lead_nowhere_else(client_as: As, project: Project, name: str) -> None:
    """Nothing is written, read or deleted outside of scripts/."""
    client = client_as(Role.OWNER)
    (project.root / "x.yaml").write_text("secret")
    before = sorted(project.root.rglob("*.yaml"))
    path = f"/api/messages/{quote(name, safe='')}"
    assert client.put(f"{path}/script", content=NEW).status_code in (404, 405, 422)
    assert client.get(f"{path}/script").status_code in (404, 405)
    assert client.delete(path).status_code in (404, 405)
    assert client.post("/api/messages", json={"name": name}).status_code == 422
    assert sorted(project.root.rglob("*.yaml")) == before


def test_unsaved_text_is_checked_as_the_file_would_be(client_as: As, project: Project, message: Path) -> None:
    """With media and limits; nothing is written."""
    client = client_as(Role.PRODUCER)
    assert client.post("/api/messages/appeal/check", content=SCRIPT.encode()).json() == {"problems": []}
    wrong = SCRIPT.replace("들판's 1.mp4", "들판's 2.mp4").replace("card: contact", "card: contcat")
    found = client.post("/api/messages/appeal/check", content=wrong.encode()).json()["problems"]
    assert [(each["file"], each["line"], each["column"]) for each in found] == [
        ("scripts/appeal.yaml", 13, 11)
    ]
    wrong = SCRIPT.replace("들판's 1.mp4", "들판's 2.mp4\n    from: 9")
    found = client.post("/api/messages/appeal/check", content=wrong.encode()).json()["problems"]
    assert [(each["line"], each["remedy"]) for each in found] == [(9, "Did you mean 겨울 들판's 1.mp4?")]
    assert message.read_text("utf-8") == SCRIPT
    message.write_text(wrong, "utf-8")
    told = [problem.message for problem in check_all(project, [message])]
    assert [each["message"] for each in found] == told
    assert client.post("/api/messages/appeal/check", content="").json()["problems"] == found
    assert client.post("/api/messages/not-yet/check", content=NEW).status_code == 200
    assert not (project.scripts / "not-yet.yaml").exists()


@pytest.mark.parametrize("name", ["../../hoso.yaml", "/etc/passwd", "a\\0b.mp4", "../scripts/appeal.yaml"])
def test_a_script_reads_nothing_outside_of_videos(client_as: As, message: Path, name: str) -> None:
    """Whatever it calls footage, picture, music, logo, style."""
    client = client_as(Role.PRODUCER)
    for text in (
        SCRIPT.replace("겨울 들판's 1.mp4", f'"{name}"'),
        SCRIPT + f'music: {{file: "{name}"}}\n',
        SCRIPT + f'logo: "{name}"\n',
        SCRIPT + f'style: "{name}"\n',
    ):
        found = client.post("/api/messages/appeal/check", content=text.encode()).json()["problems"]
        assert [each["level"] for each in found] == ["error"], text
        assert "root:" not in str(found)


def test_clips_are_named_and_never_run(client_as: As, project: Project, message: Path) -> None:
    """Not by the check, though the project allows them."""
    project.settings.write_text("allow_clips: true\n")
    trap = "from pathlib import Path\nPath('trap').touch()\ndef snow(size): ...\n"
    (project.videos / "mycards.py").write_text(trap)
    text = SCRIPT + "  - clip: mycards.py:snow\n    seconds: 2\n"
    answer = client_as(Role.PRODUCER).put("/api/messages/appeal/script", content=text.encode())
    assert [(each["level"], each["line"], each["message"]) for each in answer.json()["problems"]] == [
        ("warning", 16, "the studio never runs the programs of clips")
    ]
    assert list(project.root.rglob("trap")) == []


def test_what_is_no_script(client_as: As, message: Path) -> None:
    """Too long, not UTF-8."""
    client = client_as(Role.PRODUCER)
    for path, method in (("script", "PUT"), ("check", "POST")):
        url = f"/api/messages/appeal/{path}"
        assert client.request(method, url, content=b"a" * 1_000_001).status_code == 413
        assert client.request(method, url, content="제목".encode("cp949")).status_code == 422
    assert message.read_text("utf-8") == SCRIPT


def test_two_people_save(client_as: As, message: Path) -> None:
    """Where they changed different lines both are kept; where not, the second is shown the first's."""
    one, other = client_as(Role.PRODUCER), client_as(Role.OWNER)
    url = "/api/messages/appeal/script"
    begun = one.get(url).headers["etag"]
    first = SCRIPT.replace("Солдатам", "Бойцам")
    assert one.put(url, content=first.encode(), headers={"If-Match": begun}).json()["merged"] is False
    second = SCRIPT.replace("Свяжитесь с нами", "Звоните")
    merged = other.put(url, content=second.encode(), headers={"If-Match": begun}).json()
    both = first.replace("Свяжитесь с нами", "Звоните")
    assert (merged["merged"], merged["text"], message.read_text("utf-8")) == (True, both, both)
    third = SCRIPT.replace("Солдатам", "Воинам")
    refused = other.put(url, content=third.encode(), headers={"If-Match": begun})
    assert refused.status_code == 412
    assert refused.json()["theirs"] == {"text": both, "stamp": merged["stamp"]}
    assert message.read_text("utf-8") == both
    chosen = other.put(url, content=third.encode(), headers={"If-Match": f'"{merged["stamp"]}"'})
    assert chosen.status_code == 200
    assert message.read_text("utf-8") == third
    message.unlink()
    gone = other.put(url, content=third.encode(), headers={"If-Match": chosen.headers["etag"]})
    assert (gone.status_code, gone.json()["theirs"]) == (412, None)


def test_a_message_is_renamed_and_deleted(
    client_as: As, project: Project, studio: Studio, message: Path, somebody: Somebody
) -> None:
    """Not while it is rendered."""
    client = client_as(Role.PRODUCER)
    assert client.post("/api/messages/appeal/rename", json={"name": "호소"}).json() == {"name": "호소"}
    assert (project.videos / "호소" / "hello.ko.wav").is_file()
    enqueue(studio.database, Wish("render", "호소"), somebody(Role.PRODUCER))
    assert client.delete(f"/api/messages/{quote('호소')}").json()["problems"][0]["message"] == (
        "호소 is being rendered"
    )
    with studio.database.writing() as writing:
        writing.execute("UPDATE jobs SET state = 'done'")
    assert client.delete(f"/api/messages/{quote('호소')}").status_code == 200
    assert list(project.scripts.glob("*.yaml")) == []


def test_the_list_says_what_is_known(
    client_as: As, project: Project, studio: Studio, message: Path, somebody: Somebody
) -> None:
    """Of messages that are right, wrong and being rendered."""
    (project.scripts / "wrong.yaml").write_text("title: [", "utf-8")
    enqueue(studio.database, Wish("render", "appeal", draft=True), somebody(Role.PRODUCER))
    found = {each["name"]: each for each in client_as(Role.ADMIN).get("/api/messages").json()}
    assert found["appeal"]["tags"] == ["rendering", "draft"]
    assert found["appeal"]["languages"] == ["ko", "ru"]
    assert (found["wrong"]["tags"], found["wrong"]["errors"]) == (["errors", "draft"], 1)
    one = client_as(Role.ADMIN).get("/api/messages/appeal").json()
    assert one == found["appeal"]
    audit.record(studio.database, None, "access.sign-in-failed", "appeal")
    assert client_as(Role.ADMIN).get("/api/messages/none").status_code == 404


SHARED = "source: Проєкт\nchannels: [telegram]\n"


def test_shared_settings_let_no_program_run(client_as: As, project: Project) -> None:
    """Whoever asks, however it is written, also by way of a merge or an earlier version."""
    client = client_as(Role.OWNER)
    url = "/api/settings"
    assert client.get(url).text == ""
    assert client.put(url, content=SHARED.encode()).status_code == 200
    begun = client.get(url).headers["etag"]
    for more in ("allow_clips: true\n", "notice: {command: [sh, -c, id]}\n", '"allow_clips": true\n'):
        refused = client.put(url, content=(SHARED + more).encode())
        assert (refused.status_code, refused.json()["problems"][0]["line"]) == (422, 3)
        assert "can't be changed here" in refused.json()["problems"][0]["message"]
    project.settings.write_text(SHARED + "# by hand\nallow_clips: true\n", "utf-8")
    taken_out = client.put(url, content=SHARED.encode())
    assert taken_out.status_code == 422
    kept = client.put(
        url, content=SHARED.replace("Проєкт", "Інший").encode(), headers={"If-Match": begun}
    ).json()
    assert kept["merged"] is True
    assert project.settings.read_text("utf-8") == SHARED.replace("Проєкт", "Інший") + (
        "# by hand\nallow_clips: true\n"
    )
    earlier = begun.strip('"')
    assert client.post(f"/settings/history/{earlier}", follow_redirects=False).status_code == 422


def test_shared_settings_are_saved_whole_or_not_at_all(client_as: As, project: Project) -> None:
    """Every message would have the error."""
    client = client_as(Role.PRODUCER)
    for text in ("sorce: a\n", "channels: [telegramm]\n", "a: b: c\n", ""):
        assert client.put("/api/settings", content=text.encode()).status_code == 422
    assert not project.settings.exists()
    found = client.post("/api/settings/check", content=b"channels: [telegramm]\n").json()["problems"]
    assert [(each["file"], each["line"]) for each in found] == [("hoso.yaml", 1)]


def test_what_an_editor_completes_with(client_as: As, message: Path) -> None:
    """Keys with their descriptions, and the names that there are."""
    told = client_as(Role.EDITOR).get("/api/completion/message").json()
    assert told["schema"]["properties"]["scenes"]
    assert told["names"]["scenes.footage"] == ["겨울 들판's 1.mp4"]
    assert "telegram" in told["names"]["channels"]
    assert "recorded" in told["names"]["voice.engine"]
    assert client_as(Role.EDITOR).get("/api/completion/other").status_code == 422
