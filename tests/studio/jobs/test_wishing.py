"""Wishes that can't be granted are refused with all reasons; who may wish for what."""

from __future__ import annotations

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.studio.access.roles import Person, Role
from hoso.studio.jobs import wishing
from hoso.studio.jobs.queue import Wish
from tests.studio.jobs.jobs_material import fill


def refused(project: Project, wish: Wish) -> list[str]:
    """Why `wish` can't be granted."""
    try:
        wishing.demand_possible(fill(project), wish)
    except InputError as error:
        return [problem.message for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("wish", "reasons"),
    [
        (Wish("render", "quick", ("ko",), ("tiny",)), []),
        (Wish("preview", "quick", ("ko",)), []),
        (Wish("render", "quik"), ["there is no message quik"]),
        (Wish("render", "../quick"), ["there is no message ../quick"]),
        (
            Wish("render", "quick", ("ru",), ("large", "nowhere")),
            [
                "no script here is for large",
                "there is no channel nowhere",
                "no script here has an edition ru",
            ],
        ),
        (Wish("render", "broken"), ["there is no nowhere.png in videos/"]),
        (Wish("render", "clip"), ["a clip can't be rendered from the studio"]),
        (Wish("preview", "clip"), ["a clip can't be rendered from the studio"]),
    ],
)
def test_every_reason_is_told(project: Project, wish: Wish, reasons: list[str]) -> None:
    """Before anything is queued."""
    assert refused(project, wish) == reasons


def test_a_guess_is_told(project: Project) -> None:
    """The nearest name."""
    with pytest.raises(InputError) as told:
        wishing.demand_possible(fill(project), Wish("render", "quik"))
    assert told.value.problems[0].remedy == "Did you mean quick?"


@pytest.mark.parametrize(
    ("role", "wish", "may"),
    [
        (Role.PRODUCER, Wish("render", "m"), True),
        (Role.OWNER, Wish("render", "m", revoice=True), True),
        (Role.EDITOR, Wish("render", "m"), False),
        (Role.EDITOR, Wish("render", "m", urgent=True), True),
        (Role.EDITOR, Wish("render", "m", urgent=True, revoice=True), False),
        (Role.EDITOR, Wish("preview", "m"), True),
        (Role.ADMIN, Wish("preview", "m"), False),
        (Role.ADMIN, Wish("render", "m", urgent=True), False),
    ],
)
def test_who_may_wish_for_what(role: Role, wish: Wish, may: bool) -> None:
    """Editors: what they wait for, and never another voice."""
    assert wishing.may_wish(Person(1, "A", role), wish) is may


def test_there_is_to_choose_from(project: Project) -> None:
    """Editions with their languages, channels with their titles."""
    found = wishing.choices(fill(project), "long")
    assert [(each.name, each.voice, each.subtitles) for each in found.editions] == [("ko", "ko", ("ko",))]
    assert found.channels == (("tiny", "A small screen"), ("large", "A small screen"))
