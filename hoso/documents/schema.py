"""JSON Schema (draft 2020-12) of the files that people write, from the models that read them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _OfFiles(GenerateJsonSchema):
    """pydantic's schema, told that an optional key is left out in a file, not written with an empty value."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def get_title_from_name(self, name: str) -> str:
        """Keys are shown as they are written."""
        return name


def file_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """The schema of a file that `hoso.documents.validation.validate` reads as `model`."""
    schema = model.model_json_schema(by_alias=True, schema_generator=_OfFiles, mode="validation")
    cleaned: dict[str, Any] = _without_titles(schema)
    return {"$schema": DIALECT, "title": title, **cleaned}


def _without_titles(value: Any, *, names: bool = False) -> Any:
    """`value` without titles that only repeat a key, and defaults of null, which no file may have.

    `names` says that the keys are names of properties or definitions, of which one may be called `title`.
    """
    if isinstance(value, list):
        return [_without_titles(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_titles(item, names=key in ("properties", "$defs"))
        for key, item in value.items()
        if names or not (key == "title" or (key == "default" and item is None))
    }
