"""A run of passages decoded: frames looked at, stills compared, codes read."""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import IO

import numpy as np

from hoso.base.jobs import CancelToken
from hoso.media.ffmpeg import read
from hoso.release.qc.comparing import Comparison, Pair
from hoso.release.qc.looking import Looker
from hoso.release.qc.means import Facts
from hoso.release.qc.measured import PictureFacts
from hoso.release.qc.passages import Passage, around, joined
from hoso.release.qc.passes import (
    Beside,
    Stills,
    damage_of,
    decoded,
    picture_arguments,
    small_size,
)
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

    @property
    def frame_by_frame(self) -> Task:
        """To look at every frame of the passage, and at none closely."""
        return Task(self.passage.whole, self.key, {}, {})


def screen(reel: Reel, tasks: Sequence[Task], least: int, token: CancelToken) -> dict[str, Facts]:
    """What is seen in `tasks`, which are neighbours, by their keys; `least` is `Looker`'s.

    A passage's facts are those of `Look`, a pair's has the `points` that differ, a code's the `texts`; None
    and nothing where the frame is not there. All have `damage`. Where anything is black, no frame is passed
    over: whether that counts is a matter of few. Raises HosoError, Cancelled.
    """
    found = _screened(reel, tasks, least, token)
    dark = [number for number, task in enumerate(tasks) if task.passage.spare and found[task.key]["black"]]
    if not dark or found[tasks[0].key]["damage"]:
        return found
    again = [task.frame_by_frame for task in tasks[dark[0] : dark[-1] + 1]]
    return found | _screened(reel, again, least, token)


def _screened(reel: Reel, tasks: Sequence[Task], least: int, token: CancelToken) -> dict[str, Facts]:
    passage = joined([task.passage for task in tasks])
    small = small_size(reel.picture.width, reel.picture.height)
    pairs = {pair: key for task in tasks for pair, key in task.pairs.items()}
    coded = {frame: key for task in tasks for frame, key in task.codes.items()}
    with tempfile.TemporaryDirectory(prefix="hoso-qc-") as name:
        folder = Path(name)
        ours = _stills([frame for frame, _ in pairs], passage, reel.compared, folder / "finished.y")
        read_in = _stills(coded, passage, None, folder / "codes.y")
        wanted = [stills for stills in (ours, read_in) if stills.frames]
        theirs = beside = _beside(reel, list(pairs), folder / "clean.y")
        if theirs is not None and (theirs.source, theirs.passage) == (reel.path, passage):
            # ffmpeg-python takes two equal inputs for one.
            wanted, beside = [*wanted, theirs.stills], None
        due = decoded(passage, wanted)
        screen = _Screen([task.passage for task in tasks], due, small, least, token)
        log = read(picture_arguments(reel.path, passage, small, wanted, beside), screen.show, token=token)
        points = _points(reel, list(pairs), passage, ours, theirs)
        shown = _pictures(read_in, passage, (reel.picture.width, reel.picture.height))
        texts = {frame: codes(still) for frame, still in shown.items()}
    damage = damage_of(log)
    if passage.from_us is not None and screen.shown != len(due) and not damage:
        damage = (f"{screen.shown} of {len(due)} frames can be decoded",)
    found: dict[str, Facts] = {
        task.key: {**asdict(looker.look()), "damage": damage}
        for task, looker in zip(tasks, screen.lookers, strict=True)
    }
    found |= {key: {"points": points.get(pair), "damage": damage} for pair, key in pairs.items()}
    return found | {key: {"texts": texts.get(frame, ()), "damage": damage} for frame, key in coded.items()}


class _Screen:
    """Shows the small frames of neighbouring passages to a looker each.

    A looker sees none of those that can be passed over, also where they are there because something is looked
    at closely: what it sees depends on its passage alone.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        due: Sequence[int],
        size: tuple[int, int],
        least: int,
        token: CancelToken,
    ) -> None:
        """`due`: the frames that will come, by their number from the first passage's beginning."""
        self.lookers = [Looker(least) for _ in passages]
        self.shown = 0
        self._due = due
        self._looks = dict(self._plan(passages))
        self._size = size
        self._token = token

    def show(self, stream: IO[bytes]) -> None:
        """Show what ffmpeg writes to `stream`; the last looker sees what was not due. Raises Cancelled."""
        width, height = self._size
        while len(data := stream.read(width * height)) == width * height:
            self._token.check()
            looker, lasting = self.lookers[-1], 1
            if self.shown < len(self._due):
                looker, lasting = self._looks.get(self._due[self.shown], (looker, 0))
            if lasting:
                looker.take(np.frombuffer(data, np.uint8).reshape(height, width), lasting)
            self.shown += 1

    def _plan(self, passages: Sequence[Passage]) -> Iterator[tuple[int, tuple[Looker, int]]]:
        """For each frame that is looked at: by whom, and for how many it stands."""
        for looker, passage in zip(self.lookers, passages, strict=True):
            spare = {each.frame for each in passage.spare}
            seen = [frame for frame in range(passage.frames) if frame not in spare]
            begin = passage.first - passages[0].first
            for frame, after in pairwise([*seen, passage.frames]):
                yield begin + frame, (looker, after - frame)


def _beside(reel: Reel, pairs: Sequence[Pair], out: Path) -> Beside | None:
    """The subtitle-free picture's stills of `pairs`; None where there is nothing to compare."""
    if not pairs or reel.clean is None:
        return None
    frames = [frame for _, frame in pairs]
    bare = around(reel.clean_gops, frames)
    return Beside(reel.clean, bare, _stills(frames, bare, reel.compared, out))


def _points(
    reel: Reel, pairs: Sequence[Pair], passage: Passage, ours: Stills, theirs: Beside | None
) -> Mapping[Pair, int]:
    """How many points differ in each of `pairs` that is there, once the stills of `ours` and `theirs` are."""
    if reel.compared is None or theirs is None:
        return {}
    profile, size = reel.compared.profile, reel.compared.size
    finished = _pictures(ours, passage, size)
    clean = _pictures(theirs.stills, theirs.passage, size)
    return {
        (one, other): different(finished[one], clean[other], profile)
        for one, other in pairs
        if one in finished and other in clean
    }


def _stills(frames: Iterable[int], passage: Passage, compared: Comparison | None, out: Path) -> Stills:
    """`frames` of the film to be kept while `passage` is decoded; at their own size if not `compared`."""
    relative = tuple(sorted({frame - passage.first for frame in frames}))
    if compared is None:
        return Stills(relative, None, out)
    return Stills(relative, compared.size, out, compared.through)


def _pictures(stills: Stills, passage: Passage, size: tuple[int, int]) -> Mapping[int, Still]:
    """The stills of `passage` that ffmpeg kept, by the numbers of their frames in the film."""
    if not stills.frames:
        return {}
    width, height = size
    data = np.fromfile(stills.out, np.uint8)
    whole = len(data) // (width * height)
    shaped = data[: whole * width * height].reshape(whole, height, width)
    return dict(zip((frame + passage.first for frame in stills.frames), shaped, strict=False))
