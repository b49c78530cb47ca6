"""`python -m samples [piece …]`: draw the samples into videos/."""

from __future__ import annotations

import argparse
import time
from importlib import import_module
from pathlib import Path

VIDEOS = Path(__file__).parent.parent / "videos"
PIECES = ("winter-field", "warm-room", "night-road", "shared-meal", "camp", "music", "volunteer")


def main() -> None:
    """Draw what was asked for, or everything."""
    parser = argparse.ArgumentParser("python -m samples", description="Draw the samples into videos/.")
    parser.add_argument(
        "piece", nargs="*", choices=[[], *PIECES], help=f"one of {', '.join(PIECES)}; default: all"
    )
    parser.add_argument("--into", type=Path, default=VIDEOS, help="the folder to write to")
    chosen = parser.parse_args()
    for piece in chosen.piece or PIECES:
        start = time.process_time()
        import_module(f"samples.{piece.replace('-', '_')}").draw(chosen.into)
        print(f"{piece}: {time.process_time() - start:.0f} s of CPU")  # noqa: T201 - a command's report


if __name__ == "__main__":
    main()
