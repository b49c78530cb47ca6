"""A short message for every channel there is, each file opened with readers that hoso does not write with.

What is expected comes from the channels' and profiles' data and from the script, not from the renderer.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import soundfile

from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel, Encoding, PictureProfile
from hoso.media.ffmpeg import run
from tests.pipeline.pipeline_material import make_project, render, speech_like

CATALOG = Catalog.load()
FILMED = [channel for channel in CATALOG.channels if channel.picture is not None]
HEARD = [channel for channel in CATALOG.channels if channel.picture is None]

TITLE = "살아서 돌아가십시오"
POST = "살 수 있습니다. 련락하십시오."
PHONE, URL, SOURCE = "+380 44 111 2233", "https://hoso.dev", "Проєкт «Хочу жить»"
GUARANTEE, HEADING, STEPS = "때리지 않습니다", "이렇게 하십시오", ("무기를 버리십시오", "흰 천을 드십시오")
SPOKEN, CARDS = 1.7, (1.0, 1.2)
"""Seconds of the line and of the cards."""
PAUSES = 1.2
"""Seconds that the line's scene may last longer than the line."""
SCRIPT = f"""\
channels: [{", ".join(CATALOG.names)}]
title: {{ko: {TITLE}}}
post: {{ko: {POST}}}
hashtags: [hoso]
leaflet: {{guarantees: [{{ko: {GUARANTEE}}}]}}
scenes:
  - footage: field.mp4
    from: 0:00.2
    say:
      - {{id: first, ko: 항복하십시오!}}
  - card: steps
    heading: {{ko: {HEADING}}}
    items: [{", ".join(f"{{ko: {step}}}" for step in STEPS)}]
    seconds: {CARDS[0]}
  - card: contact
    seconds: {CARDS[1]}
"""
TOLD = {
    "location": "+39.0392+125.7625/",
    "artist": "Kim",
    "creation_time": "2024-10-23T09:00:00Z",
    "make": "Redmi",
    "comment": "north of the river",
}
"""What the footage tells of its making: nothing of it may be handed out."""

PROFILES = {"baseline": "Constrained Baseline", "main": "Main", "high": "High", "simple": "Simple Profile"}
"""How ffprobe calls them; what x264 makes as Baseline keeps to the constrained one."""
CHANNELS = {"mono": 1, "stereo": 2}
SOUND_RATE = 48_000
"""Of channels that don't ask for another."""
LOUDNESS, PEAK = 0.6, 0.3
"""Within which two meters and our own half LU agree, in LU and dB."""
FRAME = 1152 / SOUND_RATE
"""Seconds of an MP3 frame; coders put up to four around what they code."""

TECHNICAL = re.compile(
    r"(File|System|ExifTool|Composite|MPEG):|"
    r"QuickTime:(MajorBrand|MinorVersion|CompatibleBrands|MovieHeaderVersion|TimeScale|Duration|Preferred\w+|"
    r"Preview\w+|Poster\w+|Selection\w+|CurrentTime|NextTrackID|MatrixStructure|MediaData\w+)$|"
    r"Track\d:(Track(HeaderVersion|ID|Duration|Layer|Volume)|Image\w+|GraphicsMode|OpColor|CompressorID|"
    r"SourceImage\w+|[XY]Resolution|BitDepth|ColorProfiles|ColorPrimaries|TransferCharacteristics|"
    r"MatrixCoefficients|PixelAspectRatio|BufferSize|MaxBitrate|AverageBitrate|VideoFrameRate|"
    r"VideoFullRangeFlag|MatrixStructure|Media(HeaderVersion|TimeScale|Duration|LanguageCode)|HandlerType|"
    r"Balance|AudioFormat|AudioChannels|AudioBitsPerSample|AudioSampleRate)$|"
    r"RIFF:(NumChannels|SampleRate|AvgBytesPerSec|BitsPerSample)$|"
    r"JFIF:(JFIFVersion|ResolutionUnit|[XY]Resolution)$|"
    r"PDF:(PDFVersion|Linearized|PageCount|Language)$"
)
"""Tags of exiftool that are about playing and printing alone."""
NO_DATE = "0000:00:00 00:00:00"
NAMES = {
    "HandlerType": {"Metadata"},
    "HandlerVendorID": {"Apple"},
    "HandlerDescription": {"VideoHandler", "SoundHandler"},
    "Encoding": {"Microsoft PCM"},
    "Title": {TITLE},
}
"""Tags that could tell more, and all that they say. RIFF's Encoding is the code of its samples; every MP4's
empty list of tags has a handler as Apple invented it."""


