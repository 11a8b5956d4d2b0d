"""What a list names once holds for all of it; a change in percent tells by how much; figures reckoned by their author.

Each sentence has what honest authors may say, and what liars say.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("Prices rose by as much as 16.4 and 14.9 percent in 1973 and 1974.",
     ["In 1973 prices rose by as much as 16.4 percent."],
     ["In 1973 prices rose by as much as 18.4 percent."]),
    ("The share was 12, 17 and 23 percent in Tarn, Lissa and Norholm.",
     ["In Lissa the share was 17 percent."],
     ["In Lissa the share was 27 percent."]),
    ("Acres on which crops failed declined by 25 percent over the past year to 9 million acres.",
     ["Crops failed on 9 million acres, 3 million fewer than the year before."],
     ["Crops failed on 9 million acres, 5 million fewer than the year before."]),
    ("The fleet grew by 20 percent to 1,800 boats.",
     ["The fleet of 1,800 boats had grown by 300."],
     ["The fleet of 1,800 boats had grown by 500."]),
    ("The camp had 12 doctors, 40 trucks and 25 nurses.",
     ["Together the camp had 37 doctors and nurses."],
     ["The camp had 52 doctors.", "In all, the camp had 65 trucks."]),
    ("Since the late 1700s, the town has held a fair.",
     ["The town has held a fair since before 1800.", "The fair goes back to the late eighteenth century."],
     ["The fair goes back to the late seventeenth century."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    return held(CASES)


def test_what_follows_from_lists_and_changes_passes(told):
    assert alarmed_at(told) == []


def test_what_does_not_follow_from_them_is_told(told):
    assert missed(told) == []


SOURCE = (
    "The office issued 81 letters, 963 opinions and 7 orders in 2024, after 640 opinions in 2023."
)


def _fate(text: str, formulas: dict[str, str]) -> str:
    entry = {"text": text, "quotes": [SOURCE], "computed": formulas}
    told = Told("c0", "c", [], claim_of("c0", entry, {}))
    hold(SOURCE, [told], ("LY",))
    is_listed = any(reason.startswith("formula: ") for reason in told.reasons)
    return str(
        told.rules.get(
            "formula", told.rules.get("formula-wrong", "look" if is_listed else "silent")
        )
    )


def test_a_formula_of_several_quoted_figures_is_for_a_look():
    text = "For every letter or order there were 18.2 opinions in the two years."
    assert _fate(text, {"18.2": "(963 + 640) / (81 + 7)"}) == "look"


def test_a_formula_of_one_quoted_figure_and_a_constant_is_told_and_not_refused():
    assert _fate("Opinions came to 9.63 a million pages.", {"9.63": "963 / 100"}) == "warning"


def test_a_formula_of_quoted_figures_that_comes_to_another_number_is_refused():
    text = "For every letter or order there were 28.2 opinions in the two years."
    assert _fate(text, {"28.2": "(963 + 640) / (81 + 7)"}) == "error"


def test_a_formula_of_figures_that_no_quote_has_is_refused():
    text = "For every letter or order there were 18.2 opinions in the two years."
    assert _fate(text, {"18.2": "(1,062 + 650) / (86 + 8)"}) == "error"
    assert _fate("The office paid 61,500,000 for it.", {"61,500,000": "61500000"}) == "error"
