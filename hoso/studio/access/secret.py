"""Secrets that are handed out once: the studio keeps no more than their digests."""

from __future__ import annotations

import hashlib
import secrets

BYTES = 32


def new_secret(prefix: str = "") -> str:
    """A secret nobody can guess, fit for URLs and headers."""
    return prefix + secrets.token_urlsafe(BYTES)


def digest_of(secret: str) -> str:
    """What is kept of `secret`. As it is random and long, a fast digest does."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
