"""Files from strangers: known by content, refused where they are broken, hostile or refer to others."""

from __future__ import annotations

import shutil
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from hoso.base.problems import HosoError
from hoso.media.ffmpeg import run
from hoso.media.inspection import inspect


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six seconds, 160 x 90, that can be cut off anywhere: its index stands in front."""
    path = tmp_path_factory.mktemp("films") / "film.mp4"
    sources = ["-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=6", "-f", "lavfi", "-i", "sine=d=6"]
    tags = ["-metadata", "location=+50.4+030.5/", "-metadata", "creation_time=2026-01-01T00:00:00Z"]
    run([*sources, "-c:v", "libx264", "-g", "25", "-movflags", "+faststart", *tags, str(path)])
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seconds of quiet noise."""
    path = tmp_path_factory.mktemp("sounds") / "sound.wav"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.01, 48_000 * 8), 48_000)
    return path


def refusal(path: Path, name: str = "it") -> str:
    """Why the file at `path` is refused."""
    with pytest.raises(HosoError) as caught:
        inspect(path, name)
    return caught.value.problem.message


def test_a_film_by_another_name(film: Path, tmp_path: Path) -> None:
    """The content says what it is, and a picture of it is made; what it tells of place and time is told."""
    disguised, thumbnail = tmp_path / "holiday.jpg", tmp_path / "small.jpg"
    shutil.copy(film, disguised)
    found = inspect(disguised, disguised.name, thumbnail)
    assert (found.kind, found.info.width, found.info.height) == ("film", 160, 90)
    assert found.info.duration_ms == pytest.approx(6000, abs=100)
    assert set(found.traces) == {"place", "time"}
    with Image.open(thumbnail) as small:
        assert small.size == (160, 90)
        assert np.asarray(small).std() > 20


def test_a_picture_by_another_name(tmp_path: Path) -> None:
    """With a thumbnail as it is seen: turned by its EXIF."""
    path, thumbnail = tmp_path / "a%03d.mp4", tmp_path / "small.jpg"
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    Image.new("RGB", (1200, 800), "teal").save(path, "JPEG", exif=exif)
    found = inspect(path, path.name, thumbnail)
    assert (found.kind, found.format, found.traces) == ("image", "JPEG", ("device",))
    with Image.open(thumbnail) as small:
        assert small.size == (180, 270)


def test_sound(sound: Path, tmp_path: Path) -> None:
    """Music with a cover is no film."""
    found = inspect(sound, "a")
    assert (found.kind, found.format, found.info.duration_ms) == ("sound", "wav", 8000)
    cover, music = tmp_path / "cover.png", tmp_path / "music.mp3"
    Image.new("RGB", (64, 64), "teal").save(cover)
    run(["-i", str(sound), "-i", str(cover), "-map", "0", "-map", "1", "-c:v", "copy", str(music)])
    assert (inspect(music, "a").kind, inspect(music, "a").format) == ("sound", "mp3")


@pytest.mark.parametrize(
    "text",
    [
        "#!/bin/sh\nrm -rf ~\n",
        "import os\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nfile://{film}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile {film}\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=-\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n",
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>',
        "1\n00:00:01,000 --> 00:00:02,000\nHello\n",
        "",
    ],
)
def test_what_is_no_film_whatever_it_is_called(film: Path, tmp_path: Path, text: str) -> None:
    """Programs, playlists and lists of files are not opened, though what they name is there."""
    path = tmp_path / "film.mp4"
    path.write_text(text.replace("{film}", str(film)))
    assert refusal(path, "film.mp4") == "film.mp4 can't be read as a video, picture or sound"


def test_what_broke_off(film: Path, sound: Path, tmp_path: Path) -> None:
    """Half a film, half a sound, half a picture."""
    for whole, told in ((film, "its end is missing"), (sound, "its end is missing")):
        half = tmp_path / whole.name
        half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
        assert told in refusal(half)
    picture = tmp_path / "a.png"
    noise = np.random.default_rng(1).integers(0, 255, (200, 200, 3), np.uint8)
    Image.fromarray(noise).save(picture)
    picture.write_bytes(picture.read_bytes()[:50_000])
    assert "is not a whole picture" in refusal(picture)


def test_a_decompression_bomb(tmp_path: Path) -> None:
    """A few kilobytes that would be 10,000 million pixels are never unpacked."""
    side = 16_000

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
    assert bomb.stat().st_size < 50_000
    assert refusal(bomb) == "it has over 120 million pixels"


def test_an_animation_is_no_picture(tmp_path: Path) -> None:
    """It would stand still."""
    path = tmp_path / "a.webp"
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert refusal(path) == "it is an animation"


def test_a_reader_that_does_not_come_to_an_end(film: Path) -> None:
    """It is stopped."""
    with pytest.raises(HosoError, match=r"it can't be read within 0.01 s"):
        inspect(film, "it", seconds=0.01)
