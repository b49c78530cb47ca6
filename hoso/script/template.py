"""`new`: a message to begin with, made of the footage that is there."""

from __future__ import annotations

import importlib.resources
import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from string import Template

from hoso.base.files import write_text
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.script.media import FOOTAGE, IMAGES, SOUNDS, list_media
from hoso.script.model import Settings
from hoso.script.reader import RESERVED
from hoso.script.schema import MESSAGE_SCHEMA, schema_text, schemas

MOST_NAME_BYTES = 150
"""Of a message's name: files are called after it, with more behind it."""
MOST_SCENES = 8
"""Files that get a scene of their own; the others are only named."""

# Said over the footage, in turn: (Korean, Russian). Examples to be written over.
LINES = (
    ("여러분의 생명은 소중합니다.", "Ваша жизнь дорога."),
    ("무의미하게 죽지 마십시오.", "Не погибайте бессмысленно."),
    ("여러분에게는 살 길이 있습니다.", "У вас есть возможность выжить."),
    ("우리는 여러분을 인도적으로 대할 것입니다.", "С вами будут обращаться гуманно."),
    ("따뜻한 음식과 잠자리, 치료를 받게 됩니다.", "Вы получите горячую еду, ночлег и лечение."),
)


def new_message(name: str, project: Project, settings: Settings) -> Path:
    """Write scripts/`name`.yaml from the template and return its path; nothing is overwritten.

    Footage, pictures and the first music of videos/ are used, in alphabetical order. The schema is written
    beside where it is missing. Raises InputError where the name can't be used or is taken.
    """
    path = project.scripts / f"{checked_name(name)}.yaml"
    if path.exists():
        raise InputError(
            [Problem("there is such a script already", "Choose another name, or edit it.", path)]
        )
    schema = project.scripts / MESSAGE_SCHEMA
    if not schema.exists():
        write_text(schema, schema_text(schemas()[MESSAGE_SCHEMA]))
    write_text(path, message_text(project.videos, settings))
    return path


def message_text(videos: Path, settings: Settings) -> str:
    """The template filled in for the files in `videos`; what `settings` give already is left out."""
    footage, images = list_media(videos, FOOTAGE), list_media(videos, IMAGES)
    seen = [("footage", name) for name in footage] + [
        ("image", name) for name in images if name != settings.logo
    ]
    template = importlib.resources.files("hoso.script").joinpath("template.yaml").read_text("utf-8")
    return Template(template).substitute(
        schema=MESSAGE_SCHEMA,
        shared="".join(_shared(settings)),
        music=_music(list_media(videos, SOUNDS)) if settings.music is None else "",
        scenes="".join(_scene(kind, name, n) for n, (kind, name) in enumerate(seen[:MOST_SCENES])),
        rest=_rest([name for _, name in seen[MOST_SCENES:]]),
    )


def checked_name(name: str) -> str:
    """`name`, of a message, without the script's ending. Raises InputError where none can be called so."""
    stem = unicodedata.normalize("NFC", name).removesuffix(".yaml").removesuffix(".yml")
    if not re.fullmatch(r"\w[\w.-]*", stem) or stem in RESERVED or len(stem.encode()) > MOST_NAME_BYTES:
        remedy = "Use letters, digits, `-` and `_`, such as appeal-2024-10-23."
        raise InputError([Problem(f"a message can't be called '{name}'", remedy)])
    return stem


def _shared(settings: Settings) -> list[str]:
    parts = []
    if settings.source is None:
        parts.append("# Who speaks: shown on the end card and in every caption. Write your project's name.\n")
        parts.append("source: Example project\n\n")
    if not settings.channels:
        parts.append("# Where the video goes; `hoso channels` lists what there is.\nchannels: [telegram]\n\n")
    if settings.contact.empty:
        parts.append(
            "# How readers reach you. These are placeholders: `check` warns until you replace them.\n"
        )
        parts.append(
            'contact: {phone: "+000 00 000 0000", telegram: "@example", url: "https://example.org"}\n\n'
        )
    return parts


def _music(sounds: Sequence[str]) -> str:
    if not sounds:
        return ""
    comment = "# Under the speech, looped and faded; the level is in LU under it."
    return f"{comment}\nmusic: {{file: {_quoted(sounds[0])}, level: -18}}\n\n"


def _scene(kind: str, name: str, number: int) -> str:
    korean, russian = LINES[number % len(LINES)]
    return (
        f"  - {kind}: {_quoted(name)}\n"
        f"{_HINTS.get((kind, number == 0), '')}"
        f"    say:\n      - {{ko: {_quoted(korean)}, ru: {_quoted(russian)}}}\n\n"
    )


_HINTS = {
    ("footage", True): (
        "    # from: 0:02            # where to begin in the footage\n"
        "    # to: 0:09              # where to end; without it the scene lasts as long as its words\n"
        "    # focus: [0.5, 0.4]     # the point that every crop keeps: left to right, top to bottom\n"
    ),
}


def _rest(names: Sequence[str]) -> str:
    if not names:
        return ""
    return "  # Also in videos/: " + ", ".join(_quoted(name) for name in names) + "\n\n"


def _quoted(text: str) -> str:
    """`text` as YAML, inside brackets too: plain where that is safe."""
    safe = re.fullmatch(r"[A-Za-z][A-Za-z0-9_./-]*\.[A-Za-z][A-Za-z0-9]*", text)
    # JSON's strings are YAML's double-quoted ones.
    return text if safe else json.dumps(text, ensure_ascii=False)
