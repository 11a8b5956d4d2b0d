"""Numbers are found with unit, scale and reservation, in figures and in words."""

from decimal import Decimal

import pytest

from briefbook.language.en.numbers import find_numbers


def facts(text):
    """Return (value, unit, bound) of each number found."""
    return [(number.value, number.unit, number.bound) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("provided $16.5 million", [(16_500_000, "USD", "")]),
        ("16.5 million US dollars", [(16_500_000, "USD", "")]),
        ("US$16.5m", [(16_500_000, "USD", "")]),
        ("196 million US dollars", [(196_000_000, "USD", "")]),
        ("more than 100 Tajik militaries", [(100, "", "+")]),
        ("about 200 trucks", [(200, "", "~")]),
        ("up to $5 billion", [(5 * 10**9, "USD", "-")]),
        ("five bridges", [(5, "", "")]),
        ("twenty-one events", [(21, "", "")]),
        ("up 40 percent; +40%; 40 per cent", [(40, "%", "")] * 3),
        ("has more than tripled", [(3, "×", "+")]),
        ("the fourth annual meeting", [(4, "th", "")]),
        ("1,357 km", [(1357, "", "")]),
        ("one of them", []),
        ("Boeing 737-900ER", []),
        ("in 2005 and on June 28, 2006", []),
        ("four dollar amounts", [(4, "", "")]),
    ],
)
def test_numbers_are_found_with_unit_and_reservation(text, expected):
    assert facts(text) == [(Decimal(value), unit, bound) for value, unit, bound in expected]


def test_the_precision_of_a_number_is_its_last_digit():
    assert [n.precision for n in find_numbers("$16.5 million, 43 trucks")] == [100_000, 1]


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "five " * 40_000, "1,000," * 30_000, "$" * 100_000]
)
def test_finding_numbers_never_hangs(text):
    assert len(find_numbers(text)) <= len(text)
