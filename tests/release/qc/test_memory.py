"""What was found out about a stretch serves wherever the very same is found again, and nowhere else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from hoso.base.jobs import CancelToken
from hoso.base.shelf import Notes
from hoso.base.store import Store
from hoso.media.ffmpeg import run
from hoso.release.qc.expectation import DueCue
from hoso.release.qc.inspection import Inspection, inspect
from hoso.release.qc.means import Facts, Means
from hoso.release.qc.tracks import read_tracks
from hoso.subtitles.cues import Cue
from tests.release.qc.qc_material import CUES, LENGTH_MS, TINY, Reel, spoil

PASSAGES = LENGTH_MS // TINY.encoding.gop_ms
MOMENTS = len(CUES) + 4 + 2
"""Cues, the gaps around them, and a QR code's two."""


class Counted(Notes):
    """A memory on disk, as the pipeline has it, that counts what it is told."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.kept = 0

    def keep(self, key: str, facts: Facts) -> None:
        """One more."""
        self.kept += 1
        super().keep(key, facts)

    def of(self, reel: Reel, path: Path, **changes: object) -> tuple[Inspection, int]:
        """QC of `path`, and how much was found out for it."""
        before = self.kept
        expected = replace(reel.expected, **changes)  # type: ignore[arg-type]
        with ThreadPoolExecutor(2) as pool:
            found = inspect(path, expected, Means(CancelToken(), self, pool))
        return found, self.kept - before


def test_only_what_differs_is_decoded(reel: Reel, tmp_path: Path) -> None:
    """The same file again: nothing. Another sound: the sound. Half a second of picture: that passage alone.

    And what is found is what is found where nothing was known.
    """
    notes = Counted(Store(tmp_path / "store"))
    first, found_out = notes.of(reel, reel.path)
    assert (first.faults, found_out) == ((), PASSAGES + MOMENTS + 1)
    assert notes.of(reel, reel.path) == (first, 0)
    loud, found_out = notes.of(reel, spoil(reel.path, tmp_path / "loud.mp4", sound="volume=-2dB"))
    assert ({fault.rule for fault in loud.faults}, found_out) == ({"loudness"}, 1)
    again = spoil(reel.path, tmp_path / "again.mp4", picture="null")
    _, found_out = notes.of(reel, again)
    assert found_out == PASSAGES + MOMENTS
    dark = spoil(again, tmp_path / "a.mp4", picture="drawbox=t=fill:c=black:enable=between(t\\,2.25\\,2.5)")
    black, _ = notes.of(reel, dark)
    assert {fault.rule for fault in black.faults} == {"black"}
    assert black == inspect(dark, reel.expected, Means())


def test_a_cue_that_moves_is_looked_for_alone(reel: Reel, tmp_path: Path) -> None:
    """Its new moment and those of the gaps around it, each with its passage; the rest is known."""
    moved_moments = 3
    notes = Counted(Store(tmp_path / "store"))
    notes.of(reel, reel.path)
    cues = list(reel.expected.cues)
    moved = Cue(cues[1].cue.start_ms + 200, cues[1].cue.end_ms + 200, cues[1].cue.text)
    cues[1] = replace(cues[1], cue=moved)
    seen, found_out = notes.of(reel, reel.path, cues=tuple(cues))
    assert moved_moments <= found_out <= 2 * moved_moments
    assert seen == inspect(reel.path, replace(reel.expected, cues=tuple(cues)), Means())


def test_pictures_that_repeat_are_each_looked_at(reel: Reel, tmp_path: Path) -> None:
    """A second that comes again, as on a card that stands still: what is due in each is told all the same."""
    piece, twice = tmp_path / "piece.mp4", tmp_path / "twice.mp4"
    copied = ["-map", "0:v", "-c", "copy", "-use_editlist", "0", "-movflags", "+negative_cts_offsets"]
    run(["-i", str(reel.path), *copied, "-frames:v", "125", str(piece)])
    run(["-stream_loop", "1", "-i", str(piece), *copied, str(twice)])
    gops = read_tracks(twice).gops
    assert [gop.digest for gop in gops[:5]] == [gop.digest for gop in gops[5:]]
    due = [DueCue("ko", Cue(at, at + 400, "글")) for at in (1000, 3000, 6000, 8000)]
    notes = Counted(Store(tmp_path / "store"))
    for _ in range(2):
        measured = notes.of(reel, twice, clean=twice, cues=tuple(due))[0].measured
        assert measured is not None
        assert [cue.at_ms for cue in measured.cues] == [each.stretch.middle_ms for each in due]
        assert len(measured.free) == 5


def test_a_byte_or_a_header_that_differs_is_looked_at(reel: Reel, tmp_path: Path) -> None:
    """Damage in the middle of the picture, each time anew; a matrix that makes players turn the picture."""
    notes = Counted(Store(tmp_path / "store"))
    notes.of(reel, reel.path)
    data, path = bytearray(reel.path.read_bytes()), tmp_path / "film.mp4"
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(3000)
    path.write_bytes(data)
    for _ in range(2):
        damaged, _ = notes.of(reel, path)
        assert "damage" in {fault.rule for fault in damaged.faults}
    turned = bytearray(reel.path.read_bytes())
    matrix = turned.index(b"tkhd") + 44
    turned[matrix : matrix + 20] = b"".join(
        number.to_bytes(4, "big", signed=True) for number in (-(1 << 16), 0, 0, 0, -(1 << 16))
    )
    path.write_bytes(turned)
    upside_down, found_out = notes.of(reel, path)
    assert found_out == PASSAGES + MOMENTS
    assert upside_down.faults
