"""What people do to messages, and that it is written down who did it."""

from __future__ import annotations

from hoso.base.problems import InputError, Problem
from hoso.pipeline.naming import copy_message, delete_message, rename_message
from hoso.pipeline.settings import demand_whole, settings_sheet
from hoso.pipeline.trash import Thrown, Trash
from hoso.pipeline.writing import Saved, Sheet, script_sheet, written
from hoso.script.reader import read_settings
from hoso.script.template import new_message
from hoso.studio.access import audit
from hoso.studio.access.roles import Person
from hoso.studio.jobs import queue
from hoso.studio.messages.names import new_path, script_path
from hoso.studio.place import Studio

SETTINGS = "hoso.yaml"
SHOWN = 12
"""Digits of a stamp that the audit log keeps: enough to find the version again."""


def create(studio: Studio, person: Person, name: str, copied: str | None = None) -> str:
    """Begin a message, from the template or with the words of another; its name as it is now.

    Raises InputError where the name is taken or none, HTTPException 404 where there is nothing to copy.
    """
    project = studio.project
    if copied:
        path = copy_message(project, script_path(project, copied), name)
    else:
        path = new_message(name, project, read_settings(project))
    audit.record(studio.database, person, "messages.create", path.stem, copied or "")
    return path.stem


def save(studio: Studio, person: Person, name: str, text: str, base: str | None) -> Saved:
    """Save a script, of a new message too. Raises as `Sheet.save` and `new_path` do."""
    path = new_path(studio.project, name)
    saved = script_sheet(studio.project, path).save(text, base)
    audit.record(studio.database, person, "messages.save", path.stem, _told(saved))
    return saved


def save_settings(studio: Studio, person: Person, text: str, base: str | None) -> Saved:
    """Save hoso.yaml. Raises as `Sheet.save` and `demand_whole` do."""
    project = studio.project
    saved = settings_sheet(project).save(text, base, lambda whole: demand_whole(project, whole))
    audit.record(studio.database, person, "settings.save", SETTINGS, _told(saved))
    return saved


def restore(studio: Studio, person: Person, name: str, stamp: str) -> Saved:
    """Put an earlier version of a script back. Raises InputError where there is none."""
    sheet = script_sheet(studio.project, script_path(studio.project, name))
    saved = sheet.save(_earlier(sheet, stamp), None)
    audit.record(studio.database, person, "messages.restore", name, _told(saved))
    return saved


def restore_settings(studio: Studio, person: Person, stamp: str) -> Saved:
    """Put an earlier hoso.yaml back. Raises InputError where there is none, or it may not be."""
    project = studio.project
    sheet = settings_sheet(project)
    saved = sheet.save(_earlier(sheet, stamp), None, lambda whole: demand_whole(project, whole))
    audit.record(studio.database, person, "settings.restore", SETTINGS, _told(saved))
    return saved


def rename(studio: Studio, person: Person, name: str, new: str) -> str:
    """Give a message another name. Raises InputError where it can't be, or something of it renders."""
    path = script_path(studio.project, name)
    _demand_rest(studio, name)
    renamed = rename_message(studio.project, path, new).stem
    audit.record(studio.database, person, "messages.rename", renamed, name)
    return renamed


def delete(studio: Studio, person: Person, name: str) -> Thrown:
    """Put a message into the trash. Raises InputError where something of it renders."""
    path = script_path(studio.project, name)
    _demand_rest(studio, name)
    thrown = delete_message(studio.project, path, person.name)
    audit.record(studio.database, person, "messages.delete", name)
    return thrown


def take_back(studio: Studio, person: Person, id_: str) -> Thrown:
    """Have something back from the trash. Raises InputError where it can't be."""
    thrown = Trash(studio.project).restore(id_)
    audit.record(studio.database, person, "trash.restore", thrown.name, thrown.kind)
    return thrown


def destroy(studio: Studio, person: Person, id_: str) -> Thrown:
    """Delete something from the trash for good."""
    thrown = Trash(studio.project).destroy(id_)
    audit.record(studio.database, person, "trash.destroy", thrown.name, thrown.kind)
    return thrown


def _earlier(sheet: Sheet, stamp: str) -> str:
    version = sheet.version(stamp)
    return written(version.path.read_bytes(), sheet.path).text


def _told(saved: Saved) -> str:
    return saved.written.stamp[:SHOWN] + (" merged" if saved.merged else "")


def _demand_rest(studio: Studio, name: str) -> None:
    if any(job.open for job in queue.jobs_of(studio.database, name)):
        raise InputError(
            [Problem(f"{name} is being rendered", "Wait until it is done, or cancel the render.")]
        )
