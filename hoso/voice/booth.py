"""The recording booth: every voiced line of an edition becomes a take, all of them by one engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from hoso.base.events import Listener, Miss, Notice, Stage, Step
from hoso.base.jobs import CancelToken
from hoso.base.languages import Language
from hoso.base.problems import HosoError, InputError, Problem
from hoso.base.project import Project
from hoso.script.model import Message, VoiceChoice
from hoso.voice import catalog
from hoso.voice.reading import read
from hoso.voice.shelf import Request, Shelf, request
from hoso.voice.takes import Engine, Grade, Surroundings, Take, Utterance, VoiceError

STAGE = "voice"


@dataclass(frozen=True, slots=True)
class LineToSay:
    """A line that the voice speaks."""

    name: str
    """Its id, or its number counted from 1 where it has none; a recording is found by it."""
    text: str
    """As the subtitle shows it."""


@dataclass(frozen=True, slots=True)
class Recording:
    """An edition, spoken."""

    takes: tuple[Take, ...]
    """In the order of the lines."""
    engine: str
    voice: str
    grade: Grade
    fallback_reason: str | None = None
    """Why the chosen engine did not speak; None where it did."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the voice of one edition has to say, and who is to say it."""

    language: Language
    lines: Sequence[LineToSay]
    choice: VoiceChoice
    say_as: Mapping[str, str]
    project: Project
    message: Message

    @property
    def fallback(self) -> str | None:
        """The engine that speaks where the chosen one can't."""
        return self.choice.fallback if self.choice.fallback != self.choice.engine else None


@dataclass(frozen=True, slots=True)
class Session:
    """One engine before one script: what is asked of it, and the shelf of takes."""

    engine: Engine
    voice: str
    requests: tuple[Request, ...]
    shelf: Shelf

    def kept(self) -> list[Take | None]:
        """The take of each line, where there is one."""
        return [self.shelf.find(asked, self.engine) for asked in self.requests]

    def recording(self, takes: Sequence[Take], reason: str | None = None) -> Recording:
        """The finished recording."""
        return Recording(tuple(takes), self.engine.name, self.voice, self.engine.grade, reason)


def record(part: Part, *, revoice: bool, listen: Listener, token: CancelToken) -> Recording:
    """A take of every line, spoken now or kept from before (`revoice`: spoken anew).

    Kept takes of the chosen engine need no network. Where it can't speak a line, the whole edition is spoken
    by the
    fallback, and the recording says why. Raises InputError for an engine or voice that does not exist and for
    missing recordings, HosoError where no engine can speak, Cancelled.
    """
    chosen = open_session(part)
    progress = _Progress(listen, part)
    try:
        return chosen.recording(_speak(chosen, progress, token, revoice=revoice))
    except VoiceError as error:
        kept = [take for take in chosen.kept() if take is not None]
        if len(kept) < len(part.lines):
            return _fall_back(part, str(error), progress, token, revoice=revoice)
        listen(Notice(_kept_instead(part, error)))
        return chosen.recording(kept)


def dismiss(part: Part, recording: Recording) -> None:
    """Tell the engine that made `recording` of `part` to rest."""
    catalog.load(recording.engine, Surroundings(part.project, part.message)).rest()


def find_takes(part: Part) -> tuple[Take | None, ...]:
    """The kept take of each line, without speaking: the chosen engine's, or the fallback's where only it has
    all.

    Raises InputError for an engine or voice that does not exist. Missing recordings are simply not kept.
    """
    chosen = open_session(part).kept()
    if all(chosen) or part.fallback is None:
        return tuple(chosen)
    fallback = open_session(part, part.fallback).kept()
    return tuple(fallback if all(fallback) else chosen)


def speaks_synthetically(part: Part) -> bool:
    """Whether a machine is to speak any of `part`, as far as that is known before anything is spoken."""
    try:
        return bool(part.lines) and open_session(part).engine.synthetic
    except InputError:
        return True


def input_problems(part: Part) -> tuple[Problem, ...]:
    """Everything wrong with the choice of voice that is known without speaking: for `check`."""
    try:
        chosen = open_session(part)
        if part.fallback is not None:
            open_session(part, part.fallback)
    except InputError as error:
        return error.problems
    return chosen.engine.problems([asked.utterance for asked in chosen.requests])


