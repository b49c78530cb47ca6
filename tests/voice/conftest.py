"""What the voice's tests share: a message, a project folder, and one line really spoken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.script.model import Message
from hoso.script.scenes import CardScene
from hoso.script.values import Texts
from hoso.voice.kokoro_engine import KokoroEngine
from hoso.voice.takes import Speech, Surroundings, Utterance

KOREAN = "살아서 돌아가십시오. 전화하십시오!"


@pytest.fixture
def surroundings(tmp_path: Path) -> Surroundings:
    """An empty project with one message."""
    return surroundings_in(tmp_path)


def surroundings_in(root: Path) -> Surroundings:
    """A project in `root` with a message called `hello`."""
    message = Message(title=Texts(ko="안녕"), scenes=(CardScene(card="title"),))
    return Surroundings(
        Project(root), message.model_copy(update={"name": "hello", "path": root / "hello.yaml"})
    )


@pytest.fixture(scope="session")
def korean(tmp_path_factory: pytest.TempPathFactory) -> Speech:
    """Two Korean sentences, spoken by the embedded voice (about 4 s: the expensive thing)."""
    engine = KokoroEngine(surroundings_in(tmp_path_factory.mktemp("voice")), threads=1)
    utterance = Utterance("1", KOREAN, KOREAN, "ko", 1.0, engine.voices("ko")[0])
    return engine.speak(utterance, CancelToken())


@pytest.fixture
def utterance() -> Callable[[str], Utterance]:
    """Makes what an engine is asked to say, from plain Korean."""
    return lambda text: Utterance("1", text, text, "ko", 1.0, "com")
