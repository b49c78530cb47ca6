"""A channel in a few words, for lists: in a terminal and in docs/channels.md. Pure.

`?` follows what nobody has verified; a limit that nobody states is an empty text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hoso.channels.catalog import Catalog
from hoso.channels.facts import Fact, facts
from hoso.channels.model import Channel


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a channel."""

    name: str
    title: str
    picture: str
    """The profile and its raster; empty where the channel is only heard."""
    files: str
    length: str
    size: str
    caption: str
    unverified: str
    """How many of how many facts."""


def summarise(catalog: Catalog, channel: Channel) -> Summary:
    """`channel`, with the raster of its picture profile. Raises InputError where that profile is wrong."""
    known = [fact.verified for _, fact in facts(channel)]
    return Summary(
        name=channel.name,
        title=channel.title,
        picture=_picture(catalog, channel),
        files=", ".join(channel.formats),
        length=_length(channel),
        size=_size(channel),
        caption=_caption(channel),
        unverified=f"{known.count(False)} of {len(known)}",
    )


def _picture(catalog: Catalog, channel: Channel) -> str:
    if channel.picture is None:
        return ""
    profile = catalog.picture(channel)
    return f"{profile.name} {_marked(channel.picture, lambda _: f'{profile.width}x{profile.height}')}"


def _length(channel: Channel) -> str:
    least = _marked(channel.min_seconds, _time)
    most = _marked(channel.max_seconds, _time)
    if least and most:
        return f"{least} to {most}"
    return f"from {least}" if least else most and f"to {most}"


def _size(channel: Channel) -> str:
    most, aim = _marked(channel.max_bytes, _bytes), _marked(channel.target_bytes, _bytes)
    return most or (aim and f"aim {aim}")


def _caption(channel: Channel) -> str:
    if channel.takes_caption is not None and not channel.takes_caption.value:
        return _marked(channel.takes_caption, lambda _: "none")
    return _marked(channel.caption_units or channel.title_units, lambda value: f"{value:g}")


def _time(seconds: float) -> str:
    hours, minutes = seconds / 3600, seconds / 60
    if hours >= 1 and hours.is_integer():
        return f"{hours:g} h"
    return f"{minutes:g} min" if minutes > 2 and minutes.is_integer() else f"{seconds:g} s"


def _bytes(size: int) -> str:
    return f"{size / 1e9:g} GB" if size >= 1e9 else f"{size / 1e6:g} MB"


def _marked(fact: Fact[Any] | None, show: Callable[[Any], str]) -> str:
    if fact is None:
        return ""
    return show(fact.value) + ("" if fact.verified else " ?")
