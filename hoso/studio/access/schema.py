"""What programs can ask for: the OpenAPI description of the routes below /api."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from hoso.studio.access.roles import ACCESS

DESCRIPTION = (
    "Every request carries a token of the page /account: `Authorization: Bearer hoso_…`. It acts with its "
    'person\'s role. What is wrong comes as `{"problems": [{message, remedy, file, line, column, level}]}`.'
)
ROLES = "x-roles"
"""The key of an operation that says which roles may use it."""


def describe(app: FastAPI, routes: Sequence[APIRoute]) -> dict[str, Any]:
    """OpenAPI 3.1 of those of `routes` that are below /api."""
    offered = [route for route in routes if route.path.startswith("/api/") and route.include_in_schema]
    schema = get_openapi(title=app.title, version=app.version, description=DESCRIPTION, routes=offered)
    schema.setdefault("components", {})["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "Made on the page /account."}
    }
    schema["security"] = [{"token": []}]
    for route in offered:
        for method in route.methods or ():
            operation = schema["paths"][route.path_format][method.lower()]
            allowed = ACCESS[route.name]
            if allowed is None:
                operation["security"] = []
            else:
                operation[ROLES] = sorted(allowed)
    return schema
