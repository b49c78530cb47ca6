"""All routes about messages and files."""

from __future__ import annotations

from hoso.studio.messages import api, pages, script_pages
from hoso.studio.messages.files import api as files_api
from hoso.studio.messages.files import pages as files_pages
from hoso.studio.messages.files import tus

ROUTERS = (
    pages.router,
    script_pages.router,
    api.router,
    files_pages.router,
    files_api.router,
    tus.router,
)
