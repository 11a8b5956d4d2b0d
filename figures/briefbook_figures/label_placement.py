"""Direct labels that collide with nothing: pure geometry, in points, y upwards.

        above, shifted      above
             ┌─────┐      ┌─────┐
             └─────┘      └─────┘
      left ┌─────┐   (mark)   ┌─────┐ right
           └─────┘            └─────┘
                    ┌─────┐
                    └─────┘ below

A label comes with the places where it may stand, each with a cost. `place` takes for each label
one place that is free, so that as little as possible is lost: first of weight (labels left out),
then of cost.
"""

from __future__ import annotations

from itertools import accumulate

from briefbook.frozen import dataclass, unguarded


@unguarded
@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """The length of the lower edge."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The length of the left edge."""
        return self.top - self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        """The point where the diagonals cross."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def overlaps(self, other: Box) -> bool:
        """Say whether the two share any area; touching edges do not count."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Box) -> bool:
        """Say whether `other` lies within this box."""
        return (
            self.left <= other.left
            and self.bottom <= other.bottom
            and self.right >= other.right
            and self.top >= other.top
        )

    def grown(self, x: float, y: float) -> Box:
        """Return the box with `x` more on the left and right and `y` more above and below."""
        return Box(self.left - x, self.bottom - y, self.right + x, self.top + y)

    def up(self, y: float) -> Box:
        """Return the box moved up."""
        return Box(self.left, self.bottom + y, self.right, self.top + y)


@unguarded
@dataclass(frozen=True)
class Place:
    """A box where a label may stand; the lowest cost is the place that the eye expects."""

    box: Box
    cost: float = 0.0
    leader: Box | None = None
    """What a line from the mark to the label would fill: other labels keep off it, too."""

    def meets(self, other: Place, gap: tuple[float, float]) -> bool:
        """Say whether two labels or their leaders would touch or come nearer than `gap`."""
        one, two = self.box, other.box
        x, y = gap
        return (
            (
                one.left - x < two.right
                and two.left < one.right + x
                and one.bottom - y < two.top
                and two.bottom < one.top + y
            )
            or (self.leader is not None and self.leader.overlaps(other.box))
            or (other.leader is not None and other.leader.overlaps(self.box))
        )


@dataclass(frozen=True)
class Label:
    """A label that wants a place; `weight` is what leaving it out would cost."""

    places: tuple[Place, ...]
    weight: float = 100.0


@dataclass(frozen=True)
class Placement:
    """For each label the place that it got, or None where none was free."""

    chosen: tuple[Place | None, ...]

    @property
    def left_out(self) -> tuple[int, ...]:
        """The positions of the labels without a place."""
        return tuple(i for i, place in enumerate(self.chosen) if place is None)


MOST_SEARCHED = 24
"""Labels of one cluster for which the best places are searched; more take the first that is free."""
PATIENCE = 3_000
"""How many places are tried for one cluster of labels before the best so far is taken."""
MOST_TESTS = 1_000_000
"""How often two labels of one cluster are compared before exchanging them ends."""
_Chosen = list[int | None]
"""For each label of a cluster the number of its place, or None."""
_HAIR = 1e-9
"""A gain in cost below this is rounding, not a gain."""


def place(
    labels: tuple[Label, ...],
    obstacles: tuple[Box, ...],
    bounds: Box,
    gap: tuple[float, float] = (0.0, 0.0),
) -> Placement:
    """Give each label a place inside `bounds`, clear of obstacles and of the other labels.

    Labels keep `gap` from one another, sideways and upwards: words need more air beside them than
    above them, or two labels read as one.

    The search is exact for small clusters and good for large ones; the count of tries, not the
    clock, ends it, so that the result is the same on every machine.
    """
    solid = _Grid(obstacles)
    free = tuple(
        tuple(
            spot
            for spot in sorted(label.places, key=lambda spot: spot.cost)
            if bounds.holds(spot.box) and not solid.meets(spot.box)
        )
        for label in labels
    )
    chosen: list[Place | None] = [None] * len(labels)
    for cluster in _clusters(free, gap):
        if len(cluster) > MOST_SEARCHED:
            _fill(chosen, cluster, free, labels, gap)
            continue
        search = _Search(cluster, free, tuple(label.weight for label in labels), gap)
        for index, spot in zip(search.order, search.best(), strict=True):
            chosen[index] = spot
    return Placement(tuple(chosen))


