"""Earlier versions: kept once each, the latest first, under the file's name even where it changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hoso.base.history import KEPT, RECENT, History


def test_every_version_is_kept_once(tmp_path: Path) -> None:
    """A file that did not change is no new version."""
    history, file = History(tmp_path / "kept"), tmp_path / "a.yaml"
    for text in ("one", "one", "two", "one"):
        file.write_text(text)
        history.remember(file)
    assert [version.path.read_text() for version in history.versions(file)] == ["one", "two", "one"]


def test_what_was_saved_every_few_seconds_is_thinned(tmp_path: Path) -> None:
    """The latest all stay; of an hour's work a version for each minute, of yesterday's one for ten."""
    history, file = History(tmp_path / "kept"), tmp_path / "a.yaml"
    now = datetime.now(UTC)
    stamps = [now - timedelta(seconds=3 * number) for number in range(2000)]
    stamps += [now - timedelta(hours=26, seconds=3 * number) for number in range(100)]
    folder = history.folder(file)
    folder.mkdir(parents=True)
    for number, stamp in enumerate(stamps):
        (folder / f"{stamp.strftime('%Y%m%dT%H%M%S.%fZ')}.yaml").write_text(str(number))
    for text in ("new", "newer"):
        file.write_text(text)
        history.remember(file)
    versions = history.versions(file)
    assert [version.path.read_text() for version in versions[:3]] == ["newer", "new", "0"]
    ages = [(now - version.seen).total_seconds() for version in versions]
    assert ages == sorted(ages)
    assert sum(age < 3 * RECENT - 10 for age in ages) >= RECENT - 5
    assert 55 <= sum(200 < age < 3600 for age in ages) <= 62
    assert 2 <= sum(3700 < age < 6100 for age in ages) <= 6
    assert 1 <= sum(age > 26 * 3600 for age in ages) <= 2


def test_no_more_than_so_many_stay(tmp_path: Path) -> None:
    """Whatever their age."""
    history, file = History(tmp_path / "kept"), tmp_path / "a.yaml"
    folder = history.folder(file)
    folder.mkdir(parents=True)
    for day in range(KEPT + 60):
        stamp = datetime.now(UTC) - timedelta(days=day + 1)
        (folder / f"{stamp.strftime('%Y%m%dT%H%M%S.%fZ')}.yaml").write_text(str(day))
    file.write_text("new")
    history.remember(file)
    assert len(history.versions(file)) == KEPT


def test_versions_follow_a_new_name(tmp_path: Path) -> None:
    """A renamed file keeps its past."""
    history, old, new = History(tmp_path / "kept"), tmp_path / "a.yaml", tmp_path / "b.yaml"
    old.write_text("one")
    history.remember(old)
    history.rename(old.name, new.name)
    assert [version.path.read_text() for version in history.versions(new)] == ["one"]
    assert history.versions(old) == ()
