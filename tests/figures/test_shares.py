"""Shares: bars of equal length, each part named once and told without a legend."""

from decimal import Decimal

import pytest

from briefbook.values.basis import Basis
from briefbook.values.formatting import NumberFormat
from briefbook.values.units import Unit, UnitType
from briefbook_figures.display_list import DisplayList
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import PAPER, SHARE_FILLS, TEXT, WHITE
from briefbook_figures.spec import Measurement, ShareChart, ShareRow
from tests.figures.boxes import all_words, collisions, filled, find, paths, text_box, texts
from tests.figures.examples import FONTS, SHARES, dollars, drawn, millions


def _draw(*shares: tuple[float, ...], parts: tuple[str, ...] = ("Aid", "Loans")) -> DisplayList:
    rows = tuple(
        ShareRow(f"200{i}", tuple(millions(share) for share in row)) for i, row in enumerate(shares)
    )
    return draw(ShareChart(parts, rows, dollars(0)), 493, 44 * len(rows) + 34, PAPER, FONTS)


def test_every_word_of_the_chart_is_in_the_picture() -> None:
    words = all_words(drawn("shares"))
    expected = [*SHARES.parts, *(row.label for row in SHARES.rows)]
    expected += ["$449M", "$757M", "$547M"]
    expected += [f"{s:.0f}%" for row in SHARES.rows for s in row.shares if s > 1]
    assert [text for text in expected if text not in words] == []


def test_all_bars_are_equally_long() -> None:
    # The narrowest part is all outline.
    boxes = filled(drawn("shares"), *SHARE_FILLS, TEXT)
    tops = {box.top for box in boxes if box.height > 20}
    for top in tops:
        bar = [box for box in boxes if abs(box.top - top) < 1]
        assert min(box.left for box in bar) == pytest.approx(min(b.left for b in boxes), abs=0.6)
        assert max(box.right for box in bar) == pytest.approx(max(b.right for b in boxes), abs=0.6)


def test_a_part_is_as_long_as_its_share() -> None:
    small, large = filled(_draw((25, 75)), *SHARE_FILLS)
    seam = 1.0
    assert (large.width + seam) == pytest.approx(3 * (small.width + seam), abs=0.05)


def test_parts_of_any_total_fill_the_bar() -> None:
    rights = [
        max(box.right for box in filled(_draw(s), *SHARE_FILLS)) for s in ((50, 50), (7, 49.4))
    ]
    assert rights[0] == pytest.approx(rights[1], abs=0.02)


def test_a_total_of_zero_is_an_empty_bar_that_says_so() -> None:
    picture = _draw((0, 0), (3, 1))
    words = all_words(picture)
    assert "$0" in words.split()
    assert "the parts are all zero" in words
    assert len(filled(picture, *SHARE_FILLS)) == 2


def test_counts_have_their_noun_beside_the_total() -> None:
    ships = Measurement(Unit(UnitType.COUNT, "ships"), Basis(), NumberFormat(suffix=" ships"))
    row = ShareRow("2018", (Decimal(300), Decimal(20)))
    picture = draw(ShareChart(("Fish", "Timber"), (row,), ships), 493, 78, PAPER, FONTS)
    assert "320 ships" in all_words(picture)


def test_white_lies_between_two_parts() -> None:
    left, right = filled(_draw((50, 50)), *SHARE_FILLS)
    assert right.left - left.right == pytest.approx(1.0, abs=0.02)


def test_light_fills_are_outlined() -> None:
    light = [mark for mark in paths(drawn("shares")) if mark.fill in SHARE_FILLS[3:]]
    assert {mark.stroke for mark in light if mark.stroke} == {TEXT}
    dark = [mark for mark in paths(drawn("shares")) if mark.fill in SHARE_FILLS[:3]]
    assert {mark.stroke for mark in dark} == {None}


def test_shares_are_white_on_dark_fills_and_dark_on_light_ones() -> None:
    assert find(drawn("shares"), "74%").colour == WHITE
    assert find(drawn("shares"), "24%").colour == TEXT


def test_a_part_is_named_once() -> None:
    words = all_words(drawn("shares")).split()
    assert [words.count(part) for part in SHARES.parts] == [1] * len(SHARES.parts)


def test_a_part_is_named_over_the_first_bar_in_which_it_can_be_seen() -> None:
    picture = drawn("shares")
    second = find(picture, "2001–10").y
    assert find(picture, "Agriculture").y > second + 30
    assert second < find(picture, "Defense").y < second + 30


def test_a_share_too_narrow_for_its_number_has_it_overhead() -> None:
    mark = next(mark for mark in texts(drawn("shares")) if mark.text == "State 2%")
    teal = min(filled(drawn("shares"), SHARE_FILLS[2]), key=lambda box: box.width)
    assert text_box(mark).bottom > teal.top


def test_a_part_too_narrow_to_be_seen_is_reported() -> None:
    assert drawn("shares").left_out == ("Other <1%",)


def test_narrow_neighbours_are_told_apart() -> None:
    parts = ("Agriculture", "Other agencies", "State", "Defense", "The rest")
    picture = _draw((2, 2, 2, 2, 92), (20, 20, 20, 20, 20), (92, 2, 2, 2, 2), parts=parts)
    assert collisions(picture) == []
    assert [part for part in parts if part not in all_words(picture)] == []


def test_a_name_without_room_is_left_to_a_bar_further_down() -> None:
    parts = ("An agency with quite a long name", "B", "C", "D", "E")
    picture = _draw((2, 2, 2, 2, 92), (40, 15, 15, 15, 15), parts=parts)
    assert find(picture, parts[0]).y < find(picture, "2000").y
    assert picture.left_out == ()


@pytest.mark.parametrize(
    ("shares", "parts", "message"),
    [
        ((110, -10), ("Aid", "Loans"), "below zero"),
        ((100,), ("Aid", "Loans"), "lacks a part"),
        ((30, 10, 10, 10, 10, 10, 10, 10), tuple("ABCDEFGH"), "7 parts apart, not 8"),
    ],
)
def test_what_is_no_whole_is_an_error(
    shares: tuple[float, ...], parts: tuple[str, ...], message: str
) -> None:
    with pytest.raises(ChartError, match=message):
        _draw(shares, parts=parts)


@pytest.mark.parametrize(
    ("shares", "printed"),
    [
        ((59.0, 41.0), ["59%", "41%"]),
        ((54.6, 45.4), ["55%", "45%"]),
        ((92.54, 7.46), ["92.5%", "7.5%"]),  # 7 or, of the 7.5 in the table, 8
        ((91.53, 8.47), ["91.5%", "8.5%"]),
        ((92.5, 7.5), ["92.5%", "7.5%"]),  # 93 and 8 are no whole
    ],
)
def test_tenths_are_printed_where_the_table_of_the_figures_rounds_otherwise(
    shares: tuple[float, float], printed: list[str]
) -> None:
    words = all_words(_draw(shares)).split()
    assert [word for word in words if word.endswith("%")] == printed


def test_all_shares_of_a_chart_have_tenths_or_none_has() -> None:
    words = all_words(_draw((92.54, 7.46), (60, 40))).split()
    assert [word for word in words if word.endswith("%")] == ["92.5%", "7.5%", "60.0%", "40.0%"]