def open_session(part: Part, engine_name: str | None = None) -> Session:
    """An engine before its part: the chosen one with the chosen voice, or the one named with its default
    voice.

    Raises InputError where there is no such engine or voice, or not in this language.
    """
    engine = catalog.load(engine_name or part.choice.engine, Surroundings(part.project, part.message))
    voice = _voice(engine, None if engine_name else part.choice.name, part)
    requests = []
    for line in part.lines:
        reading = read(line.text, part.language, part.say_as)
        utterance = Utterance(line.name, line.text, reading.spoken, part.language, part.choice.speed, voice)
        requests.append(request(engine, utterance, reading))
    return Session(engine, voice, tuple(requests), Shelf(part.project.state / "voice"))


def _voice(engine: Engine, wanted: str | None, part: Part) -> str:
    voices = engine.voices(part.language)
    if not voices:
        what = f"The voice engine '{engine.name}' does not speak '{part.language}'"
        raise InputError([Problem(what, f"It speaks: {', '.join(engine.languages)}.", part.message.path)])
    if wanted is None or wanted in voices:
        return wanted or voices[0]
    near = get_close_matches(wanted, voices, n=1)
    guess = f"Did you mean '{near[0]}'? " if near else ""
    what = f"'{engine.name}' has no voice '{wanted}' for '{part.language}'"
    raise InputError([Problem(what, f"{guess}There are: {', '.join(voices)}.", part.message.path)])


class _Progress:
    """Says each line once, even where a second engine says it again."""

    def __init__(self, listen: Listener, part: Part) -> None:
        self.listen = listen
        self._message = part.message.name
        self._said = 0
        listen(Stage(STAGE, self._message, len(part.lines)))

    def missed(self, asked: Request, *, revoice: bool) -> None:
        """A line has to be spoken, and why."""
        reason = "a new take was asked for" if revoice else "no take of these words by this voice is kept"
        self.listen(Miss(f"voice, line {asked.utterance.line}", reason))

    def done(self, number: int, *, reused: bool) -> None:
        """Line `number`, counted from 1, has its take."""
        if number > self._said:
            self._said = number
            self.listen(Step(STAGE, self._message, reused=reused))


def _speak(session: Session, progress: _Progress, token: CancelToken, *, revoice: bool) -> list[Take]:
    kept: list[Take | None] = [None] * len(session.requests) if revoice else session.kept()
    if not all(kept):
        problems = session.engine.problems([asked.utterance for asked in session.requests])
        if problems:
            raise InputError(problems)
    takes = []
    for number, (asked, old) in enumerate(zip(session.requests, kept, strict=True), start=1):
        token.check()
        if old is None:
            progress.missed(asked, revoice=revoice)
        takes.append(old or session.shelf.put(asked, session.engine, token))
        progress.done(number, reused=old is not None)
    return takes


def _fall_back(
    part: Part, reason: str, progress: _Progress, token: CancelToken, *, revoice: bool
) -> Recording:
    chosen = part.choice.engine
    if part.fallback is None:
        raise HosoError(f"'{chosen}' could not speak: {reason}", "Name a fallback voice, or try again later.")
    fallback = open_session(part, part.fallback)
    progress.listen(Notice(_fallen_back(part, fallback.engine, reason)))
    try:
        return fallback.recording(_speak(fallback, progress, token, revoice=revoice), reason)
    except VoiceError as error:
        raise HosoError(
            f"No voice could speak. {chosen}: {reason}; {part.fallback}: {error}",
            "Try again later, or choose another voice (hoso voices).",
        ) from error


def _fallen_back(part: Part, fallback: Engine, reason: str) -> Problem:
    draft = " Its grade is draft: have a speaker of the language listen." if fallback.grade == "draft" else ""
    return Problem(
        f"'{part.choice.engine}' could not speak ({reason}): '{fallback.name}' speaks the whole edition",
        f"Render again when '{part.choice.engine}' can be reached.{draft}",
        part.message.path,
        level="warning",
    )


def _kept_instead(part: Part, error: VoiceError) -> Problem:
    return Problem(
        f"'{part.choice.engine}' could not speak anew ({error}): its kept takes stay",
        "Ask for new takes again later.",
        part.message.path,
        level="warning",
    )
