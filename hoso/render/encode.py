"""Running the encodes: what is in the store is used, the rest is made, each segment kept as it ends."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hoso.base.clock import frames
from hoso.base.events import Listener, Step
from hoso.base.files import scratch
from hoso.base.jobs import CancelToken, run_all
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.channels.model import PictureProfile
from hoso.media import ffmpeg
from hoso.media.mp4 import spell_out_delays, video_frames
from hoso.render.graph import Print, run_arguments, run_cues
from hoso.render.keys import SegmentKey
from hoso.render.pictures import ScenePicture
from hoso.render.runs import Run, runs
from hoso.render.segments import Segment
from hoso.render.subtitling import Burner

SUFFIX = ".mp4"
STAGE = "segments"


@dataclass(frozen=True, slots=True)
class Film:
    """The picture of one edition at one profile, cut and keyed, ready to encode."""

    name: str
    segments: tuple[Segment, ...]
    keys: tuple[SegmentKey, ...]
    pictures: Mapping[int, ScenePicture]
    profile: PictureProfile
    burner: Burner
    size: tuple[int, int] | None = None
    """What the finished picture is scaled down to; None for the profile's own raster."""
    every: int = 1
    """Of so many frames the first is written; a whole number of them lasts `STEP_MS`."""

    @property
    def duration_ms(self) -> int:
        """Length of the whole."""
        return sum(segment.duration_ms for segment in self.segments)


class Encoder:
    """Encodes films into a store with an executor's workers."""

    def __init__(
        self, store: Store, executor: Executor, workers: int, token: CancelToken, listen: Listener
    ) -> None:
        self._store = store
        self._executor = executor
        self._workers = workers
        self._token = token
        self._listen = listen

    def encode(self, *films: Film) -> list[list[Path]]:
        """The segment files of each of `films`, in order. What two segments share is encoded once.

        The films are of one cut at one raster and differ in subtitles, size and encoding: what several of
        them lack is drawn once for all of these. Raises HosoError where ffmpeg fails, Cancelled where the
        token says stop; what was finished is kept.
        """
        promised: set[str] = set()
        missing = [self._missing(film, promised) for film in films]
        lacking: dict[tuple[int, ...], list[int]] = {}
        for index in sorted(set().union(*missing)):
            who = tuple(number for number, those in enumerate(missing) if index in those)
            lacking.setdefault(who, []).append(index)
        run_all(
            self._executor,
            self._token,
            [
                partial(self._encode_run, [films[number] for number in who], run)
                for who, indices in lacking.items()
                for run in runs(films[0].segments, indices, self._workers)
            ],
        )
        return [[self._store.place(key.key, SUFFIX) for key in film.keys] for film in films]

    def _missing(self, film: Film, promised: set[str]) -> set[int]:
        """Which segments of `film` are neither kept nor `promised`; from now on they are."""
        missing: set[int] = set()
        for index, key in enumerate(film.keys):
            if self._store.find(key.key, SUFFIX) is not None or key.key in promised:
                self._listen(Step(STAGE, film.name, reused=True))
            else:
                promised.add(key.key)
                missing.add(index)
        return missing

    def _encode_run(self, films: Sequence[Film], run: Run, token: CancelToken) -> None:
        token.check()
        with scratch(self._store.root / "work") as folder:
            self._encode_in(folder, films, run, token)

    def _encode_in(self, folder: Path, films: Sequence[Film], run: Run, token: CancelToken) -> None:
        prints = [_print(film, run, folder / str(number)) for number, film in enumerate(films)]
        harvests = [
            _Harvest(each.folder, _expected(film, run), self._store, self._step(film))
            for film, each in zip(films, prints, strict=True)
        ]

        def gather() -> None:
            for harvest in harvests:
                harvest.gather()

        first = films[0]
        segments = [first.segments[index] for index in run.indices]
        try:
            ffmpeg.run(
                run_arguments(segments, first.pictures, first.profile, prints),
                token=token,
                env=first.burner.environment,
                on_progress=lambda _: gather(),
            )
        finally:
            gather()
        for film, harvest in zip(films, harvests, strict=True):
            if harvest.left:
                raise HosoError(
                    f"ffmpeg ended {harvest.left} segments short of {film.name}",
                    "A source file may have changed during the render: start it again.",
                )

    def _step(self, film: Film) -> Listener:
        return lambda _: self._listen(Step(STAGE, film.name))


def _print(film: Film, run: Run, folder: Path) -> Print:
    """How `run` of `film` is written below `folder`, which is made, with its subtitles."""
    folder.mkdir(parents=True)
    cues = run_cues([film.segments[index] for index in run.indices])
    subtitles = folder / "subtitles.ass" if cues else None
    if subtitles is not None:
        subtitles.write_text(film.burner.document(cues), "utf-8")
    return Print(film.profile.encoding, folder, subtitles, film.size, film.every)


def _expected(film: Film, run: Run) -> dict[str, int]:
    """The frames of each segment of `run`, by its key, in order."""
    return {
        film.keys[index].key: frames(film.segments[index].duration_ms, film.profile.fps) // film.every
        for index in run.indices
    }


class _Harvest:
    """Moves finished segments from a run's folder into the store, as ffmpeg names them.

    `expected` has the number of frames by key, in order: a segment that ended early is never kept.
    """

    def __init__(self, folder: Path, expected: Mapping[str, int], store: Store, listen: Listener) -> None:
        self._folder = folder
        self._expected = expected
        self._keys = list(expected)
        self._store = store
        self._listen = listen
        self._taken = 0
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """How many segments are still to come."""
        return len(self._keys) - self._taken

    def gather(self) -> None:
        """Take what has been finished since the last time."""
        with self._lock:
            for line in self._finished()[self._taken :]:
                source = self._folder / line.split(",")[0]
                key = self._keys[self._taken]
                if video_frames(source) != self._expected[key]:
                    break
                spell_out_delays(source)
                place = self._store.place(key, SUFFIX)
                place.parent.mkdir(parents=True, exist_ok=True)
                source.replace(place)
                self._taken += 1
                self._listen(Step(STAGE, ""))

    def _finished(self) -> list[str]:
        try:
            text = (self._folder / "done.csv").read_text("utf-8")
        except FileNotFoundError:
            return []
        return [line for line in text.split("\n")[:-1] if line][: len(self._keys)]
