"""Posters and contact sheets, of a film whose good and bad moments are known."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import HosoError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.fonts.faces import faces
from hoso.media.ffmpeg import run
from hoso.release.choosing import Marks, Sight, Stretch, choose, look_at, marks_of
from hoso.release.frames import evenly, frame_at, key_frames, key_times, samples
from hoso.release.posters import MadePoster, PosterForm, poster, poster_form, poster_problem, sights
from hoso.release.sheets import contact_sheet
from hoso.script.reader import read_message
from hoso.script.scenes import CardScene, FootageScene, LowerThird
from hoso.script.values import Texts
from hoso.subtitles.cues import Cue
from hoso.timeline.model import PlacedScene, Timeline

PARTS = {
    "dark": "eq=brightness=-0.45",
    "soft": "gblur=sigma=7",
    "sharp": "null",
    "white": "eq=brightness=0.7",
    "tinted": "hue=h=90,gblur=sigma=1.2",
}
"""Two seconds each, in this order."""
SECOND = {name: 2000 * number for number, name in enumerate(PARTS)}
LONG = 2000 * len(PARTS)


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One picture in `PARTS`, 640x360 at 25: with B-frames, so that not every frame is a reference."""
    path = tmp_path_factory.mktemp("film") / "영화.mp4"
    parts = [
        f"mandelbrot=s=640x360:r=25:start_scale=0.6:end_scale=0.59,trim=duration=2,format=yuv420p,{look}[{name}]"
        for name, look in PARTS.items()
    ]
    joined = "".join(f"[{name}]" for name in PARTS) + f"concat=n={len(PARTS)}[out]"
    coded = ["-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-g", "50", "-pix_fmt", "yuv420p"]
    run(["-filter_complex", ";".join([*parts, joined]), "-map", "[out]", *coded, str(path)])
    return path


def made(film: Path, out: Path, marks: Marks, form: PosterForm | None = None) -> MadePoster:
    """The poster that hoso chooses."""
    return poster(film, out, form or PosterForm(640, 360), best_moment(film, marks))


def best_moment(film: Path, marks: Marks) -> int:
    """The moment that hoso chooses."""
    return choose(sights(film, CancelToken()), marks).at_ms


