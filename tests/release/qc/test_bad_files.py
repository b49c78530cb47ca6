"""Files spoiled one thing at a time: each fault is found, and nothing else is blamed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from hoso.media.ffmpeg import run
from hoso.release.qc.expectation import DueCue, DueQr
from hoso.release.qc.stretches import Stretch
from hoso.sound.programme import Programme
from hoso.subtitles.cues import Cue
from tests.release.qc.qc_material import QR, Reel, Studio, channel, fact, spoil

FREEZE = "split[a][b];[a][b]freezeframes=first=57:last=161:replace=57"
SPOILED: dict[str, tuple[dict[str, Any], set[str]]] = {
    "nothing, but coded again": ({"picture": "null", "sound": "anull"}, set()),
    "small": ({"picture": "scale=320:180"}, {"raster"}),
    "wide pixels": ({"picture": "setsar=4/3"}, {"raster"}),
    "30 a second": ({"picture": "fps=30", "enc_time_base": "1/30"}, {"frame rate"}),
    "uneven": ({"picture": "setpts=PTS+eq(N\\,100)*0.01/TB", "enc_time_base": "1/1000"}, {"frame rate"}),
    "level": ({"level:v": "4.0"}, {"picture codec"}),
    "profile": ({"profile:v": "main"}, {"picture codec"}),
    "B-frames": ({"bf": 5, "x264-params": "stitchable=1:b-adapt=0"}, {"picture codec"}),
    "4:4:4": ({"pix_fmt": "yuv444p", "profile:v": "high444"}, {"picture codec"}),
    "long GOP": ({"g": 100, "keyint_min": 100, "x264-params": "scenecut=0"}, {"key frames"}),
    "open GOP": ({"flags:v": "+bitexact", "x264-params": "open-gop=1"}, {"key frames"}),
    "colour tags": (
        {"picture": "setparams=color_primaries=bt470bg", "color_primaries": "bt470bg"},
        {"colours"},
    ),
    "full range": ({"picture": "setparams=range=pc", "color_range": "pc"}, {"colours", "picture codec"}),
    "index at the end": ({"movflags": "+negative_cts_offsets"}, {"faststart"}),
    "edit list": ({"movflags": "+faststart", "use_editlist": 1}, {"edit lists"}),
    "short": ({"t": "9"}, {"length"}),
    "late sound": ({"sound": "adelay=60:all=1,atrim=end=10"}, {"sound offset"}),
    "drifting sound": ({"sound": "atempo=0.995,atrim=end=10"}, {"sound offset"}),
    "loud": ({"sound": "volume=-2dB"}, {"loudness"}),
    "clipped": ({"sound": "volume=12dB"}, {"loudness", "true peak"}),
    "44100": ({"sound": "anull", "ar": 44_100}, {"sound codec"}),
    "one channel": ({"sound": "pan=mono|c0=c0", "ac": 1}, {"sound codec", "loudness"}),
    "another codec": (
        {"c:a": "libmp3lame", "b:a": 192_000, "write_xing": 0},
        {"sound codec", "encoder names"},
    ),
    "no language": ({"metadata:s:a:0": "language=und"}, {"language"}),
    "black": ({"picture": "drawbox=t=fill:c=black:enable=between(t\\,2.25\\,2.5)"}, {"black"}),
    "frozen": ({"picture": FREEZE}, {"frozen", "uncalled subtitle"}),
    "silent": (
        {"sound": "volume=0:enable=between(t\\,5.3\\,7.6)"},
        {"silent"},
    ),
    "a line is missing": (
        {"sound": "volume=0:enable=between(t\\,0.1\\,4.9)"},
        {"silent", "unheard line"},
    ),
    "place": ({"metadata": "location=+39.0392+125.7625/"}, {"boxes", "metadata"}),
    "author": ({"metadata": "artist=Kim"}, {"boxes", "metadata"}),
    "date": ({"metadata": "creation_time=2024-10-23T09:00:00Z"}, {"metadata"}),
    "device": (
        {"metadata": "model=Phone", "movflags": "+faststart+negative_cts_offsets+use_metadata_tags"},
        {"boxes", "metadata"},
    ),
    "muxer's name": ({"fflags": "+genpts", "flags": "-bitexact"}, {"boxes", "metadata", "encoder names"}),
    "coder's settings": ({"bsf:v": "null"}, {"encoder names"}),
    "handler": ({"metadata:s:v:0": "handler_name=GoPro AVC"}, {"metadata"}),
    "no code": ({"picture": "drawbox=80:0:200:180:t=fill:c=gray"}, {"QR code", "uncalled subtitle"}),
}


@pytest.mark.parametrize("name", SPOILED)
def test_each_fault_is_found(reel: Reel, tmp_path: Path, name: str) -> None:
    """The rules that are broken, and only they, say so; each fault has a remedy."""
    settings, due = SPOILED[name]
    path = spoil(reel.path, tmp_path / "spoiled.mp4", **settings)
    inspection = reel.inspect(path)
    assert {fault.rule for fault in inspection.faults} == due, inspection.faults
    assert all(fault.message and fault.remedy for fault in inspection.faults)
    assert inspection.passed is not bool(due)


def test_a_missing_subtitle_is_found(reel: Reel) -> None:
    """The subtitle-free film has none of its cues, and each is named with its time."""
    faults = reel.inspect(reel.clean).faults
    assert [(fault.rule, fault.at_ms) for fault in faults] == [
        ("missing subtitle", 1400),
        ("missing subtitle", 4000),
        ("missing subtitle", 6600),
    ]
    assert "살아야 합니다" in faults[0].message


def test_one_missing_subtitle_is_found(reel: Reel, tmp_path: Path) -> None:
    """A cue that is covered up is the one that is blamed."""
    cover = "drawbox=0:180:iw:90:t=fill:c=0x606060:enable=between(t\\,2.9\\,4.9)"
    clean = spoil(reel.clean, tmp_path / "clean.mp4", picture=cover)
    path = spoil(reel.path, tmp_path / "covered.mp4", picture=cover)
    faults = reel.inspect(path, clean=clean).faults
    assert [(fault.rule, fault.at_ms) for fault in faults] == [("missing subtitle", 4000)]


def test_a_subtitle_that_is_not_due_is_found(reel: Reel) -> None:
    """What is burned in where the plan has no cue is a fault too."""
    faults = reel.inspect(reel.path, cues=reel.expected.cues[:1]).faults
    assert {fault.rule for fault in faults} == {"uncalled subtitle"}


def test_another_code_is_found(reel: Reel) -> None:
    """A code that can be read but says something else is named with what it says."""
    (fault,) = reel.inspect(reel.path, qr=(DueQr("https://hoso.dev/", QR),)).faults
    assert fault.rule == "QR code"
    assert "says https://hoso.dev/live" in fault.message


def test_limits_of_the_channel(reel: Reel, tmp_path: Path) -> None:
    """Bytes, longest and shortest length are the channel's."""
    small = channel(max_bytes=fact(100_000))
    assert reel.rules(reel.path, channel=small) == {"size"}
    assert reel.rules(reel.path, channel=channel(max_seconds=fact(9))) == {"channel length"}
    assert reel.rules(reel.path, channel=channel(min_seconds=fact(11))) == {"channel length"}


