"""A statement's words for a slide keep the reservations and negations of its full text.

An audience reads the short form alone: “About 200 trucks” is not 200, and “might” is not “will”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.hedges import tells
from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.negation import NEGATION, PLAIN_NEGATION, denied_after
from briefbook.language.en.stemmer import content_stems, content_words
from briefbook.model import Briefing
from briefbook.model.locations import within
from briefbook.text import StatementType

_ACCOUNT = re.compile(
    r"\b(?:on|by) (?:the |this |its |one |\w+[’']s? |the source[’']s )?account\b|\bin (?:the source|its) view\b",
    re.IGNORECASE,
)
"""“On the source’s account”."""
_SOME = re.compile(r"\bsome (?=[a-z])", re.IGNORECASE)
_OWN = (cues.POSSIBLE, cues.PLAN, _SOME)
_HEARSAY = (cues.REPORT, _ACCOUNT)
_HEDGES = (*_OWN, *_HEARSAY)
_ABOUT = r"(?:about|around|roughly|approximately|nearly|almost|some|up to|at least|at most|more than|less than|fewer than|over|under|an estimated|estimated)"
_ESTIMATE = re.compile(rf"\b{_ABOUT} (?:[$£€]|[A-Z]{{2,3}}[$ ]?)?(\d[\d.,]*\d|\d)", re.IGNORECASE)
"""`about $36`, `more than 100`: a figure and what keeps it from being exact."""
_KEPT = re.compile(rf"(?:\b{_ABOUT}|[~≈<>≤≥±+]|\bc\.)\W*$", re.IGNORECASE)
_SHARED = 2
"""Content words that a short form must share with a clause to tell what it tells."""


@dataclass(frozen=True)
class _Form:
    """A short form beside the text that it stands for."""

    name: str
    statement: str
    full: str
    short: str
    place: SourceLocation
    is_view: bool = False
    """The slide says whose view it is."""


def check_short_forms(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each short form that says more than its full text."""
    for form in _forms(resolved.briefing):
        for start, message in (*_dropped_hedges(form), *_dropped_negations(form)):
            yield Problem(
                within(form.short, start, form.place),
                f"{form.name}: {message}",
                "keep it in the short form too; the slide shows nothing else",
                "short-hedge",
                form.statement,
            )


def _forms(briefing: Briefing) -> Iterator[_Form]:
    line = briefing.bottom_line
    for short in (line.short, line.headline):
        yield _Form("bottom line", "bottom-line", str(line.text), short, line.place)
    for claim in briefing.claims:
        name, own, is_view = (
            f"claim {claim.id}",
            str(claim.id),
            claim.kind is StatementType.ATTRIBUTED,
        )
        yield _Form(name, own, str(claim.text), claim.short, claim.place, is_view)
    for exhibit in briefing.exhibits:
        name, own = f"exhibit {exhibit.id}", str(exhibit.id)
        yield _Form(name, own, str(exhibit.takeaway), exhibit.short, exhibit.place)
        for row in exhibit.table.rows if exhibit.table else ():
            for cell in row.cells:
                yield _Form(f"cell of {exhibit.id}", own, str(cell.text), cell.short, cell.place)
    for group in briefing.notes_on_the_source:
        for remark in group.remarks:
            yield _Form("note on the source", "", str(remark.doubt), remark.short, remark.place)


def _dropped_hedges(form: _Form) -> Iterator[tuple[int, str]]:
    for match in _ESTIMATE.finditer(form.full):
        same = re.search(rf"(?<![\d.,]){re.escape(match[1])}(?![\d]|[.,]\d)", form.short)
        before = form.short[: same.start()].rstrip("$£€ ") if same else ""
        if same and not _KEPT.search(before):
            yield same.start(), f"the full text says “{match[0]}”, the short form “{same[0]}” alone"
            return
    if not form.short or _is_reserved(form.short):
        return
    told = content_stems(form.short)
    for clause in cues.CLAUSE.split(form.full):
        for pattern in _OWN if form.is_view else _HEDGES:
            hedge = pattern.search(clause)
            if hedge and tells(told, clause[hedge.end() :]):
                yield (
                    0,
                    f"the full text says “{hedge[0].strip()}”, and the short form leaves it out",
                )
                return


def _is_reserved(short: str) -> bool:
    """Tell whether a short form keeps a reservation, or quotes those who have none."""
    kept = (cues.SOFT, *_HEDGES)
    return "“" in short or any(pattern.search(short) for pattern in kept)


def _dropped_negations(form: _Form) -> Iterator[tuple[int, str]]:
    if not form.short or NEGATION.search(form.short):
        return
    told = {word.stem: word for word in content_words(form.short)}
    for negation in PLAIN_NEGATION.finditer(form.full):
        denied = denied_after(form.full, negation.end())
        found = [told[word.stem] for word in denied if word.stem in told]
        if len(found) >= min(_SHARED, len(denied)) > 0:
            words = form.full[negation.start() : denied[-1].end]
            yield found[0].start, f"the full text says “{words}”, the short form “{found[0].text}”"
            return
