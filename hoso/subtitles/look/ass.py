"""Captions as an ASS document: the very text that is burned in, and that the browser shows.

Every event has an explicit position and explicit line breaks, so nothing depends on what was drawn before.
Imported lazily: it loads pysubs2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pysubs2

from hoso.base.languages import Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.fonts.recipes import LINE_HEIGHT, families
from hoso.styles.model import Look, Style, shape_of
from hoso.subtitles.look.captions import Caption, Slot
from hoso.subtitles.look.fading import stays
from hoso.subtitles.look.layout import Anchor, Layout, anchor, lay_out, type_size, width
from hoso.subtitles.look.lettering import alpha, letter
from hoso.subtitles.look.plate import draw, plate

_PLATES, _LETTERS = 0, 1
"""Layers: letters are drawn over plates."""


MOST_DRAWN = 20_000
"""Captions whose drawing is remembered; where there are more it is all forgotten."""

_Drawing = tuple[tuple[int, str], ...]
"""What is drawn as long as a caption is seen: layers and the text of their events."""


class Painter:
    """Draws captions into pictures of one profile; it remembers how a text is drawn, whatever its times."""

    def __init__(self, profile: PictureProfile, fontset: FontSet, styles: Mapping[str, Style]) -> None:
        """`styles` has the captions' styles by name."""
        shape = shape_of(profile)
        self._profile = profile
        self._fontset = fontset
        self._looks = {name: style.look(shape) for name, style in styles.items()}
        self._drawn: dict[tuple[str, str, Language, str, Slot], _Drawing] = {}

    def document(self, captions: Sequence[Caption]) -> str:
        """`captions` as ASS text: the same for the same input, everywhere.

        Times count from a frame of the picture, and none may be negative (ValueError). A caption too short
        for a frame is left out.
        """
        if any(caption.start_ms < 0 for caption in captions):
            raise ValueError("a cue begins before the picture does")
        document = pysubs2.SSAFile()
        document.info.clear()
        document.info.update(_info(self._profile))
        kinds = sorted({(caption.style, caption.language, caption.slot) for caption in captions})
        document.styles = {
            _kind(style, language, slot): _style(language, self._profile, self._looks[style], slot)
            for style, language, slot in kinds
        }
        document.events.extend(event for caption in captions for event in self._events(caption))
        return document.to_string("ass", header_notice="")

    def _events(self, caption: Caption) -> Iterator[pysubs2.SSAEvent]:
        fps = self._profile.fps
        kind = _kind(caption.style, caption.language, caption.slot)
        drawing = self._drawing(caption)
        for stay in stays(caption, self._looks[caption.style], fps) if drawing else ():
            for layer, text in drawing:
                yield pysubs2.SSAEvent(
                    start=_before(stay.start, fps),
                    end=_before(stay.end, fps),
                    style=kind,
                    layer=layer,
                    name=caption.mark,
                    text=_faded(text, stay.opacity),
                )

    def _drawing(self, caption: Caption) -> _Drawing:
        key = caption.text, caption.label, caption.language, caption.style, caption.slot
        drawing = self._drawn.get(key)
        if drawing is None:
            if len(self._drawn) >= MOST_DRAWN:
                self._drawn.clear()
            look = self._looks[caption.style]
            drawing = self._drawn[key] = tuple(_draw(caption, self._profile, self._fontset, look))
        return drawing


def _info(profile: PictureProfile) -> dict[str, str]:
    return {
        "ScriptType": "v4.00+",
        "PlayResX": str(profile.width),
        "PlayResY": str(profile.height),
        "LayoutResX": str(profile.width),
        "LayoutResY": str(profile.height),
        "WrapStyle": "2",
        "ScaledBorderAndShadow": "yes",
        "YCbCr Matrix": "TV.709",
    }


def _kind(style: str, language: Language, slot: Slot) -> str:
    return f"{style} {language}" if slot == "only" else f"{style} {language} {slot}"


def _style(language: Language, profile: PictureProfile, look: Look, slot: Slot) -> pysubs2.SSAStyle:
    em = type_size(profile, language, look, slot)
    return pysubs2.SSAStyle(
        fontname=families(language)[0],
        fontsize=round(em * LINE_HEIGHT, 1),
        primarycolor=_colour(look.fill),
        secondarycolor=_colour(look.fill),
        outlinecolor=_colour(look.outline.colour),
        backcolor=_colour(look.outline.colour, alpha(look.shadow.opacity)),
        bold=look.bold,
        outline=round(em * look.outline.width, 1),
        shadow=round(em * look.shadow.distance, 1),
        alignment=pysubs2.Alignment.BOTTOM_CENTER,
        marginl=0,
        marginr=0,
        marginv=0,
    )


def _draw(
    caption: Caption, profile: PictureProfile, fontset: FontSet, look: Look
) -> Iterator[tuple[int, str]]:
    language, slot = caption.language, caption.slot
    layout = lay_out(caption.text, language, profile, fontset, look, slot)
    if not layout.lines:
        return
    where = anchor(profile, language, look, slot)
    if look.box is not None:
        made = plate(layout, width(layout, language, fontset, look), where, look.box)
        yield _PLATES, draw(made, look.box)
    letters = _tags(layout, where, type_size(profile, language, look, slot), look)
    yield _LETTERS, letters + letter(layout.lines, caption.label, language, fontset, look)


def _tags(layout: Layout, where: Anchor, usual: float, look: Look) -> str:
    """What stands before a caption's letters; sizes only where they are not the `usual` em's."""
    em = layout.size
    tags = f"\\an{8 if where.hangs else 2}\\pos({where.x},{where.y})\\blur{em * look.outline.blur:.1f}"
    if em != usual:
        outline, shadow = em * look.outline.width, em * look.shadow.distance
        tags += f"\\fs{em * LINE_HEIGHT:.1f}\\bord{outline:.1f}\\shad{shadow:.1f}"
    return f"{{{tags}}}"


def _faded(text: str, opacity: float) -> str:
    """`text` at an opacity that does not change with time: all of the fade's times are 0."""
    if opacity == 1:
        return text
    level = alpha(opacity)
    return f"{{\\fade({level},{level},{level},0,0,0,0)}}{text}"


def _before(frame: int, fps: int) -> int:
    """ms halfway between `frame` and the one before, in ASS's steps of 10 ms.

    Clear of both frames at every frame rate (at 60 fps by 3 ms), so that no renderer's rounding matters.
    """
    return max(0, (100 * (2 * frame - 1) + fps) // (2 * fps)) * 10


def _colour(rgb: str, transparency: int = 0) -> pysubs2.Color:
    red, green, blue = (int(rgb[at : at + 2], 16) for at in (1, 3, 5))
    return pysubs2.Color(red, green, blue, transparency)
