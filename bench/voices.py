"""`python -m bench.voices FOLDER`: everything that the first edition of a message says, spoken once."""

from __future__ import annotations

import sys
from pathlib import Path

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.production import produce
from hoso.pipeline.reading import read_checked
from hoso.pipeline.workshop import default_workers, open_workshop


def main(folder: Path) -> None:
    """Its lines, and what closes a file without a picture."""
    project = Project(folder)
    catalog = Catalog.load(project)
    (script,), _ = read_checked(project, [next(project.scripts.glob("*.yaml"))], catalog)
    with open_workshop(project, script.settings, catalog, default_workers(), CancelToken(), ignore) as shop:
        produce(shop, script, script.message.editions[0], revoice=False, heard_alone=True)


main(Path(sys.argv[1]).resolve())
