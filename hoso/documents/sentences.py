"""One sentence and one remedy for every kind of error that pydantic finds in our files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hoso.documents.yaml_source import DataPath

Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One value that a model refused."""

    type: str
    """pydantic's name of the error."""
    path: DataPath
    value: Any
    written: str | None
    """The value as it stands in the file, where it is a single one."""
    context: Mapping[str, Any]
    message: str
    siblings: tuple[str, ...]
    """The keys that may stand where this one does."""
    description: str
    """What the field is for."""
    inner: tuple[str, ...]
    """The keys that may stand below this one."""
    nearest: Callable[[str, Iterable[str]], str | None]
    not_built: Mapping[str, str]

    @property
    def name(self) -> str:
        """How to call it: its key, or its place in the list that its key names."""
        if not self.path:
            return "the file"
        last = self.path[-1]
        if isinstance(last, str):
            return f"`{last}`"
        holder = next((part for part in reversed(self.path) if isinstance(part, str)), "")
        return f"item {last + 1} of `{holder}`"

    @property
    def shown(self) -> str:
        """What stands there."""
        if isinstance(self.value, dict):
            return "a group of keys"
        if isinstance(self.value, list):
            return "a list"
        return f"'{self.written}'" if self.written is not None else "nothing"

    @property
    def at_key(self) -> bool:
        """Whether the mistake is the key rather than its value."""
        return self.type == "extra_forbidden"


Say = Callable[[Wrong], Said]


def sentence(wrong: Wrong, own: Mapping[str, Say] | None = None) -> Said:
    """What is wrong and what to do about it; `own` adds to SENTENCES."""
    say = (own or {}).get(wrong.type) or SENTENCES.get(wrong.type)
    return say(wrong) if say is not None else (f"{wrong.name}: {wrong.message}", wrong.description)


def _missing(wrong: Wrong) -> Said:
    last = wrong.path[-1]
    if isinstance(last, int):
        holder = next(part for part in reversed(wrong.path) if isinstance(part, str))
        return f"`{holder}` has too few values", f"It needs at least {last + 1}."
    return f"`{last}` is missing", f"Add `{last}:`. {wrong.description}".rstrip()


def _extra(wrong: Wrong) -> Said:
    key = str(wrong.path[-1])
    if key in wrong.not_built:
        return f"`{key}` is not built yet", f"Delete it: {wrong.not_built[key]}."
    if wrong.value is None and (" " in key or not key.isascii()):
        return (
            f"`{key}` is not a key",
            'Was it text behind a comma? Put the whole text in quotes: {ko: "…, …"}.',
        )
    guess = wrong.nearest(key, wrong.siblings)
    remedy = f"Did you mean `{guess}`? " if guess else ""
    return f"`{key}` is not a key here", f"{remedy}There can be: {', '.join(wrong.siblings)}."


def _text(wrong: Wrong) -> Said:
    remedy = (
        f'Put it in quotes: "{wrong.written}".' if wrong.written is not None else "Write one piece of text."
    )
    return f"{wrong.name} must be text, not {wrong.shown}", remedy


def _pattern(wrong: Wrong) -> Said:
    if not str(wrong.value).strip():
        return f"{wrong.name} is empty", "Write its text, or delete it."
    return f"{wrong.name} can't be {wrong.shown}", wrong.description


def _group(wrong: Wrong) -> Said:
    keys = f" It can have: {', '.join(wrong.inner)}." if wrong.inner else ""
    first = wrong.inner[0] if wrong.inner else "key"
    return f"{wrong.name} must have keys below it, not {wrong.shown}", f"Write {{{first}: …}}.{keys}"


def _list(wrong: Wrong) -> Said:
    return f"{wrong.name} must be a list, not {wrong.shown}", "Begin every item with `- `, or write [ , ]."


def _literal(wrong: Wrong) -> Said:
    allowed = re.findall(r"'([^']*)'|(\d+)", str(wrong.context.get("expected", "")))
    names = [text or number for text, number in allowed]
    guess = wrong.nearest(str(wrong.written), names)
    remedy = f"Did you mean {guess}? " if guess else ""
    return f"{wrong.name} can't be {wrong.shown}", f"{remedy}It can be: {', '.join(names)}."


def _kind(what: str, example: str) -> Say:
    return lambda wrong: (f"{wrong.name} must be {what}, not {wrong.shown}", f"For example {example}.")


def _limit(words: str, key: str) -> Say:
    def say(wrong: Wrong) -> Said:
        limit = f"{wrong.context[key]:g}"
        return (
            f"{wrong.name} is {wrong.shown}; it must be {words} {limit}",
            f"Write a number {words} {limit}.",
        )

    return say


def _multiple(wrong: Wrong) -> Said:
    step = wrong.context["multiple_of"]
    below = int(wrong.value // step) * step
    near = " or ".join(f"{value:g}" for value in (below, below + step) if value > 0)
    return f"{wrong.name} is {wrong.shown}; it goes in steps of {step:g}", f"Write {near}."


def _too_short(wrong: Wrong) -> Said:
    least = wrong.context["min_length"]
    return (
        f"{wrong.name} is empty" if least == 1 else f"{wrong.name} is too short",
        f"It needs at least {least}.",
    )


def _too_long(wrong: Wrong) -> Said:
    most = wrong.context["max_length"]
    return f"{wrong.name} has too many values", f"It takes {most}."


def _own(wrong: Wrong) -> Said:
    """An error that a model of ours raised with its own words (PydanticCustomError) or with ValueError."""
    context = wrong.context
    if "error" in context:
        return f"{wrong.name}: {context['error']}", wrong.description
    return wrong.message, str(context.get("remedy", ""))


SENTENCES: Mapping[str, Say] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _pattern,
    "model_type": _group,
    "model_attributes_type": _group,
    "dict_type": _group,
    "tuple_type": _list,
    "literal_error": _literal,
    "int_type": _kind("a whole number", "12"),
    "int_from_float": _kind("a whole number", "12"),
    "float_type": _kind("a number", "0.5"),
    "bool_type": _kind("true or false", "`true`"),
    "date_type": _kind("a date", "2026-11-21"),
    "date_parsing": _kind("a date", "2026-11-21"),
    "date_from_datetime_parsing": _kind("a date", "2026-11-21"),
    "greater_than": _limit("over", "gt"),
    "greater_than_equal": _limit("at least", "ge"),
    "less_than": _limit("under", "lt"),
    "less_than_equal": _limit("at most", "le"),
    "multiple_of": _multiple,
    "too_short": _too_short,
    "too_long": _too_long,
    "value_error": _own,
    "hoso": _own,
}
"""By pydantic's name of the error. `hoso` is what our own validators raise."""
