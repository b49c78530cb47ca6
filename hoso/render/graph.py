"""From a run of segments to ffmpeg's command line. Pure: tested as arguments, nothing is encoded here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import ffmpeg

from hoso.base.clock import frames, seconds
from hoso.channels.model import AnyEncoding, Encoding, Mpeg4Encoding, PictureProfile
from hoso.media.ffmpeg import arguments
from hoso.render.chains import Inputs, Node, chain, joined
from hoso.render.pictures import ScenePicture
from hoso.render.runs import stretches
from hoso.render.segments import Segment, Span
from hoso.render.views import view
from hoso.subtitles.look.captions import Caption

TIME_SCALE = 90_000
"""Ticks a second in every MP4: a whole number a frame at each of our rates."""
THREADS = 1
"""x264's threads. Work is spread over runs: that costs less CPU and gives the same bytes everywhere."""
SIMPLE = 0
"""MPEG-4's Simple profile."""
COARSEST = 31


@dataclass(frozen=True, slots=True)
class Print:
    """One of the ways in which a run's picture is written."""

    encoding: AnyEncoding
    folder: Path
    """The segments become 0000.mp4, 0001.mp4, … in it; each finished one is named in done.csv."""
    subtitles: Path | None = None
    """The ASS document of the whole run, in the run's time."""
    size: tuple[int, int] | None = None
    """What the finished picture is scaled down to, width and height; None for the raster's own size."""
    every: int = 1
    """Of so many frames the first is written."""


def run_arguments(
    segments: Sequence[Segment],
    pictures: Mapping[int, ScenePicture],
    profile: PictureProfile,
    prints: Sequence[Print],
) -> list[str]:
    """The command line that draws neighbouring `segments` once and encodes them as each of `prints` wants it.

    `pictures` by scene index; of `profile` the raster and the frame rate count.
    """
    shown = run_picture(segments, pictures, profile, None)
    # Bare pictures first: while they hold a frame, ffmpeg burns subtitles into a copy of it.
    papers = sorted(dict.fromkeys(each.subtitles for each in prints), key=bool)
    outputs = []
    for paper, bare in zip(papers, _copies(shown, len(papers)), strict=True):
        same = [each for each in prints if each.subtitles == paper]
        for each, node in zip(same, _copies(_burned(bare, paper), len(same)), strict=True):
            outputs.append(_printed(node, segments, profile.fps, each))
    return [
        "-filter_threads",
        "1",
        "-filter_complex_threads",
        "1",
        *arguments(ffmpeg.merge_outputs(*outputs)),
    ]


def _printed(node: Node, segments: Sequence[Segment], drawn_fps: int, wanted: Print) -> Node:
    fps = drawn_fps // wanted.every
    if wanted.every > 1:
        node = node.filter("framestep", step=wanted.every)
    if wanted.size is not None:
        node = node.filter("scale", *wanted.size, flags="area")
    ends = list(accumulate(segment.duration_ms for segment in segments))
    settings: dict[str, Any] = encoder_settings(wanted.encoding, fps)
    if len(segments) > 1:
        settings["force_key_frames"] = ",".join(seconds(end) for end in ends[:-1])
        settings["segment_frames"] = ",".join(str(frames(end, fps)) for end in ends[:-1])
    else:
        settings["segment_frames"] = str(frames(ends[0], fps) + 1)
    return ffmpeg.output(
        node,
        str(wanted.folder / "%04d.mp4"),
        format="segment",
        segment_format="mp4",
        segment_list=str(wanted.folder / "done.csv"),
        reset_timestamps=1,
        segment_format_options=f"movflags=+negative_cts_offsets:use_editlist=0:video_track_timescale={TIME_SCALE}",
        **settings,
    )


def run_picture(
    segments: Sequence[Segment],
    pictures: Mapping[int, ScenePicture],
    profile: PictureProfile,
    subtitles: Path | None,
) -> Node:
    """The frames of neighbouring `segments`, `subtitles` (ASS, in the run's time) burned in."""
    inputs = Inputs()
    node = joined([_stretch(spans, pictures, profile, inputs) for spans in stretches(segments)])
    return _burned(node, subtitles)


def _copies(node: Node, count: int) -> list[Node]:
    if count == 1:
        return [node]
    parted = node.filter_multi_output("split", count)
    return [parted[number] for number in range(count)]


def _burned(node: Node, subtitles: Path | None) -> Node:
    return node if subtitles is None else node.filter("ass", filename=str(subtitles))


def run_cues(segments: Sequence[Segment]) -> tuple[Caption, ...]:
    """The captions of neighbouring `segments` in the run's time."""
    start = segments[0].start_ms
    return tuple(
        caption.shifted(segment.start_ms - start) for segment in segments for caption in segment.captions
    )


def encoder_settings(encoding: AnyEncoding, fps: int) -> dict[str, Any]:
    """The encoder's options: the parameter sets of all segments are the same, so that they can be joined."""
    gop = frames(encoding.gop_ms, fps)
    own = _x264(encoding, gop, fps) if isinstance(encoding, Encoding) else _mpeg4(encoding)
    settings = {
        **own,
        "g": gop,
        "threads:v": THREADS,
        "fflags": "+bitexact",
        "pix_fmt": "yuv420p",
        "color_range": "tv",
        "colorspace": "bt709",
        "color_primaries": "bt709",
        "color_trc": "bt709",
        "fps_mode": "passthrough",
        "enc_time_base": f"1/{fps}",
    }
    if encoding.maxrate is not None:
        settings["maxrate"] = encoding.maxrate
        settings["bufsize"] = encoding.maxrate
    return settings


def _x264(encoding: Encoding, gop: int, fps: int) -> dict[str, Any]:
    return {
        "c:v": "libx264",
        "preset": encoding.preset,
        "crf": encoding.crf,
        "profile:v": encoding.profile,
        "level:v": encoding.level,
        "bf": encoding.bframes,
        # B-frames that others refer to save a hundredth of the bytes, and cost every decoder a tenth.
        "b-pyramid": "none",
        "keyint_min": min(gop, fps // 2),
        "flags:v": "+cgop+bitexact",
        "x264-params": "stitchable=1",
        # NAL units of type 6 (SEI) would name the encoder and its settings.
        "bsf:v": "filter_units=remove_types=6",
    }


def _mpeg4(encoding: Mpeg4Encoding) -> dict[str, Any]:
    """Simple profile: no B-frames. Calm pictures stay at the finest quantiser, under the rate's ceiling."""
    rated = {"b:v": encoding.maxrate} if encoding.maxrate else {}
    return {
        "c:v": "mpeg4",
        "profile:v": SIMPLE,
        "level:v": encoding.level,
        "bf": 0,
        "qmin": encoding.quantiser,
        "qmax": max(encoding.quantiser, COARSEST),
        "flags:v": "+bitexact",
        **rated,
    }


def _stretch(
    spans: tuple[Span, ...], pictures: Mapping[int, ScenePicture], profile: PictureProfile, inputs: Inputs
) -> Node:
    nodes = [chain(view(pictures[span.scene], span), profile, inputs) for span in spans]
    if len(nodes) == 1:
        return nodes[0]
    length = spans[0].duration_ms / 1000
    faded = ffmpeg.filter(nodes, "xfade", transition="fade", duration=length, offset=0)
    # xfade works in 4:4:4, and what is joined to it would follow.
    return faded.filter("trim", end_frame=frames(spans[0].duration_ms, profile.fps)).filter(
        "format", "yuv420p"
    )
