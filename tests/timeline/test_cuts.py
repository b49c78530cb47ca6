"""What is optional goes in the script's order, and only as far as it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.script.model import Message
from hoso.timeline.cuts import orders, shortest_fit, without
from hoso.timeline.plan import Estimate, Spoken, plan

MESSAGE = Message.model_validate(
    {
        "title": {"ko": "제목"},
        "scenes": [
            {"image": "a.jpg", "optional": 3, "say": [{"ko": "하나"}]},
            {
                "image": "b.jpg",
                "transition": {"kind": "fade", "seconds": 0.4},
                "say": [{"ko": "둘", "optional": 1}, {"ko": "셋"}, {"ko": "넷", "optional": 2}],
            },
            {"card": "contact", "say": [{"ko": "다섯"}]},
        ],
    }
)
SPOKEN: Spoken = {
    (0, 0): Estimate(1000),
    (1, 0): Estimate(2000),
    (1, 1): Estimate(3000),
    (1, 2): Estimate(4000),
    (2, 0): Estimate(5000),
}


@pytest.mark.parametrize(
    ("upto", "said"),
    [
        (0, ["하나", "둘", "셋", "넷", "다섯"]),
        (1, ["하나", "셋", "넷", "다섯"]),
        (2, ["하나", "셋", "다섯"]),
        (3, ["셋", "다섯"]),
    ],
)
def test_what_goes(upto: int, said: list[str]) -> None:
    """1 first, then 2; a scene goes with its lines; every line that is left keeps its own take."""
    message, spoken = without(MESSAGE, SPOKEN, upto)
    assert [line.ko for scene in message.scenes for line in scene.say] == said
    lengths = {"하나": 1000, "둘": 2000, "셋": 3000, "넷": 4000, "다섯": 5000}
    assert [take.duration_ms for _, take in sorted(spoken.items())] == [lengths[word] for word in said]


def test_a_cut_can_be_laid_out() -> None:
    """Without its first scene a message begins without a fade, and is shorter."""
    assert orders(MESSAGE) == (1, 2, 3)
    whole, _ = plan(MESSAGE, SPOKEN, lambda _: 0, Path)
    short, _ = plan(*without(MESSAGE, SPOKEN, 3), lambda _: 0, Path)
    assert short.scenes[0].fade_in_ms == 0
    assert short.duration_ms < whole.duration_ms


def test_only_as_much_as_must_go() -> None:
    """The first cut that fits; nothing where the whole fits, None where nothing does."""
    assert shortest_fit(MESSAGE, lambda upto: upto >= 2) == 2
    assert shortest_fit(MESSAGE, lambda _: True) == 0
    assert shortest_fit(MESSAGE, lambda _: False) is None


def test_a_message_of_optional_scenes_alone_stays() -> None:
    """Something must be shown."""
    message = MESSAGE.model_copy(update={"scenes": MESSAGE.scenes[:1]})
    assert without(message, {(0, 0): Estimate(1000)}, 3)[0] == message