class _Grid:
    """Boxes by the cells of the plane that they touch: few have to be looked at for any one."""

    _STEP_PT = (32.0, 12.0)

    def __init__(self, boxes: tuple[Box, ...] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for cell in self._touched(box):
            self._cells.setdefault(cell, []).append(box)

    def meets(self, box: Box) -> bool:
        return any(
            box.overlaps(other)
            for cell in self._touched(box)
            for other in self._cells.get(cell, ())
        )

    def _touched(self, box: Box) -> list[tuple[int, int]]:
        wide, high = self._STEP_PT
        columns = range(int(box.left // wide), int(box.right // wide) + 1)
        rows = range(int(box.bottom // high), int(box.top // high) + 1)
        return [(column, row) for column in columns for row in rows]


def _fill(
    chosen: list[Place | None],
    cluster: tuple[int, ...],
    free: tuple[tuple[Place, ...], ...],
    labels: tuple[Label, ...],
    gap: tuple[float, float],
) -> None:
    """Give each label of a large cluster its cheapest free place, the heaviest first (greedy)."""
    boxes, leaders = _Grid(), _Grid()
    for i in sorted(cluster, key=lambda i: (-labels[i].weight, len(free[i]), i)):
        for spot in free[i]:
            if boxes.meets(spot.box.grown(*gap)) or leaders.meets(spot.box):
                continue
            if spot.leader and boxes.meets(spot.leader):
                continue
            chosen[i] = spot
            boxes.add(spot.box)
            if spot.leader:
                leaders.add(spot.leader)
            break


def _clusters(
    free: tuple[tuple[Place, ...], ...], gap: tuple[float, float]
) -> list[tuple[int, ...]]:
    """Group the labels that can get in one another's way, directly or through others."""
    group = list(range(len(free)))
    reach = [_hull(spots) for spots in free]
    for i, one in enumerate(reach):
        for j, other in enumerate(reach[:i]):
            if one and other and group[i] != group[j] and one.grown(*gap).overlaps(other):
                old, new = group[i], group[j]
                group = [new if g == old else g for g in group]
    return [
        tuple(i for i, g in enumerate(group) if g == head and free[i])
        for head in dict.fromkeys(group)
        if any(free[i] for i, g in enumerate(group) if g == head)
    ]


def _hull(spots: tuple[Place, ...]) -> Box | None:
    if not spots:
        return None
    boxes = [box for spot in spots for box in (spot.box, spot.leader) if box]
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


class _Search:
    """The best places for one cluster: a good answer by exchanges, then a better one by descent.

    Places are told by their number, and sets of them are the bits of an integer. Whether one gets in
    the way of another is worked out when it is first asked.
    """

    def __init__(
        self,
        cluster: tuple[int, ...],
        free: tuple[tuple[Place, ...], ...],
        weights: tuple[float, ...],
        gap: tuple[float, float],
    ) -> None:
        # The heaviest first, then those with the fewest places: wrong turns show early.
        self.order = tuple(sorted(cluster, key=lambda i: (-weights[i], len(free[i]), i)))
        self._places = [place for i in self.order for place in free[i]]
        self._costs = [place.cost for place in self._places]
        starts = [0, *accumulate(len(free[i]) for i in self.order)]
        self._free = list(map(range, starts, starts[1:]))
        self._weights = [weights[i] for i in self.order]
        self._gap = gap
        self._compared = [0] * len(self._places)
        self._met = [0] * len(self._places)
        self._tries = 0
        self._tests = 0
        # What the labels from each depth on cost at the very least.
        self._floor = [0.0]
        for spots in reversed(self._free):
            self._floor.insert(0, self._floor[0] + self._costs[spots[0]])

    def best(self) -> tuple[Place | None, ...]:
        """Return a place, or None, for each label of `order`."""
        self._found = self._exchanged(self._filled([None] * len(self.order)))
        self._least = self._cost(self._found)
        self._descend(0, 0.0, [], 0)
        return tuple(None if spot is None else self._places[spot] for spot in self._found)

    def _cost(self, chosen: _Chosen) -> float:
        costs = self._costs
        pairs = zip(chosen, self._weights, strict=True)
        return sum([weight if spot is None else costs[spot] for spot, weight in pairs])

    def _is_taken(self, spot: int, taken: int) -> bool:
        """Say whether a place gets in the way of one of those that are taken."""
        if self._met[spot] & taken:
            return True
        meets, gap = self._places[spot].meets, self._gap
        while new := taken & ~self._compared[spot]:
            bit = new & -new
            self._compared[spot] |= bit
            if meets(self._places[bit.bit_length() - 1], gap):
                self._met[spot] |= bit
                return True
        return False

    def _filled(self, chosen: _Chosen) -> _Chosen:
        """Give each label without a place the cheapest that is free."""
        chosen = list(chosen)
        taken, count = _set_of(chosen), len(chosen)
        for i, spots in enumerate(self._free):
            if chosen[i] is None:
                for spot in spots:
                    self._tests += count
                    if not self._is_taken(spot, taken):
                        chosen[i] = spot
                        taken |= 1 << spot
                        break
        return chosen

    def _exchanged(self, chosen: _Chosen) -> _Chosen:
        """Move labels to better places, others making room, for as long as that is a gain."""
        least = self._cost(chosen)
        is_better = True
        while is_better:
            is_better = False
            for i, spots in enumerate(self._free):
                rest = self._floor[0] - self._costs[spots[0]]
                for spot in spots:
                    if rest + self._costs[spot] >= least - _HAIR:
                        break
                    if self._tests > MOST_TESTS:
                        return chosen
                    moved = [
                        None if other is not None and self._is_taken(spot, 1 << other) else other
                        for other in chosen
                    ]
                    moved[i] = spot
                    moved = self._filled(moved)
                    cost = self._cost(moved)
                    if cost < least - _HAIR:
                        chosen, least, is_better = moved, cost, True
        return chosen

    def _descend(self, depth: int, cost: float, chosen: _Chosen, taken: int) -> None:
        """Branch and bound: depth first, cheapest places first."""
        if depth == len(self.order):
            self._least, self._found = cost, chosen
            return
        for spot in self._free[depth]:
            # The places come cheapest first: from here on, none can better what was found.
            costs = cost + self._costs[spot]
            if costs + self._floor[depth + 1] >= self._least - _HAIR:
                return
            self._tries += 1
            if self._tries > PATIENCE:
                return
            if not self._is_taken(spot, taken):
                self._descend(depth + 1, costs, [*chosen, spot], taken | 1 << spot)
        without = cost + self._weights[depth]
        if without + self._floor[depth + 1] < self._least - _HAIR:
            self._descend(depth + 1, without, [*chosen, None], taken)


def _set_of(chosen: _Chosen) -> int:
    taken = 0
    for spot in chosen:
        if spot is not None:
            taken |= 1 << spot
    return taken
