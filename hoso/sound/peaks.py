"""How loud a programme is from moment to moment: what a waveform is drawn from."""

from __future__ import annotations

import base64

from hoso.base.jobs import CancelToken
from hoso.base.keys import digest
from hoso.base.shelf import Facts, known, learnt
from hoso.base.store import Store
from hoso.sound.programme import Programme
from hoso.voice.takes import SAMPLE_RATE

RECIPE = 1
RATE = 100
"""Peaks a second: at a zoom where one of them is a pixel, a second is 100 pixels wide."""
LARGEST = 127
"""What the programme's own highest peak becomes; silence is 0."""
BLOCK = 60
"""Seconds that are looked at together: memory stays flat."""


def peaks(programme: Programme, store: Store, token: CancelToken) -> tuple[int, ...]:
    """The peaks of `programme`, 0 to `LARGEST`, `RATE` a second; found out once. Raises Cancelled."""
    return _plain(learnt(store, peaks_key(programme.key), lambda: _found(programme, token)))


def known_peaks(programme_key: str, store: Store) -> tuple[int, ...] | None:
    """The peaks of the programme that `programme_key` stands for, where they have been found out."""
    facts = known(store, peaks_key(programme_key))
    return None if facts is None else _plain(facts)


def peaks_key(programme_key: str) -> str:
    """What stands for the peaks of a programme."""
    return digest(["peaks", RECIPE, RATE, programme_key])


def _plain(facts: Facts) -> tuple[int, ...]:
    return tuple(base64.b64decode(facts["peaks"]))


def _found(programme: Programme, token: CancelToken) -> Facts:
    import numpy as np
    import soundfile

    step = SAMPLE_RATE // RATE
    found = []
    with soundfile.SoundFile(programme.path) as sound:
        for block in sound.blocks(BLOCK * SAMPLE_RATE, dtype="float32", always_2d=True):
            token.check()
            loud = np.abs(block).max(axis=1)
            loud = np.pad(loud, (0, -len(loud) % step))
            found.append(loud.reshape(-1, step).max(axis=1))
    whole = np.concatenate(found) if found else np.zeros(0, np.float32)
    highest = float(whole.max(initial=0.0)) or 1.0
    scaled = np.round(whole / highest * LARGEST).astype(np.uint8)
    return {"peaks": base64.b64encode(scaled.tobytes()).decode("ascii")}
