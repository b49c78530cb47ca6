"""Files on their way: by tus over real HTTP, broken off, gone on with, refused, swept."""

from __future__ import annotations

import base64
import http.client
import os
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from hoso.base.project import Project
from hoso.base.store import GIB
from hoso.pipeline.trash import Trash
from hoso.studio.access import sessions
from hoso.studio.access.roles import Role
from hoso.studio.messages.files import uploads
from hoso.studio.place import Studio
from tests.studio.conftest import As, sign_in

TUS = {"Tus-Resumable": "1.0.0"}
PIECE = {**TUS, "Content-Type": "application/offset+octet-stream"}


def metadata(**values: str) -> dict[str, str]:
    """The Upload-Metadata header."""
    pairs = (f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items())
    return {"Upload-Metadata": ",".join(pairs)}


def begun(client: TestClient, size: int, **values: str) -> str:
    """Where an upload that was just begun is."""
    answer = client.post("/api/uploads", headers={**TUS, "Upload-Length": str(size), **metadata(**values)})
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


def sent(client: TestClient, at: str, data: bytes, offset: int = 0) -> int:
    """The status of a piece's answer."""
    return client.patch(at, content=data, headers={**PIECE, "Upload-Offset": str(offset)}).status_code


@dataclass(frozen=True)
class Wire:
    """Real connections to a real server, as somebody who is signed in."""

    address: str
    headers: Mapping[str, str]

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
    ) -> http.client.HTTPResponse:
        """A whole request."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        connection.request(method, path, body, {**self.headers, **headers})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def break_off(self, path: str, data: bytes, length: int, *, hang: bool = False) -> socket.socket:
        """A piece of `length` bytes of which only `data` arrives; then the line is cut, or says nothing."""
        parts = urlsplit(self.address)
        line = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30)
        told = {
            **self.headers,
            **PIECE,
            "Host": parts.netloc,
            "Upload-Offset": "0",
            "Content-Length": str(length),
        }
        head = f"PATCH {path} HTTP/1.1\r\n" + "".join(f"{key}: {value}\r\n" for key, value in told.items())
        line.sendall(head.encode() + b"\r\n" + data)
        if not hang:
            line.close()
        return line


@pytest.fixture
def wire(studio: Studio, served: str) -> Wire:
    """A producer's connections."""
    signed = sign_in(studio, Role.PRODUCER)
    return Wire(served, {"Cookie": f"{sessions.COOKIE}={signed.cookie}", "X-CSRF-Token": signed.csrf})


def test_what_the_server_can(client_as: As) -> None:
    """For tus's own clients; the limit is hoso.yaml's."""
    client = client_as(Role.PRODUCER)
    told = client.options("/api/uploads").headers
    assert (told["tus-version"], told["tus-resumable"]) == ("1.0.0", "1.0.0")
    assert {"creation", "termination"} <= set(told["tus-extension"].split(","))
    assert int(told["tus-max-size"]) == 4 * GIB
    assert client.post("/api/uploads", headers={"Upload-Length": "1"}).status_code == 412


@pytest.mark.parametrize("hang", [False, True], ids=["cut", "silent"])
def test_an_upload_goes_on_after_a_broken_connection(
    wire: Wire, project: Project, goods: Path, *, hang: bool
) -> None:
    """What came stays; whoever goes on is let to, though the server may not know yet that a line is dead."""
    film = (goods / "film.mp4").read_bytes()
    half = len(film) // 2
    created = wire.ask(
        "POST",
        "/api/uploads",
        {**TUS, "Upload-Length": str(len(film)), **metadata(filename="겨울's.mp4")},
    )
    at = created.headers["Location"]
    line = wire.break_off(at, film[:half], len(film), hang=hang)
    told = wire.ask("HEAD", at, TUS)
    deadline = time.monotonic() + 10
    while told.headers["Upload-Offset"] != str(half) and time.monotonic() < deadline:
        told = wire.ask("HEAD", at, TUS)
    assert (told.status, told.headers["Upload-Offset"], told.headers["Upload-Length"]) == (
        200,
        str(half),
        str(len(film)),
    )
    assert list(project.videos.iterdir()) == []
    rest = wire.ask("PATCH", at, {**PIECE, "Upload-Offset": str(half)}, film[half:])
    line.close()
    assert (rest.status, rest.headers["Upload-Offset"]) == (204, str(len(film)))
    assert (project.videos / "겨울's.mp4").read_bytes() == film
    assert wire.ask("HEAD", at, TUS).headers["Upload-Offset"] == str(len(film))


