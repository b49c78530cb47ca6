"""The same cut made the usual way: MoviePy composes every frame in Python and writes the film.

python -m bench.by_moviepy PROJECT OUT
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, TextClip, VideoFileClip, vfx

from bench.floor import film_of
from hoso.fonts.faces import faces
from hoso.render.encode import Film
from hoso.render.graph import THREADS
from hoso.render.pictures import FootagePicture, PlatesPicture, StillPicture
from hoso.render.segments import Segment


def scene_clip(film: Film, scene: int, seconds: float) -> Any:
    """One scene, cropped and sized for the raster."""
    profile = film.profile
    size = (profile.width, profile.height)
    base = film.pictures[scene].base
    match base:
        case FootagePicture():
            piece = base.pieces[0]
            clip = VideoFileClip(str(base.path), audio=False).subclipped(
                piece.source_ms / 1000, piece.source_ms / 1000 + seconds
            )
        case StillPicture():
            clip = ImageClip(str(base.path), duration=seconds)
        case PlatesPicture():
            return ImageClip(str(base.plates[0].path), duration=seconds)
    scale = max(size[0] / clip.w, size[1] / clip.h)
    fitted = clip.resized(scale)
    if isinstance(base, StillPicture):
        fitted = fitted.resized(lambda t: 1 + 0.1 * t / seconds)
    return CompositeVideoClip([fitted.with_position("center")], size=size).with_duration(seconds)


def scenes_of(segments: tuple[Segment, ...]) -> dict[int, tuple[float, float, float]]:
    """Start, length and fade-in of each scene, in seconds."""
    found: dict[int, tuple[float, float, float]] = {}
    for segment in segments:
        for span in segment.spans:
            start = (segment.start_ms - span.offset_ms) / 1000
            fade = span.duration_ms / 1000 if len(segment.spans) == 2 and span.offset_ms == 0 else 0.0
            _, length, faded = found.get(span.scene, (start, 0.0, fade))
            found[span.scene] = (start, max(length, span.end_ms / 1000), faded)
    return found


def main(folder: Path, out: Path) -> None:
    """Write the film to `out`, with the sound that hoso mixed."""
    film = film_of(folder)
    profile = film.profile
    layers = []
    for scene, (start, length, fade) in scenes_of(film.segments).items():
        clip = scene_clip(film, scene, length).with_start(start)
        layers.append(clip.with_effects([vfx.CrossFadeIn(fade)]) if fade else clip)
    font = str(faces().preferred("ko", bold=True).path)
    for segment in film.segments:
        for cue in segment.captions:
            text = TextClip(
                font=font,
                text=cue.text,
                font_size=round(profile.subtitle_size * profile.height),
                color="white",
                stroke_color="black",
                stroke_width=3,
                margin=(8, 8),
                text_align="center",
            )
            layers.append(
                text.with_start((segment.start_ms + cue.start_ms) / 1000)
                .with_duration((cue.end_ms - cue.start_ms) / 1000)
                .with_position(("center", profile.safe.bottom - text.h))
            )
    whole = CompositeVideoClip(layers, size=(profile.width, profile.height)).with_duration(
        film.duration_ms / 1000
    )
    sound = AudioFileClip(str(folder / "outputs/bench/ko/tall.mp4"))
    encoding = profile.h264
    whole.with_audio(sound.subclipped(0, min(sound.duration, whole.duration))).write_videofile(
        str(out),
        fps=profile.fps,
        codec="libx264",
        preset=encoding.preset,
        threads=THREADS,
        ffmpeg_params=["-crf", str(encoding.crf), "-g", str(profile.fps * encoding.gop_ms // 1000)],
        logger=None,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
