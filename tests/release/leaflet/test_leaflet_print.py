"""The printed sheets, as a press, an eye and a telephone see them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import RectangleObject

from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import HosoError
from hoso.fonts.faces import FontSet
from hoso.release.leaflet import make_leaflets
from hoso.release.leaflet.logo import printable
from hoso.release.leaflet.sheet import BLEED, HEIGHT, SAFE, SHEET_HEIGHT, SHEET_WIDTH, SLUG, WIDTH
from tests.release.leaflet.leaflet_material import (
    SETTINGS,
    Pixels,
    fitted,
    objects,
    pages,
    sample,
    script,
    texts,
)

DPI = 254
"""Ten pixels in a millimetre."""
PER_MM = 10
ENDINGS = ("pdf", "a4.pdf")
WHITE = np.array([255, 255, 255])
EACH = pytest.mark.parametrize("language", LANGUAGES)


def cut(page: Pixels) -> Pixels:
    """An A6 page as it is after the cut."""
    edge = round(SLUG * PER_MM)
    return page[edge : edge + round(HEIGHT * PER_MM), edge : edge + round(WIDTH * PER_MM)]


def band_colour(page: Pixels) -> Pixels:
    """The colour of the band, taken at the top left corner of the cut page."""
    colour: Pixels = cut(page)[5, 5]
    return colour


def is_colour(pixels: Pixels, colour: Pixels) -> npt.NDArray[np.bool_]:
    """Where the pixels have that colour, but for rounding."""
    same: npt.NDArray[np.bool_] = np.abs(pixels.astype(int) - colour.astype(int)).max(axis=-1) <= 6
    return same


@EACH
@pytest.mark.parametrize(("ending", "count"), [("pdf", 1), ("a4.pdf", 4)])
def test_the_code_leads_to_the_contact(printed: Path, language: Language, ending: str, count: int) -> None:
    """A reader's telephone finds the code on the back, once on each leaflet, and nothing on the front."""
    front, back = pages(printed / f"leaflet.{language}.{ending}")
    found = zxingcpp.read_barcodes(back)
    assert [code.text for code in found] == [sample().message.contact.url] * count
    assert zxingcpp.read_barcodes(front) == []


def test_a_telephone_number_alone_is_dialled(tmp_path: Path, faces: FontSet) -> None:
    """Where there is neither web nor Telegram, the code says whom to call."""
    settings = "source: Проєкт\nchannels: [telegram]\ncontact: {phone: '+1 555 0100'}\n"
    path = make_leaflets(script(tmp_path, settings=settings).message, ["ko"], faces, tmp_path)[0]
    (code,) = zxingcpp.read_barcodes(pages(path)[1])
    assert code.text == "tel:+15550100"


@EACH
def test_the_code_is_large_and_has_its_quiet_zone(printed: Path, language: Language) -> None:
    """At least 25 mm across, with four modules of white on every side."""
    back = cut(pages(printed / f"leaflet.{language}.pdf", DPI)[1])
    (code,) = zxingcpp.read_barcodes(back)
    place = code.position
    left, top = place.top_left.x, place.top_left.y
    right, bottom = place.bottom_right.x, place.bottom_right.y
    side = 280
    assert right - left == pytest.approx(side, abs=4)
    assert bottom - top == pytest.approx(side, abs=4)
    quiet = int(4 * side / 25) - 4
    dark = back.min(axis=2) < 128
    around = dark[top - quiet : bottom + quiet, left - quiet : right + quiet].copy()
    around[quiet - 4 : -quiet + 4, quiet - 4 : -quiet + 4] = False
    assert not around.any()


@EACH
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_word_is_there_as_text(printed: Path, faces: FontSet, language: Language, ending: str) -> None:
    """What a program reads is what the script says, word for word."""
    content, _ = fitted(sample(), language, faces)
    words = " ".join(texts(printed / f"leaflet.{language}.{ending}"))
    assert [passage.words for passage in content.passages if passage.words not in words] == []
    message = sample().message
    assert all(said is not None and said in words for said in (message.contact.phone, message.source))


