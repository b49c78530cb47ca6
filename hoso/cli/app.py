"""The command line: arguments in, exit code out. 0 done, 1 something failed, 2 the input is wrong."""

from __future__ import annotations

import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, NoReturn

from cyclopts import App, CycloptsError, Parameter
from rich.console import Console

from hoso import __version__
from hoso.base.jobs import Cancelled
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import find_project
from hoso.cli.release import approve, releases, withdraw
from hoso.cli.shared import (
    DONE,
    FAILED,
    STOPPED,
    WRONG_INPUT,
    AsJson,
    Debug,
    anchor,
    people,
    plain,
    print_json,
    print_line,
    project_or_here,
    script_paths,
    stoppable,
)
from hoso.cli.studio import studio
from hoso.cli.subtitles import subtitles

app = App(
    name="hoso",
    help="Message scripts become short, voiced, subtitled videos for every channel.",
    version=__version__,
    version_flags=["--version"],
    result_action="return_value",
)


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    debug = "--debug" in sys.argv
    try:
        code = app(exit_on_error=False, print_error=False)
    except CycloptsError as error:
        people.print(f"[red]error[/]: {error}", highlight=False)
        people.print("  [dim]`render.py --help` lists the commands.[/]")
        code = WRONG_INPUT
    except InputError as error:
        code = _explain(error, error.problems, WRONG_INPUT, debug=debug)
    except HosoError as error:
        code = _explain(error, [error.problem], FAILED, debug=debug)
    except Cancelled:
        people.print("Stopped. What was finished is kept; the same command goes on from there.")
        code = STOPPED
    except Exception as error:  # the last door: a person gets a sentence, not a traceback
        wrong = Problem(
            f"hoso itself failed: {error!r}", "Run it again with --debug and report what it prints."
        )
        code = _explain(error, [wrong], FAILED, debug=debug)
    raise SystemExit(code)


@dataclass(frozen=True)
class RenderOptions:
    """How to render."""

    channel: Annotated[tuple[str, ...], Parameter(help="Only this channel (repeatable).", negative="")] = ()
    edition: Annotated[tuple[str, ...], Parameter(help="Only this edition (repeatable).", negative="")] = ()
    out: Annotated[Path | None, Parameter(help="Where files go instead of outputs/.")] = None
    workers: Annotated[int | None, Parameter(help="Encodes at the same time; default: one a core.")] = None
    draft: Annotated[bool, Parameter(help="Half the size, quickly, into outputs/drafts/.", negative="")] = (
        False
    )
    revoice: Annotated[bool, Parameter(help="Speak every line anew.", negative="")] = False
    explain: Annotated[bool, Parameter(help="Say why what is encoded could not be reused.", negative="")] = (
        False
    )


app.command(subtitles)
app.command(releases)
app.command(approve)
app.command(withdraw)
app.command(studio)


@app.default
def render(
    *scripts: Path,
    options: Annotated[RenderOptions, Parameter(name="*")] = RenderOptions(),  # noqa: B008 - it is frozen
    json_: AsJson = False,
    debug: Debug = False,
) -> int:
    """Render messages (default: every script) for their channels.

    Parameters
    ----------
    scripts
        Script files, or names of messages in scripts/.
    """
    del debug
    from hoso.display import print_problems, print_renditions, print_reports, showing
    from hoso.pipeline.render import render_all
    from hoso.pipeline.request import Request
    from hoso.pipeline.workshop import default_workers

    workers = default_workers() if options.workers is None else options.workers
    if workers < 1:
        raise InputError([Problem(f"--workers is {workers}", "Give at least 1.")])
    project = find_project(anchor(scripts))
    request = Request(
        scripts=script_paths(project, scripts),
        channels=options.channel,
        editions=options.edition,
        out=options.out.resolve() if options.out else None,
        workers=workers,
        draft=options.draft,
        revoice=options.revoice,
        explain=options.explain,
    )
    with stoppable() as token, showing(people, explain=options.explain) as listen:
        outcome = render_all(project, request, token, listen)
    print_renditions(people, outcome.renditions)
    print_problems(people, outcome.problems)
    print_reports(people, outcome.renditions)
    if json_:
        print_json(
            {
                "renditions": [plain(asdict(made)) for made in outcome.renditions],
                "problems": [plain(asdict(problem)) for problem in outcome.problems],
            }
        )
    return FAILED if outcome.failed else DONE


