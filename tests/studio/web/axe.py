"""axe-core on a page: what would keep somebody from using it (WCAG 2.2 A and AA)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.studio.web.checks import packages

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds on `page` as it is now: rule, element, why."""
    page.evaluate(_axe())
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    # preload would put styles of its own into the page, which the page's policy rightly refuses.
    found = page.evaluate("tags => axe.run({ runOnly: tags, preload: false })", TAGS)
    return [
        f"{rule['id']}: {each['html'][:160]} - {each['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for each in rule["nodes"]
    ]


@cache
def _axe() -> str:
    return (packages() / "node_modules/axe-core/axe.min.js").read_text("utf-8")
