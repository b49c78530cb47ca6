"""Carry an editor's words into the script and have the lines spoken anew that they change."""

from __future__ import annotations

from hoso.base.events import Listener
from hoso.base.jobs import CancelToken
from hoso.base.problems import Problem
from hoso.channels.catalog import Catalog
from hoso.pipeline import titling, voicing
from hoso.pipeline.editing import SubtitleFile
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.reading import read_checked
from hoso.pipeline.workshop import Workshop, open_workshop
from hoso.script.model import Edition
from hoso.script.reader import Script
from hoso.subtitles.keeping.adoption import Adoption, adoptions, joined_problems, write_adoptions


def adopt_words(
    target: SubtitleFile, token: CancelToken, listen: Listener
) -> tuple[tuple[Adoption, ...], tuple[Problem, ...]]:
    """Write what `target` says in other words into the script, and speak those lines again.

    Returns the lines changed, and what could not be carried over. Raises InputError where script or file
    can't be read, and as the voice does.
    """
    catalog = Catalog.load(target.project)
    script = _read(target, catalog)
    with open_workshop(target.project, script.settings, catalog, 1, token, listen) as shop:
        edition = _edition(script, target)
        layout = _foreseen(shop, script, edition)
        lines = layout.lines[target.language]
        target.read()  # there must be a file
        cues = titling.foresee(shop, layout)[target.language].cues
        found, joined = adoptions(script.message, target.language, lines, cues)
        if found:
            write_adoptions(script, target.language, found)
            _speak_again(shop, _read(target, catalog), edition)
    return found, tuple(joined_problems(script, target.language, joined))


def _read(target: SubtitleFile, catalog: Catalog) -> Script:
    return read_checked(target.project, [target.script.message.path], catalog)[0][0]


def _edition(script: Script, target: SubtitleFile) -> Edition:
    return next(edition for edition in script.message.editions if edition.voice == target.voice)


def _foreseen(shop: Workshop, script: Script, edition: Edition) -> Layout:
    spoken, _ = voicing.foresee(shop, script, edition)
    return lay_out(shop, script, edition, spoken)


def _speak_again(shop: Workshop, script: Script, edition: Edition) -> None:
    """Lines whose takes are kept are not spoken again; the subtitle files follow the new takes."""
    _, spoken = voicing.speak(shop, script, edition, revoice=False)
    titling.subtitle(shop, lay_out(shop, script, edition, spoken))
