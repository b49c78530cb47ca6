"""Faces: made once, named ours, covering what we write."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from hoso.base.keys import digest_file
from hoso.fonts.build import build
from hoso.fonts.faces import FontSet, _source, faces
from hoso.fonts.recipes import KOREAN, RECIPES, SANS
from hoso.fonts.runs import Run

UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя«»—№…"


@pytest.fixture(scope="module")
def fontset(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    """The project's own faces."""
    return faces(tmp_path_factory.mktemp("fonts"))


def _open(path: Path) -> TTFont:
    return TTFont(io.BytesIO(path.read_bytes()), lazy=True)


def test_all_hangul_is_covered(fontset: FontSet) -> None:
    """Every one of the 11,172 syllables has a glyph in the Korean family, regular and bold."""
    syllables = "".join(map(chr, range(0xAC00, 0xD7A4)))
    assert [fontset.face(KOREAN, bold=bold).missing(syllables) for bold in (False, True)] == [set(), set()]


@pytest.mark.parametrize(
    ("language", "text"), [("ru", RUSSIAN), ("uk", UKRAINIAN), ("en", "The quick, brown fox!")]
)
def test_other_languages_are_set_by_the_sans_alone(fontset: FontSet, language: str, text: str) -> None:
    """Russian, Ukrainian and English need one family."""
    assert [run.family for run in fontset.runs(text, language)] == [SANS]  # type: ignore[arg-type]


def test_missing_glyphs_are_named(fontset: FontSet) -> None:
    """What no face has is reported, each character once, in order."""
    assert fontset.missing("가😀나 Є 𓀀😀", "ko") == "😀𓀀"


def test_the_korean_face_alone_lacks_ukrainian_letters(fontset: FontSet) -> None:
    """Which is why a second family exists."""
    assert fontset.face(KOREAN).missing("Єі가") == {"Є", "і"}


def test_runs_change_family_where_a_glyph_needs_it(fontset: FontSet) -> None:
    """Cyrillic within Korean goes to the sans, and Hangul within Ukrainian to the Korean family."""
    assert fontset.runs("호소 «Їжак» 문", "ko") == (
        Run(KOREAN, "호소 «"),
        Run(SANS, "Їжак"),
        Run(KOREAN, "» 문"),
    )
    assert fontset.runs("слово 말!", "uk") == (Run(SANS, "слово "), Run(KOREAN, "말"), Run(SANS, "!"))


def test_faces_have_our_names_and_true_weights(fontset: FontSet) -> None:
    """Families are our own, the bold is a drawn bold, and no variation axis is left."""
    for face in fontset.faces:
        font = _open(face.path)
        assert font["name"].getDebugName(1) == face.family
        assert font["name"].getDebugName(2) == ("Bold" if face.bold else "Regular")
        assert font["OS/2"].usWeightClass == (700 if face.bold else 400)
        assert "fvar" not in font
        assert "STAT" not in font
    for family in (KOREAN, SANS):
        light, bold = (fontset.face(family, bold=bold) for bold in (False, True))
        assert _ink(light.path, "l") < _ink(bold.path, "l")


def _ink(path: Path, char: str) -> int:
    """How wide a stem is, in font units."""
    font = _open(path)
    glyph = font["glyf"][font.getBestCmap()[ord(char)]]
    return int(glyph.xMax - glyph.xMin)


def test_all_faces_share_their_line_metrics(fontset: FontSet) -> None:
    """A line that mixes families is as high as any other."""
    metrics = set()
    for face in fontset.faces:
        font = _open(face.path)
        em = font["head"].unitsPerEm
        metrics.add((font["OS/2"].usWinAscent / em, font["OS/2"].usWinDescent / em, font["hhea"].ascent / em))
    assert len(metrics) == 1


def test_a_face_is_the_same_bytes_every_time(fontset: FontSet) -> None:
    """Built again, a face has the hash that the first had, in this process and in another."""
    recipe = next(recipe for recipe in RECIPES if recipe.family == SANS and recipe.bold)
    first = fontset.face(SANS, bold=True)
    assert build(_source(recipe.package, recipe.resource), recipe) == first.path.read_bytes()
    code = (
        "import hashlib; from hoso.fonts.build import build; from hoso.fonts.faces import _source;"
        "from hoso.fonts.recipes import RECIPES; r = RECIPES[3];"
        "print(hashlib.sha256(build(_source(r.package, r.resource), r)).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == first.sha256


def test_hashes_are_those_of_the_files(fontset: FontSet) -> None:
    """The hashes kept beside the faces are true."""
    assert fontset.hashes == tuple(digest_file(face.path) for face in fontset.faces)


def test_a_second_call_makes_nothing(fontset: FontSet) -> None:
    """Faces that are there are found, not made."""
    before = {face.path: face.path.stat().st_mtime_ns for face in fontset.faces}
    again = faces(fontset.folder.parent)
    assert again == fontset
    assert {face.path: face.path.stat().st_mtime_ns for face in again.faces} == before


def test_a_torn_face_is_made_again(tmp_path: Path, fontset: FontSet) -> None:
    """A face that was cut off is not used."""
    mine = faces(tmp_path)
    mine.faces[3].path.write_bytes(b"torn")
    assert faces(tmp_path).hashes == fontset.hashes
    assert digest_file(mine.faces[3].path) == mine.faces[3].sha256


def test_finding_faces_loads_nothing_heavy(fontset: FontSet) -> None:
    """A run with everything cached pays for no font library."""
    code = (
        "import sys, pathlib; from hoso.fonts.faces import faces; faces(pathlib.Path(sys.argv[1])).hashes;"
        "print([name for name in ('uharfbuzz', 'fontTools', 'numpy') if name in sys.modules])"
    )
    args = [sys.executable, "-c", code, str(fontset.folder.parent)]
    assert subprocess.run(args, capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_widths_scale_with_size_and_add_up_over_families(fontset: FontSet) -> None:
    """A Hangul syllable's width is close to an em; a mixed text is as wide as its runs."""
    assert fontset.width("가", "ko", 100) == pytest.approx(92, abs=4)
    assert fontset.width("가나", "ko", 50) == pytest.approx(fontset.width("가나", "ko", 100) / 2)
    mixed = fontset.width("가Ї", "ko", 100)
    assert mixed == pytest.approx(fontset.width("가", "ko", 100) + fontset.width("Ї", "uk", 100))
    assert fontset.width("가😀", "ko", 100) == pytest.approx(fontset.width("가", "ko", 100) + 100)
