"""Values with their evidence.

Every number about a channel is a `Fact`: the value, where it comes from and when it was checked,
so that a channel admin can correct it without touching code.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Value = TypeVar("Value")
Words = Annotated[str, Field(pattern=r"\S")]


class Model(BaseModel):
    """Read-only data; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Model, Generic[Value]):
    """A value with its evidence."""

    value: Value
    source: Words = Field(description="Where the value comes from.")
    checked: datetime.date = Field(description="The day on which somebody looked it up.")
    verified: bool = Field(default=True, description="False where the source is second-hand or a guess.")


class Evidence(Model):
    """Where several values of a picture profile come from."""

    of: tuple[str, ...] = Field(min_length=1, description="Their keys.")
    source: Words = Field(description="Where the values come from.")
    checked: datetime.date = Field(description="The day on which somebody looked them up.")
    verified: bool = Field(default=True, description="False where the source is second-hand or a guess.")


def facts(model: Model, above: str = "") -> Iterator[tuple[str, Fact[Any]]]:
    """All facts in `model` by their keys (`sound.bitrate` in a group), in the order of the model."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Fact):
            yield above + name, value
        elif isinstance(value, Model):
            yield from facts(value, f"{above}{name}.")
