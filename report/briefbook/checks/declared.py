"""What an author declares of a claim, since no rule can know it: whether it has happened, what a number counts.

tense: planned            the text says that it is a plan, and a quote does
tense: done               a quote tells it without a plan
counts: {200: trucks a day}    the words stand beside the number, in the text and in a quote
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.counted_nouns import are_same
from briefbook.checks.hedges import unkept
from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, Role
from briefbook.language.en import cues
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import STOP_WORDS, words_of
from briefbook.model import Claim, Counted, Tense
from briefbook.model.locations import within

_AROUND = 6
"""Words on either side of a number among which what it counts stands."""


def check_declared(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield an error for each claim whose text or quotes do not bear what its author declares."""
    own = {a.statement: a for a in resolved.assertions if a.role is Role.CLAIM}
    for claim in resolved.briefing.claims:
        if assertion := own.get(str(claim.id)):
            yield from _check_tense(claim, assertion)
            for counted in claim.counts:
                yield from _check_counts(claim, assertion, counted)


_IS_TO = re.compile(
    r"\b(?:is|are|was|were) (?:still |now )?to (?!(?:a|an|the|date|blame|this|that)\b)[a-z]+\b"
)
"""“The airline is to order 60 aircraft.”"""


def _check_tense(claim: Claim, assertion: Assertion) -> Iterator[Problem]:
    if claim.tense is Tense.PLANNED:
        if not cues.PLAN.search(claim.text):
            message = f"claim {claim.id} is declared as planned, and its text has no word of a plan"
            yield _problem(claim, message, "say that it is planned, or that it will be", "tense")
        said = assertion.supporting
        if not any(cues.PLAN.search(words) or _IS_TO.search(words) for words in said):
            message = f"claim {claim.id} is declared as planned, and no quote speaks of a plan"
            yield _problem(
                claim, message, "quote the passage that does, or say `tense: done`", "tense"
            )
    if claim.tense is Tense.DONE:
        for text in assertion.texts:
            if plan := unkept(assertion, text, cues.PLAN):
                message = f"claim {claim.id} is declared as done, and its quotes tell it as a plan: “{plan}”"
                yield _problem(claim, message, "quote the passage that tells it as done", "tense")
                return


def _check_counts(claim: Claim, assertion: Assertion, counted: Counted) -> Iterator[Problem]:
    numbers = find_numbers(str(counted.literal))
    if len(numbers) != 1:
        message = f"“{counted.literal}” is no number that could count something"
        yield _problem(claim, message, "write the number as the text has it", "counts")
        return
    wanted = [w.stem for w in words_of(str(counted.what)) if w.lower not in STOP_WORDS]
    for name, texts in (("its text", (claim.text,)), ("its quotes", assertion.supporting)):
        if not any(_has(text, numbers[0].value, wanted) for text in texts):
            message = f"claim {claim.id}: {name} do{'' if name == 'its quotes' else 'es'} not have “{counted.what}” beside {counted.literal}"
            yield _problem(claim, message, "say what the number counts, as a quote does", "counts")


def _has(text: str, value: object, wanted: list[str]) -> bool:
    """Tell whether a text has a number with some words near it, in one clause."""
    for number in find_numbers(text):
        if number.value != value:
            continue
        words = words_of(text)
        before = [
            w for w in words if w.end <= number.start and not _ends(text[w.end : number.start])
        ]
        after = [
            w for w in words if w.start >= number.end and not _ends(text[number.end : w.start])
        ]
        near = [w.stem for w in (*before[-_AROUND:], *after[:_AROUND])]
        if all(any(are_same(one, other) for other in near) for one in wanted):
            return True
    return False


_END = re.compile(r"[.;:!?]\s")


def _ends(between: str) -> bool:
    return _END.search(between) is not None


def _problem(claim: Claim, message: str, hint: str, rule: str) -> Problem:
    return Problem(within(claim.text, 0, claim.place), message, hint, rule, str(claim.id))