def needs(*tools: str, package: str) -> pytest.MarkDecorator:
    """Skips a test where a tool is missing."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs Debian's package {package}")


needs_ffmpeg = needs("ffmpeg", "ffprobe", package="ffmpeg")
needs_exiftool = needs("exiftool", package="libimage-exiftool-perl")
needs_zbar = needs("zbarimg", package="zbar-tools")
needs_poppler = needs("pdftotext", "pdftoppm", "pdffonts", package="poppler-utils")
every_film = pytest.mark.parametrize("channel", FILMED, ids=lambda channel: channel.name)
every_sound = pytest.mark.parametrize("channel", HEARD, ids=lambda channel: channel.name)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of one message for every channel, from footage that tells much of its making."""
    videos = tmp_path_factory.mktemp("telling")
    sources = ["-f", "lavfi", "-i", "testsrc2=s=640x360:r=30:d=4", "-f", "lavfi", "-i", "sine=f=300:d=4"]
    tags = [part for name, value in TOLD.items() for part in ("-metadata", f"{name}={value}")]
    coding = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-movflags", "use_metadata_tags"]
    run([*sources, *coding, *tags, str(videos / "field.mp4")])
    (videos / "message").mkdir()
    soundfile.write(videos / "message" / "first.ko.wav", speech_like(SPOKEN, 1), 48_000)
    project = make_project(tmp_path_factory.mktemp("every"), videos)
    (project.scripts / "message.yaml").write_text(SCRIPT, "utf-8")
    outcome = render(project)
    assert [str(problem) for problem in outcome.problems if problem.level == "error"] == []
    return project.outputs / "message"


def output(*command: str | Path) -> str:
    """What a program prints; it must succeed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def probed(path: Path) -> dict[str, Any]:
    """ffprobe's streams by their kind, and the container as `format`."""
    found = json.loads(output("ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format", path))
    streams = {stream["codec_type"]: stream for stream in found["streams"]}
    assert len(streams) == len(found["streams"])
    return {**streams, "format": found["format"]}


def film(release: Path, channel: Channel) -> Path:
    """The file of a channel with a picture."""
    return release / "ko" / f"{channel.name}.{channel.formats[0]}"


def files(release: Path, channel: Channel) -> list[Path]:
    """All that is to be seen or heard of a channel."""
    return [release / "ko" / f"{channel.name}.{ending}" for ending in channel.formats]


def said(fact: Any, otherwise: Any = None) -> Any:
    """A fact's value, or what holds where nobody states one."""
    return otherwise if fact is None else fact.value


