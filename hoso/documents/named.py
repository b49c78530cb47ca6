"""Things that have a name, one a file of that name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel

from hoso.base.problems import InputError, Problem
from hoso.documents.validation import nearest, validate
from hoso.documents.yaml_source import YamlSource

M = TypeVar("M", bound=BaseModel)


def unknown(what: str, name: str, known: Sequence[str]) -> Problem | None:
    """The problem with the name of a `what` that is not one of `known`; None where it is."""
    if name in known:
        return None
    guess = nearest(name, known)
    remedy = f"Did you mean {guess}? " if guess else ""
    return Problem(f"there is no {what} {name}", f"{remedy}There is: {', '.join(known)}.")


def read_named(source: YamlSource, name: str, model: type[M]) -> M:
    """The file `name`.yaml as a `model`, which has a `name` too. Raises InputError with all that is wrong."""
    found, problems = validate(source, model)
    own = getattr(found, "name", name)
    if own != name:
        message = f"the name is {own}, but the file is {name}.yaml"
        problems.append(source.problem(("name",), message, f"Write name: {name}, or rename the file."))
    if found is None or problems:
        raise InputError(problems)
    return found
