"""An edition's layout and cues become a Film: cut, gathered and keyed, ready to encode."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from hoso.channels.model import PictureProfile
from hoso.fonts.fontconfig import environment
from hoso.media.ffmpeg import binary
from hoso.pipeline.gather import gather
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.render.encode import Film
from hoso.render.keys import SegmentKey, segment_key
from hoso.render.pictures import ScenePicture
from hoso.render.segments import Segment, cut
from hoso.render.subtitling import Burner
from hoso.render.views import facets, view
from hoso.subtitles.cues import Cue


def make_film(
    shop: Workshop, layout: Layout, cues: Sequence[Cue], profile: PictureProfile, name: str
) -> Film:
    """The film of `layout` under `cues` at `profile`. Cards and clips are drawn where they are missing."""
    language = layout.edition.subtitles
    pictures = gather(shop, layout.script, layout.timeline, language, profile)
    segments = cut(layout.timeline, cues)
    burner = make_burner(shop, layout, profile)
    encoder = Path(binary()).name
    keys = tuple(_key(segment, pictures, burner, profile, encoder) for segment in segments)
    return Film(name, segments, keys, pictures, profile, burner)


def make_burner(shop: Workshop, layout: Layout, profile: PictureProfile) -> Burner:
    """What burns the edition's subtitles into pictures of `profile`."""
    from hoso.subtitles.look.ass import ass_document

    language = layout.edition.subtitles

    def document(cues: Sequence[Cue]) -> str:
        return ass_document(cues, language, profile, shop.fonts)

    return Burner(document, shop.fonts.hashes, environment(shop.fonts))


def _key(
    segment: Segment,
    pictures: Mapping[int, ScenePicture],
    burner: Burner,
    profile: PictureProfile,
    encoder: str,
) -> SegmentKey:
    shown = [facets(view(pictures[span.scene], span)) for span in segment.spans]
    subtitles = burner.document(segment.cues) if segment.cues else None
    return segment_key(shown, subtitles, burner.fonts, profile, encoder)
