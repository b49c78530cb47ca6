"""The studio under load: viewers of progress, and downloads in pieces, while it renders a draft."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import httpx2
from rich.console import Console
from rich.table import Table

from bench.cut import make_project
from bench.meter import measure
from hoso.base.project import Project
from hoso.release.manifest import FileEntry, read_manifest
from hoso.studio.access import people, tokens
from hoso.studio.access.roles import Role
from hoso.studio.database import open_database

ROOT = Path(__file__).parent.parent
VIEWERS = 50
DOWNLOADS = 20
PIECE_BYTES = 256 * 1024
PIECE_SECONDS = 0.25
"""Between two pieces of a download: a good line, not the loopback's speed."""
SMALL, LARGE = "sdcard", "tall"
"""What is downloaded, and what is rendered meanwhile."""
PAGES = ("/messages", "/jobs", "/releases")
PAGE_SECONDS = 0.2
IDLE_LOOKS = 20
LONGEST_SECONDS = 900


@dataclass
class Load:
    """What the studio did under load. Times in seconds."""

    idle: dict[str, list[float]] = field(default_factory=lambda: {page: [] for page in PAGES})
    """How long each page took while nothing else was asked for."""
    busy: dict[str, list[float]] = field(default_factory=lambda: {page: [] for page in PAGES})
    """How long it took during the render, with all viewers and downloads."""
    received: list[int] = field(default_factory=list)
    """Changes that each viewer heard of, whether in the first snapshot or one by one."""
    happened: int = 0
    """Changes that there were."""
    dropped: int = 0
    """Changes that some viewer did not get, or got twice or out of order."""
    downloaded: int = 0
    """Downloads that were whole, by their SHA-256."""
    broken: int = 0
    megabytes: float = 0.0
    render: float = 0.0
    """The render's wall time."""

    @property
    def sound(self) -> bool:
        """Whether nothing was lost."""
        return not self.dropped and not self.broken


def load(folder: Path, seconds: int) -> Load:
    """Render a message of `seconds` as a small release to download, then as a large draft under load.

    Raises CalledProcessError where the release can't be rendered, TimeoutError.
    """
    make_project(folder, ROOT / "videos", seconds, (SMALL, LARGE))
    measure([sys.executable, str(ROOT / "render.py"), "bench", "--channel", SMALL], folder)
    project = Project(folder)
    manifest = read_manifest(project.outputs / "bench")
    if manifest is None:
        raise RuntimeError("the release is not there")
    film = next(entry for entry in manifest.files if entry.kind == "video")
    with _server(project) as address:
        headers = {"Authorization": f"Bearer {_token(project)}"}
        limits = httpx2.Limits(max_connections=VIEWERS + DOWNLOADS + 10)
        client = httpx2.AsyncClient(base_url=address, headers=headers, limits=limits, timeout=60)
        path = f"/api/releases/bench/{manifest.version}/files/{film.path}"
        return asyncio.run(asyncio.wait_for(_run(client, film, path), LONGEST_SECONDS))


async def _run(client: httpx2.AsyncClient, film: FileEntry, path: str) -> Load:
    found = Load()
    async with client:
        for _ in range(IDLE_LOOKS):
            await _look(client, found.idle)
        wish = {"message": "bench", "channels": [LARGE], "draft": True}
        number = (await client.post("/api/jobs", json=wish)).raise_for_status().json()["id"]
        began = time.monotonic()
        over = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            viewers = [group.create_task(_view(client, number)) for _ in range(VIEWERS)]
            for _ in range(DOWNLOADS):
                group.create_task(_fetch(client, film, path, found, over))
            group.create_task(_browse(client, found, over))
            seen = [await viewer for viewer in viewers]
            found.render = time.monotonic() - began
            over.set()
        job = (await client.get(f"/api/jobs/{number}")).raise_for_status().json()
    if job["state"] != "done":
        raise RuntimeError(f"the draft is {job['state']}: {job['problems']}")
    found.happened = max(ids[-1] for ids in seen)
    for ids in seen:
        wanted = range(ids[0], found.happened + 1)
        found.dropped += len(set(wanted) - set(ids)) + (ids != sorted(set(ids)))
        found.received.append(ids[0] + len(ids) - 1)
    return found


