"""The timing routes, one by one."""

from __future__ import annotations

from hoso.studio.access.roles import Role
from tests.studio.conftest import As
from tests.studio.timing.material import Timed

ROOT = "/api/messages/appeal/timing/ko"


def test_everything_to_begin_with(timed_message: Timed, client_as: As) -> None:
    """The facts of a previewed message."""
    got = client_as(Role.EDITOR).get(ROOT)
    assert got.status_code == 200, got.text
    facts = got.json()
    print(facts)
    assert facts["state"] == "ready"
