"""Unlike amounts: a card each, no common axis, nothing as long as its value."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefbook.values.basis import Basis
from briefbook.values.formatting import NumberFormat
from briefbook.values.units import Unit, UnitType
from briefbook_figures.display_list import DisplayList
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import NAVY, PAPER, RUST
from briefbook_figures.spec import AmountChart, AmountGroup, AmountRow, Fill, Measurement
from tests.figures.boxes import all_words, collisions, filled, find, paths, text_box, texts
from tests.figures.examples import AMOUNTS, FONTS, dollars, drawn, millions


def _draw(*rows: AmountRow, height: float | None = None, width: float = 493) -> DisplayList:
    chart = AmountChart((AmountGroup("Aid", rows),))
    return draw(chart, width, height, PAPER, FONTS)


def _row(value: float, label: str = "Bridge", detail: str = "grant") -> AmountRow:
    return AmountRow(label, detail, millions(value), dollars(0), Fill.STRONG)


def test_every_word_of_the_chart_is_in_the_picture() -> None:
    words = all_words(drawn("amounts"))
    for group in AMOUNTS.groups:
        assert group.label.upper() in words
        for row in group.rows:
            assert row.label in words
            assert all(part in words for part in row.detail.split(" · "))
            assert row.text in words


def test_nothing_but_the_words_depends_on_the_values() -> None:
    small, large = _draw(_row(1), _row(2)), _draw(_row(3), _row(9))
    assert paths(small) == paths(large)


def test_amounts_of_different_units_stand_beside_each_other_alike() -> None:
    ships = Measurement(Unit(UnitType.COUNT, "ships"), Basis(), NumberFormat(suffix=" ships"))
    port = AmountRow("Port", "a year", Decimal(412), ships, Fill.STRONG)
    groups = (AmountGroup("Aid", (_row(10),)), AmountGroup("Ports", (port,)))
    picture = draw(AmountChart(groups), 493, None, PAPER, FONTS)
    numbers = find(picture, "412 ships"), find(picture, "$10M")
    assert len({(mark.y, mark.size_pt) for mark in numbers}) == 1


def test_what_is_not_assistance_is_headed_in_the_warning_ink() -> None:
    heads = [mark.colour for mark in texts(drawn("amounts")) if mark.text == "ASSISTANCE"]
    assert set(heads) == {NAVY}
    assert find(drawn("amounts"), "NOT AID: EXPORT FINANCE").colour == RUST


def test_what_has_run_up_over_years_has_a_broken_rule() -> None:
    row = _row(196)
    whole, broken = _draw(row), _draw(replace(row, fill=Fill.HATCHED))
    rules = [[m for m in paths(each) if NAVY in {m.fill, m.stroke}] for each in (whole, broken)]
    assert [[bool(mark.dash_pt) for mark in marks] for marks in rules] == [[False], [True]]


@pytest.mark.parametrize("count", range(1, 10))
def test_any_number_of_amounts_stands_in_even_rows_of_at_most_four(count: int) -> None:
    picture = _draw(*(_row(i + 1, f"Amount {i}") for i in range(count)))
    assert collisions(picture) == []
    tops = [round(rule.top, 1) for rule in filled(picture, NAVY)]
    sizes = [tops.count(top) for top in sorted(set(tops))]
    assert sum(sizes) == count
    assert max(sizes) <= 4
    assert max(sizes) - min(sizes) <= 2


def test_a_long_label_goes_on_in_further_lines() -> None:
    label = "Medical goods for hospitals and clinics in all regions of the country"
    picture = _draw(*(_row(10, label) for _ in range(4)))
    assert label in all_words(picture)
    assert collisions(picture) == []


def test_a_long_number_makes_all_of_them_smaller_and_stays_on_its_card() -> None:
    row = replace(_row(1), value=Decimal(98_765_432_109), measurement=dollars(4))
    picture = _draw(row, _row(2), _row(3), _row(4))
    assert text_box(find(picture, row.text)).right <= filled(picture, NAVY)[0].right + 0.01
    short = _draw(_row(1), _row(2), _row(3), _row(4))
    assert find(picture, row.text).size_pt == find(picture, "$2M").size_pt
    assert find(picture, "$2M").size_pt < find(short, "$2M").size_pt


def test_cards_are_larger_where_there_is_room() -> None:
    narrow, high = _draw(_row(1), _row(2)), _draw(_row(1), _row(2), height=300)
    assert find(high, "$1M").size_pt > find(narrow, "$1M").size_pt
    assert collisions(high) == []


def test_more_than_fits_is_an_error_that_says_how_much_is_missing() -> None:
    with pytest.raises(ChartError, match=r"9 amounts need \d+ pt of height; the chart has 120"):
        _draw(*(_row(i + 1, f"Amount {i}") for i in range(9)), height=120)


def test_a_word_that_is_too_wide_is_an_error_that_names_it() -> None:
    with pytest.raises(ChartError, match='"Donau') as caught:
        _draw(*(_row(1, "Donau" + "dampfschiffahrt" * 4) for _ in range(4)))
    assert caught.value.hint


def test_a_chart_without_amounts_is_an_error() -> None:
    with pytest.raises(ChartError, match="at least one"):
        _draw()
