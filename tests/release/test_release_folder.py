"""Manifest, staging and decisions."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hoso.base.keys import digest_bytes
from hoso.base.problems import InputError
from hoso.release.deciding import approve, withdraw
from hoso.release.manifest import (
    FileEntry,
    Manifest,
    next_version,
    read_manifest,
    write_manifest,
)
from hoso.release.staging import KEPT, PREVIOUS, Overtaken, previous, staging

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def manifest(**changes: object) -> Manifest:
    """A release of one film."""
    film = FileEntry(
        path="ko/telegram.mp4",
        kind="video",
        bytes=4,
        sha256=digest_bytes(b"film"),
        made=NOW,
        inputs="x",
        edition="ko",
        channel="telegram",
    )
    made = Manifest(
        message="appeal",
        title={"ko": "제목"},
        version="2026-11-22.1",
        made=NOW,
        hoso="0",
        source="we",
        languages=("ko",),
        files=(film,),
    )
    return made.model_copy(update=changes)


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    """What is written is read; nothing there is no manifest; nonsense is an error with its file."""
    assert read_manifest(tmp_path) is None
    write_manifest(tmp_path, manifest())
    assert read_manifest(tmp_path) == manifest()
    (tmp_path / "release.json").write_text('{"format": 7}')
    with pytest.raises(InputError):
        read_manifest(tmp_path)


def test_versions_count_by_the_day() -> None:
    """The day's first, then one more; a new day begins again."""
    assert next_version(None, NOW) == "2026-11-22.1"
    assert next_version(manifest(version="2026-11-22.9"), NOW) == "2026-11-22.10"
    assert next_version(manifest(version="2026-11-21.4"), NOW) == "2026-11-22.1"


def test_a_release_appears_whole(tmp_path: Path) -> None:
    """The new files and the untouched old ones together; the one before is kept under its version."""
    final = tmp_path / "outputs" / "appeal"
    with staging(final) as stage:
        (stage.folder / "a.txt").write_text("old")
        (stage.folder / "b.txt").write_text("stays")
        assert not final.exists()
    with staging(final) as stage:
        stage.label = "2026-11-22.1"
        (stage.folder / "new").write_text("new")
        (stage.folder / "new").replace(stage.folder / "a.txt")
    assert {path.name: path.read_text() for path in final.iterdir()} == {"a.txt": "new", "b.txt": "stays"}
    (kept,) = previous(final)
    assert kept.name == "2026-11-22.1"
    assert (kept / "a.txt").read_text() == "old"


def test_a_failure_leaves_the_old_one(tmp_path: Path) -> None:
    """An error in between: the release is as it was, and nothing is left beside it."""
    final = tmp_path / "appeal"
    with staging(final) as stage:
        (stage.folder / "a.txt").write_text("old")
    with pytest.raises(RuntimeError):
        _break_off(final)
    assert (final / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["appeal"]


def _break_off(final: Path) -> None:
    with staging(final) as stage:
        (stage.folder / "a.txt").unlink()
        raise RuntimeError


def test_who_is_overtaken_takes_nothing_away(tmp_path: Path) -> None:
    """Another release came in between, the first or a later one: it stays, and nothing is left beside it."""
    final = tmp_path / "appeal"
    for number in range(2):
        with pytest.raises(Overtaken):
            _come_late(final, f"{number}")
        assert (final / "a.txt").read_text() == f"{number}"
    assert [path.name for path in tmp_path.iterdir() if path.name != PREVIOUS] == ["appeal"]


def _come_late(final: Path, first: str) -> None:
    with staging(final) as late:
        _say(late.folder / "a.txt", "late")
        with staging(final) as stage:
            _say(stage.folder / "a.txt", first)


def _say(path: Path, words: str) -> None:
    path.unlink(missing_ok=True)
    path.write_text(words)


def test_an_unwanted_release_does_not_appear(tmp_path: Path) -> None:
    """Where nothing is new the old one stays, and none is kept twice."""
    final = tmp_path / "appeal"
    with staging(final) as stage:
        (stage.folder / "a.txt").write_text("old")
    with staging(final) as stage:
        stage.label = "v1"
        (stage.folder / "a.txt").unlink()
        stage.wanted = False
    assert (final / "a.txt").read_text() == "old"
    assert previous(final) == ()


def test_old_releases_go(tmp_path: Path) -> None:
    """A few are kept."""
    for number in range(KEPT + 3):
        with staging(tmp_path / "appeal") as stage:
            stage.label = f"v{number}"
            (stage.folder / f"{number}").write_text("")
    assert len(previous(tmp_path / "appeal")) == KEPT


def test_approving_and_withdrawing() -> None:
    """Who, when and why are kept, one after the other."""
    approved = approve(manifest(), "Олена", "", NOW)
    assert approved.state == "approved"
    withdrawn = withdraw(approved, "Ivan", "wrong number", NOW)
    assert withdrawn.state == "withdrawn"
    assert [(each.by, each.reason) for each in withdrawn.decisions] == [
        ("Олена", ""),
        ("Ivan", "wrong number"),
    ]


@pytest.mark.parametrize(
    ("made", "by", "reason", "said"),
    [
        (manifest(blockers=("the contacts are placeholders",)), "Ivan", "", "contacts are placeholders"),
        (manifest(), "  ", "", "nobody is named"),
        (manifest(files=()), "Ivan", "", "no film"),
        (manifest(state="approved"), "Ivan", "", "already"),
    ],
)
def test_what_keeps_from_approving(made: Manifest, by: str, reason: str, said: str) -> None:
    """Each is told; with a reason a person may approve all the same."""
    with pytest.raises(InputError, match=said):
        approve(made, by, reason, NOW)
    if made.blockers:
        assert approve(made, by, "a drill", NOW).decisions[0].reason == "a drill"


def test_a_withdrawal_needs_a_reason() -> None:
    """Nobody withdraws without a word."""
    with pytest.raises(InputError, match="needs a reason"):
        withdraw(manifest(), "Ivan", " ", NOW)
