"""report.html of a small release: what stands on it, that it asks for nothing, and that it can be read."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
import io
import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import numpy as np
import pyloudnorm
import pytest
import soundfile
from fontTools.ttLib import TTFont
from PIL import Image

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.fonts.faces import faces
from hoso.release.deciding import approve, withdraw
from hoso.release.manifest import Manifest, Withheld, download_name
from hoso.release.report import pictures
from hoso.release.report.changes import Change, changes
from hoso.release.report.gathering import distinct_pictures, distinct_sounds, size_words
from hoso.release.report.hearing import BINS, FLOOR, hear
from hoso.release.report.measures import all_rows, faults, main_rows, verdict
from hoso.release.report.plots import LEFT, LOUD_BOTTOM, RIGHT, drawing, height
from hoso.release.report.wording import DiffLine, line_differences
from hoso.release.report.writing import write_report
from hoso.styles.contrast import ENOUGH, contrast
from tests.release.report_material import (
    CAPTION,
    CHANNELS,
    EDITION,
    FAULT,
    FAULTY,
    NOW,
    PASSED,
    Releases,
    make,
    tone,
)

LIMIT = 3_000_000


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """A release and the one before it."""
    return make(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def page(releases: Releases) -> str:
    """Its report."""
    return releases.page()


@pytest.fixture(scope="module")
def tree(page: str) -> ElementTree.Element:
    """The report as a browser parses it; any error of its HTML is one here."""
    return parsed(page)


def parsed(page: str) -> ElementTree.Element:
    """`page` by the rules of HTML5, strictly."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: ElementTree.Element = parser.parse(page)
    return found


def words(element: ElementTree.Element) -> str:
    """What a person reads, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def section(tree: ElementTree.Element, name: str) -> ElementTree.Element:
    """The section that the heading `name` labels."""
    (found,) = [each for each in tree.iter("section") if each.get("aria-labelledby") == name]
    return found


def embedded(tree: ElementTree.Element) -> dict[int, TTFont]:
    """The faces in the page's stylesheet, by their weight."""
    (style,) = tree.iter("style")
    rule = r'font-family: "hoso Korean"; font-weight: (\d+);.*? url\(data:font/ttf;base64,([^)]+)\)'
    found = re.findall(rule, style.text or "")
    return {int(weight): TTFont(io.BytesIO(base64.b64decode(data))) for weight, data in found}


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


def test_korean_is_set_where_a_reader_has_no_type_for_it(tree: ElementTree.Element) -> None:
    """Every Korean sign of the page is in both weights of the type in it, and nothing else is."""
    korean = {ord(sign) for sign in words(tree) if "가" <= sign <= "힣"}
    assert len(korean) > 10
    for weight in (400, 700):
        assert set(embedded(tree)[weight].getBestCmap()) == korean, weight


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


def test_the_same_inputs_give_the_same_page(releases: Releases, page: str, tmp_path: Path) -> None:
    """With what was kept, and without it."""
    again = write_report(
        releases.folder,
        releases.manifest,
        releases.before,
        CHANNELS,
        faces(),
        Store(tmp_path),
        CancelToken(),
    )
    assert again.read_text("utf-8") == page
    assert again == releases.folder / "report.html"


def test_a_release_of_nothing_has_a_page(releases: Releases) -> None:
    """No edition, no file, no title: still one that parses. Without Korean it needs no type for it."""
    empty = releases.manifest.model_copy(
        update={"files": (), "editions": (), "withheld": (), "sources": (), "title": {}, "source": None}
    )
    tree = parsed(releases.page(empty, first=True))
    assert "appeal" in words(tree)
    assert embedded(tree) == {}


def test_channels_that_nobody_knows_go_by_their_names(releases: Releases) -> None:
    """A channel whose file is gone since: no title, no limit, and a page all the same."""
    path = write_report(releases.folder, releases.manifest, None, {}, faces(), releases.store, CancelToken())
    cards = list(parsed(path.read_text("utf-8")).iter("article"))
    assert [words(next(card.iter("h4"))) for card in cards] == list(CHANNELS)


def test_a_file_that_is_gone_is_an_error(releases: Releases) -> None:
    """With the release's folder; the old page stays."""
    before = releases.page()
    gone = releases.manifest.files[3].model_copy(update={"path": "ko/gone.jpg"})
    with pytest.raises(HosoError):
        releases.page(releases.manifest.model_copy(update={"files": (gone,)}))
    assert (releases.folder / "report.html").read_text("utf-8") == before


