"""`focus` from the script to the picture: looked at, planned and rendered for each shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import av
import ffmpeg
import numpy as np
import pytest
from PIL import Image

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import PictureProfile
from hoso.media.ffmpeg import arguments, run
from hoso.pipeline.framing import framing_of
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.protect.centerface import find_faces
from hoso.protect.focus import FocusPath
from hoso.render.chains import Inputs, chain
from hoso.render.pictures import FootagePicture, Framing, ScenePicture, StillPicture
from hoso.render.segments import Span
from hoso.render.views import view
from hoso.script.model import Settings
from hoso.script.scenes import FocusPoint, FootageScene, ImageScene
from hoso.timeline.model import Piece, PlacedScene

VOLUNTEER = Path(__file__).parents[2] / "videos" / "volunteer.mp4"
SHAPES = {"9:16": (270, 480), "1:1": (360, 360), "4:5": (288, 360), "16:9": (480, 270)}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    """The workshop of a project with an empty videos folder."""
    (tmp_path / "videos").mkdir()
    token = CancelToken()
    with open_workshop(Project(tmp_path), Settings(), Catalog.load(), 1, token, ignore) as opened:
        yield opened


def profile(shape: str, fps: int = 25) -> PictureProfile:
    """A small raster of this shape."""
    width, height = SHAPES[shape]
    large = Catalog.load().profile("vertical")
    return large.model_copy(update={"width": width, "height": height, "fps": fps})


@pytest.fixture(scope="module")
def head(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The drawn volunteer's head and shoulders, 400x400."""
    path = tmp_path_factory.mktemp("head") / "first.png"
    run(["-i", str(VOLUNTEER), "-frames:v", "1", str(path)])
    return Image.open(path).convert("RGB").crop((440, 20, 840, 420))


def sheet(head: Image.Image, place: float, colour: tuple[int, int, int] | None = None) -> Image.Image:
    """A plain picture, 1280x720, with the head's middle at `place`, a fraction of the width."""
    picture = Image.new("RGB", (1280, 720), colour or head.getpixel((3, 3)))
    picture.paste(head, (round(1280 * place) - 200, 160))
    return picture


def film_of(shop: Workshop, name: str, pictures: Sequence[tuple[Image.Image, int]], fps: str = "25") -> Path:
    """A film that shows each picture for so many frames."""
    path = shop.project.videos / name
    files = []
    for number, (picture, count) in enumerate(pictures):
        file = shop.project.videos / f"{name}.{number}.png"
        picture.save(file)
        files += [ffmpeg.input(str(file), framerate=fps, loop=1).video.filter("trim", end_frame=count)]
    joined = ffmpeg.concat(*files, v=1, a=0).filter("format", "yuv420p")
    run(arguments(ffmpeg.output(joined, str(path), crf=12, preset="veryfast")))
    return path


def footage(
    shop: Workshop,
    path: Path,
    raster: PictureProfile,
    *pieces: Piece,
    focus: object = "auto",
    fit: str = "crop",
) -> FootagePicture:
    """The picture of a scene with the film at `path`."""
    scene = FootageScene(footage=path.name, focus=focus, fit=fit)  # type: ignore[arg-type]
    length = sum(piece.duration_ms for piece in pieces)
    placed = PlacedScene(0, scene, 0, length, 0, 0, (), pieces)
    framing = framing_of(shop, placed, scene, path, raster)
    return FootagePicture(path, shop.library.content(path), shop.library.info(path), framing, pieces)


def frames(
    base: FootagePicture | StillPicture, raster: PictureProfile, length: int, out: Path
) -> list[np.ndarray]:
    """The frames that are shown, as RGB."""
    node = chain(view(ScenePicture(base), Span(0, 0, length)), raster, Inputs())
    run(arguments(ffmpeg.output(node, str(out), **{"c:v": "ffv1"})))
    with av.open(str(out)) as film:
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]