def test_a_still_and_a_silence_that_are_due_are_no_fault(reel: Reel, tmp_path: Path) -> None:
    """Cards stand still and pauses are silent: what the plan allows passes, as long as it lasts."""
    path = spoil(
        reel.path,
        tmp_path / "quiet.mp4",
        picture=FREEZE,
        sound="volume=0:enable=between(t\\,5.3\\,7.6)",
    )
    clean = spoil(reel.clean, tmp_path / "clean.mp4", picture=FREEZE)
    stills, silences = (Stretch(2000, 6500),), (Stretch(5300, 7600),)
    due = reel.expected.cues[:1] + reel.expected.cues[2:]
    assert reel.rules(path, clean=clean, cues=due, stills=stills, silences=silences) == set()
    late = (Stretch(4000, 6500),)
    assert reel.rules(path, clean=clean, cues=due, stills=late, silences=silences) == set()
    assert reel.rules(path, clean=clean, cues=due, silences=silences) == {"frozen"}


def test_tracks(reel: Reel, tmp_path: Path) -> None:
    """A second sound, a missing sound and a text track that nobody asked for."""
    twice = tmp_path / "twice.mp4"
    flags = ["-c", "copy", "-fflags", "+bitexact", "-movflags", "+faststart+negative_cts_offsets"]
    flags += ["-use_editlist", "0", "-video_track_timescale", "90000"]
    run(["-i", str(reel.path), "-map", "0:v", "-map", "0:a", "-map", "0:a", *flags, str(twice)])
    assert reel.rules(twice) == {"tracks"}
    mute = tmp_path / "mute.mp4"
    run(["-i", str(reel.path), "-an", *flags, str(mute)])
    assert "tracks" in reel.rules(mute)


def test_text_tracks(reel: Reel, tmp_path: Path) -> None:
    """The text tracks asked for have to be there, in their languages."""
    text, out = tmp_path / "ru.srt", tmp_path / "texts.mp4"
    text.write_text("1\n00:00:01,000 --> 00:00:02,000\nЖить\n", "utf-8")
    settings = ["-c", "copy", "-c:s", "mov_text", "-metadata:s:s:0", "language=rus", "-fflags", "+bitexact"]
    layout = ["-movflags", "+faststart+negative_cts_offsets", "-use_editlist", "0"]
    layout += ["-video_track_timescale", "90000", "-map_metadata", "-1", "-metadata:s:a:0", "language=kor"]
    run(["-i", str(reel.path), "-i", str(text), "-map", "0", "-map", "1", *settings, *layout, str(out)])
    assert reel.rules(out, texts=("ru",)) == set()
    assert reel.rules(out, texts=("uk",)) == {"tracks"}
    assert reel.rules(out) == {"tracks"}


