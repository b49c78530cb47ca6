"""All that the timing editor begins with, put together."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from hoso.pipeline.timing import Track, peaks_of, scene_name, videos
from hoso.studio.timing.answers import (
    ConflictOut,
    CueOut,
    EditionOut,
    FindingOut,
    FontOut,
    LimitsOut,
    LineOut,
    SceneOut,
    ShapeOut,
    TimingOut,
    VersionOut,
)
from hoso.studio.web.problems import problems_out
from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping.saving import Standing
from hoso.subtitles.lines.breaking import LIMITS
from hoso.subtitles.lint.limits import GAP_FRAMES, LONGEST_MS, READING, SHORTEST_MS


def facts(track: Track, now: Standing, *, can_save: bool) -> TimingOut:
    """What `track` is timed by, its file standing as `now`."""
    board, language = track.board, track.language
    message, edition = board.message, board.edition
    sheet, timeline = board.sheet(language), board.layout.timeline
    return TimingOut(
        message=message.name,
        title=message.title.get(language) or message.title.get(edition.main) or message.name,
        language=language,
        voice=edition.voice,
        edition=edition.name,
        languages=list(board.layout.lines),
        editions=[
            EditionOut(name=each.name, voice=each.voice, subtitles=list(each.languages))
            for each in message.editions
        ],
        can_save=can_save,
        version=now.version,
        state="ready" if track.ready(now) else "unspoken",
        duration=timeline.duration_ms,
        fps=sheet.fps,
        frame_ms=1000 / sheet.fps,
        cues=CueOut.all(now.cues),
        lines=[
            LineOut(key=line.key, start=line.start_ms, end=line.end_ms, text=_words(line.cues))
            for line in board.layout.lines[language]
        ],
        scenes=[
            SceneOut(
                number=placed.index + 1,
                start=placed.start_ms,
                end=placed.start_ms + placed.duration_ms,
                name=scene_name(placed.scene),
            )
            for placed in timeline.scenes
        ],
        shots=list(sheet.shots),
        speech=list(board.activity),
        limits=limits(track),
        findings=FindingOut.all(track.findings(now.cues), now.cues),
        conflicts=ConflictOut.all(now.conflicts),
        shapes=_shapes(track),
        peaks=_peaks(track),
        fonts=[
            FontOut(family=face.family, bold=face.bold, url=f"/fonts/{face.sha256}.ttf")
            for face in board.shop.fonts.faces
        ],
        history=VersionOut.all(track.versions()),
        problems=problems_out((*board.problems, *now.repairs), board.shop.project),
    )


def limits(track: Track) -> LimitsOut:
    """What readers of the track's language can follow."""
    first = LIMITS[track.language][0]
    return LimitsOut(
        cps=READING[track.language]["adults"],
        width=first.width,
        lines=first.lines,
        shortest=SHORTEST_MS,
        longest=LONGEST_MS,
        gap_frames=GAP_FRAMES,
    )


def _shapes(track: Track) -> list[ShapeOut]:
    found = videos(track.board)
    root = f"/api/messages/{quote(track.board.message.name)}/shapes"
    return [
        ShapeOut.of(
            shape, None if plan is None else f"{root}/{quote(shape.name)}.mp4?{urlencode({'plan': plan})}"
        )
        for shape in track.board.shapes
        for plan in (found[shape.name],)
    ]


def _peaks(track: Track) -> str | None:
    found = peaks_of(track.board)
    if found is None:
        return None
    query = urlencode({"voice": track.board.edition.voice, "key": found[0][:16]})
    return f"/api/messages/{quote(track.board.message.name)}/peaks?{query}"


def _words(cues: tuple[Cue, ...]) -> str:
    return " ".join(cue.text.replace("\n", " ") for cue in cues)
