"""Somebody is told when a release is ready, by a real program and a real server."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from hoso.pipeline.notifying import notify
from hoso.script.model import Notice
from tests.release.test_release_folder import manifest

COPY = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """A server on loopback, and what it was sent."""
    got: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204 if self.path == "/hook" else 500)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing to say."""

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}", got
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def test_both_are_told(tmp_path: Path, server: tuple[str, list[bytes]]) -> None:
    """The same object on standard input and by POST."""
    address, got = server
    out = tmp_path / "told.json"
    notice = Notice(command=(sys.executable, "-c", COPY, str(out)), webhook=f"{address}/hook")
    assert list(notify(notice, manifest(), tmp_path)) == []
    told = json.loads(out.read_text("utf-8"))
    assert (told["message"], told["version"], told["files"]) == (
        "appeal",
        "2026-11-22.1",
        ["ko/telegram.mp4"],
    )
    assert [json.loads(body) for body in got] == [told]


def test_what_does_not_work_is_a_warning(tmp_path: Path, server: tuple[str, list[bytes]]) -> None:
    """A program that fails or is not there, a server that refuses: each is told, none is an error."""
    address, _ = server
    failing = (sys.executable, "-c", "import sys; sys.exit('no admin is awake')")
    for notice, said in [
        (Notice(command=failing), "no admin is awake"),
        (Notice(command=("no-such-program",)), "could not be run"),
        (Notice(webhook=f"{address}/refused"), "500"),
        (Notice(webhook="http://127.0.0.1:9/"), "did not take it"),
    ]:
        (problem,) = notify(notice, manifest(), tmp_path)
        assert problem.level == "warning"
        assert said in problem.message


def test_nobody_to_tell(tmp_path: Path) -> None:
    """Without a notice nothing is called."""
    assert list(notify(Notice(), manifest(), tmp_path)) == []
