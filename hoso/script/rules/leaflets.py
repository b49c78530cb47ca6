"""A leaflet that has something to say, and a way to answer."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.problems import Problem
from hoso.script.rules.desk import Desk
from hoso.script.scenes import CardScene


def leaflet(desk: Desk) -> Iterator[Problem]:
    """Guarantees or steps, and a contact. Whether the words fit depends on the type: hoso/release/leaflet."""
    printed = desk.message.printed
    if printed is None:
        return
    steps = any(card.card == "steps" and card.items for _, card in desk.scenes(CardScene))
    if not printed.guarantees and not steps:
        remedy = "Add a steps card, or leaflet: {guarantees: [{ko: …}]}."
        yield desk.problem(("leaflet",), "the leaflet has neither steps nor guarantees", remedy, key=True)
    if desk.message.contact.empty:
        remedy = 'Add contact: {phone: "…", telegram: "@…", url: "https://…"} to hoso.yaml or the script.'
        yield desk.problem(("leaflet",), "the leaflet has no contact to show", remedy, key=True)
