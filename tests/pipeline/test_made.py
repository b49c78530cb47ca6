"""What is made of the same need be made only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.pipeline.made import Making
from hoso.pipeline.places import Places


class Maker:
    """Writes something else each time."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, out: Path) -> None:
        """Write how often it was asked."""
        self.times += 1
        out.write_text(f"made {self.times}")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A folder to write to."""
    return Places(tmp_path, tmp_path / "becomes").below("ko")


@pytest.fixture
def making(tmp_path: Path, places: Places) -> Making:
    """With nothing made yet."""
    return Making(tmp_path / "state", places)


def test_two_files_of_the_same_are_made_once(making: Making, places: Places) -> None:
    """The second is a copy with the same bytes."""
    make = Maker()
    for name in ("reels.mp4", "tiktok.mp4"):
        making.have(name, "same", make)
    assert make.times == 1
    assert (places.folder / "reels.mp4").read_bytes() == (places.folder / "tiktok.mp4").read_bytes()
    assert not (places.folder / "reels.mp4").samefile(places.folder / "tiktok.mp4")


def test_what_is_there_stays(making: Making, places: Places, tmp_path: Path) -> None:
    """In a later run too, until it is made of something else or changed by hand."""
    make = Maker()
    making.have("reels.mp4", "same", make)
    Making(tmp_path / "state", places).have("reels.mp4", "same", make)
    assert make.times == 1
    making.have("reels.mp4", "other", make)
    assert (places.folder / "reels.mp4").read_text() == "made 2"
    (places.folder / "reels.mp4").write_text("changed")
    making.have("reels.mp4", "other", make)
    assert (places.folder / "reels.mp4").read_text() == "made 3"


def test_nothing_is_copied_from_what_is_no_longer_right(making: Making, places: Places) -> None:
    """Neither from a file that was withheld, nor from one that was changed, nor into another format."""
    make = Maker()
    making.have("reels.mp4", "same", make)
    making.have("oldphone.3gp", "same", make)
    assert make.times == 2
    (places.folder / "reels.mp4").unlink()
    making.have("tiktok.mp4", "same", make)
    assert make.times == 3
    (places.folder / "tiktok.mp4").write_text("changed")
    making.have("facebook.mp4", "same", make)
    assert (places.folder / "facebook.mp4").read_text() == "made 4"
