"""The text beside a video: whole, openly attributed, and never longer than its channel takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.base.languages import Language
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel
from hoso.release.captions import CaptionTooLongError, caption, caption_problems
from hoso.release.counting import Counting, units
from hoso.release.sentences import openings
from hoso.script.model import Contact, Edition, Message, TagsByLanguage
from hoso.script.reader import read_message

CHANNELS = {channel.name: channel for channel in Catalog.load().channels}
CONTACT = Contact(phone="+380 44 111 2233", telegram="@hochuzhit", url="https://hoso.dev/ko")
SENTENCES = [
    "남의 나라 땅에서 죽지 마십시오.",
    "투항하십시오!",
    "2024. 12. 3. 우리는 기다립니다.",
    "살 수 있습니까?",
]


def message(post: str | None = None, **more: object) -> Message:
    """A message whose text beside the video is `post`."""
    facts: dict[str, object] = {
        "title": {"ko": "조선인민군 군인 여러분에게", "ru": "Солдатам Корейской народной армии"},
        "source": "Проєкт «Хочу жить»",
        "contact": CONTACT,
        "editions": (Edition(voice="ko", subtitles="ko"),),
        "post": None if post is None else {"ko": post},
        "scenes": ({"card": "title"},),
    }
    return Message.model_validate({**facts, **more})


def telling(channel: Channel, limit: int) -> Channel:
    """`channel` with another limit."""
    assert channel.caption_units is not None
    return channel.model_copy(
        update={"caption_units": channel.caption_units.model_copy(update={"value": limit})}
    )


def test_its_parts_stand_in_their_order() -> None:
    """The post, the label of a synthetic voice, contacts, who speaks, hashtags: an empty line between."""
    made = caption(
        message("투항하십시오.", hashtags=["KPA", "항복"]), "ko", CHANNELS["telegram"], synthetic=True
    )
    assert made is not None
    assert made.text == (
        "투항하십시오.\n\n합성된 목소리입니다\n\n"
        "전화: +380 44 111 2233\n텔레그램: @hochuzhit\n웹사이트: https://hoso.dev/ko\n\n"
        "보낸 곳: Проєкт «Хочу жить»\n\n#KPA #항복"
    )
    assert (made.units, made.limit, made.shortened, made.title) == (len(made.text), 1024, False, None)


def test_without_a_post_the_title_speaks() -> None:
    """In a language that has none; and nothing is said of a voice that a person lent."""
    whole = message("글", hashtags=TagsByLanguage(ko=("항복",)))
    made = caption(whole, "ko", CHANNELS["telegram"], synthetic=False)
    assert made is not None
    assert made.text.endswith("#항복")
    made = caption(whole, "ru", CHANNELS["telegram"], synthetic=False)
    assert made is not None
    assert made.text.split("\n\n") == [
        "Солдатам Корейской народной армии",
        "Телефон: +380 44 111 2233\nТелеграм: @hochuzhit\nСайт: https://hoso.dev/ko",
        "Кто обращается: Проєкт «Хочу жить»",
    ]


@pytest.mark.parametrize("name", ["telegram-round", "sdcard", "oldphone", "loudspeaker"])
def test_some_channels_have_no_text(name: str) -> None:
    """What is handed on or only heard has nothing beside it."""
    assert caption(message("글"), "ko", CHANNELS[name], synthetic=True) is None


def test_a_short_has_its_title_alone_a_video_has_both() -> None:
    """YouTube shows a Short's title and no more; beside a video there are both, each with its limit."""
    short = caption(message("글"), "ko", CHANNELS["shorts"], synthetic=True)
    video = caption(message("글"), "ko", CHANNELS["youtube"], synthetic=True)
    assert short is not None
    assert video is not None
    assert (short.text, short.limit, short.title) == ("조선인민군 군인 여러분에게", 100, None)
    assert (video.title, video.limit) == ("조선인민군 군인 여러분에게", 5000)
    assert video.text.startswith("글\n\n합성된 목소리입니다\n\n전화:")


def test_only_as_many_hashtags_as_a_channel_takes() -> None:
    """The first ones, each once."""
    many = message("글", hashtags=["하나", "하나", *(f"태그{n}" for n in range(40))])
    made = caption(many, "ko", CHANNELS["reels"], synthetic=False)
    assert made is not None
    tags = made.text.rsplit("\n\n", 1)[1].split()
    assert tags == ["#하나", *(f"#태그{n}" for n in range(29))]


@pytest.mark.parametrize("name", [name for name, found in CHANNELS.items() if found.caption_units])
@given(
    post=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=200).map(" ".join),
    limit=st.integers(100, 1200),
)
def test_a_shortened_text_is_whole_sentences_within_the_limit(name: str, post: str, limit: int) -> None:
    """Never over, never a sentence cut, always with contacts and source; longer only if one more fits."""
    channel = telling(CHANNELS[name], limit)
    counting: Counting = channel.caption_counting.value if channel.caption_counting else "characters"
    try:
        made = caption(message(post, shorten_post=True), "ko", channel, synthetic=True)
    except CaptionTooLongError:
        made = None
    if made is None:
        first = min(openings(post, "ko"), key=len, default=post)
        least = caption(message(first), "ko", telling(channel, 100_000), synthetic=True)
        assert least is not None
        assert least.units > limit
        return
    kept = made.text.split("\n\n", 1)[0]
    assert made.units == units(made.text, counting) <= limit
    assert post.startswith(kept)
    assert kept[-1] in ".!?"
    assert post[len(kept) :][:1] in ("", " ")
    assert not kept.endswith(("2024.", "12.", " 3."))
    assert made.shortened == (kept != post)
    for part in ("+380 44 111 2233", "@hochuzhit", "https://hoso.dev/ko", "Проєкт «Хочу жить»", "합성된"):
        assert part in made.text
    longer = [text for text in (*openings(post, "ko"), post) if len(text) > len(kept)]
    rest = made.text[len(kept) :]
    assert all(units(text + rest, counting) > limit for text in longer)


