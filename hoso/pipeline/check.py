"""Everything that can be known before rendering, in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hoso.base.events import ignore
from hoso.base.jobs import CancelToken
from hoso.base.languages import Language
from hoso.base.problems import InputError, Problem
from hoso.base.project import Project
from hoso.base.store import Store
from hoso.channels.catalog import Catalog
from hoso.media.library import Library
from hoso.pipeline import titling
from hoso.pipeline.cutting import Cuts
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.linting import lint_edition
from hoso.pipeline.reading import read_checked
from hoso.pipeline.voicing import foresee, part_of
from hoso.pipeline.workshop import Workshop
from hoso.release.captions import caption_problems
from hoso.release.leaflet import leaflet_languages, leaflet_problems
from hoso.release.posters import poster_problem
from hoso.script.reader import Script, Unsaved
from hoso.subtitles.keeping.keeper import Settled
from hoso.subtitles.lines.marks import plain
from hoso.voice.booth import speaks_synthetically


def check_all(
    project: Project, paths: Sequence[Path], unsaved: Unsaved | None = None, *, clips: bool = True
) -> tuple[Problem, ...]:
    """All errors and warnings of the scripts at `paths`; nothing is spoken, drawn or encoded.

    `unsaved` has the texts of those files that somebody is still writing. Without `clips`, a `clip:` scene is
    an error even where the project allows it.
    """
    found: list[Problem] = []
    try:
        catalog = Catalog.load(project)
        scripts, warnings = read_checked(project, paths, catalog, unsaved, clips=clips)
    except InputError as error:
        return error.problems
    found += warnings
    for script in scripts:
        found += _timing(project, script, catalog)
    return tuple(dict.fromkeys(found))


def _timing(project: Project, script: Script, catalog: Catalog) -> Iterator[Problem]:
    """What depends on how long the words take, by kept takes and by estimates."""
    with ThreadPoolExecutor(1) as executor:
        store = Store(project.state / "cache")
        library = Library(project.state)
        shop = Workshop(project, script.settings, catalog, library, store, executor, 1, CancelToken(), ignore)
        yield from leaflet_problems(script, leaflet_languages(script.message), shop.fonts)
        for edition in script.message.editions:
            spoken, problems = foresee(shop, script, edition)
            yield from problems
            layout = lay_out(shop, script, edition, spoken)
            yield from layout.problems
            synthetic = speaks_synthetically(part_of(shop, script, edition))
            yield from caption_problems(script, edition, catalog, synthetic=synthetic)
            late = poster_problem(script, layout.timeline.duration_ms)
            if late is not None:
                yield late
            for language in edition.languages:
                yield from unreadable(shop, script, language)
            titles = titling.foresee(shop, layout)
            yield from _subtitles(shop, layout, titles)
            cues = {language: settled.cues for language, settled in titles.items()}
            yield from _too_long(Cuts(shop, layout, spoken, cues), layout, catalog)


def _subtitles(shop: Workshop, layout: Layout, titles: Mapping[Language, Settled]) -> Iterator[Problem]:
    """What is wrong with the subtitle files that there are; hints are for `subtitles lint`."""
    for language, settled in titles.items():
        yield from settled.problems
        if settled.path.is_file():
            found = lint_edition(shop, layout, language, settled.entries, settled.path)
            yield from (problem for problem in found if problem.level != "hint")


def _too_long(cuts: Cuts, layout: Layout, catalog: Catalog) -> Iterator[Problem]:
    for name in layout.script.message.channels:
        found = cuts.fitting(catalog.channel(name))
        if isinstance(found, Problem):
            yield found


def unreadable(shop: Workshop, script: Script, language: Language) -> Iterator[Problem]:
    """Characters of the subtitles that no font has: they would be boxes."""
    for index, scene in enumerate(script.message.scenes):
        for key, lines in (("say", scene.say), ("lines", getattr(scene, "lines", ()))):
            for number, line in enumerate(lines):
                gone = shop.fonts.missing(plain(line.shown(language) or ""), language)
                if gone:
                    yield script.problem(
                        ("scenes", index, key, number, language),
                        f"no font has {' '.join(gone)}: readers would see boxes",
                        "Write it with other characters.",
                    )
