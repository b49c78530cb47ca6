"""A line with a cue's times: `00:00:01,000 --> 00:00:02,500`, and what people write for it. Pure.

Repairs are made to the text: what a time is worth in milliseconds is for the libraries to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TIME = (
    r"(?P<sign{0}>[-−])?\s*(?:(?P<h{0}>[0-9]{{1,4}})\s*[:：]\s*)?(?P<m{0}>[0-9]{{1,2}})\s*[:：]\s*(?P<s{0}>[0-9]{{1,2}})"
    r"(?:\s*(?P<point{0}>[,.;:，．])\s*(?P<f{0}>[0-9]{{1,9}}))?"
)
_ARROW = r"(?P<arrow>[-=–—−~]{1,3} ?[>＞]{1,2}|[→⇒➔➜]|[-–—~]{1,3})"
_LOOSE = re.compile(rf"\s*{_TIME.format(1)}\s*{_ARROW}\s*{_TIME.format(2)}(?P<tail>\s+\S.*|\s*)")
_CLOCK = "[0-9]{2,4}:[0-5][0-9]:[0-5][0-9]"
_CLEAN = re.compile(rf"({_CLOCK})([,.])([0-9]{{3}}) --> ({_CLOCK})\2([0-9]{{3}})")
_MEANT = re.compile(r"\s*[-−]?[0-9][-−0-9:.,;：\s]*[-=–—]{1,3} ?>.*")
_SETTING = re.compile(r"(?:[XYxy][12]:\s*-?[0-9]+|(?:align|line|position|size|vertical|region):\S+)")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]")

COMMA = "a comma before the milliseconds is read as a dot"
DOT = "a dot before the milliseconds is read as a comma"
NO_HOURS = "times without hours are read as minutes and seconds"


@dataclass(frozen=True, slots=True)
class Timing:
    """What one such line says."""

    start: str
    """`hh:mm:ss,mmm`."""
    end: str
    oddities: tuple[str, ...]
    """What may be wrong with them, in words: COMMA is right in SubRip, DOT and NO_HOURS in WebVTT."""
    early: str
    """The start as written, where it is before the video begins; `start` is 0 then."""
    settings: str
    """A place in the picture that follows the times, as SubRip's X1: or WebVTT's align: does."""
    words: str
    """Anything else that follows them."""
    certain: bool
    """Whether it has both times to the millisecond, so that it can't be words."""
    typed: bool
    """Whether its arrow is one that only times have, made of ASCII."""


@lru_cache(maxsize=16_384)
def parse_timing(line: str) -> Timing | None:
    """What `line` says, or None where it has no two times with an arrow between them, or impossible ones."""
    clean = _CLEAN.fullmatch(line)
    if clean:
        start, end = f"{clean[1]},{clean[3]}", f"{clean[4]},{clean[5]}"
        odd = COMMA if clean[2] == "," else DOT
        return Timing(start, end, (odd,), "", "", "", certain=True, typed=True)
    if ":" not in line and "：" not in line:
        return None
    found = _LOOSE.fullmatch(_INVISIBLE.sub("", line))
    return _read(found) if found and _possible(found) else None


def is_meant(line: str) -> bool:
    """Whether `line` begins as times do and has an arrow: somebody meant times."""
    return bool(_MEANT.fullmatch(line))


def _possible(found: re.Match[str]) -> bool:
    """Whether the times have at most 59 minutes and seconds, and no frames; and a mere dash full times."""
    for side in "12":
        hours, minutes, seconds, point, fraction = (
            found[name + side] for name in ("h", "m", "s", "point", "f")
        )
        if int(seconds) > 59 or (hours and int(minutes) > 59) or (point == ":" and len(fraction) != 3):
            return False
    return bool(_certain(found) or not re.fullmatch("[-–—~]+", found["arrow"])) and not found["sign2"]


def _certain(found: re.Match[str]) -> bool:
    return all(found[name + side] for name in "hf" for side in "12")


def _read(found: re.Match[str]) -> Timing:
    tail = found["tail"].strip()
    settings = " ".join(_SETTING.findall(tail))
    early = f"-{_clean(found, '1')}" if found["sign1"] else ""
    return Timing(
        start="00:00:00,000" if early else _clean(found, "1"),
        end=_clean(found, "2"),
        oddities=tuple(dict.fromkeys(_oddities(found))),
        early=early,
        settings=settings,
        words=" ".join(_SETTING.sub("", tail).split()),
        certain=_certain(found),
        typed=found["arrow"].isascii(),
    )


def _clean(found: re.Match[str], side: str) -> str:
    hours, minutes, seconds, fraction = (found[name + side] or "" for name in "hmsf")
    return f"{hours:0>2}:{minutes:0>2}:{seconds:0>2},{fraction[:3]:0<3}"


def _oddities(found: re.Match[str]) -> list[str]:
    """What is not as it should be in the times, in words."""
    odd = []
    if found["arrow"] != "-->":
        odd.append(f"“{found['arrow']}” is read as the arrow “-->”")
    for side in "12":
        hours, point, fraction = (found[name + side] for name in ("h", "point", "f"))
        if hours is None:
            odd.append(NO_HOURS)
        if fraction is None:
            odd.append("times without milliseconds are read as whole seconds")
        elif len(fraction) != 3:
            odd.append("milliseconds that have not three digits are read as a decimal fraction of a second")
        if point in (".", ","):
            odd.append(DOT if point == "." else COMMA)
        elif point:
            odd.append(f"“{point}” before the milliseconds is read as a comma")
        if any(len(found[name + side] or "00") < 2 for name in "hms"):
            odd.append("times with digits left out are read")
    times = found[0][: found.start("tail")].strip()
    if "：" in times or not re.fullmatch(r"\S+\s*\S+\s*\S+", times):
        odd.append("times with spaces or wide colons in them are read")
    return odd
