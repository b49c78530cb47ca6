"""An ONNX network for pictures of one size made fit for any size, by its bytes (protobuf) alone.

CenterFace is stored for ten pictures of 32x32, and lists its weights among its inputs, which keeps
onnxruntime from folding them: a picture of 640x384 then takes 148 ms on one core, and 58 ms without.

A message is a row of fields: a varint of `number << 3 | kind`, then by kind a varint (0), 8 bytes (1), a
varint of a length and so many bytes (2), or 4 bytes (5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

# Numbers of fields in onnx.proto: ModelProto.graph; GraphProto.initializer, input, output; names; dimensions.
GRAPH = 7
WEIGHT, INPUT, OUTPUT = 5, 11, 12
WEIGHT_NAME, VALUE_NAME = 8, 1
VALUE_TYPE, TENSOR_TYPE, SHAPE, DIMENSION = 2, 1, 2, 1
UNKNOWN = b""
"""A dimension that says nothing about its size."""

Field = tuple[int, bytes, bytes]
"""Number, contents (of kind 2, else empty), and the whole field."""


def with_free_sizes(model: bytes) -> bytes:
    """`model` (a ModelProto) whose inputs and outputs may have any size, and whose weights are constants."""
    return _rewritten(model, lambda field: _nested(field, _freed) if field[0] == GRAPH else field[2])


def _freed(graph: bytes) -> bytes:
    weights = {_name(part, WEIGHT_NAME) for number, part, _ in _fields(graph) if number == WEIGHT}

    def rewrite(field: Field) -> bytes:
        if field[0] == INPUT and _name(field[1], VALUE_NAME) in weights:
            return b""
        return _nested(field, _sizeless) if field[0] in (INPUT, OUTPUT) else field[2]

    return _rewritten(graph, rewrite)


def _sizeless(value: bytes) -> bytes:
    """A ValueInfoProto with a tensor of as many dimensions, all unknown."""
    return _inside(value, (VALUE_TYPE, TENSOR_TYPE, SHAPE, DIMENSION), lambda _: UNKNOWN)


def _inside(message: bytes, way: tuple[int, ...], change: Callable[[bytes], bytes]) -> bytes:
    """`message` with the contents of every field that lies along `way` changed."""
    if not way:
        return change(message)
    return _rewritten(
        message,
        lambda field: (
            _nested(field, lambda part: _inside(part, way[1:], change)) if field[0] == way[0] else field[2]
        ),
    )


def _rewritten(message: bytes, rewrite: Callable[[Field], bytes]) -> bytes:
    return b"".join(rewrite(field) for field in _fields(message))


def _nested(field: Field, change: Callable[[bytes], bytes]) -> bytes:
    contents = change(field[1])
    return _varint(field[0] << 3 | 2) + _varint(len(contents)) + contents


def _name(message: bytes, number: int) -> bytes:
    return next(contents for found, contents, _ in _fields(message) if found == number)


def _fields(message: bytes) -> Iterator[Field]:
    at = 0
    while at < len(message):
        start = at
        tag, at = _read_varint(message, at)
        length = {1: 8, 5: 4}.get(tag & 7, 0)
        if tag & 7 == 0:
            _, at = _read_varint(message, at)
        elif tag & 7 == 2:
            length, at = _read_varint(message, at)
        contents = message[at : at + length] if tag & 7 == 2 else b""
        at += length
        yield tag >> 3, contents, message[start:at]


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        shift, at = shift + 7, at + 1
        if byte < 128:
            return value, at


def _varint(value: int) -> bytes:
    parts = []
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])
