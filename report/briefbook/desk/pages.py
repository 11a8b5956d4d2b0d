"""Pages of the paper and slides of the deck as pictures, and where each statement stands on them.

What is drawn is what a build would write, but for this: while somebody writes, pages break and charts
are as high as was settled last, and only the page that is looked at is drawn. When nobody writes, the
best breaks are looked for again (`Press.settling`). Statements are found on a page by their words, as
the ledger of the manifest has them, and the letters of the finished page.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import pypdfium2

from briefbook.build_forms import deck_form, paper_form, planning_paper
from briefbook.deck.compose import compose_deck
from briefbook.deck.design import design
from briefbook.deck.fit import fit_deck, fit_slide
from briefbook.deck.plan import Deck, Slide
from briefbook.desk.png import as_png
from briefbook.documents import created_at
from briefbook.errors import DoesNotFit
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData, make_charts
from briefbook.exhibits.pictures import can_be_resized, draw_pictures
from briefbook.paper.compose import compose_paper
from briefbook.paper.plan import NO_BREAKS, Breaks, Exhibit, Paper
from briefbook.provenance.ledger import parts_on
from briefbook.provenance.printed_parts import deck_parts
from briefbook.text import Run
from briefbook.theme.look import worn
from briefbook_figures.display_list import DisplayList

_SCALE = {"paper": 1.6, "slides": 1.25}
"""Picture points for each of the page: sharp in a column of half a screen."""

_FEWEST_LETTERS = 12
"""Of a part of a statement that is looked for alone."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in points, from the page's top left corner."""
Look = Callable[[], AbstractContextManager[object]]
"""The brand and the language that pages are drawn in."""


@dataclass(frozen=True)
class Spot:
    """A statement's words on a page."""

    statement: str
    boxes: tuple[Box, ...]


class Pages(Protocol):
    """The pages of a document, each drawn when it is asked for."""

    count: int
    size: tuple[float, float]
    """Of each page, in points."""

    def pages_of(self, statement: str) -> tuple[int, ...]:
        """Return the pages, from 0, on which a statement may stand."""

    def drawn(self, page: int) -> tuple[bytes, list[tuple[str, str]]]:
        """Return a page as a PDF by itself, and the words of statements on it."""


@dataclass
class Printed:
    """A document printed; each of its pages is drawn once."""

    name: str
    """paper or slides."""
    version: str
    pages: Pages
    look: Look
    is_settled: bool = True
    """Whether its pages break where a build would break them."""
    _drawn: dict[int, tuple[bytes, tuple[Spot, ...]]] = field(default_factory=dict)
    _pictures: dict[int, bytes] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What its pictures depend on."""
        return self.version if self.is_settled else f"{self.version}-unsettled"

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.pages.count

    @property
    def size(self) -> tuple[float, float]:
        """Of each page, in points."""
        return self.pages.size

    def page_of(self, statement: str) -> int:
        """Return the first page, from 0, that prints a statement; -1 if none does."""
        pages = self.pages.pages_of(statement) if statement else ()
        held = (n for n in pages if any(s.statement == statement for s in self.spots(n)))
        return next(held, -1)

    def spots(self, page: int) -> tuple[Spot, ...]:
        """Return where statements stand on a page; raises what a build raises."""
        return self._page(page)[1]

    def alone(self, page: int) -> bytes:
        """Return a page as a PDF by itself; raises what a build raises."""
        return self._page(page)[0]

    def picture(self, page: int) -> bytes:
        """Return a page as PNG; raises what a build raises."""
        if page not in self._pictures:
            document = pypdfium2.PdfDocument(self.alone(page))
            try:
                bitmap = document[0].render(scale=_SCALE[self.name], rev_byteorder=True)
                self._pictures[page] = as_png(bitmap)
            finally:
                document.close()
        return self._pictures[page]

    def _page(self, page: int) -> tuple[bytes, tuple[Spot, ...]]:
        if page not in self._drawn:
            with self.look():
                data, parts = self.pages.drawn(page)
            document = pypdfium2.PdfDocument(data)
            try:
                self._drawn[page] = data, tuple(_spots(document[0], parts))
            finally:
                document.close()
        return self._drawn[page]


class _PaperPages:
    """A paper's pages."""

    def __init__(self, plan: Paper) -> None:
        from briefbook.paper.pdf.preview import Preview

        self._texts = tuple(plan.texts())
        self._preview = Preview(plan)
        self.count, self.size = len(self._preview.blocks), self._preview.size
        self._blocks: dict[str, set[int]] = {}
        for text in self._texts:
            for part in text.text:
                if isinstance(part, Run) and part.statement:
                    self._blocks.setdefault(part.statement, set()).add(text.block)

    def pages_of(self, statement: str) -> tuple[int, ...]:
        held = self._blocks.get(statement, set())
        return tuple(n for n, blocks in enumerate(self._preview.blocks) if held & blocks)

    def drawn(self, page: int) -> tuple[bytes, list[tuple[str, str]]]:
        data, words = self._preview.page(page)
        return data, parts_on(self._texts, words)


