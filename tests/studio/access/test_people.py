"""Accounts: names, roles, passwords, and that somebody is always in charge."""

from __future__ import annotations

import unicodedata

import pytest

from hoso.studio.access import passwords, people, sessions
from hoso.studio.access.passwords import LONGEST, SHORTEST, fits, hashed, refuse_weak
from hoso.studio.access.refusal import RefusedError
from hoso.studio.access.roles import Person, Role
from hoso.studio.database import Database
from tests.studio.access.conftest import PASSWORD


def refused(action: object, *args: object) -> str:
    """The key of the refusal that `action` raises."""
    with pytest.raises(RefusedError) as caught:
        action(*args)  # type: ignore[operator]
    return caught.value.key


@pytest.mark.parametrize(
    ("password", "key"),
    [
        ("short", "password-short"),
        ("a" * (SHORTEST - 1), "password-short"),
        ("a" * (LONGEST + 1), "password-long"),
        ("Kim Min-su Kim", "password-name"),
        ("KIMMINSUKIM!!", "password-name"),
    ],
)
def test_weak_passwords_are_refused(password: str, key: str) -> None:
    """Too short, too long, or the name in other letters."""
    assert refused(refuse_weak, password, "Kim Min-su Kim") == key


@pytest.mark.parametrize(
    "password", ["all small letters", "비밀번호는 아주 길어요 정말", "a" * LONGEST, PASSWORD]
)
def test_no_password_has_to_be_odd(password: str) -> None:
    """No rule about what it is made of."""
    refuse_weak(password, "Олена")


def test_a_password_fits_however_a_keyboard_composes_it() -> None:
    """Mac OS may send letters in two parts where Windows sends one."""
    composed, parts = (unicodedata.normalize(form, "пароль їжака й ґави") for form in ("NFC", "NFD"))
    assert composed != parts
    kept = hashed(composed)
    assert kept.startswith("$argon2id$")
    assert fits(parts, kept)
    assert not fits("пароль іжака й ґави", kept)


def test_a_password_costs_what_argon2_says() -> None:
    """At least what OWASP asks of argon2id: 19 MiB, two rounds."""
    from argon2 import extract_parameters
    from pwdlib import PasswordHash

    parameters = extract_parameters(PasswordHash.recommended().hash(PASSWORD))
    assert parameters.memory_cost >= 19 * 1024
    assert parameters.time_cost >= 2


def test_nobody_fits_nobodys_password() -> None:
    """An account without a password has none that fits, not even an empty one."""
    assert not fits("", None)
    assert not fits(PASSWORD, None)
    assert not fits("x" * 100_000, hashed(PASSWORD))


def test_unknown_names_take_as_long(
    database: Database, olena: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every try costs one argon2, whether there is an account, a password, or neither."""
    people.add(database, "Nobody Yet", Role.EDITOR)
    assert people.known(database, "warm", PASSWORD) is None
    counted: list[str] = []
    verify = passwords._HASHES.verify

    def counting(password: str, kept: str) -> bool:
        counted.append(kept)
        return verify(password, kept)

    monkeypatch.setattr(passwords._HASHES, "verify", counting)
    assert people.known(database, "Олена", PASSWORD) == olena
    assert people.known(database, "Олена", "wrong wrong wrong") is None
    assert people.known(database, "Nobody Yet", PASSWORD) is None
    assert people.known(database, "Nobody", PASSWORD) is None
    assert len(counted) == 4
    parameters = {kept.rsplit("$", 2)[0] for kept in counted}
    assert len(parameters) == 1


def test_names_are_one_persons(database: Database, olena: Person) -> None:
    """In capital letters of any alphabet and with other spaces, a name is the same name."""
    assert people.named(database, "  ОЛЕНА ") == olena
    assert refused(people.add, database, "олена", Role.EDITOR) == "name-taken"
    assert refused(people.add, database, "  ", Role.EDITOR) == "name-missing"
    assert refused(people.add, database, "x" * 65, Role.EDITOR) == "name-long"
    assert refused(people.add, database, "a\u202eb", Role.EDITOR) == "name-odd"
    assert refused(people.add, database, "Kim Min-su Kim", Role.EDITOR, "kim min su kim") == "password-name"
    assert people.named(database, "Kim Min-su Kim") is None


def test_an_owner_is_always_left(database: Database, olena: Person) -> None:
    """The last owner who can sign in is neither removed nor made something else."""
    people.add(database, "Invited", Role.OWNER)
    assert refused(people.remove, database, olena.id) == "last-owner"
    assert refused(people.set_role, database, olena.id, Role.EDITOR) == "last-owner"
    assert people.with_id(database, olena.id).role is Role.OWNER
    second = people.add(database, "Second", Role.OWNER, PASSWORD)
    people.set_role(database, olena.id, Role.EDITOR)
    assert refused(people.remove, database, second.id) == "last-owner"


def test_the_local_owner_is_one_and_the_same(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named as the system names them; never somebody else's account."""
    monkeypatch.setattr("getpass.getuser", lambda: "vlad")
    editor = people.add(database, "Vlad", Role.EDITOR)
    local = people.local_owner(database)
    assert (local.name, local.role) == ("vlad (local)", Role.OWNER)
    assert local.id != editor.id
    assert people.local_owner(database) == local
    assert not people.anyone_with_password(database)


def test_a_nameless_system_has_a_local_owner_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container there may be no name for the user's number."""

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert people.local_owner(database).name == "local"


def test_a_new_password_ends_sessions(database: Database, olena: Person) -> None:
    """Whoever knew the old one is out."""
    secret = sessions.begin(database, olena.id)
    people.set_password(database, olena.id, "another good password")
    assert sessions.find(database, secret) is None
    assert people.known(database, "Олена", PASSWORD) is None
    assert people.known(database, "Олена", "another good password") == olena


def test_accounts_are_listed_by_name(database: Database, olena: Person, andriy: Person) -> None:
    """With how they get in and when they were seen."""
    sessions.begin(database, olena.id)
    first, second = people.everyone(database)
    assert (first.person, first.password, first.seen) == (andriy, False, None)
    assert second.person == olena
    assert second.password
    assert second.seen is not None


def test_a_refusal_is_said_in_any_language(studio: object, database: Database) -> None:
    """The words say what is wrong and what to do, and never show a key."""
    from hoso.studio.web.words import INTERFACES, Dictionary

    words = Dictionary()
    error = RefusedError("password-short", least=12)
    assert error.problems[0].message == "The password is shorter than 12 characters"
    told = {error.told(words.say(language)) for language in INTERFACES}
    assert len(told) == len(INTERFACES)
    assert not any("access-" in text for text in told)
