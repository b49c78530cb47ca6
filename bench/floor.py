"""The floor: x264 alone, at our settings, from the very frames that hoso encodes, decoded beforehand."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import ffmpeg

from bench.meter import Cost, measure
from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.channels.model import PictureProfile
from hoso.media.ffmpeg import arguments, binary, run
from hoso.media.library import Library
from hoso.pipeline.filming import make_film
from hoso.pipeline.layout import lay_out
from hoso.pipeline.reading import read_checked
from hoso.pipeline.titling import subtitle
from hoso.pipeline.voicing import speak
from hoso.pipeline.workshop import Workshop
from hoso.render.encode import Film
from hoso.render.graph import encoder_settings, run_cues, run_picture
from hoso.render.runs import runs


class Floor:
    """x264 alone, as often as one asks."""

    def __init__(self, folder: Path) -> None:
        """Draw all frames of the message `bench` in the project at `folder`."""
        self._frames = folder / "frames.yuv"
        # By a process of its own: what is measured later counts as no smaller than the one that starts it.
        with ProcessPoolExecutor(1, get_context("spawn")) as aside:
            self._command = aside.submit(_prepared, folder, self._frames).result()

    def measure(self) -> Cost:
        """What encoding costs. The frames are read before: from memory they cost less than from a disk."""
        with self._frames.open("rb") as frames:
            while frames.read(1 << 24):
                pass
        return measure(self._command, self._frames.parent)


def _prepared(folder: Path, frames: Path) -> list[str]:
    film = film_of(folder)
    write_frames(film, frames)
    return encode_command(film, frames)


def film_of(folder: Path) -> Film:
    """The film of the message `bench` in the project at `folder`, for its only channel."""
    project = Project(folder)
    catalog = Catalog.load(project)
    (script,), _ = read_checked(project, [project.scripts / "bench.yaml"], catalog)
    with ThreadPoolExecutor(1) as executor:
        shop = Workshop(
            project,
            script.settings,
            catalog,
            Library(project.state),
            Store(project.state / "cache"),
            executor,
            1,
            CancelToken(),
            ignore,
        )
        edition = script.message.editions[0]
        _, spoken = speak(shop, script, edition, revoice=False)
        layout = lay_out(shop, script, edition, spoken)
        profile = catalog.picture(catalog.channel(script.message.channels[0]))
        cues = {language: settled.cues for language, settled in subtitle(shop, layout).items()}
        return make_film(shop, layout, cues, profile, "bench")


def write_frames(film: Film, out: Path) -> None:
    """All frames of `film`, raw, one run after the other."""
    with out.open("wb") as whole:
        for part in runs(film.segments, range(len(film.segments)), 1):
            segments = [film.segments[index] for index in part.indices]
            cues = run_cues(segments)
            subtitles = out.with_suffix(".ass") if cues else None
            if subtitles is not None:
                subtitles.write_text(film.burner.document(cues), "utf-8")
            node = run_picture(segments, film.pictures, film.profile, subtitles)
            piece = out.with_suffix(".part")
            raw = ffmpeg.output(node, str(piece), format="rawvideo", pix_fmt="yuv420p")
            run(arguments(raw), env=film.burner.environment)
            with piece.open("rb") as frames:
                while block := frames.read(1 << 24):
                    whole.write(block)
            piece.unlink()


def raw_input(frames: Path, profile: PictureProfile) -> Any:
    """The frames that `write_frames` wrote, as an input.

    It says which colours they have: else ffmpeg converts every frame on the way to an encoder that says so.
    """
    return ffmpeg.input(
        str(frames),
        format="rawvideo",
        pixel_format="yuv420p",
        video_size=(profile.width, profile.height),
        framerate=profile.fps,
        color_range="tv",
        colorspace="bt709",
        color_primaries="bt709",
        color_trc="bt709",
    )


def encode_command(film: Film, frames: Path) -> list[str]:
    """x264 alone: the command that encodes `frames` with the film's settings."""
    settings = encoder_settings(film.profile.h264, film.profile.fps)
    raw = raw_input(frames, film.profile)
    out = str(frames.with_suffix(".mp4"))
    return [binary(), "-nostdin", "-nostats", "-y", *arguments(ffmpeg.output(raw, out, **settings))]
