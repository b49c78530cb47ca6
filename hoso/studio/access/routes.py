"""All routes about who may do what."""

from __future__ import annotations

from hoso.studio.access import api
from hoso.studio.access.pages import account, docs, door, log, staff

ROUTERS = (door.router, account.router, staff.router, log.router, docs.router, api.router)
