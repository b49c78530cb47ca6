"""A run of passages decoded: every frame looked at, stills compared, codes read."""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

import numpy as np

from hoso.base.jobs import CancelToken
from hoso.media.ffmpeg import read
from hoso.release.qc.comparing import Comparison, Pair
from hoso.release.qc.looking import Looker
from hoso.release.qc.means import Facts
from hoso.release.qc.measured import PictureFacts
from hoso.release.qc.passages import Passage, counted, holding, joined
from hoso.release.qc.passes import Beside, Stills, damage_of, picture_arguments, small_size
from hoso.release.qc.seen import Still, codes, different


@dataclass(frozen=True, slots=True)
class Reel:
    """A finished picture, and the subtitle-free one that it is compared with."""

    path: Path
    picture: PictureFacts
    clean: Path | None
    clean_gops: tuple[Passage, ...]
    compared: Comparison | None


@dataclass(frozen=True, slots=True)
class Task:
    """A passage to look at, and what in it to look at closely; numbers of frames are the film's."""

    passage: Passage
    key: str
    """What stands for all that is seen in the passage."""
    pairs: Mapping[Pair, str]
    """What to compare; and what stands for both pictures and how they are compared."""
    codes: Mapping[int, str]
    """The frames in which to read codes; and what stands for each."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them."""
        return (self.key, *self.pairs.values(), *self.codes.values())

    def without(self, known: Container[str]) -> Task:
        """The task, looking closely only at what is not among the keys `known`."""
        pairs = {pair: key for pair, key in self.pairs.items() if key not in known}
        codes = {frame: key for frame, key in self.codes.items() if key not in known}
        return replace(self, pairs=pairs, codes=codes)


def screen(reel: Reel, tasks: Sequence[Task], least: int, token: CancelToken) -> dict[str, Facts]:
    """What is seen in `tasks`, which are neighbours, by their keys; `least` is `Looker`'s.

    A passage's facts are those of `Look`, a pair's has the `points` that differ, a code's the `texts`; None
    and nothing where the frame is not there. All have `damage`. Raises HosoError, Cancelled.
    """
    passage = joined([task.passage for task in tasks])
    small = small_size(reel.picture.width, reel.picture.height)
    pairs = {pair: key for task in tasks for pair, key in task.pairs.items()}
    coded = {frame: key for task in tasks for frame, key in task.codes.items()}
    screen = _Screen([task.passage for task in tasks], small, least, token)
    with tempfile.TemporaryDirectory(prefix="hoso-qc-") as name:
        folder = Path(name)
        ours = _stills([frame for frame, _ in pairs], [passage], reel.compared, folder / "finished.y")
        read_in = _stills(coded, [passage], None, folder / "codes.y")
        wanted = [stills for stills in (ours, read_in) if stills.frames]
        theirs = _beside(reel, list(pairs), folder / "clean.y")
        log = read(picture_arguments(reel.path, passage, small, wanted, theirs), screen.show, token=token)
        points = _points(reel, list(pairs), ours, theirs)
        shown = _pictures(read_in, coded, (reel.picture.width, reel.picture.height))
        texts = {frame: codes(still) for frame, still in shown.items()}
    damage = damage_of(log)
    if passage.from_us is not None and screen.shown != passage.frames and not damage:
        damage = (f"{screen.shown} of {passage.frames} frames can be decoded",)
    found: dict[str, Facts] = {
        task.key: {**asdict(looker.look()), "damage": damage}
        for task, looker in zip(tasks, screen.lookers, strict=True)
    }
    found |= {key: {"points": points.get(pair), "damage": damage} for pair, key in pairs.items()}
    return found | {key: {"texts": texts.get(frame, ()), "damage": damage} for frame, key in coded.items()}


class _Screen:
    """Shows the small frames of neighbouring passages to a looker each."""

    def __init__(
        self, passages: Sequence[Passage], size: tuple[int, int], least: int, token: CancelToken
    ) -> None:
        self.lookers = [Looker(least) for _ in passages]
        self.shown = 0
        self._ends = [passage.end - passages[0].first for passage in passages]
        self._size = size
        self._token = token

    def show(self, stream: IO[bytes]) -> None:
        """Show what ffmpeg writes to `stream`; the last looker sees all that is left. Raises Cancelled."""
        width, height = self._size
        number = 0
        while len(data := stream.read(width * height)) == width * height:
            self._token.check()
            if self.shown == self._ends[number] and number + 1 < len(self.lookers):
                number += 1
            self.lookers[number].take(np.frombuffer(data, np.uint8).reshape(height, width))
            self.shown += 1


def _beside(reel: Reel, pairs: Sequence[Pair], out: Path) -> Beside | None:
    """The subtitle-free picture's stills of `pairs`; None where there is nothing to compare."""
    if not pairs or reel.clean is None:
        return None
    frames = [frame for _, frame in pairs]
    gops = holding(reel.clean_gops, frames)
    return Beside(reel.clean, gops, _stills(frames, gops, reel.compared, out))


def _points(reel: Reel, pairs: Sequence[Pair], ours: Stills, theirs: Beside | None) -> Mapping[Pair, int]:
    """How many points differ in each of `pairs` that is there, once the stills of `ours` and `theirs` are."""
    if reel.compared is None or theirs is None:
        return {}
    profile, size = reel.compared.profile, reel.compared.size
    finished = _pictures(ours, (frame for frame, _ in pairs), size)
    clean = _pictures(theirs.stills, (frame for _, frame in pairs), size)
    return {
        (one, other): different(finished[one], clean[other], profile)
        for one, other in pairs
        if one in finished and other in clean
    }


def _stills(
    frames: Iterable[int], passages: Sequence[Passage], compared: Comparison | None, out: Path
) -> Stills:
    """`frames` of the film to be kept while `passages` are decoded; at their own size if not `compared`."""
    relative = tuple(sorted(set(counted(passages, frames))))
    if compared is None:
        return Stills(relative, None, out)
    return Stills(relative, compared.size, out, compared.through)


def _pictures(stills: Stills, frames: Iterable[int], size: tuple[int, int]) -> Mapping[int, Still]:
    """The `stills` that ffmpeg kept of `frames`, by their numbers in the film."""
    if not stills.frames:
        return {}
    width, height = size
    data = np.fromfile(stills.out, np.uint8)
    whole = len(data) // (width * height)
    shaped = data[: whole * width * height].reshape(whole, height, width)
    return dict(zip(sorted(set(frames)), shaped, strict=False))
