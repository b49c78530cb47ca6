"""Words: in every language that an edition needs, with unique ids, without marks that mean nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from hoso.base.languages import LANGUAGES, Language
from hoso.base.problems import Level, Problem
from hoso.documents.yaml_source import DataPath
from hoso.script import marks
from hoso.script.rules.desk import Desk
from hoso.script.scenes import CardScene, FootageScene, Line, SceneBase
from hoso.script.values import Texts

NAMES: dict[Language, str] = {"ko": "Korean", "ru": "Russian", "uk": "Ukrainian", "en": "English"}


def translations(desk: Desk) -> Iterator[Problem]:
    """Every text in every language that an edition speaks or shows."""
    spoken = _ordered({edition.voice for edition in desk.message.editions})
    shown = _ordered({language for edition in desk.message.editions for language in edition.languages})
    heard = _ordered({*spoken, *shown})
    for path, line in _said(desk):
        yield from _missing(desk, path, line, heard, "the line")
    for path, line in _in_footage(desk):
        yield from _missing(desk, path, line, shown, "the line")
    for path, texts in _drawn(desk):
        yield from _missing(desk, path, texts, shown, _name(path))
    yield from _missing(desk, ("title",), desk.message.title, shown, "the title")
    if desk.message.post is not None:
        yield from _missing(desk, ("post",), desk.message.post, shown, "the post", "warning")


def line_ids(desk: Desk) -> Iterator[Problem]:
    """No two lines with one id."""
    first: dict[str, int] = {}
    for path, line in (*_said(desk), *_in_footage(desk)):
        if line.id is None:
            continue
        here = desk.script.place((*path, "id"))[1]
        if line.id in first:
            message = f"the id {line.id} is taken already, in line {first[line.id]}"
            yield desk.problem((*path, "id"), message, "Give each line an id of its own, or none.")
        first.setdefault(line.id, here)


def line_marks(desk: Desk) -> Iterator[Problem]:
    """Emphasis and line breaks in a line's words that begin and end where they should."""
    for path, line in (*_said(desk), *_in_footage(desk)):
        for language in line.languages:
            for fault in marks.faults(line.get(language) or ""):
                yield desk.problem((*path, language), fault.message, fault.remedy)
        for language in line.speaker.languages if line.speaker else ():
            if marks.OPEN in line.label(language) or marks.CLOSE in line.label(language):
                message = "a speaker's name can't have `<b>`: it has a colour of its own"
                yield desk.problem((*path, "speaker", language), message, "Delete the mark.")


def _missing(
    desk: Desk, path: DataPath, texts: Texts, wanted: tuple[Language, ...], what: str, level: Level = "error"
) -> Iterator[Problem]:
    lacking = [language for language in wanted if texts.get(language) is None]
    if lacking:
        names = " and no ".join(NAMES[language] for language in lacking)
        example = ", ".join(f"{language}: …" for language in lacking)
        remedy = f"Add {example}, or take the edition out of `editions`."
        yield desk.problem(path, f"{what} {_quote(texts)} has no {names}", remedy, level=level)


def _quote(texts: Texts) -> str:
    words = texts.get(texts.languages[0]) or ""
    return f"“{words if len(words) <= 24 else words[:23].rstrip() + '…'}”"


def _said(desk: Desk) -> Iterator[tuple[DataPath, Line]]:
    for path, scene in desk.scenes(SceneBase):
        for number, line in enumerate(scene.say):
            yield (*path, "say", number), line


def _in_footage(desk: Desk) -> Iterator[tuple[DataPath, Line]]:
    for path, scene in desk.scenes(FootageScene):
        for number, line in enumerate(scene.lines):
            yield (*path, "lines", number), line


def _drawn(desk: Desk) -> Iterator[tuple[DataPath, Texts]]:
    for path, line in (*_said(desk), *_in_footage(desk)):
        if line.speaker is not None:
            yield (*path, "speaker"), line.speaker
    for path, scene in desk.scenes(SceneBase):
        third = scene.lower_third
        if third is not None:
            yield (*path, "lower_third", "name"), third.name
            if third.role is not None:
                yield (*path, "lower_third", "role"), third.role
    for path, card in desk.scenes(CardScene):
        if card.heading is not None:
            yield (*path, "heading"), card.heading
        if card.text is not None:
            yield (*path, "text"), card.text
        for number, item in enumerate(card.items):
            yield (*path, "items", number), item
    yield from _printed(desk)


def _printed(desk: Desk) -> Iterator[tuple[DataPath, Texts]]:
    leaflet = desk.message.printed
    if leaflet is None:
        return
    if leaflet.heading is not None:
        yield ("leaflet", "heading"), leaflet.heading
    if leaflet.lead is not None:
        yield ("leaflet", "lead"), leaflet.lead
    for number, guarantee in enumerate(leaflet.guarantees):
        yield ("leaflet", "guarantees", number), guarantee


def _name(path: DataPath) -> str:
    last = path[-1]
    return f"the {last}" if isinstance(last, str) else f"item {last + 1}"


def _ordered(languages: set[Language]) -> tuple[Language, ...]:
    return tuple(language for language in LANGUAGES if language in languages)
