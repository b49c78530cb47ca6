"""Scripts and editors' files for the merge's tests: made by rule, or at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from hoso.subtitles.cues import Cue, CuedLine, cues_of

STEP = 1000


def line(key: str, start_ms: int, *texts: str, length_ms: int = STEP) -> CuedLine:
    """A line with one cue for each of `texts`, of `length_ms` each."""
    cues = tuple(
        Cue(start_ms + number * length_ms, start_ms + (number + 1) * length_ms - 80, text)
        for number, text in enumerate(texts)
    )
    return CuedLine(key, start_ms, start_ms + len(texts) * length_ms, "take", (), cues)


WORDS = st.sampled_from(
    ["살아서", "집으로", "돌아가십시오", "무기를", "버리고", "손을", "드십시오", "여러분", "음식과", "잠자리"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@st.composite
def scripts(draw: st.DrawFn) -> tuple[CuedLine, ...]:
    """Up to six lines of up to three cues."""
    at, lines = 0, []
    for number in range(draw(st.integers(1, 6))):
        texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
        made = line(f"l{number}", at, *texts, length_ms=draw(st.sampled_from([900, 1000, 1700])))
        lines.append(made)
        at = made.end_ms + draw(st.sampled_from([0, 300, 1200]))
    return tuple(lines)


@st.composite
def rewritten(draw: st.DrawFn, before: Sequence[CuedLine]) -> tuple[CuedLine, ...]:
    """`before` after an author's work: lines reworded, dropped, moved, added, spoken at another pace."""
    keys = [entry.key for entry in before if draw(st.integers(0, 9))]
    if draw(st.integers(0, 3)) == 0:
        keys = list(draw(st.permutations(keys)))
    if draw(st.integers(0, 2)) == 0:
        keys.insert(draw(st.integers(0, len(keys))), "fresh")
    was = {entry.key: entry for entry in before}
    at, lines = draw(st.sampled_from([0, 400])), []
    for key in keys:
        texts = [cue.text for cue in was[key].cues] if key in was else ["새로운 말"]
        if draw(st.integers(0, 3)) == 0:
            texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
        made = line(key, at, *texts, length_ms=draw(st.sampled_from([900, 1000, 1300])))
        lines.append(made)
        at = made.end_ms + 300
    return tuple(lines)


@st.composite
def edits(draw: st.DrawFn, before: Sequence[CuedLine]) -> tuple[Cue, ...]:
    """An editor's file: cues of `before` nudged, reworded, split, joined, deleted, added."""
    cues: list[Cue] = []
    waiting = list(cues_of(before))
    while waiting:
        cue = waiting.pop(0)
        match draw(st.sampled_from(["keep", "keep", "nudge", "words", "split", "join", "delete", "add"])):
            case "keep":
                cues.append(cue)
            case "nudge":
                by = draw(st.integers(-70, 70))
                cues.append(replace(cue, start_ms=max(0, cue.start_ms + by), end_ms=cue.end_ms + by // 2))
            case "words":
                cues.append(replace(cue, text=f"{cue.text} {draw(WORDS)}"))
            case "split":
                middle = (cue.start_ms + cue.end_ms) // 2
                first, _, rest = cue.text.partition(" ")
                cues += [
                    replace(cue, end_ms=middle, text=first),
                    replace(cue, start_ms=middle, text=rest or "끝"),
                ]
            case "join" if waiting:
                after = waiting.pop(0)
                cues.append(Cue(cue.start_ms, after.end_ms, f"{cue.text} {after.text}"))
            case "delete":
                pass
            case _:
                cues += [cue, Cue(cue.end_ms, cue.end_ms + 60, "덧붙인 말")]
    return tuple(cues)
