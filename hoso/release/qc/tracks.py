"""A file's tracks, read packet by packet with PyAV; only the first frame is decoded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from math import ceil, floor
from pathlib import Path
from typing import Any

from hoso.base.problems import HosoError
from hoso.release.qc.coded import h264_level, h264_words, is_idr, mpeg4_level, mpeg4_words
from hoso.release.qc.gops import Gops
from hoso.release.qc.measured import Colours, PictureFacts
from hoso.release.qc.passages import Passage

_MOST_WORDS = 5
"""One finding is enough to withhold a file; a few help to find the cause."""


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """The first sound track, before anything is measured on what is heard."""

    codec: str
    profile: str
    sample_rate: int
    channels: int
    start_ms: float
    end_ms: float
    language: str
    content: str
    """What stands for all that it holds: packets, their times, the decoder's set-up. SHA-256."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """All tracks of a file, and the tags that a reader lists."""

    demuxer: str
    brand: str
    kinds: tuple[str, ...]
    texts: tuple[str, ...]
    picture: PictureFacts | None
    sound: SoundTrack | None
    tags: tuple[tuple[str, str], ...]
    user_data: tuple[str, ...]
    gops: tuple[Passage, ...]
    """The first picture track's closed GOPs; all of it as one where it is not made of such, evenly spaced."""


def read_tracks(path: Path) -> Tracks:
    """Read the file at `path` to its end. Raises HosoError where it can't be."""
    import av

    try:
        with av.open(str(path), metadata_errors="replace") as container:
            return _tracks(container)
    except (av.FFmpegError, OSError, ValueError, StopIteration) as error:
        raise HosoError(
            f"{path.name} can't be read to its end ({error})", "Render it again.", path=path
        ) from error


def _tracks(container: Any) -> Tracks:
    video = next(iter(container.streams.video), None)
    audio = next(iter(container.streams.audio), None)
    watch = None if video is None else _Watch(video)
    heard = None if audio is None else _Heard(audio)
    for packet in container.demux([stream for stream in (video, audio) if stream is not None]):
        if packet.pts is None:
            continue
        if packet.stream is video and watch is not None:
            watch.take(packet)
        elif heard is not None:
            heard.take(packet)
    picture = None if watch is None else watch.facts(_first_frame(container, video))
    from_zero = container.start_time in (None, 0)
    return Tracks(
        demuxer=container.format.name,
        brand=container.metadata.get("major_brand", "").strip(),
        kinds=tuple(stream.type for stream in container.streams),
        texts=tuple(stream.metadata.get("language", "") for stream in container.streams.subtitles),
        picture=picture,
        sound=None if heard is None else heard.track(),
        tags=tuple(_tags(container)),
        user_data=() if watch is None else tuple(watch.words[:_MOST_WORDS]),
        gops=() if watch is None or picture is None else watch.gops(steady=picture.steady and from_zero),
    )


def _set_up(stream: Any) -> bytes:
    """What a decoder is told before the first packet."""
    context = stream.codec_context
    return repr((context.name, stream.time_base, bytes(context.extradata or b""))).encode()


def _tags(container: Any) -> Iterator[tuple[str, str]]:
    yield from container.metadata.items()
    for stream in container.streams:
        yield from stream.metadata.items()
    for chapter in container.chapters():
        yield "chapter", str(chapter.get("metadata", {}).get("title", ""))


def _first_frame(container: Any, video: Any) -> Any:
    container.seek(0)
    return next(container.decode(video))


def _ms(ticks: int, base: Fraction) -> float:
    return round(float(ticks * base * 1000), 3)


class _Heard:
    """The times of sound packets, and what stands for their content."""

    def __init__(self, audio: Any) -> None:
        self._audio = audio
        self._content = sha256(_set_up(audio))
        self._start: int | None = None
        self._end = 0

    def take(self, packet: Any) -> None:
        """Note one packet."""
        self._content.update(f"{packet.pts} {packet.size} ".encode() + bytes(packet))
        self._start = packet.pts if self._start is None else min(self._start, packet.pts)
        self._end = max(self._end, packet.pts + (packet.duration or 0))

    def track(self) -> SoundTrack:
        """The facts, once all packets are taken."""
        audio, context = self._audio, self._audio.codec_context
        return SoundTrack(
            codec=context.name,
            profile=context.profile or "",
            sample_rate=context.sample_rate,
            channels=context.layout.nb_channels,
            start_ms=_ms(self._start or 0, audio.time_base),
            end_ms=_ms(self._end, audio.time_base),
            language=audio.metadata.get("language", ""),
            content=self._content.hexdigest(),
        )


