"""Pages of the paper and slides of the deck as pictures, and where each statement stands on them.

What is drawn is what a build would write. Statements are found on a page by their words, as the
ledger of the manifest has them, and the letters of the finished file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from briefbook.build import created_at
from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData, make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.paper.compose import compose_paper
from briefbook.provenance.ledger import Made, printed_paper
from briefbook.provenance.printed_parts import deck_parts
from briefbook.theme.look import worn

_SCALE = {"paper": 1.6, "slides": 1.25}
"""Picture points for each of the page: sharp in a column of half a screen."""

_FEWEST_LETTERS = 12
"""Of a part of a statement that is looked for alone."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in points, from the page's top left corner."""


@dataclass(frozen=True)
class Spot:
    """A statement's words on a page."""

    statement: str
    boxes: tuple[Box, ...]


@dataclass
class Printed:
    """A document printed: its pages, drawn when they are asked for."""

    name: str
    """paper or slides."""
    version: str
    data: bytes
    spots: tuple[tuple[Spot, ...], ...]
    """For each page."""
    sizes: tuple[tuple[float, float], ...]
    _pictures: dict[int, bytes] = field(default_factory=dict)

    def page_of(self, statement: str) -> int:
        """Return the first page, from 0, that prints a statement; -1 if none does."""
        held = (n for n, page in enumerate(self.spots) if any(s.statement == statement for s in page))  # fmt: skip
        return next(held, -1)

    def picture(self, page: int) -> bytes:
        """Return a page as PNG."""
        if page not in self._pictures:
            document = pypdfium2.PdfDocument(self.data)
            try:
                image = document[page].render(scale=_SCALE[self.name]).to_pil()
            finally:
                document.close()
            target = io.BytesIO()
            image.save(target, "PNG", compress_level=1)
            self._pictures[page] = target.getvalue()
        return self._pictures[page]


@dataclass
class Press:
    """Prints a briefing's documents; charts that have not changed are not drawn again."""

    _charts: dict[str, ChartData] = field(default_factory=dict)
    _pictures: dict[str, Any] = field(default_factory=dict)
    _look: str = ""

    def paper(self, resolved: ResolvedBriefing, version: str) -> Printed:
        """Return the paper; raises what a build raises."""
        from briefbook.paper.pdf import render_paper

        charts = make_charts(resolved.briefing)
        look = worn().key
        if charts != self._charts or look != self._look:
            self._pictures, self._charts, self._look = draw_pictures(charts), charts, look
        plan = compose_paper(resolved, charts, self._pictures, created_at(resolved.briefing))
        rendered = render_paper(plan)
        texts = printed_paper(Made(plan, None, charts, rendered.drawn), {})["texts"]
        parts: dict[int, list[tuple[str, str]]] = {}
        for entry in texts:
            for page in entry["pages"]:
                held = parts.setdefault(page - 1, [])
                held += [(words, statement) for words, statement in entry["parts"] if statement]
        return _printed("paper", version, rendered.data, parts)

    def slides(self, resolved: ResolvedBriefing, version: str) -> Printed:
        """Return the slides as the deck's PDF shows them; raises what a build raises."""
        from briefbook.deck.pdf import render_slides
        from briefbook.deck.printing import for_print

        charts = make_charts(resolved.briefing)
        deck = fit_deck(compose_deck(resolved, charts, created_at(resolved.briefing), None))
        printed = for_print(deck)
        parts = {
            number: [
                part for text in slide.texts() if text.is_seen for part in deck_parts(text) if part[1]
            ]
            for number, slide in enumerate(printed.slides)
        }  # fmt: skip
        return _printed("slides", version, render_slides(printed), parts)


def _printed(
    name: str, version: str, data: bytes, parts: dict[int, list[tuple[str, str]]]
) -> Printed:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [document[number] for number in range(len(document))]
        spots = tuple(
            tuple(_spots(page, parts.get(number, ()))) for number, page in enumerate(pages)
        )
        sizes = tuple((page.get_width(), page.get_height()) for page in pages)
    finally:
        document.close()
    return Printed(name, version, data, spots, sizes)


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
