"""What the pipeline says, as HTML: what stands in backticks is code."""

from __future__ import annotations

import re

from markupsafe import Markup

_CODE = re.compile(r"`([^`\n]+)`")


def coded(text: str) -> Markup:
    """`text` escaped, but for its code."""
    parts = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(parts)
    )
