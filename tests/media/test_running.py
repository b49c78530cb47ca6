"""ffmpeg as it is run: stopped by its token, whoever waits for it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from hoso.base.jobs import Cancelled, CancelToken
from hoso.media.ffmpeg import run

LONG = ["-re", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=5:duration=300", "-f", "null", "-"]


def test_a_token_ends_what_runs() -> None:
    """One that is cancelled before, or while ffmpeg runs."""
    token = CancelToken()
    begun = threading.Event()
    with ThreadPoolExecutor(1) as executor:
        running = executor.submit(run, LONG, token=token, on_progress=lambda _: begun.set())
        assert begun.wait(60)
        token.cancel()
        with pytest.raises(Cancelled):
            running.result(60)
    with pytest.raises(Cancelled):
        run(LONG, token=token)
