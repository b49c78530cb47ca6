"""Problems' words as HTML."""

from __future__ import annotations

import pytest

from hoso.release.report.backticks import coded


@pytest.mark.parametrize(
    ("said", "html"),
    [
        ("Plain words", "Plain words"),
        ("`phone` is a placeholder", "<code>phone</code> is a placeholder"),
        ("Write `to: 5` & `<b>`", "Write <code>to: 5</code> &amp; <code>&lt;b&gt;</code>"),
        ("a ` alone, and <i>", "a ` alone, and &lt;i&gt;"),
        ("over `two\nlines`", "over `two\nlines`"),
        ("", ""),
    ],
)
def test_what_stands_in_backticks_is_code(said: str, html: str) -> None:
    """Everything else is escaped, and so is the code itself."""
    assert coded(said) == html
