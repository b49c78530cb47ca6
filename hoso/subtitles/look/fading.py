"""How a caption comes and goes, frame by frame, the same however it is cut into segments. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from hoso.base.clock import nearest_frames
from hoso.styles.model import Look
from hoso.subtitles.look.captions import Caption


@dataclass(frozen=True, slots=True)
class Stay:
    """Frames [start, end) over which a caption has one opacity, over 0 to 1."""

    start: int
    end: int
    opacity: float


def stays(caption: Caption, look: Look, fps: int) -> Iterator[Stay]:
    """The stretches of one opacity in which `caption` is seen; none where it is too short for a frame.

    A caption shows from the frame nearest to its start to the one before that nearest to its end. It fades
    at the ends of the whole, not where a segment cuts it, and each frame of a fade has one opacity of its
    own, so that no renderer's clock matters.
    """
    start, end = nearest_frames(caption.start_ms, fps), nearest_frames(caption.end_ms, fps)
    if not look.fade_in_ms and not look.fade_out_ms:
        if start < end:
            yield Stay(start, end, 1.0)
        return
    first = nearest_frames(caption.start_ms - caption.before_ms, fps)
    last = nearest_frames(caption.end_ms + caption.after_ms, fps)
    coming, going = nearest_frames(look.fade_in_ms, fps) + 1, nearest_frames(look.fade_out_ms, fps) + 1

    def opacity(frame: int) -> float:
        return min(1.0, (frame - first + 1) / coming, (last - frame) / going)

    for value, frames in groupby(range(start, end), opacity):
        alike = list(frames)
        yield Stay(alike[0], alike[-1] + 1, value)
