"""The key of a segment, and the reason why a key is new. Pure.

A key stands for all that shapes the segment's bytes' meaning: pictures, subtitles, fonts, raster and
frame rate, encoder settings, the encoder itself and the version of this recipe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoso.base.keys import digest
from hoso.channels.model import PictureProfile

RECIPE = 2
"""Counted up when the same facets would be drawn otherwise."""

REASONS: dict[str, str] = {
    "picture": "what the scene shows here has changed",
    "subtitles": "a subtitle here has changed",
    "fonts": "the fonts have changed",
    "raster": "the channel's picture size or frame rate has changed",
    "encoding": "the encoder's settings have changed",
    "encoder": "another ffmpeg is installed",
    "recipe": "this version of hoso draws it otherwise",
}
FIRST = "rendered for the first time"
GONE = "its file was removed from the cache"


@dataclass(frozen=True, slots=True)
class SegmentKey:
    """A segment's key and the digests of its facets, by which two keys are compared."""

    key: str
    facets: Mapping[str, str]


def segment_key(
    pictures: object,
    subtitles: str | None,
    fonts: tuple[str, ...],
    profile: PictureProfile,
    encoder: str,
    size: tuple[int, int] | None = None,
) -> SegmentKey:
    """The key of a segment that shows `pictures` (plain data of its views) under an ASS document, or none.

    `fonts` are the digests of the font files; they count only where there are subtitles. `size` is what the
    finished picture is scaled down to.
    """
    parts: dict[str, object] = {
        "picture": pictures,
        "subtitles": subtitles,
        "fonts": fonts if subtitles is not None else None,
        "raster": [profile.width, profile.height, profile.fps, *(size or ())],
        "encoding": profile.encoding.model_dump(),
        "encoder": encoder,
        "recipe": RECIPE,
    }
    digests = {facet: digest(part) for facet, part in parts.items()}
    return SegmentKey(digest(digests), digests)


def reason(now: SegmentKey, before: Mapping[str, str] | None) -> str:
    """Why `now` is not in the cache, given the facets that the same place had `before`."""
    if before is None:
        return FIRST
    changed = [text for facet, text in REASONS.items() if before.get(facet) != now.facets[facet]]
    return "; ".join(changed) or GONE
