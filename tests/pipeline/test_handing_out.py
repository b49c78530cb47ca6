"""Releases found, by version too, and decided about while others work on them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from hoso.base.files import held
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.handing_out import (
    approve_release,
    find_release,
    older,
    open_version,
    released,
    withdraw_release,
)
from hoso.release.manifest import read_manifest, write_manifest
from hoso.release.report.writing import NAME as REPORT
from hoso.release.staging import staging
from tests.release.test_release_folder import manifest

FIRST, SECOND = "2026-11-22.1", "2026-11-22.2"


def make(project: Project, version: str, before: str | None = None) -> None:
    """A release of one film that nobody can play."""
    with staging(project.outputs / "appeal") as stage:
        stage.label = before
        (stage.folder / "ko").mkdir(exist_ok=True)
        film = stage.folder / "ko" / "telegram.mp4"
        film.unlink(missing_ok=True)
        film.write_bytes(b"film")
        write_manifest(stage.folder, manifest(version=version))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two releases of one message."""
    made = Project(tmp_path)
    make(made, FIRST)
    make(made, SECOND, FIRST)
    return made


def test_releases_are_found_by_version(project: Project) -> None:
    """The current one, one before, and none that is not kept."""
    assert released(project) == ("appeal",)
    assert [each.version for each in older(project, "appeal")] == [FIRST]
    for version, found in ((None, SECOND), (SECOND, SECOND), (FIRST, FIRST)):
        with open_version(project, "appeal", version) as release:
            assert release.manifest.version == found
    with pytest.raises(InputError, match=r"no release 2026-11-01\.1 of appeal"):
        open_version(project, "appeal", "2026-11-01.1")


@pytest.mark.parametrize("name", ["nothing", "..", ".", ".previous", "../outputs/appeal", "a\0b", ""])
def test_no_name_leads_elsewhere(project: Project, name: str) -> None:
    """Only a message with a release has one."""
    (project.root / "release.json").write_text("{}")
    for find in (find_release, open_version, older):
        with pytest.raises(InputError, match="there is no release"):
            find(project, name)


def test_a_decision_is_about_what_was_looked_at(project: Project) -> None:
    """A new release has come meanwhile: it is neither approved nor withdrawn unseen."""
    for decide in (approve_release, withdraw_release):
        with pytest.raises(InputError, match=f"{SECOND} has taken the place of {FIRST}"):
            decide(project, "appeal", "Ivan", "because", FIRST)
    assert approve_release(project, "appeal", "Ivan", "", SECOND).state == "approved"


def test_what_is_broken_is_not_approved_but_withdrawn(project: Project) -> None:
    """A film that changed since; the report, which can't be made any more, tells no other state."""
    (project.outputs / "appeal" / "ko" / "telegram.mp4").write_bytes(b"evil")
    (project.outputs / "appeal" / REPORT).write_text("ready")
    with pytest.raises(InputError, match="changed since"):
        approve_release(project, "appeal", "Ivan", "")
    assert withdraw_release(project, "appeal", "Ivan", "changed").state == "withdrawn"
    assert not (project.outputs / "appeal" / REPORT).exists()


def test_a_release_waits_for_a_decision(project: Project) -> None:
    """What is decided belongs to the release it was decided about, though another is ready."""
    final = project.outputs / "appeal"
    fresh = threading.Thread(target=make, args=(project, "2026-11-22.3", SECOND))
    with held(final):
        fresh.start()
        fresh.join(0.3)
        found = read_manifest(final)
        assert found is not None
        assert found.version == SECOND
        write_manifest(final, found.model_copy(update={"state": "approved"}))
    fresh.join()
    assert find_release(project, "appeal")[1].version == "2026-11-22.3"
    before = next(iter(older(project, "appeal")))
    assert (before.version, before.state) == (SECOND, "approved")


def test_who_waited_gets_what_stands_there_now(project: Project) -> None:
    """Not the folder that has gone from its place meanwhile."""
    final = project.outputs / "appeal"
    seen: list[str] = []

    def look() -> None:
        with held(final):
            seen.append(find_release(project, "appeal")[1].version)

    waiting = threading.Thread(target=look)
    with held(final):
        waiting.start()
        waiting.join(0.2)
        final.rename(final.with_name("aside"))
        final.mkdir()
        write_manifest(final, manifest(version="2026-11-22.3"))
    waiting.join()
    assert seen == ["2026-11-22.3"]
