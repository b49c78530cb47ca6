"""Saving from the timing editor: alone, two at once, beside other programs; versions."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt
from tests.studio.conftest import As
from tests.studio.timing.asking import ROOT, begun, plain, saved
from tests.studio.timing.material import Timed, previewed, slept


def test_a_save_is_in_the_file(editor: TestClient, timed_message: Timed) -> None:
    """The same file that other programs open; a version and findings come back."""
    facts = begun(editor)
    cues = facts["cues"]
    cues[0]["end"] = 900
    answer = saved(editor, facts["version"], cues)
    assert plain(timed_message.cues) == answer["cues"] == cues
    assert not answer["merged"]
    assert answer["version"] != facts["version"]
    assert {found["rule"] for found in answer["findings"] if found["cue"] == 0} == {
        "gap",
        "too-fast",
        "too-short",
    }
    assert begun(editor)["version"] == answer["version"]


def test_nothing_changed_is_nothing_written(editor: TestClient, timed_message: Timed) -> None:
    """Byte for byte, with the time of change, in whatever form another program left the file."""
    data = timed_message.path.read_bytes().replace(b"\n", b"\r\n")
    timed_message.path.write_bytes(data)
    slept(timed_message.path)
    facts = begun(editor)
    stamp = timed_message.path.stat().st_mtime_ns
    answer = saved(editor, facts["version"], facts["cues"])
    assert answer["version"] == facts["version"]
    assert timed_message.path.read_bytes() == data
    assert timed_message.path.stat().st_mtime_ns == stamp


def test_two_editors(client_as: As, timed_message: Timed) -> None:
    """Both began with the same; each has moved another edge of the same cue, one has split another."""
    one, two = client_as(Role.EDITOR), client_as(Role.EDITOR)
    first, second = begun(one), begun(two)
    mine = json.loads(json.dumps(first["cues"]))
    mine[1]["start"] = 1500
    other = second["cues"]
    other[1]["end"] = 2700
    half = {"start": 3700, "end": 4520, "text": "길이 있습니다."}
    other[2:3] = [{"start": 2950, "end": 3700, "text": "살 수 있는"}, half]
    saved(one, first["version"], mine)
    answer = saved(two, second["version"], other)
    assert answer["merged"]
    assert answer["conflicts"] == []
    assert answer["cues"][1] == {"start": 1500, "end": 2700, "text": "무의미하게 죽지 마십시오."}
    assert answer["cues"][3] == half
    assert plain(timed_message.cues) == answer["cues"]
    assert one.get(f"{ROOT}/version").json()["version"] == answer["version"]


@pytest.mark.parametrize("use", ["edited", "generated"])
def test_a_conflict_is_shown_and_ended(editor: TestClient, studio: Studio, use: str) -> None:
    """Both versions come back; one of them is chosen; a restart in between forgets nothing."""
    facts = begun(editor)
    theirs, mine = (json.loads(json.dumps(facts["cues"])) for _ in range(2))
    theirs[3]["text"] = "음식을 드립니다."
    mine[3]["text"] = "온기를 드립니다."
    saved(editor, facts["version"], theirs)
    answer = saved(editor, facts["version"], mine)
    (conflict,) = answer["conflicts"]
    assert (conflict["line"], conflict["kept"]) == ("food", "edited")
    assert conflict["edited"] == [mine[3]]
    assert conflict["generated"] == [theirs[3]]
    studio.__dict__.pop("boards", None)
    assert begun(editor)["conflicts"] == [conflict]
    ended = editor.post(f"{ROOT}/resolve", json={"line": "food", "use": use}).json()
    assert ended["conflicts"] == []
    assert ended["cues"][3] == (mine if use == "edited" else theirs)[3]


def test_another_program_saves_in_between(editor: TestClient, timed_message: Timed) -> None:
    """Subtitle Edit had the file open before; both works are in the file, and whoever polls sees it."""
    opened = timed_message.cues
    facts = begun(editor)
    version, cues = facts["version"], facts["cues"]
    for end in (1000, 1050, 1100):
        cues[0]["end"] = end
        version = saved(editor, version, cues)["version"]
    outside = [*opened[:3], Cue(4700, 6300, opened[3].text)]
    timed_message.path.write_bytes(b"\xef\xbb\xbf" + srt.text_of(outside).replace("\n", "\r\n").encode())
    slept(timed_message.path)
    assert editor.get(f"{ROOT}/version").json()["version"] != version
    both = begun(editor)["cues"]
    assert (both[0]["end"], both[3]["start"]) == (1100, 4700)
    cues[1]["end"] = 2800
    answer = saved(editor, version, cues)
    assert answer["merged"]
    assert [(cue["start"], cue["end"]) for cue in answer["cues"]] == [
        (200, 1100),
        (1350, 2800),
        (2950, 4520),
        (4700, 6300),
    ]


def test_the_script_changes_while_somebody_edits(editor: TestClient, timed_message: Timed) -> None:
    """A longer pause moves what follows; until a preview has run the page says so; then both are joined."""
    facts = begun(editor)
    text = timed_message.script.read_text("utf-8")
    timed_message.script.write_text(
        text.replace("ru: Есть путь к жизни.", "ru: Есть путь к жизни., pause: 1.35"), "utf-8"
    )
    waiting = begun(editor)
    assert waiting["state"] == "unspoken"
    assert waiting["cues"] == facts["cues"]
    cues = facts["cues"]
    cues[3]["end"] += 100
    saved(editor, facts["version"], cues)
    previewed(timed_message.project, "appeal")
    fresh = begun(editor)
    assert fresh["state"] == "ready"
    later = fresh["lines"][2]["start"] - facts["lines"][2]["start"]
    assert later > 500
    assert fresh["cues"][3]["end"] == cues[3]["end"] + later
    late = facts["cues"]
    late[0]["end"] = 1111
    assert saved(editor, facts["version"], late)["cues"][0]["end"] == 1111


def test_versions_come_back(editor: TestClient, timed_message: Timed) -> None:
    """What was saved over is listed, shown and restored; a restored file is saved on from."""
    facts = begun(editor)
    cues = facts["cues"]
    version = facts["version"]
    for end in (1000, 1100):
        cues[0]["end"] = end
        version = saved(editor, version, cues)["version"]
    history = begun(editor)["history"]
    assert [each["number"] for each in history] == [1, 2]
    assert history[0]["seen"] >= history[1]["seen"]
    earlier = editor.get(f"{ROOT}/history/{history[1]['id']}").json()["cues"]
    assert earlier[0]["end"] == 1270
    answer = editor.post(f"{ROOT}/restore", json={"id": history[1]["id"]}).json()
    assert answer["cues"] == earlier == plain(timed_message.cues)
    assert answer["version"] == facts["version"]
    earlier[0]["end"] = 950
    assert saved(editor, answer["version"], earlier)["cues"][0]["end"] == 950


def test_edits_are_in_the_audit_log(editor: TestClient, studio: Studio) -> None:
    """A run of saves is one entry; a restored version is another."""
    facts = begun(editor)
    cues, version = facts["cues"], facts["version"]
    for end in (1000, 1010, 1020):
        cues[0]["end"] = end
        version = saved(editor, version, cues)["version"]
    editor.post(f"{ROOT}/restore", json={"id": begun(editor)["history"][0]["id"]})
    rows = studio.database.connection.execute(
        "SELECT action, subject FROM audit WHERE action LIKE 'subtitles.%' ORDER BY at"
    ).fetchall()
    assert [(row["action"], row["subject"]) for row in rows] == [
        ("subtitles.save", "appeal.ko"),
        ("subtitles.restore", "appeal.ko"),
    ]


def test_a_broken_file_is_said(editor: TestClient, timed_message: Timed) -> None:
    """422 with the line; a version of the history mends it."""
    facts = begun(editor)
    cues = facts["cues"]
    cues[0]["end"] = 1000
    saved(editor, facts["version"], cues)
    name = begun(editor)["history"][0]["id"]
    timed_message.path.write_bytes(b"1\n00:00:61,000 --> 00:00:02,000\nx\n")
    slept(timed_message.path)
    got = editor.get(ROOT)
    assert got.status_code == 422
    assert got.json()["problems"][0]["file"] == "subtitles/appeal.ko.srt"
    answer = editor.post(f"{ROOT}/restore", json={"id": name})
    assert answer.json()["cues"][0]["end"] == 1270
