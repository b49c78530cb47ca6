"""What may be sent to the timing routes: refused with the reason, or mended as a file would be."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.studio.timing.asking import ROOT, Cues, begun, plain, saved
from tests.studio.timing.material import Timed

GOOD = {"start": 200, "end": 1200, "text": "말"}


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        ([GOOD, {"start": 2000, "end": 2000, "text": "말"}], "cue 2 ends before it has begun"),
        ([{"start": -500, "end": 0, "text": "말"}], "cue 1 ends before it has begun"),
        ([{"start": 200, "end": 360_000_000, "text": "말"}], "a hundred hours"),
        ([{"start": 200.5, "end": 1200, "text": "말"}], "integer"),
        ([{"start": "200", "end": 1200, "text": "말"}], "integer"),
        ([{"start": True, "end": 1200, "text": "말"}], "integer"),
        ([{"start": 10**30, "end": 10**31, "text": "말"}], "less than or equal"),
        ([{"start": 200, "end": 1200}], "Field required"),
        ([{**GOOD, "id": 7}], "not permitted"),
        ([], "needs a cue with words"),
        ([{**GOOD, "text": " \u200b\n"}], "needs a cue with words"),
        ([{**GOOD, "text": "말\n00:00:01,000 --> 00:00:02,000\n말"}], "can't hold"),
        ([{**GOOD, "text": "말" * 2001}], "2000 is the limit"),
        ([GOOD] * 20_001, "20000 is the limit"),
    ],
)
def test_what_is_refused(editor: TestClient, timed_message: Timed, cues: Cues, said: str) -> None:
    """422 with the reason, and the file as it was."""
    before = timed_message.path.read_bytes()
    got = editor.put(ROOT, json={"base": begun(editor)["version"], "cues": cues})
    assert got.status_code == 422, got.text
    assert said in " ".join(problem["message"] for problem in got.json()["problems"])
    assert timed_message.path.read_bytes() == before


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"base": "", "cues": [{"start": NaN, "end": 1, "text": ""}]}', 422),
        (b'{"base": "", "cues": [{"start": 0, "end": Infinity, "text": ""}]}', 422),
        (b'{"base": "", "cues": [{"start": 0, "end": 1000, "text": "\\ud800"}]}', 422),
        (b"\xff\xfe", 422),
        (b"", 422),
        (b"[" * 100_000, 422),
        (b'{"base": "", "cues": [' + b" " * 9_000_000 + b"]}", 413),
    ],
)
def test_bodies_that_are_none(editor: TestClient, timed_message: Timed, body: bytes, status: int) -> None:
    """Not JSON, not numbers, no characters, too long: problems, and the file as it was."""
    before = timed_message.path.read_bytes()
    got = editor.put(ROOT, content=body, headers={"Content-Type": "application/json"})
    assert got.status_code == status
    assert got.json()["problems"]
    assert timed_message.path.read_bytes() == before


def test_what_is_mended(editor: TestClient, timed_message: Timed) -> None:
    """As a reader of files does it: control characters, blank lines, style, a start before the video, order,
    letters in pieces; a cue without words is left out."""
    cues = [
        {"start": 3000, "end": 4000, "text": "나중\x07에\n\n\n오는 말"},
        {"start": -100, "end": 900, "text": "<i>처음</i> <b>말</b>\r\n둘째 줄"},
        {"start": 1000, "end": 1500, "text": "  "},
        {"start": 1600, "end": 2500, "text": "\u1106\u1161\u11af"},
    ]
    answer = saved(editor, begun(editor)["version"], cues)
    assert answer["cues"] == plain(timed_message.cues)
    assert [(cue["start"], cue["text"]) for cue in answer["cues"]] == [
        (0, "처음 <b>말</b>\n둘째 줄"),
        (1600, "말"),
        (3000, "나중에\n오는 말"),
    ]


def test_overlapping_cues_are_saved_and_told(editor: TestClient) -> None:
    """In the midst of work cues may overlap: the lint says so."""
    facts = begun(editor)
    cues = facts["cues"]
    cues[0]["end"] = 2000
    answer = saved(editor, facts["version"], cues)
    assert answer["cues"] == cues
    assert ("overlap", 1) in {(found["rule"], found["cue"]) for found in answer["findings"]}
