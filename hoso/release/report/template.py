"""The page as HTML: one file that asks for nothing else, and runs no script."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
from datetime import UTC, datetime

from hoso.release.report import plots
from hoso.release.report.backticks import coded
from hoso.release.report.page import Page

_HERE = "hoso.release.report"


def html(page: Page) -> str:
    """`page` as HTML5; everything in it is escaped."""
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"moment": _moment, "coded": coded}
    style = _resource("report.css")
    return environment.from_string(_resource("report.html.jinja")).render(
        page=page,
        release=page.manifest,
        plots=plots,
        style=style,
        policy=policy(style),
    )


def policy(style: str) -> str:
    """A Content-Security-Policy: pictures from the page itself, this very stylesheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _resource(name: str) -> str:
    return (importlib.resources.files(_HERE) / name).read_text("utf-8")


def _moment(when: datetime) -> str:
    """To the minute, in UTC where the time zone is known."""
    if when.tzinfo is None:
        return f"{when:%Y-%m-%d %H:%M}"
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
