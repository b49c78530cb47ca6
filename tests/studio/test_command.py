"""`render.py studio …` as people run it."""

from __future__ import annotations

import http.client
import io
import json
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

import pytest

from hoso.base.project import Project
from hoso.cli import main
from hoso.cli.studio import RoleName
from hoso.studio.access import audit, people
from hoso.studio.access.audit import Sought
from hoso.studio.access.roles import Role
from hoso.studio.database import open_database
from hoso.studio.web.front import Front

ROOT = Path(__file__).parent.parent.parent
DOOR = [sys.executable, str(ROOT / "render.py"), "studio"]
PASSWORD = "correct horse battery"  # noqa: S105 - nobody's
START_SECONDS, STOP_SECONDS = 120, 60


def run(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    """The command in the project's folder, to its end."""
    return subprocess.run([*DOOR, *words], cwd=project.root, capture_output=True, text=True, check=False)


Told = tuple[int, str, str]
"""Exit code, standard output and standard error."""
Users = Callable[..., Told]
IN_HERE = pytest.mark.filterwarnings("ignore:Cyclopts application invoked without tokens:UserWarning")
"""Cyclopts takes it for a mistake that a test reads the words of the command line."""


@pytest.fixture
def users(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Users:
    """Runs `studio user …` in this process: there are many of them. `typed` comes by a pipe."""
    monkeypatch.chdir(project.root)

    def told(*words: str, typed: str = "") -> Told:
        monkeypatch.setattr(sys, "argv", ["render.py", "studio", "user", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return told


@contextmanager
def running(project: Project, *words: str, says: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The studio, and the first line with `says` that it prints; killed after the block if it still runs."""
    process = subprocess.Popen(
        [*DOOR, "--port", "0", *words],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield process, line_with(process, says)
        finally:
            process.kill()


def line_with(process: subprocess.Popen[str], says: str) -> str:
    """The first line that it prints with `says` in it."""
    assert process.stdout is not None
    seen = ""
    late = threading.Timer(START_SECONDS, process.kill)
    late.start()
    try:
        for line in process.stdout:
            seen += line
            if says in line:
                return line.strip()
    finally:
        late.cancel()
    raise AssertionError(f"it said: {seen}")


def get(url: str, cookie: str = "") -> http.client.HTTPResponse:
    """What a browser gets."""
    parts = urlsplit(url)
    assert parts.hostname is not None
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    connection.request("GET", parts.path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_link_that_is_printed_signs_in_once(project: Project, front: Front, number: int) -> None:
    """Then it is used up; another comes by `studio link`; a signal stops the studio well."""
    with running(project, says="/enter/") as (process, link):
        entered = get(link)
        assert (entered.status, entered.headers["location"]) == (303, "/")
        cookie = str(entered.headers["set-cookie"]).split(";")[0]
        address = link.partition("/enter/")[0]
        assert get(f"{address}/account", cookie).status == 200
        assert get(link).status == 410
        another = run(project, "link")
        assert another.returncode == 0, another.stderr
        assert another.stdout.startswith(f"{address}/enter/")
        assert get(another.stdout.strip()).status == 303
        process.send_signal(number)
        assert process.wait(STOP_SECONDS) == 0
    over = run(project, "link")
    assert over.returncode == 1
    assert "no studio runs" in over.stderr
    assert [entry.action for entry in audit.entries(open_database(project), Sought())] == [
        "access.sign-in"
    ] * 2


def test_others_reach_it_only_with_an_account(project: Project, front: Front) -> None:
    """Without one it says how to make one; with one it starts, and has no link."""
    refused = run(project, "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - what is tested
    assert refused.returncode == 1
    assert "render.py studio user add NAME --role owner" in refused.stderr
    people.add(open_database(project), "Olena", Role.OWNER, PASSWORD)
    words = ("--host", "127.0.0.1", "--behind-proxy", "--name", "studio.example")
    with running(project, *words, says="The studio is at") as (process, line):
        assert "https://studio.example" in line
        assert "/enter/" not in line
        assert run(project, "link").returncode == 1
        process.terminate()
        assert process.wait(STOP_SECONDS) == 0


@IN_HERE
def test_people_are_managed_without_the_pages(project: Project, users: Users) -> None:
    """Added, listed, changed, removed; each is written down."""
    code, _, said = users("add", "Олена", "--role", "owner", typed=PASSWORD + "\n")
    assert code == 0, said
    database = open_database(project)
    olena = people.known(database, "Олена", PASSWORD)
    assert olena is not None
    assert olena.role is Role.OWNER
    assert users("add", "Андрій", "--role", "channel-admin", typed=PASSWORD)[0] == 0
    assert users("role", "андрій", "editor")[0] == 0
    assert users("password", "Андрій", typed="another good password\n")[0] == 0
    assert people.known(database, "Андрій", "another good password") is not None
    listed = json.loads(users("list", "--json")[1])
    assert [(each["name"], each["role"]) for each in listed] == [("Андрій", "editor"), ("Олена", "owner")]
    assert "Андрій" in users("list")[1]
    assert users("remove", "Андрій")[0] == 0
    assert people.named(database, "Андрій") is None
    done = [(entry.action, entry.subject) for entry in audit.entries(database, Sought(subject="Андрій"))]
    assert done == [
        ("people.remove", "Андрій"),
        ("account.password", "Андрій"),
        ("people.role", "Андрій"),
        ("people.add", "Андрій"),
    ]


@IN_HERE
@pytest.mark.parametrize(
    ("words", "typed", "told"),
    [
        (("add", "Kim", "--role", "editor"), "short\n", "shorter than 12"),
        (("add", "Kim", "--role", "editor"), "", "shorter than 12"),
        (("add", "olena", "--role", "editor"), PASSWORD, "somebody called"),
        (("add", "Kim", "--role", "emperor"), PASSWORD, "emperor"),
        (("remove", "Olena"), "", "Nobody would be left"),
        (("role", "Nobody", "editor"), "", "there is nobody called Nobody"),
        (("password", "Nobody"), PASSWORD, "there is nobody called Nobody"),
    ],
)
def test_what_can_not_be_is_said(
    project: Project, users: Users, words: tuple[str, ...], typed: str, told: str
) -> None:
    """Exit 2, in one sentence, with what to do."""
    people.add(open_database(project), "Olena", Role.OWNER, PASSWORD)
    code, _, said = users(*words, typed=typed)
    assert code == 2
    assert told in said
    assert "Traceback" not in said


@pytest.mark.parametrize(("second", "code"), [(PASSWORD, 0), ("something else", 2)])
def test_on_a_terminal_a_password_is_typed_twice(project: Project, second: str, code: int) -> None:
    """And not shown."""
    controller, terminal = pty.openpty()
    words = [*DOOR, "user", "add", "Olena", "--role", "owner"]
    with subprocess.Popen(
        words, cwd=project.root, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True
    ) as process:
        os.close(terminal)
        shown = b""
        for prompt, typed in ((b"Password: ", PASSWORD), (b"The same again: ", second)):
            while prompt not in shown:
                shown += os.read(controller, 1000)
            os.write(controller, typed.encode() + b"\n")
        try:
            while more := os.read(controller, 1000):
                shown += more
        except OSError:
            pass  # what Linux says when the other end is closed
        assert process.wait(STOP_SECONDS) == code
    os.close(controller)
    assert PASSWORD.encode() not in shown


def test_without_its_packages_it_says_how_to_get_them(project: Project) -> None:
    """Also when only one is missing; no traceback."""
    without = "import sys; sys.modules['uvicorn'] = None; import hoso.cli; hoso.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "studio"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "the studio needs its packages" in done.stderr
    assert "uv run --extra studio render.py studio" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_line_knows_every_role() -> None:
    """As it can't ask the studio what there is."""
    assert set(get_args(RoleName)) == {role.value for role in Role}
