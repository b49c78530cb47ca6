"""Draws laid-out cards with MoviePy. Heavy: imported only where something has to be drawn."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from moviepy import ColorClip, CompositeVideoClip, ImageClip, TextClip, VideoClip
from numpy.typing import NDArray
from PIL import Image, ImageFont, UnidentifiedImageError

from hoso.base.problems import HosoError
from hoso.cards import palette
from hoso.cards.card_content import CardContent, ContactCard, TitleCard
from hoso.cards.elements import Bar, Code, Disc, Element, Logo, Words
from hoso.cards.layout import lay_out
from hoso.cards.model import Box, Faces, Frame, Plate
from hoso.cards.palette import Colour
from hoso.cards.qr import QUIET_ZONE, Symbol, symbol_of
from hoso.cards.reveal import State, moments
from hoso.cards.typesetting import Typesetter

Pixels = NDArray[np.uint8]
TONES: dict[str, Colour] = {"ink": palette.INK, "muted": palette.MUTED, "accent": palette.ACCENT}
# Room around a run of type, so that no stroke is cut before we cut it to its box ourselves.
MARGIN = 8


def draw_card(
    content: CardContent, frame: Frame, faces: Faces, line_starts: Sequence[int] = ()
) -> tuple[Plate, ...]:
    """The plates of a card, the first at 0 ms; the same bytes for the same input.

    `line_starts` says when each line said begins, in ms from the scene's start (see `reveal.moments`). Raises
    HosoError where the words don't fit, a character is in no font, or the logo can't be read.
    """
    type_ = Typesetter(faces, content.language)
    symbol = symbol_of(content.target) if isinstance(content, ContactCard) else None
    logo = _logo(content.logo) if isinstance(content, TitleCard | ContactCard) and content.logo else None
    elements = lay_out(content, frame, type_, symbol=symbol, logo=logo)
    artist = Artist(type_, symbol)
    return tuple(
        Plate(moment.at_ms, artist.plate(elements, frame, moment.states))
        for moment in moments(content, line_starts)
    )


class Artist:
    """Turns elements into MoviePy clips.

    Every clip is opaque and cut to its element's box: boxes never meet, so pasting is exact, and much faster
    than blending layers of the frame's size.
    """

    def __init__(
        self, type_: Typesetter, symbol: Symbol | None = None, ground: Colour = palette.GROUND
    ) -> None:
        self._type = type_
        self._symbol = symbol
        self._ground = ground

    def plate(self, elements: Sequence[Element], frame: Frame, states: Sequence[State]) -> bytes:
        """A PNG of the frame's size."""
        ground = ColorClip((frame.width, frame.height), color=self._ground)
        clips = [clip for element in elements for clip in self.clips(element, states)]
        return png(CompositeVideoClip([ground, *clips], use_bgclip=True).get_frame(0))

    def clips(self, element: Element, states: Sequence[State]) -> list[VideoClip]:
        """The clips of one element, placed."""
        match element:
            case Words():
                return self._words(element, states)
            case Disc():
                return [_at(self._disc(element, states[element.item]), element.box)]
            case Bar():
                size = (element.box.width, element.box.height)
                return [_at(ColorClip(size, color=TONES[element.tone]), element.box)]
            case Code():
                return [_at(self._code(element), element.box)]
            case Logo():
                return [_at(self._picture(element), element.box)]

    def _words(self, words: Words, states: Sequence[State]) -> list[VideoClip]:
        colour = _word_colour(words, states)
        runs = self._type.runs(words.text, words.weight, words.size)
        clips = []
        for n, run in enumerate(runs):
            left = 0 if n == 0 else run.x
            right = words.box.width if n == len(runs) - 1 else run.x + run.advance
            clip = self._run(run.face, run.text, words, colour, (left - run.x, right - run.x))
            clips.append(clip.with_position((words.box.left + left, words.box.top)))
        return clips

    def _run(self, face: Path, text: str, words: Words, colour: Colour, across: tuple[int, int]) -> VideoClip:
        """A run, cut to `across` (pixels from its pen) and to the height of the words' box.

        The size is given, so MoviePy neither guesses nor clips: the pen starts at the margin, the baseline is
        an ascent below it.
        """
        ascent, descent = ImageFont.truetype(str(face), words.size).getmetrics()
        left, right = across
        rise, fall = words.baseline - words.box.top, words.box.bottom - words.baseline
        above, below = max(MARGIN, rise - ascent), max(MARGIN, fall - descent)
        before = max(MARGIN, -left)
        clip = TextClip(
            font=str(face),
            text=text,
            font_size=words.size,
            size=(right, ascent + descent),
            margin=(before, above, MARGIN, below),
            color=colour,
            bg_color=self._ground,
            transparent=False,
            horizontal_align="left",
            vertical_align="top",
        )
        return clip.cropped(
            x1=before + left, y1=above + ascent - rise, width=right - left, height=rise + fall
        )

    def _disc(self, disc: Disc, state: State) -> VideoClip:
        side = disc.box.width
        filled = state in {"current", "still"}
        edge = {"coming": palette.FAINT, "done": palette.MUTED}.get(state, palette.ACCENT)
        inner = palette.ACCENT if filled else self._ground
        ring = max(2, round(side * 0.045))
        outer_mask, inner_mask = _circle(side, 0), _circle(side, ring)
        ground = np.full((side, side, 3), self._ground, dtype=np.float64)
        shape = _blend(_blend(ground, edge, outer_mask), inner, inner_mask)
        digit = self._digit(disc, self._ground if filled else edge, inner)
        return CompositeVideoClip([ImageClip(np.rint(shape).astype(np.uint8)), digit], use_bgclip=True)

    def _digit(self, disc: Disc, colour: Colour, ground: Colour) -> VideoClip:
        """The number, its ink in the very middle of the circle."""
        text = str(disc.number)
        extent = self._type.ink(text, "bold", disc.size)
        side = disc.box.width
        left, top = (side - extent.width) // 2, (side - extent.rise - extent.fall) // 2
        box = Box(left, top, left + extent.width, top + extent.rise + extent.fall)
        words = Words(text, "bold", disc.size, top + extent.rise, box)
        run = self._type.runs(text, "bold", disc.size)[0]
        artist = Artist(self._type, ground=ground)
        return _at(artist._run(run.face, text, words, colour, (-run.x, extent.width - run.x)), box)

    def _code(self, code: Code) -> VideoClip:
        if self._symbol is None:
            raise ValueError("no QR code was given")
        dark = np.pad(np.array(self._symbol.rows, dtype=bool), QUIET_ZONE)
        dark = dark.repeat(code.module, axis=0).repeat(code.module, axis=1)
        return ImageClip(np.where(dark[..., None], palette.QR_DARK, palette.QR_LIGHT).astype(np.uint8))

    def _picture(self, logo: Logo) -> VideoClip:
        with Image.open(logo.path) as picture:
            picture.load()
            full = picture.convert("RGBA")
        ground = Image.new("RGBA", full.size, (*self._ground, 255))
        flat = Image.alpha_composite(ground, full).convert("RGB")
        size = (logo.box.width, logo.box.height)
        return ImageClip(np.asarray(flat.resize(size, Image.Resampling.LANCZOS)))


