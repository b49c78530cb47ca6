"""The still picture that stands for a film, as its channel takes it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from hoso.base.clock import format_clock
from hoso.base.files import write_bytes
from hoso.base.jobs import CancelToken
from hoso.base.problems import HosoError, Problem
from hoso.channels.model import Channel, PictureProfile
from hoso.release.choosing import Sight, look_at
from hoso.script.reader import Script

if TYPE_CHECKING:
    from PIL import Image

EVERY_MS = 800
"""How often the film is looked at: at every other key frame of a small picture."""
LOOK_WIDTH = 320
"""How wide the frames are that are compared."""
QUALITY = 90
LEAST_QUALITY = 60
"""A JPEG that is too large at this quality is made smaller in pixels instead."""
SHRINK = 0.85


@dataclass(frozen=True, slots=True)
class PosterForm:
    """What a channel takes. The picture's shape stays: it is brought inside `width` x `height` pixels."""

    width: int
    height: int
    format: Literal["jpg", "png"] = "jpg"
    max_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class MadePoster:
    """A poster, and the moment of the programme that it shows."""

    path: Path
    at_ms: int
    width: int
    height: int


def poster_form(channel: Channel, profile: PictureProfile) -> PosterForm:
    """The form of `channel`'s poster: its facts', or the raster of its `profile`."""
    facts = channel.poster
    size = facts.size.value if facts is not None and facts.size is not None else profile
    kind = facts.format.value if facts is not None and facts.format is not None else "jpg"
    most = facts.max_bytes.value if facts is not None and facts.max_bytes is not None else None
    return PosterForm(size.width, size.height, kind, most)


def poster_problem(script: Script, duration_ms: int) -> Problem | None:
    """What is wrong with the script's own time for the poster in a programme of that length."""
    at = script.message.poster
    if at is None or at < duration_ms:
        return None
    message = f"the poster is to show {format_clock(at)}, but the video lasts {format_clock(duration_ms)}"
    return script.problem(("poster",), message, "Write an earlier time, or delete it: then hoso chooses one.")


def poster(film: Path, out: Path, form: PosterForm, at_ms: int) -> MadePoster:
    """Write the frame that `film` shows at `at_ms` to `out`, whose ending is `form.format`.

    The same film gives the same bytes; there is no metadata. Raises HosoError where the film can't be read or
    no picture is small enough.
    """
    from hoso.release.frames import frame_at

    picture = _inside(frame_at(film, at_ms), form.width, form.height)
    picture, data = _encoded(picture, form, film)
    write_bytes(out, data)
    return MadePoster(out, at_ms, picture.width, picture.height)


def sights(film: Path, token: CancelToken) -> list[Sight]:
    """What can be chosen from: `film` now and then, measured; a small copy without subtitles serves as well.

    There is at least one. Raises HosoError where the film can't be read or has no picture, Cancelled.
    """
    from hoso.release.frames import samples

    found = [look_at(at, grey) for at, grey in samples(film, EVERY_MS, LOOK_WIDTH, token)]
    if not found:
        raise HosoError(f"{film.name} has no picture", "Render it again.", path=film)
    return found


def _inside(picture: Image.Image, width: int, height: int) -> Image.Image:
    """`picture`, made smaller where it is larger than that."""
    from PIL.Image import Resampling

    share = min(width / picture.width, height / picture.height)
    if share >= 1:
        return picture
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    return picture.resize(size, Resampling.LANCZOS)


def _encoded(picture: Image.Image, form: PosterForm, film: Path) -> tuple[Image.Image, bytes]:
    """`picture` within the form's bytes: of less quality first, then smaller; and as it was written."""
    while min(picture.size) >= 16:
        for quality in range(QUALITY, LEAST_QUALITY - 1, -10):
            data = _written(picture, form, quality)
            if form.max_bytes is None or len(data) <= form.max_bytes:
                return picture, data
            if form.format == "png":
                break
        picture = _inside(picture, round(picture.width * SHRINK), round(picture.height * SHRINK))
    raise HosoError(
        f"no poster of {film.name} has at most {form.max_bytes} bytes",
        "Raise the channel's limit.",
        path=film,
    )


def _written(picture: Image.Image, form: PosterForm, quality: int) -> bytes:
    file = io.BytesIO()
    if form.format == "png":
        picture.save(file, "PNG", optimize=True)
    else:
        # Colour at full resolution: red and yellow letters stay crisp.
        picture.save(file, "JPEG", quality=quality, optimize=True, subsampling=0)
    return file.getvalue()
