"""The generated part of docs/channels.md: the channels at a glance, then every fact with its source. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hoso.channels.catalog import Catalog
from hoso.channels.facts import Evidence, Fact, Model, facts
from hoso.channels.model import Channel, PictureProfile
from hoso.channels.summary import Summary, summarise

GLANCE = ("channel", "what", "picture", "files", "length", "size", "caption", "unverified")
FACTS = ("key", "value", "source", "checked")
EVIDENCE = ("values", "source", "checked")


def page(catalog: Catalog) -> str:
    """Markdown about all channels of `catalog` and the picture profiles that they name."""
    channels = catalog.channels
    profiles = {catalog.picture(channel).name for channel in channels if channel.picture is not None}
    parts = [
        "## At a glance\n",
        _table(GLANCE, (_glance(summarise(catalog, channel)) for channel in channels)),
        *(_channel(channel) for channel in channels),
        *(_profile(catalog.profile(name)) for name in sorted(profiles)),
    ]
    return "\n".join(parts)


def _glance(summary: Summary) -> tuple[str, ...]:
    limits = (summary.length, summary.size, summary.caption, summary.unverified)
    return (f"`{summary.name}`", summary.title, summary.picture, summary.files, *limits)


def _channel(channel: Channel) -> str:
    rows = (
        (f"`{key}`", _shown(fact.value), fact.source + _doubt(fact), str(fact.checked))
        for key, fact in facts(channel)
    )
    return f"## {channel.title}: `{channel.name}`\n\n{_table(FACTS, rows)}"


def _profile(profile: PictureProfile) -> str:
    return f"## Picture profile `{profile.name}`\n\n{_table(EVIDENCE, _evidence(profile))}"


def _evidence(profile: PictureProfile) -> Iterator[tuple[str, ...]]:
    for item in profile.evidence:
        values = (f"{key} {_shown(_value(profile, key))}" for key in item.of)
        yield ", ".join(values), item.source + _doubt(item), str(item.checked)


def _value(profile: PictureProfile, key: str) -> Any:
    return getattr(profile if key in type(profile).model_fields else profile.encoding, key)


def _shown(value: Any) -> str:
    if isinstance(value, Model):
        return ", ".join(f"{key} {_shown(inner)}" for key, inner in value if inner is not False)
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) and value >= 10_000 else str(value)


def _doubt(known: Fact[Any] | Evidence) -> str:
    return "" if known.verified else " **?**"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
