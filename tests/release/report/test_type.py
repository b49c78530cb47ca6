"""The report's type: Korean for every reader, colours that can be read."""

from __future__ import annotations

import importlib.resources
import re
from xml.etree import ElementTree

import pytest

from hoso.styles.contrast import ENOUGH, contrast
from tests.release.report.reading import embedded, words


def test_korean_is_set_where_a_reader_has_no_type_for_it(tree: ElementTree.Element) -> None:
    """Every Korean sign of the page is in both weights of the type in it, and nothing else is."""
    korean = {ord(sign) for sign in words(tree) if "가" <= sign <= "힣"}
    assert len(korean) > 10
    for weight in (400, 700):
        assert set(embedded(tree)[weight].getBestCmap()) == korean, weight


def themes() -> dict[str, dict[str, str]]:
    """The colours of the stylesheet by light, dark and print."""
    style = (importlib.resources.files("hoso.release.report") / "report.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return {
        name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for name, block in zip(("light", "dark", "print"), blocks, strict=True)
    }


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_type_can_be_read(theme: str) -> None:
    """WCAG 2.2 AA: 4.5 for type on every ground that it stands on, 3 for the lines of the plots."""
    colours = themes()[theme]
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("ground", "sheet")]
    for name in ("good", "bad", "wait"):
        pairs += [(name, f"{name}-ground"), ("ink", f"{name}-ground"), ("soft", f"{name}-ground")]
    for letters, ground in pairs:
        assert contrast(colours[letters], colours[ground]) >= ENOUGH, (letters, ground)
    for line in ("wave", "short", "momentary", "aim"):
        assert contrast(colours[line], colours["sheet"]) >= 3, line
