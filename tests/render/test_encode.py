"""Encoding and joining, for real: the files, opened by another reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from hoso.base.events import Event, Step, ignore
from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.channels.model import PictureProfile
from hoso.media.ffmpeg import run
from hoso.media.probe import probe
from hoso.render.encode import SUFFIX, Encoder, Film
from hoso.render.explain import explain, remember
from hoso.render.join import join
from hoso.render.keys import FIRST, GONE, REASONS, SegmentKeys
from hoso.render.pictures import FootagePicture, Framing, ScenePicture
from hoso.render.segments import cut
from hoso.render.subtitling import Burner
from hoso.render.views import facets, view
from hoso.script.scenes import FootageScene
from hoso.subtitles.look.captions import Caption
from hoso.timeline.model import Piece, PlacedScene, Timeline
from tests.film_reader import BT709, LIMITED, read_film

GRID_MS = 2000
SCENE = FootageScene(footage="a.mp4")
SCENES = (
    PlacedScene(0, SCENE, 0, 5000, 0, 600, (), (Piece(200, 5000, 1.0),)),
    PlacedScene(1, SCENE, 4400, 3000, 600, 0, (), (Piece(1000, 3000, 1.0),)),
)
TIMELINE = Timeline(SCENES, (), (), None, 7400)
CUES = (Caption(300, 1900, "하나"), Caption(2100, 3000, "둘"), Caption(5100, 5300, "셋"))
ASS = """\
[Script Info]
PlayResX: 320
PlayResY: 180

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Outline, Alignment
Style: Default,Sans,20,&H00FFFFFF,2,2

[Events]
Format: Layer, Start, End, Style, Text
"""


def document(cues: tuple[Caption, ...]) -> str:
    """A plain ASS document."""
    return ASS + "".join(
        f"Dialogue: 0,0:00:{cue.start_ms / 1000:05.2f},0:00:{cue.end_ms / 1000:05.2f},Default,{cue.text}\n"
        for cue in cues
    )


def film(
    footage: Path,
    profile: PictureProfile,
    cues: tuple[Caption, ...] = CUES,
    size: tuple[int, int] | None = None,
    every: int = 1,
) -> Film:
    """Two scenes with a fade, under cues."""
    pictures = {
        placed.index: ScenePicture(
            FootagePicture(footage, "content", probe(footage), Framing("crop", (0.5, 0.5)), placed.pieces)
        )
        for placed in SCENES
    }
    segments = cut(TIMELINE, cues, GRID_MS)
    maker = SegmentKeys((), profile, "ffmpeg", size, every)
    keys = tuple(
        maker.of(
            [facets(view(pictures[span.scene], span)) for span in segment.spans],
            document(segment.captions) if segment.captions else None,
        )
        for segment in segments
    )
    burner = Burner(document, (), {})  # type: ignore[arg-type]
    return Film("film", segments, keys, pictures, profile, burner, size, every)


class Ear:
    """Counts the segments that were encoded and reused."""

    def __init__(self) -> None:
        self.encoded = 0
        self.reused = 0

    def __call__(self, event: Event) -> None:
        """Count a step."""
        if isinstance(event, Step):
            self.reused += event.reused
            self.encoded += not event.reused


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    """Two workers."""
    with ThreadPoolExecutor(2) as pool:
        yield pool


def encode(made: Film, store: Store, executor: ThreadPoolExecutor) -> tuple[list[Path], Ear]:
    """Encode, and count."""
    ear = Ear()
    return Encoder(store, executor, 2, CancelToken(), ear).encode(made)[0], ear


def test_a_joined_film_is_exact(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """Frame count, even time stamps, both ends, tags, faststart, no edit list, no trace of its making."""
    made = film(footage, profile)
    files, _ = encode(made, Store(tmp_path / "store"), executor)
    sound = tmp_path / "sound.m4a"
    run(
        [
            "-f",
            "lavfi",
            "-i",
            "sine=r=48000:d=7.4",
            "-c:a",
            "aac",
            "-movflags",
            "negative_cts_offsets",
            str(sound),
        ]
    )
    out = tmp_path / "영상's.mp4"
    join(files, made.segments, sound, "ko", out, CancelToken())
    facts = read_film(out)
    assert facts.language == "kor"
    assert facts.tones == (BT709, BT709, BT709, LIMITED)
    assert len(facts.times) == 7400 // 40
    assert facts.steps == {3600}
    assert facts.times[0] == 0
    assert abs(facts.end_of_sound - 7.4) <= 0.04
    data = out.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")
    assert b"elst" not in data
    assert b"x264" not in data
    assert b"Lavf" not in data
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("length", [200, 400, 600])
def test_the_shortest_segments_join_exactly(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path, length: int
) -> None:
    """A segment of five frames has time stamps like any other: the joined film is even."""
    pieces = (Piece(200, length, 1.0),)
    scene = PlacedScene(0, SCENE, 0, length, 0, 0, (), pieces)
    whole = film(footage, profile, ())
    picture = ScenePicture(
        FootagePicture(footage, "content", probe(footage), Framing("crop", (0.5, 0.5)), pieces)
    )
    segments = cut(Timeline((scene,), (), (), None, length), (), GRID_MS)
    maker = SegmentKeys((), profile, "ffmpeg")
    keys = tuple(
        maker.of([facets(view(picture, span)) for span in segment.spans], None) for segment in segments
    )
    short = Film("short", segments, keys, {0: picture}, profile, whole.burner)
    store = Store(tmp_path / "store")
    files = [*encode(whole, store, executor)[0], *encode(short, store, executor)[0]]
    out = tmp_path / "film.mp4"
    join(files, [*whole.segments, *segments], None, None, out, CancelToken())
    with av.open(str(out)) as container:
        picture_track = container.streams.video[0]
        packets = [packet for packet in container.demux(picture_track) if packet.size]
    times = sorted(packet.pts for packet in packets if packet.pts is not None)
    assert {after - before for before, after in pairwise(times)} == {3600}
    assert len(times) == (7400 + length) // 40
    assert all(
        packet.dts <= packet.pts for packet in packets if packet.dts is not None and packet.pts is not None
    )


def test_an_old_telephones_film_is_exact(footage: Path, executor: ThreadPoolExecutor, tmp_path: Path) -> None:
    """MPEG-4 Simple in 3GP: segments join as H.264's do, and another reader finds what was promised."""
    profile = Catalog.load().profile("qvga")
    made = film(footage, profile)
    files, _ = encode(made, Store(tmp_path / "store"), executor)
    sound, out = tmp_path / "sound.m4a", tmp_path / "film.3gp"
    tone = ["-f", "lavfi", "-i", "sine=r=48000:d=7.4", "-ac", "1"]
    run([*tone, "-c:a", "aac", "-flags:a", "+bitexact", str(sound)])
    join(files, made.segments, sound, "ko", out, CancelToken())
    with av.open(str(out)) as container:
        picture = container.streams.video[0]
        assert container.format.name.startswith("mov")
        assert (picture.codec_context.name, picture.codec_context.profile) == ("mpeg4", "Simple Profile")
        assert (picture.width, picture.height, float(picture.average_rate or 0)) == (320, 240, 25.0)
        frames = list(container.decode(picture))
    assert len(frames) == 7400 // 40
    assert {int(frame.pict_type) for frame in frames} <= {1, 2}  # I, P
    data = out.read_bytes()
    assert data[4:11] == b"ftyp3gp"
    assert b"Lav" not in data


