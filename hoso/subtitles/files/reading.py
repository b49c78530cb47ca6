"""Subtitle files as people bring them: any format, encoding and damage; repaired, reported, or refused."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.encoding import decode
from hoso.subtitles.files.finishing import Entry, finish
from hoso.subtitles.files.report import Report
from hoso.subtitles.files.sniffing import Format, sniff, stranger

__all__ = ["Entry", "Format", "Reading", "parse", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a subtitle file says, and what was done to understand it."""

    entries: tuple[Entry, ...]
    """In the file's order; at least one."""
    repairs: tuple[Problem, ...]
    """Warnings with their path and line; none where the file is clean."""
    format: Format
    encoding: str
    """Python's name for it."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues without their lines."""
        return tuple(entry.cue for entry in self.entries)


def read(path: Path, language: Language | None = None) -> Reading:
    """The subtitles at `path`; of a file in several languages those in `language`, or the first.

    The content says what it is, whatever the file is called. Raises InputError with every fault, and
    FileNotFoundError. A cue that is empty is left out; whether cues overlap or are in order is not asked.
    """
    return parse(path.read_bytes(), path, language)


def parse(data: bytes, path: Path, language: Language | None = None) -> Reading:
    """As `read`, for the bytes of the file at `path`. What was read lately is known by its bytes."""
    format_ = sniff(decode(data, Report(path))[0])
    return _parsed(data, path, language if format_ == "smi" else None)


@lru_cache(maxsize=16)
def _parsed(data: bytes, path: Path, language: Language | None) -> Reading:
    report = Report(path)
    text, encoding = decode(data, report)
    _refuse_strangers(text, report)
    format_ = sniff(text)
    entries = tuple(finish(_raw(text, format_, report, language), report))
    report.check()
    if not entries:
        report.fault(1, "there is no cue in the file", "Check that it is the right file.")
        report.check()
    return Reading(entries, report.repairs, format_, encoding)


def _raw(text: str, format_: Format, report: Report, language: Language | None) -> list[Entry]:
    if format_ == "vtt":
        from hoso.subtitles.files.vtt import read_vtt

        return read_vtt(text, report)
    if format_ == "ass":
        from hoso.subtitles.files.ass import read_ass

        return read_ass(text, report)
    if format_ == "smi":
        from hoso.subtitles.files.sami import read_sami

        return read_sami(text, report, language)
    from hoso.subtitles.files.subrip import read_subrip

    return read_subrip(text, report)


def _refuse_strangers(text: str, report: Report) -> None:
    """Raise InputError where the file is in a format that is not read."""
    name = stranger(text)
    if name:
        remedy = "Open it in Subtitle Edit and save it as SubRip (.srt), UTF-8."
        report.fault(1, f"this is {name}, which is not read", remedy)
        report.check()
