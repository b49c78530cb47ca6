"""What burning subtitles into one picture profile needs: the document maker and the fonts' environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hoso.subtitles.look.captions import Caption


@dataclass(frozen=True, slots=True)
class Burner:
    """Turns captions into an ASS document for one profile.

    `fonts` are the digests of the font files that the document may use; `environment` lets ffmpeg find
    those files and no others.
    """

    document: Callable[[Sequence[Caption]], str]
    fonts: tuple[str, ...]
    environment: Mapping[str, str]
