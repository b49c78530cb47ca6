"""One studio: a project, its state, and how it is reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from hoso.base.project import Project
from hoso.pipeline.boards import Boards
from hoso.studio.database import Database, open_database, state_folder
from hoso.studio.web.front import Front
from hoso.studio.web.words import Dictionary


@dataclass
class Studio:
    """What every route works with; made once a process."""

    project: Project
    front: Front
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """Names (without a port) that it answers to; all others are refused."""
    open_door: bool = True
    """Whether a one-time link signs people in without an account: on loopback only."""
    https: bool = False
    """Whether browsers reach it over https alone, through a proxy: cookies then go no other way."""
    words: Dictionary = field(default_factory=Dictionary)

    @property
    def folder(self) -> Path:
        """State of the studio alone."""
        return state_folder(self.project)

    @cached_property
    def database(self) -> Database:
        """Accounts, jobs, links, the audit log."""
        return open_database(self.project)

    @cached_property
    def boards(self) -> Boards:
        """Messages laid out, for those who time them."""
        return Boards(self.project)
