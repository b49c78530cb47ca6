"""Everything about a message that can be known before its lines are spoken, in one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hoso.base.problems import Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.documents.validation import in_order
from hoso.script.reader import Script
from hoso.script.rules import files, leaflets, looks, publishing, scenes, words
from hoso.script.rules.desk import Desk

if TYPE_CHECKING:
    from hoso.media.probe import MediaInfo

RULES = (
    files.named_files,
    files.clips,
    words.translations,
    words.line_ids,
    words.line_marks,
    scenes.footage,
    scenes.focuses,
    scenes.cards,
    scenes.transitions,
    scenes.lower_thirds,
    looks.styles,
    leaflets.leaflet,
    publishing.channels,
    publishing.editions,
    publishing.attribution,
    publishing.placeholders,
)


def check_message(
    script: Script,
    project: Project,
    catalog: Catalog,
    probe: Callable[[Path], MediaInfo] | None = None,
    *,
    clips: bool = True,
) -> list[Problem]:
    """All errors and warnings of `script`, in the order of its lines; empty where nothing is wrong.

    `probe` opens a media file (hoso.media.probe, or a library that remembers); without it none is opened.
    Without `clips`, clips are refused whatever the project allows.
    What depends on how long the words take is the timeline's to check.
    """
    desk = Desk(script, project, catalog, probe, clips)
    return in_order(problem for rule in RULES for problem in rule(desk))
