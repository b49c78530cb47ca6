"""Filterchains, run: a stretch shows the same frames however it is cut, whatever the footage is like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import av
import ffmpeg
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from hoso.channels.model import PictureProfile
from hoso.media.ffmpeg import arguments, run
from hoso.media.probe import probe
from hoso.protect.focus import FocusPath, Knot
from hoso.render.chains import ZOOM, Inputs, chain
from hoso.render.geometry import Size, shown_share
from hoso.render.pictures import (
    FootagePicture,
    Framing,
    Overlay,
    Plate,
    PlatesPicture,
    ScenePicture,
    StillPicture,
)
from hoso.render.segments import Span
from hoso.render.views import view
from hoso.timeline.model import Piece

CENTRE = Framing("crop", (0.5, 0.5))


def hashes(picture: ScenePicture, spans: Sequence[Span], profile: PictureProfile, folder: Path) -> list[str]:
    """The hash of every frame of `spans`, each run through a graph of its own."""
    found = []
    for number, span in enumerate(spans):
        out = folder / f"{number}.md5"
        node = ffmpeg.output(chain(view(picture, span), profile, Inputs()), str(out), format="framemd5")
        run(arguments(node))
        lines = [line for line in out.read_text().splitlines() if not line.startswith("#")]
        assert len(lines) * 1000 == span.duration_ms * profile.fps
        found += [line.split(",")[-1].strip() for line in lines]
    return found


def cut_alike(picture: ScenePicture, length: int, profile: PictureProfile, folder: Path) -> list[str]:
    """The frames of the whole, after comparing them with those of its parts on and off the grid."""
    whole = hashes(picture, [Span(0, 0, length)], profile, folder)
    edges = [0, 600, 2000, length - 400, length]
    parts = [Span(0, start, end - start) for start, end in pairwise(edges)]
    assert hashes(picture, parts, profile, folder) == whole
    return whole


def footage_picture(path: Path, *pieces: Piece, framing: Framing = CENTRE) -> ScenePicture:
    """Footage of `path`."""
    return ScenePicture(FootagePicture(path, "x", probe(path), framing, pieces))


@pytest.mark.parametrize("speed", [1.0, 0.5, 1.6])
def test_footage_is_cut_without_a_seam(
    footage: Path, profile: PictureProfile, tmp_path: Path, speed: float
) -> None:
    """29.97 fps footage at 25 fps and any pace: the parts' frames are the whole's."""
    frames = cut_alike(footage_picture(footage, Piece(1200, 3000, speed)), 3000, profile, tmp_path)
    if speed == 1.0:
        assert len(set(frames)) == len(frames)


def test_the_last_frame_stays(footage: Path, profile: PictureProfile, tmp_path: Path) -> None:
    """Footage that ends early holds its very last frame, in segments that begin after its end too."""
    frames = cut_alike(footage_picture(footage, Piece(5000, 6000, 1.0)), 6000, profile, tmp_path)
    last = hashes(footage_picture(footage, Piece(6980, 200, 1.0)), [Span(0, 0, 200)], profile, tmp_path)[0]
    assert set(frames[51:]) == {last}
    assert len(set(frames[:50])) == 50


def test_a_loop_begins_again(footage: Path, profile: PictureProfile, tmp_path: Path) -> None:
    """The second lap shows the frames of the first."""
    picture = footage_picture(footage, Piece(1000, 2000, 1.0), Piece(1000, 2000, 1.0))
    frames = cut_alike(picture, 4000, profile, tmp_path)
    assert frames[:50] == frames[50:]


@pytest.mark.parametrize("fit", ["crop", "pad", "blur"])
def test_every_fit_fills_the_raster(footage: Path, profile: PictureProfile, tmp_path: Path, fit: str) -> None:
    """16:9 footage in a tall raster, each way."""
    tall = profile.model_copy(update={"width": 180, "height": 320})
    picture = footage_picture(footage, Piece(0, 2800, 1.0), framing=Framing(fit, (0.5, 0.5)))  # type: ignore[arg-type]
    cut_alike(picture, 2800, tall, tmp_path)


PATH = FocusPath(
    (
        Knot(300, (0.3, 0.2)),
        Knot(1100, (0.7, 0.6)),
        Knot(1500, (0.7, 0.6)),
        Knot(1980, (0.6, 0.5), (-0.1, 0.2)),
        Knot(2310, (0.4, 0.7), (0.0, -0.1)),
        Knot(2310, (0.9, 0.1)),
        Knot(2900, (0.2, 0.9)),
    )
)
"""Rests, eases, goes on at a speed, and jumps between two frames."""
SHAPES = {"9:16": (180, 320), "1:1": (240, 240), "4:5": (192, 240), "16:9": (320, 180)}


def shaped(profile: PictureProfile, shape: str) -> PictureProfile:
    """`profile` with a raster of another shape."""
    width, height = SHAPES[shape]
    return profile.model_copy(update={"width": width, "height": height})


@pytest.mark.parametrize("shape", ["9:16", "1:1", "4:5"])
def test_a_focus_moves_without_a_seam(
    footage: Path, profile: PictureProfile, tmp_path: Path, shape: str
) -> None:
    """Whatever the shape, the parts' frames are the whole's, over laps at another pace too."""
    framing = Framing("crop", PATH)
    picture = footage_picture(footage, Piece(900, 1400, 1.0), Piece(900, 1800, 0.7), framing=framing)
    cut_alike(picture, 3200, shaped(profile, shape), tmp_path)


def test_a_focus_moves_without_a_seam_at_30_fps(
    footage: Path, profile: PictureProfile, tmp_path: Path
) -> None:
    """A frame that is no whole number of milliseconds changes nothing."""
    tall = shaped(profile, "9:16").model_copy(update={"fps": 30})
    picture = footage_picture(footage, Piece(1000, 3200, 1.0), framing=Framing("crop", PATH))
    whole = hashes(picture, [Span(0, 0, 3200)], tall, tmp_path)
    parts = [Span(0, 0, 600), Span(0, 600, 1400), Span(0, 2000, 1200)]
    assert hashes(picture, parts, tall, tmp_path) == whole


@pytest.mark.parametrize("motion", ["in", "out", "none"])
def test_a_focus_moves_over_a_still_without_a_seam(
    still: Path, profile: PictureProfile, tmp_path: Path, motion: str
) -> None:
    """A pan over a picture, under the slow zoom too; before its first point it rests."""
    framing = Framing("crop", PATH)
    picture = ScenePicture(StillPicture(still, "x", probe(still), framing, motion, 3200))  # type: ignore[arg-type]
    frames = cut_alike(picture, 3200, shaped(profile, "9:16"), tmp_path)
    assert (len(set(frames[:7])) == 1) == (motion == "none")
    assert len(set(frames)) > 30


def gradient(path: Path, width: int, height: int) -> Path:
    """A picture whose brightness says where one is: from left to right, or from top to bottom."""
    along = np.linspace(0, 255, max(width, height))
    picture = np.tile(along, (height, 1)) if width > height else np.tile(along[:, None], (1, width))
    Image.fromarray(picture.round().astype(np.uint8)).convert("RGB").save(path)
    return path


@pytest.mark.parametrize(
    ("source", "shape", "axis"),
    [((640, 360), "9:16", 0), ((640, 360), "1:1", 0), ((640, 360), "4:5", 0), ((360, 640), "16:9", 1)],
)
def test_every_shape_shows_where_the_focus_is(
    profile: PictureProfile, tmp_path: Path, source: tuple[int, int], shape: str, axis: int
) -> None:
    """At each frame the crop's middle is the path's point, as near as the source's edges let it come."""
    path = gradient(tmp_path / "gradient.png", *source)
    raster = shaped(profile, shape)
    picture = ScenePicture(StillPicture(path, "x", probe(path), Framing("crop", PATH), "none", 3200))
    out = tmp_path / "pan.mkv"
    node = chain(view(picture, Span(0, 0, 3200)), raster, Inputs())
    run(arguments(ffmpeg.output(node, str(out), **{"c:v": "ffv1"})))
    share = shown_share(probe(path), Size(raster.width, raster.height))[axis]
    with av.open(str(out)) as film:
        shown = [frame.to_ndarray(format="rgb24").mean() / 255 for frame in film.decode(video=0)]
    for number, place in enumerate(shown):
        wanted = min(max(PATH.at(number * 40)[axis], share / 2), 1 - share / 2)
        assert place == pytest.approx(wanted, abs=0.012)


