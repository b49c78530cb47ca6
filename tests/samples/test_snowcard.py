"""The example of a user's own clip, run as hoso runs it."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from hoso.base.project import Project
from hoso.cards.clips import render_clip
from hoso.script.scenes import ClipScene

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[NDArray[np.uint8]]:
    """Two seconds of it, upright and small."""
    film = tmp_path_factory.mktemp("snowcard") / "snow.mkv"
    render_clip(Project(ROOT), ClipScene(clip="snowcard.py:snow"), (180, 320), 25, 2000, film)
    with av.open(film) as container:
        return [np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in container.decode(video=0)]


def test_the_example_fills_its_scene(pictures: list[NDArray[np.uint8]]) -> None:
    """It has every frame it was asked for, in the size asked for."""
    assert len(pictures) == 50
    assert pictures[0].shape == (320, 180, 3)


def test_the_snow_falls_and_the_words_come(pictures: list[NDArray[np.uint8]]) -> None:
    """Frames differ from one another, and the middle grows light when the words are there."""
    assert np.abs(pictures[10].astype(int) - pictures[11]).max() > 5
    middle = [picture[120:200].astype(float).mean() for picture in pictures]
    assert middle[-1] > middle[0] + 8
