"""A message rendered whole, and again: the film, what is reused, what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import av
import numpy as np
import pyloudnorm
import pysrt
import pytest

from hoso.base.events import Event, Miss, Stage, Step
from hoso.base.jobs import CancelToken
from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.pipeline.render import render_all
from hoso.pipeline.request import Outcome, Request
from hoso.render.encode import STAGE
from hoso.voice.booth import STAGE as VOICE
from tests.film_reader import BT709, LIMITED, read_film, read_sound
from tests.pipeline.pipeline_material import LENGTHS, render


class Ear:
    """Counts encoded and reused segments, and keeps the reasons of misses."""

    def __init__(self) -> None:
        self.encoded = 0
        self.reused = 0
        self.reasons: list[str] = []

    def __call__(self, event: Event) -> None:
        """Hear an event."""
        if isinstance(event, Step) and event.stage == STAGE:
            self.reused += event.reused
            self.encoded += not event.reused
        if isinstance(event, Miss):
            self.reasons.append(event.reason)


def test_the_film_is_what_was_promised(rendered: tuple[Project, Outcome]) -> None:
    """Size, frames, length, colours, both ends, faststart; opened by another reader than wrote it."""
    _, outcome = rendered
    (made,) = outcome.renditions
    assert outcome.problems == ()
    assert made.path.name == "tiny.mp4"
    assert made.bytes == made.path.stat().st_size
    facts = read_film(made.path)
    assert (facts.size, facts.rate) == ((480, 270), 25)
    assert facts.tones == (BT709, BT709, BT709, LIMITED)
    assert facts.sound == ("aac", 48_000, "stereo")
    assert len(facts.times) * 40 == made.duration_ms
    assert len(facts.steps) == 1
    assert abs(facts.end_of_sound - made.duration_ms / 1000) <= 0.04
    data = made.path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert b"elst" not in data


def test_loudness_is_met(rendered: tuple[Project, Outcome]) -> None:
    """An independent meter reads the channel's loudness on what a player decodes, under its peak."""
    _, outcome = rendered
    (made,) = outcome.renditions
    samples = read_sound(made.path)
    assert abs(pyloudnorm.Meter(48_000).integrated_loudness(samples) + 16) <= 0.5
    assert np.abs(samples).max() <= 10 ** (-1 / 20)
    assert made.true_peak <= -1


def test_the_voice_is_heard_where_its_cue_is_seen(rendered: tuple[Project, Outcome]) -> None:
    """Every line's sound begins within two frames of its first cue; at a cut the eye may be 200 ms ahead."""
    project, outcome = rendered
    (made,) = outcome.renditions
    cues = pysrt.open(str(project.subtitles / "message.ko.srt"), encoding="utf-8")
    assert " ".join(cue.text.replace("\n", " ") for cue in cues) == (
        "무의미하게 죽지 마십시오. 살아야 합니다. 항복하십시오! 음식과 온기를 드릴 것입니다."
    )
    samples = read_sound(made.path)[:, 0]
    speech = np.abs(samples) > 0.25
    for cue, ahead in ((cues[0], 0), (cues[2], 0), (cues[3], 200)):
        begin = (cue.start.ordinal + ahead) * 48
        loud = np.flatnonzero(speech[begin - 4800 : begin + 14_400]) - 4800
        assert loud.size > 500
        assert -2 * 40 * 48 <= loud[0] <= 3 * 40 * 48
    assert cues[-1].end.ordinal <= made.duration_ms


def test_nothing_changed_makes_nothing_new(warm: Project) -> None:
    """The second render reuses every segment and gives the same file, byte for byte."""
    first = render(warm)
    before = first.renditions[0].path.read_bytes()
    ear = Ear()
    again = render(warm, ear)
    assert ear.encoded == 0
    assert again.renditions[0].path.read_bytes() == before


def test_an_edited_cue_is_burned_and_costs_only_its_segments(warm: Project) -> None:
    """An editor moves one cue by 120 ms: its file is kept as it is and one or two segments are encoded."""
    render(warm)
    path = warm.subtitles / "message.ko.srt"
    cues = pysrt.open(str(path), encoding="utf-8")
    cues[2].shift(milliseconds=120)
    cues.save(str(path), encoding="utf-8")
    edited = path.read_bytes()
    ear = Ear()
    outcome = render(warm, ear, explain=True)
    assert 1 <= ear.encoded <= 2
    assert set(ear.reasons) == {"a subtitle here has changed"}
    assert path.read_bytes() == edited
    assert not outcome.failed


