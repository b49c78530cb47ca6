"""What makes a film a release's: inspected, with its caption and its poster beside it."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from hoso.base.files import write_text
from hoso.base.keys import digest, digest_file
from hoso.base.problems import Problem
from hoso.base.shelf import Facts, Notes, learnt
from hoso.channels.model import Channel, PictureProfile
from hoso.pipeline.cutting import Cut
from hoso.pipeline.expecting import expect_sound, expect_video
from hoso.pipeline.made import Making
from hoso.pipeline.picturing import Camera
from hoso.pipeline.places import Places
from hoso.pipeline.request import Rendition
from hoso.pipeline.sounding import heard, programme_of
from hoso.pipeline.workshop import Workshop
from hoso.release.captions import caption
from hoso.release.choosing import Marks, Sight, choose, marks_of
from hoso.release.posters import poster, poster_form, sights
from hoso.release.qc.expectation import Expectation
from hoso.release.qc.means import Means
from hoso.release.qc.measured import RECIPE
from hoso.timeline.model import Timeline

POSTER_RECIPE = 3
"""Counted up when another moment would be chosen, or the same one drawn otherwise."""


class Finisher:
    """Finishes the files of one edition."""

    def __init__(self, shop: Workshop, camera: Camera, places: Places) -> None:
        self._shop = shop
        self._camera = camera
        self._places = places
        self._making = Making(shop.project.state, places)

    def video(
        self, made: Rendition, channel: Channel, profile: PictureProfile, cut: Cut
    ) -> Rendition | tuple[Problem, ...]:
        """`made`, inspected and with its texts and poster; or why it is withheld, and nothing of it is left.

        `profile` is what its picture was made with. Raises HosoError, Cancelled.
        """
        clean = self._camera.reference(cut, profile)
        texts = tuple(name for name in cut.cues if self._soft(channel) and name not in self._languages(cut))
        captioned = self._captions(channel, cut)
        programme = programme_of(self._shop, heard(channel, cut.layout.timeline, None))
        expected = replace(
            expect_video(channel, profile, cut, clean, texts), caption=captioned, programme=programme
        )
        checked = self._inspected(made, expected)
        if isinstance(checked, Rendition):
            self._poster(checked, channel, profile, cut, clean)
        return checked

    def sound(self, made: Rendition, channel: Channel, timeline: Timeline) -> Rendition | tuple[Problem, ...]:
        """As `video`, for a file that is only heard."""
        format_ = next(name for name in channel.formats if made.path.suffix == f".{name}")
        expected = expect_sound(channel, timeline, format_)
        return self._inspected(made, replace(expected, programme=programme_of(self._shop, timeline)))

    def _inspected(self, made: Rendition, expected: Expectation) -> Rendition | tuple[Problem, ...]:
        path = self._places.staged(made.path)
        # A fault may be the machine's, a full disk for one: looked for again each time.
        facts = learnt(
            self._shop.store,
            self._key(made, expected),
            lambda: self._facts(path, expected),
            lambda found: not found["faults"],
        )
        if not facts["faults"]:
            return replace(made, qc=facts["measured"])
        path.unlink()
        return tuple(
            Problem(f"QC withholds {made.channel} ({rule}): {message}", remedy, made.path)
            for rule, message, remedy in facts["faults"]
        )

    def _facts(self, path: Path, expected: Expectation) -> Facts:
        from hoso.release.qc.inspection import inspect

        shop = self._shop
        found = inspect(path, expected, Means(shop.token, Notes(shop.store), shop.executor, shop.workers))
        measured: dict[str, Any] = found.measured.as_json() if found.measured is not None else {}
        faults = [[fault.rule, fault.message, fault.remedy] for fault in found.faults]
        return {"measured": measured, "faults": faults}

    def _key(self, made: Rendition, expected: Expectation) -> str:
        """What stands for the file and for all that it is held against."""
        plain = replace(expected, clean=None, programme=None, caption=None)
        profile = expected.profile
        parts = {
            **{name: getattr(plain, name) for name in ("duration_ms", "file_format", "cues", "voice", "qr")},
            **{name: getattr(plain, name) for name in ("audible", "stills", "silences", "texts")},
            "channel": expected.channel.model_dump(mode="json"),
            "profile": profile.model_dump(mode="json") if profile is not None else None,
            "caption": expected.caption is not None,
        }
        return digest(["qc", RECIPE, made.content, parts])

    def _captions(self, channel: Channel, cut: Cut) -> Path | None:
        """Write the texts beside the video; the main language's, where the channel takes any."""
        main = None
        layout = cut.layout
        for language in layout.edition.languages:
            text = caption(layout.script.message, language, channel, synthetic=layout.timeline.synthetic)
            if text is None:
                continue
            ending = ".txt" if language == layout.edition.main else f".{language}.txt"
            path = self._places.folder / f"{channel.name}{ending}"
            write_text(path, (f"{text.title}\n\n" if text.title else "") + text.text + "\n")
            main = path if language == layout.edition.main else main
        return main

    def _poster(
        self, made: Rendition, channel: Channel, profile: PictureProfile, cut: Cut, clean: Path
    ) -> None:
        form = poster_form(channel, profile)
        name = f"{channel.name}.{form.format}"
        layout = cut.layout
        at = layout.script.message.poster
        if at is not None and at >= layout.timeline.duration_ms:
            at = None  # a shorter cut may end before
        marks = marks_of(layout.timeline, cut.cues[layout.edition.main])
        key = digest(["poster", POSTER_RECIPE, made.content, form, at, marks])

        def make(out: Path) -> None:
            moment = self._moment(clean, marks) if at is None else at
            poster(self._places.staged(made.path), out, form, moment)

        self._making.have(name, key, make)

    def _moment(self, clean: Path, marks: Marks) -> int:
        """The moment for the poster, chosen where that is cheap: on the subtitle-free picture."""
        key = digest(["sights", POSTER_RECIPE, digest_file(clean)])
        token = self._shop.token
        seen = learnt(
            self._shop.store, key, lambda: {"sights": [asdict(sight) for sight in sights(clean, token)]}
        )
        return choose([Sight(**sight) for sight in seen["sights"]], marks).at_ms

    def _soft(self, channel: Channel) -> bool:
        return channel.soft_subtitles is not None and channel.soft_subtitles.value

    def _languages(self, cut: Cut) -> tuple[str, ...]:
        return cut.layout.edition.languages
