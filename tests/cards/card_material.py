"""Card contents, short and long, that the card tests share."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hoso.cards.card_content import CardContent, ContactCard, Entry, StepsCard, TextCard, TitleCard
from hoso.cards.model import Frame

Frames = dict[str, Frame]
SHAPES = ("hd", "wide", "vertical", "sd", "note", "portrait", "story")
"""Picture profiles: wide, tall, small, square with little room, 4:5."""
SOURCE = "Проєкт «Хочу жить»"

CARDS: dict[str, CardContent] = {
    "title-ko": TitleCard("ko", "조선인민군 군인 여러분에게", "살아서 가족에게 돌아가십시오", SOURCE, None),
    "title-uk": TitleCard(
        "uk", "Військовослужбовцям Корейської народної армії", "Ґрунтовне й щире звернення", SOURCE, None
    ),
    "text-ru": TextCard(
        "ru",
        "Права пленных",
        "Со всеми пленными обращаются гуманно, по Женевской конвенции: трёхразовое питание и врач.",
    ),
    "steps-ko": StepsCard(
        "ko",
        "항복하는 방법",
        ("무기를 버리십시오", "흰 천이나 이 전단을 들고 우크라이나군에 다가가십시오", "땅에 엎드리십시오"),
    ),
    "steps-uk": StepsCard("uk", None, ("Киньте зброю", "Підійдіть із білою тканиною", "Ляжте на землю")),
    "contact-ko": ContactCard(
        "ko",
        "연락처",
        (
            Entry("전화", "+000 00 000 0000"),
            Entry("텔레그램", "@example"),
            Entry("웹사이트", "example.org/ko"),
        ),
        "https://example.org/ko",
        "보낸 곳",
        SOURCE,
        None,
    ),
    "contact-ru": ContactCard(
        "ru",
        "Связаться с нами",
        (Entry("Телефон", "+000 00 000 0000"), Entry("Сайт", "a-rather-long-name.example.org/ru/contact")),
        "https://a-rather-long-name.example.org/ru/contact",
        "Кто обращается",
        "Государственный проект «Хочу жить» Координационного штаба",
        None,
    ),
}
for _name, _note in (
    ("contact-ko", "합성된 목소리입니다"),
    ("contact-ru", "Голос за кадром синтезирован"),
):
    _card = CARDS[_name]
    assert isinstance(_card, ContactCard)
    CARDS[f"{_name}-note"] = replace(_card, note=_note)


def pixels(png: bytes) -> NDArray[np.uint8]:
    """The picture in a PNG as (height, width, channels)."""
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture)
