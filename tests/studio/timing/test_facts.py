"""What the timing editor begins with, who may have it, what it asks while somebody works."""

from __future__ import annotations

import json
import re
import shutil

import pysubs2
import pytest
from fastapi.testclient import TestClient

from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.workshop import Workshop
from hoso.script.model import Edition
from hoso.script.reader import Script
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from hoso.subtitles.files.reading import read
from hoso.timeline.plan import Spoken
from tests.studio.conftest import As
from tests.studio.timing.asking import ROOT, begun, plain, saved
from tests.studio.timing.material import Timed


def test_everything_to_begin_with(editor: TestClient, timed_message: Timed) -> None:
    """Cues, what is seen and heard, what there is to hear and see, limits, findings."""
    facts = begun(editor)
    assert facts["state"] == "ready"
    assert (facts["message"], facts["language"], facts["voice"], facts["edition"]) == (
        "appeal",
        "ko",
        "ko",
        "ko",
    )
    assert facts["languages"] == ["ko", "ru"]
    assert [each["name"] for each in facts["editions"]] == ["ko", "ko-ko+ru"]
    assert facts["cues"] == plain(timed_message.cues)
    assert facts["duration"] == 6600
    assert facts["frame_ms"] == 1000 / facts["fps"]
    assert [line["key"] for line in facts["lines"]] == ["hello", "live", "food"]
    assert facts["lines"][1]["text"] == "살 수 있는 길이 있습니다."
    assert [scene["name"] for scene in facts["scenes"]] == ["field.mp4", "camp.png"]
    assert facts["shots"] == [2000, facts["scenes"][1]["start"]]
    assert [start for start, _ in facts["speech"]] == [line["start"] for line in facts["lines"]]
    assert facts["limits"]["cps"] == 12
    assert [(found["rule"], found["cue"]) for found in facts["findings"]] == [("over-cut", 1)]
    assert [(each["name"], each["width"], each["channels"]) for each in facts["shapes"]] == [
        ("tiny", 480, ["tiny"]),
        ("slim", 270, ["slim"]),
    ]
    assert facts["conflicts"] == facts["problems"] == facts["history"] == []
    assert editor.get(f"{ROOT}/version").json() == {"version": facts["version"]}


def test_who_may_save(client_as: As, timed_message: Timed) -> None:
    """Editors and the owner; all who are signed in may look."""
    for role in Role:
        client = client_as(role)
        facts = begun(client)
        may = role in (Role.EDITOR, Role.OWNER)
        assert facts["can_save"] is may
        body = {"base": facts["version"], "cues": facts["cues"]}
        assert client.put(ROOT, json=body).status_code == (200 if may else 403)
        assert client.post(f"{ROOT}/resolve", json={"line": "x", "use": "edited"}).status_code == (
            200 if may else 403
        )
        assert client.post(f"{ROOT}/restore", json={"id": "x"}).status_code == (404 if may else 403)
        assert client.get("/messages/appeal/timing").status_code == 200
    assert client_as(None).get(ROOT).status_code == 401


def test_the_page_says_what_to_load(editor: TestClient, client_as: As) -> None:
    """The data block, in the language asked for; a message that is not there is not found."""
    text = editor.get("/messages/appeal/timing?lang=ru").text
    found = re.search(r'<script type="application/json" id="timing">(.*?)</script>', text)
    assert found is not None
    assert json.loads(found[1]) == {
        "message": "appeal",
        "language": "ru",
        "voice": "ko",
        "api": "/api/messages/appeal/timing",
        "can_save": True,
    }
    assert '<div id="timing-editor"' in text
    text = client_as(Role.PRODUCER).get("/messages/appeal/timing").text
    assert '"can_save": false' in text
    assert editor.get("/messages/nothing/timing").status_code == 404


def test_a_wrong_script_is_said_on_the_page(editor: TestClient, timed_message: Timed) -> None:
    """Not an empty editor: the mistake and where it is."""
    timed_message.script.write_text("title: {ko: 말}\nscene: []\n", "utf-8")
    got = editor.get("/messages/appeal/timing")
    assert got.status_code == 422
    assert "scripts/appeal.yaml:2" in got.text
    assert editor.get(ROOT).status_code == 422


def test_lines_without_a_take(editor: TestClient, timed_message: Timed) -> None:
    """The page is told; what the file has is there."""
    shutil.rmtree(timed_message.project.state / "voice")
    facts = begun(editor)
    assert facts["state"] == "unspoken"
    assert len(facts["cues"]) == 4
    assert facts["peaks"] is None
    assert facts["shapes"][0]["video"] is None
    assert facts["shots"] == facts["speech"] == []


