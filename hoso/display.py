"""Progress and results for people, on standard error; plain lines where there is no terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from hoso.base.clock import format_clock
from hoso.base.events import Event, Listener, Miss, Notice, Stage, Step
from hoso.base.problems import Level, Problem
from hoso.channels.catalog import Catalog
from hoso.channels.summary import summarise
from hoso.pipeline.request import Rendition
from hoso.release.manifest import Manifest
from hoso.styles.model import Style
from hoso.voice.catalog import Listing

STAGES = {"voice": "Voice", "segments": "Picture", "sound": "Sound"}
COLOURS: dict[Level, str] = {"hint": "cyan", "warning": "yellow", "error": "red"}
"""By how grave it is, the least first."""
MEGABYTE = 1_000_000
LIMITS = ("Picture", "Files", "Length", "Size", "Caption", "Unverified")
ROOM_FOR_TITLES = 130
"""Columns of a terminal from which the list of channels has their titles too."""


@contextmanager
def showing(console: Console, *, explain: bool = False) -> Iterator[Listener]:
    """A listener that shows what happens: one live display in a terminal, a line a stage elsewhere.

    Why work could not be reused is shown only where somebody asks (`explain`).
    """
    if not console.is_terminal:
        yield _chosen(_Lines(console), explain=explain)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TextColumn("[dim]{task.fields[reused]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _chosen(_Bars(progress), explain=explain)


def _chosen(listener: Listener, *, explain: bool) -> Listener:
    return lambda event: listener(event) if explain or not isinstance(event, Miss) else None


class _Bars:
    """One bar a stage."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[tuple[str, str], TaskID] = {}
        self._reused: dict[tuple[str, str], int] = {}

    def __call__(self, event: Event) -> None:
        match event:
            case Stage(name, message, total):
                title = f"{escape(message)} [cyan]{STAGES.get(name, name)}[/]"
                self._tasks[name, message] = self._progress.add_task(title, total=total, reused="")
                self._reused[name, message] = 0
            case Step(stage, message, count, reused) if (stage, message) in self._tasks:
                key = (stage, message)
                self._reused[key] += count if reused else 0
                note = f"{self._reused[key]} reused" if self._reused[key] else ""
                self._progress.update(self._tasks[key], advance=count, reused=note)
            case Step():
                pass
            case Notice(problem):
                print_problem(self._progress.console, problem)
            case Miss(what, reason):
                self._progress.console.print(f"[dim]{escape(what)}: {escape(reason)}[/]")


