"""Both sides of a leaflet, as large as they fit. Lengths in points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from hoso.cards.qr import QUIET_ZONE, Symbol
from hoso.release.leaflet.content import LeafletContent, Passage
from hoso.release.leaflet.setting import Block, Role, TooLongError, Typesetter
from hoso.release.leaflet.sheet import HEIGHT, POINTS, SAFE, WIDTH

# Read by a torch with cold hands: nothing under 9 pt, and what matters most at twice that.
HEADING = Role(35, 18, leading=0.2)
LEAD = Role(16, 11)
GUARANTEE = Role(22, 11)
TURN_HEADING = Role(26, 16, leading=0.2)
STEP = Role(20, 11)
CONTACT_HEADING = Role(15, 11)
PHONE = Role(28, 15)
LABEL = Role(9.5, 9, bold=False)
VALUE = Role(14, 10)
SOURCE = Role(10, 9, bold=False)

SCALES = tuple(percent / 100 for percent in range(100, 54, -5))
"""What is tried, the best first."""

FREE_WIDTH = (WIDTH - 2 * SAFE) * POINTS
FREE_HEIGHT = (HEIGHT - 2 * SAFE) * POINTS

QR_SIDE = 28 * POINTS
"""The code itself, without its quiet zone. Read at arm's length it wants 25 mm or more."""
COLUMN_GAP = 7 * POINTS
"""Between the code and the words beside it: more than any quiet zone (four of at least 21 modules)."""
LOGO_HEIGHT = 8 * POINTS
LOGO_WIDTH = 24 * POINTS

FINEST_MODULE = 0.4 * POINTS
"""A telephone's camera in bad light still parts modules of this size; common advice for print."""

BADGE = 1.7
"""A step's number stands in a disc, and a guarantee behind a tick: how wide, in ems of the words."""
BADGE_GAP = 0.5

BAND_PAD = 5 * POINTS
"""From the coloured band's last words to its edge."""
LEAD_GAP = 4.5 * POINTS
LEAST_GAP = 3.5 * POINTS
"""Between two parts of a side, and between two items, where there is no room to spare."""
LINE_GAP = 2 * POINTS
"""Between what belongs together."""


@dataclass(frozen=True, slots=True)
class Front:
    """A band with the heading and the lead, the guarantees below it."""

    heading: Block
    lead: Block | None
    guarantees: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What could be shortened."""
        return (self.heading, *((self.lead,) if self.lead else ()), *self.guarantees)

    @property
    def height(self) -> float:
        """What it needs."""
        lead = LEAD_GAP + self.lead.height if self.lead else 0.0
        return self.heading.height + lead + BAND_PAD + _stacked(self.guarantees)


@dataclass(frozen=True, slots=True)
class Typed:
    """Telegram or web."""

    label: Block
    value: Block

    @property
    def height(self) -> float:
        """Both lines."""
        return self.label.height + LINE_GAP / 2 + self.value.height


@dataclass(frozen=True, slots=True)
class Back:
    """A band with a heading, the steps, how to reach us, and who that is.

    Without steps the band has the contact's heading.
    """

    heading: Block | None
    steps: tuple[Block, ...]
    contact_heading: Block | None
    phone: Block | None
    reaches: tuple[Typed, ...]
    quiet: float
    """What stays white above and below the code."""
    source: Block
    logo: bool

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What could be shortened."""
        return tuple(block for block in (self.heading, *self.steps, self.contact_heading) if block)

    @property
    def height(self) -> float:
        """What it needs."""
        band = self.heading.height + BAND_PAD if self.heading else 0.0
        return band + _stacked(self.steps) + LEAST_GAP + self.contact_height

    @property
    def contact_height(self) -> float:
        """From the rule above the contact's heading to the source's line."""
        beside = sum(typed.height for typed in self.reaches) + LEAST_GAP * max(0, len(self.reaches) - 1)
        heads = [block.height for block in (self.contact_heading, self.phone) if block]
        return (
            LEAST_GAP
            + sum(height + LEAST_GAP for height in heads[:-1])
            + sum(height + self.quiet for height in heads[-1:])
            + max(QR_SIDE, beside)
            + self.quiet
            + max(self.source.height, LOGO_HEIGHT if self.logo else 0.0)
        )


@dataclass(frozen=True, slots=True)
class Fitted:
    """Both sides."""

    front: Front
    back: Back


Side = TypeVar("Side", Front, Back)


def fit(content: LeafletContent, typesetter: Typesetter, symbol: Symbol, *, logo: bool = False) -> Fitted:
    """Both sides of `content`, each at the largest scale at which all of it fits.

    Raises TooLongError with what to shorten where something does not fit at the smallest.
    """
    module = QR_SIDE / len(symbol.rows)
    if module < FINEST_MODULE:
        raise TooLongError(content.target)
    quiet = QUIET_ZONE * module
    return Fitted(
        _largest(lambda scale: _front(content, typesetter, scale)),
        _largest(lambda scale: _back(content, typesetter, scale, quiet, logo=logo)),
    )


def _largest(draft: Callable[[float], Side]) -> Side:
    for scale in SCALES:
        try:
            side = draft(scale)
        except TooLongError as error:
            fault = error
            continue
        if side.height <= FREE_HEIGHT:
            return side
        fault = TooLongError(max(side.blocks, key=lambda block: block.height).passage)
    raise fault


def _front(content: LeafletContent, typesetter: Typesetter, scale: float) -> Front:
    lead = content.lead
    return Front(
        typesetter.block(content.heading, HEADING, scale, FREE_WIDTH),
        None if lead is None else typesetter.block(lead, LEAD, scale, FREE_WIDTH),
        _items(content.guarantees, GUARANTEE, typesetter, scale),
    )


def _back(content: LeafletContent, typesetter: Typesetter, scale: float, quiet: float, *, logo: bool) -> Back:
    def whole(passage: Passage | None, role: Role) -> Block | None:
        return None if passage is None else typesetter.block(passage, role, scale, FREE_WIDTH)

    return Back(
        heading=whole(content.steps_heading if content.steps else content.contact_heading, TURN_HEADING),
        steps=_items(content.steps, STEP, typesetter, scale),
        contact_heading=whole(content.contact_heading if content.steps else None, CONTACT_HEADING),
        phone=whole(content.phone, PHONE),
        reaches=_reaches(content, typesetter, scale),
        quiet=quiet,
        source=typesetter.block(content.source, SOURCE, scale, FREE_WIDTH - (LOGO_WIDTH + LINE_GAP) * logo),
        logo=logo,
    )


def _items(
    passages: tuple[Passage, ...], role: Role, typesetter: Typesetter, scale: float
) -> tuple[Block, ...]:
    """`passages` with room before each for its number or tick."""
    width = FREE_WIDTH - (BADGE + BADGE_GAP) * role.size(scale)
    return tuple(typesetter.block(passage, role, scale, width) for passage in passages)


def _reaches(content: LeafletContent, typesetter: Typesetter, scale: float) -> tuple[Typed, ...]:
    width = FREE_WIDTH - QR_SIDE - COLUMN_GAP
    return tuple(
        Typed(
            typesetter.block(reach.label, LABEL, scale, width),
            typesetter.block(reach.value, VALUE, scale, width),
        )
        for reach in content.reaches
    )


def _stacked(blocks: tuple[Block, ...]) -> float:
    """The items with a gap before each; an item is as much higher than its words as its badge is."""
    return sum(LEAST_GAP + block.height + (BADGE - 1) * block.size for block in blocks)
