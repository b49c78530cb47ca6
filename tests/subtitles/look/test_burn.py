"""Burned in by the ffmpeg that renders: read back by OCR, equal by segments, in our fonts alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import ffmpeg
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from hoso.base.languages import ISO_639_2, Language
from hoso.channels.model import PictureProfile
from hoso.fonts.faces import FontSet
from hoso.fonts.fontconfig import environment
from hoso.media.ffmpeg import arguments, run
from hoso.styles.catalog import Styles
from hoso.styles.model import CLEAR, shape_of
from hoso.subtitles.lines.split import split
from hoso.subtitles.look.ass import Painter
from hoso.subtitles.look.captions import Caption, seen
from hoso.subtitles.look.layout import anchor, lay_out, width
from hoso.subtitles.look.plate import plate

SNOW, NIGHT = "0xF4F7FA", "0x05070C"
STYLES = {name: Styles().style(name) for name in Styles().names}
VIDEOS = Path(__file__).parents[3] / "videos"
LINES: tuple[tuple[Language, str], ...] = (
    ("ko", "우크라이나는 여러분에게 잠자리와 음식과 온기를 드릴 것입니다."),
    ("uk", "Їжа, прихисток і тепло чекають: Єдність."),
    ("ru", "Не погибайте бессмысленно на чужой земле!"),
)


class Burned(NamedTuple):
    """A frame with one cue, and what libass said about it."""

    picture: NDArray[np.uint8]
    log: str


Press = Callable[[Sequence[Caption], PictureProfile, Any], Burned]
Burn = Callable[[str, Language, PictureProfile, str], Burned]


@pytest.fixture(scope="module")
def press(fontset: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Draws captions over a colour or footage, in a folder whose name would trip an escaping mistake."""
    folder = tmp_path_factory.mktemp("burn") / "한글 it's: a [x], 50%;\\n"
    folder.mkdir()

    def draw(captions: Sequence[Caption], profile: PictureProfile, ground: Any) -> Burned:
        document, picture = folder / "자막 o'k.ass", folder / "frame.png"
        document.write_text(Painter(profile, fontset, STYLES).document(captions), encoding="utf-8")
        raster = f"{profile.width}x{profile.height}"
        if isinstance(ground, str):
            node = ffmpeg.input(f"color={ground}:s={raster}:r={profile.fps},format=gbrp", f="lavfi")
        else:
            node = ffmpeg.input(str(ground)).filter("scale", profile.width, profile.height)
        node = node.filter("ass", filename=str(document))
        output = node.output(str(picture), **{"frames:v": 1, "update": 1})
        log = run(arguments(output), env=environment(fontset))
        return Burned(np.asarray(Image.open(picture).convert("L")), log)

    return draw


@pytest.fixture(scope="module")
def burn(press: Press) -> Burn:
    """Draws one cue's text in the default style over a plain colour."""

    def draw(text: str, language: Language, profile: PictureProfile, colour: str) -> Burned:
        return press((Caption(0, 1000, text, language),), profile, colour)

    return draw


