"""Names that come from anywhere, made safe."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.problems import InputError
from hoso.media.inspection import Inspection, Kind
from hoso.media.probe import MediaInfo
from hoso.pipeline.footage.naming import MOST_BYTES, fitting_name, fold, numbered, safe_name
from hoso.script.media import leaves


def of(kind: Kind, format_: str) -> Inspection:
    """Something that was looked at."""
    return Inspection(kind, format_, MediaInfo(1000), ())


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("겨울 들판's 1.mp4", "겨울 들판's 1.mp4"),
        (unicodedata.normalize("NFD", "들판.mp4"), "들판.mp4"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/cron.d/job.mp4", "job.mp4"),
        (".htaccess", "htaccess"),
        ("...", "file"),
        ("", "file"),
        ("a\x00b\n.mp4", "a b.mp4"),
        ("invoice\u202egpj.mp4", "invoicegpj.mp4"),
        ("a%03d.jpg", "a_03d.jpg"),
        ("http://host/a.mp4", "a.mp4"),
        ("concat:a|b.mp4", "concat_a_b.mp4"),
        ("-rf.mp4", "-rf.mp4"),
        ("a.mp4 . ", "a.mp4"),
    ],
)
def test_names_from_anywhere(told: str, name: str) -> None:
    """Folders, marks that hide others, and what ffmpeg reads otherwise are gone; letters stay."""
    assert safe_name(told) == name


@given(st.text(max_size=400))
def test_any_text_becomes_a_name(told: str) -> None:
    """That leads nowhere, is short enough, shows, and stays as it is the next time."""
    name = safe_name(told)
    assert name
    assert not leaves(name)
    assert "/" not in name
    assert not name.startswith(".")
    assert len(name.encode()) <= MOST_BYTES
    assert name.isprintable()
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("told", "inspection", "name"),
    [
        ("a.mp4", of("film", "mov,mp4,m4a,3gp,3g2,mj2"), "a.mp4"),
        ("a.MOV", of("film", "mov,mp4,m4a,3gp,3g2,mj2"), "a.MOV"),
        ("a.mp4", of("film", "matroska,webm"), "a.mkv"),
        ("a.png", of("image", "JPEG"), "a.jpg"),
        ("a.mp4", of("sound", "mov,mp4,m4a,3gp,3g2,mj2"), "a.m4a"),
        ("no. 1 of 2", of("film", "avi"), "no. 1 of 2.avi"),
        ("a", of("sound", "wav"), "a.wav"),
        ("a.php", of("image", "PNG"), "a.png"),
    ],
)
def test_the_ending_says_what_it_is(told: str, inspection: Inspection, name: str) -> None:
    """By the content."""
    assert fitting_name(told, inspection) == name


def test_what_scripts_do_not_take() -> None:
    """Sound alone in a film's container has no ending that scripts would know."""
    with pytest.raises(InputError, match="of a kind that scripts don't take"):
        fitting_name("a.webm", of("sound", "matroska,webm"))


def test_the_next_free_number() -> None:
    """Names that some file systems take for one are one."""
    assert numbered("a.mp4", []) == "a.mp4"
    assert numbered("a.mp4", ["A.MP4", "a-2.mp4", "b.mp4"]) == "a-3.mp4"
    assert fold(unicodedata.normalize("NFD", "들")) == fold("들")
