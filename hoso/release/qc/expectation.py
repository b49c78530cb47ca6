"""What a finished file was to be: plain data that the pipeline fills in, and QC holds the file against."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.languages import Language
from hoso.channels.model import Channel, FileFormat, PictureProfile
from hoso.release.qc.stretches import Stretch
from hoso.sound.programme import Programme
from hoso.subtitles.cues import Cue


@dataclass(frozen=True, slots=True)
class DueCue:
    """A cue that has to be seen in the picture."""

    language: Language
    cue: Cue

    @property
    def stretch(self) -> Stretch:
        """When it is seen."""
        return Stretch(self.cue.start_ms, self.cue.end_ms)


@dataclass(frozen=True, slots=True)
class DueQr:
    """A QR code that says exactly `payload`, readable late in `shown`: cards come in gradually."""

    payload: str
    shown: Stretch


@dataclass(frozen=True, slots=True)
class Expectation:
    """One rendition as it was planned. Times are ms of the programme."""

    channel: Channel
    profile: PictureProfile | None
    """How the picture was to be made; None where there is only sound."""
    duration_ms: int
    file_format: FileFormat = "mp4"
    cues: tuple[DueCue, ...] = ()
    """Burned in, of every language."""
    voice: tuple[Stretch, ...] = ()
    """When somebody is heard to speak: what is silent there is missing."""
    audible: bool = True
    """Whether anything is heard at all: voice, music or footage's own sound."""
    stills: tuple[Stretch, ...] = ()
    """When the picture may stand still: cards, still images without motion, footage known to be still."""
    silences: tuple[Stretch, ...] = ()
    """When it may be silent: neither voice nor music nor footage sound is due."""
    qr: tuple[DueQr, ...] = ()
    clean: Path | None = None
    """The same picture without subtitles, of any size and the same shape."""
    programme: Programme | None = None
    """The mixed sound before mastering, from which the file's sound must not be shifted."""
    caption: Path | None = None
    voice_language: Language | None = None
    texts: tuple[Language, ...] = ()
    """The text tracks in the file, in order."""
