"""Pages about jobs: the queue, one job, the form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from hoso.studio.jobs import queue, turns
from hoso.studio.jobs.queue import Made, Result, Wish
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.jobs.jobs_material import fill

ANNA = Person(1, "Anna", Role.PRODUCER)
MADE = Made("outputs/long/ko/tiny.mp4", "ko", "tiny", 3_400_000, 83_400, -16.04, "kokoro", "draft")


@pytest.fixture(autouse=True)
def messages(project: Project) -> None:
    """There is something to render."""
    fill(project)


def done(database: Database, wish: Wish, state: turns.Ended, result: Result) -> int:
    """A job that has ended."""
    number = queue.enqueue(database, wish, ANNA)
    turns.take(database)
    turns.finish(database, number, state, result)
    return number


def seen(text: str) -> str:
    """A page as it reads, without tags and scripts."""
    return " ".join(unescape(re.sub(r"(?s)<script.*?</script>|<[^>]+>", " ", text)).split())


def test_an_empty_queue_says_what_to_do(client_as: As) -> None:
    """Nothing rendered yet, of any message or of one."""
    client = client_as(Role.EDITOR)
    assert "Nothing has been rendered here yet" in seen(client.get("/jobs").text)
    assert "quick has not been rendered here yet" in seen(client.get("/jobs?message=quick").text)


def test_the_queue_shows_what_runs_what_waits_and_what_is_finished(client_as: As, studio: Studio) -> None:
    """With who asked, what came of it, and buttons for who may."""
    database = studio.database
    done(database, Wish("render", "long"), "failed", Result((MADE,), (Problem("too big"),)))
    running = queue.enqueue(database, Wish("render", "quick", channels=("tiny",), draft=True), ANNA)
    turns.take(database)
    waits = queue.enqueue(database, Wish("preview", "quick", urgent=True), ANNA)
    producer, admin = client_as(Role.PRODUCER), client_as(Role.ADMIN)
    page = producer.get("/jobs").text
    text = seen(page)
    assert "quick Running Draft · all editions · tiny · started by Anna" in text
    assert "Waiting: 1" in text
    assert "Preview for timing · urgent" in text
    assert "long Not complete Full all editions · all channels 1 file, 3.4 MB" in text
    assert f'data-stream="/api/jobs/{running}/events"' in page
    assert f'action="/jobs/{running}/cancel"' in page
    assert f'action="/jobs/{waits}/cancel"' in page
    assert "/cancel" not in admin.get("/jobs").text
    assert "Preview" not in seen(admin.get("/jobs?message=long").text)


def test_the_queue_is_sent_again_only_when_it_has_changed(client_as: As, studio: Studio) -> None:
    """So that nobody's place on the page is lost every few seconds."""
    client = client_as(Role.PRODUCER)
    first = client.get("/jobs/queue")
    assert first.status_code == 200
    found = re.search(r"seen=(\w+)", first.text)
    assert found is not None
    again = {"seen": found[1]}
    assert client.get("/jobs/queue", params=again).status_code == 204
    number = queue.enqueue(studio.database, Wish("render", "quick"), ANNA)
    assert client.get("/jobs/queue", params=again).status_code == 200
    found = re.search(r"seen=(\w+)", client.get("/jobs/queue").text)
    assert found is not None
    turns.take(studio.database)
    turns.advance(studio.database, number, {"elapsed": 1.0}, {"elapsed": 1.0, "stages": [], "notices": []})
    assert client.get("/jobs/queue", params={"seen": found[1]}).status_code == 200


def test_a_failed_job_says_why_and_can_be_started_again(client_as: As, studio: Studio) -> None:
    """Place, reason and remedy; the log behind a link; a new job with the same wish."""
    problem = Problem("the film is too big", "Shorten it.", studio.project.scripts / "long.yaml", 4)
    number = done(studio.database, Wish("render", "long", draft=True), "failed", Result((), (problem,)))
    producer = client_as(Role.PRODUCER)
    page = producer.get(f"/jobs/{number}").text
    assert "It could not be made scripts/long.yaml:4 the film is too big Shorten it." in seen(page)
    assert f'href="/api/jobs/{number}/log"' in page
    answer = producer.post(f"/jobs/{number}/again", follow_redirects=False)
    assert answer.status_code == 303
    again = queue.job(studio.database, number + 1)
    assert again is not None
    assert answer.headers["location"] == f"/jobs/{again.id}"
    assert again.wish == Wish("render", "long", draft=True)
    assert again.asker == "producer-1"
    assert client_as(Role.EDITOR).post(f"/jobs/{number}/again").status_code == 403


