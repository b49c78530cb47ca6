"""Hearing lines before rendering."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hoso.base.events import Listener
from hoso.base.files import copy_file
from hoso.base.jobs import CancelToken
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.reading import read_checked
from hoso.pipeline.voicing import addresses, part_of
from hoso.pipeline.workshop import open_workshop
from hoso.script.model import Edition
from hoso.script.reader import Script
from hoso.voice.booth import record


def hear(  # noqa: PLR0913 - the line, the voice, and how to run
    project: Project,
    path: Path,
    line: str | None,
    edition_name: str | None,
    out: Path,
    *,
    revoice: bool,
    token: CancelToken,
    listen: Listener,
) -> list[Path]:
    """Speak one line of the script at `path`, or all, and return the WAV files in `out`.

    `line` is a line's id or `scene.line`, both counted from 1. Raises InputError where there is no such line
    or edition.
    """
    catalog = Catalog.load(project)
    scripts, _ = read_checked(project, [path], catalog)
    script = scripts[0]
    edition = _edition(script, edition_name)
    with open_workshop(project, script.settings, catalog, 1, token, listen) as shop:
        part = part_of(shop, script, edition)
        chosen = _chosen(script, line)
        wanted = replace(part, lines=[part.lines[number] for number in chosen])
        recording = record(wanted, revoice=revoice, listen=listen, token=token)
    files = []
    for spoken, take in zip(wanted.lines, recording.takes, strict=True):
        file = out / f"{script.message.name}.{edition.voice}.{spoken.name}.wav"
        copy_file(take.path, file)
        files.append(file)
    return files


def _edition(script: Script, name: str | None) -> Edition:
    editions = script.message.editions
    found = [edition for edition in editions if name in (None, edition.name)]
    if not found:
        there = ", ".join(edition.name for edition in editions)
        raise InputError([Problem(f"there is no edition {name}", f"There is: {there}.", script.message.path)])
    return found[0]


def _chosen(script: Script, line: str | None) -> list[int]:
    """The numbers, from 0, of the lines that are asked for."""
    places = addresses(script)
    if line is None:
        return list(range(len(places)))
    names = {
        script.message.scenes[scene].say[number].id: index for index, (scene, number) in enumerate(places)
    }
    numbered = {f"{scene + 1}.{number + 1}": index for index, (scene, number) in enumerate(places)}
    found = numbered.get(line, names.get(line))
    if found is None:
        there = ", ".join(name for name in names if name) or ", ".join(numbered)
        raise InputError([Problem(f"there is no line {line}", f"There is: {there}.", script.message.path)])
    return [found]
