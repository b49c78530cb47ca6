"""`render.py studio …`: the web studio, and who may enter it."""

from __future__ import annotations

import getpass
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter
from rich.console import Console
from rich.table import Table

from hoso.base.jobs import Cancelled
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project, find_project
from hoso.cli.shared import DONE, AsJson, Debug, people, print_json, print_line, stoppable
from hoso.studio.access.roles import Person, Role

if TYPE_CHECKING:
    from hoso.studio.database import Database

studio = App(name="studio", help="Open the studio in the browser: render, adjust timing, download.")
user = App(name="user", help="Who may sign in to the studio, and as what.")
studio.command(user)


RoleName = Literal["producer", "editor", "channel-admin", "owner"]

Names = Annotated[
    tuple[str, ...], Parameter(name="--name", help="A name that it answers to (repeatable).", negative="")
]
Proxies = Annotated[
    tuple[str, ...],
    Parameter(name="--proxy", help="Where the proxy asks from; default: this machine.", negative=""),
]
Open = Annotated[bool, Parameter(name="--open", help="Open it in the browser.", negative="--no-browser")]


@studio.default
def serve(
    *,
    host: Annotated[
        str, Parameter(help="The address to listen at; others than this machine's demand accounts.")
    ] = "127.0.0.1",
    port: Annotated[int, Parameter(help="0: any that is free.")] = 8600,
    name: Names = (),
    behind_proxy: Annotated[
        bool, Parameter(help="A proxy speaks https with the browsers and sends X-Forwarded-*.", negative="")
    ] = False,
    proxy: Proxies = (),
    open_: Open = False,
    debug: Debug = False,
) -> int:
    """Start the studio; Ctrl-C stops it. On this machine alone, the link that is printed signs you in."""
    del debug
    project = find_project(Path.cwd())
    with _packages(), _interruptible():
        from hoso.studio import serving
        from hoso.studio.web.front import built_front

        reach = serving.Reach(host, port, name, behind_proxy, proxy or serving.PROXIES)
        with serving.listen(reach) as listening:
            if not serving.is_local(listening, reach):
                serving.demand_accounts(_database(project))
            front = built_front(people.print)

            def ready(address: str, link: str | None) -> None:
                _say_ready(address, link)
                if open_:
                    webbrowser.open(link or address)

            with stoppable():
                serving.serve(project, front, listening, reach, ready)
    people.print("Stopped. Jobs that are not done go on at the next start.", highlight=False)
    return DONE


@studio.command
def link(*, debug: Debug = False) -> int:
    """Print a fresh link into the studio that runs on this machine; it works once, for ten minutes."""
    del debug
    project = find_project(Path.cwd())
    with _packages():
        from hoso.studio.serving import fresh_link

        print_line(fresh_link(project, _database(project)))
    return DONE


@user.command(name="add")
def add_user(name: str, *, role: RoleName, debug: Debug = False) -> int:
    """Let somebody in; the password is asked for, or read from standard input."""
    del debug
    with _accounts() as database:
        from hoso.studio.access import people as accounts
        from hoso.studio.access.audit import record

        if accounts.named(database, name) is not None:
            raise InputError([Problem(f"there is somebody called {name} already", "Choose another name.")])
        made = accounts.add(database, name, Role(role), _new_password())
        record(database, None, "people.add", made.name, f"{made.role.value}, on the command line")
    people.print(f"{made.name} may sign in as {made.role.value}.", highlight=False)
    return DONE


@user.command(name="list")
def list_users(*, json_: AsJson = False, debug: Debug = False) -> int:
    """List who may sign in."""
    del debug
    with _accounts() as database:
        from hoso.studio.access import people as accounts

        found = accounts.everyone(database)
    if json_:
        print_json(
            [
                {
                    "name": account.person.name,
                    "role": account.person.role.value,
                    "password": account.password,
                    "seen": _moment(account.seen),
                }
                for account in found
            ]
        )
        return DONE
    table = Table("name", "role", "signs in by", "last seen")
    for account in found:
        way = "password" if account.password else "link on this machine" if account.local else "invitation"
        table.add_row(account.person.name, account.person.role.value, way, _moment(account.seen) or "")
    Console().print(table)
    return DONE


@user.command(name="role")
def change_role(name: str, role: RoleName, *, debug: Debug = False) -> int:
    """Give somebody another role."""
    del debug
    with _accounts() as database:
        from hoso.studio.access import people as accounts
        from hoso.studio.access.audit import record

        person = _named(database, name)
        accounts.set_role(database, person.id, Role(role))
        record(database, None, "people.role", person.name, f"{role}, on the command line")
    people.print(f"{person.name} is {role} from now on.", highlight=False)
    return DONE


@user.command(name="password")
def change_password(name: str, *, debug: Debug = False) -> int:
    """Set somebody's password, which signs them out everywhere; typed, or read from standard input."""
    del debug
    with _accounts() as database:
        from hoso.studio.access import people as accounts
        from hoso.studio.access.audit import record

        person = _named(database, name)
        accounts.set_password(database, person.id, _new_password())
        record(database, None, "account.password", person.name, "on the command line")
    people.print(f"{person.name} has a new password.", highlight=False)
    return DONE


@user.command(name="remove")
def remove_user(name: str, *, debug: Debug = False) -> int:
    """Let somebody in no more. What they did stays in the audit log."""
    del debug
    with _accounts() as database:
        from hoso.studio.access import people as accounts
        from hoso.studio.access.audit import record

        person = _named(database, name)
        accounts.remove(database, person.id)
        record(database, None, "people.remove", person.name, "on the command line")
    people.print(f"{person.name} may not sign in any more.", highlight=False)
    return DONE


@contextmanager
def _packages() -> Iterator[None]:
    """Raises HosoError where the studio's packages are not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("hoso"):
            raise
        raise HosoError(
            f"the studio needs its packages ({error.name} is missing)",
            "uv run --extra studio render.py studio",
        ) from None


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C before there is anything to stop."""
    try:
        yield
    except KeyboardInterrupt:
        raise Cancelled from None


@contextmanager
def _accounts() -> Iterator[Database]:
    """The database of the project here."""
    project = find_project(Path.cwd())
    with _packages():
        yield _database(project)


def _database(project: Project) -> Database:
    from hoso.studio.database import open_database

    return open_database(project)


def _named(database: Database, name: str) -> Person:
    from hoso.studio.access import people as accounts

    person = accounts.named(database, name)
    if person is None:
        raise InputError(
            [Problem(f"there is nobody called {name}", "`render.py studio user list` shows who there is.")]
        )
    return person


def _new_password() -> str:
    """Typed twice on a terminal, else the first line of standard input. Raises InputError."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise InputError([Problem("the two passwords differ", "Try again.")])
    return first


def _say_ready(address: str, link: str | None) -> None:
    if link is None:
        people.print(f"The studio is at {address}. Ctrl-C stops it.", highlight=False)
        return
    people.print(
        "The studio is ready. This link signs you in once, within ten minutes; `render.py studio link` "
        "prints another. Ctrl-C stops the studio.",
        highlight=False,
    )
    print_line(link)
    sys.stdout.flush()


def _moment(seconds: float | None) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).isoformat(" ", "minutes") if seconds is not None else None
