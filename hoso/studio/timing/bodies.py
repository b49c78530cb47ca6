"""What the timing editor sends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hoso.subtitles.cues import Cue
from hoso.subtitles.files.sent import LAST_MS

MOST_BYTES = 8_000_000
"""Of a body: ten times what three thousand cues of Korean take."""
_SAID = 20
"""Of what is wrong with a body so much is said."""

M = TypeVar("M", bound="Body")
Ms = Annotated[int, Field(strict=True, ge=-LAST_MS, le=LAST_MS)]


class Body(BaseModel):
    """What is sent; keys that nobody knows are refused."""

    model_config = ConfigDict(extra="forbid")


class CueIn(Body):
    """A cue: ms of the programme, and text with `\\n` and `<b>`."""

    start: Ms
    end: Ms
    text: str

    def cue(self) -> Cue:
        """As the subtitles' room has it; line ends are newlines."""
        return Cue(self.start, self.end, self.text.replace("\r\n", "\n").replace("\r", "\n"))


class CuesIn(Body):
    """Cues that are not saved."""

    cues: list[CueIn]


class SaveIn(Body):
    """Cues to be saved, and the version that they were made of."""

    base: str
    cues: list[CueIn]


class PictureIn(Body):
    """Cues to be drawn, and the shape to draw them into."""

    shape: str
    cues: list[CueIn]


class ResolveIn(Body):
    """Which line's conflicts end, and with which version."""

    line: str
    use: Literal["edited", "generated"]


class RestoreIn(Body):
    """Which earlier version comes back, by its id."""

    id: str


def cues_in(sent: Sequence[CueIn]) -> tuple[Cue, ...]:
    """What was sent."""
    return tuple(each.cue() for each in sent)


def body_of(model: type[M]) -> Callable[[Request], Awaitable[M]]:
    """A dependency: the body as a `model`.

    Raises HTTPException 413 where it has more than `MOST_BYTES`, RequestValidationError for what is no such
    thing.
    """

    async def read(request: Request) -> M:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                raise HTTPException(413)
        try:
            # Checking thousands of cues takes its time: others are answered meanwhile.
            return await run_in_threadpool(model.model_validate_json, bytes(body))
        except ValidationError as error:
            found = error.errors(include_url=False, include_input=False, include_context=False)[:_SAID]
            raise RequestValidationError(
                [{**each, "loc": ("body", *each["loc"])} for each in found]
            ) from None

    return read


Cues = Annotated[CuesIn, Depends(body_of(CuesIn))]
Save = Annotated[SaveIn, Depends(body_of(SaveIn))]
Picture = Annotated[PictureIn, Depends(body_of(PictureIn))]
Resolve = Annotated[ResolveIn, Depends(body_of(ResolveIn))]
Restore = Annotated[RestoreIn, Depends(body_of(RestoreIn))]


def described(model: type[Body]) -> dict[str, Any]:
    """What the API's description says of a body that `body_of` reads."""
    return {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": model.model_json_schema()}},
        }
    }
