"""`python -m bench.encodes FOLDER`: just the distinct pictures of a message, each encoded once."""

from __future__ import annotations

import sys
from pathlib import Path

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.cutting import Cut, Cuts
from hoso.pipeline.picturing import Camera
from hoso.pipeline.production import produce
from hoso.pipeline.reading import read_checked
from hoso.pipeline.request import Request
from hoso.pipeline.workshop import default_workers, open_workshop


def main(folder: Path) -> None:
    """Encode what the channels of the first edition of the message in `folder` share."""
    project = Project(folder)
    catalog = Catalog.load(project)
    path = next(project.scripts.glob("*.yaml"))
    (script,), _ = read_checked(project, [path], catalog)
    with open_workshop(project, script.settings, catalog, default_workers(), CancelToken(), ignore) as shop:
        production = produce(shop, script, script.message.editions[0], revoice=False)
        cues = {language: settled.cues for language, settled in production.titles.items()}
        cuts = Cuts(shop, production.layout, production.spoken, cues)
        camera = Camera(shop, Request((path,)), production)
        for name in script.message.channels:
            channel = catalog.channel(name)
            cut = cuts.fitting(channel)
            if channel.picture is not None and isinstance(cut, Cut):
                camera.picture(cut, catalog.picture(channel))


main(Path(sys.argv[1]).resolve())
