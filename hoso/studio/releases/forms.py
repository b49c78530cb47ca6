"""The form of a new share link: what was typed, and the wish that it is."""

from __future__ import annotations

from typing import cast, get_args

from pydantic import BaseModel

from hoso.studio.releases.shares import DAYS, Scope, ShareRefusedError, ShareWish

WHOLE = "release:"


class ShareForm(BaseModel):
    """As it was typed."""

    version: str = ""
    what: str = WHOLE
    """A scope, a colon, and the part."""
    note: str = ""
    days: str = str(DAYS)
    most: str = ""
    passphrase: str = ""
    reason: str = ""

    def wish(self) -> ShareWish:
        """What is wished for. Raises ShareRefusedError where something is no number, or nothing to share."""
        scope, _, part = self.what.partition(":")
        if scope not in get_args(Scope):
            raise ShareRefusedError("what", "part")
        return ShareWish(
            version=self.version,
            scope=cast("Scope", scope),
            part=part,
            note=self.note,
            days=_number("days", self.days) or 0,
            most=_number("most", self.most),
            passphrase=self.passphrase,
            reason=self.reason,
        )


def _number(field: str, text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or len(text) > 9:
        raise ShareRefusedError(field, "number")
    return int(text)
