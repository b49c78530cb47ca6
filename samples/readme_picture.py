"""The README's picture, from finished films of the appeal: `python -m samples.readme_picture OUTPUTS`."""

from __future__ import annotations

import sys
from pathlib import Path

import av
from PIL import Image

FRAMES = (("telegram", 26.0), ("shorts", 13.5), ("telegram", 62.5))
"""Channel, and the second of the film."""
HEIGHT, GAP, GROUND = 520, 20, (245, 245, 242)
PICTURE = Path(__file__).parent.parent / "docs" / "images" / "appeal.jpg"


def frame_at(path: Path, second: float) -> Image.Image:
    """The frame shown at `second`."""
    with av.open(str(path)) as film:
        film.seek(int(second * av.time_base))
        for frame in film.decode(video=0):
            if frame.time >= second:
                return Image.fromarray(frame.to_ndarray(format="rgb24"))
    raise SystemExit(f"{path} ends before {second} s")


def main(outputs: Path) -> None:
    """The wide frames above one another, the tall one beside them."""
    folder = outputs / "appeal-2024-10-23" / "ko"
    wide, tall, card = (frame_at(folder / f"{name}.mp4", second) for name, second in FRAMES)
    tall = tall.resize((round((2 * HEIGHT + GAP) * 9 / 16), 2 * HEIGHT + GAP), Image.Resampling.LANCZOS)
    wide, card = (
        each.resize((round(HEIGHT * 16 / 9), HEIGHT), Image.Resampling.LANCZOS) for each in (wide, card)
    )
    sheet = Image.new("RGB", (wide.width + tall.width + 3 * GAP, tall.height + 2 * GAP), GROUND)
    sheet.paste(wide, (GAP, GAP))
    sheet.paste(card, (GAP, HEIGHT + 2 * GAP))
    sheet.paste(tall, (wide.width + 2 * GAP, GAP))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(PICTURE, quality=88, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
