"""A focus that moves, as an expression that ffmpeg works out for every frame. Pure.

Times are compared as whole numbers (frames times 1000 and ms times fps), so that a stretch that begins later
comes to exactly the same values: its frames are those of the whole.
"""

from __future__ import annotations

from hoso.protect.focus import FocusPath, Leg


def coordinate(path: FocusPath, axis: int, fps: int, counter: str) -> str:
    """x (0) or y (1) of `path` as a fraction; `counter` is the filter's name for the frame's number, from 0.

    Uses ffmpeg's registers 0 and 1.
    """
    first, last = path.knots[0], path.knots[-1]
    if len(path.knots) == 1:
        return repr(first.point[axis])
    terms = [
        f"lt(ld(0),{first.at_ms * fps})*{first.point[axis]!r}",
        *(_term(leg, fps) for leg in path.legs(axis)),
        f"gte(ld(0),{last.at_ms * fps})*{last.point[axis]!r}",
    ]
    return f"(0*st(0,{counter}*1000)+{'+'.join(terms)})"


def offset(share: str, whole: int, part: int) -> str:
    """The pixels before a window of `part` of `whole` whose middle is at the expression `share`; even."""
    return f"2*floor(clip({share}*{whole}-{part / 2!r},0,{whole - part})/2)" if whole > part else "0"


def _term(leg: Leg, fps: int) -> str:
    """The value of `leg` while it lasts, else 0."""
    start, end = leg.start_ms * fps, leg.end_ms * fps
    a, b, c, d = leg.coefficients
    value = f"(0*st(1,(ld(0)-{start})/{end - start})+{a!r}+ld(1)*({b!r}+ld(1)*({c!r}+ld(1)*{d!r})))"
    return f"gte(ld(0),{start})*lt(ld(0),{end})*{value if (b, c, d) != (0, 0, 0) else repr(a)}"
