"""The picture of a cut at a profile: encoded where the store has not got it all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.events import Stage
from hoso.base.keys import digest
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
    """Takes the pictures of one production; what two channels share is encoded once."""

    def __init__(self, shop: Workshop, request: Request, production: Production) -> None:
        self._shop = shop
        self._request = request
        self._production = production
        self._seen: dict[str, Picture] = {}

    def profile(self, profile: PictureProfile) -> PictureProfile:
        """`profile`, or its draft where drafts are asked for."""
        return draft(profile) if self._request.draft else profile

    def picture(self, cut: Cut, profile: PictureProfile) -> Picture:
        """`cut` under its captions at `profile`. Raises HosoError, Cancelled."""
        cues = {language: cut.cues[language] for language in self._production.edition.languages}
        name = f"{self._production.name} {profile.name}{cut.suffix}"
        return self._taken(make_film(self._shop, cut.layout, cues, profile, name))

    def clean(self, cut: Cut, profile: PictureProfile) -> Picture:
        """The same picture without subtitles, small: what editors work on and QC compares with."""
        cues = dict.fromkeys(self._production.edition.languages, ())
        plain, size = proxy(profile)
        name = f"{self._production.name} {plain.name}{cut.suffix}"
        return self._taken(make_film(self._shop, cut.layout, cues, plain, name, size))

    def working_copy(self, cut: Cut, profile: PictureProfile) -> Path:
        """`clean` as one silent file, kept in the store."""
        picture = self.clean(cut, profile)
        key = digest(["working copy", JOIN_RECIPE, [key.key for key in picture.film.keys]])

        def make(out: Path) -> None:
            join(picture.files, picture.film.segments, None, None, out, self._shop.token)

        return self._shop.store.make(key, ".mp4", make)

    def _taken(self, film: Film) -> Picture:
        """`film` encoded, once a run."""
        if film.name not in self._seen:
            self._seen[film.name] = self._encoded(film)
        return self._seen[film.name]

    def _encoded(self, film: Film) -> Picture:
        shop = self._shop
        journal = shop.project.state / "journal" / f"{film.name.replace('/', '.').replace(' ', '.')}.json"
        if self._request.explain:
            for miss in explain(film, shop.store, journal):
                shop.listen(miss)
        shop.listen(Stage(STAGE, film.name, len(film.segments)))
        encoder = Encoder(shop.store, shop.executor, shop.workers, shop.token, shop.listen)
        files = encoder.encode(film)
        remember(film, journal)
        return Picture(film, tuple(files))
