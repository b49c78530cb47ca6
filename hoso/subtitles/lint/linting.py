"""The lint: what the rules find in a sheet, and the sheet mended where that is safe."""

from __future__ import annotations

from collections.abc import Iterable

from hoso.subtitles.cues import Cue
from hoso.subtitles.lint.rules import RULES, Rule
from hoso.subtitles.lint.sheet import Finding, Sheet


def lint(sheet: Sheet, *, mending: bool = True) -> tuple[Finding, ...]:
    """Everything that is wrong with `sheet`, in the file's order.

    Without `mending` nothing is called `fixable`: to know what it would takes as long as the rest.
    """
    found = [(rule, *flaw) for rule in RULES for flaw in rule.check(sheet)]
    stays = _lasting(sheet, {rule for rule, *_ in found if rule.mended}) if mending else set()
    findings = [
        Finding(
            rule.name,
            rule.level,
            cue,
            message,
            remedy,
            sheet.entries[cue].line if sheet.entries else 1,
            mending and rule.mended and (rule.name, cue) not in stays,
        )
        for rule, cue, message, remedy in found
    ]
    return tuple(sorted(findings, key=lambda finding: finding.cue))


def fix(sheet: Sheet) -> tuple[tuple[Cue, ...], tuple[Finding, ...]]:
    """The cues of `sheet` in the order of time, mended where that is safe, and the findings that are gone.

    Words stay as they are. What it returns is mended already: mending it again changes nothing.
    """
    return sheet.mended, tuple(found for found in lint(sheet) if found.fixable)


def _lasting(sheet: Sheet, rules: Iterable[Rule]) -> set[tuple[str, int]]:
    """What of `rules` is still wrong after mending: rule and the cue's index before it."""
    checked = tuple(rules)
    if not checked:
        return set()
    after = sheet.with_cues(sheet.mended)
    return {(rule.name, sheet.order[flaw.cue]) for rule in checked for flaw in rule.check(after)}
