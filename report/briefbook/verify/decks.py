"""The deck held against the ledger: slides, notes, tables, charts and their data, alt texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

from briefbook.errors import Problem
from briefbook.language.words import squashed, words_of
from briefbook.verify.compare import Match, Seen, compare
from briefbook.verify.deck_charts import FoundChart
from briefbook.verify.deck_template import sent
from briefbook.verify.images import check_images
from briefbook.verify.ledger import Chart, Ledger, Passage, Slide
from briefbook.verify.pptx import FoundDeck, FoundSlide
from briefbook.verify.report import Reporter

_NUMBER_FIELD = "‹#›"
_ALIKE = 0.5
"""Share of common words above which a slide is taken for an edited one, not for another."""


def check_deck(found: FoundDeck, ledger: Ledger, file: str) -> Iterator[Problem]:
    """Yield every problem of a deck that was read back."""
    reporter = Reporter(file, ledger)
    yield from check_shown(found, ledger, reporter)
    for part, fault in found.foreign:
        yield reporter.problem(part, fault, "added")
    if ledger.deck.size and found.size != ledger.deck.size:
        message = f"are {found.size[0]} x {found.size[1]}; the ledger has {ledger.deck.size[0]} x {ledger.deck.size[1]}"
        yield reporter.problem("slides", message, "slide-size")
    yield from _properties(found, ledger, reporter)


def check_shown(found: FoundDeck, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Yield every problem of slides, native or on pages."""
    pairs, unknown = _matched(found, ledger)
    last = 0
    for number, (slide, there) in enumerate(pairs, 1):
        if there is None:
            yield _missing(slide, number, reporter)
            continue
        if there.number < last:
            message = f"slide “{slide.id}” should be slide {number}"
            yield reporter.problem(f"slide {there.number}", message, "slide-order")
        last = max(last, there.number)
        yield from _slide(slide, there, ledger, reporter)
    for there in unknown:
        message = f"is not in the ledger: “{' '.join(there.texts)[:80]}”"
        yield reporter.problem(f"slide {there.number}", message, "slide-unknown")


