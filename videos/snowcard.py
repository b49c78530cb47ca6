"""An example of a clip of one's own: a sentence while snow falls.

A script plays it with `- {clip: "snowcard.py:snow", seconds: 5}` where hoso.yaml says `allow_clips: true`.
"""

import numpy as np
from moviepy import CompositeVideoClip, TextClip, VideoClip, vfx

from hoso.fonts.faces import faces

WORDS = "집에서 여러분을\n기다립니다"
FLAKES = 140
NIGHT, DUSK = np.array([13, 22, 43]), np.array([52, 72, 108])


def snow(size, duration, fps):
    """Flakes over a night sky, and the words, which come slowly."""
    width, height = size
    across, start, near = np.random.default_rng(1).uniform(0, 1, (3, FLAKES))
    down = np.linspace(0, 1, height)[:, None, None]
    sky = np.broadcast_to(NIGHT + (DUSK - NIGHT) * down, (height, width, 3))

    def frame(t):
        picture = sky.copy()
        for x, y, depth in zip(across, start, near, strict=True):
            radius = height * (0.002 + 0.004 * depth)
            column = (x + 0.02 * np.sin(t + 9 * x)) % 1 * width
            row = (y + t * (0.03 + 0.07 * depth)) % 1 * height
            flake(picture, column, row, radius, 60 + 130 * depth)
        return np.clip(picture, 0, 255).astype(np.uint8)

    font = str(faces().preferred("ko", bold=True).path)
    unit = min(width, height)
    words = TextClip(
        font=font,
        text=WORDS,
        font_size=unit // 11,
        color="#f4f1e8",
        text_align="center",
        interline=unit // 30,
        margin=(unit // 20, unit // 20),
    )
    words = (
        words.with_duration(duration)
        .with_position("center")
        .with_effects([vfx.CrossFadeIn(min(1.5, duration / 3))])
    )
    return CompositeVideoClip([VideoClip(frame, duration=duration), words], size=size).with_fps(fps)


def flake(picture, x, y, radius, light):
    """Add one soft flake to the picture, in place."""
    reach = int(3 * radius) + 1
    left, top = max(int(x) - reach, 0), max(int(y) - reach, 0)
    spot = picture[top : int(y) + reach + 1, left : int(x) + reach + 1]
    rows, columns = np.ogrid[top : top + spot.shape[0], left : left + spot.shape[1]]
    distance = ((columns - x) ** 2 + (rows - y) ** 2) / radius**2
    spot += light * np.exp(-distance)[..., None]
