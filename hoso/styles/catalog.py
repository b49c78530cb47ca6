"""All styles there are: hoso's own and the project's."""

from __future__ import annotations

import importlib.resources

from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Shelf
from hoso.documents.named import read_named, unknown
from hoso.styles.contrast import faults
from hoso.styles.model import Style


class Styles:
    """Styles by name; each is read when it is asked for."""

    def __init__(self, project: Project | None = None) -> None:
        """hoso's styles and those in the project's styles/, which replace hoso's own of the same name."""
        own = [project.styles] if project is not None else []
        self._shelf = Shelf(importlib.resources.files("hoso.styles") / "data", *own)
        self._known: dict[str, tuple[Style, tuple[Problem, ...]]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """In alphabetical order."""
        return self._shelf.names

    def unknown(self, name: str) -> Problem | None:
        """The problem with a style's name; None where there is such a style."""
        return unknown("style", name, self.names)

    def style(self, name: str) -> Style:
        """The style called `name`.

        Raises InputError where there is none, or its file is wrong, or its letters can't be read.
        """
        return self._read(name)[0]

    def warnings(self, name: str) -> tuple[Problem, ...]:
        """What could be better about the style called `name`. Raises InputError as `style` does."""
        return self._read(name)[1]

    def listing(self) -> tuple[tuple[Style, ...], tuple[Problem, ...]]:
        """Every style that can be used, and what is wrong with these and with the others."""
        found, problems = list[Style](), list[Problem]()
        for name in self.names:
            try:
                style, remarks = self._read(name)
            except InputError as error:
                problems += error.problems
            else:
                found.append(style)
                problems += remarks
        return tuple(found), tuple(problems)

    def _read(self, name: str) -> tuple[Style, tuple[Problem, ...]]:
        if name not in self._known:
            problem = self.unknown(name)
            if problem is not None:
                raise InputError([problem])
            source = self._shelf.source(name)
            style = read_named(source, name, Style)
            found = tuple(faults(style, source))
            if any(problem.level == "error" for problem in found):
                raise InputError(found)
            self._known[name] = style, found
        return self._known[name]
