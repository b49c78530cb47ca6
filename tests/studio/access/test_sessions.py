"""Sessions end when they should, and no sooner."""

from __future__ import annotations

from hoso.studio.access import people, sessions
from hoso.studio.access.roles import Person, Role
from hoso.studio.access.sessions import IDLE_SECONDS, LASTS_SECONDS
from hoso.studio.database import Database
from tests.studio.access.conftest import PASSWORD, Forward


def test_a_session_stands_for_its_person(database: Database, olena: Person) -> None:
    """Only its own secret finds it, and the secret itself is kept nowhere."""
    secret = sessions.begin(database, olena.id)
    session = sessions.find(database, secret)
    assert session is not None
    assert session.person == olena
    assert sessions.find(database, secret[:-1]) is None
    assert sessions.find(database, "") is None
    kept = database.connection.execute("SELECT * FROM sessions").fetchone()
    assert secret not in tuple(kept)


def test_a_new_role_holds_at_once(database: Database, olena: Person, andriy: Person) -> None:
    """What an account is now, not what it was when its session began."""
    secret = sessions.begin(database, andriy.id)
    people.set_role(database, andriy.id, Role.ADMIN)
    session = sessions.find(database, secret)
    assert session is not None
    assert session.person.role is Role.ADMIN


def test_idle_sessions_run_out(database: Database, olena: Person, forward: Forward) -> None:
    """Whoever comes by stays; whoever does not has to sign in again."""
    secret = sessions.begin(database, olena.id)
    forward(IDLE_SECONDS - 10)
    assert sessions.find(database, secret) is not None
    sessions.touch(database, secret)
    forward(IDLE_SECONDS - 10)
    assert sessions.find(database, secret) is not None
    forward(20)
    assert sessions.find(database, secret) is None


def test_no_session_lasts_for_ever(database: Database, olena: Person, forward: Forward) -> None:
    """However often somebody comes by."""
    secret = sessions.begin(database, olena.id)
    for _ in range(20):
        forward(LASTS_SECONDS / 20)
        sessions.touch(database, secret)
    assert sessions.find(database, secret) is None


def test_a_sign_in_rotates_the_secret(database: Database, olena: Person) -> None:
    """The secret that a browser had before is worth nothing afterwards."""
    old = sessions.begin(database, olena.id)
    new = sessions.begin(database, olena.id, instead_of=old)
    assert sessions.find(database, old) is None
    assert sessions.find(database, new) is not None


def test_sessions_end_one_by_one_or_all(database: Database, olena: Person, andriy: Person) -> None:
    """Nobody else is signed out."""
    one, other, third = (sessions.begin(database, olena.id) for _ in range(3))
    his = sessions.begin(database, andriy.id)
    sessions.end(database, one)
    assert sessions.find(database, one) is None
    sessions.end_all(database, olena.id, but=third)
    assert sessions.find(database, other) is None
    assert sessions.find(database, third) is not None
    assert sessions.find(database, his) is not None


def test_people_see_where_they_are_signed_in(database: Database, olena: Person, forward: Forward) -> None:
    """Browsers and when they came by, the latest first; those that ran out are not among them."""
    sessions.begin(database, olena.id, "Old")
    forward(IDLE_SECONDS + 1)
    sessions.begin(database, olena.id, "Firefox")
    forward(60)
    mine = sessions.begin(database, olena.id, "Chromium")
    visits = sessions.of_person(database, olena.id, mine)
    assert [(visit.browser, visit.current) for visit in visits] == [("Chromium", True), ("Firefox", False)]


def test_sessions_that_ran_out_are_cleared_away(database: Database, olena: Person, forward: Forward) -> None:
    """The table does not grow for ever."""
    sessions.begin(database, olena.id)
    forward(IDLE_SECONDS + 1)
    sessions.begin(database, olena.id)
    assert database.connection.execute("SELECT count(*) FROM sessions").fetchone()[0] == 1


def test_a_session_goes_with_its_account(database: Database, olena: Person, andriy: Person) -> None:
    """Whoever is removed is out at once."""
    secret = sessions.begin(database, andriy.id)
    people.remove(database, andriy.id)
    assert sessions.find(database, secret) is None


def test_others_reach_the_studio_only_by_password(database: Database, olena: Person) -> None:
    """Sessions that began by the link on this machine end, unless that person has a password by now."""
    local = people.local_owner(database)
    by_link = sessions.begin(database, local.id)
    hers = sessions.begin(database, olena.id)
    people.send_local_out(database)
    assert sessions.find(database, by_link) is None
    assert sessions.find(database, hers) is not None
    people.set_password(database, local.id, PASSWORD)
    secret = sessions.begin(database, local.id)
    people.send_local_out(database)
    assert sessions.find(database, secret) is not None
