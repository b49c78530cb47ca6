"""The web application: every area's routes behind one door."""

from __future__ import annotations

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.staticfiles import StaticFiles

from hoso import __version__
from hoso.studio.access.guard import guard
from hoso.studio.access.roles import ACCESS
from hoso.studio.messages import pages as message_pages
from hoso.studio.place import Studio

ROUTERS = (message_pages.router,)


def create_app(studio: Studio) -> FastAPI:
    """The application of `studio`. Raises RuntimeError where a route's access is not stated."""
    app = FastAPI(
        title="hoso studio", version=__version__, dependencies=[Depends(guard)], docs_url=None, redoc_url=None
    )
    app.state.studio = studio
    for router in ROUTERS:
        app.include_router(router)
    unstated = sorted({route.name for route in app.routes if isinstance(route, APIRoute)} - set(ACCESS))
    if unstated:
        raise RuntimeError(f"access/roles.py does not say who may use: {', '.join(unstated)}")
    app.mount("/front", StaticFiles(directory=studio.front.folder), name="front")
    return app
