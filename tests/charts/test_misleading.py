"""Misleading charts: each is refused by the rule that it breaks, and nothing is drawn.

Every case changes one thing of a worked example that passes. The kinds are those of editors' lists:
wrong unit, wrong base, missing parts, a false turn, a false extreme, unlike things together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.seeds import KETTERIA, TAJIKISTAN, edit, lied_about, problems_of


@dataclass(frozen=True)
class Lie:
    """One change of the model, and the rule that must refuse it."""

    name: str
    old: str
    new: str
    rule: str
    says: str
    seed: Path = TAJIKISTAN


SUBTITLE = "subtitle: US obligations to Tajikistan\n"
FINDING = "takeaway: Aid averaged $89M a year in FY2001–10, then $65M, and $92M in FY2021–24"
GRANTS = (
    "takeaway: Grants would fall to £54 million; loans of £20 million lift the total to £74 million"
)
REST = "all-oda: {label: All other donors, less: us-oda}"
SHARES = f"""shares:
      parts:
        us-oda: United States
        {REST}
      periods:
        - {{label: 1992–2000, first: 1992, last: 2000}}
        - {{label: 2001–10, first: 2001, last: 2010}}
        - {{label: 2011–20, first: 2011, last: 2020}}
        - {{label: 2021–23, first: 2021, last: 2023}}
"""


def measured(words: str) -> str:
    """Return the subtitle of the obligations with another measure."""
    return SUBTITLE.replace("\n", f"{words}\n")


LIES = (
    Lie("billions for millions", SUBTITLE, measured(", billions"), "subtitle-unit", "“billions”"),
    Lie("another currency", SUBTITLE, measured(" in euros"), "subtitle-unit", "“euros”"),
    Lie("another year's prices", SUBTITLE, measured(", constant 2010"), "subtitle-unit", "constant"),
    Lie("current for constant", SUBTITLE, measured(", current"), "subtitle-unit", "“current”"),
    Lie("calendar for fiscal years", SUBTITLE, measured(", calendar years"), "subtitle-unit", "calendar"),
    Lie("percent on money", SUBTITLE, measured(", %"), "subtitle-unit", "“%”"),
    Lie("payments for obligations", SUBTITLE, "subtitle: US payments to Tajikistan\n", "subtitle-unit", "“payments”"),
    Lie("a payment in the finding", FINDING, "takeaway: Disbursements to Tajikistan by year", "subtitle-unit", "obligated"),
    Lie("a collapse that is a rise", FINDING, "takeaway: US assistance has collapsed", "takeaway", "“collapsed”"),
    Lie("a fall of one span told of all", FINDING, "takeaway: US assistance has fallen", "takeaway", "“fallen”"),
    Lie("a rise that is a fall", GRANTS, "takeaway: Grants rose from 2017 to 2018", "takeaway", "“rose”", KETTERIA),
    Lie("a doubling that is none", FINDING, "takeaway: US assistance doubled from 2001 to 2010", "takeaway", "“doubled”"),
    Lie("a peak in another year", FINDING, "takeaway: US assistance peaked in 2010", "takeaway", "“peaked” of 2010"),
    Lie("a trough in another year", FINDING, "takeaway: US assistance was lowest in 2010", "takeaway", "“lowest” of 2010"),
    Lie("no change where it fell", GRANTS, "takeaway: Grants were unchanged from 2013 to 2018", "takeaway", "“unchanged”", KETTERIA),
    Lie("a number of another year", FINDING, FINDING.replace("$89M", "$40M"), "", "40"),
    Lie("a part left out", ", humanitarian-aid: Humanitarian, other: Other}", ", humanitarian-aid: Humanitarian}", "chart-parts", "too large", KETTERIA),
    Lie("a share of unlike series", SHARES, "line: {series: obligations, of: all-oda}\n", "chart-units", "share"),
    Lie("unlike prices in one whole", REST, "obligations: All other donors", "chart-units", "constant"),
    Lie("unlike prices taken off", REST, REST.replace("us-oda", "obligations"), "chart-units", "cannot be taken off"),
    Lie("a part told twice", REST, "all-oda: All donors", "chart-parts", "counted twice"),
    Lie("a part that is all of itself", f"        {REST}\n", "", "chart-parts", "100 percent of itself"),
    Lie("unlike prices side by side", "{series: by-agency-defense, label", "{series: us-oda, label", "chart-units", "constant"),
    Lie("a guaranteed purchase as aid", "{label: \"Not aid: export finance\", amounts: [airliners], is_apart: yes}", "{label: Aid, amounts: [airliners]}", "not-assistance", "airliners"),
    Lie("a period that is not its label", "{label: 2014/15, first: 2015, last: 2015}", "{label: 2014/15, first: 2014, last: 2015}", "period", "2014/15", KETTERIA),
    Lie("a mean over years without figures", "{first: 2021, last: 2024}]", "{first: 1970, last: 1980}]", "", "1970"),
    Lie("a marked year that has no figure", "highlight: [{first: 2001, last: 2010}]", "highlight: [1960]", "", "1960"),
)  # fmt: skip


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Path]]:
    with lied_about(tmp_path_factory.mktemp("lies")) as fresh:
        yield fresh


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.name)
def test_a_misleading_chart_is_refused(lie: Lie, fresh: Callable[[Path], Path]) -> None:
    seed = fresh(lie.seed)
    edit(seed, lie.old, lie.new)
    found = [problem for problem in problems_of(seed) if problem.severity == "error"]
    named = [p for p in found if (not lie.rule or p.rule == lie.rule) and lie.says in p.message]
    assert named, [(problem.rule, problem.message) for problem in found]
