"""One message for channels of every kind: shorter cuts, byte budgets, old telephones, loudspeakers."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from hoso.base.project import Project
from tests.film_reader import read_film
from tests.pipeline.pipeline_material import CHANNEL, SCRIPT, render


def channel(project: Project, name: str, **facts: object) -> None:
    """A channel like the small one, with other facts."""
    lines = [f"{key}: {{value: {value}, source: test, checked: 2026-11-21}}" for key, value in facts.items()]
    text = CHANNEL.replace("name: tiny", f"name: {name}") + "\n".join(lines) + "\n"
    (project.channels / f"{name}.yaml").write_text(text, "utf-8")


def script(project: Project, channels: str, text: str = SCRIPT) -> Path:
    """The message, for other channels."""
    path = project.scripts / "message.yaml"
    path.write_text(f"channels: [{channels}]\n{text}", "utf-8")
    return path


OPTIONAL = SCRIPT.replace("id: second,", "id: second, optional: 1,").replace(
    "  - image: camp.png\n", "  - image: camp.png\n    optional: 2\n"
)


def test_a_channel_that_takes_less_gets_less(warm: Project) -> None:
    """What is optional goes in its order; the other channel's film is whole; an editor's edit is in both."""
    channel(warm, "brief", max_seconds=7)
    script(warm, "tiny, brief", OPTIONAL)
    render(warm, channels=("tiny",))
    path = warm.subtitles / "message.ko.srt"
    path.write_text(path.read_text("utf-8").replace("살아야 합니다.", "살아야만 합니다."), "utf-8")
    outcome = render(warm)
    assert [problem for problem in outcome.problems if problem.level == "error"] == []
    lengths = {made.channel: made.duration_ms for made in outcome.renditions}
    assert lengths["brief"] <= 7000 < lengths["tiny"]
    for made in outcome.renditions:
        facts = read_film(made.path)
        assert len(facts.times) * 40 == made.duration_ms
        assert abs(facts.end_of_sound - made.duration_ms / 1000) <= 0.04


def test_one_channels_limit_is_its_own(warm: Project) -> None:
    """Where even the shortest cut is too long that channel has no file, and the other one has."""
    channel(warm, "brief", max_seconds=2)
    path = script(warm, "tiny, brief", OPTIONAL)
    outcome = render(warm)
    assert [made.channel for made in outcome.renditions] == ["tiny"]
    (problem,) = [problem for problem in outcome.problems if problem.level == "error"]
    assert problem.place.startswith(f"{path}:1:18")
    assert "at most 2 s" in problem.message


def test_a_byte_budget_is_met(warm: Project) -> None:
    """A film over its budget is made coarser until it fits; one that never could is withheld."""
    channel(warm, "card", target_bytes=350_000)
    channel(warm, "stamp", max_bytes=20_000)
    script(warm, "tiny, card, stamp")
    outcome = render(warm)
    sizes = {made.channel: made.bytes for made in outcome.renditions}
    assert sizes["card"] <= 350_000 < sizes["tiny"]
    assert sizes.keys() == {"tiny", "card"}
    assert any("0.0 MB is the limit" in problem.message for problem in outcome.problems)


def test_an_old_telephone_and_a_loudspeaker(project: Project) -> None:
    """3GP with MPEG-4 and AAC; WAV and MP3 without a picture, without the music; opened by another reader."""
    script(project, "oldphone, loudspeaker")
    outcome = render(project)
    assert not outcome.failed
    files = {made.path.name: made for made in outcome.renditions}
    assert files.keys() == {"oldphone.3gp", "loudspeaker.wav", "loudspeaker.mp3"}
    for name, codecs in {
        "oldphone.3gp": ["mpeg4", "aac"],
        "loudspeaker.wav": ["pcm_s16le"],
        "loudspeaker.mp3": ["mp3float"],
    }.items():
        with av.open(str(files[name].path)) as container:
            assert [stream.codec_context.name for stream in container.streams] == codecs
            assert container.duration is not None
            assert container.duration / 1e6 == pytest.approx(files[name].duration_ms / 1000, abs=0.1)
        assert files[name].lufs == pytest.approx(-16, abs=0.5)
        assert b"Lavf" not in files[name].path.read_bytes()
    again = render(project)
    assert [made.path.read_bytes() for made in again.renditions] == [
        made.path.read_bytes() for made in outcome.renditions
    ]
