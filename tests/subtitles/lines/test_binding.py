"""What lies between two words."""

from __future__ import annotations

import pytest

from hoso.base.languages import Language
from hoso.subtitles.lines.binding import Bond, bonds
from hoso.subtitles.lines.korean import adnominal


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("됩니다.", "항복하십시오!", "ko", "sentence"),
        ("말했다.”", "그는", "ko", "sentence"),
        ("그런데…", "우리는", "ko", "sentence"),
        ("네.", "그렇습니다.", "ko", "sentence"),
        ("я.", "Он", "ru", "sentence"),
        ("병사를,", "우리는", "ko", "clause"),
        ("안", "됩니다.", "ko", "bound"),
        ("드릴", "것입니다.", "ko", "bound"),
        ("할", "수", "ko", "bound"),
        ("24", "시간", "ko", "bound"),
        ("수천", "명이", "ko", "bound"),
        ("십만", "명이", "ko", "bound"),
        ("천만", "다행입니다", "ko", "plain"),
        ("1.", "무기를", "ko", "bound"),
        ("여러분은", "이국땅에서", "ko", "plain"),
        ("온기를", "드립니다", "ko", "plain"),
        ("земле.", "Не", "ru", "sentence"),
        ("Что…", "это", "ru", "plain"),
        ("г.", "Киев", "ru", "bound"),
        ("кров,", "еду", "ru", "clause"),
        ("мир", "—", "ru", "bound"),
        ("—", "это", "ru", "clause"),
        ("—", "Кто", "ru", "bound"),
        ("-", "누구요?", "ko", "bound"),
        ("в", "плен", "ru", "bound"),
        ("хотел", "бы", "ru", "bound"),
        ("Mr.", "Kim", "en", "bound"),
        ("J.", "Smith", "en", "bound"),
        ("the", "camp", "en", "bound"),
        ("їжа", "і", "uk", "plain"),
        ("і", "тепло", "uk", "bound"),
        ("чужой", "земле", "ru", "leaning"),
        ("каждый", "день", "ru", "leaning"),
        ("чужій", "землі", "uk", "leaning"),
        ("вы", "поедете", "ru", "leaning"),
        ("you", "will", "en", "leaning"),
        ("вы", "и", "ru", "plain"),
        ("умирать", "на", "ru", "plain"),
        ("из-за", "мороза", "ru", "bound"),
        ("«в", "плен»", "ru", "bound"),
        ("ні", "разу", "uk", "bound"),
        ("А.", "И.", "ru", "bound"),
        ("И.", "Петров", "ru", "bound"),
        ("2024", "г.", "ru", "bound"),
        ("1949", "року", "uk", "bound"),
        ("70", "%", "ru", "bound"),
        ("4", "000", "ru", "bound"),
        ("2", "км", "uk", "bound"),
        ("10", "minutes", "en", "bound"),
        ("1949", "prisoners", "en", "plain"),
        ("2024", "and", "en", "plain"),
        ("Oct.", "2024", "en", "bound"),
        ("5", "a.m.", "en", "bound"),
    ],
)
def test_bonds(left: str, right: str, language: Language, expected: Bond) -> None:
    """Sentences and clauses end at their marks; small words and numbers hold on to their neighbours."""
    assert bonds((left, right), language) == (expected,)


@pytest.mark.parametrize(
    "word",
    [
        "하는",
        "있는",
        "없는",
        "받은",
        "작은",
        "많은",
        "싶은",
        "받을",
        "드릴",
        "할",
        "새로운",
        "안전한",
        "가던",
        "모든",
    ],
)
def test_adnominal_endings_are_guessed(word: str) -> None:
    """What modifies the next word."""
    assert adnominal(word)


@pytest.mark.parametrize(
    "word",
    [
        "여러분은",
        "우리는",
        "우크라이나는",
        "당신은",
        "온기를",
        "마을을",
        "밥을",
        "북한",
        "오늘날",
        "자유는",
        "군인",
        "abc",
        "1",
    ],
)
def test_particles_and_nouns_are_not_adnominal(word: str) -> None:
    """Topic and object particles look alike, and are told apart by the syllable before."""
    assert not adnominal(word)
