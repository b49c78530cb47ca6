"""Texts checked while somebody writes them, as the command line would check the file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.pipeline.check import check_all
from hoso.script.reader import Unsaved, read_messages
from hoso.script.scenes import ClipScene

_AT_ONCE = threading.BoundedSemaphore(2)
"""Checks take half a second of a core each, and every pause in typing asks for one."""


def check_text(project: Project, path: Path, text: str | None = None) -> tuple[Problem, ...]:
    """What is wrong with `text` as the script at `path`; without `text`, with the file.

    It is what `check` says on the command line, and that the studio runs no clips.
    """
    unsaved = {} if text is None else {path: text.encode()}
    with _AT_ONCE:
        try:
            found = check_all(project, [path], unsaved)
        except HosoError as error:
            found = (error.problem,)
    return (*found, *_clips(project, path, unsaved))


def _clips(project: Project, path: Path, unsaved: Unsaved) -> Iterator[Problem]:
    """That the studio never runs what a clip scene names; nothing where the script can't be read."""
    written = unsaved[path] if path in unsaved else path.read_bytes()
    if b"clip" not in written:
        return
    try:
        (script,) = read_messages([path], project, unsaved)
    except InputError:
        return
    for index, scene in enumerate(script.message.scenes):
        if isinstance(scene, ClipScene):
            words = "the studio never runs the programs of clips"
            remedy = "Render this message from the command line, or show something else in this scene."
            yield script.problem(("scenes", index, "clip"), words, remedy, level="warning")
