"""Korean is readable where no font of the system has it."""

from __future__ import annotations

import re
from io import BytesIO

from fontTools.ttLib import TTFont

from tests.studio.conftest import As


def test_the_faces_that_the_sheet_names_have_korean(client_as: As) -> None:
    """Both weights, for everybody: the page to sign in is in Korean too."""
    client = client_as(None)
    sheet = client.get("/fonts/faces.css").text
    addresses = re.findall(r"url\(([^)]+)\)", sheet)
    assert len(addresses) == 2
    for address in addresses:
        answer = client.get(address)
        assert answer.headers["content-type"] == "font/ttf"
        assert ord("호") in TTFont(BytesIO(answer.content)).getBestCmap()
    assert sheet.index("Malgun Gothic") < sheet.index("url("), "what a desktop has is not fetched"


def test_a_font_that_there_is_not(client_as: As) -> None:
    """Nothing but faces of ours."""
    assert client_as(None).get("/fonts/0000.ttf").status_code == 404
