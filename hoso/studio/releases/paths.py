"""Where a release's pages and files are on the web."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Paths:
    """Those of one version of a message's release, for people who are signed in."""

    message: str
    version: str

    @property
    def page(self) -> str:
        """The current release's page."""
        return f"/releases/{quote(self.message, safe='')}"

    @property
    def own_page(self) -> str:
        """This version's page."""
        return f"{self.page}?{urlencode({'version': self.version})}"

    @property
    def report(self) -> str:
        """The report."""
        return f"{self._place}/report"

    @property
    def zip(self) -> str:
        """All of it."""
        return f"{self._place}/zip"

    def zip_of(self, picks: Iterable[str]) -> str:
        """Some of it, as `sources.picked` says."""
        return f"{self.zip}?{urlencode([('pick', pick) for pick in picks])}"

    def file(self, path: str) -> str:
        """A file, to be saved."""
        return f"{self._place}/files/{quote(path)}"

    def shown(self, path: str) -> str:
        """A file, to be seen or heard in a page."""
        return f"{self._place}/view/{quote(path)}"

    @property
    def _place(self) -> str:
        return f"{self.page}/{quote(self.version, safe='')}"


@dataclass(frozen=True, slots=True)
class SharedPaths:
    """Those behind a share link, for a visit with a ticket."""

    secret: str
    ticket: str

    @property
    def page(self) -> str:
        """The link's own page."""
        return f"/s/{quote(self.secret, safe='')}"

    @property
    def zip(self) -> str:
        """All that is shared."""
        return f"{self.page}/zip?{self._query}"

    def file(self, path: str) -> str:
        """A file, to be saved."""
        return f"{self.page}/files/{quote(path)}?{self._query}"

    def shown(self, path: str) -> str:
        """A poster, to be seen in the page."""
        return f"{self.page}/view/{quote(path)}?{self._query}"

    @property
    def _query(self) -> str:
        return urlencode({"t": self.ticket})
