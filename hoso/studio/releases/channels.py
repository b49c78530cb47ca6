"""The channels that releases are for, read again only when somebody has changed the project's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel

Stamp = tuple[tuple[str, int, int], ...]


def channels_here(project: Project, names: Iterable[str]) -> Mapping[str, Channel]:
    """Those of `names` that (still) are channels.

    A mistake in one of the project's own files must keep nobody from a download: then only hoso's are known.
    """
    catalog = _catalog(project, _stamp(project))
    return {name: catalog.channel(name) for name in dict.fromkeys(names) if name in catalog.names}


def is_wide(project: Project, name: str) -> bool:
    """Whether the channel's picture is wider than high; not so where it has none, or is not known."""
    channel = channels_here(project, [name]).get(name)
    if channel is None or channel.picture is None:
        return False
    return not _catalog(project, _stamp(project)).profile(channel.picture.value).vertical


@lru_cache(maxsize=4)
def _catalog(project: Project, stamp: Stamp) -> Catalog:
    del stamp
    try:
        return Catalog.load(project)
    except InputError:
        return Catalog.load()


def _stamp(project: Project) -> Stamp:
    """What changes when a file of the project's channels does."""
    found = []
    for path in sorted(project.channels.rglob("*.yaml")):
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue
        found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
