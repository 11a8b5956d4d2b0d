"""The ledger: what each document prints, where, and what each fact is worth.

It comes from the plans, not from the files, so that what rendering loses is missed later on. Only
one thing is asked of a file: on which page a text came to stand.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING, Any

from briefbook.deck.design import Design
from briefbook.deck.plan import Deck, Paras, Slide, Table
from briefbook.exhibits import ChartData
from briefbook.frozen import dataclass
from briefbook.language.words import words_of
from briefbook.paper.plan import Paper
from briefbook.provenance.images import paper_images, printed_images, slide_images
from briefbook.provenance.printed_parts import Parts, deck_parts, paper_parts
from briefbook.text import Link, Meta, PrintedText, Role, Text, plain
from briefbook.theme.deck import EMU_PER_PT
from briefbook.theme.look import LentFile
from briefbook.theme.paper import PAGE_SIZES
from briefbook.theme.press import EDGE_PT

if TYPE_CHECKING:
    from briefbook.brand.read import Brand
    from briefbook.deck.pptx.charts import NativeChart
    from briefbook.paper.pdf import DrawnPart


@dataclass(frozen=True)
class Made:
    """Both plans, and the words of the pages; None for what this build did not plan or write."""

    paper: Paper | None
    deck: Deck | None
    charts: dict[str, ChartData]
    drawn: tuple[DrawnPart, ...] | None = None
    """What was drawn of each block on each page."""
    links: tuple[tuple[int, str, str], ...] = ()
    bookmarks: tuple[tuple[int, str, int], ...] = ()
    """Of the paper's pages."""
    printed: Deck | None = None
    """The deck as its PDF shows it, if this build wrote one."""
    variant: str = ""
    left_out: dict[str, Any] | None = None
    """What the variant lacks of the full form."""
    brand: Brand | None = None
    lent: tuple[LentFile, ...] = ()
    """Faces that lend letters."""
    press: Paper | None = None
    """The paper as a printer gets it, if this build wrote it."""


_NO_DECK: dict[str, Any] = {"slides": [], "headers_footers": [], "meta": {}}
_NO_PAPER: dict[str, Any] = {
    "texts": [], "headers_footers": [], "alts": [], "images": [], "meta": {}, "attachments": {}
}  # fmt: skip
"""Ledgers of a document that has no room for something and was not asked for."""


def printed_paper(made: Made, previous: dict[str, Any]) -> dict[str, Any]:
    """Return what the paper prints; pages are kept from a previous ledger where nothing changed."""
    paper = made.paper
    if paper is None:
        kept: dict[str, Any] = previous.get("paper", _NO_PAPER)
        return kept
    printed = tuple(paper.texts())
    texts = [(text, paper_parts(text)) for text in printed if text.is_seen]
    said = [parts for _, parts in texts]
    drawn = made.drawn
    places = _places(said, [text.block for text, _ in texts], drawn or ())
    # What floats stands where the page has it, not where the plan has it.
    order = sorted(range(len(texts)), key=lambda at: places[at].first)
    entries = [
        {
            "parts": [list(part) for part in said[at]],
            "pages": list(places[at].pages) if drawn is not None else [],
        }
        for at in order
    ]
    data: dict[str, Any] = {
        "texts": entries,
        "headers_footers": list(paper.repeated()),
        "alts": _said(printed, Role.ALT),
        "meta": _meta(paper.meta),
        "images": paper_images(paper),
        "links": [list(link) for link in made.links],
        "bookmarks": [list(bookmark) for bookmark in made.bookmarks],
        "attachments": {file.name: file.data.decode() for file in paper.attachments},
    }
    if press := _press(made, previous):
        data["press"] = press
    before = previous.get("paper")
    return before if made.drawn is None and before and _same(before, data) else data


