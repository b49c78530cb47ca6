"""SAMI (.smi), which Korea writes: read here, since pysubs2 guesses when a cue ends and mixes the languages.

A text of a class is shown until the next SYNC that has a paragraph of that class, most often `&nbsp;`.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from hoso.base.languages import Language
from hoso.subtitles.cues import Cue
from hoso.subtitles.files.finishing import Entry
from hoso.subtitles.files.report import Report

_SYNC = re.compile(r"<\s*sync\b([^<>]*)(>?)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<\s*p\b([^<>]*)(>?)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z_]+)\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)
_MILLISECONDS = re.compile(r"(-?[0-9]{1,9})(?:ms)?", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_LANG = re.compile(r"lang\s*:\s*([A-Za-z]+)", re.IGNORECASE)
_STRUCTURE = re.compile(r"</?\s*(?:p|sync|body|sami)\b[^<>]*>", re.IGNORECASE)
_END = re.compile(r"</\s*(?:body|sami)\s*>.*", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)

# What classes are called where the file does not say their language.
_PREFIXES: dict[Language, tuple[str, ...]] = {
    "ko": ("KR", "KO"),
    "ru": ("RU",),
    "uk": ("UK", "UA"),
    "en": ("EN", "EG", "US"),
}

_MS_PER_CHARACTER = 83
"""12 characters a second, Netflix's pace for Korean adults: for a last cue that nothing ends."""
_SHORTEST_MS, _LONGEST_MS = 1000, 7000


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown from a time on, in one class; nothing where `text` is empty."""

    start_ms: int
    end_ms: int | None
    text: str
    line: int
    class_name: str


def read_sami(text: str, report: Report, language: Language | None = None) -> list[Entry]:
    """The cues of a SAMI file's text in `language`, or in its first class, with their style."""
    body = _without_comments(_body(text), report)
    shown = list(_paragraphs(body, report))
    report.check()
    chosen = _choose(shown, text, language, report)
    own = [paragraph for paragraph in shown if paragraph.class_name in (chosen, "")]
    return list(_ended(_at_one_time(own, report), report))


def _body(text: str) -> str:
    """`text` with everything before its body and after it blanked out, so that lines keep their numbers."""
    begin = re.search(r"<\s*body\b[^<>]*>", text, re.IGNORECASE) or re.search(
        "(?=<\\s*sync)", text, re.IGNORECASE
    )
    at = begin.end() if begin else 0
    return "\n" * text.count("\n", 0, at) + _END.sub("", text[at:])


def _without_comments(body: str, report: Report) -> str:
    for comment in _COMMENT.finditer(body):
        if _SYNC.search(comment[0]):
            line = body.count("\n", 0, comment.start()) + 1
            report.repaired(line, "cues within a comment are left out")
    return _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), body)


def _paragraphs(body: str, report: Report) -> Iterator[_Shown]:
    """What the body shows in all classes, in the file's order."""
    ends = list(accumulate(len(line) + 1 for line in body.split("\n")))
    syncs = list(_SYNC.finditer(body))
    before = _words(body[: syncs[0].start()] if syncs else body)
    if before:
        remedy = "Put them below a SYNC, or delete them."
        report.fault(1, f"these words belong to no cue: “{before[:40]}”", remedy)
    for sync, after in zip_longest(syncs, syncs[1:]):
        line = bisect_right(ends, sync.start()) + 1
        inner = body[sync.end() : after.start() if after else len(body)]
        if not after and not inner.strip() and not sync[2]:
            words = f"the file is cut off within a cue: “{sync[0].strip()}” is left out"
            report.repaired(line, words, "Check the end of the file.")
        else:
            yield from _of_sync(sync, inner, line, report)


