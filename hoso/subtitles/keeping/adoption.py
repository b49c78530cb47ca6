"""An editor's words for the script: where a subtitle's wording should become what is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoso.base import files
from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.documents.yaml_edit import with_texts
from hoso.documents.yaml_source import DataPath
from hoso.script.marks import CLOSE, OPEN
from hoso.script.model import Message
from hoso.script.reader import Script
from hoso.subtitles.cues import Cue, CuedLine
from hoso.subtitles.keeping.aligning import align
from hoso.subtitles.keeping.merging import words_of_all
from hoso.subtitles.keeping.passages import Passage, passages


@dataclass(frozen=True, slots=True)
class Adoption:
    """A line whose subtitle says something else than the script."""

    place: DataPath
    key: str
    said: str
    shown: str
    """As the script writes it."""


def adoptions(
    message: Message, language: Language, lines: Sequence[CuedLine], cues: Sequence[Cue]
) -> tuple[tuple[Adoption, ...], tuple[Passage, ...]]:
    """What `cues` say in other words than `lines`, by line; and passages that can't be told apart by line.

    `lines` are all that `message` has in `language`, in its order.
    """
    ordered = sorted(cues)
    places = {line.key: place for line, place in zip(lines, _places(message, language), strict=True)}
    spoken = sorted((line for line in lines if line.cues), key=lambda line: line.start_ms)
    old = [cue for line in spoken for cue in line.cues]
    found, joined = [], []
    for passage in passages(spoken, align(old, ordered), ordered):
        mine = [cue for group in passage.groups for cue in ordered[group.new_from : group.new_to]]
        said = words_of_all(cue for line in passage.lines for cue in line.cues)
        if words_of_all(mine) == said or not mine:
            continue
        if len(passage.lines) > 1:
            joined.append(passage)
        else:
            found.append(Adoption(places[passage.name], passage.name, said, _as_script(mine)))
    return tuple(found), tuple(joined)


def write_adoptions(script: Script, language: Language, found: Sequence[Adoption]) -> None:
    """Write the editor's words into the script's file; all else in it stays as it is."""
    path = script.message.path
    text = path.read_bytes().decode("utf-8-sig")
    files.write_text(path, with_texts(text, {(*each.place, language): each.shown for each in found}))


def joined_problems(script: Script, language: Language, joined: Sequence[Passage]) -> Iterator[Problem]:
    """Why some words could not be carried over."""
    for passage in joined:
        keys = ", ".join(line.key for line in passage.lines)
        yield Problem(
            f"cues are joined over the lines {keys} and say something else; whose words they are is unclear",
            f"Split the cue where the lines part, or write the words ({language}) into the script.",
            script.message.path,
            level="warning",
        )


def _places(message: Message, language: Language) -> Iterator[DataPath]:
    """Where the lines that have words in `language` stand in the script, in the order of cued lines."""
    for index, scene in enumerate(message.scenes):
        for key, lines in (("say", scene.say), ("lines", getattr(scene, "lines", ()))):
            for number, line in enumerate(lines):
                if line.get(language):
                    yield ("scenes", index, key, number)


def _as_script(cues: Sequence[Cue]) -> str:
    """The words of `cues` with the script's marks."""
    text = " ".join(cue.text.replace("\n", " ") for cue in cues)
    text = text.replace("*", "\\*").replace("|", "\\|")
    return " ".join(text.replace(OPEN, "**").replace(CLOSE, "**").split())
