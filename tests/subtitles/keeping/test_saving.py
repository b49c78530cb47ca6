"""One subtitle file, several people: browsers that save by themselves, others that save what they opened."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.subtitles.cues import Cue
from hoso.subtitles.files import srt
from hoso.subtitles.files.reading import read
from hoso.subtitles.keeping import saving
from hoso.subtitles.keeping.bases import Bases
from hoso.subtitles.keeping.keeper import Keeper
from hoso.subtitles.keeping.outcome import CLASHED, REMOVED
from hoso.subtitles.keeping.saving import Saved, Standing, version_now
from tests.subtitles.keeping.scripts import line

LINES = (
    line("hello", 0, "조선인민군 군인 여러분!", "무의미하게 죽지 마십시오."),
    line("live", 2500, "살 수 있는 길이 있습니다."),
    line("home", 4000, "집으로 돌아갈 수 있습니다."),
)


class File:
    """A subtitle file that was generated."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.path = self.project.subtitles / "message.ko.srt"
        self.path.parent.mkdir()
        Keeper(self.project).settle(LINES, self.path, "ko")

    @property
    def cues(self) -> tuple[Cue, ...]:
        """What stands in it."""
        return read(self.path, "ko").cues

    def standing(self) -> Standing:
        """It as somebody who edits gets it: with a keeper of their own, as after a restart."""
        return saving.standing(Keeper(self.project), self.path, "ko")

    def save(self, base: str, *cues: Cue) -> Saved:
        """Save what was made of `base`."""
        return saving.save(Keeper(self.project), self.path, "ko", base, cues)

    def outside(self, *cues: Cue) -> None:
        """Another program saves, a while ago."""
        srt.write(self.path, cues)
        self.age()

    def age(self) -> None:
        """Let the file be written a minute ago."""
        then = time.time() - 60
        os.utime(self.path, (then, then))


@pytest.fixture
def file(tmp_path: Path) -> File:
    """A generated file of four cues."""
    return File(tmp_path)


def test_nothing_changed_changes_nothing(file: File) -> None:
    """Not a byte, not the time of change."""
    now = file.standing()
    before = file.path.read_bytes(), file.path.stat().st_mtime_ns
    saved = file.save(now.version, *now.cues)
    assert saved == Saved(now, merged=False)
    assert (file.path.read_bytes(), file.path.stat().st_mtime_ns) == before


def test_what_another_program_wrote_stays_as_it_is(file: File) -> None:
    """Line ends, a byte order mark, CP949: unless somebody changes a cue."""
    data = srt.text_of(file.cues).replace("\n", "\r\n").encode("cp949")
    file.path.write_bytes(data)
    file.age()
    now = file.standing()
    assert any("CP949" in problem.message for problem in now.repairs)
    assert file.save(now.version, *now.cues).merged is False
    assert file.path.read_bytes() == data


def test_a_save_is_written_and_can_be_found_again(file: File) -> None:
    """The file has it; the next save begins there."""
    now = file.standing()
    first, *rest = now.cues
    made = file.save(now.version, replace(first, end_ms=900), *rest)
    assert file.cues[0].end_ms == 900
    assert made.standing.version == version_now(file.path) != now.version
    assert made.standing == file.standing()
    assert not made.merged


def test_two_browsers(file: File) -> None:
    """Both began with the same version; each has changed another cue."""
    now = file.standing()
    one, two, three, four = now.cues
    file.save(now.version, replace(one, end_ms=900), two, three, four)
    saved = file.save(now.version, one, two, three, replace(four, text="집에 갈 수 있습니다."))
    assert saved.merged
    assert saved.standing.cues == (
        replace(one, end_ms=900),
        two,
        three,
        replace(four, text="집에 갈 수 있습니다."),
    )
    assert saved.standing.conflicts == ()
    assert file.cues == saved.standing.cues


@pytest.mark.parametrize("use", ["edited", "generated"])
def test_a_conflict_stays_until_somebody_ends_it(file: File, use: str) -> None:
    """Both have changed one cue's words; the later stands, and either can be chosen."""
    now = file.standing()
    *rest, four = now.cues
    theirs, mine = (replace(four, text=text) for text in ("집에 갈 수 있습니다.", "집으로 가십시오."))
    file.save(now.version, *rest, theirs)
    saved = file.save(now.version, *rest, mine)
    (conflict,) = saved.standing.conflicts
    assert (conflict.line, conflict.reason, conflict.kept) == ("home", CLASHED, "edited")
    assert (conflict.edited, conflict.generated) == ((mine,), (theirs,))
    assert file.cues[3] == mine
    first, *others = file.cues
    again = file.save(saved.standing.version, replace(first, end_ms=800), *others)
    assert again.standing.conflicts == (conflict,)
    assert file.standing().conflicts == (conflict,)
    assert Keeper(file.project).settle(LINES, file.path, "ko").conflicts == (conflict,)
    keeper = Keeper(file.project)
    assert keeper.resolve(file.path, "ko", "home", use) == (conflict,)  # type: ignore[arg-type]
    assert file.cues[3] == (mine if use == "edited" else theirs)
    assert file.standing().conflicts == ()


