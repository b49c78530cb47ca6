"""Command lines: what ffmpeg is asked to do, compared as arguments. Nothing is encoded here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hoso.channels.model import PictureProfile
from hoso.media.probe import MediaInfo
from hoso.render.graph import Print, run_arguments, run_cues
from hoso.render.pictures import (
    FootagePicture,
    Framing,
    Overlay,
    Plate,
    PlatesPicture,
    ScenePicture,
    StillPicture,
)
from hoso.render.segments import Segment, Span
from hoso.subtitles.look.captions import Caption
from hoso.timeline.model import Piece

CENTRE = Framing("crop", (0.5, 0.5))
WIDE = MediaInfo(60_000, 1280, 720, has_video=True)
FOOTAGE = ScenePicture(FootagePicture(Path("a.mp4"), "aa", WIDE, CENTRE, (Piece(2000, 5000, 1.0),)))
OUT = Path("out")


def command(
    segments: list[Segment], pictures: Mapping[int, ScenePicture], profile: PictureProfile
) -> list[str]:
    """The command line that encodes one film without subtitles."""
    return run_arguments(segments, pictures, profile, [Print(profile.encoding, OUT)])


def graph_of(arguments: list[str]) -> list[str]:
    """The filterchains of a command line."""
    return arguments[arguments.index("-filter_complex") + 1].split(";")


def inputs_of(arguments: list[str]) -> list[str]:
    """The input files of a command line."""
    return [arguments[index + 1] for index, word in enumerate(arguments) if word == "-i"]


def one(scene: int, offset: int, duration: int, *captions: Caption) -> Segment:
    """A segment of one span."""
    return Segment(offset, duration, (Span(scene, offset, duration),), captions)


def test_two_neighbours_are_one_encode_split_at_a_frame(profile: PictureProfile) -> None:
    """The golden command line of four seconds of one scene under a subtitle."""
    arguments = run_arguments(
        [one(0, 0, 2000), one(0, 2000, 2000)],
        {0: FOOTAGE},
        profile,
        [Print(profile.encoding, OUT, Path("cues.ass"))],
    )
    assert arguments == [
        *("-filter_threads", "1", "-filter_complex_threads", "1"),
        *("-noaccurate_seek", "-ss", "2.000", "-thread_queue_size", "8", "-threads", "1", "-i", "a.mp4"),
        "-filter_complex",
        "[0:v]settb=AVTB[s0];"
        "[s0]setpts=(PTS-0.000/TB)/1+0.010000/TB[s1];"
        "[s1]fps=25:eof_action=pass:round=down:start_time=0[s2];"
        "[s2]tpad=stop=-1:stop_mode=clone[s3];"
        "[s3]crop=1280:720:0:0[s4];"
        "[s4]scale=320:180:flags=bicubic:in_color_matrix=bt709:in_range=limited:out_color_matrix=bt709"
        ":out_range=limited[s5];"
        "[s5]setsar=1[s6];"
        "[s6]trim=end_frame=100[s7];"
        "[s7]setpts=PTS-STARTPTS[s8];"
        "[s8]format=yuv420p[s9];"
        "[s9]settb=1/25[s10];"
        "[s10]setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=limited[s11];"
        "[s11]ass=filename=cues.ass[s12]",
        *(
            "-map",
            "[s12]",
            "-f",
            "segment",
            "-b-pyramid",
            "none",
            "-bf",
            "2",
            "-bsf:v",
            "filter_units=remove_types=6",
            "-c:v",
            "libx264",
            "-color_primaries",
            "bt709",
        ),
        *("-color_range", "tv", "-color_trc", "bt709", "-colorspace", "bt709", "-crf", "20"),
        *("-enc_time_base", "1/25", "-fflags", "+bitexact", "-flags:v", "+cgop+bitexact"),
        *("-force_key_frames", "2.000", "-fps_mode", "passthrough", "-g", "50", "-keyint_min", "12"),
        *("-level:v", "3.0", "-pix_fmt", "yuv420p", "-preset", "veryfast", "-profile:v", "high"),
        *("-reset_timestamps", "1", "-segment_format", "mp4", "-segment_format_options"),
        "movflags=+negative_cts_offsets:use_editlist=0:video_track_timescale=90000",
        *("-segment_frames", "50", "-segment_list", "out/done.csv", "-threads:v", "1"),
        *("-x264-params", "stitchable=1", "out/%04d.mp4"),
    ]


def test_a_run_is_drawn_once_for_all_its_prints(profile: PictureProfile) -> None:
    """Subtitles are burned in once for those that have the same; the small one has none, and comes first."""
    cues, outs = Path("cues.ass"), [Path(name) for name in ("a", "b", "c")]
    prints = [
        Print(profile.encoding, outs[0], cues),
        Print(profile.encoding, outs[1], size=(160, 90)),
        Print(profile.encoding, outs[2], cues),
    ]
    arguments = run_arguments([one(0, 0, 2000)], {0: FOOTAGE}, profile, prints)
    graph = graph_of(arguments)
    assert inputs_of(arguments) == ["a.mp4"]
    assert sum("ass=" in part for part in graph) == 1
    assert sum("scale=" in part for part in graph) == 2
    assert [word for word in arguments if word.endswith("%04d.mp4")] == [
        "b/%04d.mp4",
        "a/%04d.mp4",
        "c/%04d.mp4",
    ]


def test_a_fade_opens_both_scenes(profile: PictureProfile) -> None:
    """A transition blends the end of one scene with the start of the next, over its own length."""
    still = StillPicture(Path("b.jpg"), "bb", WIDE, CENTRE, "in", 4000)
    fade = Segment(4600, 400, (Span(0, 4600, 400), Span(1, 0, 400)), ())
    arguments = command([fade], {0: FOOTAGE, 1: ScenePicture(still)}, profile)
    assert inputs_of(arguments) == ["a.mp4", "b.jpg"]
    assert any("xfade=duration=0.4:offset=0:transition=fade" in part for part in graph_of(arguments))
    assert "6.600" in arguments


def test_the_same_file_twice_is_two_inputs(profile: PictureProfile) -> None:
    """A loop opens the file again for each lap, so that no lap waits in memory for another."""
    lap = Piece(0, 1000, 1.0)
    looped = ScenePicture(FootagePicture(Path("a.mp4"), "aa", WIDE, CENTRE, (lap, lap)))
    arguments = command([one(0, 0, 2000)], {0: looped}, profile)
    assert inputs_of(arguments) == ["a.mp4", "a.mp4"]
    assert any("concat" in part for part in graph_of(arguments))


def test_a_zoom_goes_on_where_the_segment_before_ended(profile: PictureProfile) -> None:
    """Ken Burns counts frames from the scene's start, not from the segment's."""
    still = ScenePicture(StillPicture(Path("b.jpg"), "bb", WIDE, CENTRE, "in", 4040))
    arguments = command([one(0, 2000, 2000)], {0: still}, profile)
    zooms = [part for part in graph_of(arguments) if "zoompan" in part]
    assert [part.count("(on+50)/100") for part in zooms] == [1, 1, 1]
    assert [part.count("s=320x180") for part in zooms] == [1, 0, 0]
    assert [part.count("s=160x90") for part in zooms] == [0, 1, 1]


def test_hdr_is_tone_mapped(profile: PictureProfile) -> None:
    """PQ footage goes through linear light to BT.709; SDR footage does not."""
    info = MediaInfo(9000, 3840, 2160, transfer="pq", matrix="bt2020nc", has_video=True)
    hdr = ScenePicture(FootagePicture(Path("h.mov"), "hh", info, CENTRE, (Piece(0, 2000, 1.0),)))
    graph = ";".join(graph_of(command([one(0, 0, 2000)], {0: hdr}, profile)))
    assert "tonemap=mobius" in graph
    assert graph.index("t=linear") < graph.index("tonemap") < graph.index("scale=320:180")


def test_plates_change_at_their_frames(profile: PictureProfile) -> None:
    """A plate due within a frame is seen from the next frame on."""
    plates = PlatesPicture((Plate(0, Path("0.png"), "p0"), Plate(810, Path("1.png"), "p1")))
    graph = graph_of(command([one(0, 0, 2000)], {0: ScenePicture(plates)}, profile))
    assert [part.split("=")[-1].split("[")[0] for part in graph if "]trim=" in part] == ["21", "29"]


def test_a_lower_third_that_began_earlier_goes_on(profile: PictureProfile) -> None:
    """In a later segment the drawing is there from the first frame, its fade-in long over."""
    over = Overlay(Path("o.png"), "oo", 10, 20, at_ms=400, until_ms=4400)
    arguments = command([one(0, 2000, 2000)], {0: ScenePicture(FOOTAGE.base, (over,))}, profile)
    graph = ";".join(graph_of(arguments))
    assert "setpts=PTS+1.600/TB" in graph
    assert "lt(t" in graph
    assert "2.400)" in graph
    assert command([one(0, 4600, 400)], {0: ScenePicture(FOOTAGE.base, (over,))}, profile).count("-i") == 1


def test_the_cues_of_a_run_are_in_the_runs_time() -> None:
    """Cues of later segments are shifted by the segments before them."""
    segments = [one(0, 2000, 2000, Caption(1500, 2000, "가")), one(0, 4000, 1000, Caption(0, 300, "가"))]
    assert run_cues(segments) == (Caption(1500, 2000, "가"), Caption(2000, 2300, "가"))
