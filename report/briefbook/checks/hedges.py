"""What a source says with a reservation is not told without it, nor with more than it says.

Hints, not proof: a reservation can be kept in words that no list has. So these are warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from briefbook.checks.context import Context
from briefbook.checks.plans import tells_what_was
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion
from briefbook.language.en import cues
from briefbook.language.en.clauses import came_about, describes, is_finite, sentences_of, shared
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import are_kin, content_stems, content_words
from briefbook.model.locations import within

_HEDGES = (
    ("a plan", cues.PLAN),
    ("hearsay", cues.REPORT),
    ("a possibility", cues.POSSIBLE),
    ("a part", cues.PARTIAL),
    ("a denial", cues.DENIED),
)
_NO_RESERVATION = re.compile(
    r"plans?\b(?! to\b)|according to|due to\s+(?:the|an?|its)\b|could not|claims? to|(?<=more )likely|(?<=less )likely|(?<=as )likely",
    re.IGNORECASE,
)
"""What only looks like one: a plan that has a name, who reports something, a cause, a claim to a seat, a comparison."""
_KEPT = re.compile(
    r"\b(?:means?|meant|undertook|reported|announced|by \w+[’']s (?:estimate|count|reckoning|account)|coming|ahead|possible|odds|appeal\w*|up to|often|most|mainly|"
    r"the bulk|in the view|in [A-Z]\w+[’']s (?:view|eyes))\b",
    re.IGNORECASE,
)
_SHARED = 2
"""Content words that a text must share with a clause of its evidence to tell what it tells."""


def check_hedges(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each reservation dropped in a sentence; where a title or a cell drops one, a reason for a look."""
    if not assertion.is_factual:
        return
    for text in assertion.texts:
        # A sum or a single word says no more than what it stands beside.
        if not (_is_bare(text) and any(map(_keeps, assertion.texts))):
            problems = (*_check_hedges(assertion, text), *_check_conditions(assertion, text))
            yield from problems[:1]


def _check_hedges(assertion: Assertion, text: str) -> Iterator[Problem]:
    patterns = [
        (what, pattern)
        for what, pattern in _HEDGES
        if any(_reserved(said, pattern) for said in assertion.supporting)
    ]
    if not patterns or _keeps(text) or tells_what_was(assertion, text):
        return
    for what, pattern in patterns:
        if pattern is cues.DENIED and cues.DENIAL.search(text):
            continue
        if said := unkept(assertion, text, pattern):
            message = f"{assertion.name} drops a reservation: source says “{said}”, {what}"
            hint = "keep the reservation, or quote the passage that says it without one"
            if pattern is cues.PLAN:
                hint += "; `tense: planned` or `tense: done` has it held"
            place = within(text, 0, assertion.place)
            severity = Severity.WARNING if is_finite(text) else Severity.REVIEW
            yield Problem(place, message, hint, "hedge-dropped", assertion.statement, severity)
            return


_CONDITION = re.compile(
    r"\b(?:if(?<!even if)(?<!determine if)(?<!know if)(?<!ask if)(?<!asked if)(?<!see if)(?! (?:any|not|\w+ly)\b)|unless|on condition that|provided (?:that|the|they|it|he|she)|only (?:if|when|after))\b(?P<what>[^.;]{5,120})",
    re.IGNORECASE,
)
KEEPS_CONDITION = re.compile(
    r"\b(?:if|unless|provided|condition\w*|as long as|so long|subject|hang\w*|depend\w*|when\w*|whether|only|without|should|case|once|until|assum\w*|pending|await\w*|but for|"
    r"otherwise|given|hinge\w*|tied|contingent|in return|requir\w*|must|need\w*|failing|barring|where|unchanged|else|approv\w*|permi\w+|by \w+ing|would have|had|fear\w*|worr\w+)\b",
    re.IGNORECASE,
)
_LEAD = 15
"""Letters before a condition from which it stands behind what it is a condition of."""


