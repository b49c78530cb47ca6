"""What footage tells about where, when, with what and by whom it was made."""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image

from hoso.media.ffmpeg import run
from hoso.media.traces import traces


def film(path: Path, *tags: str) -> Path:
    """A second of nothing, with metadata."""
    options = [part for tag in tags for part in ("-metadata", tag)]
    source = ["-f", "lavfi", "-i", "color=s=64x64:d=1"]
    run([*source, *options, "-movflags", "use_metadata_tags", "-fflags", "+bitexact", str(path)])
    return path


def test_a_telephones_film_tells(tmp_path: Path) -> None:
    """Place, time and device, by their tags."""
    path = film(
        tmp_path / "a.mp4", "location=+48.0+037.8/", "make=Phone", "creation_time=2024-10-23T10:00:00Z"
    )
    assert traces(path) == ("place", "time", "device")


def test_a_clean_film_tells_nothing(tmp_path: Path) -> None:
    """What every container has is no trace."""
    assert traces(film(tmp_path / "a.mp4")) == ()


def test_a_photograph_tells(tmp_path: Path) -> None:
    """EXIF: the camera, the place, the photographer."""
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Camera"
    exif[ExifTags.Base.Artist] = "Somebody"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    picture = Image.new("RGB", (8, 8))
    picture.save(tmp_path / "a.jpg", exif=exif)
    picture.save(tmp_path / "b.jpg")
    assert traces(tmp_path / "a.jpg") == ("place", "device", "author")
    assert traces(tmp_path / "b.jpg") == ()


def test_what_is_no_media_tells_nothing(tmp_path: Path) -> None:
    """A text is no film."""
    (tmp_path / "a.txt").write_text("hello")
    assert traces(tmp_path / "a.txt") == ()
