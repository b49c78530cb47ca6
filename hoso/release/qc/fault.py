"""What QC finds wrong, and the rules that find it: nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoso.release.qc.expectation import Expectation
from hoso.release.qc.measured import Measured


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, what to do about it, and where in the programme, if anywhere."""

    message: str
    remedy: str
    at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding of the rule called `rule`: the file must not be handed out."""

    rule: str
    message: str
    remedy: str
    at_ms: int | None = None


Judge = Callable[[Expectation, Measured], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked: its name, what is compared with which tolerance, and what says so."""

    name: str
    checks: str
    source: str
    judge: Judge
