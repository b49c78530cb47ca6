"""The lint of messages' subtitle files, and what mends them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.pipeline.editing import retime
from hoso.pipeline.editing import subtitle_file as chosen_file
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.reading import read_checked
from hoso.pipeline.sheets import sheet_of
from hoso.pipeline.titling import subtitle_file
from hoso.pipeline.voicing import foresee
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.script.reader import Script
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping.keeper import Keeper
from hoso.subtitles.lint.limits import Audience
from hoso.subtitles.lint.linting import fix as mend
from hoso.subtitles.lint.linting import lint
from hoso.subtitles.lint.mending import snapped
from hoso.subtitles.lint.sheet import Entry


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in subtitle files, and how many cues were mended before."""

    problems: tuple[Problem, ...]
    mended: int


def lint_messages(
    project: Project, paths: Sequence[Path], *, fix: bool, audience: Audience = "adults", token: CancelToken
) -> Linted:
    """Hold the subtitle files of the scripts at `paths` against their editions; nothing is spoken or drawn.

    With `fix`, what is safe to mend is mended first; the file as it was stays in the history. A message
    without a subtitle file has nothing to lint. Raises InputError where a script is wrong, HosoError where
    footage can't be decoded, Cancelled.
    """
    catalog = Catalog.load(project)
    scripts, _ = read_checked(project, paths, catalog)
    problems: list[Problem] = []
    mended = 0
    for script in scripts:
        with open_workshop(project, script.settings, catalog, 1, token, ignore) as shop:
            for layout, language, path in _files(shop, script):
                try:
                    mended += _mend_file(shop, layout, language, path, audience) if fix else 0
                    reading = read(path, language)
                except InputError as error:
                    problems += error.problems
                else:
                    problems += reading.repairs
                    problems += lint_edition(shop, layout, language, reading.entries, path, audience=audience)
    return Linted(tuple(dict.fromkeys(problems)), mended)


def lint_edition(
    shop: Workshop,
    layout: Layout,
    language: Language,
    entries: Sequence[Entry],
    path: Path,
    *,
    audience: Audience = "adults",
) -> tuple[Problem, ...]:
    """What is wrong with the file at `path`, whose cues are `entries`, as subtitles of `layout`."""
    sheet = sheet_of(shop, layout, language, entries, audience=audience)
    return tuple(finding.problem(path) for finding in lint(sheet))


def snap_message(
    project: Project,
    script_path: Path,
    language: Language,
    *,
    voice: Language | None = None,
    token: CancelToken,
) -> int:
    """Let the cues of a subtitle file begin and end with the shots that they are near to; how many moved.

    Raises InputError where that is not known, because lines have no take yet, or there is no such file.
    """
    target = chosen_file(project, script_path, language, voice)
    catalog = Catalog.load(project)
    (script,), _ = read_checked(project, [script_path], catalog)
    with open_workshop(project, script.settings, catalog, 1, token, ignore) as shop:
        layout = next(made for made in _layouts(shop, script) if made.edition.voice == target.voice)
        sheet = sheet_of(shop, layout, language, ())
    if sheet.guessed:
        words = "where shots change is not known: some lines are not spoken yet"
        raise InputError(
            [Problem(words, "Render the message, or hear it with `render.py say`.", script_path)]
        )
    return retime(target, lambda cues: snapped(cues, sheet.timing))


def _layouts(shop: Workshop, script: Script) -> Iterator[Layout]:
    """The editions of `script`, by kept takes and by estimates."""
    for edition in script.message.editions:
        spoken, _ = foresee(shop, script, edition)
        yield lay_out(shop, script, edition, spoken)


def _files(shop: Workshop, script: Script) -> Iterator[tuple[Layout, Language, Path]]:
    """The subtitle files that there are, with what they are held against; a shared one twice."""
    keeper = Keeper(shop.project)
    for layout in _layouts(shop, script):
        for language in layout.lines:
            path = subtitle_file(keeper, layout, language)
            if path.is_file():
                yield layout, language, path


def _mend_file(shop: Workshop, layout: Layout, language: Language, path: Path, audience: Audience) -> int:
    """Mend the file at `path`; how many cues were."""
    sheet = sheet_of(shop, layout, language, read(path, language).entries, audience=audience)
    cues, gone = mend(sheet)
    if cues != sheet.cues:
        Keeper(shop.project).replace(path, cues)
    return len({finding.cue for finding in gone})
