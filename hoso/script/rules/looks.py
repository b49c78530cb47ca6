"""Styles of subtitles: there, and readable."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.problems import InputError, Problem
from hoso.documents.yaml_source import DataPath
from hoso.script.rules.desk import Desk
from hoso.script.scenes import SceneBase
from hoso.styles.catalog import Styles


def styles(desk: Desk) -> Iterator[Problem]:
    """Every style that is named, by the message or a scene."""
    catalog = Styles(desk.project)
    for path, name in _named(desk):
        unknown = catalog.unknown(name)
        if unknown is not None:
            yield desk.problem(path, unknown.message, unknown.remedy)
            continue
        try:
            yield from catalog.warnings(name)
        except InputError as error:
            yield from error.problems


def _named(desk: Desk) -> Iterator[tuple[DataPath, str]]:
    yield ("style",), desk.message.style
    for path, scene in desk.scenes(SceneBase):
        if scene.style is not None:
            yield (*path, "style"), scene.style