async def _view(client: httpx2.AsyncClient, number: int) -> list[int]:
    """The numbers of what one viewer gets, to the end; the first is that of the snapshot."""
    ids: list[int] = []
    async with client.stream("GET", f"/api/jobs/{number}/events") as answer:
        async for name, value in _fields(answer):
            if name == "id":
                ids.append(int(value))
            if (name, value) == ("event", "end"):
                return ids
    raise RuntimeError("a stream broke off")


async def _fields(answer: httpx2.Response) -> AsyncIterator[tuple[str, str]]:
    async for line in answer.aiter_lines():
        name, _, value = line.partition(": ")
        yield name, value


async def _fetch(
    client: httpx2.AsyncClient, film: FileEntry, path: str, found: Load, over: asyncio.Event
) -> None:
    """One download after the other."""
    while not over.is_set():
        await _download(client, film, path, found)


async def _download(client: httpx2.AsyncClient, film: FileEntry, path: str, found: Load) -> None:
    """The film, piece by piece, as a download that is taken up again and again."""
    digest, got = hashlib.sha256(), 0
    while got < film.bytes:
        last = min(got + PIECE_BYTES, film.bytes) - 1
        piece = await client.get(path, headers={"Range": f"bytes={got}-{last}"})
        if piece.status_code != httpx2.codes.PARTIAL_CONTENT:
            break
        digest.update(piece.content)
        got += len(piece.content)
        await asyncio.sleep(PIECE_SECONDS)
    found.megabytes += got / 1e6
    whole = digest.hexdigest() == film.sha256
    found.downloaded += whole
    found.broken += not whole


async def _browse(client: httpx2.AsyncClient, found: Load, over: asyncio.Event) -> None:
    while not over.is_set():
        await _look(client, found.busy)


async def _look(client: httpx2.AsyncClient, times: dict[str, list[float]]) -> None:
    """Open each page once."""
    for page in PAGES:
        began = time.monotonic()
        (await client.get(page)).raise_for_status()
        times[page].append(time.monotonic() - began)
        await asyncio.sleep(PAGE_SECONDS)


def p95(times: list[float]) -> float:
    """What 95 of 100 stay under."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else max(times, default=0.0)


def show(found: Load) -> None:
    """What pages took, and whether anything was lost."""
    table = Table(title=f"{VIEWERS} viewers, {DOWNLOADS} downloads, a draft in {found.render:.0f} s")
    for title in ("page, ms", "alone p95", "under load median", "p95", "longest", "looks"):
        table.add_column(title, justify="left" if title.startswith("page") else "right")
    for page in PAGES:
        alone, busy = found.idle[page], found.busy[page]
        times = (p95(alone), median(busy), p95(busy), max(busy))
        table.add_row(page, *(f"{seconds * 1000:.0f}" for seconds in times), str(len(busy)))
    console = Console(width=110)
    console.print(table)
    least, most = min(found.received), max(found.received)
    console.print(
        f"changes: {found.happened}; each viewer heard of {least} to {most}; dropped: {found.dropped}"
    )
    console.print(
        f"downloads: {found.downloaded} whole, {found.broken} broken, {found.megabytes:.0f} MB in pieces"
    )


@contextmanager
def _server(project: Project) -> Iterator[str]:
    """The studio of `project`, as people start it, at its address."""
    command = [sys.executable, str(ROOT / "render.py"), "studio", "--port", "0"]
    with subprocess.Popen(command, cwd=project.root, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None  # noqa: S101 - PIPE
            yield process.stdout.readline().partition("/enter/")[0]
        finally:
            process.terminate()


def _token(project: Project) -> str:
    database = open_database(project)
    owner = people.add(database, "bench", Role.OWNER)
    return tokens.make(database, owner.id, "bench", 1)[1]
