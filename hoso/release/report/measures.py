"""What QC measured on a file, as words in rows. Pure; a key that is not there is passed over.

The keys are those of hoso.release.qc.measured.Measured; `faults`, where it is there, holds what is wrong:
each with `message`, `remedy` and `at_ms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hoso.base.clock import format_clock
from hoso.release.report.plots import minus

Verdict = Literal["passed", "faults", "unchecked"]
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A name and a value, in words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where in the programme (empty where nowhere in particular), and what to do about it."""

    message: str
    remedy: str
    at: str


def verdict(qc: Facts | None) -> Verdict:
    """Whether the file was checked, and found good."""
    if qc is None:
        return "unchecked"
    return "faults" if qc.get("faults") else "passed"


def faults(qc: Facts | None) -> tuple[Fault, ...]:
    """What is wrong with a file."""
    return tuple(_fault(each) for each in (qc or {}).get("faults") or ())


def main_rows(qc: Facts | None) -> tuple[Row, ...]:
    """What people ask about first."""
    if qc is None:
        return ()
    picture, sound = qc.get("picture") or {}, qc.get("sound") or {}
    rows = (*_picture(picture), *_sound(sound), *_moments(qc), *_file(qc))
    return tuple(row for row in rows if row.words)


def all_rows(qc: Facts | None) -> tuple[Row, ...]:
    """Everything that was measured, in the order of the keys; nested keys are joined by dots."""
    return tuple(_flat("", {key: value for key, value in (qc or {}).items() if key != "faults"}))


def loudness(qc: Facts | None) -> str:
    """Programme loudness in words; empty where none was measured."""
    return _number(((qc or {}).get("sound") or {}).get("lufs"), "LUFS")


def true_peak(qc: Facts | None) -> str:
    """True peak in words; empty where none was measured."""
    return _number(((qc or {}).get("sound") or {}).get("true_peak"), "dBTP")


def _picture(facts: Facts) -> Iterator[Row]:
    if not facts:
        return
    yield Row("Picture", f"{facts.get('width', '?')} × {facts.get('height', '?')}{_rate(facts)}")
    coding = (facts.get("codec"), facts.get("profile"), facts.get("level") and f"level {facts['level']}")
    yield Row("Picture's coding", ", ".join(str(part) for part in coding if part))


def _rate(facts: Facts) -> str:
    match facts.get("rate"):
        case [int(over), int(under)] if under:
            return f", {over / under:g} frames a second"
    return ""


def _sound(facts: Facts) -> Iterator[Row]:
    if not facts:
        return
    rate, channels = facts.get("sample_rate"), facts.get("channels")
    parts = (
        facts.get("codec"),
        rate and f"{rate / 1000:g} kHz",
        channels and {1: "mono", 2: "stereo"}.get(channels, f"{channels} channels"),
    )
    yield Row("Sound's coding", ", ".join(str(part) for part in parts if part))
    yield Row("Loudness", _number(facts.get("lufs"), "LUFS"))
    yield Row("True peak", _number(facts.get("true_peak"), "dBTP"))
    yield Row("Sound later than planned", _number(facts.get("offset_ms"), "ms"))


def _moments(qc: Facts) -> Iterator[Row]:
    for key, name in (("black", "Black"), ("frozen", "Standing still"), ("silent", "Silent")):
        if key in qc:
            yield Row(name, ", ".join(_stretch(each) for each in qc[key]) or "nowhere")
    cues = qc.get("cues") or ()
    seen = sum(1 for cue in cues if cue.get("points", 0) >= cue.get("least", 0))
    yield Row("Subtitles seen", f"{seen} of {len(cues)}" if cues else "")
    read = ", ".join(dict.fromkeys(words for moment in qc.get("qr") or () for words in moment))
    yield Row("QR code says", read)


def _file(qc: Facts) -> Iterator[Row]:
    yield Row("Container", str(qc.get("container") or ""))
    if qc.get("faststart") is not None:
        yield Row("Plays while it loads", _words(qc["faststart"]))
    if "damage" in qc:
        yield Row("Damage", "; ".join(qc["damage"]) or "none")
    yield Row("Not measured", "; ".join(qc.get("unmeasured") or ()))


def _stretch(facts: Facts) -> str:
    return f"{format_clock(facts['start_ms'])} to {format_clock(facts['end_ms'])}"


def _fault(found: Facts) -> Fault:
    at = found.get("at_ms")
    return Fault(found["message"], found.get("remedy", ""), "" if at is None else format_clock(at))


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else minus(f"{value:.1f} {unit}")


def _flat(name: str, value: Any) -> Iterator[Row]:
    """Groups and lists of groups one key at a time, everything else in one row."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}" if name else str(key), inner)
    elif _listed(value) and any(isinstance(inner, Mapping) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from _flat(f"{name} {number}", inner)
    else:
        yield Row(name, _words(value))


def _words(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if _listed(value):
        return ", ".join(_words(inner) for inner in value) or "none"
    return str(value)


def _listed(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
