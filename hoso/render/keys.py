"""The key of a segment, and the reason why a key is new. Pure.

A key stands for all that shapes the segment's bytes' meaning: pictures, subtitles, fonts, raster and
frame rate, encoder settings, the encoder itself and the version of this recipe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoso.base.keys import digest
from hoso.channels.model import PictureProfile

RECIPE = 5
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


class SegmentKeys:
    """Makes the keys of one film's segments: what all of them share is digested once."""

    def __init__(
        self,
        fonts: tuple[str, ...],
        profile: PictureProfile,
        encoder: str,
        size: tuple[int, int] | None = None,
        every: int = 1,
    ) -> None:
        """`fonts` are the digests of the font files; they count only where there are subtitles.

        `size` is what the finished picture is scaled down to; of `every` frames the first is written.
        """
        raster = [profile.width, profile.height, profile.fps, *(size or ()), *([every] if every > 1 else ())]
        self._fonts = {False: digest(None), True: digest(fonts)}
        self._shared = {
            "raster": digest(raster),
            "encoding": digest(profile.encoding.model_dump()),
            "encoder": digest(encoder),
            "recipe": digest(RECIPE),
        }

    def of(self, pictures: object, subtitles: str | None) -> SegmentKey:
        """The key of a segment that shows `pictures`, plain data, under an ASS document or none."""
        digests = {
            "picture": digest(pictures),
            "subtitles": digest(subtitles),
            "fonts": self._fonts[subtitles is not None],
            **self._shared,
        }
        return SegmentKey(digest(digests), digests)


def reason(now: SegmentKey, before: Mapping[str, str] | None) -> str:
    """Why `now` is not in the cache, given the facets that the same place had `before`."""
    if before is None:
        return FIRST
    changed = [text for facet, text in REASONS.items() if before.get(facet) != now.facets[facet]]
    return "; ".join(changed) or GONE
