"""What is seen in the picture of a finished file: its passages, each decoded once and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from math import ceil
from pathlib import Path

from hoso.base.keys import digest
from hoso.release.qc.comparing import Comparison, code_frames, codes_seen, comparison, subtitles_seen
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.looking import Look
from hoso.release.qc.means import Facts, Means
from hoso.release.qc.measured import RECIPE, CueSeen, FreeSeen, PictureFacts
from hoso.release.qc.passages import PASSAGE_MS, grouped, places
from hoso.release.qc.screening import Reel, Task, screen
from hoso.release.qc.stretches import Stretch
from hoso.release.qc.tracks import Tracks
from hoso.release.qc.whole import FROZEN_MS, black_stretches, frozen_stretches

SHORTEST_MS, LONGEST_MS = 15_000, 60_000
"""What is decoded in one go: a film is shared out among the workers, but into no smaller parts, for each has
to begin; and what a longer one has found would be lost where a render is stopped."""
_DISPLAY = 44
"""The last bytes of a `tkhd`: matrix, width, height. What is before them, the length, changes no picture."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What was seen; the fields are those of `Measured`."""

    damage: tuple[str, ...] = ()
    black: tuple[Stretch, ...] = ()
    frozen: tuple[Stretch, ...] = ()
    cues: tuple[CueSeen, ...] = ()
    free: tuple[FreeSeen, ...] = ()
    qr: tuple[tuple[str, ...], ...] = ()


def watch(
    path: Path,
    expected: Expectation,
    tracks: Tracks,
    clean: Tracks | None,
    headers: Sequence[bytes],
    means: Means,
) -> Watched:
    """What is seen in the file at `path`, where it has a picture, beside `clean`, the subtitle-free one.

    `headers` are those that say how a player shows the tracks (`tkhd`). Raises HosoError, Cancelled.
    """
    picture = tracks.picture
    if picture is None:
        return Watched()
    compared = comparison(expected, picture, None if clean is None else clean.picture)
    reel = Reel(path, picture, expected.clean, () if clean is None else clean.gops, compared)
    tasks = list(_tasks(expected, tracks, reel, headers))
    return _together(expected, reel, tasks, _found(reel, tasks, means))


def _tasks(expected: Expectation, tracks: Tracks, reel: Reel, headers: Sequence[bytes]) -> Iterator[Task]:
    """What to look at in each passage, in the film's order."""
    picture, compared = reel.picture, reel.compared
    shown = [RECIPE, picture.width, picture.height, [each[-_DISPLAY:].hex() for each in headers]]
    pairs = sorted(set(compared.pairs.values())) if compared is not None else []
    codes = code_frames(expected, picture)
    ours = places(tracks.gops, [frame for frame, _ in pairs])
    theirs = places(reel.clean_gops, [frame for _, frame in pairs])
    manner = [*shown, _manner(compared)]
    compare = {
        pair: digest(["qc pair", manner, *key]) for pair, *key in zip(pairs, ours, theirs, strict=True)
    }
    read = {
        frame: digest(["qc code", shown, place])
        for frame, place in zip(codes, places(tracks.gops, codes), strict=True)
    }
    for passage in grouped(tracks.gops, _frames(PASSAGE_MS, picture)):
        yield Task(
            passage,
            digest(["qc passage", shown, passage.digest]),
            {pair: key for pair, key in compare.items() if passage.first <= pair[0] < passage.end},
            {frame: key for frame, key in read.items() if passage.first <= frame < passage.end},
        )


def _found(reel: Reel, tasks: Sequence[Task], means: Means) -> dict[str, Facts]:
    """What is known, or found out, under every key of `tasks`."""
    keys = [key for task in tasks for key in task.keys]
    known = {key: facts for key in keys if (facts := means.memory.recall(key)) is not None}
    left = [task.without(known) for task in tasks if not known.keys() >= set(task.keys)]
    runs = list(_runs(left, _share(left, reel.picture, means.workers)))
    least = _frames(FROZEN_MS, reel.picture)
    for found in means.all([partial(screen, reel, run, least) for run in runs]):
        for key, facts in found.items():
            means.keep(key, facts)
            known[key] = facts
    return known


def _share(tasks: Sequence[Task], picture: PictureFacts, workers: int) -> int:
    """How many frames a worker gets in one go, at most."""
    sizes = [task.passage.frames for task in tasks]
    even = ceil(sum(sizes) / max(1, workers)) + max(sizes, default=0)
    return min(_frames(LONGEST_MS, picture), max(_frames(SHORTEST_MS, picture), even))


def _runs(tasks: Sequence[Task], longest: int) -> Iterator[list[Task]]:
    """Neighbouring `tasks` together, of at most `longest` frames unless one alone has more."""
    run: list[Task] = []
    for task in tasks:
        if run and (
            run[-1].passage.end != task.passage.first or task.passage.end - run[0].passage.first > longest
        ):
            yield run
            run = []
        run.append(task)
    if run:
        yield run


def _together(
    expected: Expectation, reel: Reel, tasks: Sequence[Task], found: Mapping[str, Facts]
) -> Watched:
    passages = [task.passage for task in tasks]
    looks = [_look(found[task.key]) for task in tasks]
    points = {pair: found[key]["points"] for task in tasks for pair, key in task.pairs.items()}
    read = {frame: tuple(found[key]["texts"]) for task in tasks for frame, key in task.codes.items()}
    compared, rate = reel.compared, reel.picture.rate
    cues, free = ((), ()) if compared is None else subtitles_seen(expected, compared, points)
    return Watched(
        damage=tuple(dict.fromkeys(words for task in tasks for words in found[task.key]["damage"])),
        black=black_stretches(passages, looks, rate),
        frozen=frozen_stretches(passages, looks, rate),
        cues=cues,
        free=free,
        qr=codes_seen(expected, reel.picture, read),
    )


def _look(facts: Facts) -> Look:
    black, frozen = (tuple((low, high) for low, high in facts[name]) for name in ("black", "frozen"))
    return Look(black, frozen, facts["head"], facts["tail"])


def _manner(compared: Comparison | None) -> object:
    """What the number of points that differ depends on, beside the pictures."""
    if compared is None:
        return None
    profile = compared.profile
    return [
        asdict(compared) | {"pairs": None, "profile": None},
        profile.width,
        profile.height,
        profile.safe.model_dump(),
    ]


def _frames(ms: int, picture: PictureFacts) -> int:
    return max(1, ms * picture.rate[0] // (1000 * max(1, picture.rate[1])))
