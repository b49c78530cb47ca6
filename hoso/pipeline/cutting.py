"""The cuts of an edition: whole, or without what is optional where a channel takes only a shorter one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hoso.base.languages import Language
from hoso.base.problems import Problem
from hoso.channels.model import Channel
from hoso.pipeline.layout import Layout, lay_out
from hoso.pipeline.limits import length_problem
from hoso.pipeline.workshop import Workshop
from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping.merging import merge
from hoso.timeline.cuts import orders, shortest_fit, without
from hoso.timeline.plan import Spoken


@dataclass(frozen=True, slots=True)
class Cut:
    """An edition as some channels play it: without what the script marks `optional` up to `upto`."""

    upto: int
    """0 is the whole."""
    layout: Layout
    cues: Mapping[Language, tuple[Cue, ...]]

    @property
    def suffix(self) -> str:
        """What tells it from the whole, in names."""
        return f" cut {self.upto}" if self.upto else ""


class Cuts:
    """The cuts of one edition, each laid out once.

    `layout` is the whole, with its `cues` in every language; `spoken` are its lines.
    """

    def __init__(
        self,
        shop: Workshop,
        layout: Layout,
        spoken: Spoken,
        cues: Mapping[Language, tuple[Cue, ...]],
    ) -> None:
        self._shop = shop
        self._spoken = spoken
        self._whole = Cut(0, layout, cues)
        self._made = {0: self._whole}

    def fitting(self, channel: Channel) -> Cut | Problem:
        """The longest cut that `channel` takes, or why there is none."""
        message = self._whole.layout.script.message

        def fits(upto: int) -> bool:
            longest = channel.max_seconds
            return longest is None or self._cut(upto).layout.timeline.duration_ms <= longest.value * 1000

        upto = shortest_fit(message, fits)
        shortest = self._cut(upto if upto is not None else max(orders(message), default=0))
        problem = length_problem(channel, shortest.layout.timeline.duration_ms)
        return shortest if problem is None else self._placed(problem, channel)

    def _placed(self, problem: Problem, channel: Channel) -> Problem:
        script = self._whole.layout.script
        index = script.message.channels.index(channel.name)
        return script.problem(("channels", index), problem.message, problem.remedy)

    def _cut(self, upto: int) -> Cut:
        if upto not in self._made:
            self._made[upto] = self._shorter(upto)
        return self._made[upto]

    def _shorter(self, upto: int) -> Cut:
        whole = self._whole.layout
        message, spoken = without(whole.script.message, self._spoken, upto)
        layout = lay_out(self._shop, replace(whole.script, message=message), whole.edition, spoken)
        # An editor's times and words hold in every cut: they move along with their lines.
        cues = {
            language: merge(whole.lines[language], lines, self._whole.cues[language]).cues
            for language, lines in layout.lines.items()
            if language in self._whole.cues
        }
        return Cut(upto, layout, cues)
