"""All channels and picture profiles there are: hoso's own and the project's."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path

from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.model import Channel, PictureProfile
from hoso.documents.named import read_named, unknown
from hoso.documents.yaml_source import YamlSource, parse_yaml

SAMPLE_RATE = 48_000
"""Samples a second of what the mixer makes."""


class Shelf:
    """The YAML files of some folders by their names; a later folder's file replaces an earlier one's.

    A file is read when it is asked for: a run that renders one channel does not pay for the others.
    """

    def __init__(self, *folders: Traversable) -> None:
        self._files = {
            file.name.removesuffix(".yaml"): file for folder in folders for file in _yaml_files(folder)
        }
        self._read: dict[str, YamlSource] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """In alphabetical order."""
        return tuple(sorted(self._files))

    def source(self, name: str) -> YamlSource:
        """The file called `name`, which must be one of `names`. Raises InputError where it is no YAML."""
        if name not in self._read:
            file = self._files[name]
            self._read[name] = parse_yaml(file.read_bytes(), Path(str(file)))
        return self._read[name]


class Catalog:
    """Channels and picture profiles. A project's file replaces hoso's own file of the same name."""

    def __init__(self, channels: Shelf, profiles: Shelf) -> None:
        self._channels = channels
        self._profiles = profiles
        self._known_channels: dict[str, Channel] = {}
        self._known_profiles: dict[str, PictureProfile] = {}

    @classmethod
    def load(cls, project: Project | None = None) -> Catalog:
        """hoso's channels and those in the project's channels/, with profiles in channels/profiles/.

        The project's own files are checked here. Raises InputError with all of their problems.
        """
        here = importlib.resources.files("hoso.channels")
        own = [project.channels] if project is not None else []
        profiles = [folder / "profiles" for folder in own]
        catalog = cls(Shelf(here / "data", *own), Shelf(here / "profiles", *profiles))
        catalog._check(Shelf(*own).names, Shelf(*profiles).names)
        return catalog

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all channels, in alphabetical order."""
        return self._channels.names

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """All channels, in the order of `names`."""
        return tuple(self.channel(name) for name in self.names)

    def unknown(self, name: str) -> Problem | None:
        """The problem with a channel's name; None where there is such a channel."""
        return unknown("channel", name, self.names)

    def channel(self, name: str) -> Channel:
        """The channel called `name`. Raises InputError where there is none, or its file is wrong."""
        if name not in self._known_channels:
            problem = self.unknown(name)
            if problem is not None:
                raise InputError([problem])
            source = self._channels.source(name)
            channel = read_named(source, name, Channel)
            problem = self._pictured(channel, source)
            if problem is not None:
                raise InputError([problem])
            self._known_channels[name] = channel
        return self._known_channels[name]

    def profile(self, name: str) -> PictureProfile:
        """The picture profile called `name`. Raises InputError where there is none, or its file is wrong."""
        if name not in self._known_profiles:
            problem = unknown("picture profile", name, self._profiles.names)
            if problem is not None:
                raise InputError([problem])
            self._known_profiles[name] = read_named(self._profiles.source(name), name, PictureProfile)
        return self._known_profiles[name]

    def picture(self, channel: Channel) -> PictureProfile:
        """The picture profile that `channel` names.

        Raises ValueError where it has no picture, InputError where the profile's file is wrong.
        """
        if channel.picture is None:
            raise ValueError(f"{channel.name} has no picture")
        return self.profile(channel.picture.value)

    def _pictured(self, channel: Channel, source: YamlSource) -> Problem | None:
        """The problem with a channel's picture: no such profile, or type where the app covers it."""
        if channel.picture is None:
            return None
        missing = unknown("picture profile", channel.picture.value, self._profiles.names)
        if missing is not None:
            return source.problem(("picture", "value"), missing.message, missing.remedy)
        if channel.safe is None:
            return None
        profile = self.picture(channel)
        raster = f"{profile.width}x{profile.height}"
        if not channel.safe.value.within(profile.width, profile.height):
            message = f"the safe area is not inside the picture of {raster}"
            return source.problem(("safe", "value"), message, f"Write it for the raster of {profile.name}.")
        if not channel.safe.value.holds(profile.safe):
            message = f"the app covers some of the safe area of {profile.name}"
            remedy = "Make a picture profile with a smaller safe area, and name it in `picture`."
            return source.problem(("safe", "value"), message, remedy)
        return None

    def _check(self, channels: Sequence[str], profiles: Sequence[str]) -> None:
        problems: list[Problem] = []
        for read, names in ((self.profile, profiles), (self.channel, channels)):
            for name in names:
                try:
                    read(name)
                except InputError as error:
                    problems += error.problems
        if problems:
            raise InputError(problems)


def _yaml_files(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return [
        file for file in folder.iterdir() if file.name.endswith(".yaml") and not file.name.startswith(".")
    ]
