"""What the timing editor shows: the burned picture, waveform, films, fonts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import pysubs2
import pytest
from fastapi.testclient import TestClient

from hoso.base.languages import Language
from hoso.pipeline.boards import Boards
from hoso.pipeline.captioning import captions_of, styles_of
from hoso.pipeline.filming import make_burner
from hoso.subtitles.cues import Cue
from tests.studio.timing.asking import ROOT, begun
from tests.studio.timing.material import Timed, previewed


def test_the_picture_is_what_is_burned(editor: TestClient, timed_message: Timed) -> None:
    """But for the names of its events, the very document that the burner gets for these cues."""
    cues = begun(editor)["cues"]
    cues[1]["text"] = "<b>무의미하게</b> 죽지 마십시오."
    board = Boards(timed_message.project).board(timed_message.script, "ko", "ko")
    for shape in board.shapes:
        ass = editor.post(f"{ROOT}/picture", json={"cues": cues, "shape": shape.name}).json()["ass"]
        burner = make_burner(board.shop, shape.profile, styles_of(timed_message.project, board.message))
        shown: dict[Language, list[Cue]] = {
            "ko": [Cue(cue["start"], cue["end"], cue["text"]) for cue in cues]
        }
        burned = burner.document(captions_of(shown, ("ko",), board.message, board.layout.timeline))
        events = pysubs2.SSAFile.from_string(ass).events
        assert [event.name for event in events] == ["0", "1", "2", "3"]
        for number in range(4):
            ass = ass.replace(f",{number},0,0,0,,", ",,0,0,0,,", 1)
        assert ass == burned


def test_two_languages_in_one_picture(editor: TestClient, timed_message: Timed) -> None:
    """Russian is timed in the edition that shows it, under the file's Korean; only its events have names."""
    root = "/api/messages/appeal/timing/ru"
    facts = begun(editor, root)
    assert facts["edition"] == "ko-ko+ru"
    cues = facts["cues"]
    cues[0]["text"] = "Солдаты!"
    ass = editor.post(f"{root}/picture", json={"cues": cues, "shape": "tiny"}).json()["ass"]
    events = pysubs2.SSAFile.from_string(ass).events
    named = {event.name: event.plaintext for event in events if event.name}
    assert named == {"0": "Солдаты!", "1": "Есть путь к жизни.", "2": "Вас ждут еда и тепло."}
    assert [event.plaintext for event in events if not event.name] == [cue.text for cue in timed_message.cues]
    assert {event.style for event in events} == {"clear ko upper", "clear ru lower"}


@pytest.mark.parametrize(
    "cue",
    [
        {"start": -5000, "end": 1000, "text": "말"},
        {"start": 6000, "end": 360_000_000, "text": "말"},
        {"start": 3000, "end": 2000, "text": "말"},
        {"start": 0, "end": 1000, "text": ""},
        {"start": 0, "end": 1000, "text": "{\\pos(0,0)}\\N말"},
    ],
)
def test_cues_in_the_midst_of_work_are_drawn(editor: TestClient, cue: dict[str, Any]) -> None:
    """Whatever the hand has done to one."""
    got = editor.post(f"{ROOT}/picture", json={"cues": [cue], "shape": "slim"})
    assert got.status_code == 200
    events = pysubs2.SSAFile.from_string(got.json()["ass"]).events
    assert all(event.end <= 6600 for event in events)
    assert editor.post(f"{ROOT}/picture", json={"cues": [cue], "shape": "round"}).status_code == 404


def test_peaks(editor: TestClient) -> None:
    """A hundred a second, loud where somebody speaks, and not sent twice."""
    facts = begun(editor)
    got = editor.get(facts["peaks"])
    peaks = got.json()["peaks"]
    assert got.json()["rate"] == 100
    assert len(peaks) == facts["duration"] // 10
    assert max(peaks) == 127
    speaking = [max(peaks[start // 10 : end // 10]) for start, end in facts["speech"]]
    assert min(speaking) > 60
    assert max(peaks[265:290]) < 5
    again = editor.get(facts["peaks"], headers={"If-None-Match": got.headers["etag"]})
    assert again.status_code == 304
    assert "immutable" in got.headers["cache-control"]


def test_films_are_sent_in_parts(editor: TestClient, tmp_path: Path) -> None:
    """Each shape's, without subtitles, with sound; a part is a part of the whole."""
    facts = begun(editor)
    for shape in facts["shapes"]:
        whole = editor.get(shape["video"])
        assert whole.status_code == 200
        assert whole.headers["content-type"] == "video/mp4"
        (tmp_path / "film.mp4").write_bytes(whole.content)
        with av.open(str(tmp_path / "film.mp4")) as film:
            video = film.streams.video[0]
            assert (video.width, video.height) == (shape["width"], shape["height"])
            assert len(film.streams.audio) == 1
            assert sum(1 for _ in film.decode(video)) == facts["duration"] * facts["fps"] // 1000
        tag = whole.headers["etag"]
        part = editor.get(shape["video"], headers={"Range": "bytes=1000-2999", "If-Range": tag})
        assert part.status_code == 206
        assert part.headers["content-range"] == f"bytes 1000-2999/{len(whole.content)}"
        assert part.content == whole.content[1000:3000]
        assert editor.get(shape["video"], headers={"Range": f"bytes={10**9}-"}).status_code == 416


def test_a_film_that_the_cache_lost(editor: TestClient, timed_message: Timed) -> None:
    """The page is told that there is none, and a preview makes it anew."""
    for film in (timed_message.project.state / "cache").glob("??/*.mp4"):
        film.unlink()
    assert begun(editor)["shapes"][0]["video"] is None
    previewed(timed_message.project, "appeal")
    assert editor.get(begun(editor)["shapes"][0]["video"]).status_code == 200


def test_fonts(editor: TestClient) -> None:
    """The faces that are burned in, kept for ever."""
    for font in begun(editor)["fonts"]:
        got = editor.get(font["url"])
        assert got.headers["content-type"] == "font/ttf"
        assert got.content[:4] == b"\0\1\0\0"
        assert "immutable" in got.headers["cache-control"]
