"""A message made ready to be timed: everything once, nothing twice, no cue burned in, no clip run."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from hoso.base.events import Event, Step, ignore
from hoso.base.jobs import Cancelled, CancelToken
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.activity import voice_activity
from hoso.pipeline.boards import Boards
from hoso.pipeline.previewing import Preview, preview
from hoso.pipeline.shapes import kept_video, plan_key
from hoso.render.encode import STAGE
from hoso.sound.peaks import LARGEST, RATE
from hoso.subtitles.files.reading import read
from tests.film_reader import read_film, read_sound
from tests.pipeline.pipeline_material import LENGTHS, PROFILE, make_project

SIZES = {"large": (640, 360), "huge": (960, 540)}
"""Both are 640x360 to work with."""
FOOTAGE = """\
title: {ko: 조선인민군 군인 여러분에게}
disclosure: off
scenes:
  - footage: "겨울 들판's 1.mp4"
    say: [{id: second, ko: 항복하십시오!}]
"""


class Ear:
    """Counts segments that are encoded."""

    def __init__(self) -> None:
        self.encoded = 0

    def __call__(self, event: Event) -> None:
        """Hear an event."""
        if isinstance(event, Step) and event.stage == STAGE and not event.reused:
            self.encoded += 1


def previewed(
    project: Project, edition: str | None = None, token: CancelToken | None = None
) -> tuple[Preview, int]:
    """A preview, and how many segments it encoded."""
    ear = Ear()
    made = preview(project, project.scripts / "message.yaml", edition, token or CancelToken(), ear)
    return made, ear.encoded


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory, material: Path) -> tuple[Project, Preview]:
    """The message, previewed once for the tests that only look."""
    project = make_project(tmp_path_factory.mktemp("project"), material)
    return project, previewed(project)[0]


def test_the_film_is_whole_and_bare(ready: tuple[Project, Preview]) -> None:
    """All frames, small, with the final sound; where a cue is due there is none."""
    project, made = ready
    assert (made.message, made.edition) == ("message", "ko")
    facts = read_film(made.videos["tiny"])
    assert facts.size == (480, 270)
    assert len(facts.times) * 40 == made.duration_ms
    assert sum(LENGTHS.values()) + 1 < made.duration_ms / 1000 < sum(LENGTHS.values()) + 4
    assert np.abs(read_sound(made.videos["tiny"])).max() > 0.25
    cue = read(project.subtitles / "message.ko.srt").cues[-1]
    with av.open(str(made.videos["tiny"])) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    shown = frames[(cue.start_ms + 400) // 40][210:265, 60:420].astype(int)
    # The still is a ramp from left to right: type would be far brighter than what is beside it.
    assert np.abs(np.diff(shown, axis=1)).max() < 24


def test_files_are_settled(ready: tuple[Project, Preview]) -> None:
    """As by a render: the subtitle file is there, the outputs are not touched."""
    project, _ = ready
    assert len(read(project.subtitles / "message.ko.srt").cues) == 4
    assert (project.subtitles / ".base" / "message.ko.json").is_file()
    assert not project.outputs.exists()


def test_a_second_time_costs_nothing(ready: tuple[Project, Preview]) -> None:
    """The very same files, nothing encoded."""
    project, made = ready
    stamps = {path: path.stat().st_ino for path in made.videos.values()}
    again, encoded = previewed(project)
    assert encoded == 0
    assert again == made
    assert {path: path.stat().st_ino for path in again.videos.values()} == stamps


def test_a_moved_cue_costs_nothing(project: Project) -> None:
    """Nor does another wording of a subtitle."""
    made, first = previewed(project)
    assert first > 0
    path = project.subtitles / "message.ko.srt"
    text = (
        path.read_text("utf-8").replace("항복하십시오!", "항복하세요!").replace("00:00:01,", "00:00:01,1", 1)
    )
    path.write_text(text.replace(",1", ",", 1), "utf-8")
    again, encoded = previewed(project)
    assert encoded == 0
    assert again.videos == made.videos


def test_shapes_that_look_the_same_share_a_picture(project: Project) -> None:
    """Two sizes of one aspect: one film where nothing is drawn on it, two where a card is."""
    tiny = (project.channels / "tiny.yaml").read_text("utf-8")
    for name, (width, height) in SIZES.items():
        channel = tiny.replace("name: tiny\n", f"name: {name}\n").replace(
            "{value: tiny,", f"{{value: {name},"
        )
        (project.channels / f"{name}.yaml").write_text(channel, "utf-8")
        profile = PROFILE.replace("name: tiny", f"name: {name}").replace("width: 480", f"width: {width}")
        profile = profile.replace("height: 270", f"height: {height}").replace('level: "3.0"', 'level: "4.0"')
        (project.channels / "profiles" / f"{name}.yaml").write_text(profile, "utf-8")
    settings = project.settings.read_text("utf-8").replace("[tiny]", "[large, huge]")
    project.settings.write_text(settings, "utf-8")
    script = project.scripts / "message.yaml"
    whole = script.read_text("utf-8")
    script.write_text(FOOTAGE, "utf-8")
    made, _ = previewed(project)
    assert made.videos["large"] == made.videos["huge"]
    script.write_text(whole, "utf-8")
    made, _ = previewed(project)
    assert made.videos["large"] != made.videos["huge"]
    assert {read_film(path).size for path in made.videos.values()} == {(640, 360)}


def test_a_message_that_is_only_heard_has_a_picture_to_be_timed_on(project: Project) -> None:
    """As wide as most screens, with the sound of its channel."""
    settings = project.settings.read_text("utf-8").replace("[tiny]", "[loudspeaker]")
    project.settings.write_text(settings, "utf-8")
    (project.scripts / "message.yaml").write_text(FOOTAGE, "utf-8")
    made, _ = previewed(project)
    assert read_film(made.videos["wide"]).size == (640, 360)
    assert np.abs(read_sound(made.videos["wide"])).max() > 0.1


def test_what_is_kept_is_found_without_drawing(ready: tuple[Project, Preview]) -> None:
    """By what the film is made from; another wording of the script has no film yet."""
    project, made = ready
    board = Boards(project).board(project.scripts / "message.yaml", None, None)
    (shape,) = board.shapes
    plan = plan_key(board.shop, board.layout, shape)
    assert kept_video(board.shop.store, plan) == made.videos["tiny"]
    assert kept_video(board.shop.store, "0" * 64) is None


def test_speech_is_known(ready: tuple[Project, Preview]) -> None:
    """Every line is a stretch of it, as long as its recording."""
    project, _ = ready
    board = Boards(project).board(project.scripts / "message.yaml", None, None)
    spans = voice_activity(board.shop, board.layout.timeline)
    lengths = [(end - start) / 1000 for start, end in spans]
    assert lengths == pytest.approx(list(LENGTHS.values()), abs=0.15)
    assert board.activity == spans


def test_clips_are_never_run(project: Project, material: Path) -> None:
    """Not even where the project allows them on the command line; the scene's place is named."""
    project.videos.unlink()
    project.videos.mkdir()
    for file in material.iterdir():
        (project.videos / file.name).symlink_to(file)
    trap = project.root / "ran"
    code = f"from pathlib import Path\nPath({str(trap)!r}).touch()\ndef glow(size, duration): ...\n"
    (project.videos / "glow.py").write_text(code, "utf-8")
    project.settings.write_text(project.settings.read_text("utf-8") + "allow_clips: true\n", "utf-8")
    script = project.scripts / "message.yaml"
    script.write_text(script.read_text("utf-8") + "  - clip: glow.py:glow\n    seconds: 1\n", "utf-8")
    with pytest.raises(InputError, match="a clip can't be rendered from the studio") as caught:
        previewed(project)
    assert caught.value.problems[0].line == script.read_text("utf-8").count("\n") - 1
    assert not trap.exists()


def test_what_cannot_be_previewed_is_said(project: Project) -> None:
    """An edition that there is not, a script with a mistake, somebody who wants it to stop."""
    with pytest.raises(InputError, match="no script here has an edition ko-ru"):
        previewed(project, "ko-ru")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        preview(project, project.scripts / "message.yaml", None, token, ignore)
    script = project.scripts / "message.yaml"
    script.write_text(script.read_text("utf-8").replace("camp.png", "kamp.png"), "utf-8")
    with pytest.raises(InputError, match=r"kamp\.png"):
        previewed(project)


def test_peaks_are_those_of_the_programme(ready: tuple[Project, Preview]) -> None:
    """One for each hundredth of a second, the highest of them 127, low where only music plays."""
    from hoso.pipeline.timing import peaks_of

    project, made = ready
    board = Boards(project).board(project.scripts / "message.yaml", None, None)
    found = peaks_of(board)
    assert found is not None
    assert len(found[1]) == made.duration_ms * RATE // 1000
    assert max(found[1]) == LARGEST
    start, end = board.activity[0]
    assert max(found[1][start // 10 : end // 10]) > 3 * max(found[1][: start // 10 - 10])
