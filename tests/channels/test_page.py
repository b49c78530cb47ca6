"""Channels in a few words, and docs/channels.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.channels.catalog import Catalog
from hoso.channels.facts import facts
from hoso.channels.page import page
from hoso.channels.summary import summarise

PAGE = Path(__file__).parents[2] / "docs" / "channels.md"
GENERATED = "<!-- From here on: render.py channels --markdown -->\n\n"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """hoso's own channels."""
    return Catalog.load()


def test_the_page_is_true(catalog: Catalog) -> None:
    """What docs/channels.md says of the channels is what their files say."""
    assert PAGE.read_text("utf-8").partition(GENERATED)[2] == page(catalog)


def test_the_page_has_every_fact_and_every_doubt(catalog: Catalog) -> None:
    """Each source stands there, and as many question marks as there are doubts."""
    text = page(catalog)
    doubts = 0
    for channel in catalog.channels:
        for _, fact in facts(channel):
            assert fact.source in text
            doubts += not fact.verified
    for name in {catalog.picture(channel).name for channel in catalog.channels if channel.picture}:
        for item in catalog.profile(name).evidence:
            assert item.source in text
            doubts += not item.verified
    assert text.count("**?**") == doubts


@pytest.mark.parametrize(
    "expected",
    [
        "telegram|Telegram post|wide 1280x720 ?|mp4||50 MB|1024|7 of 11",
        "tiktok|TikTok|vertical 1080x1920|mp4|3 s ? to 10 min|1 GB ?|2200 ?|8 of 11",
        "youtube|YouTube|hd 1920x1080|mp4|to 12 h ?|256 GB ?|5000 ?|8 of 13",
        "sdcard|Memory card or USB player|sd 640x360|mp4||aim 20 MB ?|none|3 of 8",
        "loudspeaker|Loudspeaker or radio||wav, mp3|||none|6 of 8",
    ],
    ids=lambda expected: str(expected.partition("|")[0]),
)
def test_a_channel_in_a_few_words(catalog: Catalog, expected: str) -> None:
    """Limits with their units, a question mark at each that nobody has verified."""
    found = summarise(catalog, catalog.channel(expected.partition("|")[0]))
    limits = (found.picture, found.files, found.length, found.size, found.caption, found.unverified)
    assert "|".join((found.name, found.title, *limits)) == expected
