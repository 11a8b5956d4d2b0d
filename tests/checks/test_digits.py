"""Digits, months and paragraphs that are neither numbers nor dates are held too."""

import pytest

from tests.seeds import ROOT, TAJIKISTAN, edit, lied_about, problems_of

KETTERIA = ROOT / "seeds" / "ketteria-aid"

LIES = [
    # (seed, what is written, the lie, the rule, what the message says)
    (KETTERIA, "Projects took 33 percent of grants in 2012/13", "Projects took 33 percent of grants in 2013/13", "unsupported-value", "13"),
    # A heading sums up its own section: 2016 and 2021 stand in others.
    (KETTERIA, "the mandate ends in 2018\n    running", "the mandate ends in 2016\n    running", "unsupported-value", "2016"),
    (KETTERIA, "title: The Accords of 1995 still", "title: The Accords of 2021 still", "unsupported-value", "2021"),
    (KETTERIA, "set aside for 34 clinics", "set aside for 34 schools", "unit", "34 schools"),
    (TAJIKISTAN, "(paragraphs 5 and 6), others", "(paragraphs 1 and 6), others", "paragraph", "paragraph 1"),
    (TAJIKISTAN, "closed that October and", "closed that November and", "unsupported-value", "November"),
    (TAJIKISTAN, "closed that October and", "closed by mid-September and", "unsupported-value", "September"),
    (TAJIKISTAN, "then $65M, and $92M in FY2021–24 (2024 dollars)", "then $65M, and $92M in FY2021–24 (constant 2023 dollars)", "unit", "prices of 2024"),
    (TAJIKISTAN, "in FY2021–24, in 2024 dollars", "in FY2021–24, in 2023 dollars", "unit", "prices of 2024"),
    (TAJIKISTAN, "in FY2021–24, in 2024 dollars", "in FY2021–24, at 2023 prices", "unit", "prices of 2024"),
]  # fmt: skip


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    with lied_about(tmp_path_factory.mktemp("lies")) as fresh:
        yield fresh


@pytest.mark.parametrize(("folder", "truth", "lie", "rule", "said"), LIES)
def test_each_is_caught_with_what_the_evidence_has(folder, truth, lie, rule, said, fresh):
    seed = fresh(folder)
    edit(seed, truth, lie)
    problems = [problem for problem in problems_of(seed) if problem.rule == rule]
    assert any(said in problem.message for problem in problems), problems_of(seed)


@pytest.mark.parametrize(
    "words", ["closed late that October", "closed by mid-October", "closed after October"]
)
def test_a_month_of_the_evidence_may_stand_behind_other_words(words, fresh):
    seed = fresh(TAJIKISTAN)
    edit(seed, "closed that October", words)
    assert problems_of(seed) == ()