def png(pixels: Pixels) -> bytes:
    """`pixels` (height, width, 3 or 4 of uint8) as a PNG."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=3)
    return file.getvalue()


def _at(clip: VideoClip, box: Box) -> VideoClip:
    return clip.with_position((box.left, box.top))


def _word_colour(words: Words, states: Sequence[State]) -> Colour:
    if words.item is None:
        return TONES[words.tone]
    return {"coming": palette.FAINT, "done": palette.MUTED}.get(states[words.item], palette.INK)


def _circle(side: int, inset: int) -> NDArray[np.float64]:
    """How much of each pixel a circle covers, 0 to 1."""
    middle = (side - 1) / 2
    along = np.arange(side) - middle
    cover: NDArray[np.float64] = np.clip(
        side / 2 - inset - np.hypot(along[:, None], along[None, :]) + 0.5, 0, 1
    )
    return cover


def _blend(under: NDArray[np.float64], colour: Colour, mask: NDArray[np.float64]) -> NDArray[np.float64]:
    cover = mask[..., None]
    mixed: NDArray[np.float64] = under * (1 - cover) + np.array(colour, dtype=np.float64) * cover
    return mixed


def _logo(path: Path) -> Logo:
    try:
        with Image.open(path) as picture:
            width, height = picture.size
    except FileNotFoundError:
        raise HosoError(
            "The logo is missing", "Put it there or correct logo: in hoso.yaml.", path=path
        ) from None
    except (UnidentifiedImageError, OSError) as error:
        raise HosoError(f"The logo can't be read: {error}", "Use a PNG or JPEG picture.", path=path) from None
    return Logo(path, Box(0, 0, width, height))
