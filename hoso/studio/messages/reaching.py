"""Which pages somebody can go to from a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from fastapi import Request

from hoso.studio.access.roles import Person, may

Reach = Callable[[str], bool]
"""Whether there is a page behind a path like `/messages/{}/timing`, and the person may see it."""


def reach_of(request: Request, person: Person) -> Reach:
    """What `person` can reach."""
    places: Mapping[str, str] = request.app.state.places
    names = {re.sub(r"\{[^}]*\}", "{}", path): name for path, name in places.items()}

    def reach(path: str) -> bool:
        return path in names and may(person, names[path])

    return reach