def test_a_moved_cue_costs_the_gops_at_its_ends(project: Project) -> None:
    """With GOPs of 0.4 s: those where it comes and goes, before and now, and none in between."""
    path = project.channels / "profiles" / "tiny.yaml"
    path.write_text(path.read_text("utf-8").replace("gop_ms: 2000", "gop_ms: 400"), "utf-8")
    render(project)
    subtitles = project.subtitles / "message.ko.srt"
    cues = pysrt.open(str(subtitles), encoding="utf-8")
    longest = max(cues, key=lambda cue: cue.duration.ordinal)
    assert longest.duration.ordinal > 1600
    longest.shift(milliseconds=40)
    cues.save(str(subtitles), encoding="utf-8")
    ear = Ear()
    outcome = render(project, ear)
    assert 1 <= ear.encoded <= 4
    assert ear.reused > 30
    assert not outcome.failed


def test_what_cannot_be_encoded_fails_alone(project: Project, material: Path) -> None:
    """Footage that goes away meanwhile: its message is not made and says so, the next one is rendered."""
    footage = project.root / "videos" / "gone.mp4"
    project.videos.unlink()
    shutil.copytree(material, project.videos)
    shutil.copy(project.videos / "겨울 들판's 1.mp4", footage)
    script = project.scripts / "message.yaml"
    script.write_text(script.read_text("utf-8").replace("겨울 들판's 1.mp4", "gone.mp4"), "utf-8")
    other = project.scripts / "other.yaml"
    other.write_text("title: {ko: 가}\nscenes: [{card: title, seconds: 1}]\n", "utf-8")

    def take_away(event: Event) -> None:
        if isinstance(event, Stage) and event.name == STAGE:
            footage.unlink(missing_ok=True)

    request = Request(scripts=(script, other), workers=2)
    outcome = render_all(project, request, CancelToken(), take_away)
    assert [made.message for made in outcome.renditions] == ["other"]
    assert outcome.failed
    assert any("ffmpeg failed" in problem.message for problem in outcome.problems)


def test_a_draft_touches_no_release(project: Project) -> None:
    """--draft: a folder of its own; a raster as small as this one keeps its size."""
    outcome = render(project, draft=True)
    (made,) = outcome.renditions
    assert made.path == project.outputs / "drafts" / "message" / "ko" / "tiny.mp4"
    assert not (project.outputs / "message").exists()
    assert read_film(made.path).size == (480, 270)


def test_what_is_wrong_is_said_before_anything_is_made(project: Project) -> None:
    """Two mistakes in the script: both named, with their places, and no output."""
    path = project.scripts / "message.yaml"
    text = path.read_text("utf-8").replace("camp.png", "kamp.png").replace("seconds: 0.4", "secnds: 0.4")
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        render(project)
    assert any("secnds" in problem.message for problem in caught.value.problems)
    assert not project.outputs.exists()


def test_words_longer_than_their_scene_are_refused(project: Project) -> None:
    """A fixed `to` that the spoken words overrun: an error at that line of the script."""
    path = project.scripts / "message.yaml"
    path.write_text(path.read_text("utf-8").replace("from: 0:00.4", "from: 0:00.4\n    to: 0:03"), "utf-8")
    with pytest.raises(InputError) as caught:
        render(project)
    (problem,) = caught.value.problems
    assert problem.line == 8
    assert "the words need" in problem.message


def test_a_message_too_long_for_a_channel_withholds_that_channel(warm: Project) -> None:
    """The other channel is made all the same."""
    brief = (warm.channels / "tiny.yaml").read_text("utf-8").replace("name: tiny\n", "name: brief\n")
    limit = "max_seconds: {value: 5, source: test, checked: 2026-11-21}\n"
    (warm.channels / "brief.yaml").write_text(brief + limit, "utf-8")
    settings = warm.settings.read_text("utf-8").replace("[tiny]", "[brief, tiny]")
    warm.settings.write_text(settings, "utf-8")
    outcome = render(warm)
    assert [made.channel for made in outcome.renditions] == ["tiny"]
    assert outcome.failed
    assert "at most 5 s" in outcome.problems[0].message


