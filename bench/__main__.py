"""`just bench`: CPU seconds of all processes for one cut at 1080x1920, beside x264 alone and MoviePy."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import pysrt
from rich.console import Console
from rich.table import Table

from bench import editing, release
from bench.cut import fresh_copy, make_project
from bench.floor import Floor
from bench.meter import Cost, measure, middle
from hoso.channels.catalog import Catalog

ROOT = Path(__file__).parent.parent
MOVE_MS = 120


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="just bench", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="length of the cut (at least 32)")
    parser.add_argument("--no-moviepy", action="store_true", help="leave out MoviePy, which takes longest")
    parser.add_argument("--no-floor", action="store_true", help="leave out x264 alone: 5 GB of frames")
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often to measure what others are held against"
    )
    parser.add_argument("--workers", type=int, default=None, help="encodes at the same time")
    parser.add_argument("--release", action="store_true", help="instead, what all channels together cost")
    parser.add_argument("--studio", action="store_true", help="instead, the studio with many at it")
    parser.add_argument("--timing", action="store_true", help="instead, the timing editor under 3,000 cues")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hoso-bench-") as name:
        if options.release:
            show_release(release.rows(Path(name), options.seconds, options.rounds), options.seconds)
            return
        if options.timing:
            from bench import dragging

            dragging.show(dragging.rows(Path(name)))
            return
        if options.studio:
            from bench import studio

            found = studio.load(Path(name), options.seconds)
            studio.show(found)
            sys.exit(0 if found.sound else 1)
        rows = run(Path(name), options)
    show(rows, options.seconds)
    show_editing(editing.rows())


def run(folder: Path, options: argparse.Namespace) -> dict[str, Cost]:
    """Every row. Floor, film and release are measured in turn, for machines change speed: the medians."""
    spoken = folder / "spoken"
    make_project(spoken, ROOT / "videos", options.seconds)
    render = [sys.executable, str(ROOT / "render.py"), "bench"]
    if options.workers is not None:
        render += ["--workers", str(options.workers)]
    rows = {"voice, once (render.py say)": measure([*render[:2], "say", "bench"], spoken)}
    floor = None if options.no_floor else Floor(fresh_copy(spoken, "floor"))
    floors, films, releases = [], [], []
    for number in range(max(1, options.rounds)):
        alone, whole = (fresh_copy(spoken, f"{name}-{number}") for name in ("film", "release"))
        if floor is not None:
            floors.append(floor.measure())
        films.append(film_alone(alone))
        releases.append(measure(render, whole))
    if floors:
        rows["a  x264 alone, from decoded frames"] = middle(floors)
    rows["b  hoso, cold: a release"] = middle(releases)
    rows["b1 hoso, cold: its film alone"] = middle(films)
    move_a_cue(whole / "subtitles" / "bench.ko.srt")
    rows["c  hoso, one cue moved: a release"] = measure(render, whole)
    move_a_cue(alone / "subtitles" / "bench.ko.srt")
    rows["c1 hoso, one cue moved: its film alone"] = film_alone(alone)
    rows["d  hoso, nothing changed"] = measure(render, whole)
    if not options.no_moviepy:
        command = ["bench.by_moviepy", str(whole), str(folder / "moviepy.mp4")]
        rows["e  MoviePy, same cut and preset"] = measure([*release.MODULE, *command], folder)
    return rows


def film_alone(folder: Path) -> Cost:
    """The film drawn, encoded, joined with its sound: no QC, small picture, poster or report."""
    return measure([*release.MODULE, "bench.encodes", ".", "joined"], folder)


def move_a_cue(path: Path) -> None:
    """What an editor does: the second cue a little later."""
    cues = pysrt.open(str(path), encoding="utf-8")
    cues[1].shift(milliseconds=MOVE_MS)
    cues.save(str(path), encoding="utf-8")


def show(rows: dict[str, Cost], seconds: int) -> None:
    """The table; the floor and the cold render are what the rest is held against."""
    floor = next((cost for name, cost in rows.items() if name.startswith("a")), None)
    cold = next(cost for name, cost in rows.items() if name.startswith("b "))
    table = Table(title=f"{seconds} s at 1080x1920")
    for title in ("", "CPU s", "wall s", "largest MB", "CPU / a", "CPU / b"):
        table.add_column(title, justify="left" if not title else "right")
    for name in sorted(rows):
        cost = rows[name]
        table.add_row(
            name,
            f"{cost.cpu:.1f}",
            f"{cost.wall:.1f}",
            f"{cost.megabytes:.0f}",
            f"{cost.cpu / floor.cpu:.2f}" if floor else "",
            f"{cost.cpu / cold.cpu:.3f}",
        )
    Console(width=110).print(table)


def show_release(rows: dict[str, Cost], seconds: int) -> None:
    """What a release costs, held against its distinct encodes (1.25 is the aim) and against one film."""
    table = Table(title=f"{seconds} s for {len(Catalog.load().names)} channels")
    for title in ("", "CPU s", "wall s", "largest MB", "CPU / encodes", "CPU / one film"):
        table.add_column(title, justify="left" if not title else "right")
    for name, cost in rows.items():
        ratios = (f"{cost.cpu / rows[other].cpu:.2f}" for other in (release.ENCODES, release.ONE))
        table.add_row(name, f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.megabytes:.0f}", *ratios)
    Console(width=110).print(table)


def show_editing(seconds: dict[str, float]) -> None:
    """What editors wait for, in CPU seconds; all of it should be under one."""
    table = Table(title=f"{editing.CUES} cues")
    for name in (*seconds, "together"):
        table.add_column(name, justify="right")
    table.add_row(*(f"{value:.2f}" for value in (*seconds.values(), sum(seconds.values()))))
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