def test_segments_begin_with_key_frames_in_closed_groups(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """Each file has just its own frames, begins with a key frame, and can be decoded alone."""
    made = film(footage, profile)
    files, _ = encode(made, Store(tmp_path), executor)
    for file, segment in zip(files, made.segments, strict=True):
        with av.open(str(file)) as container:
            frames = list(container.decode(video=0))
        assert frames[0].key_frame
        assert len(frames) == segment.duration_ms // 40


def test_nothing_changed_encodes_nothing(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """The second time every segment is reused."""
    store = Store(tmp_path)
    made = film(footage, profile)
    _, first = encode(made, store, executor)
    _, second = encode(made, store, executor)
    assert (first.encoded, first.reused) == (len(made.segments), 0)
    assert (second.encoded, second.reused) == (0, len(made.segments))


def test_one_moved_cue_encodes_what_it_touches(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """A cue moved within one segment: that segment and no other."""
    store = Store(tmp_path)
    encode(film(footage, profile), store, executor)
    moved = film(footage, profile, (CUES[0], replace(CUES[1], start_ms=2300), CUES[2]))
    _, ear = encode(moved, store, executor)
    assert ear.encoded == 1
    across = film(footage, profile, (replace(CUES[0], end_ms=2060), *CUES[1:]))
    _, ear = encode(across, store, executor)
    assert ear.encoded == 2


def test_films_of_one_cut_are_drawn_together(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """One under subtitles, one small without, one in another encoding: each the same as encoded alone.

    What one of them has already is not encoded again.
    """
    hasty = profile.model_copy(
        update={"encoding": profile.encoding.model_copy(update={"preset": "ultrafast"})}
    )
    films = (film(footage, profile), film(footage, hasty, (), (160, 90)), film(footage, hasty))
    alone = [encode(each, Store(tmp_path / str(at)), executor)[0] for at, each in enumerate(films)]
    store, ear = Store(tmp_path / "together"), Ear()
    together = Encoder(store, executor, 2, CancelToken(), ear).encode(*films)
    assert [[path.read_bytes() for path in paths] for paths in together] == [
        [path.read_bytes() for path in paths] for paths in alone
    ]
    assert (ear.encoded, ear.reused) == (3 * len(films[0].segments), 0)
    together[1][2].unlink()
    together[2][0].unlink()
    again = Ear()
    Encoder(store, executor, 2, CancelToken(), again).encode(*films)
    assert (again.encoded, again.reused) == (2, 3 * len(films[0].segments) - 2)
    assert all(path.is_file() for paths in together for path in paths)


def test_a_sparse_film_has_every_fifth_frame(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """Drawn in one run with the whole, also where a segment lasts 0.2 s: the same frames, when they are."""
    whole, sparse = film(footage, profile, ()), film(footage, profile, (), every=5)
    assert whole.keys != sparse.keys
    files = Encoder(Store(tmp_path / "store"), executor, 2, CancelToken(), Ear()).encode(whole, sparse)
    seen = []
    for made, parts in zip((whole, sparse), files, strict=True):
        out = tmp_path / f"{made.every}.mp4"
        join(parts, made.segments, None, None, out, CancelToken())
        with av.open(str(out)) as container:
            frames = [
                (frame.time or 0, frame.to_ndarray(format="gray")) for frame in container.decode(video=0)
            ]
        seen.append([(round(at * 1000), grey) for at, grey in frames])
    assert [at for at, _ in seen[1]] == list(range(0, 7400, 200)) == [at for at, _ in seen[0][::5]]
    apart = [
        np.abs(a.astype(int) - b.astype(int)).mean()
        for (_, a), (_, b) in zip(seen[0][::5], seen[1], strict=True)
    ]
    moved = [
        np.abs(a.astype(int) - b.astype(int)).mean()
        for (_, a), (_, b) in zip(seen[0][1::5], seen[1], strict=True)
    ]
    assert max(apart) < 2
    assert np.mean(moved) > 2 * np.mean(apart)


def test_every_miss_is_explained(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """First time, a changed cue, a file that was removed: each miss says so."""
    store, journal = Store(tmp_path / "store"), tmp_path / "journal.json"
    made = film(footage, profile)
    assert {miss.reason for miss in explain(made, store, journal)} == {FIRST}
    files, _ = encode(made, store, executor)
    remember(made, journal)
    assert explain(made, store, journal) == []
    moved = film(footage, profile, (CUES[0], replace(CUES[1], start_ms=2300), CUES[2]))
    assert [miss.reason for miss in explain(moved, store, journal)] == [REASONS["subtitles"]]
    files[0].unlink()
    assert [miss.reason for miss in explain(made, store, journal)] == [GONE]


def test_a_stopped_encode_leaves_its_segments_and_no_process(
    footage: Path, profile: PictureProfile, executor: ThreadPoolExecutor, tmp_path: Path
) -> None:
    """Cancelled after the first segment: what was finished is kept, nothing runs on, the rest resumes."""
    slow = profile.model_copy(
        update={
            "width": 1280,
            "height": 720,
            "encoding": profile.encoding.model_copy(update={"preset": "slower"}),
        }
    )
    made = film(footage, slow)
    store, token = Store(tmp_path), CancelToken()
    stopped = threading.Event()

    def listen(event: Event) -> None:
        if isinstance(event, Step) and not event.reused:
            stopped.set()
            token.cancel()

    with pytest.raises(Cancelled):
        Encoder(store, executor, 1, token, listen).encode(made)
    assert stopped.is_set()
    assert [child for child in psutil.Process().children(recursive=True) if "ffmpeg" in child.name()] == []
    kept = sum(store.place(key.key, SUFFIX).exists() for key in made.keys)
    assert 1 <= kept < len(made.keys)
    assert not list((tmp_path / "work").iterdir())
    _, ear = encode(made, store, executor)
    assert (ear.reused, ear.encoded) == (kept, len(made.keys) - kept)


def test_a_broken_source_is_a_sentence(
    profile: PictureProfile, executor: ThreadPoolExecutor, footage: Path, tmp_path: Path
) -> None:
    """A file that vanished meanwhile: ffmpeg's own words, no traceback of ours, nothing half made."""
    made = film(footage, profile)
    base = made.pictures[0].base
    assert isinstance(base, FootagePicture)
    gone = ScenePicture(replace(base, path=tmp_path / "gone.mp4"))
    broken = replace(made, pictures={**made.pictures, 0: gone})
    with pytest.raises(HosoError, match=r"gone\.mp4"):
        Encoder(Store(tmp_path), executor, 2, CancelToken(), ignore).encode(broken)
