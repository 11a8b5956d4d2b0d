"""Counts and measurements, and numbers that are none."""

from decimal import Decimal

import pytest

from briefbook.language.en.dates import find_dates
from briefbook.language.en.mentions.mention import Quantity
from briefbook.language.en.mentions.quantities import find_quantity_facts


def quantities(text):
    found = [(fact.quote, fact.value) for fact in find_quantity_facts(text, [])]
    return [(q, v.number, v.to, v.unit) for q, v in found if isinstance(v, Quantity)]


@pytest.mark.parametrize(
    ("text", "quote", "number", "to", "unit"),
    [
        ("Twenty-seven per cent voted.", "Twenty-seven per cent", 27, None, "%"),
        ("It has twenty-three local employees.", "twenty-three local employees", 23, None, "employees"),
        ("Some 5-7 percent left.", "5-7 percent", 5, 7, "%"),
        ("From twenty to thirty per cent left.", "twenty to thirty per cent", 20, 30, "%"),
        ("It covers 31,200 sq km in all.", "31,200 sq km", 31200, None, "sq km"),
        ("It covers 31,200 km² in all.", "31,200 km²", 31200, None, "km²"),
        ("A forest of 400 ha burned.", "400 ha", 400, None, "ha"),
    ],
)  # fmt: skip
def test_a_number_in_words_is_one_number_and_a_measure_is_whole(text, quote, number, to, unit):
    expected = (quote, Decimal(number), Decimal(to) if to else None, unit)
    assert quantities(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The office is at 1712 Harbour View Road.",
        "Call +998 71 2012 1987 in the morning.",
        "See Document 1946 of the series.",
    ],
)
def test_numbers_of_houses_telephones_and_documents_are_no_years(text):
    assert find_dates(text) == ()


def test_a_number_after_to_is_no_year():
    [first, second] = find_dates("Deaths fell from 68 in 2000 to 32 in 2015.")
    assert (first.date.edtf, second.date.edtf) == ("2000", "2015")