def test_changing_the_cue_ends_the_conflict(file: File) -> None:
    """As in any other editor."""
    now = file.standing()
    *rest, four = now.cues
    file.save(now.version, *rest, replace(four, start_ms=4200))
    saved = file.save(now.version, *rest, replace(four, start_ms=4400))
    assert len(saved.standing.conflicts) == 1
    ended = file.save(saved.standing.version, *rest, replace(four, start_ms=4300))
    assert ended.standing.conflicts == ()


def test_deleted_by_one_and_changed_by_the_other(file: File) -> None:
    """The change stays on the screen."""
    now = file.standing()
    one, *rest = now.cues
    file.save(now.version, *rest)
    saved = file.save(now.version, replace(one, text="군인 여러분!"), *rest)
    assert saved.standing.cues[0].text == "군인 여러분!"
    assert [conflict.reason for conflict in saved.standing.conflicts] == [REMOVED]


def test_a_lost_answer(file: File) -> None:
    """The same save again does nothing twice, even when another came in between."""
    now = file.standing()
    one, two, three, four = now.cues
    mine = (replace(one, start_ms=100), two, three, four, Cue(6000, 7000, "덧붙인 말"))
    first = file.save(now.version, *mine)
    assert file.save(now.version, *mine) == first
    file.save(first.standing.version, mine[0], two, replace(three, end_ms=3700), four, mine[4])
    again = file.save(now.version, *mine)
    assert again.standing.cues == (mine[0], two, replace(three, end_ms=3700), four, mine[4])
    assert again.standing.conflicts == ()
    assert again.merged


def test_the_same_edit_again_after_it_was_taken_back(file: File) -> None:
    """It is no repeated save: the file had been as it was in between."""
    now = file.standing()
    one, *rest = now.cues
    mine = (replace(one, start_ms=100), *rest)
    made = file.save(now.version, *mine)
    back = file.save(made.standing.version, *now.cues)
    assert back.standing.version == now.version
    file.save(now.version, *mine)
    assert file.cues == mine


def test_a_save_of_days_ago(file: File) -> None:
    """What the browser began with is found, however much was saved since."""
    now = file.standing()
    one, two, three, four = now.cues
    version = now.version
    for number in range(120):
        version = file.save(version, one, replace(two, end_ms=1600 + number), three, four).standing.version
    saved = file.save(now.version, replace(one, start_ms=150), two, three, four)
    assert saved.standing.cues == (replace(one, start_ms=150), replace(two, end_ms=1719), three, four)
    assert saved.standing.conflicts == ()


def test_nobody_knows_what_it_was_made_of(file: File) -> None:
    """Both versions are kept: in the file, or in a conflict."""
    now = file.standing()
    one, two, three, four = now.cues
    file.save(now.version, replace(one, text="군인 여러분!"), two, three, four)
    saved = file.save(
        "0" * 64, one, two, replace(three, text="살 수 있습니다."), replace(four, start_ms=4100)
    )
    assert saved.standing.cues == (
        replace(one, text="군인 여러분!"),
        two,
        replace(three, text="살 수 있습니다."),
        replace(four, start_ms=4100),
    )


def test_another_program_saves_beside_the_browser(file: File) -> None:
    """Subtitle Edit has opened the newest version and changed a cue; so has the browser."""
    now = file.standing()
    one, two, three, four = now.cues
    file.outside(one, replace(two, end_ms=1850), three, four)
    saved = file.save(now.version, replace(one, start_ms=150), two, three, four)
    assert saved.merged
    assert file.cues == (replace(one, start_ms=150), replace(two, end_ms=1850), three, four)


def test_another_program_saves_what_it_opened_before_the_browser_began(file: File) -> None:
    """What the browser has saved meanwhile is not undone, in the file itself."""
    now = file.standing()
    one, two, three, four = now.cues
    version, start = now.version, 0
    for start in range(10, 150, 10):
        version = file.save(version, replace(one, start_ms=start), two, three, four).standing.version
    file.outside(one, two, three, replace(four, text="집에 갈 수 있습니다."))
    both = (replace(one, start_ms=start), two, three, replace(four, text="집에 갈 수 있습니다."))
    assert file.standing().cues == both
    assert file.cues == both
    saved = file.save(version, replace(one, start_ms=start + 5), two, three, four)
    assert saved.standing.cues == (replace(one, start_ms=start + 5), two, three, both[3])


def test_another_program_saves_what_it_opened_in_between(file: File) -> None:
    """Of all that the browser saved, the version that it opened is found."""
    now = file.standing()
    one, two, three, four = now.cues
    version = now.version
    for start in range(10, 60, 10):
        version = file.save(version, replace(one, start_ms=start), two, three, four).standing.version
    opened = file.cues
    for end in range(3300, 3400, 20):
        version = file.save(version, opened[0], two, replace(three, end_ms=end), four).standing.version
    file.outside(*opened[:3], replace(four, end_ms=5200))
    Keeper(file.project).settle(LINES, file.path, "ko")
    assert file.cues == (opened[0], two, replace(three, end_ms=3380), replace(four, end_ms=5200))