def test_pieces_come_in_order(client_as: As, project: Project, goods: Path) -> None:
    """No piece twice, none left out, none too long, none in another form."""
    client, data = client_as(Role.PRODUCER), (goods / "picture.png").read_bytes()
    at = begun(client, len(data), filename="a.png")
    assert sent(client, at, data[:100]) == 204
    assert sent(client, at, data[:100]) == 409
    assert sent(client, at, data[200:], 200) == 409
    assert sent(client, at, data[100:] + b"more", 100) == 413
    assert client.patch(at, content=b"a", headers={**TUS, "Upload-Offset": "100"}).status_code == 415
    assert int(client.head(at, headers=TUS).headers["upload-offset"]) == 100
    assert sent(client, at, data[100:], 100) == 204
    told = client.get(at).json()
    assert (told["offset"], told["file"]["name"], told["file"]["kind"]) == (len(data), "a.png", "image")
    assert sent(client, at, b"", len(data)) == 409


def test_nobody_touches_anothers_upload(client_as: As, goods: Path) -> None:
    """Nor learns that there is one."""
    owner, other = client_as(Role.OWNER), client_as(Role.PRODUCER)
    at = begun(owner, 100, filename="a.png")
    assert other.head(at, headers=TUS).status_code == 404
    assert sent(other, at, b"a" * 100) == 404
    assert other.delete(at, headers=TUS).status_code == 404
    assert other.get("/api/uploads").json() == []
    assert [each["name"] for each in owner.get("/api/uploads").json()] == ["a.png"]
    for role in (Role.EDITOR, Role.ADMIN):
        assert client_as(role).post("/api/uploads", headers={**TUS, "Upload-Length": "1"}).status_code == 403


def test_what_is_no_film_is_refused_and_gone(
    client_as: As, project: Project, studio: Studio, goods: Path
) -> None:
    """Programs, playlists, half a film: nothing of them gets into videos/, or stays."""
    client = client_as(Role.PRODUCER)
    film = (goods / "film.mp4").read_bytes()
    for data, told in (
        (b"#!/bin/sh\nrm -rf ~\n", "can't be read"),
        (f"#EXTM3U\n#EXTINF:6,\nfile://{goods}/film.mp4\n#EXT-X-ENDLIST\n".encode(), "can't be read"),
        (film[: len(film) // 2], "its end is missing"),
    ):
        at = begun(client, len(data), filename="film.mp4")
        answer = client.patch(at, content=data, headers={**PIECE, "Upload-Offset": "0"})
        assert answer.status_code == 422
        assert told in answer.json()["problems"][0]["message"]
        assert str(project.root) not in answer.text
        assert client.get(at).status_code == 404
    assert list(project.videos.iterdir()) == []
    assert list((studio.folder / "uploads").iterdir()) == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("../../scripts/appeal.yaml", "appeal.png"),
        ("/etc/cron.d/job", "job.png"),
        (".htaccess", "htaccess.png"),
        ("겨울 들판's 1.png", "겨울 들판's 1.png"),
        ("a\0b\n.png", "a b.png"),
        ("x" * 300 + ".png", "x" * 176 + ".png"),
    ],
)
def test_names_from_strangers(client_as: As, project: Project, goods: Path, told: str, name: str) -> None:
    """A file lands in videos/ and nowhere else, with its content's ending."""
    client, data = client_as(Role.PRODUCER), (goods / "picture.png").read_bytes()
    at = begun(client, len(data), filename=told)
    assert sent(client, at, data) == 204
    assert client.get(at).json()["file"]["name"] == name
    assert [path.name for path in project.videos.iterdir()] == [name]


def test_a_name_that_is_taken(client_as: As, project: Project, goods: Path) -> None:
    """Is said before anything is sent; nothing is overwritten, and what is replaced is in the trash."""
    client, data = client_as(Role.PRODUCER), (goods / "picture.png").read_bytes()
    (project.videos / "a.png").write_bytes(b"there")
    headers = {**TUS, "Upload-Length": str(len(data))}
    refused = client.post("/api/uploads", headers={**headers, **metadata(filename="A.png")})
    assert (refused.status_code, refused.json()["free"]) == (409, "A-2.png")
    at = begun(client, len(data), filename="a.png", clash="number")
    assert sent(client, at, data) == 204
    assert client.get(at).json()["file"]["name"] == "a-2.png"
    at = begun(client, len(data), filename="a.png", clash="replace")
    assert sent(client, at, data) == 204
    assert client.get(at).json()["file"]["replaced"] is True
    assert [thrown.name for thrown in Trash(project).items()] == ["a.png"]
    # Taken while it was on its way: both stay.
    at = begun(client, len(data), filename="b.png")
    (project.videos / "b.png").write_bytes(b"there")
    assert sent(client, at, data) == 204
    assert client.get(at).json()["file"]["name"] == "b-2.png"
    assert (project.videos / "b.png").read_bytes() == b"there"
    for wrong in ({"clash": "overwrite"}, {"filename": " "}, {"message": "none"}):
        answer = client.post(
            "/api/uploads", headers={**headers, **metadata(**{"filename": "c.png", **wrong})}
        )
        assert answer.status_code in (404, 422), wrong


