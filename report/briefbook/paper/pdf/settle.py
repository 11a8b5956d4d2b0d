"""The cheapest way to break a document into pages: which exhibits wait, and how high charts are drawn.

A way costs the squares of what it leaves empty at the feet of pages (`Layout.cost`), and a little for
each exhibit that stands pages behind its place in the text or is drawn higher or lower than usual.
Any one or two exhibits are let wait; where the last page would then be nearly empty, all charts are
also drawn lower together, with one that waits at most, which may save that page. From the cheapest of these ways one height after
the other is changed, and stays so where that is cheaper, until nothing helps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Mapping
from functools import partial
from itertools import combinations, product
from typing import TypeVar

from briefbook.frozen import dataclass, replace
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.boxes import Resized
from briefbook.paper.pdf.ink import empty_points
from briefbook.paper.pdf.items import Item
from briefbook.paper.pdf.pages import lay_out
from briefbook.paper.plan import Breaks, Exhibit, Paper
from briefbook.pdf.structure import Element
from briefbook.theme import paper as theme
from briefbook.theme.look import worn

_FILLINGS = 26.0, 70.0
"""Two lines in each column; some more."""
_SHARES = 0.75, 0.85, 0.92, 1.0, 1.08, 1.16, 1.25
"""Of its usual height that a chart may have."""
_ODD_SIZE = 100.0
"""What a chart of twice the usual height would cost, as points of an empty foot."""
_GOOD_ENOUGH = 100.0
_POOR, _LOW = 10_000.0, (0.92, 0.85, 0.75)
"""A cost that single changes rarely mend, and the shares that all charts are then tried at together."""
_MOST_ROUNDS, _MOST_WAITING = 3, 8
"""How often all choices are gone through, and of how many exhibits the waiting is tried."""


@dataclass(frozen=True)
class _Way:
    """One way to break a document."""

    breaks: Breaks
    shares: Mapping[int, float]
    """Of the usual height, by block, where a chart has another."""

    def turned(self, block: int) -> _Way:
        """Return the same way but for whether an exhibit waits."""
        return replace(self, breaks=replace(self.breaks, waiting=self.breaks.waiting ^ {block}))

    def filled_otherwise(self) -> _Way:
        """Return the same way but for how much room is worth filling."""
        (other,) = {*_FILLINGS} - {self.breaks.filling}
        return replace(self, breaks=replace(self.breaks, filling=other))

    def sized(self, block: int, share: float) -> _Way:
        """Return the same way but for a chart's height."""
        return replace(self, shares={**self.shares, block: share})


T = TypeVar("T")
Settled = tuple[Breaks, dict[str, float]]
"""How to break a plan, and the heights of the charts that are to have another, by anchor."""


def settling(
    paper: Paper, size: theme.PageSize, heights: Mapping[str, float]
) -> Generator[None, None, Settled]:
    """Settle a plan, with a rest after each way that is tried: whoever is called elsewhere leaves off.

    `heights` has the heights of the drawings that can be drawn higher or lower, by anchor. What was
    found is kept: a batch, a desk and the tests plan a paper often. The look is part of what it is
    kept by, because its typefaces measure the words.
    """
    key = paper, size, tuple(sorted(heights.items())), worn().key
    if key not in _FOUND:
        search = _Search(paper, size, heights)
        way = yield from search.cheapest()
        shares = {search.anchors[block]: share for block, share in way.shares.items()}
        while len(_FOUND) >= _MOST_FOUND:
            del _FOUND[next(iter(_FOUND))]
        _FOUND[key] = way.breaks, {a: heights[a] * s for a, s in shares.items() if s != 1.0}
    breaks, others = _FOUND[key]
    return breaks, dict(others)


def drained(steps: Generator[None, None, T]) -> T:
    """Return what comes of steps that are taken without a rest."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            made: T = done.value
            return made


_MOST_FOUND = 16
_FOUND: dict[object, Settled] = {}


class _Search:
    """Ways to break one document, and what they cost."""

    def __init__(self, paper: Paper, size: theme.PageSize, heights: Mapping[str, float]) -> None:
        self._breaks = paper.breaks
        self._items = [
            replace(item, void=empty_points(item.box, size) / item.box.height)
            for item in Blocks(Element("Document")).items(paper.blocks)
        ]
        self._floating = [item.block for item in self._items if item.floats]
        self._size = size
        self.anchors = {
            number: block.anchor
            for number, block in enumerate(paper.blocks, 1)
            if isinstance(block, Exhibit) and block.anchor in heights
        }
        self._heights = {block: heights[anchor] for block, anchor in self.anchors.items()}

    def cheapest(self) -> Generator[None, None, _Way]:
        """Return the cheapest way that is found."""
        floating = self._floating[:_MOST_WAITING]
        ways = [_Way(replace(self._breaks, filling=filling), {}) for filling in _FILLINGS]
        for chosen in (*combinations(floating, 1), *combinations(floating, 2)):
            ways += [_Way(replace(way.breaks, waiting=frozenset(chosen)), {}) for way in ways[:2]]
        best, least = yield from self._least(ways, (ways[0], math.inf))
        if least > _POOR:
            few = [way for way in ways if len(way.breaks.waiting) <= 1]
            lower = [replace(way, shares=self._lower(share)) for share in _LOW for way in few]
            best, least = yield from self._least(lower, (best, least))
        return (yield from self._descended(best, least))

    def _least(
        self, ways: Iterable[_Way], found: tuple[_Way, float]
    ) -> Generator[None, None, tuple[_Way, float]]:
        """Return the first way that costs least, with its cost: one that was found, if none costs less."""
        best, least = found
        for way in ways:
            if (cost := self._cost(way, least)) < least:
                best, least = way, cost
            yield
        return best, least

    def _lower(self, share: float) -> dict[int, float]:
        return dict.fromkeys(self._heights, share)

    def _descended(self, way: _Way, cost: float) -> Generator[None, None, _Way]:
        """Return the cheapest way to which single changes lead."""
        changes: list[Callable[[_Way], _Way]] = [
            *(partial(_Way.turned, block=block) for block in self._floating),
            *(partial(_Way.sized, block=b, share=s) for b, s in product(self._heights, _SHARES)),
            _Way.filled_otherwise,
        ]
        for _ in range(_MOST_ROUNDS):
            before = cost
            for change in changes:
                if cost <= _GOOD_ENOUGH:
                    return way
                other = change(way)
                if (now := self._cost(other, cost)) < cost:
                    way, cost = other, now
                yield
            if cost == before:
                break
        return way

    def _cost(self, way: _Way, bound: float) -> float:
        """Return what a way costs; of one that reaches the bound, no more than that it does."""
        items = [self._sized(item, way.shares.get(item.block, 1.0)) for item in self._items]
        odd = sum((_ODD_SIZE * (share - 1.0)) ** 2 for share in way.shares.values())
        return lay_out(items, self._size, way.breaks, bound - odd).cost + odd

    def _sized(self, item: Item, share: float) -> Item:
        if share == 1.0:
            return item
        return replace(item, box=Resized(item.box, self._heights[item.block] * (share - 1.0)))
