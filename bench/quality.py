"""Which preset and CRF: VMAF against CPU, on hoso's own frames at 1080x1920. `python -m bench.quality`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import ffmpeg
import numpy as np
from rich.console import Console
from rich.table import Table

from bench.cut import make_project
from bench.floor import film_of, raw_input, write_frames
from bench.meter import measure
from hoso.channels.model import PictureProfile
from hoso.media.ffmpeg import arguments, binary, run
from hoso.render.graph import encoder_settings

ROOT = Path(__file__).parent.parent
PRESETS = ("superfast", "veryfast", "faster", "fast", "medium")
CRFS = (20, 23, 26)
SECONDS = 24
SAMPLED = 5
"""Every fifth frame is scored."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One preset and CRF: CPU seconds, VMAF (mean, and the worst percent), kbit/s."""

    preset: str
    crf: int
    cpu: float
    mean: float
    worst: float
    kbits: float


def trial(frames: Path, profile: PictureProfile, preset: str, crf: int, duration: float) -> Trial:
    """Encode `frames` and score the result."""
    encoding = profile.h264.model_copy(update={"preset": preset, "crf": crf})
    out = frames.with_suffix(".mp4")
    node = ffmpeg.output(raw_input(frames, profile), str(out), **encoder_settings(encoding, profile.fps))
    cost = measure([binary(), "-nostdin", "-y", *arguments(node)], frames.parent)
    log = frames.with_name("vmaf.json")
    scores = ffmpeg.filter(
        [ffmpeg.input(str(out)).video, raw_input(frames, profile)],
        "libvmaf",
        log_fmt="json",
        log_path=str(log),
        n_threads=2,
        n_subsample=SAMPLED,
    )
    run(arguments(ffmpeg.output(scores, "-", format="null")))
    vmaf = [frame["metrics"]["vmaf"] for frame in json.loads(log.read_text("utf-8"))["frames"]]
    kbits = out.stat().st_size * 8 / duration / 1000
    return Trial(preset, crf, cost.cpu, float(np.mean(vmaf)), float(np.percentile(vmaf, 1)), kbits)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("--presets", nargs="+", default=PRESETS)
    parser.add_argument("--crfs", nargs="+", type=int, default=CRFS)
    options = parser.parse_args()
    table = Table(title=f"{SECONDS} s at 1080x1920, frames drawn by hoso")
    for title in ("preset", "CRF", "CPU s", "VMAF", "worst 1 %", "kbit/s"):
        table.add_column(title, justify="right")
    with tempfile.TemporaryDirectory(prefix="hoso-quality-") as name:
        folder = Path(name)
        make_project(folder, ROOT / "videos", SECONDS)
        measure([sys.executable, str(ROOT / "render.py"), "say", "bench"], folder)
        film = film_of(folder)
        frames = folder / "frames.yuv"
        write_frames(film, frames)
        for preset, crf in product(options.presets, options.crfs):
            made = trial(frames, film.profile, preset, crf, film.duration_ms / 1000)
            table.add_row(
                made.preset,
                str(made.crf),
                f"{made.cpu:.1f}",
                f"{made.mean:.1f}",
                f"{made.worst:.1f}",
                f"{made.kbits:.0f}",
            )
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
