"""`python -m bench.encodes FOLDER [joined]`: just the distinct pictures of a message, each encoded once.

`joined`: and each channel's film put together with its sound, but no release: not inspected, without the
small picture, poster and report.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.cutting import Cut, Cuts
from hoso.pipeline.filming import make_film
from hoso.pipeline.production import produce
from hoso.pipeline.reading import read_checked
from hoso.pipeline.sounding import delivered, heard, programme_of
from hoso.pipeline.workshop import default_workers, open_workshop
from hoso.render.encode import Encoder
from hoso.render.join import join


def main(folder: Path, *, joined: bool) -> None:
    """Encode what the channels of the first edition of the message in `folder` share; join where asked."""
    project = Project(folder)
    catalog = Catalog.load(project)
    path = next(project.scripts.glob("*.yaml"))
    (script,), _ = read_checked(project, [path], catalog)
    with open_workshop(project, script.settings, catalog, default_workers(), CancelToken(), ignore) as shop:
        edition = script.message.editions[0]
        production = produce(shop, script, edition, revoice=False)
        cues = {language: settled.cues for language, settled in production.titles.items()}
        cuts = Cuts(shop, production.layout, production.spoken, cues)
        encoder = Encoder(shop.store, shop.executor, shop.workers, shop.token, ignore)
        for name in script.message.channels:
            channel = catalog.channel(name)
            cut = cuts.fitting(channel)
            if channel.picture is not None and isinstance(cut, Cut):
                shown = {language: cut.cues[language] for language in edition.languages}
                film = make_film(shop, cut.layout, shown, catalog.picture(channel), name)
                (files,) = encoder.encode(film)
                if joined:
                    programme = programme_of(shop, heard(channel, cut.layout.timeline, None))
                    sound = delivered(shop, channel, programme, "m4a").path
                    out = folder / f"{name}.{channel.formats[0]}"
                    join(files, film.segments, sound, edition.voice, out, shop.token)


main(Path(sys.argv[1]).resolve(), joined="joined" in sys.argv[2:])
