"""What QC measured on a file, as facts with a name: `releases-measured-<name>` of the words says them. Pure.

The keys of `qc` are those of hoso.release.qc.measured.Measured; what is not there is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hoso.base.clock import format_clock

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """A fact: its name, and what its words are filled in with."""

    name: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)


def measures(qc: Facts | None) -> tuple[Measure, ...]:
    """What people ask about first, then how the file is made."""
    if not qc:
        return ()
    picture, sound = qc.get("picture") or {}, qc.get("sound") or {}
    return (*_picture(picture), *_sound(sound), *_moments(qc), *_file(qc))


def _picture(facts: Facts) -> Iterator[Measure]:
    match facts.get("rate"):
        case [int(over), int(under)] if under:
            rate = over / under
            yield Measure("picture", {"width": facts["width"], "height": facts["height"], "rate": rate})
    coding = (facts.get("codec"), facts.get("profile"), facts.get("level"))
    if facts.get("codec"):
        yield Measure("picture-coding", {"coding": " ".join(str(part) for part in coding if part)})


def _sound(facts: Facts) -> Iterator[Measure]:
    for key, name in (("lufs", "loudness"), ("true_peak", "true-peak"), ("offset_ms", "offset")):
        if facts.get(key) is not None:
            yield Measure(name, {"value": facts[key]})
    if facts.get("sample_rate"):
        values = {
            "coding": facts["codec"],
            "rate": facts["sample_rate"] / 1000,
            "channels": facts["channels"],
        }
        yield Measure("sound-coding", values)


def _moments(qc: Facts) -> Iterator[Measure]:
    cues = qc.get("cues") or ()
    if cues:
        seen = sum(1 for cue in cues if cue.get("points", 0) >= cue.get("least", 0))
        yield Measure("subtitles", {"seen": seen, "all": len(cues)})
    read = tuple(dict.fromkeys(words for moment in qc.get("qr") or () for words in moment))
    if read:
        yield Measure("qr", {"words": ", ".join(read)})
    for name in ("black", "frozen", "silent"):
        if name in qc:
            yield Measure(name, {"count": len(qc[name]), "where": _stretches(qc[name])})


def _file(qc: Facts) -> Iterator[Measure]:
    if qc.get("container"):
        yield Measure("container", {"kind": qc["container"]})
    if qc.get("faststart") is not None:
        yield Measure("faststart", {"so": "yes" if qc["faststart"] else "no"})
    if "damage" in qc:
        yield Measure("damage", {"count": len(qc["damage"]), "words": "; ".join(qc["damage"])})
    if qc.get("unmeasured"):
        yield Measure("unmeasured", {"words": "; ".join(qc["unmeasured"])})


def _stretches(found: Sequence[Facts]) -> str:
    return ", ".join(f"{format_clock(each['start_ms'])}–{format_clock(each['end_ms'])}" for each in found)
