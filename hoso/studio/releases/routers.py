"""All routes about releases."""

from __future__ import annotations

from hoso.studio.releases import api, files, pages, visiting

ROUTERS = (pages.router, files.router, visiting.router, api.router)
