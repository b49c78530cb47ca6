"""Rules about what a file tells of its making: only what is on these lists may be in it.

The lists hold what hoso's own files need to be played. Whatever else a file holds (a place, a date, a
camera, an author, an encoder) is a fault, known to us or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoso.release.qc.expectation import Expectation
from hoso.release.qc.fault import Finding
from hoso.release.qc.measured import Measured

_SAMPLES = "moov/trak/mdia/minf/stbl"
_PARTS = {
    "": "ftyp moov mdat free",
    "moov/": "mvhd trak udta",
    "moov/trak/": "tkhd mdia",
    "moov/trak/mdia/": "mdhd hdlr minf",
    "moov/trak/mdia/minf/": "vmhd smhd nmhd sthd gmhd dinf stbl",
    "moov/trak/mdia/minf/gmhd/": "gmin",
    "moov/trak/mdia/minf/dinf/": "dref",
    f"{_SAMPLES}/": "stsd stts stss ctts cslg stsc stsz stco co64 sgpd sbgp",
    f"{_SAMPLES}/stsd/": "avc1 mp4v mp4a tx3g",
    f"{_SAMPLES}/stsd/avc1/": "avcC colr pasp btrt",
    f"{_SAMPLES}/stsd/mp4v/": "esds colr pasp btrt",
    f"{_SAMPLES}/stsd/mp4a/": "esds btrt",
    f"{_SAMPLES}/stsd/tx3g/": "ftab btrt",
    # FFmpeg writes an empty list of tags.
    "moov/udta/": "meta",
    "moov/udta/meta/": "hdlr ilst",
}
ATOMS = frozenset(
    {f"{above}{name}" for above, names in _PARTS.items() for name in names.split()}
    | {"moov/trak/mdia/minf/dinf/dref/url "}
    # An edit list is another rule's.
    | {"moov/trak/edts", "moov/trak/edts/elst"}
    | {"RIFF/fmt ", "RIFF/fact", "RIFF/data", "RF64/ds64", "RF64/fmt ", "RF64/fact", "RF64/data"}
)
"""ISO/IEC 14496-12, -14 and -15: the boxes that a player needs; WAV chunks likewise."""
LABELS = re.compile(r"|VideoHandler|SoundHandler|SubtitleHandler")
"""Names that FFmpeg gives to every file's handlers."""
TAGS = {
    "major_brand": re.compile(r"iso\w|isom|mp4\d|3g[p2]\w"),
    "minor_version": re.compile(r"\d+"),
    "compatible_brands": re.compile(r"(iso\w|mp4\d|avc1|3g[p2]\w)+"),
    "language": re.compile(r"und|kor|rus|ukr|eng"),
    "handler_name": LABELS,
    "vendor_id": re.compile(r"(\[0\]){4}"),
}
CLEAN = (
    "Render it again: nothing of the footage or of the making may be in it. If it stays, please report it."
)


def atoms(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """Only boxes and chunks that a player needs."""
    for atom in measured.traces.atoms:
        if atom not in ATOMS:
            yield Finding(f"it holds {atom}", CLEAN)


def words(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """Only tags on the list, names of handlers that say nothing, no date, no words beside the picture."""
    found = measured.traces
    for path, text in found.labels:
        if not LABELS.fullmatch(text):
            yield Finding(f"{path} says: {text}", CLEAN)
    for path in found.dates:
        yield Finding(f"{path} holds a date", CLEAN)
    for name, value in found.tags:
        if name not in TAGS or not TAGS[name].fullmatch(value):
            yield Finding(f"its tag {name} says: {value[:60]}", CLEAN)


def encoders(_: Expectation, measured: Measured) -> Iterator[Finding]:
    """No encoder's name: not in the coded picture (SEI, user data), not anywhere in the bytes."""
    for text in measured.traces.user_data:
        yield Finding(f"its coded picture says: {text}", CLEAN)
    for text in measured.traces.encoders:
        yield Finding(f"its bytes say: {text}", CLEAN)
