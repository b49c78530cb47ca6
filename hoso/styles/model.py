"""A style of subtitles, as its file has it. Lengths are shares of the type's own size (its em)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from hoso.channels.model import Name, PictureProfile
from hoso.documents.validation import Nullable

Shape = Literal["wide", "tall", "square"]
_SQUARE = 1.2
"""A picture whose longer side is less than this times the other counts as square."""

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Share = Annotated[float, Field(ge=0, le=1)]


class Model(BaseModel):
    """Read-only data; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Outline(Model):
    """The line around the letters."""

    colour: Colour = "#0B0E12"
    """Red, green and blue in quotes, as "#0B0E12"."""
    width: float = Field(default=0.075, ge=0, le=0.2)
    """0 for none, where there is a box."""
    blur: float = Field(default=0.022, ge=0, le=0.2)
    """How soft its outer edge is."""


class Shadow(Model):
    """What falls to the lower right of the letters, in the outline's colour."""

    distance: float = Field(default=0.03, ge=0, le=0.3)
    """How far it falls."""
    opacity: Share = 0.62
    """0 is invisible, 1 is solid."""


class Box(Model):
    """A plate behind the lines."""

    colour: Colour = "#0B0E12"
    """Red, green and blue in quotes, as "#0B0E12"."""
    opacity: Share = 0.8
    """0 is invisible, 1 is solid."""
    padding: float = Field(default=0.36, ge=0, le=1)
    """From the letters to its left and right edge."""
    corner: float = Field(default=0.16, ge=0, le=1)
    """The radius of its corners."""


class Look(Model):
    """How subtitles look in one shape of picture. What a file does not say is as in `clear`."""

    font: Literal["bold", "regular"] = "bold"
    """The weight of the type; regular is a medium, since thin strokes drown in moving pictures."""
    size: Annotated[float | None, Field(ge=0.02, le=0.15)] = None
    """The height of the type as a share of the picture's; without it, the picture profile's own."""
    scale: float = Field(default=1.0, ge=0.7, le=1.6)
    """Larger or smaller than that. A cue that is too long for its lines is set smaller still."""
    fill: Colour = "#F8F8F4"
    """The letters: red, green and blue in quotes, as "#F8F8F4"."""
    emphasis: Colour = "#FFD84F"
    """The letters of what is stressed (`**…**` in a script), as "#FFD84F"."""
    label: Colour = "#9AD8FF"
    """The letters of a speaker's name, as "#9AD8FF"."""
    outline: Outline = Outline()
    """The line around the letters."""
    shadow: Shadow = Shadow()
    """What falls to their lower right."""
    box: Annotated[Box | None, Nullable()] = None
    """A plate behind the lines; null for none."""
    position: Literal["bottom", "top"] = "bottom"
    """Low in the safe area, or high: over footage that has words of its own below."""
    fade_in_ms: int = Field(default=0, ge=0, le=500)
    """How long a cue takes to appear."""
    fade_out_ms: int = Field(default=0, ge=0, le=500)
    """How long it takes to vanish, before its end."""

    @property
    def bold(self) -> bool:
        """Whether the bold faces set it."""
        return self.font == "bold"

    @property
    def letters_edge(self) -> float:
        """How far outline, blur and shadow reach beyond the letters, at most."""
        return self.outline.width + self.outline.blur + self.shadow.distance

    @property
    def edge(self) -> float:
        """How far what is drawn reaches beyond the lines, at most: to the left and right of a box."""
        return self.letters_edge if self.box is None else max(self.letters_edge, self.box.padding)


CLEAR = Look()
"""The default: near-white, readable on snow and at night."""


class Style(Look):
    """A style of subtitles: a look, and what differs in one shape of picture or another."""

    name: Name = Field(description="As scripts call it; the file has the same name.")
    title: str = Field(pattern=r"\S")
    """What it is for, in a few words."""
    wide: Look | None = None
    """What differs in pictures wider than tall."""
    tall: Look | None = None
    """What differs in pictures taller than wide."""
    square: Look | None = None
    """What differs in square pictures."""

    def look(self, shape: Shape) -> Look:
        """How subtitles look in pictures of `shape`."""
        own: Look | None = getattr(self, shape)
        common = {name: getattr(self, name) for name in Look.model_fields}
        return Look.model_validate(common | ({} if own is None else _written(own, common)))


def _written(own: Look, common: dict[str, Any]) -> dict[str, Any]:
    """What `own` says, groups filled in key by key from `common`."""
    said: dict[str, Any] = {}
    for name in own.model_fields_set:
        value, before = getattr(own, name), common[name]
        group = isinstance(value, Model) and isinstance(before, Model)
        said[name] = before.model_copy(update=_set(value)) if group else value
    return said


def _set(model: Model) -> dict[str, Any]:
    return {name: getattr(model, name) for name in model.model_fields_set}


def shape_of(profile: PictureProfile) -> Shape:
    """Which of the three shapes a raster has."""
    if profile.width >= _SQUARE * profile.height:
        return "wide"
    return "tall" if profile.height >= _SQUARE * profile.width else "square"
