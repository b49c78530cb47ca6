"""The web application: every area's routes behind one door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from hoso import __version__
from hoso.studio.access.guard import GuardedRoute
from hoso.studio.access.roles import ACCESS
from hoso.studio.access.routes import ROUTERS as ACCESS_ROUTERS
from hoso.studio.access.schema import describe
from hoso.studio.access.shield import Shield
from hoso.studio.jobs import api as jobs_api
from hoso.studio.jobs import pages as jobs_pages
from hoso.studio.jobs.feeds import Feeds
from hoso.studio.jobs.lifespan import working
from hoso.studio.messages import routers as message_routers
from hoso.studio.place import Studio
from hoso.studio.releases import routers as release_routers
from hoso.studio.streams import Streams
from hoso.studio.timing import api as timing_api
from hoso.studio.timing import pages as timing_pages
from hoso.studio.web import errors, lettering
from hoso.studio.web import routes as web_routes
from hoso.studio.web.navigation import places

ROUTERS = (
    jobs_api.router,
    jobs_pages.router,
    web_routes.router,
    lettering.router,
    *ACCESS_ROUTERS,
    *message_routers.ROUTERS,
    *release_routers.ROUTERS,
    timing_api.router,
    timing_pages.router,
)


class StudioApp(FastAPI):
    """The application of one studio, in its shield, which holds for what FastAPI itself says, too."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(title="hoso studio", version=__version__, openapi_url=None, lifespan=working)
        self.state.studio = studio
        self.state.feeds = Feeds(studio.database)
        self.streams = Streams()

    def openapi(self) -> dict[str, Any]:
        """What programs can ask for; made once."""
        if self.openapi_schema is None:
            self.openapi_schema = describe(self, guarded_routes())
        return self.openapi_schema

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
    _demand_stated(guarded_routes())
    app.mount("/front", StaticFiles(directory=studio.front.folder), name="front")
    return app


def guarded_routes() -> tuple[GuardedRoute, ...]:
    """All routes. Raises RuntimeError where one is not behind the door."""
    routes = [route for router in ROUTERS for route in router.routes]
    open_ = [route for route in routes if not isinstance(route, GuardedRoute)]
    if open_:
        raise RuntimeError(f"make their router an APIRouter(route_class=GuardedRoute): {open_}")
    return tuple(route for route in routes if isinstance(route, GuardedRoute))


def _demand_stated(routes: Iterable[GuardedRoute]) -> None:
    """Raises RuntimeError where nobody said whom a route lets in."""
    unstated = sorted({route.name for route in routes} - set(ACCESS))
    if unstated:
        raise RuntimeError(f"access/roles.py does not say who may use: {', '.join(unstated)}")
