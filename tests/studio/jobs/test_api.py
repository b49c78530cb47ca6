"""Jobs for programs: wished for, looked at, stopped, by those who may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from hoso.base.project import Project
from hoso.studio.access.roles import Person, Role
from hoso.studio.jobs import changes, queue, turns
from hoso.studio.jobs.logs import log_path
from hoso.studio.jobs.queue import Made, Result, Wish
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.jobs.jobs_material import fill

WISH = {"message": "quick", "channels": ["tiny"], "draft": True}


@pytest.fixture(autouse=True)
def messages(project: Project) -> None:
    """There is something to render."""
    fill(project)


def messages_of(client: TestClient, wish: object) -> list[str]:
    """Why a wish is refused."""
    answer = client.post("/api/jobs", json=wish)
    assert answer.status_code == 422, answer.text
    return [problem["message"] for problem in answer.json()["problems"]]


def test_a_wish_becomes_a_job(client_as: As) -> None:
    """Queued, at its address, with who wished for it; once only."""
    producer = client_as(Role.PRODUCER)
    answer = producer.post("/api/jobs", json=WISH)
    assert answer.status_code == 201
    made = answer.json()
    assert answer.headers["location"] == f"/api/jobs/{made['id']}"
    assert (made["state"], made["message"], made["kind"]) == ("queued", "quick", "render")
    assert (made["channels"], made["draft"], made["asker"]) == (["tiny"], True, "producer-1")
    assert producer.post("/api/jobs", json=WISH).json()["id"] == made["id"]
    assert [job["id"] for job in producer.get("/api/jobs").json()] == [made["id"]]
    assert producer.get("/api/jobs", params={"message": "long"}).json() == []
    looked = client_as(Role.ADMIN).get(answer.headers["location"]).json()
    assert looked["progress"] == dict(changes.NOTHING)


def test_what_can_not_be_made_is_refused_before_it_is_queued(client_as: As, studio: Studio) -> None:
    """With every reason; a key that there is not is one too."""
    producer = client_as(Role.PRODUCER)
    assert messages_of(producer, {"message": "nothing"}) == ["there is no message nothing"]
    assert messages_of(producer, WISH | {"channels": ["large"], "editions": ["ru"]}) == [
        "no script here is for large",
        "no script here has an edition ru",
    ]
    (told,) = messages_of(producer, WISH | {"chanels": ["tiny"]})
    assert told.startswith("chanels:")
    (problem,) = producer.post("/api/jobs", json={"message": "broken"}).json()["problems"]
    assert (problem["file"], problem["line"]) == ("scripts/broken.yaml", 3)
    assert queue.open_count(studio.database) == 0


def test_roles(client_as: As) -> None:
    """Producers render; editors what they wait for; all look; editors stop only their own."""
    producer, editor, admin = client_as(Role.PRODUCER), client_as(Role.EDITOR), client_as(Role.ADMIN)
    number = producer.post("/api/jobs", json=WISH).json()["id"]
    assert editor.post("/api/jobs", json=WISH).status_code == 403
    assert admin.post("/api/jobs", json=WISH | {"urgent": True}).status_code == 403
    assert editor.post(f"/api/jobs/{number}/cancel").status_code == 403
    assert admin.post(f"/api/jobs/{number}/cancel").status_code == 403
    own = editor.post("/api/jobs", json=WISH | {"urgent": True})
    assert own.status_code == 201
    assert editor.post("/api/jobs", json={"message": "quick", "kind": "preview"}).status_code == 201
    stopped = editor.post(f"/api/jobs/{own.json()['id']}/cancel")
    assert stopped.json()["state"] == "cancelled"
    assert admin.get("/api/jobs").status_code == 200
    assert client_as(None).get("/api/jobs").status_code == 401


def test_what_came_of_it(client_as: As, studio: Studio) -> None:
    """Files, problems and the log, without a word about where the project lies."""
    root = studio.project.root
    number = queue.enqueue(studio.database, Wish("render", "quick"), Person(1, "A", Role.OWNER))
    turns.take(studio.database)
    made = Made("outputs/quick/ko/tiny.mp4", "ko", "tiny", 1000, 2800, -16.0, "recorded", "approved")
    turns.finish(studio.database, number, "done", Result((made,)))
    log_path(studio, number).write_text(f"read {root}/scripts/quick.yaml\n", "utf-8")
    client = client_as(Role.EDITOR)
    found = client.get(f"/api/jobs/{number}").json()
    assert found["made"] == [
        {
            "path": "outputs/quick/ko/tiny.mp4",
            "edition": "ko",
            "channel": "tiny",
            "bytes": 1000,
            "duration_ms": 2800,
            "lufs": -16.0,
            "engine": "recorded",
            "grade": "approved",
        }
    ]
    assert found["ended"] > found["begun"]
    log = client.get(f"/api/jobs/{number}/log")
    assert log.headers["content-type"].startswith("text/plain")
    assert log.text == "read scripts/quick.yaml\n"
    assert client.get(f"/api/jobs/{number + 1}").status_code == 404


def test_drafts_can_be_watched_and_nothing_else(client_as: As, studio: Studio) -> None:
    """In pieces too, as players want them; what belongs to a release is handed out there."""
    (studio.project.outputs / "film.mp4").parent.mkdir(parents=True)
    (studio.project.outputs / "film.mp4").write_bytes(b"0123456789")
    made = Made("outputs/film.mp4", "ko", "tiny", 10, 2800, -16.0, "recorded", "approved")
    numbers = []
    for wish in (Wish("render", "quick", draft=True), Wish("render", "quick")):
        numbers.append(queue.enqueue(studio.database, wish, Person(1, "A", Role.OWNER)))
        turns.take(studio.database)
        turns.finish(
            studio.database, numbers[-1], "done", Result((made, replace(made, path="outputs/no.mp4")))
        )
    producer = client_as(Role.PRODUCER)
    part = producer.get(f"/jobs/{numbers[0]}/files/0", headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.content) == (206, b"234")
    assert part.headers["content-disposition"].startswith("inline")
    for number, index in ((numbers[0], 1), (numbers[0], 2), (numbers[0], -1), (numbers[1], 0)):
        assert producer.get(f"/jobs/{number}/files/{index}").status_code == 404
    assert client_as(Role.ADMIN).get(f"/jobs/{numbers[0]}/files/0").status_code == 403
