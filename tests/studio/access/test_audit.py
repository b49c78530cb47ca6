"""The audit log keeps what was done, and shows it so that nothing in it does harm."""

from __future__ import annotations

import csv
import io

import pytest

from hoso.studio.access import audit, people
from hoso.studio.access.audit import ADDRESS, Sought
from hoso.studio.access.roles import Person
from hoso.studio.database import Database


def test_a_name_outlives_its_account(database: Database, olena: Person, andriy: Person) -> None:
    """Who did it is kept as it was called then."""
    audit.record(database, andriy, "subtitles.save", "appeal", "ko")
    people.remove(database, andriy.id)
    (entry,) = audit.entries(database, Sought())
    assert (entry.person, entry.action, entry.subject, entry.detail) == (
        "Андрій",
        "subtitles.save",
        "appeal",
        "ko",
    )


def test_what_is_undone_was_not_done(database: Database, olena: Person) -> None:
    """An entry belongs to the transaction that it is written in."""

    def failing() -> None:
        with database.writing():
            audit.record(database, olena, "releases.approve", "appeal")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert audit.entries(database, Sought()) == ()


def test_entries_are_sought_and_paged(database: Database, olena: Person, andriy: Person) -> None:
    """By person, by action, by a part of the subject; the newest first, page by page without a gap."""
    for number in range(7):
        audit.record(database, olena if number % 2 else andriy, f"area.verb{number % 3}", f"Appeal-{number}")
    subjects = [entry.subject for entry in audit.entries(database, Sought())]
    assert subjects == [f"Appeal-{number}" for number in (6, 5, 4, 3, 2, 1, 0)]
    assert [entry.subject for entry in audit.entries(database, Sought(person="Олена"))] == [
        "Appeal-5",
        "Appeal-3",
        "Appeal-1",
    ]
    assert len(audit.entries(database, Sought(action="area.verb0"))) == 3
    assert [entry.subject for entry in audit.entries(database, Sought(subject="appeal-4"))] == ["Appeal-4"]
    assert audit.entries(database, Sought(subject="%")) == ()

    found: list[str] = []
    before = None
    while page := audit.entries(database, Sought(), before, 3):
        found += [entry.subject for entry in page]
        before = page[-1].id
    assert found == subjects


def test_the_address_of_the_request_is_kept(database: Database, olena: Person) -> None:
    """Where it came from."""
    was = ADDRESS.set("192.0.2.7")
    audit.record(database, olena, "access.sign-in")
    ADDRESS.reset(was)
    assert audit.entries(database, Sought())[0].address == "192.0.2.7"


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", '=cmd|"/c calc"!A0']
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(database: Database, olena: Person, evil: str) -> None:
    """What people typed opens as text, and comes back whole."""
    audit.record(database, olena, "area.verb", evil, "harmless, with comma")
    text = "".join(audit.table(database, Sought()))
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["at", "person", "action", "subject", "detail", "address"]
    assert rows[1][3:5] == [f"'{evil}", "harmless, with comma"]


def test_a_long_log_is_read_in_pieces(
    database: Database, olena: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has all of it, however much is read at once."""
    monkeypatch.setattr(audit, "CHUNK", 4)
    for number in range(10):
        audit.record(database, olena, "area.verb", str(number))
    pieces = list(audit.table(database, Sought()))
    assert len(pieces) == 4
    rows = list(csv.reader(io.StringIO("".join(pieces))))
    assert [row[3] for row in rows[1:]] == [str(number) for number in reversed(range(10))]
