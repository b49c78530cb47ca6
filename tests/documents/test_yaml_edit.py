"""Words changed in a file, all else left as somebody wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.documents.yaml_edit import with_texts
from hoso.documents.yaml_source import parse_yaml

TEXT = """\
# our appeal
title: {ko: 제목,   ru: 'Назва'}   # both
scenes:
  - card: title
    say:
      - id: hello   # keep
        ko: 여러분!
        ru: "Солдаты!"
      - ko: >-
          두 줄
          말
        ru: Да
"""


def test_only_the_words_change() -> None:
    """Comments, spaces and quotes stay."""
    new = with_texts(TEXT, {("scenes", 0, "say", 0, "ko"): "군인 여러분!", ("title", "ru"): "Об'єкт"})
    assert new == TEXT.replace("여러분!", "군인 여러분!").replace("'Назва'", "'Об''єкт'")


@pytest.mark.parametrize(
    "words", ["a: b", "# no", "- x", "yes, {it} is", 'say "it"', "끝: 말", "*all*", "~", "12"]
)
def test_words_that_need_quotes_get_them(words: str) -> None:
    """What YAML would read otherwise is quoted; in flow and block, plain and folded."""
    for path in [("title", "ko"), ("scenes", 0, "say", 0, "ko"), ("scenes", 0, "say", 1, "ko")]:
        new = parse_yaml(with_texts(TEXT, {path: words}).encode(), Path("x"))
        assert new.at(path) == words
        assert new.at(("scenes", 0, "say", 1, "ru")) == "Да"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_words_come_back(words: str) -> None:
    """Whatever is written is read again."""
    path = ("scenes", 0, "say", 0, "ru")
    assert parse_yaml(with_texts(TEXT, {path: words}).encode(), Path("x")).at(path) == words


def test_no_such_place() -> None:
    """A path that leads nowhere is an error."""
    with pytest.raises(KeyError):
        with_texts(TEXT, {("scenes", 3): "x"})