def _of_sync(sync: re.Match[str], inner: str, line: int, report: Report) -> Iterator[_Shown]:
    attributes = {name.lower(): value for name, value in _ATTRIBUTE.findall(sync[1])}
    start = _MILLISECONDS.fullmatch(attributes.get("start", ""))
    end = _MILLISECONDS.fullmatch(attributes.get("end", ""))
    if start is None:
        report.fault(
            line, f"“{sync[0].strip()}” has no time", "Write it as <SYNC Start=1000>, in milliseconds."
        )
        return
    if not sync[2]:
        report.repaired(line, "a SYNC without its > is read")
    start_ms = int(start[1])
    if start_ms < 0:
        message = (
            f"the cue begins before the video, at {start_ms} ms: it is shown from the start of the video"
        )
        report.repaired(line, message, "Check its times.")
    for class_name, text in _classes(inner, line, report):
        yield _Shown(max(start_ms, 0), int(end[1]) if end else None, text, line, class_name)


def _classes(inner: str, line: int, report: Report) -> Iterator[tuple[str, str]]:
    """The class, in capitals, and the words of every paragraph of a SYNC; no class where none is named."""
    tags = list(_PARAGRAPH.finditer(inner))
    loose = inner[: tags[0].start()] if tags else inner
    if _words(loose) or not tags:
        yield "", _words(loose)
    for tag, after in zip_longest(tags, tags[1:]):
        if not tag[2]:
            report.fault(line, f"“{tag[0].strip()}” lacks its >", "Close the tag.")
        attributes = {name.lower(): value for name, value in _ATTRIBUTE.findall(tag[1])}
        yield (
            attributes.get("class", "").upper(),
            _words(inner[tag.end() : after.start() if after else len(inner)]),
        )


def _words(inner: str) -> str:
    """What a paragraph says: characters decoded, `<br>` as a newline, any other space as one space."""
    lines = _BREAK.split(_STRUCTURE.sub("", inner))
    return "\n".join(" ".join(html.unescape(line).split()) for line in lines).strip()


def _choose(shown: Sequence[_Shown], text: str, language: Language | None, report: Report) -> str:
    """The class to read. Raises InputError where there are several and none is in `language`."""
    counts = Counter(paragraph.class_name for paragraph in shown if paragraph.class_name and paragraph.text)
    if len(counts) < 2:
        return next(iter(counts), "")
    fitting = [name for name in counts if language is None or _is_in(name, language, text)]
    if not fitting:
        remedy = "Keep only the class to be read, or name it as SAMI does: KRCC, ENCC, RUCC."
        report.fault(1, f"none of the classes {', '.join(counts)} is in the language “{language}”", remedy)
        report.check()
    for name, count in counts.items():
        if name != fitting[0]:
            line = next(each.line for each in shown if each.class_name == name)
            message = f"the class {fitting[0]} is read and {name} is left out, which has {count} texts"
            report.repaired(line, message)
    return fitting[0]


def _is_in(class_name: str, language: Language, text: str) -> bool:
    """Whether a class is in `language`, by the file's own words or else by its name."""
    declared = {
        name.upper(): lang[1].lower() for name, style in _CLASS.findall(text) if (lang := _LANG.search(style))
    }
    if class_name in declared:
        return declared[class_name] == language
    return class_name.startswith(_PREFIXES[language])


def _at_one_time(shown: Sequence[_Shown], report: Report) -> list[_Shown]:
    """`shown` with texts that begin at one time put together."""
    joined: list[_Shown] = []
    for each in shown:
        if not joined or joined[-1].start_ms != each.start_ms:
            joined.append(each)
        elif not (joined[-1].text and each.text):
            joined[-1] = each if each.text else joined[-1]
        else:
            report.repaired(each.line, "texts that begin at one time are put together")
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}\n{each.text}")
    return joined


def _ended(shown: Sequence[_Shown], report: Report) -> Iterator[Entry]:
    for each, after in zip_longest(shown, shown[1:]):
        if not each.text:
            continue
        end = each.end_ms
        if end is None:
            end = after.start_ms if after else _guessed_end(each, report)
        yield Entry(Cue(each.start_ms, end, each.text), each.line)


def _guessed_end(last: _Shown, report: Report) -> int:
    shown_ms = min(max(len(last.text) * _MS_PER_CHARACTER, _SHORTEST_MS), _LONGEST_MS)
    words = f"nothing ends the last cue: it is shown for {shown_ms / 1000:.1f} s, time enough to read it"
    report.repaired(last.line, words, "Check when it ends.")
    return last.start_ms + shown_ms