def test_an_undo_in_another_program_is_a_wish(file: File) -> None:
    """The file exactly as it once was stays so."""
    now = file.standing()
    one, *rest = now.cues
    version = file.save(now.version, replace(one, start_ms=100), *rest).standing.version
    file.save(version, replace(one, start_ms=200), *rest)
    file.outside(replace(one, start_ms=100), *rest)
    assert file.standing().cues == (replace(one, start_ms=100), *rest)


def test_the_script_changes_while_somebody_edits(file: File) -> None:
    """A render has moved everything by a second and reworded a line; the browser did not know."""
    now = file.standing()
    one, two, three, four = now.cues
    later = (
        line("fresh", 0, "먼저 들으십시오."),
        line("hello", 1000, "조선인민군 군인 여러분!", "무의미하게 죽지 마십시오."),
        line("live", 3500, "살 길이 있습니다."),
        line("home", 5000, "집으로 돌아갈 수 있습니다."),
    )
    Keeper(file.project).settle(later, file.path, "ko")
    saved = file.save(now.version, replace(one, start_ms=50), two, three, replace(four, end_ms=5100))
    texts = [(cue.start_ms, cue.end_ms, cue.text) for cue in saved.standing.cues]
    assert texts == [
        (0, 920, "먼저 들으십시오."),
        (1050, 1920, "조선인민군 군인 여러분!"),
        (2000, 2920, "무의미하게 죽지 마십시오."),
        (3500, 4420, "살 길이 있습니다."),
        (5000, 6100, "집으로 돌아갈 수 있습니다."),
    ]
    assert saved.standing.conflicts == ()


def test_saves_push_out_no_generation(file: File) -> None:
    """What was generated is kept, however often somebody saves."""
    now = file.standing()
    generated = Bases(file.path).read()[-1]
    one, *rest = now.cues
    version = now.version
    for number in range(20):
        version = file.save(version, replace(one, end_ms=700 + number), *rest).standing.version
    kept = Bases(file.path).read()
    assert kept[-1] == generated
    assert len(kept) <= 3


def test_two_processes_save_at_once(file: File) -> None:
    """Ten saves from two processes and two threads each: every one is in the file."""
    now = file.standing()
    program = """
import sys, threading
from dataclasses import replace
from pathlib import Path
from hoso.base.project import Project
from hoso.subtitles.cues import Cue
from hoso.subtitles.keeping import saving
from hoso.subtitles.keeping.keeper import Keeper

project, first = Project(Path(sys.argv[1])), int(sys.argv[2])
path = project.subtitles / "message.ko.srt"
base = saving.standing(Keeper(project), path, "ko")

def work(number):
    for each in range(5):
        at = 10_000 + (number * 5 + each) * 1000
        saving.save(Keeper(project), path, "ko", base.version, [*base.cues, Cue(at, at + 900, f"말 {at}")])

threads = [threading.Thread(target=work, args=(first + number,)) for number in range(2)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(file.project.root), str(first)])
        for first in (0, 2)
    ]
    assert [process.wait(120) for process in started] == [0, 0]
    added = {cue.start_ms for cue in file.cues[len(now.cues) :]}
    assert added == {10_000 + number * 1000 for number in range(20)}


def test_a_file_that_is_being_written_is_waited_for(file: File) -> None:
    """Half a file is no deletion."""
    now = file.standing()
    one, two, three, four = now.cues
    whole = srt.text_of((one, two, three, replace(four, end_ms=5100))).encode()

    def write() -> None:
        time.sleep(0.15)
        file.path.write_bytes(whole)

    file.path.write_bytes(whole[: len(whole) // 2 - 40])
    writer = threading.Thread(target=write)
    writer.start()
    saved = file.save(now.version, replace(one, start_ms=150), two, three, four)
    writer.join()
    assert saved.standing.cues == (replace(one, start_ms=150), two, three, replace(four, end_ms=5100))


def test_a_file_that_cannot_be_read_is_left_alone(file: File) -> None:
    """The save is refused with the reason; the file stays as it is."""
    now = file.standing()
    broken = "1\n00:00:61,000 --> 00:00:02,000\n하나\n".encode()
    file.path.write_bytes(broken)
    file.age()
    with pytest.raises(InputError):
        file.save(now.version, *now.cues)
    assert file.path.read_bytes() == broken


def test_a_file_that_is_gone_comes_back_by_a_save(file: File) -> None:
    """Somebody has deleted it; who edits has it still."""
    now = file.standing()
    file.path.unlink()
    assert file.standing().cues == ()
    one, *rest = now.cues
    file.save(now.version, replace(one, end_ms=880), *rest)
    assert file.cues == (replace(one, end_ms=880), *rest)


def test_what_a_file_cannot_hold_is_refused(file: File) -> None:
    """Nothing is changed then."""
    now = file.standing()
    before = file.path.read_bytes()
    with pytest.raises(InputError, match="can't hold"):
        file.save(now.version, replace(now.cues[0], text="1\n00:00:01,000 --> 00:00:02,000\n하나"))
    assert file.path.read_bytes() == before
