"""Burned in by the ffmpeg that renders: read back by OCR, equal by segments, in our fonts alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

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
from hoso.subtitles.cues import Cue
from hoso.subtitles.lines.split import split
from hoso.subtitles.look.ass import ass_document
from hoso.subtitles.look.layout import foot, lay_out
from hoso.subtitles.look.style import CLEAR

SNOW, NIGHT = "0xF4F7FA", "0x05070C"
LINES: tuple[tuple[Language, str], ...] = (
    ("ko", "우크라이나는 여러분에게 잠자리와 음식과 온기를 드릴 것입니다."),
    ("uk", "Їжа, прихисток і тепло чекають: Єдність."),
    ("ru", "Не погибайте бессмысленно на чужой земле!"),
)


class Burned(NamedTuple):
    """A frame with one cue, and what libass said about it."""

    picture: NDArray[np.uint8]
    log: str


Burn = Callable[[str, Language, PictureProfile, str], Burned]


@pytest.fixture(scope="module")
def burn(fontset: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Burn:
    """Draws a cue's text over a plain colour, from a folder whose name would trip an escaping mistake."""
    folder = tmp_path_factory.mktemp("burn") / "한글 it's: a [x], 50%;\\n"
    folder.mkdir()

    def draw(text: str, language: Language, profile: PictureProfile, colour: str) -> Burned:
        document, picture = folder / "자막 o'k.ass", folder / "frame.png"
        document.write_text(ass_document((Cue(0, 1000, text),), language, profile, fontset), encoding="utf-8")
        source = f"color={colour}:s={profile.width}x{profile.height}:r={profile.fps},format=gbrp"
        node = ffmpeg.input(source, f="lavfi").filter("ass", filename=str(document))
        log = run(arguments(node.output(str(picture), **{"frames:v": 1})), env=environment(fontset))
        return Burned(np.asarray(Image.open(picture).convert("L")), log)

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
    letters = Image.fromarray(np.where(picture > 150, 0, 255).astype(np.uint8))
    cropped = letters.crop((left - 40, top - 40, right + 40, bottom + 40))
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
    assert abs(foot(profile, language, CLEAR)[1] - bottom) < 0.2 * profile.subtitle_size * profile.height


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


@pytest.mark.parametrize("fps", [25, 30, 60])
def test_segments_equal_the_whole(fps: int, fontset: FontSet, wide: PictureProfile, tmp_path: Path) -> None:
    """Cut at any multiple of 0.2 s, cues clipped to each piece: every frame is that of the whole."""
    sizes = {"width": 640, "height": 360, "fps": fps}
    profile = wide.model_copy(
        update={**sizes, "safe": wide.safe.model_copy(update={"right": 608, "bottom": 342})}
    )
    cues = (
        Cue(13, 1187, "죽지 마십시오."),
        Cue(1187, 1793, "항복하십시오!"),
        Cue(2017, 3401, "Ґанок «집»\n으로"),
    )

    def frames(start: int, end: int) -> list[str]:
        clipped = tuple(
            Cue(max(cue.start_ms, start) - start, min(cue.end_ms, end) - start, cue.text)
            for cue in cues
            if cue.start_ms < end and cue.end_ms > start
        )
        document, sums = tmp_path / f"{start}-{end}.ass", tmp_path / f"{start}-{end}.md5"
        document.write_text(ass_document(clipped, "ko", profile, fontset), encoding="utf-8")
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
