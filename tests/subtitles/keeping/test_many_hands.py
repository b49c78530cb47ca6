"""Two browsers, a program beside them and renders, in any order: what each has written last stands."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoso.base.project import Project
from hoso.subtitles.cues import Cue, cues_of
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping import saving
from hoso.subtitles.keeping.keeper import Keeper
from tests.subtitles.keeping.scripts import line

TEXTS = (
    "조선인민군 군인 여러분!",
    "무의미하게 죽지 마십시오.",
    "살 수 있는 길이 있습니다.",
    "집으로 돌아가십시오.",
)
LINES = tuple(line(f"l{number}", number * 3000, text, length_ms=2000) for number, text in enumerate(TEXTS))
HANDS = ("one", "two", "outside")


@dataclass
class Hand:
    """Somebody with the file open, who changes a cue that nobody else touches, and adds cues."""

    number: int
    cues: list[Cue]
    base: str = ""
    written: int = 0
    added: list[Cue] = field(default_factory=list)

    def work(self, how: str) -> None:
        """Change the own cue, or add one."""
        self.written += 1
        at = next(index for index, cue in enumerate(self.cues) if cue.start_ms // 3000 == self.number)
        cue = self.cues[at]
        if how == "words":
            self.cues[at] = replace(cue, text=f"{TEXTS[self.number]} {self.number}다시{self.written}")
        elif how == "start":
            self.cues[at] = replace(cue, start_ms=self.number * 3000 + 50 * self.written)
        else:
            start = 100_000 * (self.number + 1) + 3000 * self.written
            fresh = Cue(start, start + 900, f"덧붙인 말 {self.number} {self.written}")
            self.cues = sorted([*self.cues, fresh])
            self.added.append(fresh)

    @property
    def own(self) -> Cue:
        """The cue that is this one's alone."""
        return next(cue for cue in self.cues if cue.start_ms // 3000 == self.number)


ACTS = st.tuples(
    st.sampled_from(HANDS),
    st.sampled_from(["words", "start", "add"]),
    st.sampled_from(["stay", "look", "render"]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, min_size=2, max_size=14))
def test_what_each_has_written_stands(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str, str]]
) -> None:
    """Browsers save what they began with; the program saves over the file what it opened at first."""
    project = Project(tmp_path_factory.mktemp("hands"))
    path = project.subtitles / "m.ko.srt"
    path.parent.mkdir()
    Keeper(project).settle(LINES, path, "ko")
    now = saving.standing(Keeper(project), path, "ko")
    hands = {name: Hand(number, list(cues_of(LINES)), now.version) for number, name in enumerate(HANDS)}
    for name, how, then in acts:
        hand = hands[name]
        hand.work(how)
        if name == "outside":
            srt.write(path, hand.cues)
            os.utime(path, (time.time() - 60,) * 2)
        else:
            saved = saving.save(Keeper(project), path, "ko", hand.base, hand.cues)
            hand.base, hand.cues = saved.standing.version, list(saved.standing.cues)
        if then == "look":
            saving.standing(Keeper(project), path, "ko")
        elif then == "render":
            Keeper(project).settle(LINES, path, "ko")
    left = saving.standing(Keeper(project), path, "ko")
    for hand in hands.values():
        assert hand.own in left.cues
        assert set(hand.added) <= set(left.cues)
    assert left.cues == read(path, "ko").cues
    assert left.conflicts == ()
    assert sorted(left.cues) == list(left.cues)
