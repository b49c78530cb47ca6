"""The volunteer's own voice: what is said in volunteer.mp4, spoken by the embedded voice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.script.model import Message, VoiceChoice
from hoso.script.scenes import CardScene
from hoso.script.values import Texts
from hoso.voice.booth import LineToSay, Part, record
from samples.foley import RATE, Sound

LEAD, PAUSE, TAIL = 0.7, 0.5, 0.9
"""Seconds before the first line, between two, after the last."""
WORDS = (
    "여러분이 공포와 추위와 굶주림 속에서 살 까닭이 없습니다.",
    "여러분에게는 자기 삶을 꾸려 갈 자유와 권리가 있습니다.",
    "우리는 여러분이 새 삶을 시작하도록 도울 것입니다.",
)


@dataclass(frozen=True)
class Spoken:
    """A speech: its sound at RATE, and where each line begins and ends in seconds."""

    sound: Sound
    lines: tuple[tuple[float, float], ...]


def speech(root: Path) -> Spoken:
    """Speak WORDS one after the other; takes are kept in the project at `root`."""
    choice = VoiceChoice(engine="kokoro", fallback=None, name="jm_kumo")
    message = Message(title=Texts(ko="자원봉사자"), scenes=(CardScene(card="title"),), voice=choice)
    lines = [LineToSay(str(number + 1), text) for number, text in enumerate(WORDS)]
    part = Part("ko", lines, choice, {}, Project(root), message)
    takes = record(part, revoice=False, listen=ignore, token=CancelToken()).takes
    sounds, places, at = [np.zeros(round(LEAD * RATE))], [], LEAD
    for take in takes:
        sound, _ = soundfile.read(take.path, dtype="float64")
        places.append((at, at + len(sound) / RATE))
        sounds += [sound, np.zeros(round(PAUSE * RATE))]
        at += len(sound) / RATE + PAUSE
    sounds.append(np.zeros(round((TAIL - PAUSE) * RATE)))
    return Spoken(np.concatenate(sounds), tuple(places))
