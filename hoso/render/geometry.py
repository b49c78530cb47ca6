"""Which part of a source fills the raster. Pure arithmetic, in pixels of the source as decoded and turned."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from hoso.media.probe import MediaInfo


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels from the top left; all even, as 4:2:0 wants."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels across and down, both even."""

    width: int
    height: int


def crop_to(info: MediaInfo, raster: Size, focus: tuple[float, float]) -> Rect:
    """The largest part of the source with the raster's shape, with `focus` as near its middle as can be."""
    wanted = raster.width / raster.height / (info.sar_num / info.sar_den)
    if info.width / info.height > wanted:
        width, height = _even(info.height * wanted, info.width), _even(info.height, info.height)
    else:
        width, height = _even(info.width, info.width), _even(info.width / wanted, info.height)
    return Rect(
        _near(focus[0] * info.width - width / 2, info.width - width),
        _near(focus[1] * info.height - height / 2, info.height - height),
        width,
        height,
    )


def shown_share(info: MediaInfo, raster: Size) -> tuple[float, float]:
    """Which part of the source's width and height a crop to the raster shows; one of them is 1.

    Where no more than two lines of the raster are cut off, both are: there is nowhere to move to.
    """
    whole = cover(info, raster)
    across, down = raster.width / whole.width, raster.height / whole.height
    return (
        across if whole.width - raster.width > 2 else 1.0,
        down if whole.height - raster.height > 2 else 1.0,
    )


def cover(info: MediaInfo, raster: Size) -> Size:
    """The least size of the whole source, with square pixels, that leaves nothing of the raster bare."""
    if info.aspect > raster.width / raster.height:
        return Size(max(raster.width, _even_above(raster.height * info.aspect)), raster.height)
    return Size(raster.width, max(raster.height, _even_above(raster.width / info.aspect)))


def fit_within(info: MediaInfo, raster: Size) -> Size:
    """The size of the whole source inside the raster, with square pixels."""
    if info.aspect > raster.width / raster.height:
        return Size(raster.width, _even(raster.width / info.aspect, raster.height))
    return Size(_even(raster.height * info.aspect, raster.width), raster.height)


def _even(value: float, most: int) -> int:
    """The nearest even number from 2 to `most`."""
    return max(2, min(round(value / 2), most // 2) * 2)


def _even_above(value: float) -> int:
    """The least even number that is not under `value`."""
    return ceil(round(value / 2, 6)) * 2


def _near(wanted: float, most: int) -> int:
    return int(min(max(0.0, wanted), most) / 2) * 2
