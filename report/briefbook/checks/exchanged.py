"""Two sides that have changed places: around one verb, around “than”, between “from” and “to”.

    The source: the Court of Appeal overturned a decision of the High Court.
    The lie:    the High Court overturned a decision of the Court of Appeal.

No grammar is needed for that: the words before and after the same verb are compared. What stands on both sides
decides nothing, and one passive against one active turns the sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en.date_values import SHORT_MONTHS
from briefbook.language.en.related import is_near
from briefbook.language.en.semantic_roles import is_verb
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import STOP_WORDS, Word, stem, words_of
from briefbook.model.locations import within

Stems = frozenset[str]


@dataclass(frozen=True)
class Sides:
    """What stands before and after the word that two sides hang on."""

    hinge: str
    """The stem of a verb, or `more than`, `from to`."""
    left: Stems
    right: Stems
    start: int
    words: str

    def is_crossed(self, other: Sides) -> bool:
        """Tell whether each side tells what the other one's opposite side tells, and neither what its own does."""
        crossed, straight = self._shared(other)
        is_clear = (
            self.is_comparison or not straight[0]
        )  # who acts is told by the words before the verb
        return (
            min(crossed) > 0
            and sum(crossed) > (sum(straight) if self.is_comparison else straight[1])
            and is_clear
        )

    def is_kept(self, other: Sides) -> bool:
        """Tell whether it says as much of the same sides."""
        crossed, straight = self._shared(other)
        return sum(straight) >= sum(crossed) if self.is_comparison else straight[0] > 0

    @property
    def is_comparison(self) -> bool:
        """Whether it compares one side with the other."""
        return self.hinge.endswith(" than")

    def _shared(self, other: Sides) -> tuple[tuple[int, int], tuple[int, int]]:
        mine, its = self.left - self.right, self.right - self.left
        left, right = other.left - other.right, other.right - other.left
        return (len(mine & right), len(its & left)), (len(mine & left), len(its & right))


