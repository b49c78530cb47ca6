"""`render.py subtitles …`: what editors do with subtitle files without opening them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import find_project
from hoso.cli.shared import (
    DONE,
    FAILED,
    AsJson,
    Debug,
    anchor,
    people,
    plain,
    print_json,
    print_line,
    script_paths,
    stoppable,
)
from hoso.pipeline.editing import SubtitleFile
from hoso.subtitles.cues import Cue

subtitles = App(name="subtitles", help="Import, export, check and adjust a message's subtitles.")


@dataclass(frozen=True)
class Which:
    """Which subtitles."""

    lang: Annotated[Language | None, Parameter(help="Their language; default: the first edition's.")] = None
    voice: Annotated[Language | None, Parameter(help="The voice they are timed to; default: the first.")] = (
        None
    )


Chosen = Annotated[Which, Parameter(name="*")]
DEFAULT = Which()


@subtitles.command(name="import")
def import_(
    file: Path,
    *,
    message: Annotated[str, Parameter(name=["--message", "-m"], help="The message they belong to.")],
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """Put a subtitle file of any kind in place of a message's; the previous stays in the history."""
    del debug
    from hoso.display import print_problems
    from hoso.pipeline.editing import import_file

    target = _target(message, which)
    reading = import_file(target, file)
    print_problems(people, reading.repairs)
    people.print(
        f"{len(reading.cues)} cues read ({reading.format}, {reading.encoding}), "
        f"{len(reading.repairs)} repairs",
        highlight=False,
    )
    print_line(str(target.path))
    return DONE


