"""The draft of a picture profile: quick to make, right in shape."""

from __future__ import annotations

from hoso.channels.model import AnyEncoding, Encoding, PictureProfile, SafeArea

DRAFT_PRESET = "ultrafast"
DRAFT_CRF = 30
DRAFT_QUANTISER = 12
"""About as coarse as x264's `DRAFT_CRF`."""
PROXY_SIDE = 360
"""The shorter side of a working picture."""
PROXY = Encoding(profile="baseline", level="4.0", preset="ultrafast", crf=28, bframes=0, gop_ms=400)
"""Small, quick to make, and quick to move about in: five key frames in two seconds."""
LEAST_SAFE_WIDTH = 500
"""Narrower safe areas are not halved: a contact card with its QR code would no longer fit."""


def draft(profile: PictureProfile) -> PictureProfile:
    """`profile` at half its width and height (even numbers), encoded fast and coarsely. Pure.

    GOP, frame rate, codec and its profile stay, so that cuts and lengths are those of the real thing. Type
    keeps its share of the height; the scaled safe area never reaches beyond the original one. A profile with
    little room keeps its size.
    """
    safe = profile.safe
    width, height = profile.width, profile.height
    if safe.width >= LEAST_SAFE_WIDTH:
        width, height = _half_even(width), _half_even(height)
    scaled = SafeArea(
        left=-(-safe.left * width // profile.width),
        top=-(-safe.top * height // profile.height),
        right=safe.right * width // profile.width,
        bottom=safe.bottom * height // profile.height,
    )
    changes = {
        "name": f"{profile.name}-draft",
        "width": width,
        "height": height,
        "safe": scaled,
        "encoding": _hasty(profile.encoding),
    }
    return profile.model_copy(update=changes)


def proxy(profile: PictureProfile) -> tuple[PictureProfile, tuple[int, int]]:
    """`profile` encoded for working with, and the size to scale its finished picture to. Pure.

    The picture is laid out on the full raster and scaled down as a whole, so that it is the same picture.
    """
    shrink = min(1.0, PROXY_SIDE / min(profile.width, profile.height))
    size = _even(profile.width * shrink), _even(profile.height * shrink)
    return profile.model_copy(update={"name": f"{profile.name}-proxy", "encoding": PROXY}), size


def _hasty(encoding: AnyEncoding) -> AnyEncoding:
    if isinstance(encoding, Encoding):
        return encoding.model_copy(update={"preset": DRAFT_PRESET, "crf": DRAFT_CRF})
    return encoding.model_copy(update={"quantiser": DRAFT_QUANTISER})


def _half_even(size: int) -> int:
    return _even(size / 2)


def _even(size: float) -> int:
    return max(2, round(size / 2) * 2)
