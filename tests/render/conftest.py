"""Material of the render tests: small footage of our own making and a small picture profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.channels.model import Encoding, PictureProfile, SafeArea
from hoso.media.ffmpeg import run


@pytest.fixture(scope="session")
def profile() -> PictureProfile:
    """320x180 at 25 fps, quick to encode."""
    return PictureProfile(
        name="small",
        width=320,
        height=180,
        fps=25,
        encoding=Encoding(profile="high", level="3.0", preset="veryfast", crf=20, bframes=2, gop_ms=2000),
        safe=SafeArea(left=16, top=9, right=304, bottom=171),
        subtitle_lines=2,
        subtitle_size=0.08,
    )


@pytest.fixture(scope="session")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven seconds at 29.97 fps in which every frame differs, sparse key frames, an awkward name."""
    path = tmp_path_factory.mktemp("footage") / "겨울 들판's: 1.mp4"
    source = "testsrc2=s=320x180:r=30000/1001:d=7"
    run(["-f", "lavfi", "-i", source, "-c:v", "libx264", "-g", "90", "-pix_fmt", "yuv420p", str(path)])
    return path