def test_it_can_be_stopped(releases: Releases, tmp_path: Path) -> None:
    """Before anything is drawn."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write_report(releases.folder, releases.manifest, None, CHANNELS, faces(), Store(tmp_path), token)


def test_many_pictures_are_made_lighter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As good as the budget allows: smaller where it is spent, and no smaller than it has to be."""
    noise = np.random.default_rng(1).integers(0, 256, (700, 900, 3), dtype=np.uint8)
    path = tmp_path / "noise.png"
    Image.fromarray(noise).save(path)
    (best,) = pictures.pictures([path], [], CancelToken()).values()
    assert best.width == pictures.WEIGHTS[0].poster
    monkeypatch.setattr(pictures, "BUDGET", len(best.uri) - 1)
    (lighter,) = pictures.pictures([path], [], CancelToken()).values()
    assert lighter.width == pictures.WEIGHTS[1].poster


def test_pictures_and_sounds_that_are_the_same_are_shown_once(releases: Releases) -> None:
    """By picture profile, by loudness, music and what is left out; and by channel where none is known."""
    manifest = releases.manifest
    by_profile = distinct_pictures(manifest, {**CHANNELS, "whatsapp": CHANNELS["telegram"]})
    assert [len(group) for group in by_profile.values()] == [2, 1]
    assert [len(group) for group in distinct_pictures(manifest, {}).values()] == [1, 1, 1]
    assert [len(group) for group in distinct_sounds(manifest, CHANNELS).values()] == [3, 1]


@pytest.mark.parametrize("decibels", [-6.0, -20.0, -33.0])
def test_the_loudness_curve_is_that_of_another_meter(tmp_path: Path, decibels: float) -> None:
    """A steady tone: within 0.5 LU of pyloudnorm at every moment once the windows are full; its peak too."""
    path = tone(tmp_path / "tone.wav", decibels)
    samples, rate = soundfile.read(path)
    measured = pyloudnorm.Meter(rate).integrated_loudness(samples)
    heard = hear(path, "a", Store(tmp_path / "store"), CancelToken())
    assert heard is not None
    full = [moment for moment in heard.moments if moment.at_ms >= 3000]
    assert len(full) >= 29
    assert all(abs(each.momentary - measured) < 0.5 for each in full)
    assert all(abs(each.short_term - measured) < 0.5 for each in full)
    assert abs(heard.lufs - measured) < 0.5
    assert len(heard.peaks) == BINS
    assert np.allclose(heard.peaks, 10 ** (decibels / 20), atol=0.01)
    drawn = drawing(heard, -16.0)
    foot = float(re.split("[,L]", drawn.short_term)[-1])
    assert abs(foot - height(measured)) < height(0) - height(0.5) + 1.5


def test_a_waveform_shows_when_it_is_loud(tmp_path: Path) -> None:
    """Two seconds of silence, then a tone: peaks and curve know which is which."""
    path = tmp_path / "late.wav"
    wave = np.zeros((192_000, 2))
    wave[96_000:] = 0.5 * np.sin(np.arange(96_000) * 0.13)[:, None]
    soundfile.write(path, wave, 48_000)
    heard = hear(path, "a", Store(tmp_path / "store"), CancelToken())
    assert heard is not None
    assert heard.duration_ms == 4000
    half = len(heard.peaks) // 2
    assert max(heard.peaks[:half]) == 0
    assert min(heard.peaks[half:]) > 0.45
    assert {each.momentary for each in heard.moments if each.at_ms < 1900} == {FLOOR}


def test_a_film_without_sound_has_no_plot(releases: Releases, tmp_path: Path) -> None:
    """Neither a curve nor an error."""
    from hoso.media.ffmpeg import run

    silent = tmp_path / "silent.mp4"
    run(["-i", str(releases.folder / "ko/shorts.mp4"), "-c", "copy", "-an", str(silent)])
    assert hear(silent, "a", Store(tmp_path / "store"), CancelToken()) is None


def test_the_plot_stands_within_its_frame(releases: Releases) -> None:
    """All points of all curves; the target's line lies where its loudness is."""
    heard = hear(releases.folder / "ko/telegram.mp4", "film", releases.store, CancelToken())
    assert heard is not None
    drawn = drawing(heard, -16.0)
    for path in (drawn.wave, drawn.momentary, drawn.short_term):
        points = [tuple(map(float, pair.split(","))) for pair in re.split("[MLZ]", path) if pair]
        assert points
        assert all(LEFT <= x <= RIGHT and 0 <= y <= LOUD_BOTTOM for x, y in points)
    assert drawn.target == height(-16.0)
    assert height(-10) < height(-16) < height(-40) < height(FLOOR) == LOUD_BOTTOM
    assert drawn.times[0].words == "0:00"
    assert len(drawn.times) <= 8


def test_changes_between_equal_releases_are_none(releases: Releases) -> None:
    """A new version of the same files is no change."""
    later = releases.manifest.model_copy(update={"version": "2026-11-23.1", "made": NOW})
    assert changes(releases.manifest, later) == ()


