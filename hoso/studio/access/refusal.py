"""What can't be done with accounts, said in anybody's language."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from hoso.base.problems import InputError, Problem
from hoso.studio.web.words import Dictionary, Say


class RefusedError(InputError):
    """Something asked of accounts can't be.

    `<prefix>-<key>` of the words says what is wrong, `<prefix>-<key>-do` what to do about it; where another
    area refuses something, they begin with its own `prefix`.
    """

    prefix: ClassVar[str] = "access-refused"

    def __init__(self, key: str, **values: str | int) -> None:
        self.key = key
        self.values = values
        super().__init__([Problem(self.told(_english()), self.remedy(_english()))])

    def told(self, say: Say) -> str:
        """What is wrong."""
        return say(f"{self.prefix}-{self.key}", **self.values)

    def remedy(self, say: Say) -> str:
        """What to do about it."""
        return say(f"{self.prefix}-{self.key}-do", **self.values)


@cache
def _english() -> Say:
    return Dictionary().say("en")
