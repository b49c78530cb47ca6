"""A synthesized voice's label in the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.captioning import styles_of
from hoso.pipeline.gather import gather
from hoso.pipeline.layout import lay_out
from hoso.pipeline.voicing import speak
from hoso.pipeline.workshop import open_workshop
from hoso.render.pictures import PlatesPicture, ScenePicture
from hoso.script.reader import read_message

CONTACT = "  - {card: contact, seconds: 3}\n"


def pictures(project: Project, *, synthetic: bool, more: str = "") -> Mapping[int, ScenePicture]:
    """What each scene of the message shows; its recordings count as a machine's where `synthetic`."""
    path = project.scripts / "message.yaml"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    script = read_message(path, project)
    catalog = Catalog.load(project)
    with open_workshop(project, script.settings, catalog, 1, CancelToken(), ignore) as shop:
        (edition,) = script.message.editions
        _, spoken = speak(shop, script, edition, revoice=False)
        layout = lay_out(shop, script, edition, spoken)
        assert not layout.timeline.synthetic
        takes = tuple(
            replace(placed, take=replace(placed.take, synthetic=synthetic))
            for placed in layout.timeline.takes
        )
        layout = replace(layout, timeline=replace(layout.timeline, takes=takes))
        return gather(shop, layout, catalog.profile("tiny"), styles_of(project, script.message))


def plates(picture: ScenePicture) -> tuple[str, ...]:
    """What a card's plates are made of."""
    assert isinstance(picture.base, PlatesPicture)
    return tuple(plate.content for plate in picture.base.plates)


def test_a_persons_voice_has_no_label(project: Project) -> None:
    """Neither over a scene nor on the contact card."""
    found = pictures(project, synthetic=False, more=CONTACT)
    assert not any(picture.overlays for picture in found.values())


def test_the_label_stands_on_the_contact_card(project: Project) -> None:
    """There alone: the card is drawn with it, everything else as without."""
    person = pictures(project, synthetic=False, more=CONTACT)
    machine = pictures(project, synthetic=True)
    assert plates(person[3]) != plates(machine[3])
    assert {n: picture for n, picture in person.items() if n != 3} == {
        n: picture for n, picture in machine.items() if n != 3
    }


@pytest.mark.parametrize("more", ["", CONTACT + "disclosure: {place: start}\n"])
def test_else_it_lies_over_the_first_seconds(project: Project, more: str) -> None:
    """Where there is no contact card, and where the script wants it first; the title makes room for it."""
    person = pictures(project, synthetic=False, more=more)
    machine = pictures(project, synthetic=True)
    (label,) = machine[0].overlays
    assert (label.at_ms, label.until_ms) == (0, 1000)
    assert (label.x, label.y) == (24, 14)
    assert plates(machine[0]) != plates(person[0])
    assert [machine[n] for n in list(machine)[1:]] == [person[n] for n in list(person)[1:]]


def test_a_script_can_turn_it_off(project: Project) -> None:
    """Then a machine's pictures are those of a person."""
    person = pictures(project, synthetic=False, more=CONTACT + "disclosure: off\n")
    assert pictures(project, synthetic=True) == person
