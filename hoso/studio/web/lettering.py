"""hoso's own faces for the browser: the captions' type, and Korean where a desktop has no Korean font."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, Response

from hoso.fonts.faces import Face, faces
from hoso.fonts.recipes import families
from hoso.studio.access.guard import GuardedRoute

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

FAMILY = "hoso Korean"
"""What the style sheets call it."""
FOREVER = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"
RANGES = "U+1100-11FF, U+3000-303F, U+3130-318F, U+A960-A97F, U+AC00-D7FF, U+FF00-FFEF"
"""Hangul and the punctuation that goes with it: nothing is fetched for a page without it."""


@router.get("/fonts/faces.css", name="web.faces")
def face_sheet() -> Response:
    """Says where the Korean faces are. A browser fetches one (6 MB) only for Korean that no font has."""
    family = families("ko")[0]
    rules = "".join(_rule(face) for face in faces().faces if face.family == family)
    return Response(rules, media_type="text/css", headers={"Cache-Control": DAY})


@router.get("/fonts/{digest}.ttf", name="web.font")
def font(digest: str) -> FileResponse:
    """A face, by the SHA-256 of its file."""
    path = next((face.path for face in faces().faces if face.sha256 == digest), None)
    if path is None:
        raise HTTPException(404)
    headers = {"ETag": f'"{digest}"', "Cache-Control": FOREVER}
    return FileResponse(path, media_type="font/ttf", headers=headers)


def _rule(face: Face) -> str:
    weight = 700 if face.bold else 400
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-display: swap;'
        f" src: url(/fonts/{face.sha256}.ttf); unicode-range: {RANGES}; }}\n"
    )