def _check_conditions(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“The model will be extended in 2024” of a source by which it will, if enough data can be gathered."""
    if not any(map(_CONDITION.search, assertion.supporting)) or KEEPS_CONDITION.search(text):
        return
    told = content_stems(text)
    sentences = sentences_of(assertion.supporting)
    for at, sentence in enumerate(sentences):
        if not (found := _CONDITION.search(sentence)):
            continue
        lead, what = sentence[: found.start()].strip(), found["what"]
        if len(lead) <= _LEAD:  # “If data can be gathered, the model will …”
            what, _, lead = what.partition(", ")
        condition, main = content_stems(what), content_stems(lead)
        hanging = content_stems(_HANGING.split(lead)[-1]) - condition
        others = (*sentences[:at], *sentences[at + 1 :])
        if shared(told, hanging) < _SHARED or _is_of_another(
            text, sentence, main - condition, others
        ):
            continue
        if not shared(told - main, condition - main):
            words = " ".join(found[0].split())
            yield Problem(
                within(text, 0, assertion.place),
                f"{assertion.name} drops a condition: source says “{words}”",
                "keep the condition, or quote the passage that has none",
                "hedge-dropped", assertion.statement,
                Severity.WARNING if text.rstrip().endswith((".", "!", "”", '"')) else Severity.REVIEW,
            )  # fmt: skip
            return


def _is_of_another(text: str, sentence: str, main: frozenset[str], others: tuple[str, ...]) -> bool:
    """Tell whether another sentence has as much of a text as the main clause of one, or a figure that this one lacks."""
    told = content_stems(text)
    bears = shared(told, main)
    if any(shared(told, content_stems(one)) >= bears for one in others):
        return True
    figures = [n for n in find_numbers(text) if not any(map(n.is_same, find_numbers(sentence)))]
    return any(any(map(one.is_same, find_numbers(said))) for one in figures for said in others)


_HANGING = re.compile(
    r",\s(?!(?:or|nor|an?|the|its)\b)|[—–]|\b(?:that|which|who|whose|where|while|but|although|because|so)\s"
)
"""Before the clause that a condition is told of: “he sent a note stating that it was ready to pay if …”."""


def unkept(assertion: Assertion, text: str, reservation: re.Pattern[str]) -> str:
    """Return the words with which every passage that tells what a text tells reserves it; empty if none does."""
    told = content_stems(text)
    for evidence in assertion.supporting:
        for clause, hedge in _reserved(evidence, reservation):
            is_told = tells(told, clause[hedge.end() :])
            if is_told and not _is_told_plainly(told, assertion, clause):
                return _near(clause, hedge)
    return ""


@lru_cache(maxsize=4096)
def _reserved(evidence: str, reservation: re.Pattern[str]) -> tuple[tuple[str, re.Match[str]], ...]:
    """Return the clauses of a text that have a reservation, and where it stands."""
    found = ((clause, _first(reservation, clause)) for clause in cues.CLAUSE.split(evidence))
    return tuple(
        (clause, hedge)
        for clause, hedge in found
        if hedge and not came_about(clause[hedge.end() :])
    )


def _first(reservation: re.Pattern[str], clause: str) -> re.Match[str] | None:
    found = reservation.finditer(clause)
    return next(
        (
            match
            for match in found
            if not (_NO_RESERVATION.match(clause, match.start()) or describes(clause, match))
        ),
        None,
    )


def _is_bare(text: str) -> bool:
    return len(content_words(text)) < _SHARED


@lru_cache(maxsize=4096)
def _keeps(text: str) -> bool:
    """Tell whether a text has a reservation of its own."""
    return cues.leaves_open(text) or any(p.search(text) for p in (_KEPT, cues.SOFT, cues.PARTIAL))


def tells(told: frozenset[str], clause: str) -> bool:
    """Tell whether a text tells what follows the reservation of a clause."""
    words = content_stems(clause)
    least = min(_SHARED, len(words), len(told))
    common = (one for one in told if one in words or any(are_kin(one, other) for other in words))
    return least > 0 and len(tuple(islice(common, least))) == least  # others need not be looked for


def _is_told_plainly(told: frozenset[str], assertion: Assertion, clause: str) -> bool:
    """Tell whether another passage says as much without any reservation."""
    return any(
        not any(pattern.search(other) for _, pattern in _HEDGES) and tells(told, other)
        for evidence in assertion.supporting
        for other in cues.CLAUSE.split(evidence)
        if other != clause
    )


def _near(clause: str, hedge: re.Match[str]) -> str:
    before = clause[: hedge.start()].split()[-3:]
    after = clause[hedge.end() :].split()[:4]
    return " ".join((*before, hedge[0], *after))