@pytest.mark.parametrize("place", [0.2, 0.75])
def test_a_film_that_stands_still_moves_by_no_pixel(
    shop: Workshop, head: Image.Image, tmp_path: Path, place: float
) -> None:
    """A face that does not move: the crop is around it, and every frame has the same pixels."""
    path = film_of(shop, "still.mp4", [(sheet(head, place), 100)])
    raster = profile("9:16")
    base = footage(shop, path, raster, Piece(0, 4000, 1.0))
    assert isinstance(base.framing.focus, tuple)
    assert base.framing.focus[0] == pytest.approx(place, abs=0.02)
    shown = frames(base, raster, 4000, tmp_path / "shown.mkv")
    changes = [np.abs(one.astype(int) - other).mean() for one, other in pairwise(shown)]
    assert max(changes) < 0.5  # What coding the film with loss leaves; a step of 2 pixels changes 1.6.
    (face,) = find_faces(shown[0])
    assert face.x == pytest.approx(0.5, abs=0.03)


def test_without_a_face_and_motion_it_is_the_middle(shop: Workshop, tmp_path: Path) -> None:
    """Bars that stand: exactly the frames of the fixed middle, all alike."""
    path = shop.project.videos / "bars.mp4"
    run(["-f", "lavfi", "-i", "smptebars=s=640x360:r=25:d=3", "-qp", "0", "-pix_fmt", "yuv420p", str(path)])
    raster, piece = profile("9:16"), Piece(0, 3000, 1.0)
    base = footage(shop, path, raster, piece)
    assert base.framing == footage(shop, path, raster, piece, focus=(0.5, 0.5)).framing
    shown = frames(base, raster, 3000, tmp_path / "shown.mkv")
    assert all((frame == shown[0]).all() for frame in shown)


@pytest.mark.parametrize("shape", ["9:16", "1:1", "4:5"])
def test_what_moves_stays_in_the_crop(shop: Workshop, tmp_path: Path, shape: str) -> None:
    """A bright square that crosses the picture at 10 % of its width a second is whole in every frame."""
    path = shop.project.videos / "blob.mp4"
    moving = "color=gray:s=640x360:r=25:d=8[g];color=white:s=40x40:r=25:d=8[w];[g][w]overlay=x=40+64*t:y=160"
    run(["-f", "lavfi", "-i", moving, "-pix_fmt", "yuv420p", str(path)])
    raster = profile(shape)
    base = footage(shop, path, raster, Piece(0, 8000, 1.0))
    focus = base.framing.focus
    assert isinstance(focus, FocusPath)
    along = [focus.at(ms)[0] for ms in range(0, 8000, 40)]
    assert all(0 <= after - before <= 0.15 * 0.04 for before, after in pairwise(along))
    assert along[-1] - along[0] > 0.3
    whole = (40 / 360 * raster.height) ** 2
    for frame in frames(base, raster, 8000, tmp_path / "shown.mkv"):
        assert (frame.min(axis=2) > 190).sum() == pytest.approx(whole, rel=0.12)


def test_what_moves_down_is_followed_down(shop: Workshop, tmp_path: Path) -> None:
    """An upright film in a wide picture: the crop goes along y, at most 15 % of the width a second."""
    path = shop.project.videos / "drop.mp4"
    moving = "color=gray:s=360x640:r=25:d=8[g];color=white:s=40x40:r=25:d=8[w];[g][w]overlay=x=160:y=120+45*t"
    run(["-f", "lavfi", "-i", moving, "-pix_fmt", "yuv420p", str(path)])
    raster = profile("16:9")
    base = footage(shop, path, raster, Piece(0, 8000, 1.0))
    focus = base.framing.focus
    assert isinstance(focus, FocusPath)
    along = [focus.at(ms)[1] * 640 for ms in range(0, 8000, 40)]
    assert all(0 <= after - before <= 0.15 * 360 * 0.04 for before, after in pairwise(along))
    shown = frames(base, raster, 8000, tmp_path / "shown.mkv")
    assert all((frame.min(axis=2) > 190).sum() > 2000 for frame in shown)