def test_a_sentence_is_not_over_where_a_line_is() -> None:
    """A line break within a sentence is no place to stop, an abbreviation or a number neither."""
    text = "Сдавайтесь\nв плен! Вам дадут 2 тыс. грн. и еду. Приходите 3. 12. к нам.\n\nЗвоните"
    assert list(openings(text, "ru")) == [
        "Сдавайтесь\nв плен! Вам дадут 2 тыс. грн. и еду. Приходите 3. 12. к нам.",
        "Сдавайтесь\nв плен! Вам дадут 2 тыс. грн. и еду.",
        "Сдавайтесь\nв плен!",
    ]


@pytest.mark.parametrize(
    ("text", "counting", "expected"),
    [
        ("한글 a", "characters", 4),
        ("👍🏽", "utf16", 4),
        ("👍", "characters", 1),
        ("", "utf16", 0),
        ("한글, ab", "x-weighted", 8),
        ("Хочу жить «»", "x-weighted", 12),
        ("漢字…", "x-weighted", 6),
        ("https://hoso.dev/a/very/long/address/that/goes/on", "x-weighted", 23),
        ("(https://hoso.dev/ko).", "x-weighted", 26),
        ("https://a.org에서", "x-weighted", 27),
        ("a.org", "x-weighted", 23),
        ("a@b.org", "x-weighted", 7),
        ("2024.12.3.", "x-weighted", 10),
        ("한https://a.org https://b.org/길", "x-weighted", 51),
    ],
)
def test_a_text_is_counted_as_its_channel_does(text: str, counting: Counting, expected: int) -> None:
    """UTF-16 units, code points, or X's weights with links as 23: an ellipsis is not light there."""
    assert units(text, counting) == expected


def problems(folder: Path, script: str) -> list[str]:
    """What is wrong with the texts of `script`, each with its place."""
    (folder / "scripts").mkdir()
    path = folder / "scripts" / "m.yaml"
    path.write_text(script, "utf-8")
    project = Project(folder)
    whole = read_message(path, project)
    (edition,) = whole.message.editions
    found = caption_problems(whole, edition, Catalog.load(), synthetic=True)
    return [f"{p.line}:{p.column} {p.message} → {p.remedy}" for p in found]


SCRIPT = """\
title: {{ko: 제목, ru: Название}}
source: Проєкт
channels: [telegram, x, shorts, sdcard]
contact: {{phone: "+380 44 111 2233"}}
editions: [{{voice: ko, subtitles: [ko, ru]}}]
scenes: [{{card: contact}}]
post:
  ko: {ko}
  ru: Сдавайтесь.
{more}
"""


def test_a_post_that_is_too_long_is_named_with_its_place(tmp_path: Path) -> None:
    """Which channel, by how much, and what to do; the language that fits is left alone."""
    ko = "투항하십시오. " * 20
    (said,) = problems(tmp_path, SCRIPT.format(ko=ko, more=""))
    place, words = said.split(" ", 1)
    whole = caption(
        message(ko, source="Проєкт", contact=Contact(phone="+380 44 111 2233")),
        "ko",
        telling(CHANNELS["x"], 9999),
        synthetic=True,
    )
    assert whole is not None
    assert place == "8:7"
    assert f"too long for x by {whole.units - 280} of the 280 units" in words
    assert "shorten_post: true" in words


def test_the_script_may_allow_it_to_be_shortened(tmp_path: Path) -> None:
    """Then nothing is wrong."""
    assert problems(tmp_path, SCRIPT.format(ko="투항하십시오. " * 20, more="shorten_post: true")) == []


def test_an_endless_first_sentence_can_not_be_shortened(tmp_path: Path) -> None:
    """No sentence is cut: it has to be written anew."""
    (said,) = problems(tmp_path, SCRIPT.format(ko="투항하십시오 " * 20 + "네.", more="shorten_post: true"))
    assert "Not even its first sentence fits" in said


def test_a_title_too_long_for_its_channel_is_named(tmp_path: Path) -> None:
    """A title is not shortened for anybody."""
    script = SCRIPT.format(ko="투항하십시오.", more="").replace("제목", "가" * 104)
    (said,) = problems(tmp_path, script)
    assert said.startswith("1:13 the title is 4 units too long for shorts, which takes 100")


LANGUAGES: tuple[Language, ...] = ("ko", "ru")


@pytest.mark.parametrize("script", sorted(Path("scripts").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_samples_fit_every_channel_that_takes_text(script: Path) -> None:
    """With contacts and all, in both of their languages, where they allow a shorter post."""
    whole = read_message(script.resolve(), Project(Path.cwd()))
    for language in LANGUAGES:
        for channel in CHANNELS.values():
            sample = whole.message.model_copy(update={"shorten_post": True})
            made = caption(sample, language, channel, synthetic=True)
            assert made is None or made.limit is None or made.units <= made.limit
