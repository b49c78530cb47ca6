"""Who speaks, where to and how readers answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hoso.base.problems import Problem
from hoso.script.rules.desk import Desk

_RESERVED_HOST = re.compile(
    r"https?://([^/:?#]*\.)?(example(\.\w+)?|test|invalid|localhost)([/:?#]|$)", re.IGNORECASE
)


def channels(desk: Desk) -> Iterator[Problem]:
    """Channels that exist, each once; at least one."""
    names = desk.message.channels
    if not names:
        remedy = (
            f"Add channels: [telegram] to hoso.yaml or the script. There is: {', '.join(desk.catalog.names)}."
        )
        yield desk.problem((), "no channel is named, so nothing would be made", remedy)
    for index, name in enumerate(names):
        unknown = desk.catalog.unknown(name)
        if unknown is not None:
            yield desk.problem(("channels", index), unknown.message, unknown.remedy)
    for index in _repeated(names):
        yield desk.problem(
            ("channels", index), f"the channel {names[index]} is named twice", "Delete one of them."
        )


def editions(desk: Desk) -> Iterator[Problem]:
    """Each edition once."""
    names = [edition.name for edition in desk.message.editions]
    for index in _repeated(names):
        yield desk.problem(
            ("editions", index), f"the edition {names[index]} is named twice", "Delete one of them."
        )


def attribution(desk: Desk) -> Iterator[Problem]:
    """Every message says openly whose it is."""
    if desk.message.source is None:
        remedy = "Add source: with the name of who speaks, to hoso.yaml or the script."
        yield desk.problem((), "the message does not say who speaks", remedy)


def placeholders(desk: Desk) -> Iterator[Problem]:
    """A name that stands for no one, contacts that reach nobody."""
    if (desk.message.source or "").casefold().startswith("example"):
        remedy = "Write who speaks before this is published."
        yield desk.problem(("source",), "`source` is a placeholder", remedy, level="warning")
    contact = desk.message.contact
    found = {
        "phone": contact.phone and set(re.sub(r"\D", "", contact.phone)) <= {"0"},
        "telegram": contact.telegram and contact.telegram.casefold().startswith("@example"),
        "url": contact.url and _RESERVED_HOST.match(contact.url),
    }
    for key, placeholder in found.items():
        if placeholder:
            message = f"`{key}` is a placeholder: it reaches nobody"
            remedy = "Write the real contact before this is published."
            yield desk.problem(("contact", key), message, remedy, level="warning")


def _repeated(names: Iterable[str]) -> Iterator[int]:
    seen = set()
    for index, name in enumerate(names):
        if name in seen:
            yield index
        seen.add(name)
