"""A caption's file taken apart again: what is pasted where, and how long it is there. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hoso.channels.model import Channel
from hoso.release.counting import units


@dataclass(frozen=True, slots=True)
class Post:
    """A text to paste; `units` long as its channel counts, which takes `limit` (None: nobody states one)."""

    kind: Literal["title", "text"]
    text: str
    units: int
    limit: int | None


def posts(caption: str, channel: Channel | None) -> tuple[Post, ...]:
    """What a caption's file holds: the title where the channel has one beside the text, and the text.

    `channel` is None where there is no such channel any more: then all of it is the text.
    """
    text = caption.removesuffix("\n")
    if channel is None or channel.title_units is None:
        return (_post("text", text, channel),)
    if channel.caption_units is None:
        return (_post("title", text, channel),)
    title, _, rest = text.partition("\n\n")
    return (_post("title", title, channel), _post("text", rest, channel))


def _post(kind: Literal["title", "text"], text: str, channel: Channel | None) -> Post:
    if channel is None:
        return Post(kind, text, len(text), None)
    fact = channel.title_units if kind == "title" else channel.caption_units
    counting = channel.caption_counting.value if channel.caption_counting is not None else "characters"
    return Post(kind, text, units(text, counting), fact.value if fact is not None else None)
