"""Which part of what is asked for is sent: RFC 9110, 13 and 14."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hoso.studio.releases.sending import Part, disposition, part_of

TAG = '"abc"'


class Bytes:
    """A hundred bytes."""

    size = 100
    digest = "abc"

    def read(self, start: int, end: int) -> Iterator[bytes]:
        """Those bytes."""
        yield bytes(range(100))[start:end]

    def close(self) -> None:
        """Nothing to let go of."""


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-", Part(206, 0, 100)),
        ("bytes=0-0", Part(206, 0, 1)),
        ("bytes=40-59", Part(206, 40, 60)),
        ("Bytes= 40 - 59", Part(206, 40, 60)),
        ("bytes=40-9999", Part(206, 40, 100)),
        ("bytes=-10", Part(206, 90, 100)),
        ("bytes=-1000", Part(206, 0, 100)),
        ("bytes=100-", Part(416)),
        ("bytes=-0", Part(416)),
        ("bytes=60-40", Part(200, 0, 100)),
        ("bytes=-", Part(200, 0, 100)),
        ("bytes=0-1,5-6", Part(200, 0, 100)),
        ("lines=0-1", Part(200, 0, 100)),
        ("bytes=" + "9" * 40 + "-", Part(200, 0, 100)),
        ("", Part(200, 0, 100)),
    ],
)
def test_ranges(asked: str, part: Part) -> None:
    """What is no range, or several, is answered with the whole."""
    assert part_of("GET", {"range": asked}, Bytes(), strict=False) == part
    assert part_of("HEAD", {"range": asked}, Bytes(), strict=False) == Part(200, 0, 100)


@pytest.mark.parametrize(
    ("condition", "status", "strictly"),
    [
        (TAG, 206, 206),
        ('"old"', 200, 200),
        (f"W/{TAG}", 200, 200),
        ("Sun, 22 Nov 2026 05:00:00 GMT", 200, 200),
    ],
)
def test_a_part_of_another_whole_is_not_sent(condition: str, status: int, strictly: int) -> None:
    """Only to whom has the beginning of these very bytes."""
    headers = {"range": "bytes=40-", "if-range": condition}
    assert part_of("GET", headers, Bytes(), strict=False).status == status
    assert part_of("GET", headers, Bytes(), strict=True).status == strictly


def test_who_does_not_say_of_what() -> None:
    """Gets the part of a file, whose address names its version; of what may change otherwise, the whole."""
    assert part_of("GET", {"range": "bytes=40-"}, Bytes(), strict=False).status == 206
    assert part_of("GET", {"range": "bytes=40-"}, Bytes(), strict=True).status == 200


@pytest.mark.parametrize(("seen", "status"), [(TAG, 304), (f'"x", W/{TAG}', 304), ("*", 304), ('"x"', 200)])
def test_what_is_there_already(seen: str, status: int) -> None:
    """Is not sent again."""
    assert part_of("GET", {"if-none-match": seen}, Bytes(), strict=False).status == status


def test_names_of_every_script() -> None:
    """In UTF-8, and something harmless for what can't read that."""
    assert disposition('호소_"1"\r\nx.mp4') == (
        "attachment; filename=\"____1___x.mp4\"; filename*=UTF-8''%ED%98%B8%EC%86%8C_%221%22%0D%0Ax.mp4"
    )
    assert disposition("a.jpg", inline=True).startswith("inline;")
