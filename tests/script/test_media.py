"""Files of videos/ by name."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from hoso.script.media import FOOTAGE, find_media, leaves, list_media


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    """They are just not there."""
    assert find_media(tmp_path, "들" * 200 + ".mp4") is None
    (tmp_path / "a.mp4").touch()
    assert find_media(tmp_path, "a.mp4/b.mp4") is None


@pytest.mark.parametrize("name", ["../a.mp4", "/a.mp4", "a/../../b.mp4", "C:\\a.mp4", "..", "a\0.mp4"])
def test_names_that_lead_out_find_nothing(tmp_path: Path, name: str) -> None:
    """A script names files of videos/ only."""
    (tmp_path / "a.mp4").touch()
    (tmp_path / "videos").mkdir()
    assert leaves(name)
    assert find_media(tmp_path / "videos", name) is None


def test_both_codings_of_a_name_may_lie_side_by_side(tmp_path: Path) -> None:
    """The exact name is preferred; folders match by either coding too."""
    whole, apart = (unicodedata.normalize(form, "한") for form in ("NFC", "NFD"))
    (tmp_path / apart).mkdir()
    (tmp_path / apart / "b.mp4").touch()
    assert find_media(tmp_path, f"{whole}/b.mp4") == tmp_path / apart / "b.mp4"
    (tmp_path / f"{whole}.mp4").touch()
    (tmp_path / f"{apart}.mp4").touch()
    assert find_media(tmp_path, f"{apart}.mp4") == tmp_path / f"{apart}.mp4"


def test_lists_are_sorted_and_leave_hidden_files_out(tmp_path: Path) -> None:
    """Endings match in any case; a missing folder has no files."""
    for name in ("b.MP4", "a.mov", ".c.mp4", "d.txt"):
        (tmp_path / name).touch()
    assert list_media(tmp_path, FOOTAGE) == ("a.mov", "b.MP4")
    assert list_media(tmp_path / "none", FOOTAGE) == ()
