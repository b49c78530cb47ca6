"""A YAML file as plain data that still knows where everything was written.

YAML 1.2's core schema, so `0:02`, `no`, `on` and `2024-10-23` are text. Nothing is ever built from a tag.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from hoso.base.problems import InputError, Level, Problem
from hoso.documents.yaml_errors import explain_syntax

DataPath = tuple[str | int, ...]
"""The way to a value: keys and list positions (from 0) as the file has them: ("scenes", 2, "say", 0)."""

MAX_BYTES = 1_000_000
MAX_VALUES = 100_000
"""References (`*`) can make more values than a file has bytes."""
_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
# Longer numbers than this are codes and phone numbers, not quantities.
_INT = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_CORE_TAG = "tag:yaml.org,2002:"
# Half of a UTF-16 pair, which no UTF-8 can hold.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_HALF = "half of a character (`\\ud…`) stands alone"


class Mark(NamedTuple):
    """Where something begins; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What a file says and where. `problems` are those that did not keep it from being read."""

    path: Path
    data: Any
    keys: Mapping[DataPath, Mark] = field(default_factory=dict)
    values: Mapping[DataPath, Mark] = field(default_factory=dict)
    written: Mapping[DataPath, str] = field(default_factory=dict)
    """Each scalar as it stands in the file, quotes taken off."""
    problems: tuple[Problem, ...] = ()

    def mark(self, path: DataPath, *, key: bool = False) -> Mark:
        """Where the value at `path` begins, or its key; where neither is, the nearest that holds them."""
        for length in range(len(path), -1, -1):
            part = path[:length]
            # Something missing is best shown where its holder is named.
            marks = (self.keys, self.values) if key or length < len(path) else (self.values, self.keys)
            for found in (marks[0].get(part), marks[1].get(part)):
                if found is not None:
                    return found
        return Mark(1, 1)

    def problem(
        self, path: DataPath, message: str, remedy: str = "", *, key: bool = False, level: Level = "error"
    ) -> Problem:
        """A problem with the value (or the key) at `path`."""
        return Problem(message, remedy, self.path, *self.mark(path, key=key), level)

    def at(self, path: DataPath) -> Any:
        """The value at `path`; None where there is none."""
        value = self.data
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def nulls(self) -> Iterator[DataPath]:
        """The ways to all values that are empty."""
        return (path for path in self.values if path and self.at(path) is None)


def read_yaml(path: Path) -> YamlSource:
    """The file at `path`. Raises InputError where it can't be read as one YAML mapping or list."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError([Problem(f"there is no file {path.name}", "Check the name.", path)]) from None
    except IsADirectoryError:
        raise InputError([Problem(f"{path.name} is a folder", "Name a file in it.", path)]) from None
    except OSError as error:
        raise InputError([Problem(f"the file can't be read: {error.strerror}", "", path)]) from error
    return parse_yaml(data, path)


def parse_yaml(data: bytes, path: Path) -> YamlSource:
    """`data` as YAML; `path` is for messages only.

    Raises InputError where the data isn't UTF-8, isn't YAML, is empty or isn't a mapping. Keys written twice
    and tags are found too, but reading goes on: they are in `problems`.
    """
    text = _decode(data, path)
    builder = _Builder(path)
    try:
        root = _compose(text, path)
        if root is None:
            raise InputError([Problem("the file is empty", "Begin it with its first key.", path, 1, 1)])
        value = builder.build(root, ())
    except RecursionError:
        raise InputError([Problem("the file is nested too deeply", "Remove brackets.", path)]) from None
    if not isinstance(value, dict):
        kind = "a list" if isinstance(value, list) else "a single value"
        remedy = "At the left edge there must be keys, such as `title:`, without `-`."
        raise InputError([Problem(f"the file is {kind}, not keys with values", remedy, path, 1, 1)])
    problems = tuple(builder.problems)
    return YamlSource(path, value, builder.keys, builder.values, builder.written, problems)


def _decode(data: bytes, path: Path) -> str:
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data) / 1e6:.1f} MB: too large to be written by hand"
        raise InputError([Problem(message, "Is this the right file?", path)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        encoding = _guess(data)
        looks = f"; it looks like {encoding}" if encoding else ""
        remedy = "Save it as UTF-8: most editors offer the encoding in “Save as”."
        raise InputError([Problem(f"the file is not UTF-8{looks}", remedy, path, line, column)]) from None


def _guess(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return ""
    return "CP949 (Korean Windows)" if re.search("[가-힣]", text) else ""


def _compose(text: str, path: Path) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an anchor used twice is legal
            return YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        raise InputError([explain_syntax(error, text, path)]) from None


class _Builder:
    """Turns ruamel's nodes into plain data and notes where each was."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys: dict[DataPath, Mark] = {}
        self.values: dict[DataPath, Mark] = {}
        self.written: dict[DataPath, str] = {}
        self.problems: list[Problem] = []
        self._open: list[Any] = []
        self._count = 0

    def build(self, node: Any, path: DataPath) -> Any:
        self.values[path] = _mark(node)
        self._count += 1
        if any(node is holder for holder in self._open):
            return self._refuse(node, f"`*{node.anchor}` stands inside itself", "Write the value out.")
        if self._count > MAX_VALUES:
            raise InputError(
                [Problem("the file's `*` references make it endless", "Write them out.", self.path)]
            )
        self._open.append(node)
        try:
            return self._value(node, path)
        finally:
            self._open.pop()

    def _value(self, node: Any, path: DataPath) -> Any:
        if not str(node.tag).startswith(_CORE_TAG) or "/" in str(node.tag):
            tag = str(node.tag).replace(_CORE_TAG, "!!")
            return self._refuse(node, f"`{tag}` is not used here", "Put text that begins with `!` in quotes.")
        if node.id == "scalar":
            return self._scalar(node, path)
        if node.id == "sequence":
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: Any, path: DataPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if key_node.id != "scalar":
                self._refuse(key_node, "a key must be a single word", "Write `key: value`.")
                continue
            key = _paired(str(key_node.value))
            if _SURROGATE.search(key):
                self._refuse(key_node, _HALF, "Write the character itself.")
                continue
            if key in result:
                first = self.keys[(*path, key)].line
                self._refuse(
                    key_node, f"`{key}` is written twice", f"Keep one of them; the first is in line {first}."
                )
                continue
            self.keys[(*path, key)] = _mark(key_node)
            result[key] = self.build(value_node, (*path, key))
        return result

    def _scalar(self, node: Any, path: DataPath) -> Any:
        text = _paired(str(node.value))
        if _SURROGATE.search(text):
            return self._refuse(node, _HALF, "Write the character itself.")
        self.written[path] = text
        return text if node.style or node.tag == _CORE_TAG + "str" else _plain(text)

    def _refuse(self, node: Any, message: str, remedy: str) -> str:
        self.problems.append(Problem(message, remedy, self.path, *_mark(node)))
        return ""


def _paired(text: str) -> str:
    """`text` with both halves of a character made one: JSON escapes those beyond U+FFFF as two."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _plain(text: str) -> Any:
    """An unquoted scalar by YAML 1.2's core schema; of its numbers the finite decimal ones."""
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text.lower() == "true"
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and math.isfinite(float(text)):
        return float(text) if not text.lstrip("-+").isdigit() else text
    return text


def _mark(node: Any) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)