@pytest.mark.parametrize("ending", ENDINGS)
def test_fonts_are_embedded_and_ours(printed: Path, ending: str) -> None:
    """Nothing of the machine's fonts: Hoso's faces, in the file."""
    for language in LANGUAGES:
        found = objects(printed / f"leaflet.{language}.{ending}")
        described = [
            item for item in found if isinstance(item, dict) and item.get("/Type") == "/FontDescriptor"
        ]
        names = {re.sub(r"^/[A-Z]{6}\+", "", item["/FontName"]) for item in described}
        assert names >= {"HosoKR-Bold" if language == "ko" else "HosoSans-Bold"}
        assert names <= {"HosoKR-Bold", "HosoKR-Regular", "HosoSans-Bold", "HosoSans-Regular"}
        assert all("/FontFile2" in item for item in described)


@EACH
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_colour_is_of_the_four_inks(printed: Path, language: Language, ending: str) -> None:
    """CMYK operators only; words in black have one ink."""
    for page in PdfReader(printed / f"leaflet.{language}.{ending}").pages:
        contents = page.get_contents()
        assert contents is not None
        operations = [
            (operator, [float(x) for x in operands])
            for operands, operator in contents.operations
            if operator in (b"k", b"K", b"rg", b"RG", b"g", b"G", b"sc", b"SC", b"scn", b"SCN", b"cs")
        ]
        assert {operator for operator, _ in operations} <= {b"k", b"K"}
        inks = {tuple(round(value, 2) for value in values) for _, values in operations}
        assert inks == {(0, 0, 0, 1), (0, 0, 0, 0), (1, 0.65, 0, 0.2)}
        assert not page.images


def test_boxes_tell_a_press_where_to_cut(printed: Path) -> None:
    """A6 with 3 mm of bleed, inside paper with room for marks; an A4 sheet is whole."""

    def millimetres(box: RectangleObject) -> list[float]:
        return [round(float(value) * 25.4 / 72, 2) for value in box]

    for page in PdfReader(printed / "leaflet.ko.pdf").pages:
        assert millimetres(page.mediabox) == [0, 0, 125, 168]
        assert millimetres(page.bleedbox) == [7, 7, 118, 161]
        assert millimetres(page.trimbox) == [10, 10, 115, 158]
    sheets = PdfReader(printed / "leaflet.ko.a4.pdf").pages
    assert len(sheets) == 2
    for page in sheets:
        assert millimetres(page.mediabox) == millimetres(page.trimbox) == [0, 0, 210, 297]


@EACH
def test_nothing_is_where_a_knife_may_go(printed: Path, language: Language) -> None:
    """From the cut to the safe margin there is only white, or the band."""
    for page in pages(printed / f"leaflet.{language}.pdf", DPI):
        whole = cut(page)
        safe = round(SAFE * PER_MM) - 2
        margin = np.ones(whole.shape[:2], bool)
        margin[safe:-safe, safe:-safe] = False
        white, band = is_colour(whole, WHITE.astype(np.uint8)), is_colour(whole, band_colour(page))
        odd = margin & ~white & ~band
        edge = odd.any(axis=1)
        assert edge.sum() <= 3  # where the band ends, half covered
        assert white[margin].any()
        assert band[margin].any()


def test_the_band_bleeds_and_marks_stand_outside(printed: Path) -> None:
    """Beyond the cut the band goes on for 3 mm; marks point at the cut and stay outside the bleed."""
    page = pages(printed / "leaflet.ko.pdf", DPI)[0]
    bleed, edge = round((SLUG - BLEED) * PER_MM), round(SLUG * PER_MM)
    assert is_colour(page[bleed + 1 : edge + 50, bleed + 1 : edge + 50], band_colour(page)).all()
    dark = page.min(axis=2) < 250
    dark[bleed:-bleed, bleed:-bleed] = False
    height, width = dark.shape
    expected = np.zeros_like(dark)
    for at in (edge, width - edge):
        expected[:bleed, at - 2 : at + 2] = expected[-bleed:, at - 2 : at + 2] = True
    for at in (edge, height - edge):
        expected[at - 2 : at + 2, :bleed] = expected[at - 2 : at + 2, -bleed:] = True
    assert not (dark & ~expected).any()
    assert all(dark[:bleed, at - 2 : at + 2].any(axis=1).sum() > 45 for at in (edge, width - edge))
    assert all(dark[at - 2 : at + 2, -bleed:].any(axis=0).sum() > 45 for at in (edge, height - edge))


