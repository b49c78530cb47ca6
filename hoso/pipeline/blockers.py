"""What speaks against handing a release out, so that a person has to say why all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoso.pipeline.production import Production
from hoso.release.manifest import Manifest
from hoso.script.model import Contact, Message

EXAMPLES = ("example.org", "example.com", "example.net")
"""Reserved for examples (RFC 2606)."""


def blockers(manifest: Manifest, productions: Sequence[Production], message: Message) -> Iterator[str]:
    """What keeps the release of `manifest` from being approved without a reason, in words."""
    if placeholders(message.contact):
        yield "the contacts are placeholders"
    for entry in manifest.editions:
        if entry.grade == "draft":
            yield f"the voice of {entry.name} ({entry.engine}) is a draft that no speaker has approved"
        if entry.disclosure == "off":
            yield f"viewers of {entry.name} are not told that the voice is synthesized"
    yield from _conflicts(productions)
    for withheld in manifest.withheld:
        yield f"{withheld.channel} of {withheld.edition} is withheld"
    if any(entry.stale for entry in manifest.files):
        yield "some files are older than the script"


def placeholders(contact: Contact) -> tuple[str, ...]:
    """Contacts that lead nowhere: telephone numbers of zeros, names and addresses made for examples."""
    found = []
    if contact.phone and not set(contact.phone) & set("123456789"):
        found.append(contact.phone)
    if contact.telegram and contact.telegram.casefold() in ("@example", "@placeholder"):
        found.append(contact.telegram)
    if contact.url and any(name in contact.url for name in EXAMPLES):
        found.append(contact.url)
    return tuple(found)


def _conflicts(productions: Sequence[Production]) -> Iterator[str]:
    for production in productions:
        for language, settled in production.titles.items():
            if settled.conflicts:
                yield f"the subtitles in {language} have {len(settled.conflicts)} open conflicts"