@pytest.fixture
def still(tmp_path: Path) -> Path:
    """A picture with detail, 640x480."""
    rng = np.random.default_rng(1)
    noise = Image.fromarray(rng.integers(0, 255, (48, 64, 3), dtype=np.uint8))
    path = tmp_path / "still.png"
    noise.resize((640, 480), Image.Resampling.BICUBIC).save(path)
    return path


def planes(picture: ScenePicture, length: int, profile: PictureProfile, out: Path) -> list[NDArray[np.uint8]]:
    """Y, U and V of `length` ms of `picture`: frames by rows by columns."""
    node = chain(view(picture, Span(0, 0, length)), profile, Inputs())
    run(arguments(ffmpeg.output(node, str(out), format="rawvideo", pix_fmt="yuv420p")))
    width, height = profile.width, profile.height
    frames = np.fromfile(out, np.uint8).reshape(-1, width * height * 3 // 2)
    y, u, v = np.split(frames, (width * height, width * height * 5 // 4), axis=1)
    halves = (each.reshape(-1, height // 2, width // 2) for each in (u, v))
    return [y.reshape(-1, height, width), *halves]


def test_a_zoom_begins_with_the_picture_itself(profile: PictureProfile, tmp_path: Path) -> None:
    """Its first frame has the colours of the still, each where it was."""
    path = tmp_path / "halves.png"
    drawn = Image.new("RGB", (640, 360), (190, 40, 40))
    drawn.paste((40, 60, 190), (320, 0, 640, 360))
    drawn.save(path)
    stills = [
        ScenePicture(StillPicture(path, "x", probe(path), CENTRE, motion, 2000)) for motion in ("none", "in")
    ]
    held, zoomed = (planes(still, 400, profile, tmp_path / "frames.yuv") for still in stills)
    for one, other in zip(held, zoomed, strict=True):
        assert np.abs(one[0].astype(int) - other[0]).max() <= 3


def test_a_zoom_moves_steadily(profile: PictureProfile, tmp_path: Path) -> None:
    """Stripes near the left edge go where they should, but for a fifth of a pixel: nothing trembles."""
    path, period, middle = tmp_path / "stripes.png", 30, 60
    waves = np.rint(128 + 100 * np.sin(2 * np.pi * np.arange(640) / period)).astype(np.uint8)
    Image.fromarray(np.tile(waves, (360, 1))).convert("RGB").save(path)
    still = ScenePicture(StillPicture(path, "x", probe(path), CENTRE, "in", 4000))
    (luma, _, _) = planes(still, 4000, profile, tmp_path / "frames.yuv")
    zooms = 1 + ZOOM * np.arange(len(luma)) / (len(luma) - 1)
    away = np.arange(2 * middle) - middle
    astray = []
    for zoom, row in zip(zooms, luma[:, profile.height // 2, : 2 * middle].astype(float), strict=True):
        due = (middle + (zoom - 1) * profile.width / 2) / zoom * 2
        turned = (row - 128) * np.hanning(2 * middle) * np.exp(-4j * np.pi * away / (period * zoom))
        astray.append(np.angle(turned.sum() * np.exp(-2j * np.pi * due / period)) / (4 * np.pi) * period)
    assert np.std(np.unwrap(astray, period=period / 2)) < 0.2


@pytest.mark.parametrize("motion", ["in", "out", "none"])
def test_a_still_moves_without_a_seam(
    still: Path, profile: PictureProfile, tmp_path: Path, motion: str
) -> None:
    """Ken Burns goes on evenly over the cuts, and a still without it stands still."""
    picture = ScenePicture(StillPicture(still, "x", probe(still), CENTRE, motion, 4000))  # type: ignore[arg-type]
    frames = cut_alike(picture, 4000, profile, tmp_path)
    assert (len(set(frames)) == 1) == (motion == "none")


def plate(path: Path, colour: tuple[int, int, int]) -> Path:
    """A plain plate of the small profile's size."""
    Image.new("RGB", (320, 180), colour).save(path)
    return path


def test_plates_stand_until_the_next(profile: PictureProfile, tmp_path: Path) -> None:
    """Two plates: two pictures, changing at the second's frame."""
    plates = PlatesPicture(
        (
            Plate(0, plate(tmp_path / "a.png", (10, 20, 40)), "a"),
            Plate(810, plate(tmp_path / "b.png", (200, 90, 0)), "b"),
        )
    )
    frames = cut_alike(ScenePicture(plates), 2800, profile, tmp_path)
    assert frames == [frames[0]] * 21 + [frames[-1]] * 49


def test_an_overlay_is_cut_without_a_seam(footage: Path, profile: PictureProfile, tmp_path: Path) -> None:
    """A drawing that fades in, stays and fades out looks the same over any cut, and is gone after."""
    path = tmp_path / "over.png"
    Image.new("RGBA", (80, 30), (255, 255, 255, 220)).save(path)
    base = footage_picture(footage, Piece(0, 4000, 1.0)).base
    with_overlay = ScenePicture(base, (Overlay(path, "o", 20, 100, 400, 2600),))
    frames = cut_alike(with_overlay, 4000, profile, tmp_path)
    bare = cut_alike(ScenePicture(base), 4000, profile, tmp_path)
    differing = [number for number, (a, b) in enumerate(zip(frames, bare, strict=True)) if a != b]
    assert differing[0] in (10, 11)
    assert differing[-1] == 64
    assert differing == list(range(differing[0], differing[-1] + 1))


def test_two_overlays_lie_one_on_the_other(footage: Path, profile: PictureProfile, tmp_path: Path) -> None:
    """Each has its own place and time; where they meet, the later one is on top."""
    paths = [tmp_path / "white.png", tmp_path / "black.png"]
    for path, tone in zip(paths, (255, 0), strict=True):
        Image.new("RGBA", (80, 30), (tone, tone, tone, 255)).save(path)
    base = footage_picture(footage, Piece(0, 4000, 1.0)).base
    white, black = Overlay(paths[0], "w", 20, 100, 0, 4000), Overlay(paths[1], "b", 60, 100, 1000, 4000)
    frames = cut_alike(ScenePicture(base, (white, black)), 4000, profile, tmp_path)
    only = cut_alike(ScenePicture(base, (white,)), 4000, profile, tmp_path)
    turned = cut_alike(ScenePicture(base, (black, white)), 4000, profile, tmp_path)
    assert frames[:25] == only[:25]
    assert frames[50] not in (only[50], turned[50])


def shot(path: Path, *source: str) -> Path:
    """A file made by our ffmpeg from `source` arguments."""
    run([*source, str(path)])
    return path


def first_frame(picture: ScenePicture, profile: PictureProfile, folder: Path) -> np.ndarray:
    """The first frame shown, as RGB."""
    out = folder / "frame.mkv"
    node = chain(view(picture, Span(0, 0, 400)), profile, Inputs())
    run(arguments(ffmpeg.output(node, str(out), **{"c:v": "ffv1"})))
    with av.open(str(out)) as film:
        return next(film.decode(video=0)).to_ndarray(format="rgb24")


def quadrants(width: int, height: int) -> str:
    """A source with its top left red on grey."""
    return f"color=gray:s={width}x{height}:d=1,drawbox=0:0:iw/2:ih/2:red:fill"


def is_red(pixel: np.ndarray) -> bool:
    """Whether a pixel is clearly red."""
    return bool(pixel[0] > 150 and pixel[1] < 90 and pixel[2] < 90)


def test_a_phone_held_upright_is_upright(profile: PictureProfile, tmp_path: Path) -> None:
    """A rotation flag turns the picture, and the crop is reckoned on the turned one."""
    flat = shot(tmp_path / "flat.mp4", "-f", "lavfi", "-i", quadrants(320, 180), "-pix_fmt", "yuv420p")
    turned = shot(tmp_path / "turned.mp4", "-display_rotation", "90", "-i", str(flat), "-c", "copy")
    info = probe(turned)
    assert (info.width, info.height) == (180, 320)
    tall = profile.model_copy(update={"width": 180, "height": 320})
    frame = first_frame(footage_picture(turned, Piece(0, 400, 1.0)), tall, tmp_path)
    corners = {name: is_red(frame[y, x]) for name, (y, x) in {"top": (40, 40), "bottom": (280, 40)}.items()}
    assert sorted(corners.values()) == [False, True]
    assert corners["bottom"]


def test_odd_pixels_become_square(profile: PictureProfile, tmp_path: Path) -> None:
    """Anamorphic footage keeps its shape: a circle's box is as wide as high."""
    box = "color=gray:s=180x144:d=1,drawbox=(iw-45)/2:(ih-64)/2:45:64:red:fill,setsar=64/45"
    path = shot(tmp_path / "anamorphic.mp4", "-f", "lavfi", "-i", box, "-pix_fmt", "yuv420p")
    frame = first_frame(
        footage_picture(path, Piece(0, 400, 1.0), framing=Framing("pad", (0.5, 0.5))), profile, tmp_path
    )
    red = (frame[:, :, 0] > 150) & (frame[:, :, 1] < 90)
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert abs((columns[-1] - columns[0]) - (rows[-1] - rows[0])) <= 4


def test_variable_frame_rate_keeps_time(profile: PictureProfile, tmp_path: Path) -> None:
    """Frames that come late and early are seen at their own times, and the length is right."""
    source = "testsrc2=s=320x180:r=30:d=4,select='not(between(n,20,70))'"
    path = shot(
        tmp_path / "vfr.mkv", "-f", "lavfi", "-i", source, "-fps_mode", "vfr", "-c:v", "libx264", "-g", "15"
    )
    frames = cut_alike(footage_picture(path, Piece(0, 4000, 1.0)), 4000, profile, tmp_path)
    assert len(set(frames[18:58])) <= 2
    assert len(set(frames[60:98])) > 30


@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67"])
def test_hdr_is_brought_to_bt709(profile: PictureProfile, tmp_path: Path, transfer: str) -> None:
    """10-bit HDR: probed as such, and a mid grey stays a mid grey instead of washing out."""
    convert = (
        f"zscale=tin=bt709:min=bt709:pin=bt709:rin=full:t={transfer}:m=2020_ncl:p=2020:r=limited:npl=203"
    )
    source = f"color=0x808080:s=320x180:d=1,format=gbrp,{convert},format=yuv420p10le"
    tags = ["-color_trc", transfer, "-colorspace", "bt2020nc", "-color_primaries", "bt2020"]
    path = shot(tmp_path / "hdr.mp4", "-f", "lavfi", "-i", source, "-c:v", "libx265", *tags)
    info = probe(path)
    assert info.transfer == {"smpte2084": "pq", "arib-std-b67": "hlg"}[transfer]
    assert info.matrix == "bt2020nc"
    frame = first_frame(footage_picture(path, Piece(0, 400, 1.0)), profile, tmp_path)
    assert 90 <= frame.mean() <= 165
    assert np.ptp(frame.reshape(-1, 3).mean(axis=0)) < 8


def test_full_range_and_bt601_are_converted(profile: PictureProfile, tmp_path: Path) -> None:
    """The colour of an untagged small clip and of a full-range one is the colour that was shot."""
    wanted = np.array([200, 40, 60])
    for name, options in {"sd": [], "full": ["-color_range", "pc", "-vf", "scale=out_range=full"]}.items():
        source = "color=0xC8283C:s=320x180:d=1"
        path = shot(
            tmp_path / f"{name}.mp4",
            "-f",
            "lavfi",
            "-i",
            source,
            *options,
            "-pix_fmt",
            "yuv420p",
            "-c:v",
            "libx264",
        )
        out = tmp_path / f"{name}-out.mkv"
        node = chain(view(footage_picture(path, Piece(0, 400, 1.0)), Span(0, 0, 400)), profile, Inputs())
        run(
            arguments(
                ffmpeg.output(
                    node.filter("scale", in_color_matrix="bt709").filter("format", "rgb24"),
                    str(out),
                    vcodec="ffv1",
                )
            )
        )
        with av.open(str(out)) as film:
            pixel = next(film.decode(video=0)).to_ndarray(format="rgb24")[90, 160]
        assert np.abs(pixel.astype(int) - wanted).max() <= 6, name
