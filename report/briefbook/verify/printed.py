"""Slides printed as PDF, and the handout, held against the ledger of the deck.

A page is taken for a slide, and held against what the deck's ledger has of it by the rules for slides;
what only pages have (links, forms, files, what stands outside of the structure) by those for pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from briefbook.errors import Problem
from briefbook.language.words import squashed, words_of
from briefbook.localization import translate
from briefbook.verify.decks import JUMP, check_shown
from briefbook.verify.found_paper import FoundPaper
from briefbook.verify.ledger import Ledger, Passage, Slide
from briefbook.verify.papers import check_foreign, check_spoken, check_titles
from briefbook.verify.pptx import FoundDeck, FoundSlide
from briefbook.verify.report import Reporter

_EVIDENCE = "Evidence"
"""How the layouts of the slides of all passages are called."""


def check_slides(found: FoundPaper, ledger: Ledger, file: str) -> Iterator[Problem]:
    """Yield every problem of slides that were printed, a page each."""
    wanted = _with_slides(ledger, [_as_printed(slide) for slide in _in_print(ledger)])
    pages = tuple(_page(found, number) for number in range(1, found.pages + 1))
    reporter = Reporter(file, ledger)
    yield from check_shown(FoundDeck(pages, {}), wanted, reporter)
    for number, slide in enumerate(_in_print(ledger), 1):
        yield from _outside(found, number, (*_repeated(ledger, slide), str(number)), reporter)
    yield from _file(found, ledger, reporter)
    yield from _navigation(found, _in_print(ledger), list(range(1, found.pages + 1)), reporter)


def check_handout(found: FoundPaper, ledger: Ledger, file: str) -> Iterator[Problem]:
    """Yield every problem of a handout, where a slide is a figure and its notes follow."""
    slides = _handed_out_slides(ledger, len(found.alts))
    starts = [page for page, _ in found.alts]
    wanted = [_as_figure(slide) for slide in slides]
    there = [
        _handed_out(found, number, (start, end), wanted[number - 1 : number])
        for number, (start, end) in enumerate(
            zip(starts, [*starts[1:], found.pages + 1], strict=True), 1
        )
    ]
    reporter = Reporter(file, ledger)
    yield from check_shown(FoundDeck(tuple(there), {}), _with_slides(ledger, wanted), reporter)
    for page in range(1, found.pages + 1):
        number = sum(start <= page for start in starts)
        slide = slides[number - 1 : number]
        known = _repeated(ledger, *slide)
        own = (
            str(number),
            translate("Slide {n}, continued", n=number),
            translate("{page} of {total}", page=page, total=found.pages),
        )
        yield from _outside(found, page, (*known, *own), reporter)
    yield from _file(found, ledger, reporter)
    yield from _navigation(found, slides, starts, reporter)


# ── What should be there ─────────────────────────────────────────────────────────────────────────


def _in_print(ledger: Ledger) -> list[Slide]:
    """Return the slides in the order of the pages."""
    return sorted(ledger.deck.slides, key=lambda slide: slide.print.page)


def _handed_out_slides(ledger: Ledger, count: int) -> list[Slide]:
    """Return the slides of a handout: all but those of all passages, which older ones had, too."""
    slides = _in_print(ledger)
    if count == len(slides):
        return slides
    return [s for s in slides if not (s.is_hidden and (s.layout or "").startswith(_EVIDENCE))]


def _with_slides(ledger: Ledger, slides: list[Slide]) -> Ledger:
    return replace(ledger, deck=replace(ledger.deck, slides=tuple(slides)))


def _as_printed(slide: Slide) -> Slide:
    """Return a slide as its page has it: charts drawn, their words last, no notes."""
    texts = (*(text for text in slide.texts if not text.is_drawn), *slide.print.drawn)
    return replace(slide, texts=texts, notes=(), charts=(), images=slide.print.images)


def _as_figure(slide: Slide) -> Slide:
    """Return a slide as one figure that is called by its title, all its words in one text."""
    printed = _as_printed(slide)
    title = " ".join(slide.texts[0].text.split()) if slide.texts else ""
    parts = tuple(part for text in printed.texts for part in (*text.parts, (" ", "")))
    images = tuple(replace(image, alt=title) for image in printed.images)
    whole = (Passage(parts),) if parts else ()
    return replace(printed, texts=whole, alts=(title,), notes=slide.notes, images=images)


# ── What is there ────────────────────────────────────────────────────────────────────────────────


def _page(found: FoundPaper, number: int) -> FoundSlide:
    on_page = [text for text in found.texts if text.stretches and text.stretches[0][0] == number]
    texts = [text.text for text in on_page if not text.alt]
    drawn = [line for text in on_page if text.alt for line in text.text.split("\n") if line]
    alts = tuple(alt for page, alt in found.alts if page == number)
    images = tuple(image for image in found.images if image.place == f"page {number}")
    return FoundSlide(number, (*texts, *drawn), (), (), alts, (), images)


def _handed_out(
    found: FoundPaper, number: int, pages: tuple[int, int], wanted: list[Slide]
) -> FoundSlide:
    """Return a slide of a handout; `pages` are its first and the next slide's."""
    own = [_page(found, page) for page in range(*pages)]
    on_pages = [t for t in found.texts if t.stretches and pages[0] <= t.stretches[0][0] < pages[1]]
    words = " ".join(text.text.replace("\n", " ") for text in on_pages if text.alt)
    # A word that changes its looks halfway is drawn in pieces.
    for text in (text for slide in wanted for text in slide.texts):
        if squashed(text.text) == squashed(words):
            words = text.text
    alts = tuple(alt for page in own for alt in page.alts)
    images = tuple(image for page in own for image in page.images)
    notes = tuple(text.text for text in on_pages if not text.alt)
    return FoundSlide(number, (words,), (), notes, alts, (), images)


