"""Coded pictures read as bytes: level, true key frames, words beside the picture (H.264, MPEG-4 Part 2)."""

from __future__ import annotations

from collections.abc import Iterator

_SEI, _IDR = 6, 5
_TECHNICAL = frozenset({0, 1, 6})
"""SEI that only helps decoders: buffering period, picture timing, recovery point (ITU-T H.264, annex D)."""
_UUID = 16
_VISUAL_OBJECT_SEQUENCE = b"\x00\x00\x01\xb0"
_USER_DATA = b"\x00\x00\x01\xb2"
_START_CODE = b"\x00\x00\x01"
_SIMPLE_0 = 8
"""ISO/IEC 14496-2, table G.1: profile and level of Simple@L0."""


def h264_level(avcc: bytes) -> str:
    """The level in an `avcC`, such as 4.0; empty where there is none."""
    return f"{avcc[3] // 10}.{avcc[3] % 10}" if len(avcc) > 3 else ""


def mpeg4_level(head: bytes) -> str:
    """The level of a Simple profile's stream that begins with `head`; empty where it is not said."""
    at = head.find(_VISUAL_OBJECT_SEQUENCE)
    if at < 0 or at + 4 >= len(head):
        return ""
    level = head[at + 4]
    return "0" if level == _SIMPLE_0 else str(level & 15)


def is_idr(packet: bytes, prefix: int) -> bool:
    """Whether an H.264 picture needs none before it. `prefix`: bytes of a NAL unit's length."""
    return any(unit[0] & 31 == _IDR for unit in _units(packet, prefix))


def h264_words(packet: bytes, prefix: int) -> Iterator[str]:
    """What a packet's SEI says that no decoder needs: free words as such, the rest by its type."""
    for unit in _units(packet, prefix):
        if unit[0] & 31 == _SEI:
            yield from _messages(unit[1:].replace(b"\x00\x00\x03", b"\x00\x00"))


def mpeg4_words(packet: bytes) -> Iterator[str]:
    """The user data in a packet or in a header of MPEG-4 Part 2."""
    for part in packet.split(_USER_DATA)[1:]:
        yield printable(part.split(_START_CODE)[0])


def printable(data: bytes) -> str:
    """`data` as far as it is ASCII to be printed, at most 60 characters."""
    return "".join(chr(byte) for byte in data if 32 <= byte < 127)[:60]


def _units(packet: bytes, prefix: int) -> Iterator[bytes]:
    """NAL units that are not empty."""
    at = 0
    while at + prefix < len(packet):
        size = int.from_bytes(packet[at : at + prefix], "big")
        unit = packet[at + prefix : at + prefix + size]
        if unit:
            yield unit
        at += prefix + size


def _messages(data: bytes) -> Iterator[str]:
    at = 0
    while at + 2 <= len(data) and data[at:] != b"\x80":
        kind, at = _number(data, at)
        size, at = _number(data, at)
        if kind not in _TECHNICAL:
            yield printable(data[at + _UUID : at + size]) or f"SEI of type {kind}"
        at += size


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number written as 255s and a rest, and where it ends."""
    total = 0
    while at < len(data) and data[at] == 255:
        total, at = total + 255, at + 1
    return total + (data[at] if at < len(data) else 0), at + 1
