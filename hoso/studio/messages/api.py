"""Messages and scripts as JSON."""

from __future__ import annotations

from datetime import datetime
from math import inf
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel

from hoso.base.problems import Problem
from hoso.pipeline.settings import settings_problems, settings_sheet
from hoso.pipeline.writing import Overtaken, Saved, Written, script_sheet
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.messages import saving
from hoso.studio.messages.bodies import Text, stamp_in
from hoso.studio.messages.checking import check_text
from hoso.studio.messages.completion import completion
from hoso.studio.messages.names import new_path, script_path
from hoso.studio.messages.views import Tag, View, view, views
from hoso.studio.place import Studio
from hoso.studio.web.problems import ProblemOut, problems_out

router = APIRouter(route_class=GuardedRoute, prefix="/api", tags=["messages"])

IfMatch = Annotated[str | None, Header()]
YAML = "text/yaml; charset=utf-8"
BODY = {"requestBody": {"required": True, "content": {"text/yaml": {"schema": {"type": "string"}}}}}


class ReleaseOut(BaseModel):
    """The release of a message."""

    version: str
    state: Literal["ready", "approved", "withdrawn"]
    made: datetime


class MessageOut(BaseModel):
    """One message at a glance."""

    name: str
    titles: dict[str, str]
    editions: list[str]
    languages: list[str]
    channels: list[str]
    tags: list[Tag]
    """What it is, the most pressing first."""
    errors: int
    warnings: int
    conflicts: int
    release: ReleaseOut | None
    jobs: list[int]
    """Numbers of renders that are not done."""

    @classmethod
    def of(cls, found: View) -> MessageOut:
        """What `found` says."""
        overview, manifest = found.overview, found.release
        release = (
            None
            if manifest is None
            else ReleaseOut(version=manifest.version, state=manifest.state, made=manifest.made)
        )
        return cls(
            name=found.name,
            titles=overview.titles,
            editions=list(overview.editions),
            languages=list(overview.languages),
            channels=list(overview.channels),
            tags=list(found.tags),
            errors=overview.errors,
            warnings=overview.warnings,
            conflicts=overview.conflicts,
            release=release,
            jobs=[job.id for job in found.jobs],
        )


class NewMessage(BaseModel):
    """A message to begin."""

    name: str
    copy_of: str | None = None
    """The message whose words it begins with; without one, the template."""


class NewName(BaseModel):
    """Another name for a message."""

    name: str


class NameOut(BaseModel):
    """What a message is called now."""

    name: str


class ThrownOut(BaseModel):
    """What is in the trash now."""

    id: str


class ProblemsOut(BaseModel):
    """What is wrong; empty where nothing is."""

    problems: list[ProblemOut]


class SavedOut(BaseModel):
    """A file as it is now."""

    stamp: str
    merged: bool
    """Whether somebody else's changes are in it too; `text` has it all then."""
    text: str | None
    problems: list[ProblemOut]
    """What the check finds: a script may be saved with errors, and can't be rendered then."""


class TheirsOut(BaseModel):
    """What somebody else wrote meanwhile."""

    text: str
    stamp: str


class OvertakenOut(BaseModel):
    """Nothing was saved: the file has changed in the same places."""

    problems: list[ProblemOut]
    theirs: TheirsOut | None
    """None where the file is gone."""


SAVING: dict[int | str, dict[str, Any]] = {412: {"model": OvertakenOut}}


@router.get("/messages", name="messages.api_list")
def list_messages(studio: StudioHere) -> list[MessageOut]:
    """All messages, the one that was changed last first."""
    found, _ = views(studio.project, studio.database, seconds=inf)
    return [MessageOut.of(one) for one in found]


@router.post("/messages", name="messages.api_create", status_code=201)
def create_message(studio: StudioHere, person: Someone, wish: NewMessage) -> NameOut:
    """Begin a message."""
    return NameOut(name=saving.create(studio, person, wish.name, wish.copy_of))


@router.get("/messages/{name}", name="messages.api_one")
def one_message(studio: StudioHere, name: str) -> MessageOut:
    """One message."""
    return MessageOut.of(view(studio.project, studio.database, script_path(studio.project, name)))


@router.delete("/messages/{name}", name="messages.api_delete")
def delete_message(studio: StudioHere, person: Someone, name: str) -> ThrownOut:
    """Put script and subtitles into the trash."""
    return ThrownOut(id=saving.delete(studio, person, name).id)