def test_changes_of_voices_and_withheld_channels(releases: Releases) -> None:
    """Another voice, an edition more or less; withheld, for another reason, and not any more."""
    old = releases.manifest
    spoken = EDITION.model_copy(update={"engine": "recorded", "grade": "approved", "disclosure": "none"})
    added = EDITION.model_copy(update={"name": "ru"})
    new = old.model_copy(
        update={
            "editions": (spoken, added),
            "withheld": (
                Withheld(edition="ko", channel="oldphone", reasons=("too long",)),
                Withheld(edition="ru", channel="x", reasons=("a", "b")),
            ),
        }
    )
    before = "kokoro, jf_alpha (draft); viewers are told that the voice is synthesized"
    assert changes(old, new) == (
        Change("voice", "ko", before, "recorded, jf_alpha (approved); a person speaks"),
        Change("voice", "ru", "", before),
        Change("withheld", "ko/oldphone", "too quiet by <3> LU", "too long"),
        Change("withheld", "ru/x", "", "a; b"),
    )
    assert Change("voice", "ru", before, "") in changes(new, old)
    assert Change("withheld", "ru/x", "a; b", "") in changes(new, old)


def test_changes_of_files_and_state(releases: Releases) -> None:
    """New, gone, other content, other length; the state first."""
    old, new = releases.before[1], releases.manifest
    film, caption = new.files[0], new.files[5]
    assert changes(old, new) == (
        Change("state", "", "approved", "ready"),
        Change("withheld", "ko/oldphone", "", "too quiet by <3> LU"),
        Change("new", "leaflet.ko.pdf"),
        Change("gone", "ko/x.mp4"),
        Change("content", film.path, "0" * 64, film.sha256),
        Change("duration", film.path, "0:07", "0:06"),
        Change("content", caption.path, "1" * 64, caption.sha256),
    )


def test_texts_are_compared_by_lines() -> None:
    """What went, what came, one line around it, a gap between; nothing where all is equal."""
    old = "a\nb\nc\nd\ne\nf"
    assert line_differences(old, old) == ()
    assert line_differences(old, "a\nB\nc\nd\ne\nF") == (
        DiffLine(" ", "a"),
        DiffLine("-", "b"),
        DiffLine("+", "B"),
        DiffLine(" ", "c"),
        DiffLine("gap"),
        DiffLine(" ", "e"),
        DiffLine("-", "f"),
        DiffLine("+", "F"),
    )
    assert line_differences("-- x", "++ y") == (DiffLine("-", "-- x"), DiffLine("+", "++ y"))


def test_measurements_become_rows() -> None:
    """What people ask about first, then every key; what is not there is not made up."""
    rows = {row.name: row.words for row in main_rows(PASSED)}
    assert rows["Picture"] == "320 × 180, 25 frames a second"
    assert rows["Sound's coding"] == "aac, 48 kHz, stereo"
    assert rows["Loudness"] == "−16.2 LUFS"
    assert rows["Silent"] == "0:01 to 0:02.500"
    assert rows["Subtitles seen"] == "1 of 2"
    assert "Frozen" not in rows
    everything = {row.name: row.words for row in all_rows(FAULTY)}
    assert everything["picture.rate"] == "25, 1"
    assert everything["cues 2.points"] == "1"
    assert not any(name.startswith("faults") for name in everything)
    assert (verdict(None), verdict(PASSED), verdict(FAULTY)) == ("unchecked", "passed", "faults")
    assert [each.at for each in faults(FAULTY)] == ["0:01"]
    assert (main_rows(None), all_rows(None), faults(None)) == ((), (), ())


def test_sizes_are_said_in_decimal_units() -> None:
    """Three digits, as shops and apps count."""
    sizes = (999, 1500, 718_000, 3_160_000, 49_960_000, 256_000_000_000)
    assert [size_words(size) for size in sizes] == [
        "999 bytes",
        "1.5 kB",
        "718 kB",
        "3.16 MB",
        "50 MB",
        "256 GB",
    ]


def themes() -> dict[str, dict[str, str]]:
    """The colours of the stylesheet by light, dark and print."""
    style = (importlib.resources.files("hoso.release.report") / "report.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return {
        name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for name, block in zip(("light", "dark", "print"), blocks, strict=True)
    }


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_type_can_be_read(theme: str) -> None:
    """WCAG 2.2 AA: 4.5 for type on every ground that it stands on, 3 for the lines of the plots."""
    colours = themes()[theme]
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("ground", "sheet")]
    for name in ("good", "bad", "wait"):
        pairs += [(name, f"{name}-ground"), ("ink", f"{name}-ground"), ("soft", f"{name}-ground")]
    for letters, ground in pairs:
        assert contrast(colours[letters], colours[ground]) >= ENOUGH, (letters, ground)
    for line in ("wave", "short", "momentary", "aim"):
        assert contrast(colours[line], colours["sheet"]) >= 3, line
