"""What an editor of scripts completes with: the schema's keys, and the names that there are."""

from __future__ import annotations

from typing import Any, Literal

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.script.media import FOOTAGE, IMAGES, SOUNDS, list_media
from hoso.script.schema import schemas
from hoso.styles.catalog import Styles
from hoso.voice.catalog import listing

Document = Literal["message", "settings"]
FILES = {"message": "message.schema.json", "settings": "hoso.schema.json"}


def completion(project: Project, document: Document) -> dict[str, Any]:
    """The schema of a document, and `names`: what may stand at a way into it, keys joined by dots.

    List positions go unsaid: `scenes.footage` is every scene's.
    """
    return {"schema": schemas()[FILES[document]], "names": names(project)}


def names(project: Project) -> dict[str, list[str]]:
    """Names by where they stand in a script or hoso.yaml."""
    films, images, sounds = (list_media(project.videos, endings) for endings in (FOOTAGE, IMAGES, SOUNDS))
    styles = list(Styles(project).names)
    engines = listing(project)
    voices = dict.fromkeys(voice for engine in engines for group in engine.voices.values() for voice in group)
    return {
        "scenes.footage": list(films),
        "scenes.image": list(images),
        "logo": list(images),
        "music.file": [*sounds, *films],
        "channels": _channels(project),
        "style": styles,
        "scenes.style": styles,
        "voice.engine": [engine.name for engine in engines],
        "voice.fallback": [engine.name for engine in engines],
        "voice.name": list(voices),
    }


def _channels(project: Project) -> list[str]:
    try:
        return list(Catalog.load(project).names)
    except InputError:
        return list(Catalog.load().names)
