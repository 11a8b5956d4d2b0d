"""Timelines: marks say how exactly an event is dated, none hides another."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook_figures.display_list import DisplayList, PathMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, NAVY, PAPER, WHITE
from briefbook_figures.spec import Lane, Moment, Shape, TimelineChart
from tests.figures.boxes import all_words, collisions, filled, find, path_box, paths, text_box
from tests.figures.examples import FONTS, TIMELINE, drawn

INKS = (NAVY, MUTED)
_KEY_TOP_PT = 16.0


def _draw(*moments: Moment, lanes: int = 1, height: float | None = 60) -> DisplayList:
    chart = TimelineChart(
        tuple(Lane(f"l{i}", f"Lane {i}") for i in range(lanes)), moments, 1992, 2011
    )
    return draw(chart, 493, height, PAPER, FONTS)


def _moment(shape: Shape, start: float, end: float | None = None, label: str = "") -> Moment:
    return Moment("l0", shape, start, start if end is None else end, label)


def _marks(picture: DisplayList) -> list[PathMark]:
    """Return the marks of the events; those of the key stand at the foot."""
    inked = [mark for mark in paths(picture) if mark.fill in INKS or mark.stroke in INKS]
    return [mark for mark in inked if path_box(mark).bottom > _KEY_TOP_PT]


def _filled(picture: DisplayList, *colours: str) -> list[Box]:
    return [box for box in filled(picture, *colours) if box.bottom > _KEY_TOP_PT]


def test_every_word_of_the_chart_is_in_the_picture() -> None:
    words = all_words(drawn("timeline"))
    expected = [lane.label for lane in TIMELINE.lanes]
    expected += [moment.label for moment in TIMELINE.moments]
    assert [text for text in expected if text not in words] == []
    assert drawn("timeline").left_out == ()


def test_all_lanes_have_one_ink_and_context_is_muted() -> None:
    colours = {find(drawn("timeline"), lane.label).colour for lane in TIMELINE.lanes}
    assert colours == {NAVY}
    (context,) = _marks(_draw(_moment(Shape.DIAMOND, 2000)))
    assert context.stroke == MUTED


def test_the_key_names_the_marks_that_occur_and_no_others() -> None:
    words = all_words(_draw(_moment(Shape.DOT, 2000), _moment(Shape.SQUARE, 2005)))
    assert "day" in words
    assert "month" in words
    assert "context" not in words
    assert "end not stated" not in words


def test_every_second_year_is_marked() -> None:
    years = [str(year) for year in range(1992, 2011, 2)]
    assert all_words(drawn("timeline")).startswith(" ".join(years))


def test_a_bar_is_as_long_as_its_years() -> None:
    picture = _draw(_moment(Shape.BAR, 1995, 1997), _moment(Shape.BAR, 2000, 2004))
    short, long = _filled(picture, NAVY)
    assert long.width == pytest.approx(2 * short.width, abs=0.03)


def test_a_mark_stands_at_its_date() -> None:
    day = text_box(find(_draw(), "2000")).middle[0]
    (dot,) = _filled(_draw(_moment(Shape.DOT, 2000)), NAVY)
    assert dot.middle[0] == pytest.approx(day, abs=0.5)


def test_a_week_is_two_dots_and_a_day_is_one() -> None:
    assert len(_filled(_draw(_moment(Shape.DOT, 2000)), NAVY)) == 1
    assert len(_filled(_draw(_moment(Shape.DOTS, 2000)), NAVY)) == 2


@pytest.mark.parametrize("shape", [Shape.SQUARE, Shape.DIAMOND])
def test_months_and_context_are_open_marks(shape: Shape) -> None:
    (mark,) = _marks(_draw(_moment(shape, 2000)))
    assert (mark.fill, mark.stroke) == (WHITE, MUTED if shape is Shape.DIAMOND else NAVY)


def test_a_rough_date_is_dashes_that_begin_and_end_with_one() -> None:
    (mark,) = _marks(_draw(_moment(Shape.DASHES, 2000, 2003.4)))
    on, off = mark.dash_pt
    box = path_box(mark)
    assert (box.width + off) / (on + off) == pytest.approx(round(box.width / (on + off)), abs=0.02)


def test_an_open_span_ends_in_an_arrow_at_the_end_of_the_axis() -> None:
    picture = _draw(_moment(Shape.ARROW, 2001, 2011))
    (tip,) = _filled(picture, NAVY)
    assert tip.width > 4
    assert tip.right == pytest.approx(493 - 14, abs=0.1)


def test_an_open_span_that_begins_at_the_end_of_the_axis_is_drawn_and_named() -> None:
    picture = _draw(_moment(Shape.ARROW, 2011, label="Talks go on"))
    assert find(picture, "Talks go on").x > 400


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
    alone = _filled(_draw(_moment(Shape.DOT, 1992.12)), NAVY)[0]
    crowd = [_moment(Shape.DOT, 1992.12), _moment(Shape.DOT, 1992.14), _moment(Shape.DOT, 1992.2)]
    assert _filled(_draw(*crowd), NAVY)[0].middle[0] == alone.middle[0]


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
    said = [m.text for m in picture.marks if not isinstance(m, PathMark)]
    for number, event in enumerate(events, 1):
        assert {event.label, str(number)} & {*said, *picture.left_out}


@settings(max_examples=40)
@given(st.lists(moments, max_size=8))
def test_no_mark_of_a_day_or_month_hides_another(events: list[Moment]) -> None:
    points = [m for m in events if m.shape in {Shape.DOT, Shape.SQUARE, Shape.DIAMOND}]
    boxes = [path_box(mark) for mark in _marks(_draw(*points, lanes=3, height=400))]
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def test_a_label_without_room_is_a_number_that_the_key_explains() -> None:
    crowd = [_moment(Shape.DOT, 2000 + i / 6, label=f"opened gate {i}") for i in range(14)]
    late = _moment(Shape.DOT, 2010, label="closed")
    picture = _draw(*crowd, late, height=None)
    said = [m.text for m in picture.marks if not isinstance(m, PathMark)]
    numbered = [n for n in range(1, 15) if str(n) in said]
    assert numbered
    for number in numbered:
        assert f"{number} opened gate {number - 1}" in all_words(picture)
    assert picture.left_out == ()
    assert collisions(picture) == []


@pytest.mark.parametrize("apart", [0.35, 0.45, 0.55])
def test_a_label_that_reaches_over_a_higher_mark_beside_its_own_stands_clear_of_it(
    apart: float,
) -> None:
    # At the end of the axis the last label has room only over or under the square.
    audit = _moment(Shape.DOT, 2010.9 - 2 * apart, label="Audit")
    clinics = _moment(Shape.SQUARE, 2010.9 - apart, label="Clinics")
    picture = _draw(audit, clinics, _moment(Shape.DOT, 2010.9, label="Settlement"), height=58)
    assert {"Audit", "Clinics", "Settlement"} <= set(all_words(picture).split())
    assert collisions(picture) == []


def test_two_hundred_events_are_each_labelled_or_numbered() -> None:
    events = [
        _moment(Shape.DOT, 1992 + i * 0.094, label=f"what happened then, {i}") for i in range(200)
    ]
    moments = tuple(replace(event, lane=f"l{i % 5}") for i, event in enumerate(events))
    picture = _draw(*moments, lanes=5, height=640)
    said = {m.text for m in picture.marks if not isinstance(m, PathMark)}
    unseen = [n for n, m in enumerate(moments, 1) if not {m.label, str(n)} & said]
    assert unseen == []
    assert collisions(picture) == []


def test_of_events_without_room_for_numbers_each_is_seen_and_the_key_says_where_they_are_listed() -> (
    None
):
    events = [_moment(Shape.DOT, 1992 + i * 0.094, label=f"what happened, {i}") for i in range(200)]
    moments = tuple(replace(event, lane=f"l{i % 2}") for i, event in enumerate(events))
    picture = _draw(*moments, lanes=2, height=120)
    said = {m.text for m in picture.marks if not isinstance(m, PathMark)}
    assert any(text.startswith("Each mark is an event") for text in said)
    assert not said & {str(n) for n in range(1, 201)}
    assert picture.left_out == ()
    assert len(_marks(picture)) >= 200


def test_a_year_of_which_no_day_is_known_tapers_at_its_ends() -> None:
    soft = replace(_moment(Shape.BAR, 2001, 2003), is_soft=True)
    (mark,) = _marks(_draw(soft))
    box = path_box(mark)
    corners = [points for _, points in mark.outline if points]
    assert len({y for x, y in corners if x == box.left}) == 1
    assert len({y for x, y in corners if x == box.right}) == 1


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (1200.0, 2000.0, ["1200", "1400", "1600", "1800", "2000"]),
        (-500.0, 100.0, ["500 BCE", "300 BCE", "100 BCE"]),
        (2004.0, 2006.0, ["Jan 2004", "Jul", "Jan 2005"]),
        (2005.16, 2005.22, ["1 Mar 2005"]),
    ],
)
def test_an_axis_runs_from_days_to_centuries(start: float, end: float, expected: list[str]) -> None:
    moments = (_moment(Shape.DOT, (start + end) / 2),)
    chart = TimelineChart((Lane("l0", "Lane"),), moments, start, end)
    said = [m.text for m in draw(chart, 493, 80, PAPER, FONTS).marks if not isinstance(m, PathMark)]
    assert [text for text in expected if text in said] == expected


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        (Moment("nowhere", Shape.DOT, 2000, 2000, "Visit"), r"no lane 'nowhere' for \"Visit\""),
        (Moment("l0", Shape.DOT, 1980, 1980, "Visit"), "from 1992.0 to 2011.0 cannot show"),
        (Moment("l0", Shape.BAR, 2005, 2004, "Visit"), "cannot show"),
        (Moment("l0", Shape.DOT, 2000, 2000, "Visit", track=1), "no track 1"),
    ],
)
def test_a_moment_that_cannot_be_shown_is_an_error(moment: Moment, message: str) -> None:
    with pytest.raises(ChartError, match=message):
        _draw(moment)