@router.post("/messages/{name}/rename", name="messages.api_rename")
def rename_message(studio: StudioHere, person: Someone, name: str, wish: NewName) -> NameOut:
    """Give a message another name."""
    return NameOut(name=saving.rename(studio, person, name, wish.name))


@router.get("/messages/{name}/script", name="messages.api_script", response_class=PlainTextResponse)
def read_script(studio: StudioHere, name: str) -> Response:
    """The script as YAML; its ETag is what to send as If-Match."""
    return _text(script_sheet(studio.project, script_path(studio.project, name)).read())


@router.put(
    "/messages/{name}/script",
    name="messages.api_save",
    responses=SAVING,
    response_model=SavedOut,
    openapi_extra=BODY,
)
def save_script(studio: StudioHere, person: Someone, name: str, text: Text, if_match: IfMatch = None) -> Any:
    """Save a script; where there is none of that name, begin one.

    With If-Match, changes that somebody else made meanwhile are kept: merged, or 412 where both changed the
    same lines. Without it the script is replaced. The previous is kept either way.
    """
    try:
        saved = saving.save(studio, person, name, text, stamp_in(if_match))
    except Overtaken as error:
        return _overtaken(error)
    path = new_path(studio.project, name)
    return _saved(studio, saved, check_text(studio.project, path))


@router.post("/messages/{name}/check", name="messages.api_check", openapi_extra=BODY)
def check_script(studio: StudioHere, name: str, text: Text) -> ProblemsOut:
    """What `check` on the command line would say of the text as this message's script; nothing is saved.

    Without a text, the script that there is is checked.
    """
    if not text:
        found = check_text(studio.project, script_path(studio.project, name))
    else:
        found = check_text(studio.project, new_path(studio.project, name), text)
    return ProblemsOut(problems=problems_out(found, studio.project))


@router.get("/completion/{document}", name="messages.completion", include_in_schema=False)
def completions(studio: StudioHere, document: Literal["message", "settings"]) -> dict[str, Any]:
    """What an editor completes with: the schema, and names by what they are names of."""
    return completion(studio.project, document)


@router.get("/settings", name="settings.api_read", response_class=PlainTextResponse)
def read_settings(studio: StudioHere) -> Response:
    """hoso.yaml."""
    sheet = settings_sheet(studio.project)
    return _text(sheet.read() if sheet.path.is_file() else Written("", ""))


@router.put(
    "/settings", name="settings.api_save", responses=SAVING, response_model=SavedOut, openapi_extra=BODY
)
def save_settings(studio: StudioHere, person: Someone, text: Text, if_match: IfMatch = None) -> Any:
    """Save hoso.yaml, if it is whole and lets no program run that did not before."""
    try:
        saved = saving.save_settings(studio, person, text, stamp_in(if_match) or None)
    except Overtaken as error:
        return _overtaken(error)
    return _saved(studio, saved, settings_problems(studio.project, saved.written.text))


@router.post("/settings/check", name="settings.api_check", openapi_extra=BODY)
def check_settings(studio: StudioHere, text: Text) -> ProblemsOut:
    """What is wrong with a text as hoso.yaml."""
    return ProblemsOut(problems=problems_out(settings_problems(studio.project, text), studio.project))


def _text(found: Written) -> Response:
    return PlainTextResponse(found.text, media_type=YAML, headers={"ETag": f'"{found.stamp}"'})


def _saved(studio: Studio, saved: Saved, problems: tuple[Problem, ...]) -> Response:
    told = SavedOut(
        stamp=saved.written.stamp,
        merged=saved.merged,
        text=saved.written.text if saved.merged else None,
        problems=problems_out(problems, studio.project),
    )
    return JSONResponse(told.model_dump(mode="json"), headers={"ETag": f'"{told.stamp}"'})


def _overtaken(error: Overtaken) -> Response:
    theirs = error.theirs
    words, remedy = ("the file is gone", "Save it as it is to have it again.")
    if theirs is not None:
        words = "somebody else has changed the same lines meanwhile"
        remedy = "Bring both together, and save with their stamp as If-Match."
    told = OvertakenOut(
        problems=[ProblemOut(message=words, remedy=remedy)],
        theirs=None if theirs is None else TheirsOut(text=theirs.text, stamp=theirs.stamp),
    )
    return JSONResponse(told.model_dump(mode="json"), 412)
