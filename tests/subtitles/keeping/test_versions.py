"""What a file has been: found by its bytes, or by what was kept before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.history import RECENT, History
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import parse
from hoso.subtitles.keeping import versions as module
from hoso.subtitles.keeping.versions import INDEX, Versions, version_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A subtitle file."""
    return tmp_path / "m.ko.srt"


@pytest.fixture
def kept(tmp_path: Path, path: Path) -> Versions:
    """Its versions."""
    return Versions(History(tmp_path / "history"), path)


def write(path: Path, number: int) -> str:
    """Another content; what tells it."""
    srt.write(path, [Cue(0, 1000 + number, "하나"), Cue(2000, 3000, "둘")])
    return version_of(path.read_bytes())


def test_a_version_is_found_by_its_bytes(kept: Versions, path: Path) -> None:
    """With what stands for the lines it was timed to; one that never was is not."""
    kept.remember("before")
    assert kept.seen() == []
    first = write(path, 1)
    data = path.read_bytes()
    kept.remember("a")
    second = write(path, 2)
    kept.remember("b", "sent")
    assert kept.find(first) == (data, "a")
    assert kept.find(second) == (path.read_bytes(), "b")
    assert kept.find("0" * 64) is None
    assert kept.knows(first)
    assert not kept.knows("0" * 64)


def test_the_same_again_is_written_down_once(kept: Versions, path: Path) -> None:
    """Whoever looks at a file changes nothing."""
    write(path, 1)
    for _ in range(3):
        kept.remember("a")
    assert len(kept.seen()) == 1


def test_of_a_version_that_is_gone_the_one_before_serves(kept: Versions, path: Path) -> None:
    """Thinned by the history: what is older than the base never hides an edit."""
    told = []
    for number in range(RECENT + 20):
        told.append(write(path, number))
        kept.remember("a")
    gone = told[10]
    found = kept.find(gone)
    assert found is not None
    assert parse(found[0], path).cues[0].end_ms <= 1010


def test_a_repeated_save_is_known_until_the_file_is_as_it_was(kept: Versions, path: Path) -> None:
    """Then the same save is a new one."""
    base = write(path, 1)
    kept.remember("a")
    write(path, 2)
    kept.remember("a", "sent")
    assert kept.was_saved("sent", base)
    assert not kept.was_saved("other", base)
    write(path, 1)
    kept.remember("a")
    assert not kept.was_saved("sent", base)


def test_the_likest_versions_come_first(kept: Versions, path: Path) -> None:
    """Only those of the same lines."""
    for number in (100, 200, 300):
        write(path, number)
        kept.remember("a")
    write(path, 400)
    kept.remember("b")
    cues = (Cue(0, 1200, "하나"), Cue(2000, 3000, "둘 셋"))
    ends = [parse(data, path).cues[0].end_ms for data in kept.likest(cues, "a", 2)]
    assert ends[0] == 1200
    assert len(ends) == 2
    assert [parse(data, path).cues[0].end_ms for data in kept.likest(cues, "b")] == [1400]


def test_the_index_does_not_grow_without_end(
    kept: Versions, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The older half goes; what is left is whole."""
    monkeypatch.setattr(module, "MOST", 10)
    for number in range(25):
        last = write(path, number)
        kept.remember("a")
    index = History(tmp_path / "history").folder(path) / INDEX
    assert len(index.read_text().splitlines()) <= 11
    assert kept.seen()[-1].version == last
