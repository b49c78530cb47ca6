"""The web application: every area's routes behind one door."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from hoso import __version__
from hoso.studio.access.guard import GuardedRoute
from hoso.studio.access.roles import ACCESS
from hoso.studio.access.shield import Shield
from hoso.studio.jobs import api as jobs_api
from hoso.studio.jobs import pages as jobs_pages
from hoso.studio.jobs.feeds import Feeds
from hoso.studio.jobs.lifespan import working
from hoso.studio.messages import pages as message_pages
from hoso.studio.place import Studio
from hoso.studio.streams import Streams
from hoso.studio.web import errors
from hoso.studio.web import routes as web_routes
from hoso.studio.web.navigation import places

ROUTERS = (jobs_api.router, jobs_pages.router, web_routes.router, message_pages.router)


class StudioApp(FastAPI):
    """The application of one studio, in its shield, which holds for what FastAPI itself says, too."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(title="hoso studio", version=__version__, openapi_url=None, lifespan=working)
        self.state.studio = studio
        self.state.feeds = Feeds(studio.database)
        self.streams = Streams()

    def build_middleware_stack(self) -> ASGIApp:
        """The layers around the routes, from the outside to the inside."""
        return Shield(self.streams.around(super().build_middleware_stack()), self.state.studio.hosts)


def create_app(studio: Studio) -> StudioApp:
    """The application of `studio`. Raises RuntimeError where a route's access is not stated."""
    app = StudioApp(studio)
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.state.places = places(ROUTERS)
    _stated()
    app.mount("/front", StaticFiles(directory=studio.front.folder), name="front")
    return app


def _stated() -> None:
    """Raises RuntimeError where a route is not behind the door, or nobody said whom it lets in."""
    routes = [route for router in ROUTERS for route in router.routes]
    open_ = [route for route in routes if not isinstance(route, GuardedRoute)]
    if open_:
        raise RuntimeError(f"make their router an APIRouter(route_class=GuardedRoute): {open_}")
    unstated = sorted({route.name for route in routes if isinstance(route, GuardedRoute)} - set(ACCESS))
    if unstated:
        raise RuntimeError(f"access/roles.py does not say who may use: {', '.join(unstated)}")