def test_a_message_that_was_never_spoken(editor: TestClient, timed_message: Timed) -> None:
    """No file yet: no cues, and a preview is what is missing."""
    facts = begun(editor, "/api/messages/long/timing/ko")
    assert facts["state"] == "unspoken"
    assert facts["cues"] == []
    assert [line["key"] for line in facts["lines"]] == ["hello", "live"]


@pytest.mark.parametrize(
    ("where", "status"),
    [
        ("/api/messages/appeal/timing/en", 404),
        ("/api/messages/appeal/timing/xx", 422),
        ("/api/messages/nothing/timing/ko", 404),
        ("/api/messages/..%2F..%2Fetc/timing/ko", 404),
        ("/api/messages/appeal/timing/ko?voice=uk", 422),
        ("/api/messages/appeal/timing/ko/history/nothing", 404),
        ("/api/messages/appeal/timing/ko/history/..%2F..%2F..%2Fhoso", 404),
        ("/api/messages/appeal/shapes/other.mp4", 404),
        ("/api/messages/appeal/shapes/tiny.mp4?plan=../../secret", 422),
        ("/api/messages/long/peaks", 404),
        ("/fonts/0123.ttf", 404),
    ],
)
def test_what_is_not_there(editor: TestClient, where: str, status: int) -> None:
    """Said as problems, never as a traceback."""
    got = editor.get(where)
    assert got.status_code == status
    assert got.headers["content-type"].startswith("application/json") or not where.startswith("/api")


def test_check_is_about_what_was_sent(editor: TestClient, timed_message: Timed) -> None:
    """Unsaved cues, in their own order, with their speeds; nothing is written."""
    before = timed_message.path.read_bytes()
    cues = [
        {"start": 3000, "end": 4000, "text": "살 수 있습니다."},
        {"start": 0, "end": 500, "text": "조선인민군 군인 여러분!"},
        {"start": 5000, "end": 5000, "text": ""},
    ]
    got = editor.post(f"{ROOT}/check", json={"cues": cues}).json()
    rules = {(found["rule"], found["cue"]) for found in got["findings"]}
    assert {("order", 1), ("too-fast", 1), ("impossible", 2), ("no-words", 2)} <= rules
    assert got["speeds"] == [7.5, 23.0, 0.0]
    assert timed_message.path.read_bytes() == before
    nothing = editor.post(f"{ROOT}/check", json={"cues": []}).json()
    assert nothing["speeds"] == []
    assert all(found["cue"] is None for found in nothing["findings"])


def test_nothing_is_laid_out_twice(
    editor: TestClient, studio: Studio, monkeypatch: pytest.MonkeyPatch, timed_message: Timed
) -> None:
    """Requests about one message share its layout, until the script changes."""
    laid: list[str] = []

    def counted(shop: Workshop, script: Script, edition: Edition, spoken: Spoken) -> Layout:
        laid.append(edition.name)
        return lay_out(shop, script, edition, spoken)

    monkeypatch.setattr("hoso.pipeline.boards.lay_out", counted)
    cues = begun(editor)["cues"]
    for _ in range(3):
        editor.post(f"{ROOT}/check", json={"cues": cues})
        editor.post(f"{ROOT}/picture", json={"cues": cues, "shape": "tiny"})
        editor.get(f"{ROOT}/version")
    assert laid == ["ko"]
    begun(editor, "/api/messages/appeal/timing/ru")
    assert laid == ["ko", "ko-ko+ru"]
    text = timed_message.script.read_text("utf-8")
    timed_message.script.write_text(
        text.replace("image: camp.png", "image: camp.png\n    motion: out"), "utf-8"
    )
    begun(editor)
    assert laid == ["ko", "ko-ko+ru", "ko"]


def test_three_thousand_cues(long_message: Timed, client_as: As) -> None:
    """Facts, check, picture and a save, whole and right."""
    editor = client_as(Role.EDITOR)
    root = "/api/messages/long/timing/ko"
    facts = begun(editor, root)
    assert facts["state"] == "ready"
    assert len(facts["cues"]) == 3000
    assert facts["peaks"] is not None
    cues = facts["cues"]
    cues[1500]["start"] += 20
    checked = editor.post(f"{root}/check", json={"cues": cues}).json()
    assert len(checked["speeds"]) == 3000
    ass = editor.post(f"{root}/picture", json={"cues": cues, "shape": "slim"}).json()["ass"]
    assert len({event.name for event in pysubs2.SSAFile.from_string(ass).events}) == 3000
    answer = saved(editor, facts["version"], cues, root)
    assert plain(read(long_message.path, "ko").cues) == answer["cues"] == cues
