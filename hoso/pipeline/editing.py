"""What editors do with a message's subtitle files from the command line and the studio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoso.base.history import Version
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.script.reader import Script, read_message
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.reading import Format, Reading, read
from hoso.subtitles.keeping.keeper import Keeper
from hoso.subtitles.keeping.outcome import Conflict, Kept


@dataclass(frozen=True, slots=True)
class SubtitleFile:
    """One subtitle file of a message."""

    project: Project
    script: Script
    language: Language
    voice: Language
    path: Path

    @property
    def keeper(self) -> Keeper:
        """Who writes it."""
        return Keeper(self.project)

    def read(self) -> Reading:
        """What the file says. Raises InputError where there is none, or it can't be read."""
        try:
            return read(self.path, self.language)
        except FileNotFoundError:
            remedy = "A render writes it; `render.py subtitles import` takes another."
            raise InputError([Problem("there are no subtitles yet", remedy, self.path)]) from None


def subtitle_file(
    project: Project, script_path: Path, language: Language | None = None, voice: Language | None = None
) -> SubtitleFile:
    """The subtitles of a message in `language` under `voice`; by default those of its first edition.

    Raises InputError where the script can't be read or has no edition with that voice.
    """
    script = read_message(script_path, project)
    editions = script.message.editions
    first = editions[0].voice
    voices = {edition.voice for edition in editions}
    if voice is not None and voice not in voices:
        remedy = f"There is: {', '.join(sorted(voices))}."
        raise InputError([Problem(f"no edition is spoken in {voice}", remedy, script_path)])
    chosen, spoken = language or editions[0].main, voice or first
    path = Keeper(project).path(script.message.name, chosen, spoken, first)
    return SubtitleFile(project, script, chosen, spoken, path)


def import_file(target: SubtitleFile, source: Path) -> Reading:
    """Put the subtitles of `source`, whatever its format, in place of the file; what was read is returned."""
    try:
        reading = read(source, target.language)
    except FileNotFoundError:
        raise InputError([Problem("there is no such file", "Check the name.", source)]) from None
    target.keeper.replace(target.path, reading.cues)
    return reading


def export_text(target: SubtitleFile, format_: Format) -> str:
    """The file's cues as a document of another format."""
    from hoso.subtitles.files.export import export

    title = target.script.message.title.get(target.language) or ""
    return export(target.read().cues, format_, target.language, title)


def retime(target: SubtitleFile, change: Callable[[Sequence[Cue]], Sequence[Cue]]) -> int:
    """Put the cues at the times that `change` gives them; returns how many have moved.

    `change` raises ValueError where that can't be, which becomes an InputError.
    """
    cues = target.read().cues
    try:
        changed = tuple(change(cues))
    except ValueError as error:
        raise InputError([Problem(str(error), "Nothing was changed.", target.path)]) from None
    if changed != cues:
        target.keeper.replace(target.path, changed)
    return sum(1 for old, new in zip(cues, changed, strict=False) if old != new)


def versions(target: SubtitleFile) -> tuple[Version, ...]:
    """Earlier versions of the file, the latest first."""
    return target.keeper.history.versions(target.path)


def restore(target: SubtitleFile, number: int) -> Version:
    """Put version `number` (1 is the latest) back; what it replaces is a version then.

    Raises InputError where there is no such version.
    """
    kept = versions(target)
    if not 1 <= number <= len(kept):
        words = f"there is no version {number}"
        remedy = f"There are {len(kept)}: `render.py subtitles history` lists them."
        raise InputError([Problem(words, remedy, target.path)])
    version = kept[number - 1]
    target.keeper.replace(target.path, read(version.path, target.language).cues)
    return version


def resolve(target: SubtitleFile, line: str | None, use: Kept) -> tuple[Conflict, ...]:
    """End conflicts, of one line or of all, with one of the versions."""
    return target.keeper.resolve(target.path, target.language, line, use)
