"""A document becomes a PDF: the same bytes every time, with our faces and nothing of the machine in it."""

from __future__ import annotations

import io
from importlib import resources

from hoso.base.problems import HosoError
from hoso.fonts.faces import FontSet
from hoso.release.leaflet.sheet import Form, boxes

_TEMPLATE = "leaflet.typ"


def pdf(document: str, faces: FontSet, form: Form, title: str) -> bytes:
    """The pages that leaflet.typ draws of `document`, with their boxes and their title."""
    return _finished(_drawn(document, faces), form, title)


def _drawn(document: str, faces: FontSet) -> bytes:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(faces.folder)]
    )
    template = resources.files(__package__).joinpath(_TEMPLATE).read_bytes()
    compiler = typst.Compiler(template, font_paths=fonts, sys_inputs={"leaflet": document})
    try:
        drawn, warnings = compiler.compile_with_warnings(format="pdf", timestamp=0, pdf_tags=False)
    except typst.TypstError as error:
        raise HosoError(f"The leaflet could not be drawn: {error}") from error
    if warnings or not isinstance(drawn, bytes):
        raise HosoError(f"The leaflet could not be drawn as it should: {warnings}")
    return drawn


def _finished(drawn: bytes, form: Form, title: str) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, RectangleObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn)))
    size = boxes(form)
    for page in writer.pages:
        page[NameObject("/BleedBox")] = RectangleObject(size.bleed)
        page[NameObject("/TrimBox")] = RectangleObject(size.trim)
    writer.root_object.pop("/Metadata", None)
    writer.metadata = {"/Title": title}
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    writer.pdf_header = "%PDF-1.7"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