class _Watch:
    """The times, kinds and free words of picture packets."""

    def __init__(self, video: Any) -> None:
        self._video = video
        self._h264, self._mpeg4 = (video.codec_context.name == name for name in ("h264", "mpeg4"))
        self._header: bytes = bytes(video.codec_context.extradata or b"")
        self._prefix = (self._header[4] & 3) + 1 if self._h264 and len(self._header) > 4 else 4
        self._gops = Gops(_set_up(video))
        self._times: list[int] = []
        self._keys: list[int] = []
        self._open = 0
        self._duration = 0
        self.words: list[str] = [] if self._h264 else list(mpeg4_words(self._header))
        self._head = self._header

    def take(self, packet: Any) -> None:
        """Note one packet, in the order in which they are sent."""
        data = bytes(packet)
        if not self._times:
            self._head += data
        closed = is_idr(data, self._prefix) if self._h264 else self._mpeg4
        self._gops.take(packet.pts, data, key=packet.is_keyframe, closed=closed)
        if packet.is_keyframe:
            self._keys.append(len(self._times))
            self._open += self._h264 and not closed
        self.words += h264_words(data, self._prefix) if self._h264 else mpeg4_words(data)
        self._times.append(packet.pts)
        self._duration = packet.duration or 0

    def facts(self, frame: Any) -> PictureFacts:
        """The facts, once all packets are taken; `frame` is the first picture."""
        video, context = self._video, self._video.codec_context
        rate = Fraction(video.average_rate or 0)
        pixel = video.sample_aspect_ratio or Fraction(1)
        level = h264_level(self._header) if self._h264 else mpeg4_level(self._head)
        shown = sorted(self._times)
        return PictureFacts(
            codec=context.name,
            profile=context.profile or "",
            level=level,
            width=context.width,
            height=context.height,
            pixel=(pixel.numerator, pixel.denominator) if pixel else (1, 1),
            pixel_format=str(context.pix_fmt),
            rate=(rate.numerator, rate.denominator),
            frames=len(shown),
            steady=_steady(shown, rate, video.time_base),
            start_ms=_ms(shown[0], video.time_base),
            end_ms=_ms(shown[-1] + self._duration, video.time_base),
            longest_gop=max((b - a for a, b in pairwise([*self._keys, len(shown)])), default=len(shown)),
            open_gops=self._open,
            b_frames=_longest(_sent_late(self._times)),
            colours=_colours(frame),
            container_colours=None,
        )

    def gops(self, *, steady: bool) -> tuple[Passage, ...]:
        """The GOPs, as `Gops.passages` gives them."""
        return self._gops.passages(self._video.time_base, steady=steady)


def _colours(frame: Any) -> Colours:
    names = ("colorspace", "color_primaries", "color_trc", "color_range")
    matrix, primaries, transfer, spread = (int(getattr(frame, name)) for name in names)
    return matrix, primaries, transfer, spread


def _steady(shown: Sequence[int], rate: Fraction, base: Fraction) -> bool:
    """Whether all steps are one frame's time, but for a hundredth of it or a tick of rounding."""
    step = 1 / (rate * base) if rate else Fraction(0)
    most = max(Fraction(1), step / 100)
    shortest, longest = ceil(step - most), floor(step + most)
    return all(shortest <= after - before <= longest for before, after in pairwise(shown))


def _sent_late(times: Iterable[int]) -> Iterator[bool]:
    latest: int | None = None
    for time in times:
        yield latest is not None and time < latest
        latest = time if latest is None else max(latest, time)


def _longest(marks: Iterable[bool]) -> int:
    longest = run = 0
    for mark in marks:
        run = run + 1 if mark else 0
        longest = max(longest, run)
    return longest