def test_a_release_leads_to_its_page_and_a_draft_to_its_film(client_as: As, studio: Studio) -> None:
    """Sizes, lengths and loudness; a voice that wants a listener is marked."""
    full = done(studio.database, Wish("render", "long"), "done", Result((MADE,)))
    draft = done(studio.database, Wish("render", "long", draft=True), "done", Result((MADE,)))
    producer = client_as(Role.PRODUCER)
    page = producer.get(f"/jobs/{full}").text
    assert "tiny ko 3.4 MB 1:23 -16.0 LUFS kokoro have it listened to" in seen(page)
    assert 'href="/releases/long"' in page
    page = producer.get(f"/jobs/{draft}").text
    assert 'href="/releases/long"' not in page
    assert f'href="/jobs/{draft}/files/0"' in page


def test_the_form_offers_what_the_script_has(client_as: As, studio: Studio) -> None:
    """All ticked; what is ticked is queued, all of it as `all`."""
    producer = client_as(Role.PRODUCER)
    page = producer.get("/messages/long/render").text
    assert re.findall(r'name="channels" value="(\w+)" checked', page) == ["tiny", "large"]
    assert re.findall(r'name="editions" value="(\w+)" checked', page) == ["ko"]
    assert "voice Korean, subtitles Korean" in seen(page)
    form = {"quality": "draft", "editions": ["ko"], "channels": ["tiny", "large"]}
    assert _rendered(client_as, studio, form) == Wish("render", "long", draft=True)
    form = {"quality": "full", "editions": ["ko"], "channels": ["large"], "revoice": "true"}
    assert _rendered(client_as, studio, form) == Wish("render", "long", (), ("large",), revoice=True)
    assert "is being rendered or waits" in seen(producer.get("/messages/long/render").text)


def _rendered(client_as: As, studio: Studio, form: Mapping[str, object]) -> Wish:
    """What pressing the button wishes for."""
    answer = client_as(Role.PRODUCER).post("/messages/long/render", data=dict(form), follow_redirects=False)
    assert answer.status_code == 303, answer.text
    job = queue.job(studio.database, int(answer.headers["location"].rpartition("/")[2]))
    assert job is not None
    return job.wish


def test_a_form_that_asks_for_nothing_is_refused(client_as: As) -> None:
    """In words."""
    form = {"quality": "draft", "editions": ["ko"]}
    answer = client_as(Role.PRODUCER).post("/messages/long/render", data=form)
    assert answer.status_code == 422
    assert "no channel is chosen" in answer.text


def test_a_broken_script_shows_its_mistakes_instead(client_as: As, project: Project) -> None:
    """And leads to it; nothing at all for a message that there is not, or to who may not."""
    page = client_as(Role.PRODUCER).get("/messages/clip/render").text
    assert "a clip can't be rendered from the studio" in seen(page)
    page = client_as(Role.PRODUCER).get("/messages/broken/render").text
    assert "The script has to be mended first scripts/broken.yaml:" in seen(page)
    assert "/messages/broken/script" in page
    assert '<form method="post" action="/messages/broken/render"' not in page
    assert client_as(Role.PRODUCER).get("/messages/nothing/render").status_code == 404
    assert client_as(Role.EDITOR).get("/messages/long/render").status_code == 403


def test_cancelling_leads_back(client_as: As, studio: Studio) -> None:
    """To where the button was; never to another host."""
    producer = client_as(Role.PRODUCER)
    for back, leads in (("", "/jobs/1"), ("/jobs?message=long", "/jobs?message=long"), ("//evil", "/")):
        number = queue.enqueue(studio.database, Wish("render", "long"), ANNA)
        path, fields = f"/jobs/{number}/cancel", {"next": back}
        answer = producer.post(path, data=fields, follow_redirects=False)
        assert answer.headers["location"] == leads
        job = queue.job(studio.database, number)
        assert job is not None
        assert job.state == "cancelled"


def test_pages_speak_every_language(client_as: As, studio: Studio) -> None:
    """A page without a word that is missing."""
    done(studio.database, Wish("render", "long"), "failed", Result((MADE,), (Problem("too big"),)))
    producer = client_as(Role.PRODUCER)
    for language, word in (("uk", "Не все готово"), ("ko", "일부 누락")):
        with studio.database.writing() as writing:
            writing.execute("UPDATE people SET language = ?", (language,))
        for path in ("/jobs", "/jobs/1"):
            text = seen(producer.get(path).text)
            assert word in text
            assert "jobs-" not in text
