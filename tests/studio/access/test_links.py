"""One-time links and tokens let in whom they should, as often and as long as they should."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from hoso.studio.access import links, people, tokens
from hoso.studio.access.links import ENTER_SECONDS, INVITATION_SECONDS
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from tests.studio.access.conftest import PASSWORD, Forward


def test_a_link_lets_in_once(database: Database) -> None:
    """Even where many come at the same moment."""
    secret = links.let_in(database)

    def enter(_: int) -> bool:
        try:
            return links.enter(database, secret).role is Role.OWNER
        except RefusedError:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(enter, range(8))) == 1
    assert len(people.everyone(database)) == 1


def test_a_link_runs_out(database: Database, forward: Forward) -> None:
    """After ten minutes."""
    secret = links.let_in(database)
    forward(ENTER_SECONDS + 1)
    with pytest.raises(RefusedError):
        links.enter(database, secret)


def test_an_invitation_is_no_way_in(database: Database, olena: Person, andriy: Person) -> None:
    """It sets a password and does nothing else; a link into the studio sets none."""
    invitation, entrance = links.invite(database, andriy.id), links.let_in(database)
    with pytest.raises(RefusedError):
        links.enter(database, invitation)
    with pytest.raises(RefusedError):
        links.accept(database, entrance, PASSWORD)
    assert links.invited(database, entrance) is None
    assert links.invited(database, invitation) == andriy


def test_an_invitation_works_once(database: Database, andriy: Person) -> None:
    """A weak password does not use it up; a good one does."""
    secret = links.invite(database, andriy.id)
    with pytest.raises(RefusedError, match="shorter"):
        links.accept(database, secret, "short")
    assert links.accept(database, secret, PASSWORD) == andriy
    assert people.known(database, "Андрій", PASSWORD) == andriy
    with pytest.raises(RefusedError):
        links.accept(database, secret, "somebody else's password")


def test_only_the_latest_invitation_works(database: Database, andriy: Person, forward: Forward) -> None:
    """One that went to the wrong person ends with the next; each ends by itself."""
    first = links.invite(database, andriy.id)
    second = links.invite(database, andriy.id)
    assert links.invited(database, first) is None
    assert links.invited(database, second) == andriy
    forward(INVITATION_SECONDS + 1)
    assert links.invited(database, second) is None


def test_a_token_stands_for_its_person(database: Database, olena: Person, andriy: Person) -> None:
    """With the role that the person has now; the token itself is kept nowhere."""
    token, secret = tokens.make(database, andriy.id, "  night   render ", 90)
    assert secret.startswith("hoso_")
    assert token.name == "night render"
    people.set_role(database, andriy.id, Role.PRODUCER)
    bearer = tokens.bearer(database, secret)
    assert bearer is not None
    assert bearer.person == Person(andriy.id, "Андрій", Role.PRODUCER)
    kept = tuple(database.connection.execute("SELECT * FROM tokens").fetchone())
    assert secret not in kept
    people.remove(database, andriy.id)
    assert tokens.bearer(database, secret) is None


def test_a_token_runs_out(database: Database, olena: Person, forward: Forward) -> None:
    """And stays in the list, so that one sees why a program stopped."""
    token, secret = tokens.make(database, olena.id, "short", 1)
    forward(24 * 3600 + 1)
    assert tokens.bearer(database, secret) is None
    assert tokens.of_person(database, olena.id) == (token,)
    assert token.expired


def test_only_ones_own_tokens_are_revoked(database: Database, olena: Person, andriy: Person) -> None:
    """Nobody ends another's."""
    token, secret = tokens.make(database, olena.id, "hers", 7)
    with pytest.raises(RefusedError):
        tokens.revoke(database, andriy.id, token.id)
    assert tokens.bearer(database, secret) is not None
    tokens.revoke(database, olena.id, token.id)
    assert tokens.bearer(database, secret) is None


@pytest.mark.parametrize(("name", "days"), [("", 7), ("x" * 81, 7), ("fine", 0), ("fine", 367)])
def test_a_token_has_a_name_and_an_end(database: Database, olena: Person, name: str, days: int) -> None:
    """None lasts longer than a year."""
    with pytest.raises(RefusedError):
        tokens.make(database, olena.id, name, days)
