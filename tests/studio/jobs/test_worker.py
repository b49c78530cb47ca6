"""Real renders: done, failed, cancelled, making way, crashed, handed on."""

from __future__ import annotations

import time
from contextlib import suppress

import psutil
import pytest

from hoso.studio.jobs import changes
from hoso.studio.jobs.attempt import TICK_SECONDS
from hoso.studio.jobs.worker import Worker
from tests.studio.jobs.conftest import Shop
from tests.studio.jobs.jobs_material import children, encoders, leftovers, until

AT_ONCE_SECONDS = 2.0


@pytest.mark.usefixtures("worker")
def test_jobs_are_done_one_after_the_other(shop: Shop) -> None:
    """A draft, then the release, which reuses what the draft spoke; then a preview.

    Progress is kept now and then, and at the end wholly.
    """
    numbers = [
        shop.wish("quick", draft=True),
        shop.wish("quick", channels=("tiny",)),
        shop.wish("quick", kind="preview", editions=("ko",)),
    ]
    draft, release, preview = [shop.ended(number) for number in numbers]
    assert [job.state for job in (draft, release, preview)] == ["done"] * 3, release.result
    (made,) = draft.result.made
    assert made.path == "outputs/drafts/quick/ko/tiny.mp4"
    assert (shop.project.root / made.path).stat().st_size == made.bytes
    assert [made.path for made in release.result.made] == ["outputs/quick/ko/tiny.mp4"]
    assert preview.result.made == ()
    assert draft.ended is not None
    assert release.begun is not None
    assert draft.ended <= release.begun
    voice = changes.progress(shop.database, numbers[1])["stages"][0]
    assert (voice["name"], voice["done"], voice["reused"]) == ("voice", 1, 1)
    stages = changes.progress(shop.database, numbers[0])["stages"]
    assert [stage["done"] for stage in stages] == [stage["total"] for stage in stages]
    assert draft.begun is not None
    most = (draft.ended - draft.begun) / TICK_SECONDS + 4
    assert 5 <= changes.snapshot(shop.database, numbers[0]).sequence <= most
    assert "attempt 1 at job 1, which Anna asked for" in shop.log(numbers[0])
    assert "rendered for the first time" in shop.log(numbers[0])


@pytest.mark.usefixtures("worker")
def test_what_fails_says_why(shop: Shop) -> None:
    """In the words of the pipeline, with place and remedy; clips never run."""
    broken, clip = shop.ended(shop.wish("broken")), shop.ended(shop.wish("clip"))
    (problem,) = broken.result.problems
    assert broken.state == "failed"
    assert problem.place == "scripts/broken.yaml:3:12"
    assert problem.message == "there is no nowhere.png in videos/"
    assert problem.remedy
    assert clip.state == "failed"
    assert [each.message for each in clip.result.problems] == ["a clip can't be rendered from the studio"]
    assert "it ran" not in shop.log(clip.id)
    assert "there is no nowhere.png" in shop.log(broken.id)


@pytest.mark.usefixtures("worker")
def test_cancelling_stops_the_encoders_at_once(shop: Shop) -> None:
    """Within two seconds nothing runs any more; nothing half-made is left."""
    number = shop.wish("long", channels=("large",))
    until(lambda: encoders(shop.project))
    shop.cancel(number)
    until(lambda: not encoders(shop.project) and not children(shop.project), AT_ONCE_SECONDS)
    ended = shop.ended(number, AT_ONCE_SECONDS)
    assert ended.state == "cancelled"
    assert ended.result.problems == ()
    assert leftovers(shop.project) == []
    assert not (shop.project.outputs / "long").exists()


@pytest.mark.usefixtures("worker")
def test_a_batch_makes_way_and_goes_on_from_the_cache(shop: Shop) -> None:
    """The urgent one is done first; of what the batch had encoded nothing is encoded again."""
    batch = shop.wish("long", channels=("large",))
    encoded = until(lambda: _encoded(shop, batch))
    urgent = shop.wish("quick", draft=True, urgent=True)
    first = shop.ended(urgent)
    assert first.state == "done"
    waits = shop.job(batch)
    assert waits.open
    until(lambda: shop.job(batch).attempt == 2)
    reused = until(lambda: _reused(shop, batch))
    assert reused >= encoded
    shop.cancel(batch)
    assert shop.ended(batch).state == "cancelled"


def _encoded(shop: Shop, number: int) -> int:
    stages = changes.progress(shop.database, number)["stages"]
    return sum(stage["done"] for stage in stages if stage["name"] == "segments")


def _reused(shop: Shop, number: int) -> int:
    stages = changes.progress(shop.database, number)["stages"]
    return sum(stage["reused"] for stage in stages if stage["name"] == "segments")


@pytest.mark.usefixtures("worker")
def test_a_crash_of_the_process_is_a_failed_job(shop: Shop) -> None:
    """It takes nothing along: encoders end, the next job is done."""
    number = shop.wish("long", channels=("large",))
    for encoder in until(lambda: encoders(shop.project)):
        with suppress(psutil.NoSuchProcess):
            encoder.suspend()  # it can't come to its end by itself
    (child,) = children(shop.project)
    child.kill()
    crashed = shop.ended(number)
    assert crashed.state == "failed"
    (problem,) = crashed.result.problems
    assert problem.message == "the process that rendered this was ended by SIGKILL"
    assert "memory" in problem.remedy
    until(lambda: not encoders(shop.project))
    assert shop.ended(shop.wish("quick", draft=True)).state == "done"


@pytest.mark.usefixtures("worker")
def test_a_process_that_somebody_else_stops_is_begun_again(shop: Shop) -> None:
    """As when the machine goes down and tells all at once."""
    number = shop.wish("long", channels=("large",))
    until(lambda: encoders(shop.project))
    (child,) = children(shop.project)
    child.terminate()
    until(lambda: shop.job(number).attempt == 2)
    shop.cancel(number)
    assert shop.ended(number).state == "cancelled"


def test_a_server_that_leaves_hands_its_job_on(shop: Shop) -> None:
    """The next one goes on; a second one beside it keeps off."""
    leaving = Worker(shop.studio)
    leaving.start()
    number = shop.wish("long", channels=("large",))
    until(lambda: encoders(shop.project))
    second = Worker(shop.studio)
    second.start()
    time.sleep(1.5)
    assert len(children(shop.project)) == 1
    assert shop.job(number).attempt == 1
    leaving.stop()
    assert not encoders(shop.project)
    until(lambda: shop.job(number).attempt == 2)
    until(lambda: len(children(shop.project)) == 1)
    second.stop()
    assert shop.job(number).state == "queued"
    assert children(shop.project) == []
