"""`render.py release | approve | withdraw`: what channel admins decide and take out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter
from rich.console import Console

from hoso.base.project import Project, find_project
from hoso.cli.shared import DONE, AsJson, Debug, anchor, people, print_json, print_line, script_paths

releases = App(name="release", help="Show a message's release, or take it out as one ZIP.")

By = Annotated[str, Parameter(help="Who decides.")]
Why = Annotated[str, Parameter(help="Why; needed where something speaks against it, and to withdraw.")]


@releases.default
def release(
    message: str,
    *,
    zip_: Annotated[bool, Parameter(name="--zip", help="Write all files into one ZIP.", negative="")] = False,
    out: Annotated[Path | None, Parameter(help="The ZIP; default: outputs/<message>_<version>.zip.")] = None,
    json_: AsJson = False,
    debug: Debug = False,
) -> int:
    """Show what is in a message's release and what speaks against it; with --zip, take it out."""
    del debug
    from hoso.display import print_release
    from hoso.pipeline.handing_out import bundle_release, find_release

    project, name = _named(message)
    if zip_:
        print_line(str(bundle_release(project, name, out.resolve() if out else None)))
        return DONE
    manifest = find_release(project, name)[1]
    if json_:
        print_json(manifest.model_dump(mode="json", exclude_none=True))
    else:
        print_release(Console(), manifest)
    return DONE


def approve(message: str, *, by: By = "", reason: Why = "", debug: Debug = False) -> int:
    """Approve a message's release, for channel admins to publish."""
    del debug
    from hoso.pipeline.handing_out import approve_release

    return _decided(message, approve_release, by, reason)


def withdraw(message: str, *, by: By = "", reason: Why = "", debug: Debug = False) -> int:
    """Withdraw a message's release, for a reason."""
    del debug
    from hoso.pipeline.handing_out import withdraw_release

    return _decided(message, withdraw_release, by, reason)


def _decided(message: str, decide, by: str, reason: str) -> int:  # type: ignore[no-untyped-def]
    project, name = _named(message)
    manifest = decide(project, name, by, reason)
    people.print(f"{name} {manifest.version} is {manifest.state}", highlight=False)
    return DONE


def _named(message: str) -> tuple[Project, str]:
    """The project, and the message's name."""
    named = Path(message)
    project = find_project(anchor((named,)))
    return project, script_paths(project, (named,))[0].stem
