"""What a person should look at, the riskiest statement first: each with its reasons, beside its quotes.

No rule of words can tell whether a sentence puts the right things in relation. What can be told is
where that is likelier to have gone wrong, and a person's time goes there first: alarms, then what hides most
from the rules. A risk is the chance that one of its reasons holds, each by its own weight.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefbook.checks import findings
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.resting import Resting
from briefbook.evidence.support import SHORT_BY_FORM, Assertion, Role
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import clauses_of
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import novelty
from briefbook.language.en.stemmer import words_of
from briefbook.model import Checks
from briefbook.model.nodes import LocatedStr

LINE = 0.57
"""The risk from which a statement wants a person's look before the briefing goes out.

Over it are 20 of a hundred honest statements of the sets and 78 of the lies; over the former one were 25 and 77."""
_WEIGHTS = {Severity.ERROR: 0.9, Severity.WARNING: 0.75, Severity.REVIEW: 0.1}
_OFTEN = dict.fromkeys(
    ("altered", "name-misplaced", "opposite", "roles-swapped", "unsupported-value"), 0.3
)
_SELDOM = dict.fromkeys(("bound-dropped", "estimate", "praise", "superlative-added"), 0.05)
"""Reasons for a look by rules that give them to lies at least half as often again as to the truth, and less often."""
_LEFT_OUT, _SHORT, _NEW_WORDS, _NO_FIGURE, _ONE_CLAUSE = 0.25, 0.2, 0.2, 0.1, 0.4
"""What the ways in which a statement may hide something add at most.

Fitted on thirty-one documents, and rounded, these leave 5 of a hundred of their lies silent and in the less risky half;
when clauses did not count and reasons for a look were all alike it was 7. On three documents that they were not fitted
on it is 19 instead of 22. Weights fitted on thirty documents and held on the next, one after the other, leave 5. Of
three pairs of a silent lie and a true statement, the lie leaves more of its quotes out in two, and gives fewer
figures in two; it is shorter in two of three, and has fewer clauses in two of three. Many new words tell an invention,
as in FEVER. Hardly a new word tells a lie in sets whose honest authors reword, and the truth in FEVER: no reason.
"""
_LONG, _FEW_NEW, _MANY = 20, 0.4, 4
"""Words from which a statement is not short; the part of its words that may be new in honest prose; further clauses
from which it tells much."""
_TOLD = 0.25
"""The part of its weight from which such a reason is told."""
_SHOWN = 6


@dataclass(frozen=True)
class Risk:
    """A statement with how likely it is to say something else than its quotes, and why."""

    statement: str
    name: str
    score: float
    """From 0 to 1; only the order has a meaning, and the line."""
    reasons: tuple[str, ...]
    text: str
    quotes: tuple[str, ...]
    also: tuple[str, ...]
    """Its other texts, such as a lead and a short form, which its mark is for, too."""
    rests_on: tuple[str, ...]
    """The texts that it shortens or rests on; empty of what quotes a source itself."""
    place: SourceLocation
    mark: str
    """Of its text and quotes; under `reviewed:` in the model it says that a person has looked."""
    is_reviewed: bool = False

    @property
    def is_over_line(self) -> bool:
        """Whether it wants a look that it has not had."""
        return self.score >= LINE and not self.is_reviewed


def over_line(resolved: ResolvedBriefing, problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """Return the ids of the statements over the line that nobody has marked, in the order of the file.

    What cannot get there is not rated to its end. Texts that rest on others count where a rule finds something
    of them: new words alone put none over the line.
    """
    if resolved.briefing.checks is Checks.NONE:
        risks = review(resolved, problems)
        return tuple(dict.fromkeys(risk.statement for risk in risks if risk.is_over_line))
    found = _by_statement(problems)
    reviewed = frozenset(map(str, resolved.briefing.reviewed))
    over = [
        _risk(assertion, found[assertion.statement], reviewed, is_read=True)
        for assertion in resolved.assertions
        if assertion.statement and assertion.is_factual
        if _may_be_over(assertion, found[assertion.statement])
    ]
    over += [
        _risk_of(resting, found[resting.statement], reviewed, is_read=True)
        for resting in resolved.resting
        if found[resting.statement] and resting.statement
        if resting.is_judged or resting.role in _TOLD_APART
    ]
    return tuple(dict.fromkeys(risk.statement for risk in over if risk.is_over_line))


def _may_be_over(assertion: Assertion, problems: list[Problem]) -> bool:
    """Tell whether a statement is over the line if all its words are new, which take longest to tell."""
    own = _of_its_texts(assertion, problems) if assertion.role in _PARTS else problems
    safe = 1.0 - _NEW_WORDS
    for weight, _ in (*_found(own), *_shaped(assertion)):
        safe *= 1 - weight
    return 1 - safe >= LINE


def _by_statement(problems: tuple[Problem, ...]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.statement].append(problem)
    return found


def review(
    resolved: ResolvedBriefing, problems: tuple[Problem, ...] | None = None
) -> tuple[Risk, ...]:
    """Return every statement that rests on quotes, or on others that do, in order of risk.

    `problems` are what `findings` finds, where the caller has them already.
    """
    found = _by_statement(findings(resolved) if problems is None else problems)
    reviewed = frozenset(map(str, resolved.briefing.reviewed))
    is_read = resolved.briefing.checks is not Checks.NONE
    risks = [
        _risk(assertion, found[assertion.statement], reviewed, is_read=is_read)
        for assertion in resolved.assertions
        if assertion.statement and assertion.is_factual
    ]
    risks += [
        _risk_of(resting, found[resting.statement], reviewed, is_read=is_read)
        for resting in resolved.resting
        if resting.statement and (resting.is_judged or resting.role in _TOLD_APART)
    ]
    return tuple(sorted(risks, key=lambda risk: (-risk.score, risk.place, risk.text)))


_TOLD_APART = frozenset((Role.HEADLINE, Role.BOTTOM_LINE, Role.EXHIBIT))
"""What is no statement of its own otherwise; a claim's short form and an event's title are listed with their statement."""
_PARTS = frozenset((Role.CELL, Role.PLACE, Role.PHASE))
"""Parts of an exhibit, whose id they share."""


_UNREAD, _NOT_READ = (
    0.75,
    "not read: the checks read English; nothing holds it against its quotes but your eyes",
)


def _risk(
    assertion: Assertion, problems: list[Problem], reviewed: frozenset[str], *, is_read: bool
) -> Risk:
    own = _of_its_texts(assertion, problems) if assertion.role in _PARTS else problems
    text = max(assertion.texts, key=len)
    reasons = (*_found(own), *_hidden(assertion)) if is_read else ((_UNREAD, _NOT_READ),)
    return _rated(assertion, text, assertion.texts, reasons, reviewed)


def _risk_of(
    resting: Resting, problems: list[Problem], reviewed: frozenset[str], *, is_read: bool
) -> Risk:
    """Return the risk of texts that rest on others: they leave out by their form, and give figures seldom."""
    evidence = (*resting.full, *resting.supporting)
    new = max(part for text in resting.texts for part in _of_new_words(text, evidence))
    own = _of_its_texts(resting, problems)
    reasons = (*_found(own), new) if is_read else ((_UNREAD, _NOT_READ),)
    text, texts = " / ".join(resting.texts), (*resting.texts, *resting.full)
    return _rated(resting, text, texts, reasons, reviewed, resting.full)


def _of_its_texts(assertion: Assertion, problems: list[Problem]) -> list[Problem]:
    """Return those problems that stand in the lines of an assertion's texts: others are of what shares its id."""
    places = [text.place for text in assertion.texts if isinstance(text, LocatedStr)]
    places += [at for t in assertion.texts if isinstance(t, LocatedStr) for _, at in t.lines]
    lines = {place.line for place in places}
    return [problem for problem in problems if not lines or problem.place.line in lines]


