"""report.html of a small release: what stands on it, and that it asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from datetime import timedelta
from itertools import pairwise
from xml.etree import ElementTree

from PIL import Image

from hoso.release.deciding import approve, withdraw
from hoso.release.manifest import Manifest, download_name
from hoso.release.report.gathering import size_words
from tests.release.report.reading import parsed, section, words
from tests.release.report.report_material import CAPTION, FAULT, NOW, Releases

LIMIT = 3_000_000


def test_every_file_stands_on_it(tree: ElementTree.Element, releases: Releases) -> None:
    """By the name under which it is handed out, with its whole checksum in one table."""
    rows = {
        cells[0].text: words(cells[3])
        for row in section(tree, "checksums").iter("tr")
        if (cells := list(row.iter("td")))
    }
    assert rows == {download_name(releases.manifest, each): each.sha256 for each in releases.manifest.files}


def test_a_card_tells_what_a_channel_gets(tree: ElementTree.Element, releases: Releases) -> None:
    """Title, name, length, size against the limit, checksum, result; in the order of the files."""
    cards = list(tree.iter("article"))
    titles = [words(next(card.iter("h4"))) for card in cards]
    assert titles == ["Telegram post", "WhatsApp", "YouTube Shorts", "Loudspeaker or radio"]
    telegram, whatsapp, shorts, loudspeaker = map(words, cards)
    film = releases.manifest.files[0]
    assert "appeal_ko_telegram_2026-11-22.2.mp4" in telegram
    assert f"{size_words(film.bytes)} (at most 50 MB, " in telegram
    assert "Length 0:06" in telegram
    assert film.sha256 in [code.get("title") for code in cards[0].iter("code")]
    assert "passed" in telegram
    assert "not checked" in whatsapp
    assert "1 fault" in shorts
    assert f"0:01: {FAULT}" in shorts
    assert "Listen." in shorts
    assert "at most 3:00" in shorts
    assert "optional up to 2 is left out" in loudspeaker


def test_a_caption_is_text_to_the_last_character(tree: ElementTree.Element, page: str) -> None:
    """Whoever copies it has what the file holds; a tag in it is no tag."""
    (shown,) = tree.iter("pre")
    assert "".join(shown.itertext()) == CAPTION
    assert shown.get("lang") == "ko"
    assert not list(tree.iter("script"))
    assert "<script" not in page


def test_everything_that_people_wrote_is_escaped(tree: ElementTree.Element) -> None:
    """Title, blocker, reason, source, fault: their angle brackets are text."""
    told = words(tree)
    for text in ("살 길 <있습니다>", "Путь & жизнь", "<nobody>", "<3>", "a<b>.mp4", FAULT):
        assert text in told
    assert "here" not in [words(each) for each in tree.iter("b")]


def test_nothing_is_asked_of_the_network(tree: ElementTree.Element) -> None:
    """Pictures are data, links lead within the page, the stylesheet is inside and names nothing outside."""
    for element in tree.iter():
        for name in ("src", "href", "srcset", "action", "data", "poster", "style"):
            value = element.get(name)
            assert value is None or value.startswith(("data:image/jpeg;base64,", "#")), (element.tag, value)
        assert element.tag not in ("link", "iframe", "object", "embed", "base", "form")
    (style,) = tree.iter("style")
    assert style.text is not None
    assert not re.search(r"url\((?!data:font/ttf;base64,)|@import|https?:", style.text)


def test_the_policy_lets_in_this_stylesheet_alone(tree: ElementTree.Element) -> None:
    """By its hash, as a browser takes it of what stands between the tags; data for pictures and type."""
    (policy,) = [meta.get("content") for meta in tree.iter("meta") if meta.get("http-equiv")]
    (style,) = tree.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    assert policy is not None
    assert {part.strip() for part in policy.split(";")} == {
        "default-src 'none'",
        "img-src data:",
        "font-src data:",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    }


def test_links_within_the_page_lead_somewhere(tree: ElementTree.Element) -> None:
    """Every target is there, and no id twice."""
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {link.get("href", "")[1:] for link in tree.iter("a")}
    assert targets
    assert targets <= set(ids)
    labels = {element.get("aria-labelledby") for element in tree.iter()} - {None}
    assert labels <= set(ids)


def test_headings_go_down_step_by_step(tree: ElementTree.Element) -> None:
    """One h1, and no level left out."""
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch(r"h[1-6]", str(each.tag))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_pictures_are_small_and_described(tree: ElementTree.Element, page: str) -> None:
    """Posters at most 360 px wide, one contact sheet for each picture: two channels share one."""
    images = list(tree.iter("img"))
    posters = [image for image in images if "Poster" in image.get("alt", "")]
    sheets = [image for image in images if "Small frames" in image.get("alt", "")]
    assert len(posters) == 2
    assert len(sheets) == len(images) - 2 == 3
    for image in images:
        data = base64.b64decode(image.get("src", "").partition(",")[2])
        opened = Image.open(io.BytesIO(data))
        assert opened.format == "JPEG"
        assert [str(side) for side in opened.size] == [image.get("width"), image.get("height")]
    assert [image.get("width") for image in posters] == ["360", "108"]
    assert len(page.encode()) < LIMIT


def test_who_speaks_is_told(tree: ElementTree.Element) -> None:
    """Engine, voice, grade, disclosure, and why it is not another voice."""
    told = words(section(tree, "edition-1"))
    assert "Korean: kokoro, jf_alpha draft voice" in told
    assert "viewers are told that the voice is synthesized" in told
    assert "no network" in told
    assert "Korean and Russian" in told


def test_withheld_sources_subtitles_and_leaflets(tree: ElementTree.Element) -> None:
    """Each in its section, with reasons and with what metadata told."""
    assert "too quiet by <3> LU" in words(section(tree, "withheld"))
    sources = words(section(tree, "sources"))
    assert "GPS 48.1, 37.2" in sources
    assert "music.flac nothing" in sources
    assert "appeal_ko_ko_2026-11-22.2.srt" in words(section(tree, "subtitles"))
    assert "appeal_leaflet.ko_2026-11-22.2.pdf" in words(section(tree, "leaflets"))


def test_what_changed_is_told(tree: ElementTree.Element) -> None:
    """Against the release before: state, files, length, what is withheld, the caption's words."""
    told = words(section(tree, "changes"))
    for text in (
        "Since version 2026-11-22.1",
        "State: approved → ready",
        "ko/x.mp4 is gone",
        "leaflet.ko.pdf is new",
        "ko/telegram.mp4 is another file",
        "ko/telegram.mp4 lasts 0:06 (before: 0:07)",
        "ko/oldphone is withheld now: too quiet",
    ):
        assert text in told
    (gone,), (come,) = (list(section(tree, "changes").iter(tag)) for tag in ("del", "ins"))
    assert words(gone).startswith("− 살아 갈 길이")
    assert words(come).startswith("+ 살아 돌아갈 길이")


def test_the_first_release_says_so(releases: Releases) -> None:
    """There is nothing before it to compare it with."""
    assert "first release" in words(section(parsed(releases.page(first=True)), "changes"))


def test_the_banner_says_what_people_decided(releases: Releases) -> None:
    """Waiting, blocked, approved in spite of something, withdrawn: by whom, when, why."""

    def banner(manifest: Manifest) -> str:
        return words(section(parsed(releases.page(manifest)), "state"))

    blocked = releases.manifest
    assert "Not to be approved as it is" in banner(blocked)
    assert "nobody" in banner(blocked)
    assert "waiting for somebody" in banner(blocked.model_copy(update={"blockers": ()}))
    approved = approve(blocked, "Олена", "heard <it>", NOW)
    assert "Approved By Олена, 2026-11-22 05:00 UTC: heard <it>" in banner(approved)
    assert "What speaks against it" in banner(approved)
    withdrawn = withdraw(approved, "Ivan", "wrong number", NOW + timedelta(hours=1))
    assert "do not hand it out By Ivan, 2026-11-22 06:00 UTC: wrong number" in banner(withdrawn)