def _repeated(ledger: Ledger, *slides: Slide) -> tuple[str, ...]:
    """Return what may stand outside of the structure: footers, and the numerals of the layout."""
    return (*ledger.deck.headers_footers, *("".join(slide.print.marks) for slide in slides))


def _outside(
    found: FoundPaper, page: int, known: tuple[str, ...], reporter: Reporter
) -> Iterator[Problem]:
    repeated = {squashed(text) for text in known}
    for number, text in found.outside:
        if number == page and squashed(text) not in repeated:
            message = (
                f"says “{' '.join(text.split())}” outside of its text, which is not in the ledger"
            )
            yield reporter.problem(f"page {page}", message, "header-footer")


def _navigation(
    found: FoundPaper, slides: list[Slide], starts: list[int], reporter: Reporter
) -> Iterator[Problem]:
    """Look at where links and bookmarks lead; `starts` has the first page of each slide."""
    known = {
        (squashed(slide.texts[0].text), page)
        for slide, page in zip(slides, starts, strict=False)
        if slide.texts
    }
    addresses = {link for slide in slides for link in slide.links if not link.startswith("#")}
    for page, words, target in found.targets:
        if target.startswith("#"):
            is_known = (squashed(words.removeprefix(JUMP)), int(target[1:])) in known
        else:
            is_known = unquote(target) in {*map(unquote, addresses)}
        if not is_known:
            message = f"the link “{words}” leads to {target}, which is not in the ledger"
            yield reporter.problem(f"page {page}", message, "link")
    for _, words, page in found.bookmarks:
        if words != _BACKUP and (squashed(words), page) not in known:
            message = f"the bookmark “{words}” to page {page} is not in the ledger"
            yield reporter.problem("bookmarks", message, "link")


_BACKUP = "Backup"
"""Bookmark above the slides that are not shown."""


def _file(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Look at what only a PDF has."""
    yield from check_foreign(found, reporter)
    for page, words in found.added:
        message = f"holds what Briefbook never prints: {words}"
        yield reporter.problem(f"page {page}", message, "added")
    texts = [text.text for slide in ledger.deck.slides for text in slide.texts]
    everything = " ".join(word for text in texts for word in words_of(text))
    for page, words in found.links:
        if " ".join(words_of(words.removeprefix(JUMP))) not in everything:
            message = f"a link is called “{words}”, which is not in the ledger"
            yield reporter.problem(f"page {page}", message, "link")
    for name in sorted(found.attachments):
        yield reporter.problem(f"attachment {name}", "is not in the ledger", "attachment")
    yield from check_spoken(found, reporter)
    yield from check_titles(found, ledger.deck.meta, ledger, reporter)
