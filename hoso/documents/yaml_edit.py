"""Change words in a YAML file and nothing else: comments, order and layout stay as somebody wrote them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hoso.documents.yaml_source import DataPath, parse_yaml


def with_texts(text: str, texts: Mapping[DataPath, str]) -> str:
    """The YAML document `text` with the scalar at each path of `texts` saying something else.

    A scalar keeps its quotes, or gets some where its new words need them. Raises KeyError where there is no
    scalar at a path.
    """
    from ruamel.yaml import YAML

    for path in sorted(texts, key=str):
        root = YAML(typ="safe", pure=True).compose(text)
        text = _changed(text, dict(_scalars(root, ()))[path], path, texts[path])
    return text


def _changed(text: str, node: Any, path: DataPath, words: str) -> str:
    """The first way to write `words` that a reader takes for them."""
    start, end = node.start_mark.index, node.end_mark.index
    quoted = {"'": "'" + words.replace("'", "''") + "'", None: words}.get(node.style)
    for written in (quoted, json.dumps(words, ensure_ascii=False)):
        if written is None:
            continue
        candidate = text[:start] + written + _tail(text[start:end]) + text[end:]
        if _says(candidate, path, words, text):
            return candidate
    raise ValueError(f"{words!r} can't be written at {path}")


def _tail(scalar: str) -> str:
    """The line end that a block scalar reaches over."""
    return "\n" if scalar.endswith("\n") else ""


def _says(candidate: str, path: DataPath, words: str, before: str) -> bool:
    """Whether `candidate` has `words` at `path` and all else as `before`."""
    from hoso.base.problems import InputError

    try:
        new = parse_yaml(candidate.encode(), Path("candidate"))
    except InputError:
        return False
    old = parse_yaml(before.encode(), Path("before"))
    others = {place: value for place, value in old.written.items() if place != path}
    return new.at(path) == words and {k: v for k, v in new.written.items() if k != path} == others


def _scalars(node: Any, path: DataPath) -> Iterator[tuple[DataPath, Any]]:
    if node.id == "scalar":
        yield path, node
    elif node.id == "sequence":
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index))
    else:
        for key, value in node.value:
            yield from _scalars(value, (*path, str(key.value)))
