"""Two people's changes of one text brought together, line by line."""

from __future__ import annotations


def merged(base: str, mine: str, theirs: str) -> str | None:
    """`base` with the changes of both; None where they changed the same or neighbouring lines differently."""
    from merge3 import Merge3

    ground, own, other = (text.splitlines(keepends=True) for text in (base, mine, theirs))
    lines: list[str] = []
    for kind, start, end, *_ in Merge3(ground, own, other).merge_regions():
        if kind == "conflict":
            return None
        lines += {"unchanged": ground, "same": own, "a": own, "b": other}[kind][start:end]
    return "".join(lines)
