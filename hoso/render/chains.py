"""From a View to a filterchain of exactly as many frames as it lasts. Pure: builds ffmpeg-python nodes.

Every chain ends in limited-range BT.709 4:2:0 at the raster's size, square pixels, time base 1/fps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate, count
from pathlib import Path
from typing import Any, assert_never

import ffmpeg

from hoso.base.clock import frames, seconds
from hoso.channels.model import PictureProfile
from hoso.media.probe import MediaInfo
from hoso.protect.focus import FocusPath
from hoso.render.geometry import Size, cover, crop_to, fit_within
from hoso.render.panning import coordinate, offset
from hoso.render.pictures import FootagePicture, Framing, Overlay, Plate, PlatesPicture, StillPicture
from hoso.render.views import StillView, View
from hoso.timeline.model import Piece

Node = Any
"""A stream of ffmpeg-python, which has no types."""

LAST_MS = 500
"""How far before its end a file is opened where only its last frame is wanted."""
ZOOM = 0.10
"""Ken Burns: how much nearer the still comes over its scene."""
ZOOM_OVERSAMPLING = 2
"""zoompan moves by whole pixels: enlarged so, a step is half of one. It would be a whole one of subsampled
colours: each plane is moved by itself."""
NITS = 203
"""Reference white of HDR footage (ITU-R BT.2408)."""
OVERLAY_FADE_MS = 300
BLUR_SHRINK = 8
"""The blurred surround is made at an eighth of the size: softer and cheaper."""


class Inputs:
    """Opens the inputs of one command line, each as a node of its own.

    ffmpeg-python takes equal nodes for the same one, and an input shared by two stretches would pile up
    the later one's frames in memory. The queue's size tells them apart and changes nothing else.
    """

    def __init__(self) -> None:
        self._numbers = count(8)

    def open(self, path: Path, **options: object) -> Node:
        """The picture of the file at `path`."""
        return ffmpeg.input(str(path), threads=1, thread_queue_size=next(self._numbers), **options).video


def chain(shown: View, profile: PictureProfile, inputs: Inputs) -> Node:
    """The frames of `shown` on the raster of `profile`."""
    match shown.base:
        case FootagePicture() as footage:
            node = joined(_pieces(footage, profile, inputs))
        case StillView() as still:
            node = _still(still, profile, inputs)
        case PlatesPicture(plates):
            node = _plates(plates, shown.duration_ms, profile, inputs)
        case _:
            assert_never(shown.base)
    for overlay in shown.overlays:
        node = _overlaid(node, overlay, shown.duration_ms, profile, inputs)
    return _settled(node, profile)


def joined(parts: list[Node]) -> Node:
    """The parts one after the other."""
    return parts[0] if len(parts) == 1 else ffmpeg.concat(*parts, v=1, a=0)


def _pieces(footage: FootagePicture, profile: PictureProfile, inputs: Inputs) -> list[Node]:
    """Every stretch of a file, framed as the stretch of the scene's time that it fills."""
    starts = accumulate((piece.duration_ms for piece in footage.pieces), initial=0)
    return [
        _piece(footage, piece, _from(footage.framing, start, piece.duration_ms), profile, inputs)
        for start, piece in zip(starts, footage.pieces, strict=False)
    ]


def _from(framing: Framing, start_ms: int, duration_ms: int) -> Framing:
    """`framing` counted from `start_ms`."""
    if not isinstance(framing.focus, FocusPath):
        return framing
    return replace(framing, focus=framing.focus.within(start_ms, start_ms + duration_ms))


def _piece(
    footage: FootagePicture, piece: Piece, framing: Framing, profile: PictureProfile, inputs: Inputs
) -> Node:
    """A stretch of a file on the output's grid of frames, whatever its own rate.

    Decoding begins at the key frame before the stretch and the frame then showing is kept, so a stretch
    looks the same however it is cut. A quarter of a frame is added before rounding down: common rates
    then never fall on the edge between two frames.
    """
    source = min(piece.source_ms, max(0, footage.info.duration_ms - LAST_MS))
    lead = (piece.source_ms - source) / 1000
    opened = inputs.open(footage.path, ss=seconds(source), noaccurate_seek=None)
    timed = opened.filter("settb", "AVTB").filter(
        "setpts", f"(PTS-{lead:.3f}/TB)/{piece.speed:.6g}+{0.25 / profile.fps:.6f}/TB"
    )
    # `start_time` also drops a last frame that came before the stretch; near the end that one is wanted.
    gridded = (
        timed.filter("fps", profile.fps, round="down", eof_action="pass")
        .filter("tpad", stop=-1, stop_mode="clone")
        .filter("trim", start=0)
        if lead
        else timed.filter("fps", profile.fps, round="down", eof_action="pass", start_time=0).filter(
            "tpad", stop=-1, stop_mode="clone"
        )
    )
    framed = _framed(_to_bt709(gridded, footage.info), footage.info, framing, profile)
    return _lasting(framed, piece.duration_ms, profile)


