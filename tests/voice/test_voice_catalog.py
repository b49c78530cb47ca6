"""The engines are found by their entry points, quickly."""

from __future__ import annotations

import subprocess
import sys

from hoso.base.languages import LANGUAGES
from hoso.voice import catalog
from hoso.voice.pace import estimate_ms, syllables
from hoso.voice.takes import Surroundings


def test_all_engines_are_listed(surroundings: Surroundings) -> None:
    """Name, whether it needs a network, its grade, and its voices by language."""
    listed = {each.name: each for each in catalog.listing(surroundings.project)}
    assert {"gtts", "kokoro", "recorded"} <= set(listed)
    assert (listed["gtts"].online, listed["gtts"].grade) == (True, "approved")
    assert (listed["kokoro"].online, listed["kokoro"].grade) == (False, "draft")
    assert all(tuple(each.voices) == LANGUAGES for each in listed.values())
    assert all(voices for each in listed.values() for voices in each.voices.values())


def test_listing_loads_no_model_and_no_network_library() -> None:
    """`hoso voices` answers at once."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom hoso.base.project import Project\n"
        "from hoso.voice import catalog\n"
        "assert catalog.listing(Project(Path()))\n"
        "heavy = {'onnxruntime', 'gtts', 'requests', 'numpy', 'av', 'num2words', 'espeakng_loader'} & "
        "set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_line_without_a_take_is_estimated() -> None:
    """By its syllables as read, its pauses and its speed."""
    assert syllables("이십사 시간", "ko") == 5
    assert syllables("Здравствуйте", "ru") == 3
    one = estimate_ms("안녕하십니까.", "ko")
    assert one == round(6 * 1000 / 4.5)
    assert estimate_ms("안녕하십니까. 안녕하십니까.", "ko") == round(12 * 1000 / 4.5) + 350
    assert estimate_ms("안녕하십니까.", "ko", speed=2.0) == round(6 * 500 / 4.5)
    assert estimate_ms("KPA", "ko", say_as={"KPA": "조선인민군"}) == estimate_ms("조선인민군", "ko")
