"""Approving and withdrawing, by somebody who is signed in."""

from __future__ import annotations

from typing import Literal

from hoso.pipeline.handing_out import approve_release, withdraw_release
from hoso.release.manifest import Manifest
from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.place import Studio

Act = Literal["approve", "withdraw"]
_ACTS = {"approve": approve_release, "withdraw": withdraw_release}


def decide(studio: Studio, person: Person, message: str, version: str, act: Act, reason: str) -> Manifest:
    """`act` on the release of `message`, which has to be `version` still.

    Raises InputError as hoso.pipeline.handing_out does.
    """
    decided = _ACTS[act](studio.project, message, person.name, reason, version)
    audit.record(studio.database, person, f"release.{act}", f"{message} {version}", reason.strip())
    return decided
