"""Amounts: bars from one zero line, unlike things kept apart."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefbook.values.formatting import NumberFormat
from briefbook.values.quantity import Basis
from briefbook.values.units import Unit, UnitType
from briefbook_figures.display_list import DisplayList
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import NAVY, PAPER, RUST, WHITE
from briefbook_figures.spec import AmountChart, AmountGroup, AmountRow, Fill, Measurement
from tests.figures.boxes import all_words, collisions, filled, find, text_box
from tests.figures.examples import AMOUNTS, FONTS, dollars, drawn, millions

ZERO = 493 * 0.44


def _draw(*rows: AmountRow, height: float = 204) -> DisplayList:
    chart = AmountChart((AmountGroup("Aid", rows),))
    return draw(chart, 493, height, PAPER, FONTS)


def _row(value: float, label: str = "Bridge", detail: str = "grant") -> AmountRow:
    return AmountRow(label, detail, millions(value), dollars(0), Fill.STRONG)


def test_every_word_of_the_chart_is_in_the_picture() -> None:
    words = all_words(drawn("amounts"))
    for group in AMOUNTS.groups:
        assert group.label.upper() in words
        for row in group.rows:
            assert row.label in words
            assert row.detail in words
            assert row.text in words


def test_bars_start_at_zero_and_are_as_long_as_their_values() -> None:
    bars = filled(_draw(_row(10), _row(20), _row(40)), NAVY)
    assert [bar.left for bar in bars] == [pytest.approx(ZERO, abs=0.01)] * 3
    assert bars[1].width == pytest.approx(bars[0].width * 2, abs=0.05)
    assert bars[2].width == pytest.approx(bars[0].width * 4, abs=0.05)


def test_an_outlined_bar_is_as_long_as_a_solid_one_of_the_same_value() -> None:
    solid = _row(20)
    bars = filled(_draw(solid, replace(solid, label="Airliner", fill=Fill.OUTLINE)), NAVY, WHITE)
    assert bars[0].width == pytest.approx(bars[1].width, abs=0.02)


def test_a_value_stands_just_beyond_the_end_of_its_bar() -> None:
    picture = _draw(_row(10), _row(40))
    bar = filled(picture, NAVY)[0]
    assert 0 < text_box(find(picture, "$10M")).left - bar.right < 8


def test_nothing_is_drawn_for_an_amount_of_zero_but_its_words() -> None:
    picture = _draw(_row(0), _row(40))
    assert len(filled(picture, NAVY)) == 1
    assert find(picture, "0").x < ZERO + 8


def test_each_unit_has_a_scale_of_its_own() -> None:
    ships = Measurement(Unit(UnitType.COUNT, "ships"), Basis(), NumberFormat(suffix=" ships"))
    counts = tuple(AmountRow(f"Port {n}", "ships", Decimal(n), ships, Fill.STRONG) for n in (2, 4))
    groups = (AmountGroup("Aid", (_row(10), _row(20))), AmountGroup("Traffic", counts))
    bars = filled(draw(AmountChart(groups), 493, 204, PAPER, FONTS), NAVY)
    assert [round(bar.width / bars[0].width, 1) for bar in bars] == [1, 2, 1, 2]


def test_an_amount_that_can_be_compared_with_none_has_no_bar() -> None:
    ships = Measurement(Unit(UnitType.COUNT, "ships"), Basis(), NumberFormat(suffix=" ships"))
    alone = AmountRow("Port", "a year", Decimal(412), ships, Fill.STRONG)
    chart = AmountChart((AmountGroup("Aid", (_row(10), _row(20))), AmountGroup("Port", (alone,))))
    picture = draw(chart, 493, 204, PAPER, FONTS)
    assert len(filled(picture, NAVY)) == 2
    assert find(picture, "412 ships").x < ZERO + 8


def test_what_is_not_assistance_is_headed_in_the_warning_ink() -> None:
    assert find(drawn("amounts"), "ASSISTANCE").colour == NAVY
    assert find(drawn("amounts"), "NOT AID: EXPORT FINANCE").colour == RUST


@pytest.mark.parametrize("count", range(1, 9))
def test_up_to_eight_amounts_fit_the_slot(count: int) -> None:
    picture = _draw(*(_row(i + 1, f"Amount {i}") for i in range(count)))
    assert collisions(picture) == []
    assert len(filled(picture, NAVY)) == count


def test_a_long_label_goes_on_in_a_second_line() -> None:
    label = "Medical goods for hospitals and clinics in all regions of the country"
    picture = _draw(_row(10, label), _row(20))
    assert label in all_words(picture)
    assert collisions(picture) == []
    assert text_box(find(picture, "$10M")).left > ZERO


def test_more_than_fits_is_an_error_that_says_how_much_is_missing() -> None:
    with pytest.raises(ChartError, match=r"9 amounts need \d+ pt of height; the chart has 120"):
        _draw(*(_row(i + 1, f"Amount {i}") for i in range(9)), height=120)


def test_a_word_that_is_too_wide_is_an_error_that_names_it() -> None:
    with pytest.raises(ChartError, match='"Donau') as caught:
        _draw(_row(1, "Donau" + "dampfschiffahrt" * 4))
    assert caught.value.hint


def test_a_negative_amount_is_an_error() -> None:
    with pytest.raises(ChartError, match="below zero"):
        _draw(_row(-1))


def test_a_chart_without_amounts_is_an_error() -> None:
    with pytest.raises(ChartError, match="at least one"):
        _draw()
