"""Say that a release is ready: to a command or a webhook that hoso.yaml names."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from hoso.base.problems import Problem
from hoso.release.manifest import Manifest
from hoso.script.model import Notice

SECONDS = 20
"""How long a command or a server may take."""


def notify(notice: Notice, manifest: Manifest, folder: Path) -> Iterator[Problem]:
    """Tell about the release of `manifest` in `folder`; what does not work is a warning.

    Both get the same JSON object: the command on its standard input, the server as the body of a POST.
    """
    body = json.dumps(_told(manifest, folder), ensure_ascii=False).encode()
    if notice.command:
        yield from _run(notice.command, body)
    if notice.webhook is not None:
        yield from _post(notice.webhook, body)


def _told(manifest: Manifest, folder: Path) -> dict[str, object]:
    return {
        "message": manifest.message,
        "version": manifest.version,
        "state": manifest.state,
        "folder": str(folder),
        "files": [entry.path for entry in manifest.files],
        "withheld": [entry.model_dump() for entry in manifest.withheld],
        "blockers": list(manifest.blockers),
    }


def _run(command: tuple[str, ...], body: bytes) -> Iterator[Problem]:
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        yield _silent(f"`{command[0]}` could not be run ({error})")
        return
    if done.returncode != 0:
        last = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        yield _silent(f"`{command[0]}` ended with {done.returncode}: {last}")


def _post(url: str, body: bytes) -> Iterator[Problem]:
    import urllib.error
    import urllib.request

    head = {"Content-Type": "application/json; charset=utf-8"}
    request = urllib.request.Request(url, body, head)  # noqa: S310 - http or https, by the model
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
            return
    except (urllib.error.URLError, OSError, ValueError) as error:
        yield _silent(f"{url} did not take it ({error})")


def _silent(what: str) -> Problem:
    words = f"nobody was told that the release is ready: {what}"
    return Problem(words, "See to `notice` in hoso.yaml; the release itself is whole.", level="warning")
