"""A report as a person or a browser reads it."""

from __future__ import annotations

import base64
import io
import re
from xml.etree import ElementTree

import html5lib
from fontTools.ttLib import TTFont


def parsed(page: str) -> ElementTree.Element:
    """`page` by the rules of HTML5, strictly."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: ElementTree.Element = parser.parse(page)
    return found


def words(element: ElementTree.Element) -> str:
    """What a person reads, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def section(tree: ElementTree.Element, name: str) -> ElementTree.Element:
    """The section that the heading `name` labels."""
    (found,) = [each for each in tree.iter("section") if each.get("aria-labelledby") == name]
    return found


def embedded(tree: ElementTree.Element) -> dict[int, TTFont]:
    """The faces in the page's stylesheet, by their weight."""
    (style,) = tree.iter("style")
    rule = r'font-family: "hoso Korean"; font-weight: (\d+);.*? url\(data:font/ttf;base64,([^)]+)\)'
    found = re.findall(rule, style.text or "")
    return {int(weight): TTFont(io.BytesIO(base64.b64decode(data))) for weight, data in found}
