"""What can't be done with accounts, said in anybody's language."""

from __future__ import annotations

from functools import cache

from hoso.base.problems import InputError, Problem
from hoso.studio.web.words import Dictionary, Say


class RefusedError(InputError):
    """Something asked of accounts can't be.

    `refused-<key>` of the words says what is wrong, `refused-<key>-do` what to do about it.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        self.key = key
        self.values = values
        super().__init__([Problem(self.told(_english()), self.remedy(_english()))])

    def told(self, say: Say) -> str:
        """What is wrong."""
        return say(f"refused-{self.key}", **self.values)

    def remedy(self, say: Say) -> str:
        """What to do about it."""
        return say(f"refused-{self.key}-do", **self.values)


@cache
def _english() -> Say:
    return Dictionary().say("en")
