"""A real release of three seconds, one channel seen, one heard; and the release before it."""

from __future__ import annotations

from pathlib import Path

from hoso.base.project import Project
from hoso.pipeline.handing_out import approve_release, find_release
from hoso.release.manifest import Manifest, write_manifest
from hoso.studio.access.roles import Person, Role
from hoso.studio.place import Studio
from hoso.studio.releases.shares import Share, ShareWish, create
from tests.pipeline.pipeline_material import CHANNEL, make_project, render

MESSAGE = "message"
HORN = """\
name: horn
title: A loudspeaker
files: {value: [wav], source: test, checked: 2026-11-21}
sound:
  loudness: {value: -16, source: test, checked: 2026-11-21}
  true_peak: {value: -1, source: test, checked: 2026-11-21}
  bitrate: {value: 128000, source: test, checked: 2026-11-21}
  channel_layout: {value: mono, source: test, checked: 2026-11-21}
takes_caption: {value: false, source: test, checked: 2026-11-21}
"""
LIMITS = """\
max_bytes: {value: 50000000, source: test, checked: 2026-11-21}
max_seconds: {value: 60, source: test, checked: 2026-11-21, verified: false}
caption_units: {value: 1024, source: test, checked: 2026-11-21}
caption_counting: {value: utf16, source: test, checked: 2026-11-21}
"""
SCRIPT = """\
title: {ko: 조선인민군 군인 여러분에게, uk: Солдатам Корейської народної армії}
channels: [tiny, horn]
post: {ko: 살 수 있습니다. 련락하십시오.}
leaflet: {guarantees: [{ko: 때리지 않습니다}]}
scenes:
  - card: title
    seconds: 1
  - footage: "겨울 들판's 1.mp4"
    from: 0:00.4
    say:
      - {id: second, ko: 항복하십시오!, ru: Сдавайтесь!}
"""
OLD_WORDS, NEW_WORDS = "련락하십시오.", "살아 돌아가십시오."


def release_twice(root: Path, material: Path) -> Project:
    """A project whose message was released and approved, then released with another text beside the film."""
    project = make_project(root, material)
    (project.channels / "tiny.yaml").write_text(CHANNEL + LIMITS, "utf-8")
    (project.channels / "horn.yaml").write_text(HORN, "utf-8")
    script = project.scripts / f"{MESSAGE}.yaml"
    script.write_text(SCRIPT, "utf-8")
    _rendered(project)
    approve_release(project, MESSAGE, "Олена", "")
    script.write_text(SCRIPT.replace(OLD_WORDS, NEW_WORDS), "utf-8")
    _rendered(project)
    return project


def _rendered(project: Project) -> None:
    outcome = render(project)
    assert [problem for problem in outcome.problems if problem.level == "error"] == []


def manifest_of(project: Project) -> Manifest:
    """The current release's manifest."""
    return find_release(project, MESSAGE)[1]


def change(project: Project, **changes: object) -> Manifest:
    """The current release's manifest with `changes`, written."""
    folder, manifest = find_release(project, MESSAGE)
    changed = manifest.model_copy(update=changes)
    write_manifest(folder, changed)
    return changed


def somebody(studio: Studio, name: str = "Taras", role: Role = Role.ADMIN) -> Person:
    """Somebody with an account."""
    with studio.database.writing() as writing:
        made = writing.execute("INSERT INTO people (name, role) VALUES (?, ?)", (name, role.value))
    assert made.lastrowid is not None
    return Person(made.lastrowid, name, role)


def shared(studio: Studio, **wish: object) -> tuple[Share, str]:
    """A share link of the current release, and the path that it leads to."""
    manifest = manifest_of(studio.project)
    asked = {"scope": "release", "part": "", "note": "Olha", "reason": "a drill", **wish}
    number = studio.database.connection.execute("SELECT count(*) FROM people").fetchone()[0]
    person = somebody(studio, f"Taras {number}")
    share, secret = create(studio.database, manifest, ShareWish(manifest.version, **asked), person)  # type: ignore[arg-type]
    return share, f"/s/{secret}"


def audit(studio: Studio) -> list[tuple[str, str, str, str]]:
    """Who did what to what, and how: all of the log."""
    rows = studio.database.connection.execute("SELECT person, action, subject, detail FROM audit ORDER BY id")
    return [tuple(row) for row in rows]