def codes(picture: Path) -> list[str]:
    """What zbarimg reads in a picture."""
    command = ["zbarimg", "--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.split()


def allowed(tag: str) -> set[str]:
    """What a tag of exiftool that is not technical may say, by its name without the group."""
    name = tag.partition(":")[2]
    return {NO_DATE} if name.endswith("Date") else NAMES.get(name, set())


def check_length(channel: Channel, seconds: float, spare: float) -> None:
    """As long as the script says, and as the channel takes."""
    least = SPOKEN + sum(CARDS)
    assert least <= seconds <= least + PAUSES + spare
    assert said(channel.min_seconds, 0) <= seconds <= said(channel.max_seconds, seconds)


def check_sound(channel: Channel, stream: dict[str, Any]) -> None:
    """The channel's layout and rate."""
    assert stream["channels"] == CHANNELS[channel.sound.channel_layout.value]
    assert int(stream["sample_rate"]) == said(channel.sound.sample_rate, SOUND_RATE)


def check_coding(profile: PictureProfile, video: dict[str, Any]) -> None:
    """Codec, profile, level, B-frames, and no more bits than the buffer lets through."""
    encoding = profile.encoding
    assert (video["codec_name"], video["profile"]) == (encoding.codec, PROFILES[encoding.profile])
    level = float(encoding.level) * (10 if isinstance(encoding, Encoding) else 1)
    assert video["level"] == level
    assert video["has_b_frames"] <= (encoding.bframes if isinstance(encoding, Encoding) else 0)
    if encoding.maxrate is not None:
        seconds = float(video["duration"])
        assert int(video["bit_rate"]) * seconds <= encoding.maxrate * (seconds + 1)


@needs_ffmpeg
@every_film
def test_ffprobe_sees_the_profiles_picture(release: Path, channel: Channel) -> None:
    """Coding, raster, square pixels, rate, pixel format, colours; every frame is there."""
    profile = CATALOG.picture(channel)
    video = probed(film(release, channel))["video"]
    check_coding(profile, video)
    assert (video["width"], video["height"]) == (profile.width, profile.height)
    assert (video["pix_fmt"], video["sample_aspect_ratio"]) == ("yuv420p", "1:1")
    assert video["r_frame_rate"] == video["avg_frame_rate"] == f"{profile.fps}/1"
    assert int(video["nb_frames"]) == round(float(video["duration"]) * profile.fps)
    if profile.encoding.codec == "h264":
        assert video["field_order"] == "progressive"
        assert {video[f"color_{name}"] for name in ("space", "primaries", "transfer")} == {"bt709"}
        assert video["color_range"] == "tv"


@needs_ffmpeg
@every_film
def test_ffprobe_finds_key_frames_as_often_as_the_profile_says(release: Path, channel: Channel) -> None:
    """No way from key frame to key frame, or to the end, is longer than the profile's GOP."""
    profile = CATALOG.picture(channel)
    asked = ["-select_streams", "v", "-show_entries", "packet=flags", "-of", "csv=p=0"]
    flags = output("ffprobe", "-v", "error", *asked, film(release, channel)).split()
    keys = [number for number, flag in enumerate(flags) if flag.startswith("K")]
    assert keys[0] == 0
    longest = max(b - a for a, b in zip(keys, [*keys[1:], len(flags)], strict=True))
    assert longest * 1000 / profile.fps <= profile.encoding.gop_ms


@needs_ffmpeg
@every_film
def test_ffprobe_sees_what_the_channel_takes(release: Path, channel: Channel) -> None:
    """Container, sound, length, size: within all limits that the channel states."""
    path = film(release, channel)
    found = probed(path)
    assert found.keys() == {"video", "audio", "format"}
    brand = {"mp4": r"isom|iso\d|mp4\d", "3gp": r"3gp\d"}[channel.formats[0]]
    assert re.fullmatch(brand, found["format"]["tags"]["major_brand"])
    audio, video = found["audio"], found["video"]
    assert (audio["codec_name"], audio["profile"]) == ("aac", "LC")
    assert int(audio["bit_rate"]) <= channel.sound.bitrate.value * 1.05
    check_sound(channel, audio)
    check_length(channel, float(video["duration"]), 0)
    assert float(audio["duration"]) == pytest.approx(float(video["duration"]), abs=1024 / SOUND_RATE)
    for limit in (channel.max_bytes, channel.target_bytes):
        assert path.stat().st_size <= said(limit, path.stat().st_size)


@needs_ffmpeg
@every_sound
def test_ffprobe_reads_what_is_only_heard(release: Path, channel: Channel) -> None:
    """WAV as 16-bit samples, MP3 at the channel's rate; no picture in either, no text or poster beside."""
    assert {path.suffix for path in (release / "ko").glob(f"{channel.name}.*")} == {
        f".{ending}" for ending in channel.formats
    }
    for path in files(release, channel):
        found = probed(path)
        assert found.keys() == {"audio", "format"}
        check_sound(channel, found["audio"])
        check_length(channel, float(found["format"]["duration"]), 4 * FRAME)
        if path.suffix == ".wav":
            assert (found["format"]["format_name"], found["audio"]["codec_name"]) == ("wav", "pcm_s16le")
        else:
            assert (found["format"]["format_name"], found["audio"]["codec_name"]) == ("mp3", "mp3")
            assert int(found["audio"]["bit_rate"]) == channel.sound.bitrate.value


@needs_ffmpeg
@pytest.mark.parametrize("channel", CATALOG.channels, ids=lambda channel: channel.name)
def test_another_decoder_plays_it_as_loud_as_the_channel_says(release: Path, channel: Channel) -> None:
    """Debian's ffmpeg decodes every file without an error and measures its loudness and true peak."""
    for path in files(release, channel):
        decoding = [
            "-nostats",
            "-xerror",
            "-err_detect",
            "explode",
            "-i",
            str(path),
            "-af",
            "ebur128=peak=true",
        ]
        log = output("ffmpeg", *decoding, "-f", "null", "-")
        summary = log[log.rindex("Summary:") :]
        lufs, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
        assert lufs is not None
        assert peak is not None
        assert float(lufs[1]) == pytest.approx(channel.sound.loudness.value, abs=LOUDNESS)
        assert float(peak[1]) <= channel.sound.true_peak.value + PEAK


@needs_exiftool
def test_exiftool_finds_nothing_but_the_technical(release: Path) -> None:
    """In films, sounds, posters and leaflets every tag is about playing; every date is unset."""
    endings = {".mp4", ".3gp", ".wav", ".mp3", ".jpg", ".pdf"}
    paths = [path for path in release.rglob("*") if path.suffix in endings]
    assert {path.suffix for path in paths} == endings
    for tags in json.loads(output("exiftool", "-q", "-json", "-G1", "-ee", *paths)):
        path = tags.pop("SourceFile")
        others = {tag: value for tag, value in tags.items() if not TECHNICAL.match(tag)}
        for tag, value in others.items():
            assert value in allowed(tag), f"{path}: {tag} says {value}"


@needs_exiftool
def test_exiftool_reads_what_the_footage_tells(release: Path) -> None:
    """The reader that finds nothing in the release does find it in the footage; release.json warns of it."""
    footage = release.parents[1] / "videos" / "field.mp4"
    told = output("exiftool", "-G1", "-ee", footage)
    assert all(word in told for word in ("39", "Kim", "2024:10:23", "Redmi", "north of the river"))
    handed_out = [path.read_bytes() for path in release.rglob("*") if path.suffix in (".mp4", ".3gp", ".jpg")]
    for value in TOLD.values():
        assert not any(value.encode() in data for data in handed_out)
    (source,) = json.loads((release / "release.json").read_text("utf-8"))["sources"]
    assert set(source["traces"]) == {"place", "time", "device", "author"}


@needs_ffmpeg
@needs_zbar
@every_film
def test_zbar_reads_the_end_cards_code(release: Path, channel: Channel, tmp_path: Path) -> None:
    """The QR code, as a frame of the finished film shows it."""
    frame = tmp_path / "frame.png"
    output("ffmpeg", "-v", "error", "-sseof", "-0.3", "-i", film(release, channel), "-frames:v", "1", frame)
    assert codes(frame) == [URL]


@needs_zbar
@needs_poppler
@pytest.mark.parametrize(("name", "copies"), [("leaflet.ko.pdf", 1), ("leaflet.ko.a4.pdf", 4)])
def test_the_leaflet_prints_its_code(release: Path, name: str, copies: int, tmp_path: Path) -> None:
    """Rasterised as a cheap printer would, zbar finds it on the back of each copy."""
    output("pdftoppm", "-r", "150", "-png", release / name, tmp_path / "page")
    pages = sorted(tmp_path.iterdir())
    assert [codes(page) for page in pages] == [[], [URL] * copies]


@needs_poppler
@pytest.mark.parametrize(("name", "copies"), [("leaflet.ko.pdf", 1), ("leaflet.ko.a4.pdf", 4)])
def test_the_leaflets_words_can_be_read(release: Path, name: str, copies: int) -> None:
    """pdftotext finds all that the script says on each copy; every font is in the file."""
    text = "".join(output("pdftotext", release / name, "-").split())
    for words in (TITLE, GUARANTEE, HEADING, *STEPS, PHONE, URL.removeprefix("https://"), SOURCE):
        assert text.count("".join(words.split())) == copies, words
    fonts = output("pdffonts", release / name).splitlines()[2:]
    assert fonts
    for line in fonts:
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


@pytest.mark.parametrize("channel", CATALOG.channels, ids=lambda channel: channel.name)
def test_texts_stand_where_the_channel_takes_any(release: Path, channel: Channel) -> None:
    """A caption with the post, the contacts and who speaks, or a title alone, within the channel's units."""
    path = release / "ko" / f"{channel.name}.txt"
    assert path.exists() == said(channel.takes_caption, True)
    if not path.exists():
        return
    text = path.read_text("utf-8").rstrip("\n")
    title, caption = said(channel.title_units), said(channel.caption_units)
    if title is not None:
        assert text.startswith(TITLE)
    if title is not None and caption is None:
        assert text == TITLE
    else:
        assert all(words in text for words in (POST, PHONE, URL, SOURCE, "#hoso"))
    if title is not None or caption is not None:
        # At most what X counts: a link 23, every other sign 2.
        most = 23 + 2 * len(text.replace(URL, ""))
        length = (
            most if said(channel.caption_counting) == "x-weighted" else len(text.encode("utf-16-le")) // 2
        )
        assert length <= (title or 0) + (caption or 0)


@needs_ffmpeg
@every_film
def test_ffprobe_opens_the_poster(release: Path, channel: Channel) -> None:
    """Of the channel's kind, in the film's shape, as large as the channel takes."""
    profile, facts = CATALOG.picture(channel), channel.poster
    kind = said(facts and facts.format, "jpg")
    path = release / "ko" / f"{channel.name}.{kind}"
    picture = probed(path)["video"]
    assert picture["codec_name"] == {"jpg": "mjpeg", "png": "png"}[kind]
    size = said(facts and facts.size, profile)
    width, height = picture["width"], picture["height"]
    assert width == size.width or height == size.height
    assert width <= size.width
    assert height <= size.height
    assert width / height == pytest.approx(profile.width / profile.height, rel=0.01)
    assert path.stat().st_size <= said(facts and facts.max_bytes, path.stat().st_size)


def test_the_manifest_lists_all_there_is(release: Path) -> None:
    """Every file with size, checksum and channel, every film and sound with QC's facts; nothing withheld."""
    manifest = json.loads((release / "release.json").read_text("utf-8"))
    assert manifest["withheld"] == []
    entries = {entry["path"]: entry for entry in manifest["files"]}
    there = {str(path.relative_to(release)) for path in release.rglob("*") if path.is_file()}
    assert entries.keys() == there - {"release.json", "report.html"}
    for name, entry in entries.items():
        data = (release / name).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    for channel in CATALOG.channels:
        for path in files(release, channel):
            entry = entries[str(path.relative_to(release))]
            assert entry["channel"] == channel.name
            assert entry["qc"]
