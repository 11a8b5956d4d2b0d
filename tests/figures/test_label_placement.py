"""Labels that collide with nothing, whatever the labels."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefbook_figures.label_placement import Box, Label, Place, Placement, place

BOUNDS = Box(0, 0, 100, 60)
GAP = (2.0, 1.0)


def _box(left: int, bottom: int, width: int, height: int) -> Box:
    return Box(left, bottom, left + width, bottom + height)


# Made once: a strategy that is made for every example costs more than what it is drawn for.
lefts, bottoms, heights = st.integers(-10, 100), st.integers(-10, 60), st.integers(1, 12)
boxes = st.builds(_box, lefts, bottoms, st.integers(1, 30), heights)
leaders = st.builds(_box, lefts, bottoms, st.integers(1, 3), heights)
costs = st.sampled_from([quarters / 4 for quarters in range(21)])
spots = st.builds(Place, boxes, costs, st.none() | leaders)
labels = st.builds(
    Label,
    places=st.lists(spots, max_size=8).map(tuple),
    weight=st.sampled_from([60.0, 100.0]),
)
many = st.lists(labels, max_size=14).map(tuple)
obstacles = st.lists(boxes, max_size=8).map(tuple)


def _cost(asked: tuple[Label, ...], found: Placement) -> float:
    pairs = zip(asked, found.chosen, strict=True)
    return sum(label.weight if spot is None else spot.cost for label, spot in pairs)


@given(many, obstacles)
def test_labels_never_overlap(asked: tuple[Label, ...], solid: tuple[Box, ...]) -> None:
    chosen = [spot for spot in place(asked, solid, BOUNDS, GAP).chosen if spot]
    for one, other in combinations(chosen, 2):
        assert not one.box.grown(*GAP).overlaps(other.box)
        assert not (one.leader and one.leader.overlaps(other.box))
        assert not (other.leader and other.leader.overlaps(one.box))


@given(many, obstacles)
def test_labels_keep_off_obstacles_and_within_bounds(
    asked: tuple[Label, ...], solid: tuple[Box, ...]
) -> None:
    for label, spot in zip(asked, place(asked, solid, BOUNDS, GAP).chosen, strict=True):
        if spot:
            assert spot in label.places
            assert BOUNDS.holds(spot.box)
            assert not any(spot.box.overlaps(obstacle) for obstacle in solid)


@given(many, obstacles)
def test_no_label_is_left_out_that_has_room_of_its_own(
    asked: tuple[Label, ...], solid: tuple[Box, ...]
) -> None:
    found = place(asked, solid, BOUNDS, GAP)
    chosen = [spot for spot in found.chosen if spot]
    for i in found.left_out:
        for spot in asked[i].places:
            is_free = BOUNDS.holds(spot.box) and not any(spot.box.overlaps(o) for o in solid)
            assert not is_free or any(spot.meets(other, GAP) for other in chosen)


@given(many, obstacles)
def test_the_same_labels_get_the_same_places(
    asked: tuple[Label, ...], solid: tuple[Box, ...]
) -> None:
    assert place(asked, solid, BOUNDS, GAP) == place(asked, solid, BOUNDS, GAP)


@given(st.lists(labels, max_size=4).map(tuple))
def test_few_labels_get_the_best_places_that_there_are(asked: tuple[Label, ...]) -> None:
    def best(rest: tuple[Label, ...], taken: list[Place]) -> float:
        if not rest:
            return 0.0
        costs = [rest[0].weight + best(rest[1:], taken)]
        costs += [
            spot.cost + best(rest[1:], [*taken, spot])
            for spot in rest[0].places
            if BOUNDS.holds(spot.box) and not any(spot.meets(other, GAP) for other in taken)
        ]
        return min(costs)

    assert abs(_cost(asked, place(asked, (), BOUNDS, GAP)) - best(asked, [])) < 1e-6


def test_a_label_makes_room_for_another() -> None:
    first, second = Box(10, 10, 30, 20), Box(35, 10, 55, 20)
    easy = Label((Place(first), Place(second, 1.0)))
    stubborn = Label((Place(first),))
    assert place((easy, stubborn), (), BOUNDS).chosen == (Place(second, 1.0), Place(first))


def test_what_weighs_least_is_left_out() -> None:
    spot = Place(Box(10, 10, 30, 20))
    light, heavy = Label((spot,), weight=60.0), Label((spot,), weight=100.0)
    assert place((light, heavy), (), BOUNDS).left_out == (0,)


def test_a_label_without_a_place_is_left_out() -> None:
    assert place((Label(()),), (), BOUNDS).left_out == (0,)
