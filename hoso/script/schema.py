"""The JSON Schemas that make an editor complete and check what people write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hoso.base.files import write_text
from hoso.channels.model import Channel, PictureProfile
from hoso.documents.schema import file_schema
from hoso.script.model import MessageFile, Settings
from hoso.styles.model import Style

MESSAGE_SCHEMA = "message.schema.json"


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its file name: of a message, hoso.yaml, a channel, a picture profile and a style."""
    return {
        MESSAGE_SCHEMA: file_schema(MessageFile, "A hoso message"),
        "hoso.schema.json": file_schema(Settings, "A hoso project's hoso.yaml"),
        "channel.schema.json": file_schema(Channel, "A hoso channel"),
        "profile.schema.json": file_schema(PictureProfile, "A hoso picture profile"),
        "style.schema.json": file_schema(Style, "A hoso style of subtitles"),
    }


def schema_text(schema: dict[str, Any]) -> str:
    """`schema` as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into `folder` and return where they are."""
    paths = []
    for name, schema in schemas().items():
        paths.append(folder / name)
        write_text(paths[-1], schema_text(schema))
    return paths
