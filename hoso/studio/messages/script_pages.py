"""Pages where scripts and hoso.yaml are written, and their earlier versions; the trash."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from hoso.pipeline.settings import settings_sheet
from hoso.pipeline.trash import Trash
from hoso.pipeline.writing import Written, script_sheet
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import may
from hoso.studio.messages import saving
from hoso.studio.messages.names import script_path
from hoso.studio.messages.past import compared, past, text_of
from hoso.studio.messages.reaching import reach_of
from hoso.studio.messages.saving import SETTINGS
from hoso.studio.messages.showing import shown

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)


@router.get("/messages/{name}/script", name="messages.script")
def script_page(request: Request, studio: StudioHere, person: Someone, name: str) -> HTMLResponse:
    """The script, to read or to write."""
    path = script_path(studio.project, name)
    written = script_sheet(studio.project, path).read()
    may_save = may(person, "messages.api_save")
    return shown(
        request,
        "messages/script.html.jinja",
        entries=["script"],
        name=name,
        may_save=may_save,
        reach=reach_of(request, person),
        desk=_desk(written, f"scripts/{path.name}", f"/api/messages/{quote(name)}", "message", may_save),
    )


@router.get("/messages/{name}/history/{stamp}", name="messages.version")
def version_page(
    request: Request, studio: StudioHere, person: Someone, name: str, stamp: str
) -> HTMLResponse:
    """An earlier version beside the script as it is."""
    sheet = script_sheet(studio.project, script_path(studio.project, name))
    return shown(
        request,
        "messages/version.html.jinja",
        entries=["messages"],
        title=name,
        back=f"/messages/{quote(name)}",
        action=f"/messages/{quote(name)}/history/{stamp}",
        past=past(studio.database, sheet, name),
        stamp=stamp,
        rows=compared(text_of(sheet, stamp), sheet.read().text),
        may_restore=may(person, "messages.restore"),
    )


@router.post("/messages/{name}/history/{stamp}", name="messages.restore")
def restore(studio: StudioHere, person: Someone, name: str, stamp: str) -> RedirectResponse:
    """Put it back."""
    saving.restore(studio, person, name, stamp)
    return RedirectResponse(f"/messages/{quote(name)}/script", 303)


@router.get("/settings", name="settings.edit")
def settings_page(request: Request, studio: StudioHere, person: Someone) -> HTMLResponse:
    """hoso.yaml: what all messages share."""
    sheet = settings_sheet(studio.project)
    written = sheet.read() if sheet.path.is_file() else Written("", "")
    return shown(
        request,
        "messages/settings.html.jinja",
        entries=["messages", "script"],
        past=past(studio.database, sheet, SETTINGS),
        desk=_desk(written, SETTINGS, "/api/settings", "settings", may(person, "settings.api_save")),
    )


@router.get("/settings/history/{stamp}", name="settings.version")
def settings_version(request: Request, studio: StudioHere, person: Someone, stamp: str) -> HTMLResponse:
    """An earlier version beside hoso.yaml as it is."""
    sheet = settings_sheet(studio.project)
    return shown(
        request,
        "messages/version.html.jinja",
        entries=["messages"],
        title=SETTINGS,
        back="/settings",
        action=f"/settings/history/{stamp}",
        past=past(studio.database, sheet, SETTINGS),
        stamp=stamp,
        rows=compared(text_of(sheet, stamp), sheet.read().text),
        may_restore=may(person, "settings.restore"),
    )


@router.post("/settings/history/{stamp}", name="settings.restore")
def restore_settings(studio: StudioHere, person: Someone, stamp: str) -> RedirectResponse:
    """Put it back."""
    saving.restore_settings(studio, person, stamp)
    return RedirectResponse("/settings", 303)


@router.get("/trash", name="trash.list")
def trash_page(request: Request, studio: StudioHere, person: Someone) -> HTMLResponse:
    """What was deleted."""
    items = Trash(studio.project).items()
    return shown(request, "messages/trash.html.jinja", items=items, may_destroy=may(person, "trash.destroy"))


@router.post("/trash/{item}/restore", name="trash.restore")
def take_back(studio: StudioHere, person: Someone, item: str) -> RedirectResponse:
    """Have something back."""
    thrown = saving.take_back(studio, person, item)
    return RedirectResponse(f"/messages/{quote(thrown.name)}" if thrown.kind == "message" else "/files", 303)


@router.post("/trash/{item}/destroy", name="trash.destroy")
def destroy(studio: StudioHere, person: Someone, item: str) -> RedirectResponse:
    """Delete something for good."""
    saving.destroy(studio, person, item)
    return RedirectResponse("/trash", 303)


def _desk(written: Written, file: str, api: str, document: str, may_save: bool) -> dict[str, Any]:
    """What the editor in the page begins with."""
    return {
        "text": written.text,
        "stamp": written.stamp,
        "file": file,
        "save": f"{api}/script" if document == "message" else api,
        "check": f"{api}/check",
        "completion": f"/api/completion/{document}",
        "document": document,
        "maySave": may_save,
    }
