"""Pages from items: what stands where, before anything is drawn.

    ┌ main ─────┬ side ┐
    │ text      │ note │   a note stands level with the text it belongs to, or as near below
    │ text      │      │   (or, where a wide item follows, above) as the other notes let it
    ├───────────┴──────┤
    │ wide item        │   starts below text and notes
    ├──────────────────┤
    │ pinned item      │   stands at the foot
    └──────────────────┘

An item that floats and does not fit lets the text after it fill the page, and opens the next one.
Which of them wait, though they would fit, the plan says (`settle`). What is left at the foot of a
page is shared out among the joints between its blocks, so that pages end level.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise

from briefbook.errors import DoesNotFit
from briefbook.frozen import replace
from briefbook.paper.pdf.boxes import TOLERANCE, Box
from briefbook.paper.pdf.columns import TextColumnsBox
from briefbook.paper.pdf.items import Item, Layout, Page, Placed, gap_between
from briefbook.paper.plan import NO_BREAKS, Breaks
from briefbook.theme import paper as theme

_PAGES_WAITING = 2
"""How many pages of exhibits may wait at once."""
_LATE = 12.0
"""What a page between an exhibit and its place in the text costs, as points of an empty foot; two cost four times."""
_ASTRAY = 100.0
"""What an exhibit costs that stands under the next section."""
_FREE_FOOT, _FREE_VOID, _FOOT_WEIGHT = 13.0, 0.12, 0.3
"""An empty foot that costs nothing: a line. The share of a page that may be empty, feet and all. What a
foot costs beyond that."""
_LEAST_LAST = 180.0
"""What should stand at least on the last page of a part."""


def lay_out(
    items: Iterable[Item],
    size: theme.PageSize,
    breaks: Breaks = NO_BREAKS,
    bound: float = math.inf,
) -> Layout:
    """Place all items, broken into pages as the plan says; what reaches a cost is left unfinished."""
    return _Paginator(items, size, breaks).run(bound)


class _Paginator:
    """Fills page after page from a queue of items."""

    def __init__(self, items: Iterable[Item], size: theme.PageSize, breaks: Breaks) -> None:
        self._queue = deque(items)
        self._size = size
        self._breaks = breaks
        self._chosen = set(breaks.waiting)
        """Of these, those that have not waited yet."""
        self._called: dict[int, int] = {}
        """The page on which each exhibit could have stood at first, by its block."""
        self._section = ""
        self._layout = Layout([], {})
        self._waiting: list[Item] = []
        self._carried: list[tuple[Box, int]] = []
        """Notes without room so far, with the blocks that they belong to."""
        self._begin_page()

    def run(self, bound: float) -> Layout:
        while self._queue or self._waiting or self._carried:
            if self._layout.cost >= bound:  # what is placed costs no less later
                return self._layout
            if not self._queue:
                self._begin_page()
                continue
            item = self._queue.popleft()
            if item.floats:
                self._called.setdefault(item.block, len(self._layout.pages))
            if self._waits(item):
                self._waiting.append(item)
            elif (item.on_new_page and self._last and not self._closes_here(item)) or (
                self._waiting and not item.flows
            ):
                self._queue.appendleft(item)
                self._begin_page(is_wanted=item.on_new_page)
            elif item.on_new_page and self._size.gutter and not len(self._layout.pages) % 2:
                self._queue.appendleft(item)  # it begins on the right: this page stays empty
                self._begin_page(is_wanted=True)
            elif item.is_pinned:
                self._pin(item)
            elif not self._join(item):
                self._put(item)
        self._end_page(is_last=True)
        return self._layout

    def _closes_here(self, item: Item) -> bool:
        """Tell whether a part that begins a page, with all that follows it, ends the page that is open: it needs none."""
        rest = (item, *self._queue)
        is_taken = self._size.gutter or self._waiting or self._notes
        if (
            not (item.closes and self._last)
            or is_taken
            or any(i.is_pinned or i.notes for i in rest)
        ):
            return False
        gaps = sum(gap_between(before, after) for before, after in pairwise((self._last, *rest)))
        needed = sum(each.box.height for each in rest) + gaps + rest[-1].below
        return needed <= self._bottom - self._y + TOLERANCE

    def _waits(self, item: Item) -> bool:
        """Tell whether an exhibit opens a later page, whatever room there is: behind others, or by choice."""
        if not self._may_wait(item):
            return False
        if self._waiting:
            return True
        if item.block not in self._chosen or self._is_fresh:
            return False
        self._chosen.remove(item.block)
        return True

    # ── The page ─────────────────────────────────────────────────────────────────────────────────

    @property
    def _is_fresh(self) -> bool:
        """Tell whether nothing flows on the page yet; what is pinned to its foot does not count."""
        return self._last is None

    @property
    def _left(self) -> float:
        """The left edge of the text on the page."""
        return self._size.left_of(len(self._layout.pages))

    def _begin_page(self, *, is_wanted: bool = False) -> None:
        is_first = not self._layout.pages
        if not is_first:
            self._end_page(is_last=is_wanted)
        self._page = Page(self._section)
        self._layout.pages.append(self._page)
        self._top = self._size.first_top if is_first else self._size.top
        self._y = self._top
        self._void = 0.0
        self._bottom = self._size.bottom
        self._last: Item | None = None
        self._region = self._y - theme.NOTE_RISE
        """Where the side column is free from."""
        self._notes: list[Placed] = []
        self._queue.extendleft(reversed(self._waiting))
        self._waiting = []
        if not self._queue and self._carried:
            self._put_notes((), self._region, 0)

    def _end_page(self, *, is_last: bool) -> None:
        """Count what the page leaves empty; air out what does not quite fill it."""
        if is_last:
            self._layout.cost += 5.0 * max(_LEAST_LAST - (self._y - self._top), 0.0) ** 2
            return
        foot = max(self._bottom - self._y, 0.0)
        most = _FREE_VOID * (self._size.bottom - self._size.top)
        self._layout.cost += max(foot + self._void - most, 0.0) ** 4 / 30.0 ** (4 - 2)
        self._layout.cost += (_FOOT_WEIGHT * max(foot - _FREE_FOOT, 0.0)) ** 2
        self._page.foot = foot
        if len(self._layout.pages) > 1:  # page one is filled by its key points
            self._page.feather()

    # ── Items ────────────────────────────────────────────────────────────────────────────────────

    def _put(self, item: Item) -> None:
        y = self._y + (gap_between(self._last, item) if self._last else 0.0)
        if item.is_wide:
            y = max(y, self._end_notes(y, item.above))
        room = self._bottom - y
        if self._queue and self._queue[0].is_pinned:
            item, room = self._reserve(item, room)
        if item.box.height > room + TOLERANCE:
            closer = item.box.stretched(room)
            item = replace(item, box=closer) if closer.height <= room + TOLERANCE else item
        left = room - item.box.height - item.below
        if self._waiting and item.keeps and left < self._breaks.filling:
            # The exhibit that waits would stand between a heading and its text.
            self._queue.appendleft(item)
            self._begin_page()
        elif item.box.height <= room + TOLERANCE and self._chain(item) <= room + TOLERANCE:
            self._place(item, y)
        elif self._may_part(item, room):
            self._put_part(item, y, room)
        elif self._is_fresh:
            self._force(item, y, room)
        elif room >= self._breaks.filling and self._may_wait(item):
            self._waiting.append(item)
        else:
            self._queue.appendleft(item)
            self._begin_page()

    def _join(self, item: Item) -> bool:
        """Set text in the columns of the text before it, where the exhibit between them waits.

        Else the foot of a page is a stack of short columns, each with an end of its own.
        """
        before = self._page.placed[-1] if self._page.placed else None
        if not (self._waiting and before and self._last and self._last.box is before.box):
            return False
        if not (isinstance(before.box, TextColumnsBox) and isinstance(item.box, TextColumnsBox)):
            return False
        gap = gap_between(self._last, item)
        joined = before.box.of(before.block).followed(item.box.of(item.block), gap)
        room = self._bottom - before.y
        parts = (joined, None) if joined.height <= room + TOLERANCE else joined.split(room)
        if parts is None or (parts[1] and self._bottom - self._y < self._breaks.filling):
            return False
        self._page.placed.pop()
        self._void -= self._last.void * before.box.height
        if self._page.joints and self._page.joints[-1] == len(self._page.placed):
            self._page.joints.pop()
        self._place(replace(item, box=parts[0], block=before.block), before.y)
        if parts[1]:
            self._queue.appendleft(replace(item, box=parts[1], above=0.0))
            self._begin_page()
        return True

    def _may_wait(self, item: Item) -> bool:
        """Tell whether an exhibit can open the next page, with those that wait already.

        The text that passes it must come next, behind other exhibits at most.
        """
        if not item.floats:
            return False
        after = self._text_after(0)
        if after is None or not after.flows:
            return False
        taken = sum(each.box.height + each.above for each in (*self._waiting, item))
        return taken <= _PAGES_WAITING * (self._size.bottom - self._size.top)

    def _may_part(self, item: Item, room: float) -> bool:
        """Tell whether an item that does not fit may begin here and go on on the next page.

        Where an exhibit will open that page, a text is not parted by it for a few lines' sake.
        """
        worth = room >= self._breaks.filling or not self._waiting or self._is_fresh
        return worth and not item.keeps and self._chain(item) <= room + TOLERANCE

    def _put_part(self, item: Item, y: float, room: float) -> None:
        parts = item.box.split(room)
        if parts is None:
            if self._is_fresh:
                raise _too_tall(item, room)
            self._queue.appendleft(item)
        else:
            self._place(replace(item, box=parts[0]), y)
            rest = replace(
                item, box=parts[1], above=0.0, notes=(), name="", section="", on_new_page=False
            )
            self._queue.appendleft(rest)
        self._begin_page()

    def _force(self, item: Item, y: float, room: float) -> None:
        """Put an item on a page of its own choice: there is no better one."""
        if item.box.height <= room + TOLERANCE:
            self._place(item, y)
        else:
            self._put_part(item, y, room)

    def _place(self, item: Item, y: float) -> None:
        number = len(self._layout.pages)
        if self._is_fresh:
            self._page.section = item.belongs
        if item.section:
            self._page.section = self._page.section or item.section
            self._section = item.section
        if item.name:
            self._layout.numbers.setdefault(item.name, number)
        if item.floats:
            self._layout.cost += (_LATE * (number - self._called.get(item.block, number))) ** 2
            self._layout.cost += _ASTRAY**2 * (item.belongs != self._section)
        if self._last and not self._last.keeps and not item.keeps:
            self._page.joints.append(len(self._page.placed))
        self._page.placed.append(Placed(item.box, self._left, y, item.block))
        self._y = y + item.box.height
        self._void += item.void * item.box.height
        self._last = item
        if item.is_wide:
            self._region, self._notes = self._y + item.below - theme.NOTE_RISE, []
        elif item.notes or self._carried:
            self._put_notes(item.notes, y - theme.NOTE_RISE, item.block)

    def _chain(self, item: Item) -> float:
        """Return the least height of an item and of all that must stay with it."""
        total = 0.0
        before: Item | None = None
        for link in chain((item,), self._following()):
            total += gap_between(before, link) if before else 0.0
            if not link.keeps:
                return total + (_beginning(link) if before and before.section else link.box.least)
            total += link.box.height
            before = link
        return total

    def _following(self) -> Iterator[Item]:
        """Return the next items; an exhibit that text can pass does not count."""
        for number, item in enumerate(self._queue):
            after = self._text_after(number) if item.floats else None
            if after is None or not after.flows or after.keeps:
                yield item

    def _text_after(self, number: int) -> Item | None:
        """Return the first item from a place of the queue on that is no exhibit."""
        return next((each for each in islice(self._queue, number, None) if not each.floats), None)

    # ── The foot ─────────────────────────────────────────────────────────────────────────────────

    def _reserve(self, item: Item, room: float) -> tuple[Item, float]:
        """Keep room for what is pinned below an item, if both fit; let the item fill the rest."""
        kept = room - self._queue[0].box.height - theme.PIN_GAP
        fitted = item.box.stretched(kept)
        if fitted.height > kept + TOLERANCE:
            return item, room
        return replace(item, box=fitted), kept

    def _pin(self, item: Item) -> None:
        y = self._bottom - item.box.height
        above = self._y + (0.0 if self._is_fresh else theme.PIN_GAP)
        if y < max(above, self._end_notes(y, theme.PIN_GAP)) - TOLERANCE:
            if self._is_fresh:
                raise _too_tall(item, self._bottom - self._y)
            self._queue.appendleft(item)
            self._begin_page()
            return
        self._page.placed.append(Placed(item.box, self._left, y, item.block))
        self._bottom = y - theme.PIN_GAP

    # ── Notes ────────────────────────────────────────────────────────────────────────────────────

    def _put_notes(self, notes: tuple[Box, ...], y: float, block: int) -> None:
        x = self._left + theme.SIDE_X
        waiting = [*self._carried, *((note, block) for note in notes)]
        self._carried = []
        for note, of in waiting:
            if self._notes:
                last = self._notes[-1]
                y = max(y, last.y + last.box.height + theme.NOTE_GAP)
            placed = Placed(note, x, max(y, self._region), of)
            self._notes.append(placed)
            self._page.placed.append(placed)
            self._raise_notes(self._bottom)
            self._carry_notes()

    def _raise_notes(self, limit: float) -> None:
        """Move notes up until the last one ends above the limit."""
        for note in reversed(self._notes):
            if note.y + note.box.height <= limit + TOLERANCE:
                return
            note.y = limit - note.box.height
            limit = note.y - theme.NOTE_GAP

    def _carry_notes(self) -> None:
        """Give the last note to the next page if the notes have no room above each other."""
        if self._notes[0].y >= self._region - TOLERANCE:
            return
        last = self._notes.pop()
        self._page.placed.remove(last)
        if not self._notes and last.box.height > self._size.bottom - self._size.top:
            message = "a side note is taller than a page"
            raise DoesNotFit(message, hint="a note holds about 30 words")
        self._carried.append((last.box, last.block))
        self._drop_notes()

    def _drop_notes(self) -> None:
        """Let notes sink again from the top where raising them has gone too far."""
        y = self._region
        for note in self._notes:
            note.y = max(note.y, y)
            y = note.y + note.box.height + theme.NOTE_GAP

    def _end_notes(self, y: float, gap: float) -> float:
        """Make the side column end above a wide item at y; return where the item can begin."""
        if not self._notes:
            return y
        self._raise_notes(y - gap)
        self._drop_notes()
        last = self._notes[-1]
        return last.y + last.box.height + gap


def _beginning(item: Item) -> float:
    """Return how much of an item stands under a section's heading, at least: some lines, or all of it."""
    return max(item.box.least, min(item.box.height, theme.SECTION_LEAST))


def _too_tall(item: Item, room: float) -> DoesNotFit:
    name = item.label or "a block"
    return DoesNotFit(
        f"{name} is {item.box.height:.0f} pt tall and cannot be split; a page has {room:.0f} pt",
        hint="shorten it, or draw it lower",
    )
