"""A volunteer speaks to the camera: a drawn figure, head and shoulders, whose mouth follows the voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from samples import film
from samples.foley import RATE, Sound, coloured, kept
from samples.paint import (
    FPS,
    HEIGHT,
    WIDTH,
    Floats,
    blur,
    colour,
    finish,
    fractal,
    glow,
    mix,
    screen,
    slid,
    smooth,
    vertical,
)
from samples.portrait import ABOVE, PATCH, UNIT, Look, Spot, curve, head, lighting, mirrored
from samples.voice_over import speech

HEAD = (640.0, 200.0)
"""Where the middle of the head is: high, so that an upright crop has the subtitles below the chin."""
MARGIN = 20


def body() -> Floats:
    """Neck, sweater and jacket as an RGBA picture, MARGIN wider than the frame on both sides."""
    width = WIDTH + 2 * MARGIN
    image = Image.new("RGBA", (width * 2, HEIGHT * 2), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def fill(points: Sequence[Spot], ink: str) -> None:
        placed = [(x * UNIT + HEAD[0] + MARGIN, y * UNIT + HEAD[1]) for x, y in points]
        draw.polygon([(x * 2, y * 2) for x, y in placed], fill=ink)

    jacket = [
        (0, 740), (440, 740), (436, 600), (412, 430), (360, 330), (250, 272), (150, 238), (88, 210), (0, 205),
    ]  # fmt: skip
    fill(curve(mirrored(jacket)), "#34545c")
    fill(curve(mirrored([(0, 470), (38, 400), (70, 310), (92, 226), (74, 186), (0, 180)])), "#d8ccb6")
    fill(curve(mirrored([(0, 226), (44, 216), (58, 176), (60, 84), (0, 60)])), "#b97f60")
    fill(curve(mirrored([(0, 252), (50, 240), (76, 200), (70, 184), (46, 214), (0, 228)])), "#c4b79f")
    for side in (-1, 1):
        lapel = [
            (70, 178),
            (100, 196),
            (128, 236),
            (112, 292),
            (70, 372),
            (18, 486),
            (6, 740),
            (0, 740),
            (0, 470),
            (40, 372),
            (68, 300),
            (80, 236),
        ]
        fill([(side * x, y) for x, y in curve(lapel)], "#294349")
        fill(
            [(side * x, y) for x, y in curve([(292, 740), (282, 520), (296, 380), (298, 520), (316, 740)])],
            "#294349",
        )
    fill([(140, 318), (152, 314), (168, 356), (157, 360)], "#3f78b5")
    fill([(152, 314), (164, 318), (147, 360), (136, 356)], "#e3bd45")
    plate = np.array(image.resize((width, HEIGHT), Image.Resampling.BOX), np.float32) / 255
    rows, columns = np.mgrid[:HEIGHT, :width].astype(np.float32)
    x, y = (columns - HEAD[0] - MARGIN) / UNIT, (rows - HEAD[1]) / UNIT
    light = 1.12 - 0.42 * smooth(-160, 300, x) - 0.3 * smooth(260, 700, y)
    light *= 1 - 0.5 * np.exp(-((x / 82) ** 2) - ((y - 150) / 44) ** 2)
    weave = 1 + 0.05 * fractal(HEIGHT, width, 90, 170, 5) + 0.06 * fractal(HEIGHT, width, 6, 9, 8)
    plate[..., :3] = np.clip(plate[..., :3] * (light * weave)[..., None], 0, 1) * plate[..., 3:]
    return plate


def background() -> Floats:
    """A room out of focus: a window's cool light on one side, a lamp's warm light on the other, shelves."""
    wall = vertical([(0, "#4c4a48"), (0.6, "#5d5650"), (1, "#3d3733")])
    screen(wall, colour("#f0b06a"), 0.85 * glow(1085, 250, 230))
    screen(wall, colour("#8fb0cf"), 0.55 * glow(170, 260, 330, flat=0.8))
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in (
        (60, 60, 190, 240),
        (206, 60, 336, 240),
        (60, 256, 190, 440),
        (206, 256, 336, 440),
    ):
        draw.rectangle((left, top, right, bottom), fill=255)
    panes = blur(np.asarray(image, np.float32) / 255, 13)
    wall = mix(wall, np.asarray(colour("#c3d6e6"), np.float32), panes * 0.72)
    random = np.random.default_rng(15)
    books = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    cover = np.zeros((HEIGHT, WIDTH), np.float32)
    for shelf in (180, 330, 480):
        x = 890
        while x < 1270:
            wide, tall = int(random.integers(14, 30)), int(random.integers(70, 112))
            ink = colour(
                str(random.choice(["#7a3b2e", "#31506b", "#8a7a4a", "#3f5a46", "#6b5a52", "#a98a5c"]))
            )
            books[shelf - tall : shelf, x : x + wide] = ink
            cover[shelf - tall : shelf, x : x + wide] = 1
            x += wide + int(random.choice([2, 2, 3, 26]))
        books[shelf : shelf + 9, 880:1280] = colour("#4a3322")
        cover[shelf : shelf + 9, 880:1280] = 1
    soft = blur(cover, 9)
    lit = (0.5 + 0.9 * glow(1085, 250, 260))[..., None]
    wall = mix(wall, blur(books, 9) / np.maximum(soft, 0.05)[..., None] * lit, soft * 0.8)
    screen(wall, colour("#ffcf94"), 0.9 * glow(1085, 250, 62))
    return np.clip(wall, 0, 1)


def mouths(sound: Sound) -> tuple[Floats, Floats]:
    """For every frame how far the jaw is open and how wide the mouth is, 0 to 1, from the voice."""
    step = RATE // FPS
    count = len(sound) // step
    loud, bright = np.zeros(count), np.zeros(count)
    for n in range(count):
        part = sound[max(0, n * step - step // 4) : (n + 1) * step + step // 4]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
        hertz = np.fft.rfftfreq(len(part), 1 / RATE)
        loud[n] = 20 * np.log10(np.sqrt(np.mean(part**2)) + 1e-6)
        bright[n] = (hertz * spectrum).sum() / (spectrum.sum() + 1e-9)
    top = np.percentile(loud, 99)
    jaw = np.clip((loud - (top - 22)) / 22, 0, 1) ** 1.8
    # A jaw is slower than a sound, and slower to shut than to open.
    for n in range(1, count):
        share = 0.75 if jaw[n] > jaw[n - 1] else 0.5
        jaw[n] = jaw[n - 1] + (jaw[n] - jaw[n - 1]) * share
    wide = np.convolve(np.clip((bright - 500) / 1800, 0, 1), np.ones(5) / 5, "same")
    return jaw.astype(np.float32), wide.astype(np.float32)


def _shut(t: float, blinks: Sequence[float]) -> float:
    gap = min(abs(t - at) for at in blinks)
    return float(smooth(0.13, 0.03, gap))


def frames(sound: Sound) -> Iterator[npt.NDArray[np.uint8]]:
    """The clip, as long as `sound`."""
    jaws, wides = mouths(sound)
    wall, figure, light = background(), body(), lighting()
    blinks = np.cumsum(np.random.default_rng(23).uniform(1.7, 4.2, 12)).tolist()
    corners = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-0.9, 0.9, HEIGHT)))
    edge = (1 - 0.35 * smooth(0.6, 1.25, corners))[..., None]
    slow = np.convolve(np.pad(jaws, 12, mode="edge"), np.hanning(25) / np.hanning(25).sum(), "valid")
    for n, (jaw, wide) in enumerate(zip(jaws, wides, strict=True)):
        t = n / FPS
        sway = 5 * np.sin(0.9 * t) + 3 * np.sin(1.7 * t + 1)
        nod = 7 * float(slow[n]) + 1.5 * np.sin(1.3 * t)
        look = Look(
            float(jaw), float(wide), _shut(t, blinks), 1.5 * np.sin(0.5 * t), float(slow[n]),
            0.022 * np.sin(0.8 * t + 0.6) + 0.012 * np.sin(1.9 * t), sway, nod,
        )  # fmt: skip
        picture = wall.copy()
        _lay(picture, slid(figure, MARGIN - 0.5 * UNIT * sway))
        patch = head(look)
        patch[..., :3] = np.clip(patch[..., :3] * light, 0, 1) * patch[..., 3:]
        left, top = round(HEAD[0] - PATCH[0] / 2), round(HEAD[1] - ABOVE)
        _lay(picture[top : top + PATCH[1], left : left + PATCH[0]], patch)
        yield finish(np.clip(picture, 0, 1) * edge)


def _lay(picture: Floats, plate: Floats) -> None:
    """Put a plate, whose colours are multiplied by its alpha, over the picture."""
    picture *= 1 - plate[..., 3:]
    picture += plate[..., :3]


def draw(folder: Path) -> None:
    """Write volunteer.mp4."""
    spoken = speech(folder.resolve().parent)
    whole = -(-len(spoken.sound) * FPS // RATE) * RATE // FPS
    sound = np.zeros(whole)
    sound[: len(spoken.sound)] = spoken.sound
    for start, end in spoken.lines:
        print(f"  spoken from {start:.2f} to {end:.2f} s")  # noqa: T201 - scripts need these times
    room = 0.0012 * coloured(whole / RATE, 60, 2000, 0.7, 12)
    with kept(sound + room) as path:
        film.write(folder / "volunteer.mp4", frames(sound), 23, path)
