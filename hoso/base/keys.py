"""Content keys: SHA-256 of canonical JSON, the same in every process and on every machine."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def canonical(value: object) -> Any:
    """`value` as plain JSON data: dataclasses as objects, tuples as lists, mappings with string keys.

    Raises TypeError for anything else, so that nothing with an unstable text form slips into a key.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: canonical(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): canonical(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [canonical(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no canonical form")


def digest(value: object) -> str:
    """64 hexadecimal digits that stand for `value`."""
    text = json.dumps(canonical(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def digest_bytes(data: bytes) -> str:
    """64 hexadecimal digits that stand for `data`."""
    return hashlib.sha256(data).hexdigest()


def digest_file(path: Path) -> str:
    """64 hexadecimal digits that stand for the bytes of the file at `path`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
