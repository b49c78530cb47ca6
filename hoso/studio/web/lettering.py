"""hoso's own faces for the browser: the captions' type, and Korean where a desktop has no Korean font."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, Response

from hoso.fonts.faces import Face, faces
from hoso.fonts.web import korean, rule
from hoso.studio.access.guard import GuardedRoute

router = APIRouter(route_class=GuardedRoute, include_in_schema=False)

FOREVER = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"
OWN = (
    ("Apple SD Gothic Neo Regular", "Apple SD Gothic Neo Bold"),
    ("Malgun Gothic", "Malgun Gothic Bold"),
    ("Noto Sans CJK KR", "Noto Sans CJK KR Bold"),
    ("NotoSansKR-Regular", "NotoSansKR-Bold"),
    ("NanumGothic", "NanumGothicBold"),
)
"""Korean faces that desktops come with, regular and bold, as `local()` knows them."""


@router.get("/fonts/faces.css", name="web.faces")
def face_sheet() -> Response:
    """Says where the Korean faces are. A browser fetches one (6 MB) only for Korean that no font has."""
    rules = "".join(rule(face, *_sources(face)) for face in korean(faces()))
    return Response(rules, media_type="text/css", headers={"Cache-Control": DAY})


@router.get("/fonts/{digest}.ttf", name="web.font")
def font(digest: str) -> FileResponse:
    """A face, by the SHA-256 of its file."""
    path = next((face.path for face in faces().faces if face.sha256 == digest), None)
    if path is None:
        raise HTTPException(404)
    headers = {"ETag": f'"{digest}"', "Cache-Control": FOREVER}
    return FileResponse(path, media_type="font/ttf", headers=headers)


def _sources(face: Face) -> Iterator[str]:
    """A desktop's own type, else ours."""
    for names in OWN:
        yield f'local("{names[face.bold]}")'
    yield f"url(/fonts/{face.sha256}.ttf)"
