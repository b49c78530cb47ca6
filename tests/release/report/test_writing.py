"""The report is written: the same way twice, of whatever there is, and no heavier than it may be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.fonts.faces import faces
from hoso.release.report import pictures
from hoso.release.report.gathering import distinct_pictures, distinct_sounds
from hoso.release.report.writing import write_report
from tests.release.report.reading import embedded, parsed, words
from tests.release.report.report_material import CHANNELS, Releases


def test_the_same_inputs_give_the_same_page(releases: Releases, page: str, tmp_path: Path) -> None:
    """With what was kept, and without it."""
    again = write_report(
        releases.folder,
        releases.manifest,
        releases.before,
        CHANNELS,
        faces(),
        Store(tmp_path),
        CancelToken(),
    )
    assert again.read_text("utf-8") == page
    assert again == releases.folder / "report.html"


def test_a_release_of_nothing_has_a_page(releases: Releases) -> None:
    """No edition, no file, no title: still one that parses. Without Korean it needs no type for it."""
    empty = releases.manifest.model_copy(
        update={"files": (), "editions": (), "withheld": (), "sources": (), "title": {}, "source": None}
    )
    tree = parsed(releases.page(empty, first=True))
    assert "appeal" in words(tree)
    assert embedded(tree) == {}


def test_channels_that_nobody_knows_go_by_their_names(releases: Releases) -> None:
    """A channel whose file is gone since: no title, no limit, and a page all the same."""
    path = write_report(releases.folder, releases.manifest, None, {}, faces(), releases.store, CancelToken())
    cards = list(parsed(path.read_text("utf-8")).iter("article"))
    assert [words(next(card.iter("h4"))) for card in cards] == list(CHANNELS)


def test_a_file_that_is_gone_is_an_error(releases: Releases) -> None:
    """With the release's folder; the old page stays."""
    before = releases.page()
    gone = releases.manifest.files[3].model_copy(update={"path": "ko/gone.jpg"})
    with pytest.raises(HosoError):
        releases.page(releases.manifest.model_copy(update={"files": (gone,)}))
    assert (releases.folder / "report.html").read_text("utf-8") == before


def test_it_can_be_stopped(releases: Releases, tmp_path: Path) -> None:
    """Before anything is drawn."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write_report(releases.folder, releases.manifest, None, CHANNELS, faces(), Store(tmp_path), token)


def test_many_pictures_are_made_lighter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As good as the budget allows: smaller where it is spent, and no smaller than it has to be."""
    noise = np.random.default_rng(1).integers(0, 256, (700, 900, 3), dtype=np.uint8)
    path = tmp_path / "noise.png"
    Image.fromarray(noise).save(path)
    (best,) = pictures.pictures([path], [], CancelToken()).values()
    assert best.width == pictures.WEIGHTS[0].poster
    monkeypatch.setattr(pictures, "BUDGET", len(best.uri) - 1)
    (lighter,) = pictures.pictures([path], [], CancelToken()).values()
    assert lighter.width == pictures.WEIGHTS[1].poster


def test_pictures_and_sounds_that_are_the_same_are_shown_once(releases: Releases) -> None:
    """By picture profile, by loudness, music and what is left out; and by channel where none is known."""
    manifest = releases.manifest
    by_profile = distinct_pictures(manifest, {**CHANNELS, "whatsapp": CHANNELS["telegram"]})
    assert [len(group) for group in by_profile.values()] == [2, 1]
    assert [len(group) for group in distinct_pictures(manifest, {}).values()] == [1, 1, 1]
    assert [len(group) for group in distinct_sounds(manifest, CHANNELS).values()] == [3, 1]
