"""What QC measures, held against Debian's ffprobe and ffmpeg and against exiftool: other readers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hoso.release.qc.means import Means
from hoso.release.qc.measure import measure
from hoso.release.qc.measured import Measured
from tests.release.qc.qc_material import Reel, spoil

needs_ffprobe = pytest.mark.skipif(
    not (shutil.which("ffprobe") and shutil.which("ffmpeg")), reason="needs Debian's package ffmpeg"
)
needs_exiftool = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="needs Debian's package libimage-exiftool-perl"
)


def output(*command: str | Path) -> str:
    """What a program prints."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def streams(path: Path) -> dict[str, Any]:
    """ffprobe's streams by their kind."""
    found = json.loads(output("ffprobe", "-v", "quiet", "-of", "json", "-show_streams", path))
    return {stream["codec_type"]: stream for stream in found["streams"]}


def measured(reel: Reel, path: Path) -> Measured:
    """QC's own facts."""
    return measure(path, reel.expected, Means())


@needs_ffprobe
@pytest.mark.parametrize("kind", ["reel", "phone"])
def test_ffprobe_reads_the_same(kind: str, request: pytest.FixtureRequest) -> None:
    """Codecs, profile, level, size, rate, number of frames, times, colours."""
    reel: Reel = request.getfixturevalue(kind)
    facts, probed = measured(reel, reel.path), streams(reel.path)
    picture, sound = facts.picture, facts.sound
    assert picture is not None
    assert sound is not None
    video, audio = probed["video"], probed["audio"]
    assert (picture.codec, picture.profile) == (video["codec_name"], video["profile"])
    assert float(picture.level) == video["level"] / (10 if picture.codec == "h264" else 1)
    assert (picture.width, picture.height) == (video["width"], video["height"])
    assert f"{picture.rate[0]}/{picture.rate[1]}" == video["avg_frame_rate"]
    assert picture.frames == int(video["nb_frames"])
    assert picture.end_ms == pytest.approx(float(video["duration"]) * 1000, abs=1)
    if picture.codec == "h264":
        assert picture.colours == (1, 1, 1, 1)
        assert (video["color_space"], video["color_primaries"]) == ("bt709", "bt709")
        assert (video["color_transfer"], video["color_range"]) == ("bt709", "tv")
    assert (sound.codec, sound.profile) == (audio["codec_name"], audio["profile"])
    assert (sound.sample_rate, sound.channels) == (int(audio["sample_rate"]), audio["channels"])


@needs_ffprobe
def test_ffprobe_finds_the_same_key_frames(reel: Reel) -> None:
    """The longest way from key frame to key frame, by another demuxer's flags."""
    flags = output("ffprobe", "-v", "quiet", "-select_streams", "v", "-show_entries", "packet=flags", "-of",
                   "csv=p=0", reel.path).split()  # fmt: skip
    keys = [number for number, flag in enumerate(flags) if flag.startswith("K")]
    facts = measured(reel, reel.path).picture
    assert facts is not None
    assert facts.longest_gop == max(b - a for a, b in zip(keys, [*keys[1:], len(flags)], strict=True))


@needs_ffprobe
def test_another_meter_reads_the_same(reel: Reel) -> None:
    """Loudness within 0.1 LU and true peak within 0.2 dB of Debian's ffmpeg."""
    log = output("ffmpeg", "-nostats", "-i", reel.path, "-vn", "-af", "ebur128=peak=true", "-f", "null", "-")
    summary = log[log.rindex("Summary:") :]
    lufs, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
    assert lufs is not None
    assert peak is not None
    sound = measured(reel, reel.path).sound
    assert sound is not None
    assert sound.lufs == pytest.approx(float(lufs[1]), abs=0.11)
    assert sound.true_peak == pytest.approx(float(peak[1]), abs=0.2)


TECHNICAL = re.compile(
    r"(File|System|ExifTool|Composite):|"
    r"QuickTime:(MajorBrand|MinorVersion|CompatibleBrands|MovieHeaderVersion|TimeScale|Duration|Preferred\w+|Preview\w+|"
    r"Poster\w+|Selection\w+|CurrentTime|NextTrackID|MatrixStructure|HandlerType|HandlerVendorID|MediaData\w+)$|"
    r"Track\d:(Track(HeaderVersion|ID|Duration|Layer|Volume)|Image\w+|GraphicsMode|OpColor|CompressorID|SourceImage\w+|"
    r"[XY]Resolution|BitDepth|ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|PixelAspectRatio|"
    r"BufferSize|MaxBitrate|AverageBitrate|VideoFrameRate|VideoFullRangeFlag|MatrixStructure|Media\w+|HandlerType|"
    r"HandlerDescription|Balance|AudioFormat|AudioChannels|AudioBitsPerSample|AudioSampleRate)$"
)


def exif(path: Path) -> dict[str, Any]:
    """exiftool's tags by group and name."""
    (tags,) = json.loads(output("exiftool", "-json", "-G1", "-ee", path))
    return {name: value for name, value in tags.items() if name != "SourceFile"}


@needs_exiftool
def test_exiftool_finds_nothing_but_the_technical(reel: Reel, phone: Reel) -> None:
    """Every tag that exiftool knows in our files is about playing; every date is unset."""
    for path in (reel.path, phone.path):
        tags = exif(path)
        dates = {name: value for name, value in tags.items() if name.endswith("Date") and "File" not in name}
        others = [name for name in tags if name not in dates and not TECHNICAL.match(name)]
        assert others == []
        assert {str(value) for name, value in dates.items()} <= {"0000:00:00 00:00:00"}


@needs_exiftool
@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"metadata": "location=+39.0392+125.7625/"}, "LocationInformation"),
        ({"metadata": "artist=Kim"}, "Artist"),
        ({"metadata": "creation_time=2024-10-23T09:00:00Z"}, "CreateDate"),
        ({"fflags": "+genpts", "flags": "-bitexact"}, "Encoder"),
    ],
)
def test_what_exiftool_finds_qc_finds(
    reel: Reel, tmp_path: Path, settings: dict[str, Any], name: str
) -> None:
    """A place, an author, a date and an encoder that exiftool lists are faults."""
    path = spoil(reel.path, tmp_path / "told.mp4", **settings)
    told = {key.partition(":")[2]: value for key, value in exif(path).items()}
    assert str(told.get(name, "")).strip("0: ") != "", sorted(told)
    assert reel.rules(path) & {"boxes", "metadata"}