class _SlidePages:
    """The slides of a deck whose sizes are settled, as their PDF shows them."""

    def __init__(self, deck: Deck) -> None:
        from briefbook.deck.printing import in_print

        self._deck = deck
        self._slides = in_print(deck)
        self._parts = [
            [part for text in slide.texts() if text.is_seen for part in deck_parts(text) if part[1]]
            for slide in self._slides
        ]
        self.count = len(self._slides)
        self.size = deck.design.width_pt, deck.design.height_pt

    def pages_of(self, statement: str) -> tuple[int, ...]:
        return tuple(
            n for n, parts in enumerate(self._parts) if any(own == statement for _, own in parts)
        )

    def drawn(self, page: int) -> tuple[bytes, list[tuple[str, str]]]:
        from briefbook.deck.pdf import preview_slide
        from briefbook.deck.printing import slide_for_print

        slide = slide_for_print(self._deck, self._slides[page])
        return preview_slide(self._deck, slide, page + 1), self._parts[page]


@dataclass(frozen=True)
class _Settled:
    """How a paper was broken last: what it keeps while somebody writes."""

    filling: float = NO_BREAKS.filling
    waiting: frozenset[str] = frozenset()
    """Anchors of the exhibits that open the next page."""
    heights: tuple[tuple[str, float], ...] = ()
    """Of charts, by the exhibit's id."""

    def breaks(self, plan: Paper) -> Breaks:
        """Return the breaks of a plan that may have other blocks."""
        numbers = (n for n, anchor in _anchors(plan).items() if anchor in self.waiting)
        return Breaks(self.filling, frozenset(numbers))


def _anchors(plan: Paper) -> dict[int, str]:
    return {n: anchor for n, block in enumerate(plan.blocks, 1) if (anchor := getattr(block, "anchor", ""))}  # fmt: skip


_ANCHOR = "exhibit-"


