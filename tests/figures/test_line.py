"""Lines: from zero, labelled directly, broken where there is no figure."""

from decimal import Decimal

import pytest

from briefbook_figures.display_list import DisplayList, PathMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import AXIS, NAVY, PAPER
from briefbook_figures.spec import LineChart, Point
from tests.figures.boxes import all_words, collisions, filled, find, paths, text_box
from tests.figures.examples import FONTS, GAPS, LINE, drawn, percent, years


def _draw(*values: float | None, labelled: bool = False) -> DisplayList:
    points = tuple(
        Point(None if value is None else Decimal(str(value)), is_labelled=labelled)
        for value in values
    )
    chart = LineChart(years(2001, len(points)), points, percent(), "Share")
    return draw(chart, 493, 200, PAPER, FONTS)


def _strokes(picture: DisplayList) -> list[PathMark]:
    return [mark for mark in paths(picture) if mark.stroke == NAVY]


@pytest.mark.parametrize(("form", "chart"), [("line", LINE), ("gaps", GAPS)])
def test_every_word_of_the_chart_is_in_the_picture(form: str, chart: LineChart) -> None:
    words = all_words(drawn(form))
    texts = [chart.text(point) for point in chart.points]
    assert [text for text in texts if text not in words] == []
    assert drawn(form).left_out == ()


def test_the_line_goes_through_all_points_and_its_axis_starts_at_zero() -> None:
    picture = _draw(10, 40, 20)
    (line,), (axis,) = _strokes(picture), [m for m in paths(picture) if m.stroke == AXIS]
    zero = axis.outline[0][1][1]
    heights = [y - zero for _, (_, y) in line.outline]
    assert heights[1] == pytest.approx(4 * heights[0], abs=0.05)
    assert heights[2] == pytest.approx(2 * heights[0], abs=0.05)


def test_a_year_without_a_figure_breaks_the_line() -> None:
    assert len(_strokes(_draw(1, 2, 2, 3))) == 1
    assert len(_strokes(_draw(1, 2, None, 2, 3))) == 2


def test_a_gap_can_say_why() -> None:
    gap = text_box(find(drawn("gaps"), "n/a"))
    year = text_box(find(drawn("gaps"), "2005"))
    assert gap.middle[0] == pytest.approx(year.middle[0], abs=1)
    assert 0 < gap.bottom - year.top < 20


def test_a_figure_between_two_gaps_is_a_dot() -> None:
    picture = _draw(None, 4, None)
    assert _strokes(picture) == []
    assert len(filled(picture, NAVY)) == 1


def test_labelled_points_are_dots() -> None:
    assert len(filled(drawn("line"), NAVY)) == sum(p.is_labelled for p in LINE.points)


def test_figures_years_apart_are_dots_so_that_one_sees_what_was_measured() -> None:
    assert len(filled(_draw(84.5, None, 20.2, None, 49.1), NAVY)) == 3


def test_the_end_of_the_line_is_labelled_beside_it() -> None:
    picture = drawn("line")
    label, dot = text_box(find(picture, "13.8%")), filled(picture, NAVY)[-1]
    assert 0 < label.left - dot.right < 4
    assert label.bottom < dot.middle[1] < label.top


def test_no_label_touches_the_line() -> None:
    picture = drawn("line")
    (line,) = _strokes(picture)
    for point in LINE.points:
        if point.is_labelled:
            box = text_box(find(picture, LINE.text(point)))
            assert not any(
                box.left < x < box.right and box.bottom < y < box.top for _, (x, y) in line.outline
            )


def test_a_line_below_zero_is_drawn() -> None:
    picture = _draw(-4, -2, 3, labelled=True)
    assert collisions(picture) == []
    assert picture.left_out == ()


def test_a_line_without_figures_is_an_error() -> None:
    with pytest.raises(ChartError, match="at least one"):
        _draw(None)