def _ink(picture: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what differs from the plain ground; right and bottom are exclusive."""
    drawn = np.abs(picture.astype(int) - int(picture[0, 0])) > 24
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _letters(text: str) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFC", text)).casefold()


def _read(picture: NDArray[np.uint8], language: Language, folder: Path) -> str:
    """What tesseract reads in the letters, the brightest thing, at the size of print that it knows best."""
    left, top, right, bottom = _ink(picture)
    return _read_crop(picture, (left - 40, top - 40, right + 40, bottom + 40), language, folder)


def _read_crop(
    picture: NDArray[np.uint8], crop: tuple[int, int, int, int], language: Language, folder: Path
) -> str:
    """What tesseract reads in the letters of a part of the picture: left, top, right and bottom."""
    letters = Image.fromarray(np.where(picture > 150, 0, 255).astype(np.uint8))
    cropped = letters.crop(crop)
    path = folder / "ocr.png"
    size = (round(cropped.width * 0.7), round(cropped.height * 0.7))
    cropped.resize(size, Image.Resampling.LANCZOS).save(path)
    command = ["tesseract", str(path), "-", "-l", ISO_639_2[language], "--psm", "6"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _needs_tesseract(language: Language) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True)
    if ISO_639_2[language] not in listed.stdout.split():
        pytest.skip(f"tesseract does not know {ISO_639_2[language]}")


@pytest.mark.parametrize("shape", ["wide", "vertical"])
@pytest.mark.parametrize(("language", "text"), LINES)
def test_burned_words_are_read_back(
    language: Language, text: str, shape: str, burn: Burn, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """OCR finds every letter, in both shapes, by night."""
    _needs_tesseract(language)
    profile: PictureProfile = request.getfixturevalue(shape)
    (cue,) = split(text, (), 5000, language)
    assert _letters(_read(burn(cue.text, language, profile, NIGHT).picture, language, tmp_path)) == _letters(
        text
    )


@pytest.mark.parametrize("shape", ["wide", "vertical"])
@pytest.mark.parametrize("colour", [SNOW, NIGHT])
@pytest.mark.parametrize(("language", "text"), LINES)
def test_type_stays_inside_the_safe_area(
    language: Language, text: str, colour: str, shape: str, burn: Burn, request: pytest.FixtureRequest
) -> None:
    """Outline and shadow included; centred to within 3 px; the lowest line stands on its place."""
    profile: PictureProfile = request.getfixturevalue(shape)
    (cue,) = split(text, (), 5000, language)
    left, top, right, bottom = _ink(burn(cue.text, language, profile, colour).picture)
    safe = profile.safe
    assert safe.left <= left < right <= safe.right
    assert safe.top <= top < bottom <= safe.bottom
    assert abs((left + right) / 2 - profile.width / 2) <= 3
    assert abs(anchor(profile, language, CLEAR).y - bottom) < 0.2 * profile.subtitle_size * profile.height


def test_letters_are_as_wide_as_they_are_measured(burn: Burn, fontset: FontSet, wide: PictureProfile) -> None:
    """Breaking by measured widths is right because the renderer sets the same widths."""
    for language, text in LINES:
        layout = lay_out(text, language, wide, fontset, CLEAR)
        left, _, right, _ = _ink(burn("\n".join(layout.lines), language, wide, NIGHT).picture)
        measured = max(fontset.width(line, language, layout.size, bold=True) for line in layout.lines)
        assert right - left == pytest.approx(measured, rel=0.02)


def test_letters_are_bright_and_their_edge_is_dark_on_snow(burn: Burn, wide: PictureProfile) -> None:
    """Between letter and snow lies a dark line: measured, not only meant."""
    picture = burn("여러분", "ko", wide, SNOW).picture
    left, top, right, bottom = _ink(picture)
    box = picture[top:bottom, left:right]
    assert int(box.min()) < 30
    dark, light = (box < 60).mean(), (box > 240).mean()
    assert 0.3 < dark < 0.6
    assert light > 0.1


def test_only_our_fonts_are_used_and_bold_is_drawn(
    burn: Burn, fontset: FontSet, wide: PictureProfile
) -> None:
    """libass picks our bold files and looks for no other, for a mixed line too."""
    log = burn("«Хочу жить» 호소 Ґ", "ko", wide, NIGHT).log
    picked = re.findall(r"fontselect: .*-> ([^,]+),", log)
    assert {Path(path).name for path in picked} == {"HosoKR-Bold.ttf", "HosoSans-Bold.ttf"}
    assert all(Path(path).parent == fontset.folder for path in picked)


def test_the_upturn_of_a_ukrainian_letter_is_drawn(burn: Burn, wide: PictureProfile) -> None:
    """Ґ, which OCR takes for Г, is the taller of the two by its upturn."""
    upturned, plain = (_ink(burn(letter, "uk", wide, NIGHT).picture) for letter in "ҐГ")
    assert upturned[3] == plain[3]
    assert upturned[1] < plain[1] - 5


def test_braces_and_backslashes_are_drawn(burn: Burn, wide: PictureProfile) -> None:
    """A text that looks like a tag takes up room as text, on one line."""
    plain, odd = (burn(text, "en", wide, NIGHT).picture for text in ("abc", "{\\b0}abc\\Nabc"))
    assert _ink(odd)[2] - _ink(odd)[0] > 3 * (_ink(plain)[2] - _ink(plain)[0])
    assert _ink(odd)[3] - _ink(odd)[1] < 1.6 * (_ink(plain)[3] - _ink(plain)[1])


@pytest.mark.parametrize("shape", ["wide", "vertical"])
def test_two_languages_are_read_back_at_once(
    shape: str, press: Press, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Korean above the line where they meet, Russian below it; both inside the safe area; no mark is seen."""
    profile: PictureProfile = request.getfixturevalue(shape)
    texts: dict[Language, str] = {
        "ko": "여러분에게 <b>잠자리와 음식을</b> 드립니다.",
        "ru": "Вам дадут ночлег и еду. <b>Сдавайтесь!</b>",
    }
    pair = (
        Caption(0, 1000, texts["ko"], "ko", slot="upper"),
        Caption(0, 1000, texts["ru"], "ru", slot="lower"),
    )
    picture = press(pair, profile, NIGHT).picture
    left, top, right, bottom = _ink(picture)
    safe = profile.safe
    assert safe.left <= left < right <= safe.right
    assert safe.top <= top < bottom <= safe.bottom
    middle = anchor(profile, "ko", CLEAR, "lower").y
    halves: dict[Language, tuple[int, int, int, int]] = {
        "ko": (left - 40, top - 40, right + 40, middle),
        "ru": (left - 40, middle, right + 40, bottom + 40),
    }
    for language, crop in halves.items():
        _needs_tesseract(language)
        wanted = re.sub("</?b>", "", texts[language])
        assert _letters(_read_crop(picture, crop, language, tmp_path)) == _letters(wanted)


@pytest.mark.parametrize("shape", ["wide", "vertical"])
@pytest.mark.parametrize("footage", ["winter-field.mp4", "night-road.mp4"])
@pytest.mark.parametrize(("language", "text"), LINES)
def test_the_box_carries_its_letters_over_any_footage(
    language: Language,
    text: str,
    footage: str,
    shape: str,
    press: Press,
    fontset: FontSet,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    """Within the plate, over snow and by night, OCR finds every letter; the plate is where it should be."""
    _needs_tesseract(language)
    profile: PictureProfile = request.getfixturevalue(shape)
    look = STYLES["box"].look(shape_of(profile))
    (cue,) = split(text, (), 5000, language)
    picture = press((Caption(0, 1000, cue.text, language, "box"),), profile, VIDEOS / footage).picture
    layout = lay_out(cue.text, language, profile, fontset, look)
    assert look.box is not None
    where = anchor(profile, language, look)
    made = plate(layout, width(layout, language, fontset, look), where, look.box)
    crop = (made.left, made.top, made.left + made.width, made.top + made.height)
    assert _letters(_read_crop(picture, crop, language, tmp_path)) == _letters(text)
    rim = picture[made.top + 4 : made.top + 8, made.left + made.width // 4 : made.left + made.width // 2]
    assert int(rim.max()) < 90


def test_a_box_has_air_on_all_sides(press: Press, fontset: FontSet, wide: PictureProfile) -> None:
    """Left and right as much; above and below alike to within a tenth of the type's size."""
    look = STYLES["box"].look("wide")
    for language, text in (("ko", "잠자리와\n음식을"), ("ru", "Йод и щи")):
        picture = press((Caption(0, 1000, text, language, "box"),), wide, SNOW).picture  # type: ignore[arg-type]
        left, top, right, bottom = _ink(picture)
        letters = picture[top:bottom, left:right] > 200
        letters[:12] = letters[-12:] = False  # the snow around the round corners
        rows, columns = np.flatnonzero(letters.any(axis=1)), np.flatnonzero(letters.any(axis=0))
        em = wide.subtitle_size * wide.height
        sides = int(columns[0]), int(right - left - columns[-1] - 1)
        ends = int(rows[0]), int(bottom - top - rows[-1] - 1)
        assert look.box is not None
        assert min(sides) >= 0.8 * look.box.padding * em
        assert abs(sides[0] - sides[1]) <= 0.1 * em
        assert min(ends) >= 0.15 * em
        assert abs(ends[0] - ends[1]) <= 0.15 * em


def test_emphasis_is_seen_as_a_colour(press: Press, fontset: FontSet, wide: PictureProfile) -> None:
    """Yellow letters are as wide as they would be in white, and darker."""
    plain, strong = (
        press((Caption(0, 1000, text),), wide, NIGHT).picture for text in ("여러분", "<b>여러분</b>")
    )
    assert _ink(plain) == _ink(strong)
    assert int(plain.max()) - int(strong.max()) > 15


def test_a_fade_begins_with_the_caption_and_not_with_a_segment(press: Press, wide: PictureProfile) -> None:
    """A caption's first frame is faint; a later one is bright, even where it is a segment's first."""
    first = Caption(0, 1000, "여러분", style="quiet")
    later = replace(first, before_ms=400, after_ms=400)
    faint, bright = (int(press((one,), wide, NIGHT).picture.max()) for one in (first, later))
    assert faint < 0.4 * bright
    assert bright > 220


SEGMENTED = [
    *((fps, "clear") for fps in (25, 30, 60)),
    *((fps, "quiet") for fps in (25, 60)),
    (30, "box"),
    (25, "large"),
    (60, "top"),
]


@pytest.mark.parametrize(("fps", "style"), SEGMENTED)
def test_segments_equal_the_whole(
    fps: int, style: str, fontset: FontSet, wide: PictureProfile, tmp_path: Path
) -> None:
    """Cut at any multiple of 0.2 s, captions clipped to each piece: every frame is that of the whole."""
    sizes = {"width": 640, "height": 360, "fps": fps}
    profile = wide.model_copy(
        update={**sizes, "safe": wide.safe.model_copy(update={"right": 608, "bottom": 342})}
    )
    captions = (
        Caption(13, 1187, "<b>죽지</b> 마십시오.", style=style, slot="upper"),
        Caption(13, 1300, "Не <b>погибайте\nна чужой</b> земле!", "ru", style, "lower"),
        Caption(1187, 1793, "항복하십시오!", style=style, slot="upper"),
        Caption(2017, 3401, "Ґанок «집»\n으로", style=style),
    )

    def frames(start: int, end: int) -> list[str]:
        document, sums = tmp_path / f"{start}-{end}.ass", tmp_path / f"{start}-{end}.md5"
        document.write_text(Painter(profile, fontset, STYLES).document(seen(captions, start, end)), "utf-8")
        node = ffmpeg.input(f"testsrc2=s=640x360:r={fps}:d=4,format=yuv420p", f="lavfi")
        node = node.filter("trim", start_frame=start * fps // 1000, end_frame=end * fps // 1000)
        node = node.filter("setpts", "PTS-STARTPTS").filter("ass", filename=str(document))
        run(arguments(node.output(str(sums), f="framemd5")), env=environment(fontset))
        return re.findall(r"^0,.*, *(\w{32})$", sums.read_text(), re.MULTILINE)

    whole = frames(0, 4000)
    assert len(whole) == 4 * fps
    cuts = (0, 200, 1200, 1400, 2000, 2400, 4000)
    assert [one for start, end in pairwise(cuts) for one in frames(start, end)] == whole
    bare = len({md5 for number, md5 in enumerate(whole) if number >= 3.5 * fps})
    assert bare == fps // 2
