"""Stretches drawn in one run, against the same drawn by themselves."""

from __future__ import annotations

from pathlib import Path

import ffmpeg

from hoso.channels.model import PictureProfile
from hoso.media.ffmpeg import arguments, run
from hoso.media.probe import probe
from hoso.render.graph import run_picture
from hoso.render.pictures import FootagePicture, Framing, ScenePicture
from hoso.render.segments import Segment, Span
from hoso.timeline.model import Piece


def test_what_follows_a_fade_is_as_it_is_alone(
    footage: Path, profile: PictureProfile, tmp_path: Path
) -> None:
    """The fade is blended in full colour; what is joined to it stays 4:2:0, point for point."""
    framing, info = Framing("crop", (0.5, 0.5)), probe(footage)
    pictures = {
        scene: ScenePicture(FootagePicture(footage, "x", info, framing, (Piece(from_ms, 2000, 1.0),)))
        for scene, from_ms in enumerate((0, 4000))
    }
    fade = Segment(1600, 400, (Span(0, 1600, 400), Span(1, 0, 400)), ())
    after = Segment(2000, 1600, (Span(1, 400, 1600),), ())
    seen = []
    for segments in ((fade, after), (after,)):
        out = tmp_path / f"{len(segments)}.md5"
        node = ffmpeg.output(run_picture(segments, pictures, profile, None), str(out), format="framemd5")
        run(arguments(node))
        lines = [line for line in out.read_text().splitlines() if not line.startswith("#")]
        seen.append([line.split(",")[-1] for line in lines])
    assert [len(frames) for frames in seen] == [50, 40]
    assert seen[0][10:] == seen[1]
