"""Short forms, leads, headlines, the bottom line, takeaways, judgements and titles say what they rest on says.

They are what a hurried reader reads, and quote nothing themselves. What they rest on is quoted: the rules of wording that
hold a statement against its quotes hold them against those, and against the texts themselves where these are worked out
of figures. A claim's short form and its lead, and an event's title, are held so with their statement already; here they
are held for what is left out when words are few.

    The source:    The ministry plans to replace the ferry with a bridge by 2028.
    A false title: Bridge by 2028
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from briefbook.checks.added_words import check_added_words
from briefbook.checks.altered import check_altered
from briefbook.checks.comparisons import check_comparisons
from briefbook.checks.context import Context
from briefbook.checks.hedges import check_hedges
from briefbook.checks.negations import check_negations
from briefbook.checks.opposites import check_opposites
from briefbook.checks.plans import check_plans
from briefbook.checks.tendencies import check_tendencies
from briefbook.checks.wholes import check_wholes
from briefbook.errors import Problem, Severity
from briefbook.evidence.resting import Resting
from briefbook.evidence.support import Assertion, Role, outside_quotes
from briefbook.frozen import replace
from briefbook.language.en import cues
from briefbook.language.en.clauses import KEEPS_VOICE, clauses_of, shared, standing
from briefbook.language.en.related import EMPTY_WORDS, is_near, novelty
from briefbook.language.en.stemmer import content_stems, content_words, stem
from briefbook.model.locations import within

AssertionRule = Callable[[Assertion, Context], Iterable[Problem]]
_OF_TAKEAWAYS = (check_negations, check_tendencies, check_hedges, check_plans)
"""A takeaway rests on all that is drawn: of so much, somewhere an opposite is told, and “all” is what is drawn."""
_OF_FIGURES = (check_negations, check_tendencies)
"""What is worked out has no quotes."""
_OF_OPEN = (check_hedges, check_plans)
"""Those that hold what its evidence leaves open."""
_OF_WORDING = (
    *_OF_TAKEAWAYS, check_opposites, check_comparisons, check_added_words, check_wholes, check_altered,
)  # fmt: skip


def check_resting(resting: Resting, context: Context) -> Iterator[Problem]:
    """Yield a problem for each way in which a text says something else than what it rests on."""
    if not resting.is_judged:  # a judgement says what ought to be, or what would be
        yield from _misworded(resting, context)
    for text in resting.texts:
        yield from _invented(resting, text, context)


def _misworded(resting: Resting, context: Context) -> Iterator[Problem]:
    is_worked_out = resting.role is Role.CLAIM and not resting.quotes
    borne = resting.full if is_worked_out else resting.supporting
    may_be_open = any(map(cues.has_open, borne))
    if resting.is_held_to_quotes or is_worked_out:
        near = _near(resting, borne)
        quoted = {quote.text for quote in resting.quotes}
        of_all = replace(resting, supporting=near)
        of_quotes = replace(resting, supporting=tuple(said for said in near if said in quoted))
        for rule in _rules_of(resting) if near else ():
            held = of_all if rule in _OF_FIGURES else of_quotes
            if not held.supporting or (rule in _OF_OPEN and not may_be_open):
                continue
            for problem in rule(held, context):
                if problem.rule != "near-copy":  # it keeps their words, as a short form does
                    yield problem
    for text in resting.texts if may_be_open or resting.views else ():
        if cues.SOFT.search(text) or _STILL_OPEN.search(text):
            continue
        if may_be_open:
            longer = (other for other in resting.texts if len(other) > len(text))
            yield from _unreserved(resting, text, (*borne, *resting.full, *longer))
        if not cues.has_open(text):
            yield from _voiceless(resting, text)


def _rules_of(resting: Resting) -> tuple[AssertionRule, ...]:
    if not resting.quotes:
        return _OF_FIGURES
    return _OF_TAKEAWAYS if resting.role in (Role.EXHIBIT, Role.PHASE) else _OF_WORDING


def _near(resting: Resting, borne: Sequence[str]) -> tuple[str, ...]:
    """Return those passages that tell of what some texts tell: they share two words with them, or where none does, one."""
    told = frozenset[str]().union(*map(content_stems, resting.texts))
    common = [(said, len(told & content_stems(said))) for said in borne]
    most = min(_FEWEST, max((number for _, number in common), default=0))
    return tuple(said for said, number in common if number >= most > 0)


def not_told_yet(told: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield those problems of which none of the same rule, or none of a reservation, is told in the same line."""
    before = {_of(problem) for problem in told}
    for problem in found:
        if _of(problem) not in before:
            before.add(_of(problem))
            yield problem


def _of(problem: Problem) -> tuple[str, int, str, str]:
    place, rule = problem.place, problem.rule
    return place.file, place.line, problem.statement, _OF_RESERVATIONS.get(rule, rule)


_OF_RESERVATIONS = dict.fromkeys(
    ("hedge-dropped", "negation-dropped", "plan-as-done", "short-hedge"), "reservation"
)


