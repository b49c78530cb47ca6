"""The page as HTML: one file that asks for nothing else, and runs no script."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
from collections.abc import Iterator
from datetime import UTC, datetime

from hoso.fonts.faces import FontSet
from hoso.fonts.web import cut_down, korean, rule, signs
from hoso.release.report import plots
from hoso.release.report.backticks import coded
from hoso.release.report.page import Page

_HERE = "hoso.release.report"


def html(page: Page, faces: FontSet) -> str:
    """`page` as HTML5; everything in it is escaped. Its Korean is set in `faces`, which it holds."""
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"moment": _moment, "coded": coded}
    frame, body = (
        environment.from_string(_resource(name)) for name in ("frame.html.jinja", "body.html.jinja")
    )
    words = body.render(page=page, release=page.manifest, plots=plots)
    style = _resource("report.css") + "".join(_lettering(faces, words))
    return frame.render(release=page.manifest, style=style, policy=policy(style), body=words)


def policy(style: str) -> str:
    """A Content-Security-Policy: pictures and type within the page, this very stylesheet, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        "default-src 'none'; img-src data:; font-src data:; "
        f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _lettering(faces: FontSet, words: str) -> Iterator[str]:
    """Rules for the Korean signs of `words`, in each weight."""
    codes = signs(words)
    for face in korean(faces) if codes else ():
        data = base64.b64encode(cut_down(face, codes)).decode()
        yield rule(face, f"url(data:font/ttf;base64,{data})")


def _resource(name: str) -> str:
    return (importlib.resources.files(_HERE) / name).read_text("utf-8")


def _moment(when: datetime) -> str:
    """To the minute, in UTC where the time zone is known."""
    if when.tzinfo is None:
        return f"{when:%Y-%m-%d %H:%M}"
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