def part_of(at_ms: int) -> str:
    """What of the film is seen then."""
    return list(PARTS)[at_ms // 2000]


def all_but(*names: str) -> tuple[Stretch, ...]:
    """The stretches of all other parts."""
    return tuple((start, start + 2000) for name, start in SECOND.items() if name not in names)


def test_the_sharp_well_lit_frame_is_chosen(film: Path, tmp_path: Path) -> None:
    """Neither the dark, the blurred nor the blown-out part; and the file holds that very frame."""
    chosen = made(film, tmp_path / "a.jpg", Marks())
    assert part_of(chosen.at_ms) == "sharp"
    picture = np.asarray(Image.open(chosen.path).convert("L"), dtype=float)
    there = np.asarray(frame_at(film, chosen.at_ms).convert("L"), dtype=float)
    assert np.abs(picture - there).mean() < 2


@pytest.mark.parametrize(
    ("marks", "part"),
    [
        (Marks(unsettled=((4000, 6000),)), "tinted"),
        (Marks(plain=((4000, 6000),)), "tinted"),
        (Marks(subtitled=((2000, 4000),)), "soft"),
        (Marks(unsettled=all_but("white")), "white"),
        (Marks(unsettled=all_but("dark", "soft"), subtitled=((0, 2000),)), "soft"),
        (Marks(plain=all_but("soft"), subtitled=((4000, 6000),)), "soft"),
    ],
)
def test_what_is_known_of_its_moments_comes_first(
    film: Path, tmp_path: Path, marks: Marks, part: str
) -> None:
    """Nothing coming or going, then good light, then no card, then a subtitle, then sharpness."""
    assert part_of(made(film, tmp_path / "a.jpg", marks).at_ms) == part


def test_a_film_of_bad_moments_has_a_poster_too() -> None:
    """Where none is good the least bad is taken, of equals the first."""
    dark = [Sight(at, 5.0, 0.05, 0.9) for at in (0, 500, 1000)]
    assert choose(dark, Marks(unsettled=((0, 400),))).at_ms == 500


def test_type_alone_is_no_sharp_picture() -> None:
    """Two lines of small type at the foot of a blurred frame don't make it as sharp as a face."""
    grey = np.tile(np.linspace(60, 180, 480, dtype=np.uint8), (270, 1))
    typed, face = grey.copy(), grey.copy()
    typed[225:262:3, 100:380:2] = 255
    face[60:220:2, 120:300:2] += 20
    assert look_at(0, typed).sharpness < 0.2 * look_at(0, face).sharpness


def test_frames_are_seen_at_their_own_times(film: Path) -> None:
    """About two a second, and each is what the film shows then."""
    seen = list(samples(film, 500, 320, CancelToken()))
    times = [at for at, _ in seen]
    assert all(500 <= later - at <= 700 for at, later in pairwise(times))
    assert times[0] == 0
    assert times[-1] > LONG - 700
    lit = [(at, grey) for at, grey in seen if part_of(at) in ("soft", "sharp", "tinted")]
    for at, grey in lit[::2]:
        exact = frame_at(film, at).convert("L").resize((320, 180), Image.Resampling.BOX)
        assert grey.shape == (180, 320)
        assert np.abs(grey.astype(float) - np.asarray(exact, dtype=float)).mean() < 3


def test_near_key_frames_are_enough(film: Path, tmp_path: Path) -> None:
    """With two key frames a second only they are looked at, and the same moment is chosen."""
    keyed = tmp_path / "keyed.mp4"
    run(["-i", str(film), "-c:v", "libx264", "-crf", "12", "-g", "12", "-sc_threshold", "0", str(keyed)])
    keys = key_times(keyed)
    assert keys == tuple(range(0, LONG, 480))
    assert [at for at, _ in samples(keyed, 500, 320, CancelToken())] == list(keys[::2])
    assert [at for at, _ in samples(keyed, 480, 320, CancelToken())] == list(keys)
    assert part_of(best_moment(keyed, Marks())) == "sharp"
    assert key_times(film) == tuple(range(0, LONG, 2000))


def test_the_scripts_own_time_wins(film: Path, tmp_path: Path) -> None:
    """Also the very last moment, and one between two frames."""
    for at in (SECOND["soft"] + 333, LONG - 1):
        chosen = poster(film, tmp_path / "a.png", PosterForm(640, 360, "png"), at)
        assert chosen.at_ms == at
        with Image.open(chosen.path) as picture:
            assert picture.format == "PNG"
            assert np.array_equal(np.asarray(picture), np.asarray(frame_at(film, at // 40 * 40)))


def test_a_poster_keeps_to_its_form(film: Path, tmp_path: Path) -> None:
    """Inside the size in the film's shape, within the bytes, never enlarged; nothing but a picture in it."""
    small = made(film, tmp_path / "a.jpg", Marks(), PosterForm(320, 320, "jpg", 6000))
    assert small.width / small.height == pytest.approx(16 / 9, rel=0.02)
    assert small.path.stat().st_size <= 6000
    tight = made(film, tmp_path / "b.png", Marks(), PosterForm(1920, 1920, "png", 90_000))
    assert tight.path.stat().st_size <= 90_000
    assert tight.width < 640
    large = made(film, tmp_path / "c.jpg", Marks(), PosterForm(1920, 1080))
    with Image.open(large.path) as picture:
        assert (picture.format, picture.size, len(picture.getexif())) == ("JPEG", (640, 360), 0)
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_same_film_gives_the_same_bytes(film: Path, tmp_path: Path) -> None:
    """So that nothing is sent out anew where nothing changed."""
    one, two = (made(film, tmp_path / name, Marks()).path.read_bytes() for name in ("a.jpg", "b.jpg"))
    assert one == two


def test_no_picture_is_small_enough(film: Path, tmp_path: Path) -> None:
    """An impossible limit is said, and nothing is written."""
    with pytest.raises(HosoError, match="at most 20 bytes"):
        made(film, tmp_path / "a.jpg", Marks(), PosterForm(320, 320, "jpg", 20))
    assert not list(tmp_path.iterdir())


def test_the_search_can_be_stopped(film: Path) -> None:
    """Cancelled before the next frame."""
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        sights(film, token)


def test_what_is_no_film_is_said(tmp_path: Path) -> None:
    """With its name."""
    path = tmp_path / "a.mp4"
    path.write_bytes(b"no film")
    with pytest.raises(HosoError, match=r"a\.mp4 can't be read"):
        made(path, tmp_path / "a.jpg", Marks())


def test_forms_are_the_channels_facts() -> None:
    """A size, kind and weight of their own, or the raster as a JPEG."""
    catalog = Catalog.load()
    forms = {
        name: poster_form(catalog.channel(name), catalog.picture(catalog.channel(name)))
        for name in ("telegram", "youtube", "reels", "x")
    }
    assert forms["telegram"] == PosterForm(320, 320, "jpg", 200_000)
    assert forms["youtube"] == PosterForm(1280, 720, "jpg", 2_000_000)
    assert forms["reels"] == PosterForm(1080, 1920)
    assert forms["x"] == PosterForm(1280, 720)


def test_marks_come_from_timeline_and_cues() -> None:
    """Crossfades, fading cues and names unsettle; cards are plain; a cue's whole time is subtitled."""
    name = LowerThird(name=Texts(ko="김철수"), at=1, seconds=2)
    card = PlacedScene(0, CardScene(card="title"), 0, 3000, 0, 600, ())
    footage = PlacedScene(1, FootageScene(footage="a.mp4", lower_third=name), 2400, 4000, 600, 0, ())
    timeline = Timeline((card, footage), (), (), None, 6400)
    marks = marks_of(timeline, [Cue(3000, 5000, "말")], (100, 200))
    unsettled = {stretch for stretch in marks.unsettled if stretch[0] < stretch[1]}
    assert unsettled == {(2400, 3000), (3000, 3100), (4800, 5000), (3400, 3700), (5100, 5400)}
    assert marks.subtitled == ((3000, 5000),)
    assert marks.plain == ((0, 3000),)


def test_a_time_after_the_end_has_its_place(tmp_path: Path) -> None:
    """Said at the key, with what the programme lasts."""
    (tmp_path / "scripts").mkdir()
    path = tmp_path / "scripts" / "m.yaml"
    path.write_text("title: {ko: 가}\nposter: 0:12.5\nscenes: [{card: title}]\n", "utf-8")
    script = read_message(path, Project(tmp_path))
    assert poster_problem(script, 12_501) is None
    problem = poster_problem(script, 12_500)
    assert problem is not None
    assert (problem.line, problem.column) == (2, 9)
    assert "0:12.500" in problem.message


def test_key_frames_are_spread_over_the_film(film: Path) -> None:
    """The one before each moment, never a later one; small, in the film's shape."""
    assert evenly(LONG, 5) == (1000, 3000, 5000, 7000, 9000)
    seen = list(key_frames(film, 7, 320, CancelToken()))
    assert [at for at, _ in seen] == [at // 2000 * 2000 for at in evenly(LONG, 7)]
    assert {picture.size for _, picture in seen} == {(320, 180)}


def test_a_contact_sheet_has_frames_and_readable_times(film: Path, tmp_path: Path) -> None:
    """In rows, each frame the film's at its time, a label below it in letters that stand out."""
    contact_sheet(film, 5, tmp_path / "sheet.jpg", faces(), CancelToken())
    with Image.open(tmp_path / "sheet.jpg") as picture:
        sheet = picture.convert("RGB")
    assert sheet.size == (12 + 4 * 332, 12 + 2 * 222)
    for number, at in enumerate(SECOND.values()):
        left, top = 12 + number % 4 * 332, 12 + number // 4 * 222
        there = sheet.crop((left, top, left + 320, top + 180))
        wanted = frame_at(film, at).resize((320, 180), Image.Resampling.LANCZOS)
        assert np.abs(np.asarray(there, dtype=float) - np.asarray(wanted, dtype=float)).mean() < 6
        label = np.asarray(sheet.crop((left, top + 182, left + 320, top + 212)).convert("L"))
        assert (label > 200).sum() > 60
