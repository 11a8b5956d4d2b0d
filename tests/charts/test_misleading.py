"""Misleading charts: each is refused by the rule that it breaks, and nothing is drawn.

Every case changes one thing of a worked example that passes. The kinds are those of editors' lists:
wrong unit, wrong base, missing parts, a false turn, a false extreme, unlike things together.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.seeds import TAJIKISTAN, copy_of, edit, problems_of


@dataclass(frozen=True)
class Lie:
    """One change of the model, and the rule that must refuse it."""

    name: str
    old: str
    new: str
    rule: str
    says: str


SUBTITLE = "subtitle: US obligations to Tajikistan"
FINDING = (
    "takeaway: US assistance ran between $43 million and $124 million a year, FY1994 to FY2024"
)
SHARE = "takeaway: The US gave a quarter of net aid in 2005 and about a seventh in 2023"
FORM = "highlight: [1994, 1997, 2010, 2024]"

LIES = (
    Lie("billions for millions", SUBTITLE, f"{SUBTITLE}, billions", "subtitle-unit", "“billions”"),
    Lie("another currency", SUBTITLE, f"{SUBTITLE} in euros", "subtitle-unit", "“euros”"),
    Lie("another year's prices", SUBTITLE, f"{SUBTITLE}, constant 2010", "subtitle-unit", "constant"),
    Lie("current for constant", SUBTITLE, f"{SUBTITLE}, current", "subtitle-unit", "“current”"),
    Lie("calendar for fiscal years", SUBTITLE, f"{SUBTITLE}, calendar years", "subtitle-unit", "calendar"),
    Lie("percent on money", SUBTITLE, f"{SUBTITLE}, %", "subtitle-unit", "“%”"),
    Lie("payments for obligations", SUBTITLE, "subtitle: US payments to Tajikistan", "subtitle-unit", "“payments”"),
    Lie("a payment in the finding", FINDING, "takeaway: Disbursements to Tajikistan by year", "subtitle-unit", "obligated"),
    Lie("a collapse that is a rise", FINDING, "takeaway: US assistance has collapsed", "takeaway", "“collapsed”"),
    Lie("a rise that is a fall", SHARE, "takeaway: The US share rose after 2002", "takeaway", "“rose”"),
    Lie("a doubling that is none", FINDING, "takeaway: US assistance doubled from 2001 to 2010", "takeaway", "“doubled”"),
    Lie("a peak in another year", FINDING, "takeaway: US assistance peaked in 2010", "takeaway", "“peaked” of 2010"),
    Lie("a trough in another year", SHARE, "takeaway: The US share was lowest in 2002", "takeaway", "“lowest” of 2002"),
    Lie("no change where it fell", SHARE, "takeaway: The US share was unchanged after 2002", "takeaway", "“unchanged”"),
    Lie("a number of another year", FINDING, FINDING.replace("$124 million", "$134 million"), "", "134"),
    Lie("a part left out", "by-agency-defense: Defense, by-agency-other: Other}", "by-agency-defense: Defense}", "chart-parts", "too large"),
    Lie("a share of unlike series", "line: {series: us-oda, of: all-oda", "line: {series: obligations, of: all-oda", "chart-units", "share"),
    Lie("parts in unlike prices", "by-agency-other: Other}", "us-oda: Other}", "chart-units", "whole"),
    Lie("a guaranteed purchase as aid", "{label: \"Not aid: export finance\", amounts: [airliners], is_apart: yes}", "{label: Aid, amounts: [airliners]}", "not-assistance", "airliners"),
    Lie("a period that is not its label", "{label: FY1992–2000, first: 1992, last: 2000}", "{label: FY1992–2000, first: 1992, last: 2010}", "", "FY1992–2000"),
    Lie("a mean over years without figures", "{first: 1998, last: 2000}", "{first: 1970, last: 1980}", "", "1970"),
    Lie("a marked year that has no figure", FORM, "highlight: [1960, 1997, 2010, 2024]", "", "1960"),
)  # fmt: skip


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.name)
def test_a_misleading_chart_is_refused(lie: Lie, tmp_path: Path) -> None:
    seed = copy_of(TAJIKISTAN, tmp_path)
    edit(seed, lie.old, lie.new)
    found = [problem for problem in problems_of(seed) if problem.severity == "error"]
    named = [p for p in found if (not lie.rule or p.rule == lie.rule) and lie.says in p.message]
    assert named, [(problem.rule, problem.message) for problem in found]
