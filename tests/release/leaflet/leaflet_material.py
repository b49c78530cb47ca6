"""Leaflets to look at: scripts, and eyes for PDFs."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
from pypdf import PdfReader

from hoso.base.languages import Language
from hoso.base.project import Project
from hoso.cards.qr import symbol_of
from hoso.fonts.faces import FontSet
from hoso.release.leaflet.content import LeafletContent, leaflet_content
from hoso.release.leaflet.fitting import Fitted, fit
from hoso.release.leaflet.setting import Typesetter
from hoso.script.reader import Script, read_message

ROOT = Path(__file__).parents[3]
Pixels = npt.NDArray[np.uint8]

SETTINGS = "source: Проєкт\nchannels: [telegram]\ncontact: {phone: '+1 555 0100', url: 'https://a.org'}\n"
SCRIPT = """\
title: {ko: %s}
leaflet: %s
scenes:
  - {card: title}
  - {card: steps, heading: {ko: 순서}, items: [{ko: 무기를 버리십시오}, {ko: %s}]}
"""


def sample() -> Script:
    """The sample message that asks for a leaflet."""
    project = Project(ROOT)
    return read_message(project.scripts / "how-to-surrender.yaml", project)


def script(
    folder: Path,
    leaflet: str = "true",
    *,
    title: str = "제목",
    step: str = "땅에 엎드리십시오",
    settings: str = SETTINGS,
) -> Script:
    """A short Korean script with that leaflet, title and second step; all are written as YAML."""
    project = Project(folder)
    project.settings.write_text(settings, "utf-8")
    path = folder / "m.yaml"
    path.write_text(SCRIPT % (title, leaflet, step), "utf-8")
    return read_message(path, project)


def fitted(of: Script, language: Language, faces: FontSet) -> tuple[LeafletContent, Fitted]:
    """The words of a leaflet and both of its sides in type."""
    content = leaflet_content(of.message, language)
    return content, fit(content, Typesetter(faces, language), symbol_of(content.target.words))


def pages(pdf: Path | bytes, dpi: int = 150) -> list[Pixels]:
    """The pages as RGB pixels."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")) for page in document]


def texts(pdf: Path | bytes) -> list[str]:
    """The words of each page, one space between two."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def objects(pdf: Path) -> list[Any]:
    """Every object in the file."""
    reader = PdfReader(io.BytesIO(pdf.read_bytes()))
    return [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
