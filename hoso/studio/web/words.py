"""The interface's words in English, Ukrainian and Korean: Fluent files, one an area and language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

INTERFACES = {"en": "English", "uk": "Українська", "ko": "한국어"}
"""The languages by their own names. English first: what another language lacks is taken from it."""

Say = Callable[..., str]
"""`say("messages-title", count=3)`: the words of one language."""


class Dictionary:
    """All words. A missing one is an error in the tests and its own name on the page."""

    def say(self, language: str) -> Say:
        """What says things in `language`; English where there is no such interface."""
        bundles = [_bundle(name) for name in dict.fromkeys((language, "en")) if name in INTERFACES]

        def say(key: str, **values: Any) -> str:
            for bundle in bundles:
                if bundle.has_message(key):
                    message = bundle.get_message(key)
                    if message.value is not None:
                        return str(bundle.format_pattern(message.value, values)[0])
            return key

        return say

    def table(self, language: str, *prefixes: str) -> Mapping[str, str]:
        """The words whose names begin with one of `prefixes`, for scripts; `{$name}` where a value goes."""
        say = self.say(language)
        names = sorted(name for name in self._names if name.startswith(prefixes))
        return {name: say(name, **self._gaps) for name in names}

    @cached_property
    def _gaps(self) -> Mapping[str, str]:
        """Every variable, standing for itself."""
        found = {name for text in _texts("en") for name in re.findall(r"\{\s*\$([\w-]+)", text)}
        return {name: f"{{${name}}}" for name in found}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for text in _texts("en") for name in _keys(text))


@cache
def _bundle(language: str) -> FluentBundle:
    """The words of one language; parsing them takes a while, so that is done once a process."""
    bundle = FluentBundle([language], use_isolating=False)
    for text in _texts(language):
        bundle.add_resource(FluentResource(text))
    return bundle


def _texts(language: str) -> list[str]:
    folder = resources.files("hoso.studio").joinpath("words", language)
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return [file.read_text("utf-8") for file in files if file.name.endswith(".ftl")]


def _keys(text: str) -> list[str]:
    """The names of the messages in a Fluent file."""
    return [
        line.partition("=")[0].strip() for line in text.splitlines() if line[:1].isalpha() and "=" in line
    ]
