"""What cannot be true of the quotes is refused; what they only leave open is told, for a person to judge.

Each sentence has statements that may be true beside it, and statements that may not.
"""

import pytest

from briefbook.errors import Severity
from tests.checks.cases import held, is_listed

CASES = [
    # a number beside all that the quote says, and one in another's place
    ("The ferry carried 3,400 passengers and 610 cars in May.",
     ["The ferry carried 3,400 passengers and 610 cars in May, on 93 crossings."],
     ["The ferry carried 3,900 passengers in May.", "The ferry carried 3,400 million passengers in May."]),
    ("The ministry paid $4.2 million for the new bridge.",
     [],
     # of a kind that the quote has not at all: there is nothing that it could be worked out of
     ["The ministry paid $4.2 million for the new bridge, 38 percent of its cost.", "The ministry paid $4.8 million for the new bridge.", "The ministry paid 4.2 million euros for the new bridge."]),
    # a fraction in words beside a percentage
    ("Some 58 percent of the wells were dry.",
     ["Two thirds of the wells were dry."],
     ["Some 85 percent of the wells were dry."]),
    ("Each year 40 wells ran dry.",
     [],
     ["Each year 2/5 of the wells ran dry."]),
    ("A quarter of the wells were dry.",
     [],
     ["A third of the wells were dry."]),
    # rounder than the rules for rounding allow, and another number
    ("The fund held 462 paintings.",
     ["The fund held about 500 paintings."],
     ["The fund held almost 700 paintings.", "The fund held about 463 paintings."]),
    # a reservation left out, and one turned round
    ("At least 97 people lost their homes.",
     ["The number of people who lost their homes was 97."],
     ["At most 97 people lost their homes.", "Exactly 97 people lost their homes."]),
    ("Hundreds of people lost their homes.",
     [],
     ["The number of people who lost their homes was 100."]),
    ("The levy may not exceed 10 percent.",
     [],
     ["The levy must be at least 10 percent."]),
    # dates: none in the quote, less than it says, and another one
    ("The ferry sank off the harbour of Tarn.",
     [],
     ["The ferry sank off the harbour of Tarn in 1987."]),
    ("The painter was born in Tarn on 20 March 1963.",
     ["The painter was born before June 1963."],
     ["The painter was born before March 1962.", "The painter was born in June 1963."]),
    ("The levy rose to 12 percent.",
     [],
     ["The levy rose to 12 percent in March."]),
    ("The bank gave the town two loans from 2014 to 2020.",
     [],
     ["The bank gave the town two loans from 2014 to 2021.", "The bank gave the town two loans from 2015 to 2020."]),
    ("The treaty was signed in 2017 and lapsed in 2019.",
     ["The treaty was signed after 2012."],
     ["The treaty was signed in 2018 and lapsed in 2019.", "The treaty was signed after 2021."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    return held(CASES)


def test_what_may_be_true_is_told_and_not_refused(told):
    assert [one.claim.text for one in told if one.is_honest and one.fate == "error"] == []
    silent = [one for one in told if one.is_honest and not one.rules]
    assert [one.claim.text for one in silent if not is_listed(one)] == []


def test_what_cannot_be_true_is_refused(told):
    passed = [one.claim.text for one in told if not one.is_honest and one.fate != "error"]
    assert passed == []


def test_a_range_of_years_that_is_none_is_refused():
    quote, text = (
        "The office asked for 74 boats in 2017/18.",
        "The office asked for 74 boats in 2018/18.",
    )
    (entry,) = held([(quote, [], [text])])
    assert entry.rules["unsupported-value"] is Severity.ERROR
