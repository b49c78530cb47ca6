"""The samples: what the README shows must be there, small, of the stated shape, and pass the checks."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.reading import read_checked
from hoso.script.reader import Script
from hoso.script.scenes import CardScene, FootageScene, Line

ROOT = Path(__file__).parents[2]
VIDEOS = ROOT / "videos"
CLIPS = ("winter-field", "warm-room", "night-road", "shared-meal", "volunteer")
MESSAGES = ("appeal-2024-10-23", "volunteer-2024-12-03", "camp-life", "how-to-surrender")
RATE = 48_000


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Script]:
    """The four scripts, read and checked; errors would raise."""
    project = Project(ROOT)
    scripts, warnings = read_checked(
        project, [project.scripts / f"{name}.yaml" for name in MESSAGES], Catalog.load(project)
    )
    assert all("placeholder" in problem.message for problem in warnings), warnings
    return {script.message.name: script for script in scripts}


def heard(path: Path) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """The sound of a file: 48 kHz, samples x 2."""
    with av.open(path) as container:
        resampler = av.AudioResampler("fltp", "stereo", RATE)
        parts = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    return np.concatenate([part.to_ndarray() for part in parts], axis=1).T.astype(np.float32)


@pytest.mark.parametrize("name", CLIPS)
def test_a_clip_is_720p_at_25_frames_in_bt709(name: str) -> None:
    """H.264, 1280x720, 25 frames a second, 10 to 20 s, BT.709 tags, a sound of its own, under 1.5 MB."""
    path = VIDEOS / f"{name}.mp4"
    assert path.stat().st_size < 1_500_000
    with av.open(path) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert (stream.width, stream.height, float(stream.average_rate or 0)) == (1280, 720, 25)
        assert (int(context.colorspace), int(context.color_primaries), int(context.color_trc)) == (1, 1, 1)
        assert 10 <= stream.frames / 25 <= 20
        assert container.streams.audio


@pytest.mark.parametrize("name", CLIPS)
def test_a_clip_moves_and_is_neither_black_nor_white(name: str) -> None:
    """The first picture and a later one differ, and both have light and dark."""
    with av.open(VIDEOS / f"{name}.mp4") as container:
        pictures = []
        for second in (0, 8):
            container.seek(second * 1_000_000)
            pictures.append(next(container.decode(video=0)).to_ndarray(format="gray").astype(float))
    assert all(picture.std() > 15 for picture in pictures)
    assert np.abs(pictures[1] - pictures[0]).mean() > 0.5


def test_the_still_is_large_enough_for_every_raster() -> None:
    """camp.jpg is 1920x1280 and under 1.5 MB."""
    path = VIDEOS / "camp.jpg"
    with Image.open(path) as image:
        assert image.size == (1920, 1280)
    assert path.stat().st_size < 1_500_000


def test_the_music_loops_without_a_click() -> None:
    """Its last sample is as near to its first as neighbours elsewhere; 24 to 40 s; under 500 kB."""
    path = VIDEOS / "music.m4a"
    sound = heard(path)
    assert path.stat().st_size < 500_000
    assert 24 <= len(sound) / RATE <= 40
    assert np.abs(sound[0] - sound[-1]).max() < np.abs(np.diff(sound, axis=0)).max()
    levels = [20 * np.log10(part.std()) for part in np.array_split(sound, round(len(sound) / RATE / 4))]
    assert max(levels) - min(levels) < 6


def test_nothing_is_above_two_megabytes() -> None:
    """Everything in videos/ is small enough for the repository."""
    assert [
        path.name for path in VIDEOS.iterdir() if path.is_file() and path.stat().st_size > 2_000_000
    ] == []


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_passes_the_checks(name: str, read: dict[str, Script]) -> None:
    """No errors, and no warnings but about the placeholder contacts; the editions are ko and ko-ru."""
    assert [edition.name for edition in read[name].message.editions] == ["ko", "ko-ru"]


@pytest.mark.parametrize("name", MESSAGES)
def test_every_line_is_there_in_korean_and_russian(name: str, read: dict[str, Script]) -> None:
    """Whatever is said has both languages, and so has what is written on cards."""
    lines: list[Line] = []
    for scene in read[name].message.scenes:
        lines += scene.say
        if isinstance(scene, FootageScene):
            lines += scene.lines
        if isinstance(scene, CardScene):
            texts = [*scene.items, *(text for text in (scene.heading, scene.text) if text)]
            assert all(text.ko and text.ru for text in texts)
    assert len(lines) >= 6
    assert all(line.ko and line.ru for line in lines)


def test_the_volunteer_is_heard_when_the_subtitles_say_so(read: dict[str, Script]) -> None:
    """Each timed line is loud from its beginning to its end; between the lines there is only the room."""
    scenes = read["volunteer-2024-12-03"].message.scenes
    (scene,) = (scene for scene in scenes if isinstance(scene, FootageScene) and scene.lines)
    assert scene.sound == "keep"
    sound = heard(VIDEOS / scene.footage)[:, 0]

    def level(start_ms: int, end_ms: int) -> float:
        return float(20 * np.log10(sound[start_ms * 48 : end_ms * 48].std() + 1e-9))

    spans = [line.span for line in scene.lines if line.span]
    assert len(spans) == len(scene.lines)
    for at, to in spans:
        assert level(at, at + 400) > -35
        assert level(to - 400, to) > -40
        assert level(at, to) > -30
    edges = [0, *(ms for span in spans for ms in span), len(sound) // 48]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        assert level(start + 60, end - 60) < -50
