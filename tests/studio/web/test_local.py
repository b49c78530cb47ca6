"""Nobody is sent away from the studio by a link that somebody else made."""

from __future__ import annotations

import pytest

from hoso.studio.web.local import HOME, local_path, sign_in_path


@pytest.mark.parametrize("path", ["/", "/messages", "/messages/a?edition=ko", "/files?q=//x", "/m/%2f%2fx"])
def test_a_place_in_the_studio_is_kept(path: str) -> None:
    """Paths with or without a query."""
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "messages",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\\b",
    ],
)
def test_all_else_leads_home(path: str | None) -> None:
    """Whatever a browser might take for another host, or for a header."""
    assert local_path(path) == HOME


def test_the_way_back_fits_into_an_address() -> None:
    """Quoted, and left out where it says nothing."""
    assert sign_in_path("/") == "/sign-in"
    assert sign_in_path("/messages?a=b&c=d") == "/sign-in?next=/messages%3Fa%3Db%26c%3Dd"
