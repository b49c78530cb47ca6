"""The files that there are, and what people do to them."""

from __future__ import annotations

from math import inf

from hoso.base.problems import InputError, Problem
from hoso.media.library import Library
from hoso.pipeline.footage.listing import MediaFile, delete_media, media_files, media_path
from hoso.pipeline.overview import Overviews, users
from hoso.pipeline.trash import Thrown
from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.messages.views import READING_SECONDS
from hoso.studio.place import Studio


def listed(studio: Studio, seconds: float = READING_SECONDS) -> tuple[MediaFile, ...]:
    """All files that scripts can name, with the messages that do.

    Of messages that were changed, those are not known yet that can't be read within about `seconds`.
    """
    overviews, _ = Overviews(studio.project).all(seconds)
    return media_files(studio.project, users(overviews))


def looked_at(studio: Studio, name: str) -> MediaFile:
    """A file with all that is to be known of it. Raises InputError where there is none, HosoError where it
    can't be read."""
    path = media_path(studio.project, name)
    library = Library(studio.project.state)
    library.info(path)
    library.traces(path)
    return next(file for file in listed(studio) if studio.project.videos / file.name == path)


def delete(studio: Studio, person: Person, name: str, *, anyway: bool) -> Thrown:
    """Put a file into the trash. Raises InputError where there is none, or, unless `anyway`, it is used."""
    overviews, _ = Overviews(studio.project).all(inf)
    path = media_path(studio.project, name)
    used = users(overviews).get(path.relative_to(studio.project.videos).as_posix(), ())
    if used and not anyway:
        words = f"{name} is used by {', '.join(used)}"
        raise InputError([Problem(words, "Delete it anyway, or take it out of these messages first.")])
    thrown = delete_media(studio.project, name, person.name)
    audit.record(studio.database, person, "files.delete", thrown.name, ", ".join(used))
    return thrown