@app.command
def check(*scripts: Path, json_: AsJson = False, debug: Debug = False) -> int:
    """Say everything that can be known before rendering: script, footage, subtitles, limits."""
    del debug
    from hoso.display import print_problems
    from hoso.pipeline.check import check_all

    project = find_project(anchor(scripts))
    paths = script_paths(project, scripts)
    problems = check_all(project, paths)
    print_problems(people, problems)
    errors = [problem for problem in problems if problem.level == "error"]
    if json_:
        print_json({"problems": [plain(asdict(problem)) for problem in problems]})
    else:
        warned = sum(1 for problem in problems if problem.level == "warning")
        people.print(f"{len(paths)} checked: {len(errors)} errors, {warned} warnings", highlight=False)
    return WRONG_INPUT if errors else DONE


@app.command
def say(
    script: Path,
    line: Annotated[str | None, Parameter(help="A line's id, or scene.line as in 2.1; default: all.")] = None,
    *,
    edition: Annotated[str | None, Parameter(help="The edition whose voice speaks.")] = None,
    out: Annotated[Path, Parameter(help="The folder for the WAV files.")] = Path("outputs/say"),
    revoice: Annotated[bool, Parameter(help="Speak anew, even where a take is kept.", negative="")] = False,
    debug: Debug = False,
) -> int:
    """Hear lines before rendering: each becomes a WAV file, whose path is printed."""
    del debug
    from hoso.display import showing
    from hoso.pipeline.hear import hear

    project = find_project(anchor((script,)))
    path = script_paths(project, (script,))[0]
    with stoppable() as token, showing(people) as listen:
        files = hear(project, path, line, edition, out.resolve(), revoice=revoice, token=token, listen=listen)
    for file in files:
        print_line(str(file))
    return DONE


@app.command
def new(name: str, *, debug: Debug = False) -> int:
    """Start a message from a template, with the footage that is in videos/."""
    del debug
    from hoso.script.reader import read_settings
    from hoso.script.template import new_message

    project = find_project(Path.cwd())
    print_line(str(new_message(name, project, read_settings(project))))
    return DONE


@app.command
def schema(folder: Path = Path("scripts"), *, debug: Debug = False) -> int:
    """Write the JSON Schemas, by which editors complete and check scripts."""
    del debug
    from hoso.script.schema import write_schemas

    for path in write_schemas(folder):
        print_line(str(path))
    return DONE


@app.command
def voices(*, json_: AsJson = False, debug: Debug = False) -> int:
    """List the voices there are."""
    del debug
    from hoso.display import print_voices
    from hoso.voice.catalog import listing

    found = listing(project_or_here())
    if json_:
        print_json([plain(asdict(voice)) for voice in found])
    else:
        print_voices(Console(), found)
    return DONE


@app.command
def channels(
    *,
    markdown: Annotated[bool, Parameter(help="Every fact, in Markdown.", negative="")] = False,
    json_: AsJson = False,
    debug: Debug = False,
) -> int:
    """List the channels there are, with what nobody has verified."""
    del debug
    from hoso.channels.catalog import Catalog
    from hoso.channels.page import page
    from hoso.display import print_channels

    catalog = Catalog.load(project_or_here())
    if json_:
        print_json([channel.model_dump(mode="json", exclude_none=True) for channel in catalog.channels])
    elif markdown:
        sys.stdout.write(page(catalog))
    else:
        print_channels(Console(), catalog)
    return DONE


@app.command
def styles(*, json_: AsJson = False, debug: Debug = False) -> int:
    """List the styles of subtitles there are, with what is wrong with a project's own."""
    del debug
    from hoso.display import print_problems, print_styles
    from hoso.styles.catalog import Styles

    found, problems = Styles(project_or_here()).listing()
    print_problems(people, problems)
    if json_:
        print_json([style.model_dump(mode="json", exclude_none=True) for style in found])
    else:
        print_styles(Console(), found)
    return WRONG_INPUT if any(problem.level == "error" for problem in problems) else DONE


def _explain(error: BaseException, problems: Any, code: int, *, debug: bool) -> int:
    from hoso.display import print_problems

    if debug:
        traceback.print_exception(error)
    print_problems(people, problems)
    return code