def _properties(found: FoundDeck, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Look at what the file says of itself."""
    meta = ledger.deck.meta
    wanted = {**meta, "created": ledger.created, "modified": ledger.created}
    if not meta.get("author") and "creator" in meta:
        wanted["author"] = meta["creator"]
    for key, should in wanted.items():
        if found.meta.get(key, "") != should:
            message = f"its {key} is “{found.meta.get(key, '')}”; the ledger has “{should}”"
            yield reporter.problem("properties", message, "properties")


def _missing(slide: Slide, number: int, reporter: Reporter) -> Problem:
    statements = dict.fromkeys(
        statement for text in slide.texts for _, statement in text.parts if statement
    )
    names = f", and with it {', '.join(statements)}" if statements else ""
    message = f"slide {number}, “{slide.id}”, is missing{names}"
    return reporter.problem("", message, "slide-missing", next(iter(statements), ""))


def _matched(
    found: FoundDeck, ledger: Ledger
) -> tuple[list[tuple[Slide, FoundSlide | None]], list[FoundSlide]]:
    """Pair the slides: the same words first, then the most alike, the nearest where it is a draw."""
    left = {slide.number: slide for slide in found.slides}
    paired: dict[int, FoundSlide] = {}
    wanted = list(enumerate(ledger.deck.slides, 1))
    for number, slide in wanted:
        words = _words(text.text for text in slide.texts)
        same = [n for n, there in left.items() if _words(there.texts) == words]
        if same:
            paired[number] = left.pop(min(same, key=lambda n: abs(n - number)))
    for number, slide in wanted:
        if number in paired or not left:
            continue
        words = _words(text.text for text in slide.texts)
        best = max(left, key=lambda n: (_alike(words, _words(left[n].texts)), -abs(n - number)))
        if _alike(words, _words(left[best].texts)) > _ALIKE:
            paired[number] = left.pop(best)
    return [(slide, paired.get(number)) for number, slide in wanted], list(left.values())


def _words(texts: Iterator[str] | tuple[str, ...]) -> list[str]:
    return [word for text in texts for word in words_of(text)]


def _alike(one: list[str], other: list[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _slide(
    slide: Slide, there: FoundSlide, ledger: Ledger, reporter: Reporter
) -> Iterator[Problem]:
    place = f"slide {there.number}"
    yield from _kept(slide, there, ledger, reporter)
    for fault in there.faults:
        yield reporter.problem(
            place, f"holds what Briefbook never writes: {fault}", "added", slide.exhibit
        )
    yield from _texts(slide.texts, there.texts, place, reporter)
    # Notes say statements in full and quote passages: both are named by their words.
    named = tuple(Passage(((note, _owner(note, ledger)),)) for note in slide.notes)
    notes = tuple(line for note in there.notes for line in note.split("\n"))
    yield from _texts(named, notes, f"{place}, notes", reporter)
    yield from _alts(slide, there, place, reporter)
    known = {squashed(text) for text in ledger.deck.headers_footers}
    for text in there.headers_footers:
        is_number = text.strip() in (_NUMBER_FIELD, str(there.number))
        if not is_number and squashed(text) not in known:
            message = f"its footer says “{text}”, which is not in the ledger"
            yield reporter.problem(place, message, "header-footer")
    # Footers with and without the marking, then the marking; printed slides and templates have it at the foot.
    marking = "".join(ledger.deck.headers_footers[2:])
    said = tuple(map(squashed, there.headers_footers))
    # On a template it stands before the footer's words, if these have room.
    is_said = any(map(squashed(marking).__eq__, said)) or (
        sent() is not None and any(text.startswith(squashed(marking)) for text in said)
    )
    if marking and there.layout and not is_said:
        yield reporter.problem(place, f"has lost its marking “{marking}”", "header-footer")
    yield from check_images(slide.images, there.images, reporter)
    if len(slide.charts) != len(there.charts):
        message = f"has {len(there.charts)} charts; the ledger has {len(slide.charts)}"
        yield reporter.problem(place, message, "chart")
    for chart, drawn in zip(slide.charts, there.charts, strict=False):
        yield from _chart(chart, drawn, f"{place}, chart", slide.exhibit, reporter)


def _kept(slide: Slide, there: FoundSlide, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Look at a slide's layout, section and links, and whether it is shown."""
    place = f"slide {there.number}"
    if slide.layout is None or not there.layout:
        return
    if there.layout != slide.layout:
        message = f"has the layout “{there.layout}”; the ledger has “{slide.layout}”"
        yield reporter.problem(place, message, "slide-differs", slide.exhibit)
    if there.section != slide.section:
        message = f"is in the section “{there.section}”; the ledger has “{slide.section}”"
        yield reporter.problem(place, message, "slide-differs", slide.exhibit)
    if there.is_hidden != slide.is_hidden:
        message = "is hidden" if there.is_hidden else "is shown, and should be hidden"
        yield reporter.problem(place, message, "slide-differs", slide.exhibit)
    called = {squashed(text.text) for text in slide.texts}
    called |= {squashed(f"Table: {text.text}") for text in slide.texts}
    called |= {squashed(chart.title) for chart in slide.charts}
    for title in there.titles:
        if squashed(title) not in called:
            message = f"a chart or table is called “{title}”, which is not in the ledger"
            yield reporter.problem(place, message, "alt-text", slide.exhibit)
    ids = {f"#{n}": entry for n, entry in enumerate(ledger.deck.slides, 1)}
    targets = {
        f"#{ids[link.target].id}" if link.target in ids else link.target for link in there.links
    }
    for target in sorted(targets ^ {*slide.links}):
        where = f"the slide “{target[1:]}”" if target.startswith("#") else target
        message = f"a link to {where} is {'not in the ledger' if target in targets else 'missing'}"
        yield reporter.problem(place, message, "link", slide.exhibit)
    for link in there.links:
        entry = ids.get(link.target)
        said = f"{JUMP}{_title(entry)}" if entry else link.target
        if words_of(link.tooltip) != words_of(said):
            message = f"a link to “{said}” is called “{link.tooltip}”"
            yield reporter.problem(place, message, "link", slide.exhibit)


JUMP = "Go to: "
"""What a link to a slide is called, before the slide's title."""


def _title(slide: Slide) -> str:
    return slide.texts[0].text if slide.texts else slide.id


def _owner(note: str, ledger: Ledger) -> str:
    """Return the statement that a note says."""
    for fact in ledger.facts:
        if fact["statement"] and any(text and text in note for text in fact["texts"]):
            return str(fact["statement"])
    for passage in ledger.passages:
        if str(passage["quote"]) in note:
            return f"passage {passage['number']}"
    return ""


def _texts(
    should: tuple[Passage, ...], does: tuple[str, ...], place: str, reporter: Reporter
) -> Iterator[Problem]:
    for outcome in compare(should, [Seen(text, (place,)) for text in does], place):
        if not isinstance(outcome, Match):
            yield reporter.difference(outcome)


def _alts(slide: Slide, there: FoundSlide, place: str, reporter: Reporter) -> Iterator[Problem]:
    wanted, have = Counter(slide.alts), Counter(there.alts)
    for alt in (have - wanted).elements():
        message = f"a shape is described as “{alt}”, which is not in the ledger"
        yield reporter.problem(place, message, "alt-text", slide.exhibit)
    for alt in (wanted - have).elements():
        message = f"the description “{alt}” is missing"
        yield reporter.problem(place, message, "alt-text", slide.exhibit)


# ── Charts ───────────────────────────────────────────────────────────────────────────────────────


def _chart(
    chart: Chart, drawn: FoundChart, place: str, exhibit: str, reporter: Reporter
) -> Iterator[Problem]:
    for cell in sorted({*chart.cells, *drawn.cells}):
        should, does = chart.cells.get(cell, ""), drawn.cells.get(cell, "")
        if not _is_same(should, does):
            head = chart.cells.get(f"A{cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}", "")
            of = f" of “{head}”" if head and not cell.startswith("A") else ""
            message = f"cell {cell}{of} of its data sheet holds “{does}”; the ledger has “{should}”"
            yield reporter.problem(place, message, "chart-data", exhibit)
    yield from _drawn(drawn, place, exhibit, reporter)
    for what, wanted, found in (
        ("the labels of its values", chart.values, drawn.values),
        ("its axis", chart.ticks, drawn.ticks),
    ):
        if wanted != found:
            message = f"{what} would print {_listed(found)}; the ledger has {_listed(wanted)}"
            yield reporter.problem(place, message, "chart-label", exhibit)
    labels = tuple(Passage(((label, exhibit),)) for label in chart.labels)
    for outcome in compare(labels, [Seen(text, (place,)) for text in drawn.labels], place):
        if not isinstance(outcome, Match):
            yield reporter.difference(outcome)


def _drawn(drawn: FoundChart, place: str, exhibit: str, reporter: Reporter) -> Iterator[Problem]:
    """Yield values that a chart draws and its data sheet does not hold, and what it may not have."""
    for fault in drawn.faults:
        message = f"holds what Briefbook never writes: {fault}"
        yield reporter.problem(place, message, "chart", exhibit)
    for where, points in drawn.caches:
        for cell, value in points:
            if not _is_same(drawn.cells.get(cell, ""), value):
                message = f"draws “{value}” for {where}; cell {cell} of its data sheet holds “{drawn.cells.get(cell, '')}”"
                yield reporter.problem(place, message, "chart-drawn", exhibit)


def _listed(texts: tuple[str, ...]) -> str:
    return ", ".join(f"“{text}”" for text in texts) or "nothing"


def _is_same(one: str, other: str) -> bool:
    """Compare two cells: 46 and 46.0 are the same number, and a line end is as good as a comma."""
    if [w for w in words_of(one) if w != ","] == [w for w in words_of(other) if w != ","]:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False
