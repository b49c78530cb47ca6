"""What somebody who times a message's subtitles sees and hears, and what becomes of the work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hoso.base.history import Version
from hoso.base.languages import Language
from hoso.base.problems import InputError
from hoso.pipeline.boards import Board
from hoso.pipeline.captioning import captions_of
from hoso.pipeline.shapes import Shape, kept_video, plan_key
from hoso.pipeline.sounding import heard, programme_desk
from hoso.pipeline.titling import subtitle_file
from hoso.script.scenes import CardScene, ClipScene, FootageScene, ImageScene, Scene
from hoso.sound.peaks import known_peaks, peaks_key
from hoso.sound.programme import programme_key
from hoso.subtitles.cues import Cue, cues_of
from hoso.subtitles.files.reading import read
from hoso.subtitles.files.sent import received
from hoso.subtitles.keeping import saving
from hoso.subtitles.keeping.keeper import Keeper
from hoso.subtitles.keeping.outcome import Conflict, Kept
from hoso.subtitles.keeping.saving import Saved, Standing
from hoso.subtitles.lint.linting import lint
from hoso.subtitles.lint.sheet import Finding
from hoso.subtitles.look.captions import seen


@dataclass(frozen=True, slots=True)
class Track:
    """The subtitles of a laid-out edition in one language, as a file that several people may have open."""

    board: Board
    language: Language

    @property
    def keeper(self) -> Keeper:
        """Who writes the file."""
        return Keeper(self.board.shop.project)

    @property
    def path(self) -> Path:
        """The file."""
        return subtitle_file(self.keeper, self.board.layout, self.language)

    @property
    def version(self) -> str:
        """What tells the file as it is now."""
        return saving.version_now(self.path)

    def standing(self) -> Standing:
        """The file as it stands. Raises InputError where it can't be read."""
        return saving.standing(self.keeper, self.path, self.language)

    def ready(self, now: Standing) -> bool:
        """Whether what stands is timed to what is heard: all is spoken, and the file follows this script."""
        lines = self.board.layout.lines[self.language]
        return not self.board.guessed and bool(now.cues) and now.lines == lines

    def save(self, base: str, cues: Sequence[Cue]) -> Saved:
        """Save `cues`, made of the version `base`. Raises InputError for what no file can hold."""
        return saving.save(self.keeper, self.path, self.language, base, received(cues, self.path))

    def resolve(self, line: str, use: Kept) -> tuple[Conflict, ...]:
        """End the conflicts of a line with one of the versions; those that were ended are returned."""
        return self.keeper.resolve(self.path, self.language, line, use)

    def versions(self) -> tuple[Version, ...]:
        """What the file was, the latest first; what it is now is none of them."""
        kept = self.keeper.history.versions(self.path)
        return kept[1:] if kept and saving.version_now(kept[0].path) == self.version else kept

    def earlier(self, name: str) -> Version | None:
        """The earlier version that is called `name`."""
        return next((version for version in self.versions() if version.path.stem == name), None)

    def cues_of(self, version: Version) -> tuple[Cue, ...]:
        """What an earlier version says. Raises InputError where it can't be read."""
        return read(version.path, self.language).cues

    def restore(self, version: Version) -> None:
        """Put an earlier version back. Raises InputError where it can't be read."""
        self.keeper.replace(self.path, self.cues_of(version))

    def findings(self, cues: Sequence[Cue]) -> tuple[Finding, ...]:
        """What the lint says of `cues`, by their index."""
        return lint(self.board.sheet(self.language).with_cues(cues), mending=False)

    def speeds(self, cues: Iterable[Cue]) -> list[float]:
        """How many characters a second each of `cues` asks its readers for; 0 for one without length."""
        timing = self.board.sheet(self.language).timing
        return [
            timing.characters(cue.text) * 1000 / (cue.end_ms - cue.start_ms)
            if cue.end_ms > cue.start_ms
            else 0.0
            for cue in cues
        ]

    def picture(self, cues: Sequence[Cue], shape: Shape) -> str:
        """The ASS that is burned into `shape` if `cues` are saved; its events bear the index of their cue.

        What the edition shows in another language comes from the file. A language that it does not show
        stands alone, as in players.
        """
        layout = self.board.layout
        shown = layout.edition.languages
        languages: tuple[Language, ...] = shown if self.language in shown else (self.language,)
        own = [replace(cue, start_ms=max(0, cue.start_ms)) for cue in cues]
        texts = {each: own if each == self.language else self._beside(each) for each in languages}
        captions = captions_of(texts, languages, self.board.message, layout.timeline, marked=self.language)
        captions = seen(captions, 0, layout.timeline.duration_ms)
        return self.board.painter(shape).document(captions)

    def _beside(self, language: Language) -> tuple[Cue, ...]:
        """What stands in the file of another language; what it would say where there is none."""
        path = Track(self.board, language).path
        try:
            return read(path, language).cues
        except (FileNotFoundError, InputError):
            return cues_of(self.board.layout.lines[language])


def videos(board: Board) -> Mapping[str, str | None]:
    """What stands for the film of each shape; None where it is not kept: a preview makes it."""
    plans = {shape.name: plan_key(board.shop, board.layout, shape) for shape in board.shapes}
    return {name: plan if kept_video(board.shop.store, plan) else None for name, plan in plans.items()}


def peaks_of(board: Board) -> tuple[str, tuple[int, ...]] | None:
    """The peaks of the programme and what stands for them; None where they are not known yet."""
    if board.guessed:
        return None
    timeline = heard(board.shapes[0].channels[0], board.layout.timeline, None)
    key = programme_key(timeline, programme_desk(board.shop))
    found = known_peaks(key, board.shop.store)
    return None if found is None else (peaks_key(key), found)


def scene_name(scene: Scene) -> str:
    """A scene in a word or two: what it shows."""
    match scene:
        case FootageScene():
            return scene.footage
        case ImageScene():
            return scene.image
        case CardScene():
            return scene.card
        case ClipScene():
            return scene.clip
