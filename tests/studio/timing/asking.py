"""The timing routes asked, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi.testclient import TestClient

from hoso.subtitles.cues import Cue

ROOT = "/api/messages/appeal/timing/ko"
Cues = list[dict[str, Any]]


def begun(client: TestClient, root: str = ROOT) -> dict[str, Any]:
    """The facts."""
    got = client.get(root)
    assert got.status_code == 200, got.text
    facts: dict[str, Any] = got.json()
    return facts


def saved(client: TestClient, base: str, cues: Sequence[object], root: str = ROOT) -> dict[str, Any]:
    """What comes of saving."""
    got = client.put(root, json={"base": base, "cues": list(cues)})
    assert got.status_code == 200, got.text
    answer: dict[str, Any] = got.json()
    return answer


def plain(cues: Sequence[Cue]) -> Cues:
    """As JSON has them."""
    return [{"start": cue.start_ms, "end": cue.end_ms, "text": cue.text} for cue in cues]
