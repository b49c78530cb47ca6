"""Timing for the page and for programs: /api/messages/{name}/timing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import FileResponse

from hoso.base.languages import Language
from hoso.pipeline.shapes import kept_video
from hoso.pipeline.timing import Track, peaks_of, videos
from hoso.sound.peaks import RATE
from hoso.studio.access import audit
from hoso.studio.access.guard import GuardedRoute, Someone, StudioHere
from hoso.studio.access.roles import ACCESS, Person
from hoso.studio.messages.names import script_path
from hoso.studio.timing import bodies
from hoso.studio.timing.answers import (
    CheckedOut,
    ConflictOut,
    CueOut,
    EarlierOut,
    FindingOut,
    NowOut,
    PeaksOut,
    PictureOut,
    SavedOut,
    TimingOut,
)
from hoso.studio.timing.facts import facts
from hoso.studio.timing.noting import note_save
from hoso.subtitles.keeping.saving import Saved

router = APIRouter(route_class=GuardedRoute, tags=["timing"])

FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}
"""For what has another address when it changes."""
TRACK = "/api/messages/{name}/timing/{lang}"


def track_of(studio: StudioHere, name: str, lang: Language, voice: Language | None = None) -> Track:
    """The subtitles of the address. Raises HTTPException 404 where the message has none in that language."""
    board = studio.boards.board(script_path(studio.project, name), voice, lang)
    if lang not in board.layout.lines:
        raise HTTPException(404)
    return Track(board, lang)


TrackHere = Annotated[Track, Depends(track_of)]


def may_save(person: Person) -> bool:
    """Whether `person` may change subtitles."""
    allowed = ACCESS["timing.save"]
    return allowed is None or person.role in allowed


@router.get(TRACK, name="timing.facts")
def get_facts(track: TrackHere, person: Someone) -> TimingOut:
    """All that the subtitles are timed by. Where `state` is `unspoken`, a preview has to run first."""
    return facts(track, track.standing(), can_save=may_save(person))


@router.get(f"{TRACK}/version", name="timing.version")
def get_version(track: TrackHere) -> NowOut:
    """What tells the file as it is now: another version means that somebody else has saved."""
    return NowOut(version=track.version)


@router.put(TRACK, name="timing.save", openapi_extra=bodies.described(bodies.SaveIn))
def put_cues(studio: StudioHere, track: TrackHere, person: Someone, body: bodies.Save) -> SavedOut:
    """Save cues that were made of the version `base`; what others have saved since is joined with them."""
    saved = track.save(body.base, bodies.cues_in(body.cues))
    note_save(studio.database, person, _subject(track))
    return _saved(track, saved)


@router.post(f"{TRACK}/check", name="timing.check", openapi_extra=bodies.described(bodies.CuesIn))
def check(track: TrackHere, body: bodies.Cues) -> CheckedOut:
    """What the lint says of cues that are not saved."""
    cues = bodies.cues_in(body.cues)
    return CheckedOut(findings=FindingOut.all(track.findings(cues), cues), speeds=track.speeds(cues))


@router.post(f"{TRACK}/picture", name="timing.picture", openapi_extra=bodies.described(bodies.PictureIn))
def picture(track: TrackHere, body: bodies.Picture) -> PictureOut:
    """The ASS that is burned into a shape if the cues are saved; an event's Name is the index of its cue."""
    shape = next((each for each in track.board.shapes if each.name == body.shape), None)
    if shape is None:
        raise HTTPException(404)
    return PictureOut(ass=track.picture(bodies.cues_in(body.cues), shape))


@router.post(f"{TRACK}/resolve", name="timing.resolve", openapi_extra=bodies.described(bodies.ResolveIn))
def resolve(studio: StudioHere, track: TrackHere, person: Someone, body: bodies.Resolve) -> SavedOut:
    """End a line's conflicts with one of the versions."""
    ended = track.resolve(body.line, body.use)
    if ended:
        detail = f"{body.line}: {body.use}"
        audit.record(studio.database, person, "subtitles.resolve", _subject(track), detail)
    return _saved(track, Saved(track.standing(), merged=False))


@router.post(f"{TRACK}/restore", name="timing.restore", openapi_extra=bodies.described(bodies.RestoreIn))
def restore(studio: StudioHere, track: TrackHere, person: Someone, body: bodies.Restore) -> SavedOut:
    """Bring an earlier version back; the one that it replaces is an earlier version then."""
    version = track.earlier(body.id)
    if version is None:
        raise HTTPException(404)
    track.restore(version)
    detail = f"{version.seen:%Y-%m-%d %H:%M:%S} UTC"
    audit.record(studio.database, person, "subtitles.restore", _subject(track), detail)
    return _saved(track, Saved(track.standing(), merged=False))


@router.get(f"{TRACK}/history/{{version}}", name="timing.earlier")
def get_earlier(track: TrackHere, version: str) -> EarlierOut:
    """An earlier version, by its id."""
    found = track.earlier(version)
    if found is None:
        raise HTTPException(404)
    return EarlierOut(cues=CueOut.all(track.cues_of(found)))


@router.get("/api/messages/{name}/peaks", name="timing.peaks")
def get_peaks(
    request: Request, response: Response, studio: StudioHere, name: str, voice: Language | None = None
) -> PeaksOut:
    """How loud the programme is from moment to moment. 404 until it was previewed."""
    found = peaks_of(studio.boards.board(script_path(studio.project, name), voice, None))
    if found is None:
        raise HTTPException(404)
    tag = f'"{found[0]}"'
    if request.headers.get("if-none-match") == tag:
        raise HTTPException(304, headers={"ETag": tag, **FOREVER})
    response.headers.update({"ETag": tag, **FOREVER})
    return PeaksOut(rate=RATE, peaks=list(found[1]))


@router.get("/api/messages/{name}/shapes/{shape}.mp4", name="timing.video")
def get_video(
    studio: StudioHere,
    name: str,
    shape: str,
    voice: Language | None = None,
    plan: Annotated[str | None, Query(pattern="^[0-9a-f]{64}$")] = None,
) -> FileResponse:
    """The film of a shape, without burned subtitles and with the final sound. 404 until it was previewed."""
    path = script_path(studio.project, name)
    board = studio.boards.board(path, voice, None)
    wanted = plan or videos(board).get(shape)
    found = kept_video(board.shop.store, wanted) if wanted else None
    if found is None:
        raise HTTPException(404)
    headers = {"ETag": f'"{wanted}"', **(FOREVER if plan else {})}
    return FileResponse(found, media_type="video/mp4", headers=headers)


def _subject(track: Track) -> str:
    return track.path.name.removesuffix(track.path.suffix)


def _saved(track: Track, saved: Saved) -> SavedOut:
    now = saved.standing
    return SavedOut(
        version=now.version,
        cues=CueOut.all(now.cues),
        merged=saved.merged,
        findings=FindingOut.all(track.findings(now.cues), now.cues),
        conflicts=ConflictOut.all(now.conflicts),
    )
