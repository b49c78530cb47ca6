"""The fixtures are what they say."""

from __future__ import annotations

from tests.studio.timing.material import MANY, Timed


def test_the_message_can_be_timed(timed_message: Timed) -> None:
    """Four cues in the file."""
    assert len(timed_message.cues) == 4


def test_the_long_message_is_long(long_message: Timed) -> None:
    """Three thousand cues in the file."""
    assert len(long_message.cues) == MANY