def _to_bt709(node: Node, info: MediaInfo) -> Node:
    """HDR brought to BT.709; SDR is left for the scaler, which changes matrix and range on its way."""
    if info.transfer == "sdr":
        return node
    transfer = {"pq": "smpte2084", "hlg": "arib-std-b67"}[info.transfer]
    return (
        node.filter("zscale", tin=transfer, pin="bt2020", min="bt2020nc", t="linear", npl=NITS)
        .filter("format", "gbrpf32le")
        .filter("zscale", p="bt709")
        .filter("tonemap", "mobius", desat=0)
        .filter("zscale", t="bt709", m="bt709", p="bt709", r="tv")
        .filter("format", "yuv420p")
    )


def _framed(node: Node, info: MediaInfo, framing: Framing, profile: PictureProfile) -> Node:
    raster = Size(profile.width, profile.height)
    focus = framing.focus
    if isinstance(focus, FocusPath):
        return _panned(_covering(node, info, raster), cover(info, raster), focus, raster, profile.fps)
    if framing.fit == "crop":
        return _scaled(_cropped(node, info, raster, focus), info, raster)
    inside = fit_within(info, raster)
    if framing.fit == "pad":
        return _scaled(node, info, inside).filter(
            "pad", raster.width, raster.height, "(ow-iw)/2", "(oh-ih)/2"
        )
    copies = node.filter_multi_output("split")
    small = Size(raster.width // BLUR_SHRINK // 2 * 2, raster.height // BLUR_SHRINK // 2 * 2)
    surround = (
        _scaled(_cropped(copies[0], info, raster, focus), info, small)
        .filter("gblur", sigma=4)
        .filter("eq", brightness=-0.08)
        .filter("scale", raster.width, raster.height, flags="bilinear")
        .filter("setsar", 1)
    )
    return ffmpeg.overlay(surround, _scaled(copies[1], info, inside), x="(W-w)/2", y="(H-h)/2")


def _covering(node: Node, info: MediaInfo, raster: Size) -> Node:
    """The whole source at the least size that leaves nothing of the raster bare."""
    return _scaled(node, info, cover(info, raster))


def _panned(node: Node, whole: Size, path: FocusPath, raster: Size, fps: int) -> Node:
    """The raster's part of `node`, which is `whole` in size, going along `path`.

    It is cut out after scaling, and so moves by 2 pixels of the raster, not of a source yet to be enlarged.
    """
    x = offset(coordinate(path, 0, fps, "n"), whole.width, raster.width)
    y = offset(coordinate(path, 1, fps, "n"), whole.height, raster.height)
    return node.filter("crop", raster.width, raster.height, x, y)


def _cropped(node: Node, info: MediaInfo, raster: Size, focus: tuple[float, float]) -> Node:
    part = crop_to(info, raster, focus)
    return node.filter("crop", part.width, part.height, part.x, part.y)


def _scaled(node: Node, info: MediaInfo, size: Size) -> Node:
    tone_mapped = info.transfer != "sdr"
    return node.filter(
        "scale",
        size.width,
        size.height,
        flags="bicubic",
        in_color_matrix="bt709" if tone_mapped else {"bt2020nc": "bt2020"}.get(info.matrix, info.matrix),
        in_range="full" if info.full_range and not tone_mapped else "limited",
        out_color_matrix="bt709",
        out_range="limited",
    ).filter("setsar", 1)


def _still(still: StillView, profile: PictureProfile, inputs: Inputs) -> Node:
    picture = still.picture
    opened = inputs.open(picture.path, framerate=profile.fps)
    if picture.motion == "none":
        return _lasting(_held(opened, picture, profile), still.duration_ms, profile)
    large = profile.model_copy(
        update={"width": profile.width * ZOOM_OVERSAMPLING, "height": profile.height * ZOOM_OVERSAMPLING}
    )
    first = frames(still.offset_ms, profile.fps)
    last = max(1, frames(picture.duration_ms, profile.fps) - 1)
    share = f"(on+{first})/{last}" if picture.motion == "in" else f"(1-(on+{first})/{last})"
    x, y = _zoom_centre(picture.framing, profile.fps)
    moves = isinstance(picture.framing.focus, FocusPath)
    framed = _held(opened, picture, large) if moves else _framed_still(opened, picture, large)
    path = {
        "z": f"1+{ZOOM}*{share}",
        "x": f"(iw-iw/zoom)*{x}",
        "y": f"(ih-ih/zoom)*{y}",
        # Frames out for each frame in.
        "d": 1 if moves else frames(still.duration_ms, profile.fps),
        "fps": profile.fps,
    }
    return _lasting(_zoomed(framed, Size(profile.width, profile.height), path), still.duration_ms, profile)


def _zoomed(node: Node, size: Size, path: Mapping[str, object]) -> Node:
    """`node` (4:2:0) through zoompan along `path`, to `size`."""
    planes = node.filter_multi_output("extractplanes", "y+u+v")
    zoomed = [
        planes[number].filter("zoompan", s=f"{size.width // part}x{size.height // part}", **path)
        for number, part in enumerate((1, 2, 2))
    ]
    return ffmpeg.filter(zoomed, "mergeplanes", map1s=1, map2s=2, format="yuv420p")


def _framed_still(opened: Node, picture: StillPicture, profile: PictureProfile) -> Node:
    """One frame: the raster's part of a still."""
    return _framed(opened, picture.info, picture.framing, profile).filter("format", "yuv420p")


def _held(opened: Node, picture: StillPicture, profile: PictureProfile) -> Node:
    """The raster's part of a still for ever; it is scaled once, wherever the focus goes."""
    focus, raster = picture.framing.focus, Size(profile.width, profile.height)
    if not isinstance(focus, FocusPath):
        return _framed_still(opened, picture, profile).filter("loop", loop=-1, size=1)
    whole = _covering(opened, picture.info, raster).filter("format", "yuv420p")
    endless = whole.filter("loop", loop=-1, size=1)
    return _panned(endless, cover(picture.info, raster), focus, raster, profile.fps)


def _zoom_centre(framing: Framing, fps: int) -> tuple[str, str]:
    """Where the zoom goes, as fractions of the framed picture."""
    focus = framing.focus
    if isinstance(focus, FocusPath):
        return coordinate(focus, 0, fps, "on"), coordinate(focus, 1, fps, "on")
    return f"{focus[0]:.4f}", f"{focus[1]:.4f}"


def _plates(plates: tuple[Plate, ...], duration_ms: int, profile: PictureProfile, inputs: Inputs) -> Node:
    starts = [-(-plate.at_ms * profile.fps // 1000) for plate in plates]
    ends = [*starts[1:], frames(duration_ms, profile.fps)]
    return joined(
        [
            _drawn(plate, profile, inputs)
            .filter("trim", end_frame=end - start)
            .filter("setpts", "PTS-STARTPTS")
            for plate, start, end in zip(plates, starts, ends, strict=True)
            if end > start
        ]
    )


def _drawn(plate: Plate, profile: PictureProfile, inputs: Inputs) -> Node:
    return (
        inputs.open(plate.path, framerate=profile.fps)
        .filter("scale", out_color_matrix="bt709", out_range="limited", flags="accurate_rnd+full_chroma_int")
        .filter("format", "yuv420p")
        .filter("setsar", 1)
        .filter("loop", loop=-1, size=1)
    )


def _overlaid(
    node: Node, overlay: Overlay, duration_ms: int, profile: PictureProfile, inputs: Inputs
) -> Node:
    """The drawing over `node`, fading in and out at its own times, which may lie outside this stretch."""
    at, until = overlay.at_ms / 1000, overlay.until_ms / 1000
    fade = OVERLAY_FADE_MS / 1000
    shift = max(0.0, -at)
    drawing = (
        inputs.open(overlay.path, framerate=profile.fps)
        .filter("scale", out_color_matrix="bt709", out_range="limited", flags="accurate_rnd+full_chroma_int")
        .filter("format", "yuva420p")
        .filter("loop", loop=-1, size=1)
        .filter("trim", end_frame=frames(duration_ms, profile.fps))
        .filter("setpts", f"PTS+{shift:.3f}/TB")
        .filter("fade", type="in", start_time=f"{at + shift:.3f}", duration=fade, alpha=1)
        .filter("fade", type="out", start_time=f"{until + shift - fade:.3f}", duration=fade, alpha=1)
        .filter("setpts", f"PTS-{shift:.3f}/TB")
    )
    return ffmpeg.overlay(
        node,
        drawing,
        x=overlay.x,
        y=overlay.y,
        enable=f"gte(t,{max(0.0, at):.3f})*lt(t,{until:.3f})",
        format="yuv420",
    )


def _lasting(node: Node, duration_ms: int, profile: PictureProfile) -> Node:
    return node.filter("trim", end_frame=frames(duration_ms, profile.fps)).filter("setpts", "PTS-STARTPTS")


def _settled(node: Node, profile: PictureProfile) -> Node:
    return (
        node.filter("format", "yuv420p")
        .filter("settb", f"1/{profile.fps}")
        .filter(
            "setparams",
            range="limited",
            color_primaries="bt709",
            color_trc="bt709",
            colorspace="bt709",
        )
    )