def test_the_lengths_are_those_of_the_voice(rendered: tuple[Project, Outcome]) -> None:
    """The programme is as long as its card, its words, the pauses and the fade ask."""
    _, outcome = rendered
    words = sum(LENGTHS.values())
    assert words + 1 < outcome.renditions[0].duration_ms / 1000 < words + 4


def test_all_editions_are_spoken_before_any_picture_is_made(project: Project, material: Path) -> None:
    """A voice's model and the pictures are never in memory together."""
    project.videos.unlink()
    shutil.copytree(material, project.videos)
    takes = project.videos / "message"
    shutil.copyfile(takes / "second.ko.wav", takes / "second.ru.wav")
    said = "{id: second, ko: 항복하십시오!, ru: Сдавайтесь!}"
    (project.scripts / "message.yaml").write_text(
        "title: {ko: 시험, ru: Проба}\n"
        "editions: [{voice: ko, subtitles: ko}, {voice: ru, subtitles: ru}]\n"
        f"scenes: [{{image: camp.png, motion: none, say: [{said}]}}]\n",
        "utf-8",
    )
    stages: list[str] = []
    outcome = render(
        project, lambda event: stages.append(event.name) if isinstance(event, Stage) else None, draft=True
    )
    assert [made.edition for made in outcome.renditions] == ["ko", "ru"]
    assert stages[:2] == ["voice", "voice"]
    assert stages.count("voice") == 2
    assert stages.count(STAGE) == 2


CLIP = """\
import numpy as np
from moviepy import VideoClip

def glow(size, duration):
    def frame(t):
        return np.full((size[1], size[0], 3), (20, 40 + int(150 * t / duration), 60), dtype=np.uint8)
    return VideoClip(frame, duration=duration)
"""
SCENES = """\
  - clip: glow.py:glow
    seconds: 1
  - card: steps
    heading: {ko: 투항하는 방법}
    items: [{ko: 무기를 버리십시오}, {ko: 흰 천을 드십시오}]
    say: [{id: second, ko: 항복하십시오!}]
  - footage: "겨울 들판's 1.mp4"
    to: 0:02.4
    sound: under
    fit: blur
    speed: 1.5
    lower_third: {name: {ko: 김철수}, role: {ko: 자원봉사자}, at: 0, seconds: 1}
  - card: contact
    seconds: 1
"""


def test_every_kind_of_scene_is_rendered(project: Project, material: Path, tmp_path: Path) -> None:
    """A user's own clip, steps, a lower third over footage with its sound under, and the contact card."""
    project.videos.unlink()
    shutil.copytree(material, project.videos)
    (project.videos / "glow.py").write_text(CLIP, "utf-8")
    script = project.scripts / "message.yaml"
    script.write_text("title: {ko: 시험}\nmusic: {file: music.wav}\nscenes:\n" + SCENES, "utf-8")
    with pytest.raises(InputError, match="allow_clips"):
        render(project)
    project.settings.write_text(project.settings.read_text("utf-8") + "allow_clips: true\n", "utf-8")
    outcome = render(project)
    assert [problem for problem in outcome.problems if problem.level == "error"] == []
    with av.open(str(outcome.renditions[0].path)) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    assert len(frames) * 40 == outcome.renditions[0].duration_ms
    greens = [int(frames[number][130, 240, 1]) for number in (0, 12, 24)]
    assert greens[0] < greens[1] < greens[2]
    assert abs(greens[2] - greens[0] - 144) < 16


def test_editions_with_one_voice_are_spoken_once(project: Project) -> None:
    """Even where all is spoken anew: both have the same takes."""
    (project.scripts / "message.yaml").write_text(
        "title: {ko: 시험, ru: Проба}\n"
        "editions: [{voice: ko, subtitles: ko}, {voice: ko, subtitles: ru}]\n"
        "scenes:\n"
        "  - image: camp.png\n"
        "    say: [{id: third, ko: 음식과 온기를 드릴 것입니다., ru: Дадим еду и тепло.}]\n",
        "utf-8",
    )
    heard: list[Event] = []
    outcome = render(project, heard.append, draft=True, revoice=True)
    assert [made.edition for made in outcome.renditions] == ["ko", "ko-ru"]
    assert sum(isinstance(event, Step) and event.stage == VOICE for event in heard) == 1
