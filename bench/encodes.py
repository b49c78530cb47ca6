"""`python -m bench.encodes FOLDER [joined | masters]`: the distinct pictures and sounds, each encoded once.

`masters`, beforehand: all sounds mixed, mastered and measured, and what was encoded for that thrown away, so
that of sound nothing but its encodes is left. `joined`: each channel's film with its sound, but no release:
not inspected, without the small picture, poster and report.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel
from hoso.pipeline.cutting import Cut, Cuts
from hoso.pipeline.filming import make_film
from hoso.pipeline.production import Production, produce
from hoso.pipeline.reading import read_checked
from hoso.pipeline.sounding import delivered, heard, programme_of
from hoso.pipeline.workshop import Workshop, default_workers, open_workshop
from hoso.render.encode import Encoder
from hoso.render.join import join
from hoso.sound.coders import Format


def main(folder: Path, mode: str) -> None:
    """What the channels of the first edition of the message in `folder` share."""
    project = Project(folder)
    catalog = Catalog.load(project)
    path = next(project.scripts.glob("*.yaml"))
    (script,), _ = read_checked(project, [path], catalog)
    with open_workshop(project, script.settings, catalog, default_workers(), CancelToken(), ignore) as shop:
        edition = script.message.editions[0]
        channels = [catalog.channel(name) for name in script.message.channels]
        alone = any(channel.picture is None for channel in channels)
        production = produce(shop, script, edition, revoice=False, heard_alone=alone)
        cues = {language: settled.cues for language, settled in production.titles.items()}
        cuts = Cuts(shop, production.layout, production.spoken, cues)
        for channel in channels:
            cut = cuts.fitting(channel)
            if not isinstance(cut, Cut):
                continue
            if channel.picture is not None and mode != "masters":
                _picture(shop, catalog, production, channel, cut, joined=mode == "joined")
            if mode != "joined":
                for sound in _sounds(shop, production, channel, cut):
                    if mode == "masters":
                        sound.unlink(missing_ok=True)


def _picture(
    shop: Workshop, catalog: Catalog, production: Production, channel: Channel, cut: Cut, *, joined: bool
) -> None:
    edition = production.edition
    shown = {language: cut.cues[language] for language in edition.languages}
    film = make_film(shop, cut.layout, shown, catalog.picture(channel), channel.name)
    (files,) = Encoder(shop.store, shop.executor, shop.workers, shop.token, ignore).encode(film)
    if joined:
        (sound,) = _sounds(shop, production, channel, cut)
        out = shop.project.root / f"{channel.name}.{channel.formats[0]}"
        join(files, film.segments, sound, edition.voice, out, shop.token)


def _sounds(shop: Workshop, production: Production, channel: Channel, cut: Cut) -> Iterator[Path]:
    closing = production.closing if channel.picture is None else None
    programme = programme_of(shop, heard(channel, cut.layout.timeline, closing))
    formats: Sequence[Format] = ("m4a",)
    if channel.picture is None:
        formats = ["wav" if name == "wav" else "mp3" for name in channel.formats]
    for format_ in formats:
        yield delivered(shop, channel, programme, format_).path


main(Path(sys.argv[1]).resolve(), *sys.argv[2:] or [""])
