"""An edition's layout and cues become a Film: cut, gathered and keyed, ready to encode."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from hoso.base.clock import STEP_MS, frames
from hoso.base.languages import Language
from hoso.channels.draft import proxy
from hoso.channels.model import PictureProfile
from hoso.fonts.fontconfig import environment
from hoso.media.ffmpeg import binary
from hoso.pipeline.captioning import captions_of, styles_of
from hoso.pipeline.gather import gather
from hoso.pipeline.layout import Layout
from hoso.pipeline.workshop import Workshop
from hoso.render.encode import Film
from hoso.render.keys import SegmentKey, SegmentKeys
from hoso.render.pictures import ScenePicture
from hoso.render.segments import Segment, cut, grid_ms
from hoso.render.subtitling import Burner
from hoso.render.views import facets, view
from hoso.styles.model import Style
from hoso.subtitles.cues import Cue

Small = Literal["whole", "sparse"]


def make_film(
    shop: Workshop,
    layout: Layout,
    cues: Mapping[Language, Sequence[Cue]],
    profile: PictureProfile,
    name: str,
    small: Small | None = None,
) -> Film:
    """The film of `layout` under `cues` (of each of the edition's languages) at `profile`.

    A `small` one is laid out and cut like that, but written as small as one to work with: `whole`, or
    `sparse`, a frame every `STEP_MS`. Cards and clips are drawn where they are missing.
    """
    message, languages = layout.script.message, layout.edition.languages
    written, size = proxy(profile) if small else (profile, None)
    every = frames(STEP_MS, profile.fps) if small == "sparse" else 1
    styles = styles_of(shop.project, message)
    pictures = gather(shop, layout, profile, styles)
    captions = captions_of(cues, languages, message, layout.timeline)
    segments = cut(layout.timeline, captions, grid_ms(profile.encoding.gop_ms))
    burner = make_burner(shop, written, styles)
    keys = SegmentKeys(burner.fonts, written, Path(binary()).name, size, every)
    made = tuple(_key(segment, pictures, burner, keys) for segment in segments)
    return Film(name, segments, made, pictures, written, burner, size, every)


def make_burner(shop: Workshop, profile: PictureProfile, styles: Mapping[str, Style]) -> Burner:
    """What burns captions in `styles` into pictures of `profile`."""
    from hoso.subtitles.look.ass import Painter

    painter = Painter(profile, shop.fonts, styles)
    return Burner(painter.document, shop.fonts.hashes, environment(shop.fonts))


def _key(
    segment: Segment, pictures: Mapping[int, ScenePicture], burner: Burner, keys: SegmentKeys
) -> SegmentKey:
    shown = [facets(view(pictures[span.scene], span)) for span in segment.spans]
    return keys.of(shown, burner.document(segment.captions) if segment.captions else None)
