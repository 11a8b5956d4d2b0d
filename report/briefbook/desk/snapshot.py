"""A seed read, resolved and checked: each statement with its quotes, problems and risk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from briefbook.brand import lent_of, wearing_brand
from briefbook.checks import findings
from briefbook.checks.damaged import together
from briefbook.checks.review import Risk, review
from briefbook.desk.candidates import ShownCandidate, shown_candidates
from briefbook.desk.edits import ANSWER_TEXTS, TEXTS
from briefbook.desk.session import digest, mark_of
from briefbook.errors import BriefbookError, Problem, Problems, Severity
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.evidence.support import AnchoredQuote
from briefbook.language.document import Document
from briefbook.messages import problem_of
from briefbook.model.briefing import ANSWER, Statement
from briefbook.model.reader import read_as_meant
from briefbook.model.statements import Amount, Claim, Event, State
from briefbook.model.yaml_changes import Data, data_of
from briefbook.values.dates import long_date

_SORTS: dict[type[Statement], str] = {Claim: "claim", Event: "event", Amount: "amount"}


@dataclass(frozen=True)
class ShownQuote:
    """A quote of a statement."""

    quote: AnchoredQuote
    number: int | None
    """Which of the statement's own quotes it is, from 0; None for a borrowed one."""


@dataclass(frozen=True)
class ShownStatement:
    """A statement as the desk lists it."""

    id: str
    sort: str
    """claim, event, amount, figure at a glance, or answer."""
    kind: str
    """Of a claim: reported, attributed, computed, judgement."""
    state: State
    state_by: str
    """Who set it, and when."""
    text: str
    detail: str
    """What is printed beside its words: a date, a value, formulas."""
    words: tuple[tuple[str, str], ...]
    """The fields that hold words, empty ones too."""
    quotes: tuple[ShownQuote, ...]
    supported_by: tuple[str, ...]
    problems: tuple[Problem, ...]
    risk: Risk | None
    mark: str
    """Of all that the file says of it: a change made on another one is refused."""


@dataclass(frozen=True)
class ShownSource:
    """A source with the stretches that are quoted."""

    id: str
    title: str
    document: Document
    quoted: tuple[tuple[int, int, tuple[str, ...]], ...]
    """(start, end, ids of the statements that quote it), which do not overlap, in order."""


