"""The table of rules, and the documents' copy of it."""

from __future__ import annotations

from pathlib import Path

from hoso.subtitles.lint.rules import RULES

DOCUMENT = Path(__file__).parents[3] / "docs" / "subtitles.md"


def test_every_rule_is_documented() -> None:
    """docs/subtitles.md names each with its level, in the table's order, and says which are mended."""
    rows = [
        line.split("|")[1:-1] for line in DOCUMENT.read_text("utf-8").split("\n") if line.startswith("| `")
    ]
    told = {row[0].strip(" `"): [cell.strip() for cell in row] for row in rows if len(row) == 5}
    assert list(told) == [rule.name for rule in RULES]
    for rule in RULES:
        assert (told[rule.name][1], bool(told[rule.name][4])) == (rule.level, rule.mended)


def test_every_rule_has_its_source() -> None:
    """Names are each their own, and somebody stands behind every rule."""
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.cites for rule in RULES)
