"""The lines of an edition as the voice room wants them, and back as the timeline wants them."""

from __future__ import annotations

from hoso.base.problems import Problem
from hoso.pipeline.workshop import Workshop
from hoso.script.disclosure import spoken_disclosure
from hoso.script.model import Edition, VoiceChoice
from hoso.script.reader import Script
from hoso.timeline.plan import Estimate, LineAddress, Spoken
from hoso.voice.booth import LineToSay, Part, Recording, dismiss, find_takes, input_problems, record
from hoso.voice.pace import estimate_ms
from hoso.voice.takes import Take


def part_of(shop: Workshop, script: Script, edition: Edition) -> Part:
    """What the voice of `edition` has to say."""
    message = script.message
    texts = [(line.id, line.spoken(edition.voice) or "") for scene in message.scenes for line in scene.say]
    lines = [LineToSay(name or str(number), text) for number, (name, text) in enumerate(texts, start=1)]
    return Part(edition.voice, lines, message.voice, message.say_as, shop.project, message)


def addresses(script: Script) -> list[LineAddress]:
    """Where each spoken line stands in the script, in the order in which they are spoken."""
    return [
        (scene_index, line_index)
        for scene_index, scene in enumerate(script.message.scenes)
        for line_index in range(len(scene.say))
    ]


def speak(shop: Workshop, script: Script, edition: Edition, *, revoice: bool) -> tuple[Recording, Spoken]:
    """Every line of `edition` spoken, now or before. Raises as the booth does."""
    recording = record(part_of(shop, script, edition), revoice=revoice, listen=shop.listen, token=shop.token)
    return recording, dict(zip(addresses(script), recording.takes, strict=True))


def rest(shop: Workshop, script: Script, edition: Edition, recording: Recording) -> None:
    """Nothing more is spoken for now: what only speaking needs is let go of."""
    dismiss(part_of(shop, script, edition), recording)


def speak_closing(shop: Workshop, script: Script, edition: Edition, recording: Recording) -> Take | None:
    """What tells listeners that nobody of flesh and blood speaks, in the voice of `recording`.

    None where a person speaks, or the script has turned it off.
    """
    text = spoken_disclosure(script.message, edition.voice)
    if text is None or not any(take.synthetic for take in recording.takes):
        return None
    message = script.message
    voice = VoiceChoice(
        engine=recording.engine, fallback=None, name=recording.voice, speed=message.voice.speed
    )
    part = Part(edition.voice, [LineToSay("disclosure", text)], voice, message.say_as, shop.project, message)
    return record(part, revoice=False, listen=shop.listen, token=shop.token).takes[0]


def foresee(shop: Workshop, script: Script, edition: Edition) -> tuple[Spoken, tuple[Problem, ...]]:
    """The kept takes, with estimates for lines that have none; and what is wrong with the voice's input."""
    part = part_of(shop, script, edition)
    problems = input_problems(part)
    takes = (None,) * len(part.lines) if problems else find_takes(part)
    spoken = {
        address: take
        or Estimate(
            estimate_ms(
                line.text, edition.voice, speed=script.message.voice.speed, say_as=script.message.say_as
            )
        )
        for address, take, line in zip(addresses(script), takes, part.lines, strict=True)
    }
    return spoken, problems
