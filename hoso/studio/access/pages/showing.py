"""What the pages about accounts say browsers with."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from hoso.studio.web.pages import page

BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""Words in what a browser calls itself, each before those that it carries, too."""
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def shown(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of `template`, which has `browser_name` to say things with."""
    return page(request, template, status, browser_name=browser_name, **values)


def browser_name(agent: str) -> str:
    """`Firefox, Linux`; what it calls itself where nobody knows it."""
    browser = next((name for word, name in BROWSERS if word in agent), "")
    system = next((name for word, name in SYSTEMS if word in agent), "")
    return ", ".join(filter(None, (browser, system))) or agent
