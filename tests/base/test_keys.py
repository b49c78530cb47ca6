"""Keys: the same everywhere, other for other content."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from hoso.base.keys import digest, digest_bytes, digest_file


@dataclass(frozen=True)
class Point:
    """Something to hash."""

    x: int
    y: tuple[str, ...]


def test_a_key_is_the_same_in_another_process() -> None:
    """No process's own hash seed gets in."""
    code = "from hoso.base.keys import digest; print(digest({'b': [1, '호소'], 'a': None}))"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert other == digest({"a": None, "b": (1, "호소")})


def test_dataclasses_are_their_fields() -> None:
    """A dataclass has the key of its fields, and another field value another key."""
    assert digest(Point(1, ("a",))) == digest({"x": 1, "y": ["a"]})
    assert digest(Point(1, ("a",))) != digest(Point(1, ("b",)))


def test_what_has_no_canonical_form_is_refused() -> None:
    """A path or a set would give a key that is not stable."""
    with pytest.raises(TypeError, match="no canonical form"):
        digest({"path": Path("x")})


def test_a_file_has_the_key_of_its_bytes(tmp_path: Path) -> None:
    """Files and bytes agree."""
    (tmp_path / "a").write_bytes(b"abc")
    assert digest_file(tmp_path / "a") == digest_bytes(b"abc")
