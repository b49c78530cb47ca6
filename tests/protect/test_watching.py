"""Looking at real pictures: the samples' drawn volunteer for faces, and moving things drawn here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.keys import digest_file
from hoso.base.problems import HosoError
from hoso.base.store import Store
from hoso.media.ffmpeg import run
from hoso.media.probe import probe
from hoso.protect.centerface import find_faces
from hoso.protect.sights import Sight
from hoso.protect.watching import PIECE_MS, watch

VIDEOS = Path(__file__).parents[2] / "videos"
VOLUNTEER = VIDEOS / "volunteer.mp4"


def seen(path: Path, store: Path, start: int, end: int) -> tuple[Sight, ...]:
    """What is seen in a stretch of a file."""
    return watch(path, digest_file(path), probe(path), (start, end), Store(store), CancelToken())


def drawn(path: Path, source: str, *options: str) -> Path:
    """A film that our ffmpeg draws."""
    run(["-f", "lavfi", "-i", source, *options, "-pix_fmt", "yuv420p", str(path)])
    return path


@pytest.fixture(scope="module")
def volunteer(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The first frame of the samples' speaker."""
    path = tmp_path_factory.mktemp("volunteer") / "first.png"
    run(["-i", str(VOLUNTEER), "-frames:v", "1", str(path)])
    return Image.open(path).convert("RGB")


def test_the_volunteer_has_one_face_where_it_is_drawn(tmp_path: Path) -> None:
    """Near the middle while he moves, in the upper third, and nothing else is one."""
    found = seen(VOLUNTEER, tmp_path, 0, 3000)
    assert [sight.at_ms for sight in found] == list(range(0, 3000, 200))
    for sight in found:
        (face,) = sight.faces
        assert face.x == pytest.approx(0.5, abs=0.02)
        assert face.y == pytest.approx(0.3, abs=0.03)
        assert face.width == pytest.approx(0.12, abs=0.02)
        assert face.height == pytest.approx(0.29, abs=0.04)


@pytest.mark.parametrize("name", ["warm-room.mp4", "shared-meal.mp4"])
def test_where_nobody_is_no_face_is_seen(name: str, tmp_path: Path) -> None:
    """Cups, plates, lamps and shelves are no faces."""
    assert not any(sight.faces for sight in seen(VIDEOS / name, tmp_path, 0, 2000))


@pytest.mark.parametrize("size", [(640, 360), (361, 641), (500, 500)])
@pytest.mark.parametrize("width", [0.06, 0.15])
def test_faces_are_found_wherever_they_are(
    volunteer: Image.Image, size: tuple[int, int], width: float
) -> None:
    """Two faces set into a picture of any size and shape are found in their places, at their size."""
    head = volunteer.crop((420, 30, 860, 470))
    side = round(width * size[0] * 440 / 152)
    sheet = Image.new("RGB", size, head.getpixel((5, 5)))
    places = [
        (round(size[0] * x - side / 2), round(size[1] * y - side / 2)) for x, y in ((0.25, 0.6), (0.75, 0.4))
    ]
    for place in places:
        sheet.paste(head.resize((side, side), Image.Resampling.LANCZOS), place)
    found = sorted(find_faces(np.asarray(sheet)), key=lambda face: face.x)
    assert [face.x for face in found] == pytest.approx([0.25, 0.75], abs=0.02)
    assert [face.width for face in found] == pytest.approx([width, width], rel=0.25)
    assert found[0].y > found[1].y


def test_the_same_picture_has_the_same_faces(volunteer: Image.Image) -> None:
    """To the last bit, however often it is looked at."""
    picture = np.asarray(volunteer)
    assert find_faces(picture) == find_faces(picture.copy()) != ()


def test_motion_is_where_something_moves(tmp_path: Path) -> None:
    """A bright square that goes from left to right is followed to within its own size."""
    moving = "color=gray:s=640x360:r=25:d=4[g];color=white:s=40x40:r=25:d=4[w];[g][w]overlay=x=40+130*t:y=200"
    path = drawn(tmp_path / "blob.mp4", moving)
    found = seen(path, tmp_path / "store", 0, 4000)
    assert found[0].motion is None
    for sight in found[1:]:
        assert sight.motion is not None
        middle = (40 + 130 * (sight.at_ms - 100) / 1000 + 20) / 640
        assert sight.motion.x == pytest.approx(middle, abs=0.03)
        assert sight.motion.y == pytest.approx(220 / 360, abs=0.03)
        assert not sight.faces


def test_noise_is_no_motion(tmp_path: Path) -> None:
    """A picture that stands still under a camera's noise, coded with loss, does not move."""
    path = drawn(tmp_path / "noise.mp4", "smptebars=s=640x360:r=25:d=2,noise=alls=8:allf=t", "-crf", "28")
    assert all(sight.motion is None for sight in seen(path, tmp_path / "store", 0, 2000))


def test_a_still_is_seen_once(volunteer: Image.Image, tmp_path: Path) -> None:
    """A picture file has one sight, with the face that is in it."""
    path = tmp_path / "volunteer.jpg"
    volunteer.save(path, quality=90)
    (sight,) = seen(path, tmp_path / "store", 0, 0)
    assert (sight.at_ms, sight.motion, len(sight.faces)) == (0, None, 1)


def test_an_upright_film_is_looked_at_upright(tmp_path: Path) -> None:
    """A rotation flag is followed, and places are those of the picture as people see it."""
    flat = tmp_path / "flat.mp4"
    run(["-i", str(VOLUNTEER), "-t", "0.4", "-vf", "transpose=clock", "-an", str(flat)])
    turned = tmp_path / "turned.mp4"
    run(["-display_rotation", "90", "-i", str(flat), "-c", "copy", str(turned)])
    (first, _) = seen(turned, tmp_path / "store", 0, 400)
    assert [(round(face.x, 1), round(face.y, 1)) for face in first.faces] == [(0.5, 0.3)]


def test_what_was_seen_is_kept(tmp_path: Path) -> None:
    """The same content is not decoded again, even where the file has gone; pieces fit together."""
    moving = "testsrc2=s=320x180:r=25:d=11"
    path = drawn(tmp_path / "test.mp4", moving)
    content, info, store = digest_file(path), probe(path), Store(tmp_path / "store")
    first = watch(path, content, info, (9000, 11_000), store, CancelToken())
    path.unlink()
    assert watch(path, content, info, (9000, 11_000), store, CancelToken()) == first
    assert [sight.at_ms for sight in first] == list(range(9000, 11_000, 200))
    (border,) = (sight for sight in first if sight.at_ms == PIECE_MS)
    assert border.motion is not None


def test_a_wish_to_stop_is_followed(tmp_path: Path) -> None:
    """Looking ends at once, and nothing half done is kept."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        watch(VOLUNTEER, "v", probe(VOLUNTEER), (0, 1000), Store(tmp_path), token)
    assert not list(tmp_path.glob("??/*"))


def test_what_is_no_film_is_said(tmp_path: Path) -> None:
    """ffmpeg's own reason."""
    path = tmp_path / "words.mp4"
    path.write_text("not a film", "utf-8")
    with pytest.raises(HosoError, match="ffmpeg failed"):
        watch(path, "w", probe(VOLUNTEER), (0, 1000), Store(tmp_path / "store"), CancelToken())
