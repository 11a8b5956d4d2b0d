"""A draft tried before it is written: read back, checked, composed and fitted.

The rules are made so that every draft passes; this is where that is made sure of. A statement that
the checks would not bear is left out, and where a text does not fit, tighter limits are tried.
"""

from __future__ import annotations

import dataclasses
import hashlib

from briefbook.checks import check
from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.draft.compose import Draft, compose, is_told_whole
from briefbook.draft.corpus import Material, Sentence
from briefbook.draft.figures import row_key
from briefbook.draft.findings import Banned, Findings, Prepared, find, prepare
from briefbook.draft.header import header
from briefbook.draft.parts import STEPS
from briefbook.errors import BriefbookError, Problem, Problems, Severity
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.model import Briefing
from briefbook.model.decode import Decoder
from briefbook.model.emit import emit
from briefbook.model.nodes import compose as compose_nodes
from briefbook.model.reader import MODEL
from briefbook.paper.compose import compose_paper
from briefbook.paper.pdf import empty_shares, laid_out
from briefbook.paper.plan import Paper
from briefbook.values.dates import Date
from briefbook_figures.errors import ChartError

_MOST_ROUNDS = 12
_LEAST_KEPT = 4
"""Statements that a draft keeps, even if they take a second page."""
_MOST_STRAYS, _EMPTY, _BARE, _SMALL = 8, 0.75, 0.9, 400
"""Statements that may go for a page less, the share of it that is empty then, and sentences of a source that is tried so."""
_NOON = "2000-01-01T00:00:00Z"
"""A moment for composing; no length depends on it."""


@dataclasses.dataclass(frozen=True)
class Tried:
    """A draft that passes, its file, and what does not fit even at the tightest limits."""

    draft: Draft
    found: Findings
    text: str
    misfit: str = ""
    paper: Paper | None = None
    """Its paper, where it fits."""


def try_draft(material: Material, edition: Date | None, name: str) -> Tried:
    """Return a draft of the material that passes every check.

    Raises Unreadable when there is nothing to quote, Problems when a check cannot be met.
    """
    prepared = prepare(material)
    banned = Banned()
    problems: tuple[Problem, ...] = ()
    for _ in range(_MOST_ROUNDS):
        found = find(prepared, banned)
        tried, problems = _try_limits(found, edition, banned, name)
        if tried:
            tried = _on_one_page(prepared, tried, edition, banned, name)
            return _without_stray(prepared, tried, edition, banned, name)
        wider = _wider(banned, problems, compose(found, STEPS[0], edition, banned))
        if wider == banned:
            break
        banned = wider
    raise Problems(problems)


def _on_one_page(
    prepared: Prepared, tried: Tried, edition: Date | None, banned: Banned, name: str
) -> Tried:
    """Return a short source's draft with as many of its statements, the weightiest, as one page holds."""
    shorter = tried
    if tried.draft.briefing.exhibits:  # a table of the source has a page of its own
        return tried
    while is_told_whole(shorter.found) and not shorter.misfit and _pages(shorter) > 1:
        if len(_kept(shorter)) <= _LEAST_KEPT:
            return tried
        banned = _without_weakest(shorter, banned)
        fewer, _ = _try_limits(find(prepared, banned), edition, banned, name)
        if fewer is None:
            return tried
        shorter = fewer
    return shorter


def _without_stray(
    prepared: Prepared, tried: Tried, edition: Date | None, banned: Banned, name: str
) -> Tried:
    """Return a draft without the few weakest statements that would stray over to a page of their own."""
    if tried.misfit or len(prepared.material.sentences) > _SMALL or not _strays(tried):
        return tried
    shorter, best = tried, tried
    for _ in range(min(_MOST_STRAYS, len(_kept(tried)) - _LEAST_KEPT)):
        banned = _without_weakest(shorter, banned)
        fewer, _ = _try_limits(find(prepared, banned), edition, banned, name)
        if fewer is None or fewer.misfit:
            return best
        shorter = fewer
        best = shorter if _pages(shorter) < _pages(best) else best
        if best is shorter and not _strays(best):
            return best
    return best


def _kept(tried: Tried) -> list[Sentence]:
    return [s for part in tried.found.plan.parts for s in part.sentences]


def _without_weakest(tried: Tried, banned: Banned) -> Banned:
    """Return what is left out, with the weakest statement that is still kept."""
    ranking = tried.found.ranking
    weakest = min(_kept(tried), key=lambda s: (ranking.score(s), -s.number))
    crowded = banned.crowded | {weakest.number}
    return Banned(banned.sentences | crowded, banned.ids, crowded)


def _pages(tried: Tried) -> int:
    return len(laid_out(tried.paper).pages) if tried.paper else 0


