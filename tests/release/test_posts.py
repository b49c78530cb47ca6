"""A caption's file taken apart: what is pasted where, counted as the channel counts."""

from __future__ import annotations

import pytest

from hoso.channels.catalog import Catalog
from hoso.release.counting import units
from hoso.release.posts import Post, posts

CATALOG = Catalog.load()
TITLE, TEXT = "조선인민군 군인 여러분에게 😀", "살 수 있습니다.\n\nhttps://hoso.dev/live"


@pytest.mark.parametrize("channel", ["telegram", "x", "whatsapp"])
def test_a_text_alone(channel: str) -> None:
    """Empty lines in it are its own; the file's last line end is not pasted."""
    known = CATALOG.channel(channel)
    assert known.caption_units is not None
    assert known.caption_counting is not None
    counted = units(TEXT, known.caption_counting.value)
    assert posts(f"{TEXT}\n", known) == (Post("text", TEXT, counted, known.caption_units.value),)


def test_a_title_alone() -> None:
    """Shorts take no more."""
    (post,) = posts(f"{TITLE}\n", CATALOG.channel("shorts"))
    assert (post.kind, post.text, post.limit) == ("title", TITLE, 100)


def test_a_title_and_a_text() -> None:
    """Each is pasted by itself, and has its own limit."""
    title, text = posts(f"{TITLE}\n\n{TEXT}\n", CATALOG.channel("youtube"))
    assert (title.kind, title.text, title.limit) == ("title", TITLE, 100)
    assert (text.kind, text.text, text.limit) == ("text", TEXT, 5000)


def test_a_channel_that_is_no_more() -> None:
    """Its texts can still be copied."""
    assert posts(f"{TITLE}\n\n{TEXT}\n", None) == (
        Post("text", f"{TITLE}\n\n{TEXT}", len(TITLE) + 2 + len(TEXT), None),
    )
