"""The paper held against the ledger: texts by page, headers and footers, alt texts, links, files, titles."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefbook.errors import Problem
from briefbook.language.words import squashed, words_of
from briefbook.localization import translate
from briefbook.scripts import could_be
from briefbook.verify.compare import Match, Seen, compare
from briefbook.verify.deck_grammar import grammar
from briefbook.verify.found_paper import FoundPaper, FoundText
from briefbook.verify.images import Image, check_images
from briefbook.verify.ledger import Ledger
from briefbook.verify.report import Reporter


def check_paper(found: FoundPaper, ledger: Ledger, file: str) -> Iterator[Problem]:
    """Yield every problem of a paper that was read back."""
    reporter = Reporter(file, ledger)
    yield from _texts(found, ledger, reporter)
    yield from _headers_footers(found, ledger, reporter)
    yield from _alts(found, ledger, reporter)
    yield from check_images(ledger.paper.images, found.images, reporter)
    yield from _added(found, ledger, reporter)
    yield from _attachments(found, ledger, reporter)
    yield from check_titles(found, ledger.paper.meta, ledger, reporter)
    yield from _navigation(found, ledger, reporter)
    yield from _spots(found, reporter)


def check_print(found: FoundPaper, ledger: Ledger, file: str) -> Iterator[Problem]:
    """Yield every problem of a paper for a printer: the paper's texts, and nothing that is active."""
    press = ledger.press or {"images": (), "profile": ""}
    images = tuple(
        Image(str(i["exhibit"]), str(i["alt"]), str(i["sha256"]), str(i.get("pixels", "")))
        for i in press["images"]
    )
    files = {} if press["profile"] else ledger.paper.attachments
    own = replace(ledger.paper, links=(), images=images, attachments=files)
    yield from check_paper(found, replace(ledger, paper=own), file)


