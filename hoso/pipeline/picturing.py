"""The picture of a cut at a profile: encoded where the store has not got it all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoso.base.events import Stage
from hoso.base.keys import digest
from hoso.base.languages import Language
from hoso.channels.draft import draft, proxy
from hoso.channels.model import PictureProfile
from hoso.pipeline.cutting import Cut
from hoso.pipeline.filming import make_film
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


class Camera:
    """Takes the pictures of one production; what two channels share is drawn and encoded once."""

    def __init__(self, shop: Workshop, request: Request, production: Production) -> None:
        self._shop = shop
        self._request = request
        self._production = production
        self._seen: dict[str, Picture] = {}

    def profile(self, profile: PictureProfile) -> PictureProfile:
        """`profile`, or its draft where drafts are asked for."""
        return draft(profile) if self._request.draft else profile

    def picture(self, cut: Cut, profile: PictureProfile, others: Iterable[PictureProfile] = ()) -> Picture:
        """`cut` under its captions at `profile`. Raises HosoError, Cancelled.

        What is sure to be asked for too and looks the same is encoded in the same run, as it is drawn only
        once: a release's `clean`, and those of `others`, all of which will be wanted, that are drawn and cut
        like `profile`.
        """
        mates = [profile, *(other for other in others if other.draws_like(profile))]
        plans = {self._name(cut, each): (each, False) for each in mates}
        if not self._request.draft:
            plans |= {self._name(cut, proxy(each)[0]): (each, True) for each in mates}
        self._take(cut, plans)
        return self._seen[self._name(cut, profile)]

    def clean(self, cut: Cut, profile: PictureProfile) -> Picture:
        """The same picture without subtitles, small: what editors work on and QC compares with."""
        name = self._name(cut, proxy(profile)[0])
        self._take(cut, {name: (profile, True)})
        return self._seen[name]

    def working_copy(self, cut: Cut, profile: PictureProfile) -> Path:
        """`clean` as one silent file, kept in the store."""
        picture = self.clean(cut, profile)
        key = digest(["working copy", JOIN_RECIPE, [key.key for key in picture.film.keys]])

        def make(out: Path) -> None:
            join(picture.files, picture.film.segments, None, None, out, self._shop.token)

        return self._shop.store.make(key, ".mp4", make)

    def _name(self, cut: Cut, profile: PictureProfile) -> str:
        """What stands for a film within this production."""
        return f"{self._production.name} {profile.name}{cut.suffix}"

    def _take(self, cut: Cut, plans: Mapping[str, tuple[PictureProfile, bool]]) -> None:
        """Encode the films of these names that were not taken yet, each at a profile, clean or not."""
        films = [self._film(cut, name, *plan) for name, plan in plans.items() if name not in self._seen]
        if films:
            self._seen |= zip((film.name for film in films), self._encoded(films), strict=True)

    def _film(self, cut: Cut, name: str, profile: PictureProfile, clean: bool) -> Film:
        if clean:
            none: Mapping[Language, Sequence[Cue]] = dict.fromkeys(self._production.edition.languages, ())
            return make_film(self._shop, cut.layout, none, profile, name, small=True)
        cues = {language: cut.cues[language] for language in self._production.edition.languages}
        return make_film(self._shop, cut.layout, cues, profile, name)

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
