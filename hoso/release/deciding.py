"""What people decide about a release: approved (where something speaks against it: why), withdrawn."""

from __future__ import annotations

from datetime import datetime

from hoso.base.problems import InputError, Problem
from hoso.release.manifest import Decision, Manifest


def approve(manifest: Manifest, by: str, reason: str, when: datetime) -> Manifest:
    """`manifest`, approved by a person.

    Raises InputError where nobody is named, it is approved already, nothing is in it, or something speaks
    against it and no reason is given.
    """
    problems = _nameless(by)
    if manifest.state == "approved":
        problems.append(Problem("the release is approved already", "Withdraw it first, to decide again."))
    if not any(entry.kind in ("video", "sound") for entry in manifest.files):
        problems.append(Problem("there is no film in the release", "Render the message."))
    if manifest.blockers and not reason.strip():
        told = "; ".join(manifest.blockers)
        words = f"something speaks against this release: {told}"
        problems.append(Problem(words, "Mend it, or give a reason for it all the same."))
    if problems:
        raise InputError(problems)
    return _decided(manifest, Decision(state="approved", by=by.strip(), reason=reason.strip(), when=when))


def withdraw(manifest: Manifest, by: str, reason: str, when: datetime) -> Manifest:
    """`manifest`, withdrawn by a person for a reason. Raises InputError where either is missing."""
    problems = _nameless(by)
    if not reason.strip():
        problems.append(Problem("a withdrawal needs a reason", "Say why: whoever has a copy will ask."))
    if manifest.state == "withdrawn":
        problems.append(Problem("the release is withdrawn already", "Nothing was changed."))
    if problems:
        raise InputError(problems)
    return _decided(manifest, Decision(state="withdrawn", by=by.strip(), reason=reason.strip(), when=when))


def _decided(manifest: Manifest, decision: Decision) -> Manifest:
    return manifest.model_copy(update={"state": decision.state, "decisions": (*manifest.decisions, decision)})


def _nameless(by: str) -> list[Problem]:
    return [] if by.strip() else [Problem("nobody is named", "Say who decides.")]