@pytest.mark.parametrize(
    ("rate", "fps", "speed"), [("25", 25, 1.0), ("30000/1001", 25, 1.0), ("24", 30, 0.8)]
)
def test_the_crop_jumps_with_the_cut(
    shop: Workshop, head: Image.Image, tmp_path: Path, rate: str, fps: int, speed: float
) -> None:
    """Two shots, a head at the left and at the right: no frame of the one is framed as the other."""
    shots = [(sheet(head, 0.2), 37), (sheet(head, 0.8, (190, 200, 170)), 61)]
    path = film_of(shop, "cut.mp4", shots, rate)
    raster = profile("9:16", fps)
    base = footage(shop, path, raster, Piece(200, 2800, speed))
    assert isinstance(base.framing.focus, FocusPath)
    for frame in frames(base, raster, 2800, tmp_path / "shown.mkv"):
        (face,) = find_faces(frame)
        assert face.x == pytest.approx(0.5, abs=0.04)


def test_each_lap_is_framed_alike(shop: Workshop, tmp_path: Path) -> None:
    """Footage that is shown twice begins again, and so does what the crop does; the last frame's stays."""
    path = shop.project.videos / "lap.mp4"
    moving = "color=gray:s=640x360:r=25:d=4[g];color=white:s=40x40:r=25:d=4[w];[g][w]overlay=x=40+64*t:y=160"
    run(["-f", "lavfi", "-i", moving, "-pix_fmt", "yuv420p", str(path)])
    pieces = (Piece(0, 4000, 1.0), Piece(0, 4000, 1.0), Piece(0, 6000, 1.0))
    focus = footage(shop, path, profile("9:16"), *pieces).framing.focus
    assert isinstance(focus, FocusPath)
    first, second = ([focus.at(lap + ms)[0] for ms in range(0, 4000, 40)] for lap in (0, 4000))
    assert first == pytest.approx(second)
    assert len({focus.at(ms) for ms in range(12_100, 14_000, 100)}) == 1


def test_a_face_in_a_still_is_kept(shop: Workshop, head: Image.Image, tmp_path: Path) -> None:
    """A picture whose face is at the edge: in the crop, and the crop stands still."""
    path = shop.project.videos / "portrait.png"
    sheet(head, 0.8).save(path)
    scene = ImageScene(image=path.name, focus="auto", motion="none")
    raster = profile("9:16")
    framing = framing_of(shop, PlacedScene(0, scene, 0, 2000, 0, 0, ()), scene, path, raster)
    content, info = shop.library.content(path), shop.library.info(path)
    shown = frames(StillPicture(path, content, info, framing, "none", 2000), raster, 2000, tmp_path / "s.mkv")
    (face,) = find_faces(shown[0])
    assert face.x == pytest.approx(0.5, abs=0.03)
    assert all((frame == shown[0]).all() for frame in shown)


def test_nothing_is_looked_at_where_all_is_shown(shop: Workshop) -> None:
    """A raster of the film's own shape, bars and a blurred surround need no focus: the file isn't decoded."""
    path = shop.project.videos / "wide.mp4"
    run(["-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=1", "-pix_fmt", "yuv420p", str(path)])
    piece = Piece(0, 1000, 1.0)
    for shape, fit in (("16:9", "crop"), ("9:16", "pad"), ("9:16", "blur")):
        base = footage(shop, path, profile(shape), piece, fit=fit)
        assert base.framing == Framing(fit, (0.5, 0.5))  # type: ignore[arg-type]
    assert not list(shop.store.root.glob("??/*"))


def test_points_of_the_script_are_gone_along(shop: Workshop) -> None:
    """Times count from the scene's first frame; where nothing can move the first point stays."""
    path = shop.project.videos / "wide.mp4"
    run(["-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=4", "-pix_fmt", "yuv420p", str(path)])
    points = (FocusPoint(at=1, point=(0.3, 0.5)), FocusPoint(at=3, point=(0.7, 0.5)))
    focus = footage(shop, path, profile("9:16"), Piece(500, 3000, 1.0), focus=points).framing.focus
    assert isinstance(focus, FocusPath)
    assert [focus.at(ms)[0] for ms in (0, 1000, 2000, 3000)] == pytest.approx([0.3, 0.3, 0.5, 0.7])
    assert footage(shop, path, profile("16:9"), Piece(0, 3000, 1.0), focus=points).framing.focus == (0.3, 0.5)
