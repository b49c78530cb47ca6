"""What a release changes of the one before it."""

from __future__ import annotations

from hoso.release.manifest import Withheld
from hoso.release.report.changes import Change, changes
from hoso.release.report.wording import DiffLine, line_differences
from tests.release.report.report_material import EDITION, NOW, Releases


def test_changes_between_equal_releases_are_none(releases: Releases) -> None:
    """A new version of the same files is no change."""
    later = releases.manifest.model_copy(update={"version": "2026-11-23.1", "made": NOW})
    assert changes(releases.manifest, later) == ()


def test_changes_of_voices_and_withheld_channels(releases: Releases) -> None:
    """Another voice, an edition more or less; withheld, for another reason, and not any more."""
    old = releases.manifest
    spoken = EDITION.model_copy(update={"engine": "recorded", "grade": "approved", "disclosure": "none"})
    added = EDITION.model_copy(update={"name": "ru"})
    new = old.model_copy(
        update={
            "editions": (spoken, added),
            "withheld": (
                Withheld(edition="ko", channel="oldphone", reasons=("too long",)),
                Withheld(edition="ru", channel="x", reasons=("a", "b")),
            ),
        }
    )
    before = "kokoro, jf_alpha (draft); viewers are told that the voice is synthesized"
    assert changes(old, new) == (
        Change("voice", "ko", before, "recorded, jf_alpha (approved); a person speaks"),
        Change("voice", "ru", "", before),
        Change("withheld", "ko/oldphone", "too quiet by <3> LU", "too long"),
        Change("withheld", "ru/x", "", "a; b"),
    )
    assert Change("voice", "ru", before, "") in changes(new, old)
    assert Change("withheld", "ru/x", "a; b", "") in changes(new, old)


def test_changes_of_files_and_state(releases: Releases) -> None:
    """New, gone, other content, other length; the state first."""
    old, new = releases.before[1], releases.manifest
    film, caption = new.files[0], new.files[5]
    assert changes(old, new) == (
        Change("state", "", "approved", "ready"),
        Change("withheld", "ko/oldphone", "", "too quiet by <3> LU"),
        Change("new", "leaflet.ko.pdf"),
        Change("gone", "ko/x.mp4"),
        Change("content", film.path, "0" * 64, film.sha256),
        Change("duration", film.path, "0:07", "0:06"),
        Change("content", caption.path, "1" * 64, caption.sha256),
    )


def test_texts_are_compared_by_lines() -> None:
    """What went, what came, one line around it, a gap between; nothing where all is equal."""
    old = "a\nb\nc\nd\ne\nf"
    assert line_differences(old, old) == ()
    assert line_differences(old, "a\nB\nc\nd\ne\nF") == (
        DiffLine(" ", "a"),
        DiffLine("-", "b"),
        DiffLine("+", "B"),
        DiffLine(" ", "c"),
        DiffLine("gap"),
        DiffLine(" ", "e"),
        DiffLine("-", "f"),
        DiffLine("+", "F"),
    )
    assert line_differences("-- x", "++ y") == (DiffLine("-", "-- x"), DiffLine("+", "++ y"))
