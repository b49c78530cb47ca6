"""The interface's words: whole, valid and used, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from hoso.studio.access.roles import Role
from hoso.studio.jobs.queue import Kind
from hoso.studio.web.words import INTERFACES, Dictionary

STUDIO = Path(__file__).parents[2] / "hoso/studio"
LANGUAGES = tuple(INTERFACES)

SAYS = re.compile(r"""\bsay\(\s*["'`]([a-z]+-[\w-]*)["'`]""")
"""A key in a template, in TypeScript or in Python."""
BEGINS = re.compile(r"""["'`]([a-z]+-(?:[\w-]*-)?)(?:["']\s*[~+]|\$?\{)|\btable\(["']([a-z][\w-]*-)["']""")
"""How keys begin that are put together, `"role-" ~ role` or `jobs-${state}`, and those of a table."""


class Uses(Visitor):
    """The variables and plural forms in a message."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.forms: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's name
        """Note a variable."""
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        """Note the forms of one choice."""
        self.forms.append(
            {
                each.key.name if isinstance(each.key, ast.Identifier) else each.key.value
                for each in node.variants
            }
        )
        self.generic_visit(node)


@cache
def messages(language: str) -> Mapping[str, tuple[str, Uses]]:
    """The file and the uses of each message."""
    found: dict[str, tuple[str, Uses]] = {}
    for file in sorted((STUDIO / "words" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{language}/{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
                assert entry.value is not None, f"{language}: {entry.id.name} says nothing"
                uses = Uses()
                uses.visit(entry)
                found[entry.id.name] = (file.name, uses)
    return found


def sources() -> Iterator[tuple[str, str]]:
    """Everything that may say something."""
    for pattern in ("templates/**/*.jinja", "front/src/**/*.ts", "**/*.py"):
        for path in sorted(STUDIO.glob(pattern)):
            if not path.name.endswith(".test.ts"):
                yield str(path.relative_to(STUDIO)), path.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_everything(language: str) -> None:
    """The same keys in the same files with the same variables: nobody reads half a page in English."""
    ours, theirs = messages("en"), messages(language)
    assert {key: uses[0] for key, uses in theirs.items()} == {key: uses[0] for key, uses in ours.items()}
    differ = {key for key in ours if ours[key][1].variables != theirs[key][1].variables}
    assert not differ


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_things_have_the_forms_of_their_language(language: str) -> None:
    """No form that the language doesn't have, for it would never be said; one thing is not several."""
    has = {"en": {"one", "other"}, "uk": {"one", "few", "many", "other"}, "ko": {"other"}}[language]
    for key, (_, uses) in messages(language).items():
        for found in uses.forms:
            counts = found & {"zero", "one", "two", "few", "many"}
            assert counts <= has, f"{key} counts in {sorted(counts)}"
            assert not counts or "one" in counts, f"{key} has no form for one"


def test_nothing_is_said_that_has_no_words() -> None:
    """Every key that a template, a script or a route names is there."""
    known = messages("en")
    missing = {
        f"{place}: {key}"
        for place, text in sources()
        for key in SAYS.findall(text)
        if not key.endswith("-") and key not in known
    }
    assert not missing


def test_nothing_has_words_that_nobody_says() -> None:
    """Every key is named somewhere, or begins as one that is put together."""
    texts = "\n".join(text for _, text in sources())
    begins = tuple({one or other for one, other in BEGINS.findall(texts)})
    named = set(re.findall(r"""["'`]([a-z][\w-]*)["'`]""", texts))
    begins += tuple(f"{name}-" for name in named if "-" in name)
    unused = {key for key in messages("en") if key not in named and not key.startswith(begins)}
    assert not unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_be_said(language: str) -> None:
    """With the values that it takes, and without a trace of what was not filled in."""
    say = Dictionary().say(language)
    for key, (_, uses) in messages(language).items():
        said = say(key, **dict.fromkeys(uses.variables, 3))
        assert said
        assert said != key
        assert "{" not in said


def test_every_role_has_a_name() -> None:
    """Keys that are put together from what there is."""
    assert {f"role-{role.value}" for role in Role} <= set(messages("en"))


def test_every_act_in_the_audit_log_has_words() -> None:
    """And nothing has words that nobody does."""
    acts = {
        act
        for path in STUDIO.rglob("*.py")
        for act in re.findall(r'\brecord\([^"]*?f?"([a-z]+\.[a-z{][^"]*)"', path.read_text("utf-8"))
    }
    acts = acts - {"jobs.{wish.kind}", "release.{act}"} | {f"jobs.{kind}" for kind in get_args(Kind)}
    acts |= {"release.approve", "release.withdraw"}
    said = {key for key in messages("en") if key.startswith("did-")}
    assert {"did-" + act.replace(".", "-") for act in acts} == said


def test_scripts_get_words_with_gaps() -> None:
    """A variable stands for itself, so that the script can fill it in."""
    words = Dictionary()
    assert words.table("uk", "menu-label")["menu-label-named"].endswith(": {$name}")
    assert words.table("ko", "script-toast") == {"script-toast-close": "닫기"}


def test_what_is_not_known_falls_back_to_english() -> None:
    """To English for a language that there is not, to the key for what nobody wrote."""
    assert Dictionary().say("fr")("menu-sign-out") == "Sign out"
    assert Dictionary().say("ko")("no-such-words") == "no-such-words"
