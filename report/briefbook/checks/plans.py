"""A plan is not told as done: what the source proposes, recommends, permits or expects has not happened by that.

    The source: The government proposed the elimination of the agency.
    The lie:    The government abolished the agency.

The rule speaks where the words that a text tells in a past tense stand in its evidence behind a word of a plan
and nowhere else, and the text has no such word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.checks.hedges import came_about
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.clauses import SENTENCE_END, clauses_of
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import Word, content_words, words_of
from briefbook.model.locations import within

_PLAN = re.compile(
    cues.PLAN.pattern
    + r"|\b(?:recommend(?:s|ed|ation|ations)?|request(?:s|ed)?|should|could(?! not)|(?-i:may)|might|authori[sz]ed? to|authori[sz]ation to|asked? to|urg(?:e[sd]?|ing)|"
    r"call(?:s|ed)? (?:for|on)|advis(?:e[sd]?|ing)|waiting(?! (?:times?|lists?|rooms?|periods?)\b)|pending|subject to|aim(?:s|ed)? to|designed to|meant to|intended to|"
    r"(?:is|are|was|were|has|have) to (?!be\b)[a-z]+(?= )|(?:rais|cut|lower|revis)\w+ (?=(?:its|the|their) (?:\w+ )?(?:forecast|projection|target)\b)|"
    r"under (?:review|consideration|discussion|negotiation|study)|(?:is|are|was|were|been) (?:still )?(?:examining|considering|studying|weighing|discussing|negotiating)|"
    r"considering|ready to|hope[sd]?|wants?|wanted|able to|possible)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    _PLAN.pattern
    + r"|\b(?:if|unless|until|yet|not|no|never|without|wish(?:es|ed)?|mean(?:s|t|ing)? to|stands? to|set to|tell(?:s|ing)?|due|expect\w*|likely|whether|for (?:the )?(?:sake|purpose)|goal|purpose|"
    r"to be|can|cannot|supposed|tr(?:y|ies|ied|ying)|effort|agreed|allow\w*|let|permit\w*|ask\w*|demand\w*|propos\w*|plan(?:s|ned|ning)?|prospect\w*|draft\w*|"
    r"forecast\w*|project\w*|seek\w*|sought|must|need\w*|requir\w*|ought|thought|believ\w+|in order|so that|so as)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^(?:[a-z]{3,}ed|built|made|gave|given|took|taken|began|begun|became|become|came|went|gone|held|kept|left|lost|met|paid|put|sent|set|shut|"
    r"sold|spent|won|wrote|written|brought|bought|broke|broken|chose|chosen|cut|fell|fallen|found|got|grew|grown|led|rose|risen|ran|run|said)$"
)


_NO_DEED = re.compile(
    r"taken together|given (?:that|the)|compared (?:with|to)|based on|left over", re.IGNORECASE
)
"""“Taken together, the two came to 191,000” takes nothing."""


def check_plans(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each text that tells as done what its evidence has as a plan alone."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    own = outside_quotes(text)
    if _KEPT.search(own):
        return
    done = [
        word
        for word in words_of(own)
        if _PAST.match(word.lower)
        and len(word.stem) > 2  # noqa: PLR2004
        and not _NO_DEED.match(own, word.start)
    ]
    yield from _of_planned_figures(assertion, text, own)
    for word in done:
        if (plan := _planned(word, assertion)) and not _is_done(word, assertion):
            yield Problem(
                within(text, word.start, assertion.place),
                f"{assertion.name}: tells as done (“{word.text}”) what the source tells as a plan: “{plan}”",
                "tell it as a plan; `tense: done` wants a passage that tells it as done",
                "plan-as-done", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_AHEAD = re.compile(
    r"\b(?:project(?:s|ed)|expect(?:s|ed)|forecast(?:s|ed)? (?:to|that)|planned|plans to|scheduled|will|propos(?:e[sd]?|al)|(?-i:may)|might|promise[sd]?|pledge[sd]?)\b",
    re.IGNORECASE,
)
_HAS_HAPPENED = re.compile(r"\b(?:was|were|has|have|had)\b", re.IGNORECASE)
_FEW = 12
"""Up to here a number stands for several things in every paragraph."""


def _of_planned_figures(assertion: Assertion, text: str, own: str) -> Iterator[Problem]:
    """Yield a warning for a figure told as reached that the evidence has once, as projected, planned or proposed."""
    if not _HAS_HAPPENED.search(own) and not any(_PAST.match(w.lower) for w in words_of(own)):
        return
    for number in find_numbers(own):
        if not number.unit and number.value <= _FEW:
            continue
        there = [
            (sentence, other)
            for said in assertion.supporting
            for sentence in SENTENCE_END.split(said)
            for other in find_numbers(sentence)
            if other.is_same(number)
        ]
        if len(there) != 1:
            continue
        sentence, other = there[0]
        ahead = _AHEAD.search(sentence, 0, other.start)
        if ahead and not _JOINT.search(sentence, ahead.end(), other.start):
            yield Problem(
                within(text, number.start, assertion.place),
                f"{assertion.name}: tells as done (“{own[number.start : number.end]}”) what the source tells as a plan: "
                f"“{sentence[ahead.start() : other.end]}”",
                "tell it as a plan; `tense: done` wants a passage that tells it as done",
                "plan-as-done", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_JOINT = re.compile(
    r";|,\s(?:and|but|while|although|which|who|we|it|they|he|she)\b|\b(?:but|whereas|from)\b",
    re.IGNORECASE,
)
"""What follows is told of something else, or is what it was before: “is projected to rise from 65 to 76”."""


def _planned(word: Word, assertion: Assertion) -> str:
    """Return the words of the evidence in which a plan governs a word; empty if none does."""
    for said in assertion.supporting:
        for shown, behind in _plans(said):
            if is_near(word.stem, behind):
                return shown
    return ""


@lru_cache(maxsize=4096)
def _plans(said: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each plan of a text: its first words, and the stems of what it governs."""
    found = []
    for sentence in SENTENCE_END.split(said):
        plan = _PLAN.search(sentence)
        if plan and not came_about(
            sentence[plan.end() :]
        ):  # “proposed the railway that was opened”
            behind = tuple(w.stem for w in content_words(sentence) if w.start >= plan.end())
            found.append((" ".join(sentence[plan.start() :].split()[:8]), behind))
    return tuple(found)


_GOES_ON = re.compile(
    r"\s*(?:and|or|that|to)\s(?!(?:[\w’'-]+\s){1,4}?(?:have|has|had|was|were)\b)", re.IGNORECASE
)
"""A clause that a plan governs too; “and the boards have hired nurses” is one of its own."""


def _is_done(word: Word, assertion: Assertion) -> bool:
    """Tell whether a clause without any plan has the word too."""
    for said in assertion.supporting:
        planned = False
        for clause in clauses_of(said):
            planned = bool(_PLAN.search(clause.text)) or (
                planned and _GOES_ON.match(clause.text) is not None
            )
            if not planned and is_near(word.stem, clause.stems):
                return True
    return False