class Press:
    """Prints a briefing's documents; what has not changed is neither drawn nor fitted again."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._settled = _Settled()
        self._pictures: dict[str, tuple[object, DisplayList]] = {}
        self._slides: dict[str, tuple[object, tuple[Slide, ...]]] = {}

    def paper(self, resolved: ResolvedBriefing, version: str, look: Look) -> Printed:
        """Return the paper, broken as it was settled last; raises what a build raises."""
        charts = make_charts(resolved.briefing)
        pictures = self._drawn(charts)
        created = created_at(resolved.briefing)
        plan = compose_paper(
            resolved, charts, pictures, created, None, paper_form(resolved.briefing)
        )
        plan = replace(plan, breaks=self._settled.breaks(plan))
        return Printed("paper", version, _PaperPages(plan), look, is_settled=False)

    def settling(
        self, resolved: ResolvedBriefing, version: str, look: Look
    ) -> Generator[None, None, Printed]:
        """Print the paper as a build breaks it, with rests, after any of which it may be left off."""
        briefing = resolved.briefing
        charts = make_charts(briefing)
        planning = planning_paper(
            resolved, charts, created_at(briefing), None, paper_form(briefing)
        )
        plan, _, _ = yield from planning
        anchors = _anchors(plan)
        self._settled = _Settled(
            plan.breaks.filling,
            frozenset(anchors[n] for n in plan.breaks.waiting if n in anchors),
            tuple(
                (id_, block.picture.height_pt)
                for block in plan.blocks
                if isinstance(block, Exhibit) and isinstance(block.picture, DisplayList)
                for id_ in (block.anchor.removeprefix(_ANCHOR),)
                if id_ in charts and can_be_resized(charts[id_].chart)
            ),
        )
        yield
        return Printed("paper", version, _PaperPages(plan), look)

    def _drawn(self, charts: dict[str, ChartData]) -> dict[str, DisplayList]:
        """Return the pictures of charts at the heights that were settled last."""
        heights = dict(self._settled.heights)
        drawn: dict[str, DisplayList] = {}
        for id_, art in charts.items():
            key = art.chart, heights.get(id_), worn().key
            if id_ not in self._pictures or self._pictures[id_][0] != key:
                picture = None
                with suppress(DoesNotFit):  # another chart than the one that had this height
                    picture = draw_pictures({id_: art}, heights)[id_]
                self._pictures[id_] = key, picture or draw_pictures({id_: art})[id_]
            drawn[id_] = self._pictures[id_][1]
        return drawn

    def slides(self, resolved: ResolvedBriefing, version: str, look: Look) -> Printed:
        """Return the slides as the deck's PDF shows them; raises what a build raises."""
        charts = make_charts(resolved.briefing)
        form = deck_form(resolved.briefing)
        plan = compose_deck(resolved, charts, created_at(resolved.briefing), None, form)
        return Printed("slides", version, _SlidePages(fit_deck(plan, self._fitted)), look)

    def _fitted(self, slide: Slide) -> tuple[Slide, ...]:
        key = slide, design(), worn().key
        if slide.id not in self._slides or self._slides[slide.id][0] != key:
            self._slides[slide.id] = key, fit_slide(slide)
        return self._slides[slide.id][1]


def _spots(page: Any, parts: Iterable[tuple[str, str]]) -> Iterator[Spot]:  # noqa: ANN401  untyped
    """Yield where the words of statements stand, by the letters of a page in reading order."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    # Hyphens, breaks and spaces are the layout's: only letters and digits are compared.
    places = [at for at, letter in enumerate(text) if letter.isalnum()]
    letters = "".join(text[at].casefold()[:1] for at in places)
    height = page.get_height()
    after = 0
    for words, statement in parts:
        wanted = "".join(letter.casefold()[:1] for letter in words if letter.isalnum())
        if not wanted:
            continue
        start, size = _search(letters, wanted, after)
        if not size:
            continue
        after = start + size
        first, last = places[start], places[after - 1]
        count = text_page.count_rects(first, last - first + 1)
        rects = [text_page.get_rect(number) for number in range(count)]
        yield Spot(
            statement,
            tuple(
                (left, height - top, right - left, top - bottom)
                for left, bottom, right, top in rects
            ),
        )


def _search(letters: str, wanted: str, after: int) -> tuple[int, int]:
    """Return where words stand on a page and how many letters of them; (0, 0) if nowhere.

    What goes on in the next column or on the next page is found by its beginning or its end.
    """
    for size in (len(wanted), len(wanted) * 3 // 4, len(wanted) // 2, len(wanted) // 4):
        if size < min(len(wanted), _FEWEST_LETTERS):
            break
        for part in (wanted[:size], wanted[-size:]):
            start = letters.find(part, after)
            if start < 0:
                start = letters.find(part)
            if start >= 0:
                return start, size
    return 0, 0
