"""An edition's layout and cues become a Film: cut, gathered and keyed, ready to encode."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.fontconfig import environment
from hoso.media.ffmpeg import binary
from hoso.pipeline.captioning import captions_of, styles_of
from hoso.pipeline.gather import gather
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.render.encode import Film
from hoso.render.keys import SegmentKey, segment_key
from hoso.render.pictures import ScenePicture
from hoso.render.segments import Segment, cut
from hoso.render.subtitling import Burner
from hoso.render.views import facets, view
from hoso.styles.model import Style
from hoso.subtitles.cues import Cue


def make_film(
    shop: Workshop,
    layout: Layout,
    cues: Mapping[Language, Sequence[Cue]],
    profile: PictureProfile,
    name: str,
    size: tuple[int, int] | None = None,
) -> Film:
    """The film of `layout` under `cues` (of each of the edition's languages) at `profile`, scaled to `size`.

    Cards and clips are drawn where they are missing.
    """
    message, languages = layout.script.message, layout.edition.languages
    styles = styles_of(shop.project, message)
    pictures = gather(shop, layout, profile, styles)
    segments = cut(layout.timeline, captions_of(cues, languages, message, layout.timeline))
    burner = make_burner(shop, profile, styles)
    encoder = Path(binary()).name
    keys = tuple(_key(segment, pictures, burner, profile, encoder, size) for segment in segments)
    return Film(name, segments, keys, pictures, profile, burner, size)


def make_burner(shop: Workshop, profile: PictureProfile, styles: Mapping[str, Style]) -> Burner:
    """What burns captions in `styles` into pictures of `profile`."""
    from hoso.subtitles.look.ass import Painter

    painter = Painter(profile, shop.fonts, styles)
    return Burner(painter.document, shop.fonts.hashes, environment(shop.fonts))


def _key(
    segment: Segment,
    pictures: Mapping[int, ScenePicture],
    burner: Burner,
    profile: PictureProfile,
    encoder: str,
    size: tuple[int, int] | None,
) -> SegmentKey:
    shown = [facets(view(pictures[span.scene], span)) for span in segment.spans]
    subtitles = burner.document(segment.captions) if segment.captions else None
    return segment_key(shown, subtitles, burner.fonts, profile, encoder, size)
