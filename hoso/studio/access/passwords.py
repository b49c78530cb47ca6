"""Passwords: what is asked of them, and argon2."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

from pwdlib import PasswordHash

from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.secret import new_secret

SHORTEST = 12
LONGEST = 200
"""Letters. NIST SP 800-63B asks for long ones and against rules of what they are made of."""

_HASHES = PasswordHash.recommended()
_turns = threading.BoundedSemaphore(2)
"""A hash takes 64 MB and a core: strangers who sign in all at once must wait for each other."""


def refuse_weak(password: str, name: str) -> None:
    """Raises RefusedError where `password` is too short, too long, or no more than the person's `name`."""
    letters = len(_plain(password))
    if letters < SHORTEST:
        raise RefusedError("password-short", least=SHORTEST)
    if letters > LONGEST:
        raise RefusedError("password-long", most=LONGEST)
    if _bare(password) == _bare(name):
        raise RefusedError("password-name")


def hashed(password: str) -> str:
    """What is kept of `password`."""
    with _turns:
        return _HASHES.hash(_plain(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether `password` is the one of the hash `kept`. Takes as long where there is none."""
    stand_in = _nobodys()
    if len(password) > LONGEST * 4:
        return False
    with _turns:
        right = _HASHES.verify(_plain(password), kept or stand_in)
    return right and kept is not None


@cache
def _nobodys() -> str:
    return _HASHES.hash(new_secret())


def _plain(password: str) -> str:
    """`password` as every keyboard and system writes it: composed, and wide letters as narrow ones."""
    return unicodedata.normalize("NFKC", password)


def _bare(text: str) -> str:
    return "".join(letter for letter in _plain(text).casefold() if letter.isalnum())
