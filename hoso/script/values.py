"""What a script's values are made of: words in several languages, times, fractions.

Times are integer milliseconds (`m:ss(.mmm)` or seconds in the file), fractions are 0 to 1.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from hoso.base.clock import format_clock, parse_clock
from hoso.base.languages import LANGUAGES, Language

TIME_REMEDY = "Write a time as 0:02, 1:05.5 or 1:00:00, or in seconds as 2.5."


class Model(BaseModel):
    """Read-only data; unknown keys are errors; fields may be named by their key in the file or in code."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )


def _clock(value: object) -> object:
    try:
        if isinstance(value, str):
            return parse_clock(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError("this is not a time")
        if value < 0:
            raise ValueError("a time can't be before the beginning")
    except ValueError as error:
        raise PydanticCustomError("hoso", "{words}", {"words": str(error), "remedy": TIME_REMEDY}) from None
    return round(value * 1000)


def tidy(text: str) -> str:
    """`text` in NFC, without white space at its ends."""
    return unicodedata.normalize("NFC", text.strip())


Clock = Annotated[
    int,
    BeforeValidator(_clock),
    Field(ge=0),
    PlainSerializer(format_clock),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^((\d+:[0-5]?\d|\d{1,2}):0*[0-5]?\d|\d+)(\.\d{1,3})?$"},
            ],
            "description": "m:ss(.mmm) or seconds",
        }
    ),
]
Fraction = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, Field(pattern=r"\S"), AfterValidator(tidy)]
SOME_WORDS: JsonDict = {"anyOf": [{"required": [name]} for name in LANGUAGES]}


class Texts(Model):
    """The same words in several languages; at least one."""

    model_config = ConfigDict(json_schema_extra=SOME_WORDS)

    ko: Text | None = None
    """Korean."""
    ru: Text | None = None
    """Russian."""
    uk: Text | None = None
    """Ukrainian."""
    en: Text | None = None
    """English."""

    @model_validator(mode="after")
    def _not_empty(self) -> Texts:
        if not self.languages:
            raise PydanticCustomError("hoso", "there are no words", {"remedy": "Write them: {ko: …, ru: …}."})
        return self

    def get(self, language: Language) -> str | None:
        """The words in `language`, or None."""
        text: str | None = getattr(self, language)
        return text

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have words, in hoso's order."""
        return tuple(language for language in LANGUAGES if self.get(language) is not None)
