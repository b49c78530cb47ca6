"""Memory that is not needed any more goes back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys


def give_back() -> None:
    """Collect what nothing refers to, and have the C library hand its free memory back.

    glibc keeps what lies between blocks that are in use (malloc_trim(3)): after a model of 300 MB some 100.
    Elsewhere only the former is done.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