def _strays(tried: Tried) -> bool:
    """Tell whether a page before the last one is nearly empty, or the last one holds a line or two.

    A page before the last one that is nearly empty may be that of a table.
    """
    if tried.paper is None:
        return False
    *pages, last = empty_shares(tried.paper)
    has_own = bool(tried.draft.briefing.exhibits)
    is_early = not has_own and any(share >= _EMPTY for share in pages)
    return is_early or (bool(pages) and last >= _BARE)


def _try_limits(
    found: Findings, edition: Date | None, banned: Banned, name: str
) -> tuple[Tried | None, tuple[Problem, ...]]:
    """Return the draft with the roomiest limits in which it fits, or what the checks find."""
    misfit = ""
    tried: Tried | None = None
    for limits in STEPS:
        draft = compose(found, limits, edition, banned)
        text = emit(draft.briefing, draft.remarks.frozen(), header(found, name))
        briefing = read_back(text, found.material)
        # A sum that the checks doubt is no row of a chart; a doubtful statement waits for an editor.
        sums = {str(amount.id) for amount in briefing.amounts}
        problems = tuple(
            p
            for p in check(resolve(briefing))
            if p.severity is Severity.ERROR or p.statement in sums or p.rule in _PLAIN_SLIPS
        )
        if problems:
            told = (_of_section(briefing, _of_sum(briefing, p)) for p in problems)
            return None, tuple(_of_row(briefing, p) for p in told)
        paper, misfit = _fitted(briefing)
        tried = Tried(draft, found, text, misfit, paper)
        if not misfit:
            break
    return tried, ()


_PLAIN_SLIPS = frozenset(
    ("bound-dropped", "unsupported-value", "unsupported-name", "negation-dropped")
)
"""What an editor may mean, and a program that repeats its source can only have got wrong."""


def _of_sum(briefing: Briefing, problem: Problem) -> Problem:
    """Return a problem of a sum as one of its row: the sentence around it may stay."""
    amount = next((a for a in briefing.amounts if str(a.id) == problem.statement), None)
    return dataclasses.replace(problem, statement=row_key(str(amount.what))) if amount else problem


def _of_section(briefing: Briefing, problem: Problem) -> Problem:
    """Return a problem of a section's headline, which is no statement, as one of its section."""
    if problem.statement:
        return problem
    line = problem.place.line
    before = [(s.place.line, str(s.id)) for s in briefing.sections if s.place.line <= line]
    after = [e.place.line for e in briefing.exhibits if e.place.line <= line]
    is_there = before and max(before)[0] > max(after, default=0)
    return dataclasses.replace(problem, statement=max(before)[1]) if is_there else problem


def _of_row(briefing: Briefing, problem: Problem) -> Problem:
    """Return a problem of a table's cell as one of its row, which alone is left out then."""
    line = problem.place.line
    above = [e.place.line for e in briefing.exhibits if e.place.line <= line]
    # A problem of a passage names no statement: its exhibit is the last one that begins above it.
    at = max(above, default=0) if not problem.statement else 0
    rows = [
        (cell.place.line, row_key(str(row.name)))
        for exhibit in briefing.exhibits
        if exhibit.table and (exhibit.place.line == at or str(exhibit.id) == problem.statement)
        for row in exhibit.table.rows
        for cell in row.cells
        if cell.place.line <= problem.place.line
    ]  # fmt: skip
    return dataclasses.replace(problem, statement=max(rows)[1]) if rows else problem


def read_back(text: str, material: Material) -> Briefing:
    """Return a draft's file as the reader will read it; raises Problems."""
    decoder = Decoder()
    briefing = decoder.decode(compose_nodes(text, MODEL), Briefing)
    if briefing is None or decoder.problems:
        raise Problems(tuple(decoder.problems))
    documents = tuple((entry.id, entry.document.renamed(entry.file)) for entry in material.texts)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return dataclasses.replace(briefing, id="draft", file=MODEL, sha256=sha256, documents=documents)


def _fitted(briefing: Briefing) -> tuple[Paper | None, str]:
    """Return the paper, or what does not fit page or slide."""
    resolved = resolve(briefing)
    try:
        charts = make_charts(briefing)
        paper = compose_paper(resolved, charts, draw_pictures(charts), _NOON)
        fit_deck(compose_deck(resolved, charts, _NOON))
    except (BriefbookError, ChartError) as error:
        return None, str(error)
    return paper, ""


def _wider(banned: Banned, problems: tuple[Problem, ...], draft: Draft) -> Banned:
    """Return what is to be left out, with the statements that have problems."""
    sentences = {draft.origins[p.statement] for p in problems if p.statement in draft.origins}
    others = {p.statement for p in problems if p.statement and p.statement not in draft.origins}
    return Banned(banned.sentences | sentences, banned.ids | others, banned.crowded)