def check_exchanged(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each two sides that stand the other way round in the evidence."""
    told = [
        (text, side) for text in factual_texts(assertion) for side in sides_of(outside_quotes(text))
    ]
    if not told:
        return
    evidence = dict.fromkeys((*assertion.supporting, *assertion.sentences))
    said = [side for words in evidence for side in sides_of(words)]
    for text, side in told:
        there = [other for other in said if _is_same(side.hinge, other.hinge)]
        turned = next((other for other in there if side.is_crossed(other)), None)
        if turned and not any(side.is_kept(other) for other in there):
            yield Problem(
                within(text, side.start, assertion.place),
                f"{assertion.name}: the two sides of “{side.words}” have changed places: source says “{turned.words}”",
                "say it as the source does, or quote the passage that says it so",
                "comparison-turned" if side.is_comparison else "roles-swapped",
                assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_CONVERSE = tuple(
    frozenset(map(stem, words.split()))
    for words in ("kill die drown perish", "cost spend pay", "employ work", "own belong", "contain belong", "cause suffer",
                  "last take", "lead follow", "lend borrow", "teach learn", "win lose", "use serve")
)  # fmt: skip
"""Verbs of one event whose subjects are its other side: a tsunami kills, and people die in it."""


def _is_same(hinge: str, other: str) -> bool:
    if hinge != other and any(hinge in pair and other in pair for pair in _CONVERSE):
        return False
    return hinge == other or (" " not in hinge + other and is_near(hinge, (other,)))


@lru_cache(maxsize=4096)
def sides_of(text: str) -> tuple[Sides, ...]:
    """Return every two sides of a text."""
    return (*_around_verbs(text), *_around_than(text), *_from_to(text))


_CLAUSE = re.compile(
    rf"{NO_END}[.;:!?—]\s+|,\s+|\s+(?=(?:and|but|although|while|whereas|when|because|that|which|who|since|where|if|until|after|before)\s)"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would)\b", re.IGNORECASE)
_SO_MUCH = (
    "(?:over|about|around|some|almost|nearly|more|less|fewer|roughly|just|half|well|barely|at least|one|two|three|four|"
    "five|six|seven|eight|nine|ten|several|hundreds|thousands|millions|twice)"
)
_BY = re.compile(
    rf"\s(?:\w+ly\s)?by\s(?!an?\s|\W?\d|{_SO_MUCH}\b|then\b|the end\b|early\b|late\b|mid\b|next\b|(?:{'|'.join(SHORT_MONTHS)})[a-z]*\.?\s\d|[a-z]+ing\b)",
    re.IGNORECASE,
)
"""What does something: not “by May 2017”, “by a third”, “by over four fifths”, “by paying”."""
_NOUN_BEHIND = re.compile(r"\sof\b")
_OWNER = re.compile(r"(?:[’']s|s[’'])\s$")


def _around_verbs(text: str) -> Iterator[Sides]:
    for clause, start in _pieces(text):
        words = words_of(clause)
        for at, word in enumerate(words):
            is_participle = word.lower.endswith("ed")
            if word.is_capital or not (is_verb(words, at) or is_participle):
                continue
            if _NOUN_BEHIND.match(clause, word.end) or _OWNER.search(clause[: word.start]):
                continue  # “Somon Air’s purchase”, “a purchase of”
            if is_participle and _FINITE.search(clause, word.end):
                continue  # “the faults recorded in April were corrected”
            left, right = _stems_of(words[:at]), _stems_of(words[at + 1 :])
            if not left or not right or word.lower in STOP_WORDS:
                continue
            is_passive = _PASSIVE.search(clause[: word.start]) is not None
            # “was produced in Italy by”, “a film produced by”
            by = (_BY.search if is_passive else _BY.match)(clause, word.end)
            if is_passive and not by:
                continue
            if by:
                left, right = _stems(clause[by.end() :]), left
            yield Sides(word.stem, left, right, start + word.start, clause.strip())


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for match in (*_CLAUSE.finditer(text), None):
        end = match.start() if match else len(text)
        yield text[at:end], at
        at = match.end() if match else end


_THAN = re.compile(
    r"\b(?P<how>(?:more|less|fewer|higher|lower|larger|smaller|[a-z]{3,}er)\b(?:\s[a-z]+){0,2}?)\sthan\s|"
    r"\b(?P<times>twice|half|\w+ times)\sas\s(?P<what>[a-z]+)\s(?P<one>[^.;]+?)\sas\s",
    re.IGNORECASE,
)


def _around_than(text: str) -> Iterator[Sides]:
    for sentence, start in ((m[0], m.start()) for m in _SENTENCE.finditer(text)):
        for match in _THAN.finditer(sentence):
            how = " ".join((match["how"] or f"{match['times']} {match['what']}").lower().split())
            behind = re.split(r"[.;:,]", sentence[match.end() :])[0]
            before = match["one"] or re.split(r"[;:]\s|\bthat\b", sentence[: match.start()])[-1]
            yield Sides(
                f"{how} than", _stems(before), _stems(behind),
                start + match.start(), sentence[: match.end() + len(behind)].strip()[-_SHOWN:],
            )  # fmt: skip


_SENTENCE = re.compile(r"[^.;!?]+(?:[.](?=\S)[^.;!?]*)*")
_SHOWN = 90
_FROM_TO = "from to"
_NAME = r"(?:[A-Z][\w’'-]+(?:\s(?:of\s)?[A-Z][\w’'-]+)*)"
_WAY = re.compile(rf"\b[Ff]rom (?P<one>{_NAME}) (?:to|for|into) (?P<other>{_NAME})")


def _from_to(text: str) -> Iterator[Sides]:
    for match in _WAY.finditer(text):
        yield Sides(_FROM_TO, _stems(match["one"]), _stems(match["other"]), match.start(), match[0])


def _stems(text: str) -> Stems:
    return _stems_of(words_of(text))


def _stems_of(words: tuple[Word, ...]) -> Stems:
    return frozenset(
        word.stem for word in words if word.lower not in _UNTOLD or word.text[0].isdigit()
    )


_UNTOLD = STOP_WORDS | {"ones"}
