"""Timelines: marks say how exactly an event is dated, none hides another."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook_figures.display_list import DisplayList, PathMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import GREEN, MUTED, NAVY, PAPER, RUST, WHITE
from briefbook_figures.spec import Lane, Moment, Shape, TimelineChart
from tests.figures.boxes import all_words, collisions, filled, find, path_box, paths, text_box
from tests.figures.examples import FONTS, TIMELINE, drawn

INKS = (NAVY, RUST, GREEN, MUTED)


def _draw(*moments: Moment, lanes: int = 1, height: float = 60) -> DisplayList:
    chart = TimelineChart(
        tuple(Lane(f"l{i}", f"Lane {i}") for i in range(lanes)), moments, 1992, 2010
    )
    return draw(chart, 493, height, PAPER, FONTS)


def _moment(shape: Shape, start: float, end: float | None = None, label: str = "") -> Moment:
    return Moment("l0", shape, start, start if end is None else end, label)


def _marks(picture: DisplayList) -> list[PathMark]:
    """Return what is drawn in the ink of a lane."""
    return [mark for mark in paths(picture) if mark.fill in INKS or mark.stroke in INKS]


def test_every_word_of_the_chart_is_in_the_picture() -> None:
    words = all_words(drawn("timeline"))
    expected = [lane.label for lane in TIMELINE.lanes]
    expected += [moment.label for moment in TIMELINE.moments]
    assert [text for text in expected if text not in words] == []
    assert drawn("timeline").left_out == ()


def test_lanes_are_coloured_by_position() -> None:
    colours = [find(drawn("timeline"), lane.label).colour for lane in TIMELINE.lanes]
    assert colours == list(INKS)


def test_every_second_year_is_marked() -> None:
    years = [str(year) for year in range(1992, 2011, 2)]
    assert all_words(drawn("timeline")).startswith(" ".join(years))


def test_a_bar_is_as_long_as_its_years() -> None:
    picture = _draw(_moment(Shape.BAR, 1995, 1997), _moment(Shape.BAR, 2000, 2004))
    short, long = filled(picture, NAVY)
    assert long.width == pytest.approx(2 * short.width, abs=0.03)


def test_a_mark_stands_at_its_date() -> None:
    day = text_box(find(_draw(), "2000")).middle[0]
    (dot,) = filled(_draw(_moment(Shape.DOT, 2000)), NAVY)
    assert dot.middle[0] == pytest.approx(day, abs=0.5)


def test_a_week_is_two_dots_and_a_day_is_one() -> None:
    assert len(filled(_draw(_moment(Shape.DOT, 2000)), NAVY)) == 1
    assert len(filled(_draw(_moment(Shape.DOTS, 2000)), NAVY)) == 2


@pytest.mark.parametrize("shape", [Shape.SQUARE, Shape.DIAMOND])
def test_months_and_context_are_open_marks(shape: Shape) -> None:
    (mark,) = _marks(_draw(_moment(shape, 2000)))
    assert (mark.fill, mark.stroke) == (WHITE, NAVY)


def test_a_rough_date_is_dashes_that_begin_and_end_with_one() -> None:
    (mark,) = _marks(_draw(_moment(Shape.DASHES, 2000, 2003.4)))
    on, off = mark.dash_pt
    box = path_box(mark)
    assert (box.width + off) / (on + off) == pytest.approx(round(box.width / (on + off)), abs=0.02)


def test_an_open_span_ends_in_an_arrow_at_the_end_of_the_axis() -> None:
    picture = _draw(_moment(Shape.ARROW, 2001, 2011))
    (tip,) = filled(picture, NAVY)
    assert tip.width > 4
    assert tip.right > 480


@pytest.mark.parametrize("shape", [Shape.BAR, Shape.DASHES])
def test_a_span_of_a_few_days_can_still_be_seen(shape: Shape) -> None:
    (mark,) = _marks(_draw(_moment(shape, 2000, 2000.01)))
    assert path_box(mark).width >= 5


def test_a_day_and_a_month_close_together_are_both_seen() -> None:
    picture = _draw(_moment(Shape.DOT, 1992.12), _moment(Shape.SQUARE, 1992.208))
    dot, square = (path_box(mark) for mark in _marks(picture))
    assert not dot.overlaps(square)
    assert dot.middle[1] > square.middle[1]


def test_what_is_moved_apart_keeps_its_date() -> None:
    alone = filled(_draw(_moment(Shape.DOT, 1992.12)), NAVY)[0]
    crowd = [_moment(Shape.DOT, 1992.12), _moment(Shape.DOT, 1992.14), _moment(Shape.DOT, 1992.2)]
    assert filled(_draw(*crowd), NAVY)[0].middle[0] == alone.middle[0]


def test_a_day_within_a_year_is_drawn_over_it() -> None:
    picture = _draw(_moment(Shape.DOT, 2006.5), _moment(Shape.BAR, 2006, 2007))
    bar, dot = _marks(picture)
    assert path_box(bar).width > path_box(dot).width
    assert path_box(dot).middle[1] == pytest.approx(path_box(bar).middle[1], abs=0.01)
    assert dot.stroke == WHITE


moments = st.builds(
    lambda lane, shape, start, length, label: Moment(
        f"l{lane}",
        shape,
        round(start, 2),
        round(min(2011, start + length), 2)
        if shape in {Shape.BAR, Shape.DASHES}
        else round(start, 2),
        label,
    ),
    st.integers(0, 2),
    st.sampled_from([shape for shape in Shape if shape is not Shape.ARROW]),
    st.floats(1992, 2010.9),
    st.floats(0.1, 4),
    st.sampled_from(["", "TIFA", "First bridge", "US embassy opens", "$16.5M for border guards"]),
)


@settings(max_examples=40)
@given(st.lists(moments, max_size=24))
def test_any_events_are_labelled_without_collisions(events: list[Moment]) -> None:
    picture = _draw(*events, lanes=3, height=130)
    assert collisions(picture) == []
    solid = [path_box(mark) for mark in _marks(picture)]
    for mark in (mark for mark in picture.marks if not isinstance(mark, PathMark)):
        assert not any(text_box(mark).overlaps(box) for box in solid), mark.text
    page = Box(0, 0, 493, 130)
    assert all(page.holds(text_box(m)) for m in picture.marks if not isinstance(m, PathMark))
    labels = [event.label for event in events if event.label]
    said = [m.text for m in picture.marks if not isinstance(m, PathMark) and m.text in labels]
    assert sorted([*said, *picture.left_out]) == sorted(labels)


@settings(max_examples=40)
@given(st.lists(moments, max_size=8))
def test_no_mark_of_a_day_or_month_hides_another(events: list[Moment]) -> None:
    points = [m for m in events if m.shape in {Shape.DOT, Shape.SQUARE, Shape.DIAMOND}]
    boxes = [path_box(mark) for mark in _marks(_draw(*points, lanes=3, height=400))]
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def test_context_is_left_out_before_an_event() -> None:
    crowd = [
        _moment(Shape.DIAMOND, 2001.5, label="something of the wide world"),
        *(_moment(Shape.DOT, 2001.5 + i / 90, label=f"quite a long label {i}") for i in range(6)),
    ]
    picture = _draw(*crowd, height=56)
    assert picture.left_out[:1] == ("something of the wide world",)


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        (Moment("nowhere", Shape.DOT, 2000, 2000, "Visit"), r"no lane 'nowhere' for \"Visit\""),
        (Moment("l0", Shape.DOT, 1980, 1980, "Visit"), "from 1992 to 2010 cannot show"),
        (Moment("l0", Shape.BAR, 2005, 2004, "Visit"), "cannot show"),
        (Moment("l0", Shape.DOT, 2000, 2000, "Visit", track=1), "no track 1"),
    ],
)
def test_a_moment_that_cannot_be_shown_is_an_error(moment: Moment, message: str) -> None:
    with pytest.raises(ChartError, match=message):
        _draw(moment)
