"""Measurements and sizes as words."""

from __future__ import annotations

from hoso.release.report.gathering import size_words
from hoso.release.report.measures import all_rows, faults, main_rows, verdict
from tests.release.report.report_material import FAULTY, PASSED


def test_measurements_become_rows() -> None:
    """What people ask about first, then every key; what is not there is not made up."""
    rows = {row.name: row.words for row in main_rows(PASSED)}
    assert rows["Picture"] == "320 × 180, 25 frames a second"
    assert rows["Sound's coding"] == "aac, 48 kHz, stereo"
    assert rows["Loudness"] == "−16.2 LUFS"
    assert rows["Silent"] == "0:01 to 0:02.500"
    assert rows["Subtitles seen"] == "1 of 2"
    assert "Frozen" not in rows
    everything = {row.name: row.words for row in all_rows(FAULTY)}
    assert everything["picture.rate"] == "25, 1"
    assert everything["cues 2.points"] == "1"
    assert not any(name.startswith("faults") for name in everything)
    assert (verdict(None), verdict(PASSED), verdict(FAULTY)) == ("unchecked", "passed", "faults")
    assert [each.at for each in faults(FAULTY)] == ["0:01"]
    assert (main_rows(None), all_rows(None), faults(None)) == ((), (), ())


def test_sizes_are_said_in_decimal_units() -> None:
    """Three digits, as shops and apps count."""
    sizes = (999, 1500, 718_000, 3_160_000, 49_960_000, 256_000_000_000)
    assert [size_words(size) for size in sizes] == [
        "999 bytes",
        "1.5 kB",
        "718 kB",
        "3.16 MB",
        "50 MB",
        "256 GB",
    ]
