"""QR codes by segno."""

from __future__ import annotations

from dataclasses import dataclass

import segno

# ISO/IEC 18004: four light modules on every side.
QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code: rows of modules (True is dark) without the quiet zone."""

    text: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules across, with the quiet zone."""
        return len(self.rows) + 2 * QUIET_ZONE


def symbol_of(text: str) -> Symbol:
    """The QR code that says `text`, at error correction M or, where it costs no room, better."""
    code = segno.make_qr(text, error="m", boost_error=True)
    return Symbol(text, tuple(tuple(bool(module) for module in row) for row in code.matrix))