def _unreserved(resting: Resting, text: str, borne: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning where all that a text tells stands in clauses alone that leave it open; “will” is surer than “may”."""
    is_sure = _SURE.search(text) is not None
    if cues.has_open(_SURE.sub("", text) if is_sure else text) or KEEPS_VOICE.search(text):
        return
    for told in clauses_of(text) if is_sure else (text,):
        words = told if isinstance(told, str) else told.text
        if having := _open_clauses(words, borne, is_sure=is_sure):
            yield Problem(
                within(text, text.find(words.strip()), resting.place),
                f"{resting.name} drops a reservation: what it rests on says “{having[0].strip()}”",
                "keep how sure or how far it is",
                "hedge-dropped", resting.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _open_clauses(told: str, borne: Sequence[str], *, is_sure: bool) -> tuple[str, ...]:
    """Return the clauses that tell what some words tell, where each leaves it open; none where one does not."""
    stems, figures = content_stems(told) - _OF_SURE, frozenset(_FIGURE.findall(told))
    if len(stems) + len(figures) < _FEWEST:
        return ()
    least = len(stems) - (is_sure and len(stems) > _FEWEST)
    having = [
        clause
        for said in borne
        if 2 * len(stems & content_stems(said)) >= len(stems)
        for clause in standing(said)
        if 2 * len(stems & clause.stems) >= len(stems) and shared(stems, clause.stems) >= least
        if figures.issubset(_FIGURE.findall(clause.words))
    ]
    are_open = (c.is_open and (not is_sure or cues.POSSIBLE.search(c.words)) for c in having)
    return tuple(clause.words for clause in having) if all(are_open) else ()


_SURE = re.compile(r"\b(?:will|shall|is (?:sure|bound|certain) to|cannot fail to)\b", re.IGNORECASE)
_OF_SURE = frozenset(("will", "shall"))
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


_FEWEST = 2
_STILL_OPEN = re.compile(
    r"\b(?:considered|discussed|weighed|examined|studied|mooted|debated|requested|asked|sought|offered|due|foreseen|disputed?|doubt\w*|"
    r"open|unclear|question\w*|at risk|to be)\b|\?",
    re.IGNORECASE,
)
"""What a title has of a thing that is not done yet, or not sure."""


def _voiceless(resting: Resting, text: str) -> Iterator[Problem]:
    """Yield a warning where a text tells in its own voice what it has from somebody's view alone."""
    if not resting.views or KEEPS_VOICE.search(text) or _COUNTED_BY.search(text):
        return
    views = {word.stem for said in resting.views for word in content_words(said)}
    plain = {
        word.stem
        for said in resting.full
        if said not in resting.views
        for word in content_words(said)
    }
    words = content_words(outside_quotes(text))
    own = [w for w in words if is_near(w.stem, views) and not is_near(w.stem, plain)]
    if len(own) >= _FEWEST and 2 * len(own) > len(words):
        yield Problem(
            within(text, own[0].start, resting.place),
            f"{resting.name} tells as a fact what it rests on tells as a view: “{resting.views[0]}”",
            "say whose view it is, or that it is disputed",
            "voice-dropped", resting.statement, Severity.WARNING,
        )  # fmt: skip


_COUNTED_BY = re.compile(
    r"\b(?:by|on|in) (?:\w+ ){0,3}\w+[’'](?:s )?\s?(?:count|reckoning|account|estimate|figures?|words?)\b",
    re.IGNORECASE,
)


_MANY, _MOST, _SHOWN = 3, 0.8, 4
"""New words from which a text tells of something else, the part of its content that they are, and how many are told."""


@cache
def _summing_up() -> frozenset[str]:
    """Return the stems of words by which authors sum up."""
    words = (
        "amount figure sum share part portion side sort kind form type period series scale total average whole differ alike rise grow shrink "
        "drop climb peak change stay remain early late slow fast quick high low big small outcome view payer question answer issue word "
        "voice paper reader account start follow lead count doubt open settle compare gap risk pressure cost price benefit limit exception "
        "rule chance need"
    )
    return frozenset(map(stem, words.split()))


def _invented(resting: Resting, text: str, context: Context) -> Iterator[Problem]:
    """Yield a warning where hardly a word of a text has a kin in what it rests on, nor in any source."""
    borne = (*resting.full, *resting.supporting)
    words = [
        word
        for word in content_words(outside_quotes(text))
        if not (word.is_capital or word.lower in EMPTY_WORDS)
    ]
    unknown = {word.stem for word in words}
    for said in borne:
        if len(unknown) < _MANY:  # most texts
            return
        unknown -= content_stems(said)
    telling = [word for word in words if word.stem not in _summing_up()]
    unknown -= _summing_up()
    most = max(_MANY, _MOST * len(telling))
    for document in context.texts.values():
        if len(unknown) < most:
            return
        unknown = {one for one in unknown if one not in document.text}
    if len(unknown) < most:
        return
    sources = (document.text for document in context.texts.values())
    share, new = novelty(" ".join(word.text for word in telling), (*borne, *sources))
    if share < _MOST or len(new) < _MANY:
        return
    yield Problem(
        within(text, 0, resting.place),
        f"{resting.name}: nothing that it rests on tells of {', '.join(f'“{w.text}”' for w in new[:_SHOWN])}",
        "rest it on the statement that tells it, or say what those that it rests on tell",
        "unrelated", resting.statement, Severity.WARNING,
    )  # fmt: skip