def test_damage_is_found(reel: Reel, tmp_path: Path) -> None:
    """Bytes overwritten in the middle make a decoder stumble; a file cut short can't be read."""
    broken = tmp_path / "broken.mp4"
    data = bytearray(reel.path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(3000)
    broken.write_bytes(data)
    assert "damage" in reel.rules(broken)
    short = tmp_path / "short.mp4"
    short.write_bytes(reel.path.read_bytes()[:2000])
    inspection = reel.inspect(short)
    assert [fault.rule for fault in inspection.faults] == ["readable"]
    assert inspection.measured is None


def test_another_container_is_found(reel: Reel, tmp_path: Path) -> None:
    """QuickTime under the name of MP4 is told by its brand."""
    path = tmp_path / "film.mp4"
    run(["-i", str(reel.path), "-c", "copy", "-f", "mov", "-movflags", "+faststart", str(path)])
    assert "container" in reel.rules(path)


def test_boxes_that_no_reader_lists_are_found(reel: Reel, tmp_path: Path) -> None:
    """A `uuid` box, as XMP and many cameras write it, words in free space, and a date in a header."""
    data = reel.path.read_bytes()
    xmp = tmp_path / "xmp.mp4"
    body = bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + b"<x:xmpmeta/>"
    xmp.write_bytes(data + (len(body) + 8).to_bytes(4, "big") + b"uuid" + body)
    assert reel.rules(xmp) == {"boxes"}
    words = tmp_path / "free.mp4"
    words.write_bytes(data + b"\x00\x00\x00\x10freeKim 1234")
    assert reel.rules(words) == {"metadata"}
    dated, at = bytearray(data), data.index(b"mvhd")
    dated[at + 8 : at + 12] = (3_800_000_000).to_bytes(4, "big")
    (tmp_path / "dated.mp4").write_bytes(dated)
    assert reel.rules(tmp_path / "dated.mp4") == {"metadata"}


def test_a_caption_has_to_be_there(reel: Reel, tmp_path: Path) -> None:
    """Missing, empty or not UTF-8 is a fault; words are none."""
    caption = tmp_path / "tiny.txt"
    assert reel.rules(reel.path, caption=caption) == {"caption"}
    caption.write_text(" \n", "utf-8")
    assert reel.rules(reel.path, caption=caption) == {"caption"}
    caption.write_bytes("여러분".encode("cp949"))
    assert reel.rules(reel.path, caption=caption) == {"caption"}
    caption.write_text("여러분", "utf-8")
    assert reel.rules(reel.path, caption=caption) == set()


def test_sound_that_is_another(reel: Reel, studio: Studio, tmp_path: Path) -> None:
    """A sound mixed from other words is not the programme's."""
    other = tmp_path / "other.wav"
    run(["-f", "lavfi", "-i", "anoisesrc=d=10:r=48000:a=0.3:seed=7", "-ac", "2", str(other)])
    assert reel.rules(reel.path, programme=Programme(other, "other")) == {"sound offset"}


def test_traces_in_sound_files(reel: Reel, studio: Studio, tmp_path: Path) -> None:
    """LIST chunks, ID3 tags and the names that MP3 coders leave at whatever bit."""
    heard: dict[str, Any] = {"channel": channel(picture=None, files=fact(["wav", "mp3"])), "profile": None}
    heard |= {"cues": (), "qr": (), "clean": None}
    wav, mp3 = tmp_path / "a.wav", tmp_path / "a.mp3"
    run(["-i", str(studio.sound("wav")), "-c", "copy", "-metadata", "artist=Kim", str(wav)])
    assert reel.rules(wav, file_format="wav", **heard) == {"boxes", "metadata", "encoder names"}
    run(["-i", str(studio.sound("mp3")), "-c", "copy", "-metadata", "artist=Kim", str(mp3)])
    assert reel.rules(mp3, file_format="mp3", **heard) >= {"boxes", "metadata"}
    named = tmp_path / "named.mp3"
    data = studio.sound("mp3").read_bytes()
    signed = int.from_bytes(b"LAME3.100") << 3
    named.write_bytes(data + signed.to_bytes(10))
    assert "encoder names" in reel.rules(named, file_format="mp3", **heard)


def test_a_cue_after_the_end_is_missed(reel: Reel, tmp_path: Path) -> None:
    """A film that stops before a cue is short; the subtitle rule does not stumble over it."""
    path = tmp_path / "short.mp4"
    shutil.copy(spoil(reel.path, tmp_path / "cut.mp4", t="6"), path)
    late = (*reel.expected.cues, DueCue("ko", Cue(8800, 9600, "살 수 있습니다")))
    assert "length" in reel.rules(path, cues=late)
