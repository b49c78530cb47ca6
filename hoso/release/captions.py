"""The text beside a video, as long as its channel takes. Pure.

In a fixed order, an empty line between: the post, that the voice is synthesized, how to reach us, who speaks,
hashtags.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hoso.base.languages import Language
from hoso.base.problems import HosoError, Problem
from hoso.cards.card_content import PHONE, SITE, SPEAKER, TELEGRAM
from hoso.channels.catalog import Catalog
from hoso.channels.model import Channel
from hoso.release.counting import Counting, units
from hoso.release.sentences import openings
from hoso.script.disclosure import disclosure_for
from hoso.script.model import Edition, Message, TagsByLanguage
from hoso.script.reader import Script


@dataclass(frozen=True, slots=True)
class Caption:
    """The text beside one video, `units` long as the channel counts; `limit` is None where nobody states one.

    `title` is the one that the channel has beside it; a channel that takes a title alone has it as `text`.
    """

    text: str
    units: int
    limit: int | None
    shortened: bool
    title: str | None = None


class CaptionTooLongError(HosoError):
    """A text is longer than its channel takes. `key` is the script's that has to become shorter."""

    def __init__(self, key: Literal["post", "title"], message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.key = key


def caption(message: Message, language: Language, channel: Channel, *, synthetic: bool) -> Caption | None:
    """The text in `language` beside the video on `channel`; None where that takes none.

    `synthetic` is whether the video's voice is. Contacts and source are never left out; the post's last
    sentences are where the script allows it. Raises CaptionTooLongError.
    """
    if channel.takes_caption is not None and not channel.takes_caption.value:
        return None
    if channel.title_units is None:
        return _composed(message, language, channel, synthetic)
    title = _title(message, language, channel, channel.title_units.value)
    if channel.caption_units is None:
        return title
    text = _composed(message, language, channel, synthetic)
    return Caption(text.text, text.units, text.limit, text.shortened, title.text)


def caption_problems(
    script: Script, edition: Edition, catalog: Catalog, *, synthetic: bool
) -> Iterator[Problem]:
    """Every text of `edition` that its channel does not take, with its place in the script.

    `catalog` must have all of the script's channels; `synthetic` is whether the edition's voice is.
    """
    for name in dict.fromkeys(script.message.channels):
        for language in edition.languages:
            try:
                caption(script.message, language, catalog.channel(name), synthetic=synthetic)
            except CaptionTooLongError as error:
                problem = error.problem
                yield script.problem((error.key, language), problem.message, problem.remedy)


def _title(message: Message, language: Language, channel: Channel, limit: int) -> Caption:
    text = message.title.get(language) or ""
    length = units(text, _counting(channel))
    if length > limit:
        said = f"the title is {length - limit} units too long for {channel.name}, which takes {limit}"
        raise CaptionTooLongError("title", said, "Shorten it.")
    return Caption(text, length, limit, False)


def _composed(message: Message, language: Language, channel: Channel, synthetic: bool) -> Caption:
    limit = channel.caption_units.value if channel.caption_units is not None else None
    post = message.post.get(language) if message.post is not None else None
    opening = post or message.title.get(language) or ""
    rest = list(_rest(message, language, channel, synthetic))
    whole = "\n\n".join([opening, *rest])
    length = units(whole, _counting(channel))
    if limit is None or length <= limit:
        return Caption(whole, length, limit, False)
    if post is not None and message.shorten_post:
        for shorter in openings(post, language):
            text = "\n\n".join([shorter, *rest])
            if units(text, _counting(channel)) <= limit:
                return Caption(text, units(text, _counting(channel)), limit, True)
    raise _too_long(message, post, channel, length - limit, limit)


def _too_long(
    message: Message, post: str | None, channel: Channel, over: int, limit: int
) -> CaptionTooLongError:
    said = f"too long for {channel.name} by {over} of the {limit} units that it takes"
    if post is None:
        remedy = "Shorten the title, the contacts or `source`, or take some hashtags away."
        return CaptionTooLongError("title", f"the title with contacts and source is {said}", remedy)
    remedy = (
        "Not even its first sentence fits: shorten that, or take some hashtags away."
        if message.shorten_post
        else "Shorten it, or write `shorten_post: true`: then such channels get its first sentences."
    )
    return CaptionTooLongError("post", f"the post with contacts and source is {said}", remedy)


def _rest(message: Message, language: Language, channel: Channel, synthetic: bool) -> Iterator[str]:
    """What follows the post, paragraph by paragraph."""
    disclosure = disclosure_for(message, synthetic, language)
    if disclosure is not None:
        yield disclosure.text
    if not message.contact.empty:
        yield "\n".join(_contacts(message, language))
    if message.source:
        yield f"{SPEAKER[language]}: {message.source}"
    tags = _hashtags(message, language, channel)
    if tags:
        yield " ".join(f"#{tag}" for tag in tags)


def _contacts(message: Message, language: Language) -> Iterator[str]:
    contact = message.contact
    for labels, value in ((PHONE, contact.phone), (TELEGRAM, contact.telegram), (SITE, contact.url)):
        if value:
            yield f"{labels[language]}: {value}"


def _hashtags(message: Message, language: Language, channel: Channel) -> Sequence[str]:
    """The first ones, as many as the channel takes."""
    tags = message.hashtags
    own = getattr(tags, language) if isinstance(tags, TagsByLanguage) else tags
    most = channel.max_hashtags.value if channel.max_hashtags is not None else None
    return tuple(dict.fromkeys(own))[:most]


def _counting(channel: Channel) -> Counting:
    return channel.caption_counting.value if channel.caption_counting is not None else "characters"