class _Lines:
    """One line when a stage ends."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._totals: dict[tuple[str, str], int] = {}
        self._done: dict[tuple[str, str], int] = {}
        self._reused: dict[tuple[str, str], int] = {}

    def __call__(self, event: Event) -> None:
        match event:
            case Stage(name, message, total):
                self._totals[name, message] = total
                self._done[name, message] = self._reused[name, message] = 0
            case Step(stage, message, count, reused) if (stage, message) in self._totals:
                self._step((stage, message), count, reused=reused)
            case Step():
                pass
            case Notice(problem):
                print_problem(self._console, problem)
            case Miss(what, reason):
                self._console.print(f"{what}: {reason}", markup=False, highlight=False)

    def _step(self, key: tuple[str, str], count: int, *, reused: bool) -> None:
        self._done[key] += count
        self._reused[key] += count if reused else 0
        if self._done[key] == self._totals[key]:
            stage, message = key
            name = STAGES.get(stage, stage).lower()
            self._console.print(
                f"{message}: {name} {self._done[key]} done, {self._reused[key]} reused",
                markup=False,
                highlight=False,
            )


def print_problem(console: Console, problem: Problem) -> None:
    """One problem: place and message, then the remedy."""
    colour = COLOURS[problem.level]
    near = replace(problem, path=problem.path and Path(_shortened(problem.path)))
    place = f"{near.place}: " if near.place else ""
    console.print(
        f"{escape(place)}[{colour}]{problem.level}[/]: {escape(problem.message)}",
        highlight=False,
        soft_wrap=True,
    )
    if problem.remedy:
        console.print(f"  [dim]{escape(problem.remedy)}[/]", highlight=False, soft_wrap=True)


def print_problems(console: Console, problems: Iterable[Problem]) -> None:
    """All problems, hints first and errors last, so that they are what one sees."""
    for problem in sorted(problems, key=lambda problem: list(COLOURS).index(problem.level)):
        print_problem(console, problem)


def print_renditions(console: Console, renditions: Iterable[Rendition]) -> None:
    """The table at the end: what was made, and where it is."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("Channel", "File"):
        table.add_column(title, overflow="fold")
    for title in ("Size", "Length", "Loudness", "Time"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("Voice", overflow="fold")
    for made in renditions:
        table.add_row(
            escape(made.channel),
            escape(_shortened(made.path)),
            f"{made.bytes / MEGABYTE:.1f} MB",
            format_clock(made.duration_ms),
            f"{made.lufs:.1f} LUFS",
            f"{made.seconds:.1f} s",
            f"{made.engine}, [yellow]{made.grade}[/]" if made.grade == "draft" else made.engine,
        )
    if table.row_count:
        console.print(table)


def print_reports(console: Console, renditions: Iterable[Rendition]) -> None:
    """Where each release is told on one page; drafts have none."""
    for report in dict.fromkeys(made.path.parents[1] / "report.html" for made in renditions):
        if report.is_file():
            console.print(f"Report: {escape(_shortened(report))}", highlight=False)


def _shortened(path: Path) -> str:
    """The path from here, where it lies below."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def print_voices(console: Console, found: Iterable[Listing]) -> None:
    """The engines, with their voices by language; the first of each is its default."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("Engine", "Grade", "Needs", "Language", "Voices"):
        table.add_column(title, overflow="fold")
    for engine in found:
        head: tuple[str, str, str] = (engine.name, engine.grade, "a network" if engine.online else "nothing")
        for language, voices in engine.voices.items():
            table.add_row(*head, language, escape(", ".join(voices)))
            head = ("", "", "")
    console.print(table)


def print_channels(console: Console, catalog: Catalog) -> None:
    """The channels with their pictures and limits; `?` marks what nobody has verified."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    titled = console.width >= ROOM_FOR_TITLES
    for head in ("Channel", *([""] if titled else []), *LIMITS):
        table.add_column(head, overflow="fold", no_wrap=head == "Channel")
    found = [summarise(catalog, channel) for channel in catalog.channels]
    for row in found:
        limits = (row.picture, row.files, row.length, row.size, row.caption, row.unverified)
        cells = (escape(cell).replace("?", "[yellow]?[/]") for cell in limits)
        title = [f"[dim]{escape(row.title)}[/]"] if titled else []
        table.add_row(row.name, *title, *cells)
    console.print(table)
    console.print("[dim]? is second-hand or a guess; docs/channels.md has every fact with its source.[/]")


def print_styles(console: Console, found: Iterable[Style]) -> None:
    """The styles of subtitles, with what they are for."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("Style", "For"):
        table.add_column(head, overflow="fold", no_wrap=head == "Style")
    for style in found:
        table.add_row(style.name, escape(style.title))
    console.print(table)


def print_release(console: Console, manifest: Manifest) -> None:
    """A release: its state, what speaks against it, its files, and the channels that have none."""
    colour = {"ready": "yellow", "approved": "green", "withdrawn": "red"}[manifest.state]
    console.print(f"{manifest.message} {manifest.version} is [{colour}]{manifest.state}[/]", highlight=False)
    for decision in manifest.decisions:
        told = f"{decision.state} by {decision.by}" + (f": {decision.reason}" if decision.reason else "")
        console.print(f"  {decision.when:%Y-%m-%d %H:%M} {escape(told)}", highlight=False)
    for blocker in manifest.blockers:
        console.print(f"  [yellow]against it:[/] {escape(blocker)}", highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("Edition", "Channel", "File", "MB", "Length", "SHA-256"):
        table.add_column(head, justify="right" if head in ("MB", "Length") else "left", no_wrap=True)
    for entry in manifest.files:
        if entry.kind in ("video", "sound"):
            length = format_clock(entry.duration_ms) if entry.duration_ms else ""
            stale = " [yellow](stale)[/]" if entry.stale else ""
            size = f"{entry.bytes / MEGABYTE:.1f}"
            row = (
                entry.edition or "",
                entry.channel or "",
                entry.path + stale,
                size,
                length,
                entry.sha256[:12],
            )
            table.add_row(*row)
    console.print(table)
    for withheld in manifest.withheld:
        told = "; ".join(withheld.reasons)
        console.print(
            f"[red]withheld:[/] {withheld.edition} {withheld.channel}: {escape(told)}", highlight=False
        )
