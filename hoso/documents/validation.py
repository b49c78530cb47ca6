"""Plain data from a file becomes a pydantic model, or problems with places and remedies."""

from __future__ import annotations

import difflib
import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, Union

from pydantic import BaseModel, GetJsonSchemaHandler, Tag, ValidationError
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from hoso.base.problems import Problem
from hoso.documents.sentences import Say, Wrong, sentence
from hoso.documents.yaml_source import DataPath, YamlSource

M = TypeVar("M", bound=BaseModel)


class Nullable:
    """Marks a field where an empty value (`null`) means something; elsewhere one is an oversight."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The field's own schema, or null."""
        return {"anyOf": [handler(core), {"type": "null"}]}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` was probably meant to be."""
    names = list(known)
    folded = {name.casefold(): name for name in names}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def validate(
    source: YamlSource,
    model: type[M],
    *,
    not_built: Mapping[str, str] | None = None,
    own: Mapping[str, Say] | None = None,
) -> tuple[M | None, list[Problem]]:
    """`source` as a `model`, and every problem found; the model is None where there is an error.

    The file's values are taken as they are: `"1"` is no number. `not_built` names keys that are known but of
    which nothing would come yet, with a word on each; `own` adds sentences for errors that only `model` has.
    """
    problems = list(source.problems)
    empty = _empty_values(source, model)
    problems += [_empty_problem(source, path) for path in empty]
    try:
        found = model.model_validate_json(json.dumps(source.data), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        wrongs = [_wrong(source, model, item, not_built or {}) for item in error.errors(include_url=False)]
        problems += [
            source.problem(wrong.path, *sentence(wrong, own), key=wrong.at_key)
            for wrong in _without_echoes(wrongs)
            if not any(_echoes(wrong, path) for path in empty)
        ]
        return None, in_order(problems)
    return (None if problems else found), in_order(problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """`problems` in the order in which a reader of their files meets them, each once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (str(p.path or ""), p.line or 0, p.column or 0))


def _echoes(wrong: Wrong, empty: DataPath) -> bool:
    """Whether the empty value at `empty`, which is a problem of its own, is all that is wrong."""
    inside = wrong.path[: len(empty)] == empty and wrong.type != "extra_forbidden"
    around = empty[: len(wrong.path)] == wrong.path and wrong.type == "hoso"
    return inside or around


def _empty_values(source: YamlSource, model: type[BaseModel]) -> list[DataPath]:
    empty = []
    for path in source.nulls():
        steps = list(_walk(model, path, tagged=False))
        field = steps[-1].field if len(steps) == len(path) else None
        known = len(steps) == len(path) or isinstance(path[-1], int)
        if known and not (field and any(isinstance(mark, Nullable) for mark in field.metadata)):
            empty.append(path)
    return empty


def _empty_problem(source: YamlSource, path: DataPath) -> Problem:
    what = f"`{path[-1]}` has no value" if isinstance(path[-1], str) else f"item {path[-1] + 1} is empty"
    return source.problem(path, what, "Write one, or delete it.", key=True)


def _without_echoes(wrongs: Sequence[Wrong]) -> Iterator[Wrong]:
    """One mistake, one problem: no missing `title` where `titel` is, no empty list where items are wrong."""
    meant = {
        (wrong.path[:-1], guess)
        for wrong in wrongs
        if wrong.type == "extra_forbidden" and (guess := nearest(str(wrong.path[-1]), wrong.siblings))
    }
    for wrong in wrongs:
        misspelt = wrong.type == "missing" and (wrong.path[:-1], wrong.path[-1]) in meant
        filled = wrong.type == "too_short" and len(wrong.value) >= wrong.context["min_length"]
        if not (misspelt or filled):
            yield wrong


def _wrong(
    source: YamlSource, model: type[BaseModel], error: Mapping[str, Any], not_built: Mapping[str, str]
) -> Wrong:
    steps = list(_walk(model, error["loc"], tagged=True))
    path = tuple(step.part for step in steps if not step.is_tag)
    unknown = error["loc"][len(steps) :]
    last = steps[-1] if steps else None
    holder = next((step.holder for step in reversed(steps) if step.holder), model)
    if unknown and (last is None or last.leads_to is not None):
        holder = model if last is None else typing.cast("type[BaseModel]", last.leads_to)
    path += tuple(unknown)
    return Wrong(
        type=error["type"],
        path=path,
        value=source.at(path),
        written=source.written.get(path),
        context=error.get("ctx") or {},
        message=error["msg"],
        siblings=tuple(_keys(holder)),
        description=(last.field.description or "") if last and last.field and not unknown else "",
        inner=tuple(_keys(last.leads_to)) if last and last.leads_to and not unknown else (),
        nearest=nearest,
        not_built=not_built,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """One part of the way into a model."""

    part: str | int
    is_tag: bool = False
    holder: type[BaseModel] | None = None
    field: FieldInfo | None = None
    leads_to: type[BaseModel] | None = None


def _keys(model: type[BaseModel]) -> Iterator[str]:
    return (info.alias or name for name, info in model.model_fields.items())


def _walk(model: type[BaseModel], path: Sequence[str | int], *, tagged: bool) -> Iterator[_Step]:
    """The steps from `model` along `path`, as far as they lead; pydantic's paths hold tags (`tagged`)."""
    kind: Any = model
    for index, part in enumerate(path):
        kind, step = _step(kind, part, path[index + 1 :], tagged=tagged)
        if step is None:
            return
        yield step


def _step(kind: Any, part: str | int, rest: Sequence[str | int], *, tagged: bool) -> tuple[Any, _Step | None]:
    kind = _bare(kind)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return _step_in_union(args, part, rest, tagged=tagged)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            if part == (info.alias or name):
                return info.annotation, _Step(part, False, kind, info, _model_in(info.annotation))
        return None, None
    if origin is tuple and isinstance(part, int):
        inner = args[0] if len(args) == 2 and args[1] is Ellipsis else args[min(part, len(args) - 1)]
        return inner, _Step(part, leads_to=_model_in(inner))
    if origin is dict:
        return args[1], _Step(part, leads_to=_model_in(args[1]))
    return None, None


def _step_in_union(
    members: Sequence[Any], part: str | int, rest: Sequence[str | int], *, tagged: bool
) -> tuple[Any, _Step | None]:
    tags = {
        mark.tag: member
        for member in members
        for mark in typing.get_args(member)[1:]
        if isinstance(mark, Tag)
    }
    if tagged and part in tags:
        return tags[str(part)], _Step(part, True, leads_to=_model_in(tags[str(part)]))
    for member in members:
        kind, step = _step(member, part, rest, tagged=tagged)
        if step is not None:
            return kind, step
    return None, None


def _bare(kind: Any) -> Any:
    """`kind` without Annotated and without None."""
    while typing.get_origin(kind) is Annotated:
        kind = typing.get_args(kind)[0]
    if typing.get_origin(kind) in (Union, types.UnionType):
        members = [member for member in typing.get_args(kind) if member is not type(None)]
        return _bare(members[0]) if len(members) == 1 else kind
    return kind


def _model_in(kind: Any) -> type[BaseModel] | None:
    bare = _bare(kind)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None
