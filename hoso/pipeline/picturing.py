"""The picture of a cut at a profile: encoded where the store has not got it all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoso.base.events import Stage
from hoso.base.keys import digest
from hoso.base.languages import Language
from hoso.channels.draft import draft
from hoso.channels.model import PictureProfile
from hoso.pipeline.cutting import Cut
from hoso.pipeline.filming import Small, make_film
from hoso.pipeline.production import Production
from hoso.pipeline.request import Request
from hoso.pipeline.workshop import Workshop
from hoso.render.encode import STAGE, Encoder, Film
from hoso.render.explain import explain, remember
from hoso.render.join import RECIPE as JOIN_RECIPE
from hoso.render.join import join
from hoso.subtitles.cues import Cue


@dataclass(frozen=True, slots=True)
class Picture:
    """A film and its segments' files, in order."""

    film: Film
    files: tuple[Path, ...]

    @property
    def bytes(self) -> int:
        """What all segments take."""
        return sum(file.stat().st_size for file in self.files)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A picture to be taken: under its captions; or small and without."""

    profile: PictureProfile
    small: Small | None = None

    @property
    def name(self) -> str:
        """What stands for it within a production and a cut."""
        return self.profile.name + {None: "", "whole": "-proxy", "sparse": "-sparse"}[self.small]


class Camera:
    """Takes the pictures of one production; what two channels share is drawn and encoded once."""

    def __init__(self, shop: Workshop, request: Request, production: Production) -> None:
        self._shop = shop
        self._request = request
        self._production = production
        self._seen: dict[str, Picture] = {}
        self._working: PictureProfile | None = None

    def work_on(self, profile: PictureProfile) -> None:
        """Have the editors' working video in mind, which is to be at `profile`."""
        self._working = profile

    def profile(self, profile: PictureProfile) -> PictureProfile:
        """`profile`, or its draft where drafts are asked for."""
        return draft(profile) if self._request.draft else profile

    def picture(self, cut: Cut, profile: PictureProfile, others: Iterable[PictureProfile] = ()) -> Picture:
        """`cut` under its captions at `profile`. Raises HosoError, Cancelled.

        What is sure to be asked for too and looks the same is encoded in the same run, as it is drawn only
        once: a release's `reference`, and those of `others`, all of which will be wanted, that are drawn and
        cut like `profile`.
        """
        mates = [profile, *(other for other in others if other.draws_like(profile))]
        plans = [_Plan(each) for each in mates]
        if not self._request.draft:
            plans += [_Plan(each, self._kind(cut, each)) for each in mates]
        return self._take(cut, plans)[0]

    def clean(self, cut: Cut, profile: PictureProfile) -> Picture:
        """The same picture without subtitles, small: what editors work on."""
        return self._take(cut, [_Plan(profile, "whole")])[0]

    def reference(self, cut: Cut, profile: PictureProfile) -> Path:
        """A small silent film of `cut` without subtitles, kept in the store: what QC compares with.

        It is `clean` where that is wanted anyway, for the editors; else it has a frame every `STEP_MS`.
        """
        (picture,) = self._take(cut, [_Plan(profile, self._kind(cut, profile))])
        key = digest(["working copy", JOIN_RECIPE, [key.key for key in picture.film.keys]])

        def make(out: Path) -> None:
            join(picture.files, picture.film.segments, None, None, out, self._shop.token)

        return self._shop.store.make(key, ".mp4", make)

    def _kind(self, cut: Cut, profile: PictureProfile) -> Small:
        wanted = self._working is not None and self._working.draws_like(profile) and not cut.upto
        return "whole" if wanted else "sparse"

    def _take(self, cut: Cut, plans: Sequence[_Plan]) -> list[Picture]:
        """The pictures of `plans`; those that were not taken yet are encoded together."""
        names = [f"{self._production.name} {plan.name}{cut.suffix}" for plan in plans]
        missing = {name: plan for name, plan in zip(names, plans, strict=True) if name not in self._seen}
        films = [self._film(cut, name, plan) for name, plan in missing.items()]
        if films:
            self._seen |= zip(missing, self._encoded(films), strict=True)
        return [self._seen[name] for name in names]

    def _film(self, cut: Cut, name: str, plan: _Plan) -> Film:
        languages = self._production.edition.languages
        none: Mapping[Language, Sequence[Cue]] = dict.fromkeys(languages, ())
        cues = none if plan.small else {language: cut.cues[language] for language in languages}
        return make_film(self._shop, cut.layout, cues, plan.profile, name, plan.small)

    def _encoded(self, films: Sequence[Film]) -> list[Picture]:
        shop = self._shop
        journals = [self._journal(film) for film in films]
        for film, journal in zip(films, journals, strict=True):
            if self._request.explain:
                for miss in explain(film, shop.store, journal):
                    shop.listen(miss)
            shop.listen(Stage(STAGE, film.name, len(film.segments)))
        encoder = Encoder(shop.store, shop.executor, shop.workers, shop.token, shop.listen)
        files = encoder.encode(*films)
        for film, journal in zip(films, journals, strict=True):
            remember(film, journal)
        return [Picture(film, tuple(those)) for film, those in zip(films, files, strict=True)]

    def _journal(self, film: Film) -> Path:
        name = film.name.replace("/", ".").replace(" ", ".")
        return self._shop.project.state / "journal" / f"{name}.json"
