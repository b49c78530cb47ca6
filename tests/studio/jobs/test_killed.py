"""Servers of their own: killed in the middle of a render, and two at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hoso.base.project import Project
from hoso.studio.web.front import Front
from tests.studio.jobs.conftest import Shop
from tests.studio.jobs.jobs_material import children, encoders, until

SERVER = """
import sys, socket
from pathlib import Path
from hoso.base.project import Project
from hoso.studio.place import Studio
from hoso.studio.serving import Reach, Server
from hoso.studio.web.front import Front
studio = Studio(Project(Path(sys.argv[1])), Front(Path(sys.argv[2])))
listening = socket.create_server(("127.0.0.1", 0))
Server(studio, Reach(), lambda: print("ready", flush=True)).run(sockets=[listening])
"""


@contextmanager
def server(project: Project, front: Front) -> Iterator[subprocess.Popen[bytes]]:
    """A server of `project` that answers."""
    command = [sys.executable, "-c", SERVER, str(project.root), str(front.folder)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            yield process
        finally:
            process.kill()


def test_a_killed_server_leaves_no_orphan_and_the_next_one_goes_on(shop: Shop, front: Front) -> None:
    """By itself, from the cache, to the end."""
    number = shop.wish("long", channels=("large",), draft=True)
    with server(shop.project, front) as first:
        until(lambda: encoders(shop.project))
        first.kill()
        first.wait()
        until(lambda: not encoders(shop.project), 2.0)
        until(lambda: not children(shop.project))
    assert shop.job(number).state == "running"
    with server(shop.project, front) as second:
        ended = shop.ended(number)
        assert ended.state == "done", ended.result
        assert ended.attempt == 2
        assert [made.channel for made in ended.result.made] == ["large"]
        second.terminate()
        assert second.wait(10) in (0, -15)


def test_two_servers_never_do_the_same_job(shop: Shop, front: Front) -> None:
    """The second waits until the first is gone, and its child too."""
    with server(shop.project, front) as first, server(shop.project, front):
        number = shop.wish("long", channels=("large",))
        quick = shop.wish("quick", draft=True)
        until(lambda: encoders(shop.project))
        assert len(children(shop.project)) == 1
        assert shop.job(number).attempt == 1
        first.kill()
        first.wait()
        until(lambda: shop.job(number).attempt == 2)
        until(lambda: len(children(shop.project)) == 1)
        shop.cancel(number)
        assert shop.ended(number).state == "cancelled"
        assert shop.ended(quick).state == "done"
        assert shop.job(quick).attempt == 1
