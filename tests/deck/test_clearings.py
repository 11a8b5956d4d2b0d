"""Content and titles of a deck on a template stand beside what the template draws itself."""

import pytest

from briefbook.deck.foreign.clearings import clear_of, within_band
from briefbook.deck.placeholders import Rect

ROOM = Rect(40, 100, 700, 250)


def overlap(one: Rect, other: Rect) -> float:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)


@pytest.mark.parametrize(
    "drawn",
    [
        (Rect(640, 300, 80, 60), Rect(620, 270, 30, 20)),  # trees and birds in a corner
        (Rect(0, 0, 250, 448),),  # a picture at the left
        (Rect(0, 330, 794, 60), Rect(700, 0, 94, 446)),  # a band at the foot, and one at the right
    ],
)
def test_content_stands_clear_of_what_a_template_draws_and_in_most_of_its_room(drawn):
    clear = clear_of(ROOM, drawn)
    assert all(overlap(clear, box) == 0 for box in drawn)
    assert overlap(clear, ROOM) == pytest.approx(clear.w * clear.h)
    assert clear.w * clear.h >= 0.6 * ROOM.w * ROOM.h


def test_no_smaller_room_is_found_than_the_largest():
    tree, bird = Rect(640, 300, 100, 50), Rect(690, 250, 50, 30)
    clear = clear_of(ROOM, (tree, bird))
    assert clear.w * clear.h >= (640 - 4 - 40) * 250  # left of the tree, full height


@pytest.mark.parametrize(
    "drawn",
    [
        (Rect(0, 90, 794, 300),),  # a ground
        (Rect(350, 200, 100, 100),),  # in the middle: too little would remain beside it
        (Rect(600, 300, 200, 80), Rect(0, 0, 794, 446)),  # under a ground
        (),
        tuple(Rect(40 + 7 * n % 690, 100 + n % 240, 3, 3) for n in range(5_000)),  # confetti
    ],
)
def test_room_stays_where_nothing_is_in_the_way_or_too_little_would_remain(drawn):
    assert clear_of(ROOM, drawn) == ROOM


def test_a_title_across_the_edge_of_a_band_stays_on_the_band():
    title, band = Rect(43, 21, 709, 78), Rect(0, 0, 794, 85)
    assert within_band(title, (band,)) == Rect(43, 21, 709, 64)


@pytest.mark.parametrize("band", [Rect(0, 0, 794, 120), Rect(0, 0, 794, 40), Rect(0, 0, 300, 85)])
def test_a_title_on_or_off_its_band_stays_where_it_is(band):
    title = Rect(43, 21, 709, 78)
    assert within_band(title, (band,)) == title