def _navigation(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Look at where links and bookmarks lead."""
    paper = ledger.paper
    if paper.links is None:
        return
    wanted, have = Counter(paper.links), Counter(found.targets)
    for page, words, target in (have - wanted).elements():
        message = f"the link “{words}” leads to {_place(target)}, which is not in the ledger"
        yield reporter.problem(f"page {page}", message, "link")
    for page, words, target in (wanted - have).elements():
        message = f"the link “{words}” to {_place(target)} is missing"
        yield reporter.problem(f"page {page}", message, "link")
    if tuple(found.bookmarks) != paper.bookmarks:
        should, does = Counter(paper.bookmarks), Counter(found.bookmarks)
        for _, words, page in (does - should).elements():
            message = f"the bookmark “{words}” to page {page} is not in the ledger"
            yield reporter.problem("bookmarks", message, "link")
        for _, words, page in (should - does).elements():
            message = f"the bookmark “{words}” to page {page} is missing"
            yield reporter.problem("bookmarks", message, "link")
        if should == does:
            yield reporter.problem("bookmarks", "are in another order", "link")


def _spots(found: FoundPaper, reporter: Reporter) -> Iterator[Problem]:
    """Look whether a citation leads to its own passage."""
    for page, words, to, height in found.spots:
        number = words.removeprefix(_CITED)
        if number == words:
            continue
        lines = found.lines.get(to, ())
        if number not in (
            text.strip() for top, text in lines if 0 <= height + _SLACK - top < _LINE
        ):
            message = f"the link “{words}” leads to another place on page {to} than its passage"
            yield reporter.problem(f"page {page}", message, "link")


_CITED = "Evidence "
"""What a citation's link is called, before the passage's number."""
_FIGURES = "Figures of "
"""What an attached file is called, before its exhibit's headline."""
_SLACK, _LINE = 4.0, 20.0
"""Points by which a text may reach over the spot where a link leads, and how far below it is looked for."""


def _place(target: str) -> str:
    return f"page {target[1:]}" if target.startswith("#") else target


def _texts(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    seen = [text for entry in found.texts for text in _seen(entry)]
    for outcome in compare(ledger.paper.texts, seen, ""):
        if isinstance(outcome, Match):
            pages = tuple(f"page {number}" for number in outcome.passage.pages)
            if pages and pages != outcome.seen.places:
                place, should = ", ".join(outcome.seen.places), ", ".join(pages)
                message = f"“{outcome.passage.text[:80]}” should stand on {should}"
                statement = next((s for _, s in outcome.passage.parts if s), "")
                yield reporter.problem(place, message, "other-page", statement)
        else:
            yield reporter.difference(outcome)
    yield from check_spoken(found, reporter)


def check_spoken(found: FoundPaper, reporter: Reporter) -> Iterator[Problem]:
    """Yield each text that is read aloud otherwise than it shows."""
    for text in found.texts:
        place = f"page {text.stretches[0][0]}" if text.stretches else ""
        for actual, shown in ((text.actual, text.text), *text.spoken):
            if actual and squashed(actual) != squashed(shown):
                message = f"is read aloud as “{actual}”, and shows “{shown.strip()}”"
                yield reporter.problem(place, message, "spoken-differs")
        for language, shown in text.said_in:
            if language not in could_be(shown):
                message = f"is read aloud as if in “{language}”, and shows “{shown.strip()}”"
                yield reporter.problem(place, message, "spoken-differs")


def _seen(entry: FoundText) -> Iterator[Seen]:
    """Yield the lines of an element; only a drawing has several."""
    if "\n" in entry.text:
        for page, text in entry.stretches:
            yield from (Seen(line, (f"page {page}",)) for line in text.split("\n"))
    elif entry.text.strip():
        pages = dict.fromkeys(page for page, text in entry.stretches if text.strip())
        yield Seen(entry.text, tuple(f"page {page}" for page in sorted(pages)))


def _headers_footers(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Look at what stands outside of the structure: it must be what pages repeat, and nothing else."""
    known = sorted(map(squashed, ledger.paper.headers_footers), key=len, reverse=True)
    numbered: set[int] = set()
    for page, text in found.outside:
        rest = squashed(text)
        number = squashed(f"{page}{translate(' of {total}', total=found.pages)}")
        for word in filter(None, known):
            rest = rest.replace(word, "\n")
        if number in rest:
            numbered.add(page)
            rest = rest.replace(number, "\n", 1)
        if rest.strip():
            message = (
                f"says “{' '.join(text.split())}” outside of its text, which is not in the ledger"
            )
            yield reporter.problem(f"page {page}", message, "header-footer")
    for page in sorted(set(range(1, found.pages + 1)) - numbered):
        said = translate("{page} of {total}", page=page, total=found.pages)
        message = f"does not say “{said}” at its foot"
        yield reporter.problem(f"page {page}", message, "page-number")


def _alts(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    wanted = Counter(ledger.paper.alts)
    for page, alt in found.alts:
        if wanted[alt] > 0:
            wanted[alt] -= 1
        elif alt not in map(translate, grammar()["signs"]):
            message = f"a drawing is described as “{alt}”, which is not in the ledger"
            yield reporter.problem(f"page {page}", message, "alt-text")
    for alt in wanted.elements():
        yield reporter.problem("", f"the description “{alt}” is missing", "alt-text")
    known = ledger.paper.alts
    told = [(page, alt) for page, alt in found.alts if alt in known]
    for (page, alt), should in zip(told, known, strict=False):
        if alt != should and Counter(known) == Counter(alt for _, alt in told):
            message = f"a drawing is described as “{alt}”, where “{should}” should be"
            yield reporter.problem(f"page {page}", message, "alt-text")


def _added(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    yield from check_foreign(found, reporter)
    for page, words in found.added:
        message = f"holds what Briefbook never prints: {words}"
        yield reporter.problem(f"page {page}", message, "added")
    everything = " ".join(word for text in ledger.paper.texts for word in words_of(text.text))
    for page, words in found.links:
        # A citation's link is called after the passage that it leads to: Evidence 12.
        if " ".join(words_of(words.removeprefix(_CITED))) not in everything:
            message = f"a link is called “{words}”, which is not in the ledger"
            yield reporter.problem(f"page {page}", message, "link")


def check_foreign(found: FoundPaper, reporter: Reporter) -> Iterator[Problem]:
    """Yield what a file holds that Briefbook never writes, or that nobody can see."""
    for place, words in found.foreign:
        yield reporter.problem(place, f"holds what Briefbook never writes: {words}", "added")


def _attachments(found: FoundPaper, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    wanted = ledger.paper.attachments
    everything = squashed(" ".join(text.text for text in ledger.paper.texts))
    for said in found.described:
        if squashed(said.removeprefix(_FIGURES)) not in everything:
            message = f"is described as “{said}”, which is not in the ledger"
            yield reporter.problem("attachments", message, "attachment")
    for name in sorted({*wanted, *found.attachments}):
        place, statement = f"attachment {name}", name.removesuffix(".csv")
        if name not in found.attachments:
            yield reporter.problem(place, "is missing", "attachment", statement)
            continue
        if name not in wanted:
            yield reporter.problem(place, "is not in the ledger", "attachment")
            continue
        does = [data.decode("utf-8", "replace") for data in found.attachments[name]]
        for text in does:
            yield from _lines(text, wanted[name], place, statement, reporter)


def _lines(
    does: str, should: str, place: str, statement: str, reporter: Reporter
) -> Iterator[Problem]:
    one, other = should.splitlines(), does.splitlines()
    for number in range(max(len(one), len(other))):
        right = one[number] if number < len(one) else ""
        found = other[number] if number < len(other) else ""
        if right != found:
            message = f"line {number + 1} is “{found}”; the ledger has “{right}”"
            yield reporter.problem(place, message, "attachment", statement)


def check_titles(
    found: FoundPaper, meta: dict[str, str], ledger: Ledger, reporter: Reporter
) -> Iterator[Problem]:
    """Yield what a file says of itself otherwise than the ledger, or in two ways."""
    says = {**found.meta, "language": found.language}
    for key, should in meta.items():
        does = says.get(key, "")
        if does != should:
            message = f"its {key} is “{does}”; the ledger has “{should}”"
            yield reporter.problem("properties", message, "properties")
    title = meta.get("title", "")
    if found.xmp_title != title:
        message = f"its XMP title is “{found.xmp_title}”; the ledger has “{title}”"
        yield reporter.problem("properties", message, "properties")
    moment = f"D:{''.join(filter(str.isdigit, ledger.created))}Z"
    for key in ("created", "modified"):
        if found.meta[key] != moment:
            message = f"says that it was {key} {found.meta[key]}; the ledger has {ledger.created}"
            yield reporter.problem("properties", message, "properties")
    written = [html.unescape(text) for text in re.findall(r">([^<>]+)<", found.xmp)]
    for key in ("author", "subject", "keywords", "creator", "producer"):
        if (said := found.meta[key]) and said not in written:
            message = f"its {key} is “{said}”, and its XMP data have another"
            yield reporter.problem("properties", message, "properties")
    if not found.meta["producer"].startswith("ReportLab "):
        message = f"says that it was made by “{found.meta['producer']}”"
        yield reporter.problem("properties", message, "properties")
    if any(said != ledger.created for said in re.findall(r"<xmp:\w+Date>([^<]*)<", found.xmp)):
        message = f"its XMP data have another date than {ledger.created}"
        yield reporter.problem("properties", message, "properties")
