"""Earlier versions: kept once each, the latest first, under the file's name even where it changes."""

from __future__ import annotations

from pathlib import Path

from hoso.base.history import KEPT, History


def test_every_version_is_kept_once(tmp_path: Path) -> None:
    """A file that did not change is no new version."""
    history, file = History(tmp_path / "kept"), tmp_path / "a.yaml"
    for text in ("one", "one", "two", "one"):
        file.write_text(text)
        history.remember(file)
    assert [version.path.read_text() for version in history.versions(file)] == ["one", "two", "one"]


def test_old_versions_go(tmp_path: Path) -> None:
    """No more than KEPT stay."""
    history, file = History(tmp_path / "kept"), tmp_path / "a.yaml"
    for number in range(KEPT + 3):
        file.write_text(str(number))
        history.remember(file)
    versions = history.versions(file)
    assert len(versions) == KEPT
    assert versions[0].path.read_text() == str(KEPT + 2)


def test_versions_follow_a_new_name(tmp_path: Path) -> None:
    """A renamed file keeps its past."""
    history, old, new = History(tmp_path / "kept"), tmp_path / "a.yaml", tmp_path / "b.yaml"
    old.write_text("one")
    history.remember(old)
    history.rename(old.name, new.name)
    assert [version.path.read_text() for version in history.versions(new)] == ["one"]
    assert history.versions(old) == ()
