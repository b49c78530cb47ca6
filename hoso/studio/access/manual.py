"""The API as people read it, from the same description that programs get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hoso.studio.access.schema import ROLES


@dataclass(frozen=True, slots=True)
class Value:
    """Something with a name that is sent or answered."""

    name: str
    kind: str
    """What it is, as `string`, `integer | null`, `[Problem]`."""
    required: bool
    about: str
    shape: str
    """The shape that `kind` names, else empty."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Something to ask for."""

    method: str
    path: str
    summary: str
    about: str
    roles: tuple[str, ...]
    """Empty: everybody."""
    takes: tuple[Value, ...]
    sends: Value | None
    gives: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What is below one address: `name` is its part after /api/."""

    name: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object of JSON."""

    name: str
    about: str
    fields: tuple[Value, ...]


def groups(schema: Mapping[str, Any]) -> tuple[Group, ...]:
    """All that `schema` (OpenAPI) offers, by what it is about."""
    found: dict[str, list[Operation]] = {}
    for operation in _operations(schema):
        found.setdefault(operation.path.split("/")[2], []).append(operation)
    return tuple(Group(name, tuple(inside)) for name, inside in found.items())


def _operations(schema: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in schema["paths"].items():
        for method, found in methods.items():
            yield Operation(
                method.upper(),
                path,
                found.get("summary", ""),
                found.get("description", ""),
                tuple(found.get(ROLES, ())),
                tuple(_parameter(each) for each in found.get("parameters", ())),
                _content("", found.get("requestBody")),
                tuple(
                    value
                    for status, answer in found["responses"].items()
                    if status < "400" and (value := _content(status, answer)) is not None
                ),
            )


def shapes(schema: Mapping[str, Any]) -> Iterator[Shape]:
    """The objects that `schema` names, by name."""
    for name, found in schema.get("components", {}).get("schemas", {}).items():
        if name in ("HTTPValidationError", "ValidationError"):
            continue
        required = found.get("required", ())
        fields = tuple(
            _value(field, each, required=field in required)
            for field, each in found.get("properties", {}).items()
        )
        about = found.get("description", "")
        yield Shape(name, about if fields else f"{about} {_kind(found)}".strip(), fields)


def _parameter(found: Mapping[str, Any]) -> Value:
    value = _value(found["name"], found["schema"], required=found.get("required", False))
    about = found.get("description") or value.about
    return Value(value.name, value.kind, value.required, about, value.shape)


def _content(name: str, found: Mapping[str, Any] | None) -> Value | None:
    """What a body or an answer is made of; None where there is none."""
    if found is None or not found.get("content"):
        return None
    media, body = next(iter(found["content"].items()))
    if media != "application/json" or not body.get("schema"):
        return Value(name, media, True, "", "")
    return _value(name, body["schema"], required=True)


def _value(name: str, schema: Mapping[str, Any], *, required: bool) -> Value:
    return Value(name, _kind(schema), required, schema.get("description", ""), _shape(schema))


def _kind(schema: Mapping[str, Any]) -> str:
    several = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if several:
        return " | ".join(_kind(each) for each in several)
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    more = schema.get("additionalProperties")
    return f"{{name: {_kind(more)}}}" if isinstance(more, Mapping) and more else _word(schema)


def _word(schema: Mapping[str, Any]) -> str:
    """The one word for what has no parts."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    return str(schema.get("const") or schema.get("format") or schema.get("type") or "any")


def _shape(schema: Mapping[str, Any]) -> str:
    """The first shape that `schema` leads to."""
    if "$ref" in schema:
        return _word(schema)
    inside = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
    inside += [
        schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), Mapping)
    ]
    return next((found for each in inside if (found := _shape(each))), "")