def test_a_recorded_line_lies_where_the_voice_looks(
    client_as: As, project: Project, message: Path, goods: Path
) -> None:
    """By its message, line and language; never by a path."""
    client, data = client_as(Role.PRODUCER), (goods / "sound.wav").read_bytes()
    at = begun(client, len(data), filename="../hello.ru.wav", message="appeal")
    assert sent(client, at, data) == 204
    assert (project.videos / "appeal" / "hello.ru.wav").read_bytes() == data
    headers = {**TUS, "Upload-Length": str(len(data)), **metadata(filename="song.wav", message="appeal")}
    assert client.post("/api/uploads", headers=headers).status_code == 422
    headers |= metadata(filename="hello.ko.mp3", message="appeal")
    assert client.post("/api/uploads", headers=headers).status_code == 409


def test_limits(client_as: As, project: Project, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one file, of the disk, of what somebody leaves unfinished."""
    client = client_as(Role.PRODUCER)
    project.settings.write_text("upload_gib: 0.001\n")

    def answer(size: int) -> int:
        headers = {**TUS, "Upload-Length": str(size), **metadata(filename="a.mp4")}
        return client.post("/api/uploads", headers=headers).status_code

    assert [answer(size) for size in (2_000_000, 0, -1, 1_000_000)] == [413, 422, 422, 201]
    monkeypatch.setattr(uploads, "RESERVE_BYTES", 2**60)
    assert answer(1000) == 507
    monkeypatch.undo()
    monkeypatch.setattr(uploads, "MOST_AT_ONCE", 1)
    assert answer(1000) == 422


def test_uploads_end_and_are_swept(client_as: As, studio: Studio) -> None:
    """When somebody says so, and when nobody goes on for a day."""
    client = client_as(Role.PRODUCER)
    folder = studio.folder / "uploads"
    at = begun(client, 100, filename="a.png")
    assert sent(client, at, b"a" * 50) == 204
    assert client.delete(at, headers=TUS).status_code == 204
    assert list(folder.iterdir()) == []
    old = begun(client, 100, filename="b.png")
    with studio.database.writing() as writing:
        writing.execute("UPDATE uploads SET touched = touched - 90000")
    kept = begun(client, 100, filename="c.png")
    assert client.head(old, headers=TUS).status_code == 404
    assert client.head(kept, headers=TUS).status_code == 200
    for path in folder.iterdir():
        if path.name not in kept:
            os.utime(path, (0, 0))
    uploads.sweep(studio)
    assert [path.name for path in folder.iterdir()] == [kept.rsplit("/", 1)[1]]


def test_a_server_that_went_down_before_it_looked_looks_later(
    client_as: As, project: Project, studio: Studio, goods: Path
) -> None:
    """All bytes are here; whoever asks how far it is has it looked at."""
    client, data = client_as(Role.PRODUCER), (goods / "picture.png").read_bytes()
    at = begun(client, len(data), filename="a.png")
    part = studio.folder / "uploads" / at.rsplit("/", 1)[1]
    part.write_bytes(data)
    assert client.head(at, headers=TUS).headers["upload-offset"] == str(len(data))
    assert (project.videos / "a.png").read_bytes() == data
    at = begun(client, 9, filename="b.png")
    (studio.folder / "uploads" / at.rsplit("/", 1)[1]).write_bytes(b"nothing! ")
    assert client.head(at, headers=TUS).status_code == 410


def test_a_file_in_one_go(wire: Wire, project: Project, message: Path, goods: Path) -> None:
    """As curl -T sends it."""
    data = (goods / "picture.png").read_bytes()
    assert wire.ask("PUT", "/api/files/camp.png", {}, data).status == 201
    assert (project.videos / "camp.png").read_bytes() == data
    assert wire.ask("PUT", "/api/files/camp.png", {}, data).status == 409
    assert wire.ask("PUT", "/api/files/camp.png?clash=number", {}, data).status == 201
    assert (project.videos / "camp-2.png").is_file()
    assert wire.ask("PUT", "/api/files/x.mp4", {}, b"nothing").status == 422
    sound = (goods / "sound.wav").read_bytes()
    assert wire.ask("PUT", "/api/files/2.ru.wav?message=appeal", {}, sound).status == 201
    assert (project.videos / "appeal" / "2.ru.wav").read_bytes() == sound
    parts = urlsplit(wire.address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30) as line:
        told = {**wire.headers, "Host": parts.netloc, "Content-Length": str(len(data))}
        head = "PUT /api/files/half.png HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in told.items())
        line.sendall(head.encode() + b"\r\n" + data[:100])
    assert list(project.videos.glob("half*")) == []
