"""Columns: heights tell the truth, labels stand free of columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook_figures.display_list import DisplayList
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import AXIS, NAVY, PAPER, QUIET, RUST, WHITE
from briefbook_figures.spec import Column, ColumnChart, Fill, Mean
from tests.figures.boxes import all_words, collisions, filled, find, path_box, paths, text_box
from tests.figures.examples import COLUMNS, FONTS, OBLIGATIONS, dollars, drawn, millions, years


def _draw(*columns: Column) -> DisplayList:
    chart = ColumnChart(years(2001, len(columns)), columns, dollars(), "Aid")
    return draw(chart, 493, 268, PAPER, FONTS)


def _column(value: float | None, fill: Fill = Fill.QUIET) -> Column:
    exact = None if value is None else millions(value)
    return Column(exact, fill, is_labelled=fill is Fill.STRONG)


def _zero(picture: DisplayList) -> float:
    """Return the height of the zero line: the widest rule in the colour of axes."""
    rules = [path_box(mark) for mark in paths(picture) if mark.stroke == AXIS]
    return max(rules, key=lambda box: box.width).middle[1]


def _columns(picture: DisplayList) -> list[Box]:
    return filled(picture, NAVY, QUIET)


def test_every_word_of_the_chart_is_in_the_picture() -> None:
    words = all_words(drawn("columns"))
    expected = [text for column in COLUMNS.columns if (text := COLUMNS.text(column))]
    assert len(expected) == 5
    expected += [text for m in COLUMNS.means for text in (m.label, COLUMNS.mean_text(m))]
    expected += "FY2025 partial".split()
    assert COLUMNS.span
    assert [text for text in [*expected, COLUMNS.span.text] if text not in words] == []
    assert drawn("columns").left_out == ()


def test_columns_start_at_zero_and_are_as_high_as_their_values() -> None:
    columns = _columns(drawn("columns"))
    assert len(columns) == 33
    per_million = columns[2].height / OBLIGATIONS[2]
    for column, value in zip(columns, OBLIGATIONS, strict=False):
        assert column.bottom == pytest.approx(_zero(drawn("columns")), abs=0.01)
        assert column.height == pytest.approx(value * per_million, abs=0.02)


def test_values_below_zero_hang_from_the_zero_line() -> None:
    picture = _draw(_column(10), _column(-10))
    up, down = _columns(picture)
    assert up.bottom == pytest.approx(down.top, abs=0.01)
    assert up.height == pytest.approx(down.height, abs=0.02)
    assert up.bottom == pytest.approx(_zero(picture), abs=0.01)


def test_only_columns_that_the_title_speaks_of_are_dark() -> None:
    assert len(filled(drawn("columns"), NAVY)) == 4
    assert len(filled(drawn("columns"), QUIET)) == 29


def test_a_partial_year_is_hatched() -> None:
    (hatch,) = [mark for mark in paths(drawn("columns")) if mark.clip]
    assert path_box(hatch).left > filled(drawn("columns"), NAVY)[-1].right


def test_a_mean_lies_across_just_the_years_that_it_averages() -> None:
    columns = _columns(drawn("columns"))
    rules = [path_box(m) for m in paths(drawn("columns")) if m.stroke == RUST and m.width_pt > 1]
    for rule, (first, last) in zip(rules, ((6, 8), (10, 12)), strict=True):
        assert columns[first - 1].right < rule.left <= columns[first].left
        assert columns[last].right <= rule.right < columns[last + 1].left


def test_a_mean_stands_at_its_value() -> None:
    columns = _columns(drawn("columns"))
    per_million = columns[2].height / OBLIGATIONS[2]
    rules = [path_box(m) for m in paths(drawn("columns")) if m.stroke == RUST and m.width_pt > 1]
    heights = [(rule.middle[1] - columns[0].bottom) / per_million for rule in rules]
    assert heights == [pytest.approx(64.5, abs=0.02), pytest.approx(90.6, abs=0.02)]


def test_the_means_stand_in_a_strip_over_their_years_and_the_plot() -> None:
    picture = drawn("columns")
    columns = _columns(picture)
    for text, first, last in (("mean $65M", 6, 8), ("mean $91M", 10, 12)):
        label = text_box(find(picture, text))
        assert label.bottom > max(column.top for column in columns)
        middle = (columns[first].left + columns[last].right) / 2
        assert label.middle[0] == pytest.approx(middle, abs=4)


def test_means_of_neighbouring_years_move_aside_and_do_not_collide() -> None:
    means = tuple(Mean(n, n + 1, millions(10 + n), f"{2001 + n}–{2 + n:02}") for n in (0, 2, 4))
    columns = tuple(_column(10) for _ in range(20))
    chart = ColumnChart(years(2001, 20), columns, dollars(), "Aid", means)
    picture = draw(chart, 493, 200, PAPER, FONTS)
    assert collisions(picture) == []
    assert [find(picture, chart.mean_text(mean)).text for mean in means]


def test_too_many_means_to_stand_beside_one_another_are_an_error() -> None:
    means = tuple(Mean(n, n, millions(10), f"{2001 + n}") for n in range(20))
    chart = ColumnChart(years(2001, 20), tuple(_column(10) for _ in range(20)), dollars(), "Aid", means)  # fmt: skip
    with pytest.raises(ChartError, match="no room beside one another"):
        draw(chart, 493, 200, PAPER, FONTS)


def test_a_year_asked_for_is_outlined_and_a_partial_one_hatched_and_both_are_named() -> None:
    columns = (*(_column(10) for _ in range(8)), Column(millions(4), Fill.HATCHED, True, "2009 partial"), Column(millions(9), Fill.OUTLINE, True, "2010 asked for"))  # fmt: skip
    picture = _draw(*columns)
    (hatch,) = [mark for mark in paths(picture) if mark.clip]
    (outline,) = [m for m in paths(picture) if m.fill == WHITE and m.stroke == NAVY and path_box(m).left > path_box(hatch).right - 1]  # fmt: skip
    assert path_box(outline).height > path_box(hatch).height
    assert {"2009", "partial", "2010", "asked", "for"} <= set(all_words(picture).split())
    assert collisions(picture) == []


def test_no_label_touches_a_column() -> None:
    picture = drawn("columns")
    columns = _columns(picture)
    for text in ("$124.4M", "$43.0M", "mean $65M", "mean $91M", "2002–04", "FY2025", "partial"):
        assert not any(text_box(find(picture, text)).overlaps(column) for column in columns), text


def test_the_years_are_the_first_every_fifth_and_the_last_full_one() -> None:
    words = all_words(drawn("columns")).split()
    years = [word for word in words if word.isdigit() and len(word) == 4]
    assert years[:8] == ["1992", "1995", "2000", "2005", "2010", "2015", "2020", "2024"]


def test_the_numbers_of_the_axis_have_the_unit_and_scale_of_the_labels() -> None:
    words = all_words(drawn("columns"))
    assert words.startswith("0 $25M $50M $75M $100M $125M ")


def test_a_year_without_a_value_keeps_its_room() -> None:
    first, last = _columns(_draw(_column(5), _column(None), _column(6)))
    near, far = _columns(_draw(_column(5), _column(6), _column(None)))
    assert last.left - first.left == pytest.approx(2 * (far.left - near.left), abs=0.02)


def test_a_bracket_spans_its_years() -> None:
    columns = _columns(drawn("columns"))
    brackets = [path_box(m) for m in paths(drawn("columns")) if len(m.outline) == 4 and m.stroke]
    (bracket,) = [box for box in brackets if box.height < 6]
    assert bracket.left == pytest.approx(columns[0].left, abs=0.5)
    assert bracket.right == pytest.approx(columns[18].right, abs=0.5)


@settings(max_examples=25)
@given(
    st.integers(3, 60),
    st.lists(st.floats(-50, 130), min_size=60, max_size=60),
    st.sets(st.integers(0, 59), max_size=6),
)
def test_any_series_of_3_to_60_years_is_drawn_without_collisions(
    count: int, values: list[float], told: set[int]
) -> None:
    columns = [
        _column(round(values[i], 1), Fill.STRONG if i in told else Fill.QUIET) for i in range(count)
    ]
    picture = _draw(*columns)
    assert collisions(picture) == []
    assert len(_columns(picture)) == sum(column.value != 0 for column in columns)


def test_all_zeros_are_a_flat_line_and_not_an_error() -> None:
    picture = _draw(_column(0), _column(0))
    assert _columns(picture) == []
    assert "All values are zero." in all_words(picture)


def test_one_column_is_not_a_slab() -> None:
    (column,) = _columns(_draw(_column(5)))
    assert column.width < 50


def test_a_chart_without_values_is_an_error() -> None:
    with pytest.raises(ChartError, match="at least one"):
        _draw(_column(None))


def test_labels_have_white_behind_them_where_the_grid_runs() -> None:
    grounds = filled(drawn("columns"), WHITE)
    label = text_box(find(drawn("columns"), "$124.4M"))
    assert any(ground.grown(0.1, 0.1).holds(label) for ground in grounds)
