"""Put the studio's built pages into a wheel: `just wheel` builds them and says by HOSO_FRONT where they are.

Not built in here: that would bring Node to everyone who installs hoso from its sources. Without the built
pages the studio builds them at its first start, from npm.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "HOSO_FRONT"


class Hook(BuildHookInterface[Any]):
    """Found by hatchling by the name of this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises ValueError where HOSO_FRONT names no built front end."""
        if version != "standard":
            return
        named = os.environ.get(VARIABLE, "")
        if not named:
            self.app.display_warning(
                "The studio's pages are not in this wheel; `just wheel` makes one to publish."
            )
            return
        if not (Path(named) / "manifest.json").is_file():
            raise ValueError(f"{VARIABLE} names no built front end: {named}")
        build_data["force_include"][named] = "hoso/studio/built"
