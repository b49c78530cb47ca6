"""Jobs are done while the server runs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from hoso.studio.jobs.worker import Worker


@asynccontextmanager
async def working(app: FastAPI) -> AsyncIterator[None]:
    """A worker for the studio of `app`, from the server's start to its end."""
    worker = Worker(app.state.studio)
    worker.start()
    try:
        yield
    finally:
        await run_in_threadpool(worker.stop)