@EACH
def test_four_stand_on_a_sheet_head_to_head(printed: Path, language: Language) -> None:
    """Each quarter is the A6 leaflet in its size, the upper ones turned; fronts and backs meet in duplex."""
    singles = pages(printed / f"leaflet.{language}.pdf", DPI)
    sheets = pages(printed / f"leaflet.{language}.a4.pdf", DPI)
    wide, high = round(WIDTH * PER_MM), round(HEIGHT * PER_MM)
    middle = round(SHEET_HEIGHT * PER_MM / 2)
    for single, sheet in zip(singles, sheets, strict=True):
        assert sheet.shape[:2] == pytest.approx((SHEET_HEIGHT * PER_MM, SHEET_WIDTH * PER_MM), abs=1)
        leaflet = cut(single)
        for left in (0, wide):
            lower = sheet[middle : middle + high, left : left + wide]
            upper = sheet[middle - high : middle, left : left + wide][::-1, ::-1]
            for quarter in (lower, upper):
                assert differing(quarter, leaflet) < 0.002  # the cut marks


def differing(one: Pixels, other: Pixels) -> float:
    """The share of pixels that are plainly unlike, where half a pixel's shift is no difference."""
    rows, columns = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    small = [
        np.asarray(Image.fromarray(each[:rows, :columns]).convert("L").resize((columns // 5, rows // 5)))
        for each in (one, other)
    ]
    return float((np.abs(small[0].astype(int) - small[1].astype(int)) > 90).mean())


def test_the_bytes_are_the_same_each_time(printed: Path, faces: FontSet, tmp_path: Path) -> None:
    """The same script gives the same files, wherever and whenever they are made."""
    again = make_leaflets(sample().message, LANGUAGES, faces, tmp_path / "elsewhere")
    assert sorted(path.name for path in again) == sorted(path.name for path in printed.iterdir())
    assert all(path.read_bytes() == (printed / path.name).read_bytes() for path in again)


@pytest.mark.parametrize("ending", ENDINGS)
def test_metadata_is_the_title_alone(printed: Path, ending: str) -> None:
    """Neither who, nor when, nor with what, nor where."""
    path = printed / f"leaflet.ko.{ending}"
    reader = PdfReader(path)
    assert {key: str(value) for key, value in (reader.metadata or {}).items()} == {
        "/Title": "살기 위한 세 걸음"
    }
    assert reader.xmp_metadata is None
    assert not re.search(rb"[Tt]ypst|pypdf|/home/|/tmp/|/root/", path.read_bytes())


HOSTILE = r'#panic() $x$ [a] *b* _c_ \u{41} `d` <e> @f // g /* h */ -- "i" = j \ #import'


def test_markup_in_a_script_comes_out_as_it_is_written(tmp_path: Path, faces: FontSet) -> None:
    """Whatever the words are, they are words: nothing breaks out into Typst."""
    of = script(tmp_path, step=f"'{HOSTILE}'", title=f"'{HOSTILE}'")
    path = make_leaflets(of.message, ["ko"], faces, tmp_path)[0]
    assert [HOSTILE in side for side in texts(path)] == [True, True]


def test_a_logo_is_printed_in_inks(tmp_path: Path, faces: FontSet) -> None:
    """It stands beside the source, on white, as CMYK; grey is one ink and no place takes over 200 %."""
    logo = tmp_path / "logo.png"
    picture = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    picture.paste((128, 128, 128, 255), (0, 0, 300, 300))
    picture.paste((10, 20, 200, 255), (300, 0, 600, 300))
    picture.save(logo)
    of = script(tmp_path, settings=SETTINGS + "logo: logo.png\n")
    path = make_leaflets(of.message, ["ko"], faces, tmp_path, logo=logo)[0]
    (image,) = [each for each in objects(path) if isinstance(each, dict) and each.get("/Subtype") == "/Image"]
    assert image["/ColorSpace"] == "/DeviceCMYK"
    back = pages(path, DPI)[1]
    grey, blue = (
        np.abs(back.astype(int) - colour).max(axis=2) < 40 for colour in ((150,) * 3, (45, 45, 140))
    )
    assert grey.sum() > 3000
    assert blue.sum() > 3000
    with Image.open(io.BytesIO(printable(logo))) as inks:
        amounts = np.asarray(inks).astype(int)
    assert amounts.sum(axis=2).max() <= 2 * 255 + 12
    assert np.abs(amounts[100, 50] - [0, 0, 0, 127]).max() <= 2
    assert amounts[100, 550].max() <= 2


def test_a_broken_logo_is_named(tmp_path: Path) -> None:
    """A file that is no picture stops the leaflet with its name."""
    (tmp_path / "logo.png").write_text("no picture", "utf-8")
    with pytest.raises(HosoError, match=r"logo\.png can't be read"):
        printable(tmp_path / "logo.png")
