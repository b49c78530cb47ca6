"""Accounts, tokens and the audit log as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from hoso.studio.access import audit, deeds, people, tokens
from hoso.studio.access.deeds import Invitation
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person, Role
from hoso.studio.place import Studio

router = APIRouter(route_class=GuardedRoute, tags=["access"])

MOST = 1000
"""Entries of the audit log in one answer."""


class _In(BaseModel):
    """What is sent: no other keys than these."""

    model_config = ConfigDict(extra="forbid")


class PersonOut(BaseModel):
    """Somebody who may sign in."""

    id: int
    name: str
    role: Role
    language: str
    """Of the pages."""

    @classmethod
    def of(cls, person: Person) -> Self:
        """`person`, as JSON."""
        return cls(id=person.id, name=person.name, role=person.role, language=person.language)


class AccountOut(PersonOut):
    """Somebody, as owners see them."""

    password: bool
    """Whether there is a password; else only a one-time link lets them in."""
    seen: datetime | None
    """The last visit of those who are signed in."""
    invited_until: datetime | None


class InvitationOut(BaseModel):
    """A link by which somebody sets a password; it works once and is not shown again."""

    person: PersonOut
    link: str

    @classmethod
    def of(cls, invitation: Invitation, request: Request) -> Self:
        """`invitation`, with its link at the address that was asked."""
        link = f"{request.base_url}enter/{invitation.secret}"
        return cls(person=PersonOut.of(invitation.person), link=link)


class TokenOut(BaseModel):
    """A token without its secret."""

    id: int
    name: str
    made: datetime
    expires: datetime
    used: datetime | None
    """To the minute; null where it was never used."""

    @classmethod
    def of(cls, token: tokens.Token) -> Self:
        """`token`, as JSON."""
        times = {key: _moment(getattr(token, key)) for key in ("made", "expires", "used")}
        return cls.model_validate({"id": token.id, "name": token.name, **times})


class NewTokenOut(TokenOut):
    """A token with its secret, which is not shown again."""

    token: str


class EntryOut(BaseModel):
    """One thing that somebody did."""

    id: int
    at: datetime
    person: str
    """Empty where nobody known did it."""
    action: str
    subject: str
    detail: str
    address: str


class AuditOut(BaseModel):
    """A piece of the audit log, the newest first."""

    entries: list[EntryOut]
    before: int | None
    """What to ask for to go on; null at the end."""


class MeIn(_In):
    """What one changes about oneself."""

    language: Literal["en", "uk", "ko"]


class PersonIn(_In):
    """Somebody new."""

    name: str
    role: Role


class RoleIn(_In):
    """What somebody is from now on."""

    role: Role


class TokenIn(_In):
    """A token to make."""

    name: str
    """What it is for."""
    days: int = Field(tokens.DEFAULT_DAYS, ge=1, le=tokens.LONGEST_DAYS)
    """How long it is valid."""


@router.get("/api/openapi.json", name="access.openapi", include_in_schema=False)
def openapi(request: Request) -> Mapping[str, Any]:
    """What programs can ask for, as OpenAPI."""
    described: Mapping[str, Any] = request.app.openapi()
    return described


@router.get("/api/me", name="me.api_show")
def me(person: Someone) -> PersonOut:
    """Who one is."""
    return PersonOut.of(person)


@router.patch("/api/me", name="me.api_change")
def change_me(studio: StudioHere, person: Someone, wanted: MeIn) -> PersonOut:
    """Change the language of one's pages."""
    people.set_language(studio.database, person.id, wanted.language)
    return PersonOut.of(people.with_id(studio.database, person.id))


@router.get("/api/tokens", name="tokens.api_list")
def list_tokens(studio: StudioHere, person: Someone) -> list[TokenOut]:
    """One's own tokens, the newest first."""
    return [TokenOut.of(token) for token in tokens.of_person(studio.database, person.id)]


@router.post("/api/tokens", name="tokens.api_make", status_code=201)
def make_token(studio: StudioHere, person: Someone, wanted: TokenIn) -> NewTokenOut:
    """Make a token with one's own role; only this answer shows it."""
    token, secret = deeds.make_token(studio.database, person, wanted.name, wanted.days)
    return NewTokenOut(token=secret, **TokenOut.of(token).model_dump())


@router.delete("/api/tokens/{token}", name="tokens.api_revoke", status_code=204)
def revoke_token(studio: StudioHere, person: Someone, token: int) -> Response:
    """End one of one's own tokens."""
    try:
        deeds.revoke_token(studio.database, person, token)
    except RefusedError:
        raise HTTPException(404) from None
    return Response(status_code=204)


@router.get("/api/people", name="people.api_list")
def list_people(studio: StudioHere) -> list[AccountOut]:
    """Everybody who may sign in, by name."""
    return [
        AccountOut(
            **PersonOut.of(account.person).model_dump(),
            password=account.password,
            seen=_moment(account.seen),
            invited_until=_moment(account.invited_until),
        )
        for account in people.everyone(studio.database)
    ]


@router.post("/api/people", name="people.api_add", status_code=201)
def add_person(request: Request, studio: StudioHere, owner: Someone, wanted: PersonIn) -> InvitationOut:
    """Add somebody; the answer has the link by which they set a password."""
    return InvitationOut.of(deeds.add_person(studio.database, owner, wanted.name, wanted.role), request)


@router.patch("/api/people/{person}", name="people.api_change")
def change_person(studio: StudioHere, owner: Someone, person: int, wanted: RoleIn) -> PersonOut:
    """Let somebody be something else."""
    there = _there(studio, person)
    return PersonOut.of(deeds.change_role(studio.database, owner, there.id, wanted.role))


@router.post("/api/people/{person}/invitation", name="people.api_invite", status_code=201)
def invite(request: Request, studio: StudioHere, owner: Someone, person: int) -> InvitationOut:
    """A link by which somebody sets a first or another password; earlier links end."""
    return InvitationOut.of(deeds.invite(studio.database, owner, _there(studio, person).id), request)


@router.delete("/api/people/{person}", name="people.api_remove", status_code=204)
def remove_person(studio: StudioHere, owner: Someone, person: int) -> Response:
    """Take an account away with its sessions and tokens. What they did stays in the audit log."""
    deeds.remove_person(studio.database, owner, _there(studio, person).id)
    return Response(status_code=204)


@router.get("/api/audit", name="audit.api_list")
def list_audit(
    studio: StudioHere,
    sought: Annotated[audit.Sought, Depends()],
    before: Annotated[
        int | None, Query(description="Only entries older than the one with this number.")
    ] = None,
    most: Annotated[int, Query(ge=1, le=MOST)] = audit.PAGE,
) -> AuditOut:
    """Who did what, the newest first."""
    found = audit.entries(studio.database, sought, before, most + 1)
    shown = [
        EntryOut(
            id=entry.id,
            at=datetime.fromtimestamp(entry.at, UTC),
            person=entry.person,
            action=entry.action,
            subject=entry.subject,
            detail=entry.detail,
            address=entry.address,
        )
        for entry in found[:most]
    ]
    return AuditOut(entries=shown, before=shown[-1].id if len(found) > most else None)


def _there(studio: Studio, person: int) -> Person:
    try:
        return people.with_id(studio.database, person)
    except RefusedError:
        raise HTTPException(404) from None


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None else None
