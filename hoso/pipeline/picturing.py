"""The picture of a cut at a profile: encoded where the store has not got it all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hoso.base.events import Stage
from hoso.channels.draft import draft
from hoso.channels.model import PictureProfile
from hoso.pipeline.cutting import Cut
from hoso.pipeline.filming import make_film
from hoso.pipeline.production import Production
from hoso.pipeline.request import Request
from hoso.pipeline.workshop import Workshop
from hoso.render.encode import STAGE, Encoder, Film
from hoso.render.explain import explain, remember


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

    def profile(self, profile: PictureProfile) -> PictureProfile:
        """`profile`, or its draft where drafts are asked for."""
        return draft(profile) if self._request.draft else profile

    def picture(self, cut: Cut, profile: PictureProfile) -> Picture:
        """`cut` under its captions at `profile`. Raises HosoError, Cancelled."""
        shop, edition = self._shop, self._production.edition
        cues = {language: cut.cues[language] for language in edition.languages}
        film = make_film(
            shop, cut.layout, cues, profile, f"{self._production.name} {profile.name}{cut.suffix}"
        )
        journal = shop.project.state / "journal" / f"{film.name.replace('/', '.').replace(' ', '.')}.json"
        if self._request.explain:
            for miss in explain(film, shop.store, journal):
                shop.listen(miss)
        shop.listen(Stage(STAGE, film.name, len(film.segments)))
        encoder = Encoder(shop.store, shop.executor, shop.workers, shop.token, shop.listen)
        files = encoder.encode(film)
        remember(film, journal)
        return Picture(film, tuple(files))