def _rated(
    assertion: Assertion,
    text: str,
    texts: tuple[str, ...],
    reasons: tuple[tuple[float, str], ...],
    reviewed: frozenset[str],
    rests_on: tuple[str, ...] = (),
) -> Risk:
    quotes = tuple(quote.text for quote in assertion.quotes)
    safe = 1.0
    for weight, _ in reasons:
        safe *= 1 - weight
    digest = hashlib.sha256("\n".join((*texts, *quotes)).encode()).hexdigest()
    mark = f"{assertion.statement} {digest[:8]}"
    others = () if isinstance(assertion, Resting) else assertion.texts
    also = tuple(dict.fromkeys(one for one in others if one != text))
    return Risk(
        assertion.statement, assertion.name, round(1 - safe, 4), tuple(why for _, why in reasons if why),
        text, quotes, also, rests_on, assertion.place, mark, mark in reviewed,
    )  # fmt: skip


def _found(problems: list[Problem]) -> Iterator[tuple[float, str]]:
    """Yield what each problem and reason for a look adds to the risk, with the reason."""
    told = {(f"{problem.rule}: {problem.message}", problem.severity) for problem in problems}
    for why, severity in sorted(told, key=lambda one: (one[1], one[0])):  # once for all its texts
        rule = why.partition(":")[0]
        is_look = severity is Severity.REVIEW
        weights = _OFTEN | _SELDOM if is_look else {}
        yield weights.get(rule, _WEIGHTS[severity]), why


def _hidden(assertion: Assertion) -> Iterator[tuple[float, str]]:
    """Yield the ways in which a statement may hide what rules cannot hold, with what each adds to the risk."""
    yield from _shaped(assertion)
    yield from _of_new_words(" ".join(assertion.texts[:1]), assertion.supporting)


def _shaped(assertion: Assertion) -> Iterator[tuple[float, str]]:
    """Yield those of its length, its clauses and its figures."""
    text = " ".join(assertion.texts[:1])
    length = len(words_of(text))
    if assertion.role not in SHORT_BY_FORM:
        quoted = sum(len(words_of(said)) for said in assertion.supporting)
        left_out = f"left out: it has {length} words, its quotes {quoted}; what it leaves out may change what it says"
        yield _part(_LEFT_OUT, 1 - length / max(1, quoted), left_out)
        short = f"short: in {length} words there is little that rules can hold"
        yield _part(_SHORT, 1 - length / _LONG, short)
        clauses = len(clauses_of(text))
        few = f"few clauses: it has {clauses}; what it hangs on may be left out"
        yield _part(_ONE_CLAUSE, 1 - (clauses - 1) / _MANY, few)
        if not any(map(_has_value, assertion.texts)):
            yield _NO_FIGURE, "no figure: it has no number and no date that rules could hold"


def _has_value(text: str) -> bool:
    return bool(find_numbers(text) or find_dates(text) or find_days(text))


def _of_new_words(text: str, evidence: Sequence[str]) -> Iterator[tuple[float, str]]:
    share, words = novelty(text, evidence)
    shown = ", ".join(word.text for word in words[:_SHOWN])
    yield _part(_NEW_WORDS, (share - _FEW_NEW) / (1 - _FEW_NEW), f"new words: {shown}")


def _part(weight: float, part: float, why: str) -> tuple[float, str]:
    """Return what a part of a weight adds, with its reason; an empty one where that is too slight to be told."""
    part = max(0.0, part)
    return weight * part, why if part >= _TOLD else ""