@dataclass(frozen=True)
class Snapshot:
    """What the desk shows of a seed at one moment."""

    version: str
    title: str = ""
    statements: tuple[ShownStatement, ...] = ()
    sources: tuple[ShownSource, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Every error and warning."""
    candidates: tuple[ShownCandidate, ...] = ()
    """What the answer may rest on, as a draft found it."""
    resolved: ResolvedBriefing | None = field(default=None, compare=False)
    """None if the briefing has no form: then there are problems and nothing else."""

    def statement(self, id_: str) -> ShownStatement | None:
        """Return the statement with an id."""
        return next((entry for entry in self.statements if entry.id == id_), None)

    @property
    def general(self) -> tuple[Problem, ...]:
        """The problems that are no single statement's."""
        known = {entry.id for entry in self.statements}
        return tuple(problem for problem in self.problems if problem.statement not in known)


def snapshot(seed: Path, text: str) -> Snapshot:
    """Return what is to be shown of a seed, whose briefing.yaml holds a text."""
    version = digest(text)
    try:
        briefing, misspelt = read_as_meant(seed)
        resolved, lent = resolve(briefing), lent_of(seed)
    except Problems as error:
        return Snapshot(version, seed.name, problems=error.problems)
    except BriefbookError as error:
        return Snapshot(version, seed.name, problems=(problem_of(error),))
    with wearing_brand(None, lent):
        found = findings(resolved)
    problems = (problem for problem in found if problem.severity is not Severity.REVIEW)
    told = together(misspelt, briefing, problems)
    by_statement: dict[str, list[Problem]] = defaultdict(list)
    for problem in told:
        by_statement[problem.statement].append(problem)
    risks: dict[str, Risk] = {}
    for risk in review(resolved, found):
        risks.setdefault(risk.statement, risk)  # the riskiest comes first
    data: Data = data_of(text)
    statements = tuple(
        _shown(resolved, entry, tuple(by_statement[id_]), risks.get(id_), mark_of(data, id_))
        for id_, entry in resolved.briefing.statements.items()
    )
    answer = _answer(
        resolved, tuple(by_statement[ANSWER]), risks.get(ANSWER), mark_of(data, ANSWER)
    )
    return Snapshot(
        version,
        str(resolved.briefing.title),
        (answer, *statements),
        tuple(_sources(resolved, statements)),
        told,
        shown_candidates(resolved, text),
        resolved,
    )


def _answer(
    resolved: ResolvedBriefing, problems: tuple[Problem, ...], risk: Risk | None, mark: str
) -> ShownStatement:
    line = resolved.briefing.bottom_line
    return ShownStatement(
        id=ANSWER,
        sort="answer",
        kind="",
        state=resolved.briefing.state_of(ANSWER),
        state_by=str(line.state_by),
        text=str(line.text),
        detail="",
        words=tuple((name, str(getattr(line, name))) for name in ANSWER_TEXTS),
        quotes=tuple(ShownQuote(quote, None) for quote in resolved.evidence.quotes_of(line)),
        supported_by=tuple(map(str, line.supported_by)),
        problems=problems,
        risk=risk,
        mark=mark,
    )


def _shown(
    resolved: ResolvedBriefing,
    entry: Statement,
    problems: tuple[Problem, ...],
    risk: Risk | None,
    mark: str,
) -> ShownStatement:
    own = getattr(entry, "evidence", ())
    quotes = tuple(
        ShownQuote(quote, next((n for n, one in enumerate(own) if one == quote.quote), None))
        for quote in resolved.evidence.quotes_of(entry)
    )
    words = tuple((name, str(getattr(entry, name))) for name in TEXTS[type(entry)])
    return ShownStatement(
        id=str(entry.id),
        sort=_SORTS.get(type(entry), "figure at a glance"),
        kind=str(getattr(entry, "kind", "")) if isinstance(entry, Claim) else "",
        state=resolved.briefing.state_of(str(entry.id)),
        state_by=str(entry.state_by),
        text=words[0][1],
        detail=_detail(entry),
        words=words,
        quotes=quotes,
        supported_by=tuple(map(str, entry.supported_by)),
        problems=problems,
        risk=risk,
        mark=mark,
    )


def _detail(entry: Statement) -> str:
    if isinstance(entry, Event):
        return long_date(entry.date)
    if isinstance(entry, Amount):
        return str(getattr(entry.value, "said", "") or entry.value)
    formulas = "; ".join(f"{formula.literal} = {formula.formula}" for formula in entry.computed)
    values = "" if isinstance(entry, Claim) else ", ".join(map(str, entry.values))
    return "; ".join(filter(None, (values, formulas)))


def _sources(
    resolved: ResolvedBriefing, statements: tuple[ShownStatement, ...]
) -> Iterator[ShownSource]:
    spans: dict[str, dict[tuple[int, int], list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in statements:
        for shown in entry.quotes:
            if anchor := shown.quote.anchor:
                spans[shown.quote.source][anchor.start, anchor.end].append(entry.id)
    for source in resolved.briefing.sources:
        document = resolved.briefing.texts.get(str(source.id))
        if document:
            quoted = tuple(_apart(spans[str(source.id)]))
            yield ShownSource(str(source.id), str(source.title), document, quoted)


def _apart(spans: dict[tuple[int, int], list[str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield stretches that do not overlap, each with whatever quotes it."""
    edges = sorted({edge for span in spans for edge in span})
    ordered = sorted(spans.items())
    for start, end in pairwise(edges):
        ids = [
            id_ for (first, last), held in ordered if first <= start and end <= last for id_ in held
        ]
        if ids:
            yield start, end, tuple(dict.fromkeys(ids))
