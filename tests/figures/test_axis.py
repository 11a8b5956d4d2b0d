"""Axes: round values with zero among them, years that do not run into each other."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.values.formatting import NumberFormat
from briefbook_figures.axis import Scale, ValueAxis, period_ticks, value_axis, value_ticks
from briefbook_figures.errors import ChartError

values = st.decimals("-1e9", "1e12", allow_nan=False, places=3)
PLAIN = NumberFormat()
AIR = Decimal("0.1")


def axis(*shown: float | str) -> ValueAxis:
    return value_axis([Decimal(str(value)) for value in shown], PLAIN, AIR)


def test_obligations_are_marked_every_25_million() -> None:
    assert value_ticks(Decimal("11.6"), Decimal("124.4")) == tuple(
        map(Decimal, (0, 25, 50, 75, 100, 125))
    )


def test_shares_are_marked_every_20_percent() -> None:
    assert value_ticks(Decimal("4.4"), Decimal("84.5")) == tuple(map(Decimal, (0, 20, 40, 60, 80)))


def test_values_on_both_sides_of_zero_are_marked_on_both_sides() -> None:
    assert value_ticks(Decimal(-18), Decimal(18)) == tuple(
        map(Decimal, (-15, -10, -5, 0, 5, 10, 15))
    )


@given(values, values)
def test_zero_is_always_marked(one: Decimal, other: Decimal) -> None:
    assert 0 in value_ticks(min(one, other), max(one, other))


@given(values, values)
def test_an_axis_has_about_six_marks(one: Decimal, other: Decimal) -> None:
    low, high = min(one, other), max(one, other)
    if max(high, Decimal(0)) - min(low, Decimal(0)) > 0:
        assert 4 <= len(value_ticks(low, high)) <= 8


@given(values, values)
def test_no_mark_stands_more_than_a_tenth_of_a_step_beyond_the_values(
    one: Decimal, other: Decimal
) -> None:
    low, high = min(one, other, Decimal(0)), max(one, other, Decimal(0))
    ticks = value_ticks(low, high)
    if len(ticks) > 1:
        step = ticks[1] - ticks[0]
        assert low - step * AIR <= ticks[0]
        assert ticks[-1] <= high + step * AIR


@given(values, values)
def test_marks_are_told_apart_by_their_texts(one: Decimal, other: Decimal) -> None:
    texts = axis(str(one), str(other)).texts
    assert len(set(texts)) == len(texts)


@given(values, values)
def test_an_axis_begins_with_a_tick_and_holds_all_values_and_ticks(
    one: Decimal, other: Decimal
) -> None:
    found = axis(str(one), str(other))
    assert found.ticks[0] == found.low
    assert found.low <= min(one, other, Decimal(0))
    assert max(one, other, Decimal(0), found.ticks[-1]) <= found.high < found.ticks[-1] + found.step


def test_all_zeros_have_an_axis_with_zero_as_its_only_tick() -> None:
    found = axis(0, 0)
    assert (found.low, found.high) == (Decimal(0), Decimal(1))
    assert found.texts == ("0",)
    assert found.step > found.high


def test_ticks_are_in_the_scale_of_the_labels() -> None:
    dollars = NumberFormat(Decimal(10**6), 1, "$", "M")
    found = value_axis([Decimal(-4900000), Decimal(2100000)], dollars, AIR)
    assert found.texts == ("−$6M", "−$4M", "−$2M", "0", "$2M")


def test_values_that_are_not_numbers_are_an_error() -> None:
    with pytest.raises(ChartError, match="finite"):
        axis("inf")


def test_thousands_are_grouped_and_minus_is_a_minus() -> None:
    assert axis(-1000, 2500).texts == ("−2,000", "−1,000", "0", "1,000", "2,000")


def test_all_marks_have_the_decimals_that_one_of_them_needs() -> None:
    assert axis(12.4).texts == ("0", "2.5", "5.0", "7.5", "10.0", "12.5")


def test_a_scale_starts_and_ends_where_it_should() -> None:
    scale = Scale(0, 200, 20, 120)
    assert (scale(0), scale(50), scale(200)) == (20, 45, 120)


def test_where_all_years_fit_all_are_shown() -> None:
    assert period_ticks("year", 2001, 2006, 40, 20) == (2001, 2002, 2003, 2004, 2005, 2006)


def test_else_the_first_the_fifth_and_the_last_are_shown() -> None:
    years = (1992, 1995, 2000, 2005, 2010, 2015, 2020, 2024)
    assert period_ticks("year", 1992, 2024, 13.7, 20) == years


def test_a_round_year_gives_way_to_the_last() -> None:
    assert period_ticks("year", 1992, 2021, 13.7, 20)[-2:] == (2015, 2021)


@given(st.integers(1800, 2100), st.integers(0, 200), st.floats(1, 60), st.floats(10, 40))
def test_years_never_run_into_each_other(first: int, count: int, step: float, label: float) -> None:
    years = period_ticks("year", first, first + count, step, label)
    assert years[0] == first
    assert all((b - a) * step >= label for a, b in pairwise(years))