@subtitles.command
def export(
    message: str,
    *,
    format_: Annotated[
        Literal["srt", "vtt", "ass", "smi"], Parameter(name="--format", help="The format wanted.")
    ] = "srt",
    out: Annotated[Path | None, Parameter(help="The file to write; default: standard output.")] = None,
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """Give a message's subtitles in another format."""
    del debug
    from hoso.base.files import write_text
    from hoso.pipeline.editing import export_text

    text = export_text(_target(message, which), format_)
    if out is None:
        print_line(text.removesuffix("\n"))
    else:
        write_text(out.resolve(), text)
        print_line(str(out))
    return DONE


@subtitles.command
def lint(
    *messages: Path,
    fix: Annotated[bool, Parameter(help="Mend what is safe to mend.", negative="")] = False,
    audience: Annotated[
        Literal["adults", "children"], Parameter(help="Who reads: children need more time.")
    ] = "adults",
    json_: AsJson = False,
    debug: Debug = False,
) -> int:
    """Hold subtitles (default: every message's) against the rules for readable ones."""
    del debug
    from hoso.display import print_problems
    from hoso.pipeline.linting import lint_messages

    project = find_project(anchor(messages))
    with stoppable() as token:
        paths = script_paths(project, messages)
        outcome = lint_messages(project, paths, fix=fix, audience=audience, token=token)
    print_problems(people, outcome.problems)
    errors = sum(1 for problem in outcome.problems if problem.level == "error")
    if json_:
        print_json({"problems": [plain(asdict(problem)) for problem in outcome.problems]})
    else:
        mended = f", {outcome.mended} cues mended" if fix else ""
        people.print(f"{len(outcome.problems)} findings, {errors} of them errors{mended}", highlight=False)
    return FAILED if errors else DONE


@subtitles.command
def shift(
    message: str,
    *,
    by: Annotated[str, Parameter(help="How much later: 250ms, 1.5s, -0.5s.", allow_leading_hyphen=True)],
    from_: Annotated[int, Parameter(name="--from", help="The first cue to move, counted from 1.")] = 1,
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """Move all cues, or those from one on."""
    del debug
    from hoso.subtitles.keeping.retiming import shift as shifted

    by_ms = _milliseconds(by)
    return _retimed(_target(message, which), lambda cues: shifted(cues, by_ms, from_))


@subtitles.command
def scale(
    message: str,
    *,
    by: Annotated[str, Parameter(help="The factor: 1.001, or a ratio of frame rates as 25/24.")],
    from_: Annotated[int, Parameter(name="--from", help="The first cue to move, counted from 1.")] = 1,
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """Stretch the times of all cues from the video's beginning, or of those from one on from its start."""
    del debug
    from hoso.subtitles.keeping.retiming import scale as scaled

    factor = _factor(by)
    return _retimed(_target(message, which), lambda cues: scaled(cues, factor, from_))


@subtitles.command
def snap(message: str, *, which: Chosen = DEFAULT, debug: Debug = False) -> int:
    """Let cues begin and end with the shots of the picture, where they nearly do."""
    del debug
    from hoso.pipeline.linting import snap_message

    target = _target(message, which)
    with stoppable() as token:
        path, language = target.script.message.path, target.language
        moved = snap_message(target.project, path, language, voice=target.voice, token=token)
    return _said(target, moved)


@subtitles.command
def history(message: str, *, which: Chosen = DEFAULT, debug: Debug = False) -> int:
    """List the earlier versions of a subtitle file."""
    del debug
    from hoso.pipeline.editing import versions

    kept = versions(_target(message, which))
    for number, version in enumerate(kept, start=1):
        print_line(f"{number}  {version.seen.astimezone():%Y-%m-%d %H:%M:%S}  {version.path}")
    if not kept:
        people.print("There is no earlier version.")
    return DONE


@subtitles.command
def restore(
    message: str,
    number: Annotated[int, Parameter(help="As `history` counts; 1 is the latest.")],
    *,
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """Put an earlier version of a subtitle file back; what it replaces becomes one."""
    del debug
    from hoso.pipeline.editing import restore as put_back

    target = _target(message, which)
    version = put_back(target, number)
    people.print(f"as it was at {version.seen.astimezone():%Y-%m-%d %H:%M:%S}", highlight=False)
    print_line(str(target.path))
    return DONE


@subtitles.command
def resolve(
    message: str,
    *,
    use: Annotated[Literal["edited", "generated"], Parameter(help="The editor's version, or the script's.")],
    line: Annotated[str | None, Parameter(help="The line's id; default: every conflict.")] = None,
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """End conflicts between an editor's changes and the script's."""
    del debug
    from hoso.pipeline.editing import resolve as end

    target = _target(message, which)
    ended = end(target, line, use)
    people.print(f"{len(ended)} conflicts ended", highlight=False)
    print_line(str(target.path))
    return DONE


@subtitles.command
def adopt(
    message: str,
    *,
    which: Chosen = DEFAULT,
    debug: Debug = False,
) -> int:
    """Carry an editor's words into the script, and have the lines spoken anew that they change."""
    del debug
    from hoso.display import print_problems, showing
    from hoso.pipeline.adopting import adopt_words

    target = _target(message, which)
    with stoppable() as token, showing(people) as listen:
        adopted, problems = adopt_words(target, token, listen)
    print_problems(people, problems)
    for each in adopted:
        people.print(f"{each.key}: “{each.said}” is now “{each.shown}”", highlight=False, markup=False)
    people.print(f"{len(adopted)} lines changed in the script", highlight=False)
    print_line(str(target.script.message.path))
    return DONE


def _target(message: str, which: Which) -> SubtitleFile:
    from hoso.pipeline.editing import subtitle_file

    named = Path(message)
    project = find_project(anchor((named,)))
    return subtitle_file(project, script_paths(project, (named,))[0], which.lang, which.voice)


def _retimed(target: SubtitleFile, change: Callable[[Sequence[Cue]], Sequence[Cue]]) -> int:
    from hoso.pipeline.editing import retime

    return _said(target, retime(target, change))


def _said(target: SubtitleFile, moved: int) -> int:
    people.print(f"{moved} cues moved", highlight=False)
    print_line(str(target.path))
    return DONE


def _milliseconds(text: str) -> int:
    found = re.fullmatch(r"([+-]?)(\d+(?:\.\d+)?)\s*(ms|s|)", text.strip())
    if found is None:
        raise InputError([Problem(f"{text!r} is no length of time", "Write 250ms, 1.5s or -0.5s.")])
    sign, number, unit = found.groups()
    return round(float(sign + number) * (1 if unit == "ms" else 1000))


def _factor(text: str) -> float:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:/(\d+(?:\.\d+)?))?", text.strip())
    if found is None or (found[2] is not None and float(found[2]) == 0):
        raise InputError([Problem(f"{text!r} is no factor", "Write 1.001 or 25/24.")])
    return float(found[1]) / float(found[2] or 1)
