"""Bounds, degrees, initials, counts and declared sums as honest authors tell them, and the lies beside them.

Each case has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told
from briefbook.language.en.numbers import find_numbers
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("In July the lake averaged 18.4 degrees Celsius at the surface.",
     ["Lake surface, July: 18.4 °C"],
     ["Lake surface, July: 14.8 °C"]),
    ("Sale of fish from waters warmer than 20 degrees was banned in Norholm.",
     ["Norholm banned the sale of fish from water above 20 °C."],
     ["Norholm banned the sale of fish from water below 20 °C."]),
    ("The beds lay dry for as long as six hours, in air of up to 37 degrees.",
     ["The beds lay dry for up to six hours, in air as hot as 37 degrees."],
     ["The beds lay dry for at least nine hours."]),
    ("The survey followed 1,860 adults with heart disease for six years.",
     ["The survey followed 1,860 heart patients over six years.", "Over six years 1,860 adults took part in the survey."],
     ["The survey lasted over six years, with 1,860 adults.", "The survey followed 1,860 horses for six years."]),
    ("There were 318 cases, compared with an average of 142 in the preceding five years.",
     ["Excess over five-year average: 176 cases"],
     ["Excess over five-year average: 276 cases"]),
    ("The fund means to buy up to an additional 5 million vaccines in 2024.",
     ["Planned purchases, 2024: up to 5 million more vaccines"],
     ["Planned purchases, 2024: more than 5 million vaccines"]),
    ("Most of the patients were infected with Vibrio cholerae.",
     ["V. cholerae was what most of the patients had."],
     ["Most of the patients were infected with B. cholerae."]),
    ("The price of diesel increased 4 cents to $2.80 per gallon.",
     ["Diesel: $2.80 per gallon, up 4 cents"],
     ["Diesel: $2.60 per gallon, up 4 cents"]),
    ("Between January and December the number of staff at the agency dropped from 1,433 to 777.",
     ["In January 1,433 people worked at the agency."],
     ["In January 2,433 people worked at the agency."]),
    ("Sixty-one patients were treated in hospital and three died.",
     ["Three patients died, and 61 were treated in hospital."],
     ["Thirteen patients died, and 61 were treated in hospital."]),
    ("No vaccine is available for either species. A wound is seen to within a day or two.",
     ["For the two species there is no vaccine."],
     ["For the four species there is no vaccine."]),
    ("Tests are to be given to laboratories in 12 states; five of them had them in 2023.",
     ["Laboratories in seven further states are to be given the tests."],
     ["Laboratories in nine further states are to be given the tests."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_follows_from_the_quotes_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_does_not_follow_draws_one(told):
    assert missed(told) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("rose 4 cents to $2.80", ["4 cents", "$2.80"]),
        ("fell 2 percent to 4 percent", ["2 percent", "4 percent"]),
        ("cost 4 cents to 6 cents", ["4 cents to 6 cents"]),
        ("will rise by 2 to 4 percent", ["2 to 4 percent"]),
    ],
)
def test_a_step_and_where_it_led_is_no_range(text, numbers):
    assert [text[n.start : n.end] for n in find_numbers(text)] == numbers
