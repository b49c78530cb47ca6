"""What a file's metadata tells of place, time, device or author: things that can endanger people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

WORDS = {
    "place": ("location", "gps", "xyz", "geo"),
    "time": ("creation_time", "creationdate", "datetime", "date"),
    "device": ("make", "model", "manufacturer", "device", "serial", "lens", "software", "firmware"),
    "author": ("artist", "author", "copyright", "owner", "comment", "title", "description"),
}
"""Parts of the names of tags, by what they tell."""


def traces(path: Path) -> tuple[str, ...]:
    """What the metadata of the film, sound or picture at `path` tells: `place`, `time`, `device`, `author`.

    Empty where it tells nothing, or can't be read.
    """
    names = {name.casefold() for name in (*_container(path), *_still(path))}
    return tuple(
        kind for kind, parts in WORDS.items() if any(part in name for part in parts for name in names)
    )


def _container(path: Path) -> Iterator[str]:
    import av

    try:
        with av.open(str(path), metadata_errors="replace") as container:
            tagged: list[Mapping[str, str]] = [container.metadata]
            tagged += [stream.metadata for stream in container.streams]
            for tags in tagged:
                yield from (name for name, value in tags.items() if value.strip())
    except (av.FFmpegError, OSError, ValueError):
        return


def _still(path: Path) -> Iterator[str]:
    """The names of a picture's EXIF tags."""
    from PIL import ExifTags, Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            exif = picture.getexif()
            yield from (ExifTags.TAGS.get(tag, "") for tag in exif)
            if exif.get_ifd(ExifTags.IFD.GPSInfo):
                yield "gps"
            yield from (ExifTags.TAGS.get(tag, "") for tag in exif.get_ifd(ExifTags.IFD.Exif))
    except (UnidentifiedImageError, OSError, ValueError):
        return