def _press(made: Made, previous: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a printer's file has otherwise; kept from before where nothing changed."""
    if made.press is None or made.press.press is None:
        kept: dict[str, Any] | None = previous.get("paper", {}).get("press")
        return kept
    size, press = PAGE_SIZES[made.press.page_size], made.press.press
    return {
        "trim": [round(size.width, 3), round(size.height, 3)],
        "edge": EDGE_PT,
        "is_grey": press.is_grey,
        "condition": press.condition,
        "profile": hashlib.sha256(press.profile).hexdigest() if press.profile else "",
        "images": paper_images(made.press),
    }


def _meta(meta: Meta) -> dict[str, str]:
    """Return what a file says of itself."""
    return {
        "title": meta.title,
        "subject": meta.subject,
        "author": meta.author,
        "keywords": "; ".join(meta.keywords),
        "language": meta.lang,
        "creator": meta.creator,
    }


def _said(texts: tuple[PrintedText, ...], role: Role) -> list[str]:
    return [plain(text.text) for text in texts if text.role is role]


def _same(kept: dict[str, Any], data: dict[str, Any]) -> bool:
    """Tell whether a ledger with pages and one without speak of the same texts."""
    before = ["".join(text for text, _ in entry["parts"]) for entry in kept["texts"]]
    now = ["".join(text for text, _ in entry["parts"]) for entry in data["texts"]]
    return len(before) == len(now) and all(
        one.startswith(other) for one, other in zip(before, now, strict=True)
    )


def parts_on(printed: Sequence[PrintedText], drawn: tuple[DrawnPart, ...]) -> list[tuple[str, str]]:
    """Return the words of statements, each with its statement, among what was drawn of a paper's texts."""
    blocks = {part.block for part in drawn}
    texts = [text for text in printed if text.is_seen and text.block in blocks]
    said = [paper_parts(text) for text in texts]
    places = _places(said, [text.block for text in texts], drawn)
    order = sorted(range(len(texts)), key=lambda at: places[at].first)
    return [part for at in order if places[at].pages for part in said[at] if part[1]]


@dataclass(frozen=True)
class _Place:
    """Where a text was drawn: which of the drawn words is its first, and its pages."""

    first: int
    pages: tuple[int, ...]


def _places(texts: list[Parts], blocks: list[int], drawn: tuple[DrawnPart, ...]) -> list[_Place]:
    """Return the place of each text, by laying each block's words along those drawn of it."""
    of_block: dict[int, list[tuple[str, int, int]]] = {}
    count = 0
    for part in drawn:
        for word in words_of(part.words):
            of_block.setdefault(part.block, []).append((word, part.page, count))
            count += 1
    found: list[list[tuple[int, int]]] = [[] for _ in texts]
    for block, group in groupby(range(len(texts)), lambda at: blocks[at]):
        there = of_block.get(block, [])
        said = [
            (word, at)
            for at in group
            for word in words_of("".join(words for words, _ in texts[at]))
        ]
        for one, other in _laid([word for word, _ in said], [word for word, _, _ in there]):
            _, page, number = there[other]
            found[said[one][1]].append((number, page))
    places: list[_Place] = []
    for own in found:
        # A text without words of its own, such as a sign, stands with the one before it.
        first = min((number for number, _ in own), default=places[-1].first if places else 0)
        places.append(_Place(first, tuple(sorted({page for _, page in own}))))
    return places


_MOST_BETWEEN = 2
"""Drawn words that the plan does not hold."""


def _laid(said: list[str], drawn: list[str]) -> list[tuple[int, int]]:
    """Return which drawn word each word of the plan is; what is drawn otherwise is left out."""
    pairs: list[tuple[int, int]] = []
    at = 0
    for one, word in enumerate(said):
        try:
            at = drawn.index(word, at, at + _MOST_BETWEEN) + 1
        except ValueError:
            break
        pairs.append((one, at - 1))
    else:
        return pairs
    # A word is cut in two by the end of a page: rare, and worth a longer search.
    blocks = SequenceMatcher(None, said, drawn, autojunk=False).get_matching_blocks()
    return [(b.a + step, b.b + step) for b in blocks for step in range(b.size)]


def printed_deck(made: Made, previous: dict[str, Any]) -> dict[str, Any]:
    """Return what the deck shows, says in its notes, and draws."""
    if made.deck is None:
        kept: dict[str, Any] = previous.get("deck", _NO_DECK)
        return kept
    from briefbook.deck.pptx.charts import native_charts

    charts = native_charts(made.deck)
    slides = [
        _slide(slide, made.deck.design, charts.get(slide.id, ())) for slide in made.deck.slides
    ]
    prints = _prints(made, previous)
    return {
        "size": [round(length * EMU_PER_PT) for length in made.deck.design.size_pt],
        "slides": [
            {**slide, "print": prints[slide["id"]]} if slide["id"] in prints else slide
            for slide in slides
        ],
        "headers_footers": list(made.deck.repeated()),
        "meta": _meta(made.deck.meta),
    }


def _prints(made: Made, previous: dict[str, Any]) -> dict[str, Any]:
    """Return what the PDF of each slide shows otherwise; kept from before where nothing changed."""
    if made.printed is None:
        kept = previous.get("deck", _NO_DECK)["slides"]
        return {slide["id"]: slide["print"] for slide in kept if "print" in slide}
    return {
        slide.id: {
            "page": page,
            "drawn": [
                [list(part) for part in deck_parts(text)]
                for text in slide.texts()
                if text.role is Role.DRAWING
            ],
            "marks": [mark.text for mark in made.printed.layout_of(slide).marks if mark.text],
            "images": printed_images(slide),
        }
        for page, slide in enumerate(made.printed.slides, 1)
    }


def _slide(slide: Slide, design: Design, charts: tuple[NativeChart, ...]) -> dict[str, Any]:
    layout, printed = design.layouts[slide.layout], tuple(slide.texts())
    # On somebody else's layouts our numerals stand on the slide itself.
    numerals = [{"parts": [[mark.text, ""]]} for mark in layout.marks if mark.text]
    seen = ((deck_parts(text), text.role is Role.DRAWING) for text in printed if text.is_seen)
    return {
        "id": slide.id,
        "exhibit": slide.exhibit,
        "layout": layout.title_in_powerpoint,
        "section": slide.section,
        "is_hidden": slide.is_hidden,
        "links": sorted(_targets(slide)),
        "texts": [
            *(numerals if design.foreign else ()),
            *(
                {
                    "parts": [list(part) for part in parts],
                    **({"is_drawn": True} if is_drawn else {}),
                }
                for parts, is_drawn in seen
                if parts
            ),
        ],
        "notes": _said(printed, Role.NOTE),
        "alts": _said(printed, Role.ALT),
        "images": slide_images(slide),
        "charts": [
            {
                "title": chart.title,
                "cells": chart.sheet.cells,
                "labels": list(chart.written_labels),
                "values": list(chart.value_labels),
                "ticks": list(chart.tick_labels),
            }
            for chart in charts
        ],
    }


def _targets(slide: Slide) -> set[str]:
    """Return where a slide's links lead: addresses, and ids of slides after a `#`."""
    texts: list[Text] = []
    for fill in slide.fills:
        match fill.content:
            case Paras() as paras:
                texts += [para.text for para in paras.paras]
            case Table() as table:
                texts += [cell for row in table.rows for cell in row]
            case _:
                pass
    said = {part.target for text in texts for part in text if isinstance(part, Link)}
    return said | {f"#{jump.slide}" for jump in slide.links}


# ── Facts ────────────────────────────────────────────────────────────────────────────────────────


class Places:
    """Where statements are printed."""

    def __init__(self, paper: dict[str, Any], deck: dict[str, Any]) -> None:
        """Index both ledgers by statement."""
        self._pages, self._slides = _Index(), _Index()
        for entry in paper["texts"]:
            self._pages.add(entry["parts"], tuple(entry.get("pages", ())))
        for number, slide in enumerate(deck["slides"], 1):
            for entry in slide["texts"]:
                self._slides.add(entry["parts"], (number,))

    def of(self, statement: str, texts: tuple[str, ...]) -> tuple[list[int], list[int]]:
        """Return the pages and the slides where one of a statement's texts stands.

        A statement that is printed in other words (its quote) stands where they are; a text in
        nobody's name (a label, a note on the source) wherever it is said.
        """
        wanted = list(dict.fromkeys(map(_spaced, texts)))
        return self._pages.places(statement, wanted), self._slides.places(statement, wanted)


_FEWEST = 2
"""Words that a text must have to be looked for under any name."""


class _Index:
    """What one document prints, by the statement that it belongs to and as one text to search."""

    def __init__(self) -> None:
        self._of: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        self._searched: tuple[str, list[int], list[tuple[int, ...]]] | None = None

    def add(self, parts: list[Any], where: tuple[int, ...]) -> None:
        for text, statement in parts:
            self._of.setdefault(statement, []).append((_spaced(text), where))

    def places(self, statement: str, texts: list[str]) -> list[int]:
        own = self._of.get(statement, []) if statement else []
        found = [on for said, on in own if any(text in said or said in text for text in texts)]
        if not found:
            found = [on for _, on in own]
        if not found:
            long = [text for text in texts if len(text.split()) >= _FEWEST]
            found = [on for text in long for on in self._anywhere(text)]
        return sorted({number for on in found for number in on})

    def _anywhere(self, text: str) -> Iterator[tuple[int, ...]]:
        """Yield where a text is said, by one search through everything that is printed."""
        whole, starts, places = self._searched = self._searched or self._joined()
        at = whole.find(text)
        while at >= 0:
            entry = bisect_right(starts, at) - 1
            yield places[entry]
            # The same text again says nothing new of this entry.
            at = whole.find(text, starts[entry + 1] if entry + 1 < len(starts) else len(whole))

    def _joined(self) -> tuple[str, list[int], list[tuple[int, ...]]]:
        entries = list(chain(*self._of.values()))
        starts = list(accumulate((len(said) + 1 for said, _ in entries), initial=0))[:-1]
        return "\n".join(said for said, _ in entries), starts, [where for _, where in entries]


@lru_cache(maxsize=1 << 16)
def _spaced(text: str) -> str:
    """Return a text's words with a space before and after each."""
    return f" {' '.join(words_of(text))} "
