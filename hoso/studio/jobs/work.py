"""The work behind a wish: what of the pipeline does it, and what it makes."""

from __future__ import annotations

from hoso.base.events import Listener
from hoso.base.jobs import CancelToken
from hoso.base.project import Project
from hoso.studio.jobs.queue import Made, Result, Wish


def work(project: Project, wish: Wish, workers: int, token: CancelToken, listen: Listener) -> Result:
    """Make what is wished for. Raises InputError, HosoError, Cancelled. No code of the project's own runs."""
    if wish.kind == "preview":
        return _preview(project, wish, token, listen)
    return _render(project, wish, workers, token, listen)


def _render(project: Project, wish: Wish, workers: int, token: CancelToken, listen: Listener) -> Result:
    from hoso.pipeline.render import render_all
    from hoso.pipeline.request import Request

    request = Request(
        scripts=(project.scripts / f"{wish.message}.yaml",),
        channels=wish.channels,
        editions=wish.editions,
        workers=workers,
        draft=wish.draft,
        revoice=wish.revoice,
        explain=True,
        clips=False,
    )
    outcome = render_all(project, request, token, listen)
    made = tuple(
        Made(
            path=rendition.path.relative_to(project.root).as_posix(),
            edition=rendition.edition,
            channel=rendition.channel,
            bytes=rendition.bytes,
            duration_ms=rendition.duration_ms,
            lufs=rendition.lufs,
            engine=rendition.engine,
            grade=rendition.grade,
        )
        for rendition in outcome.renditions
    )
    return Result(made, outcome.problems)


def _preview(project: Project, wish: Wish, token: CancelToken, listen: Listener) -> Result:
    from hoso.pipeline.previewing import preview

    script = project.scripts / f"{wish.message}.yaml"
    found = [preview(project, script, edition, token, listen) for edition in wish.editions or (None,)]
    return Result(problems=tuple(dict.fromkeys(problem for each in found for problem in each.problems)))
