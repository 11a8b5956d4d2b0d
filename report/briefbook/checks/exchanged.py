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
from briefbook.checks.converses import converse_of
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass, replace
from briefbook.language.en.clauses import paired_crosswise
from briefbook.language.en.common_words import is_common
from briefbook.language.en.converses import are_converse
from briefbook.language.en.date_values import SHORT_MONTHS
from briefbook.language.en.related import is_near
from briefbook.language.en.semantic_roles import is_verb
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import STOP_WORDS, Word, stem, words_of
from briefbook.model.locations import within
from briefbook.values.dates import MONTHS

Stems = frozenset[str]


@dataclass(frozen=True)
class Sides:
    """What stands before and after the word that two sides hang on."""

    hinge: str  # the stem of a verb, or `more than`, `from to`
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
        crossed = mine & right, its & left
        if not self.is_comparison and not (_plain(crossed[0]) and _plain(crossed[1])):
            return (0, 0), (len(mine & left), len(its & right))  # amounts and months stand anywhere
        return (len(crossed[0]), len(crossed[1])), (len(mine & left), len(its & right))

    def shared(self, other: Sides) -> tuple[tuple[Stems, Stems], tuple[Stems, Stems]]:
        """Return what both have crosswise, and what they have straight; no numbers and no months."""
        mine, its = _plain(self.left - self.right), _plain(self.right - self.left)
        left, right = other.left - other.right, other.right - other.left
        return (mine & right, its & left), (mine & left, its & right)


def _plain(stems: Stems) -> Stems:
    return frozenset(s for s in stems - _AMOUNTS if not s[0].isdigit())


def check_exchanged(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each two sides that stand the other way round in the evidence."""
    events = [converse_of(text, assertion, context) for text in factual_texts(assertion)]
    if any(events):  # verbs that tell one event from its two sides say who does what
        yield from (event for event in events if isinstance(event, Problem))
        return
    found = [*_crossed_sides(assertion)] or [*_crossed_names(assertion)]
    yield from found or [*_crosswise(assertion)] or _around_any_verb(assertion)


def _crosswise(assertion: Assertion) -> Iterator[Problem]:
    """Find two parts of a statement that each join what stands apart in the evidence."""
    for text in factual_texts(assertion):
        own = outside_quotes(text)
        said = assertion.supporting
        if found := paired_crosswise(own, said) or paired_crosswise(own.partition(": ")[2], said):
            yield Problem(
                within(text, text.find(found[0]), assertion.place),
                f"{assertion.name}: “{found[0]}” and “{found[1]}” have changed places: source joins each with the other’s",
                "say of each what the source says of it",
                "roles-swapped", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _crossed_sides(assertion: Assertion) -> Iterator[Problem]:
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
            yield _problem(assertion, text, side, turned)
            return


_TURNS = re.compile(
    r"\b(?:receiv|get|got|obtain|accept|borrow|buy|bought|import|gain|host|from|by|owing|because|due|thanks|belong|under|within|among|in which|whose)"
    r"\w*\b|\bpart of\b",
    re.IGNORECASE,
)
"""Who is at which end is not told by the order of the words."""
_LEAST = 3
"""Words of both sides that stand the other way round about another verb."""
_AMOUNTS = frozenset((*map(stem, MONTHS), "million", "billion", "percent", "cent"))


def _around_any_verb(assertion: Assertion) -> Iterator[Problem]:
    """Find two sides of a verb that stand around another verb the other way round, and nowhere as the statement has them."""
    told = [(t, side) for t in factual_texts(assertion) for side in _verb_sides(outside_quotes(t))]
    evidence = dict.fromkeys((*assertion.supporting, *assertion.sentences)) if told else ()
    said = [side for words in evidence for side in _verb_sides(words)]
    for text, side in told:
        turned = [o for o in said if side.left & o.right and side.right & o.left]
        if not turned or _TURNS.search(side.words):
            continue
        if any(all(side.shared(other)[1]) for other in said):
            continue
        for other in turned:
            crossed, straight = side.shared(other)
            is_turned = all(crossed) and not any(straight) and not _TURNS.search(other.words)
            if is_turned and sum(map(len, crossed)) >= _LEAST:
                problem = _problem(assertion, text, side, other)
                yield replace(
                    problem, severity=Severity.REVIEW
                )  # a proposal offends who rejects it
                return


def _verb_sides(text: str) -> list[Sides]:
    return [side for side in sides_of(text) if " " not in side.hinge]


def _problem(assertion: Assertion, text: str, side: Sides, turned: Sides) -> Problem:
    return Problem(
        within(text, side.start, assertion.place),
        f"{assertion.name}: the two sides of “{side.words}” have changed places: source says “{turned.words}”",
        "say it as the source does, or quote the passage that says it so",
        "comparison-turned" if side.is_comparison else "roles-swapped",
        assertion.statement, Severity.WARNING,
    )  # fmt: skip


def _crossed_names(assertion: Assertion) -> Iterator[Problem]:
    """Find two names that have changed places around one word, whatever else stands beside them."""
    told = [
        (text, side)
        for text in factual_texts(assertion)
        for side in _names_around(outside_quotes(text))
    ]
    if not told:
        return
    evidence = dict.fromkeys((*assertion.supporting, *assertion.sentences))
    said = [side for words in evidence for side in _names_around(words)]
    for text, side in told:
        there = [o for o in said if o.hinge == side.hinge or is_near(side.hinge, (o.hinge,))]
        are_kept = any(side.left & other.left or side.right & other.right for other in there)
        turned = next(
            (other for other in there if side.left & other.right and side.right & other.left), None
        )
        if turned and not are_kept:
            yield _problem(assertion, text, side, turned)
            return


def _is_same(hinge: str, other: str) -> bool:
    if hinge != other and are_converse(hinge, other, "pair", "event", "loose"):
        return False
    return hinge == other or (" " not in hinge + other and is_near(hinge, (other,)))


@lru_cache(maxsize=4096)
def sides_of(text: str) -> tuple[Sides, ...]:
    """Return every two sides of a text."""
    return (*_around_verbs(text), *_around_than(text), *_from_to(text))


_CLAUSE = re.compile(
    rf"{NO_END}[.;:!?—]\s+|,\s+|\s+(?=(?:and|but|although|while|whereas|when|because|that|which|who|since|where|if|until|after|before)\s)"
)
_QUESTION = re.compile(
    r"(?:Has|Have|Had|Did|Does|Do|Is|Are|Was|Were|Will|Would|Can|Could|Should)\s"
)
"""A verb before its subject turns the sides."""
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
_OWNER_ENDS = 4  # letters that make an owner; what stands before them need not be searched
_AMOUNT = re.compile(r"\d.*|million|billion|trillion|percent|cent|point")


def _is_noun(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether what may be a verb stands behind an amount and before “in”, or before a verb: “the purchase cost”."""
    behind = words[at + 1 : at + 2]
    is_of_amount = any(_AMOUNT.fullmatch(word.lower) for word in words[max(0, at - 2) : at])
    if is_of_amount and behind and behind[0].lower == "in":
        return True
    return bool(behind) and behind[0].lower in ("cost", "was", "were", "is", "are", "has", "had")


def _around_verbs(text: str) -> Iterator[Sides]:
    for clause, start in _pieces(text, _CLAUSE):
        words = () if _QUESTION.match(clause) else words_of(clause)
        stems = _told_stems(words)
        for at, word in enumerate(words):
            is_participle = word.lower.endswith("ed")
            if word.is_capital or word.lower in STOP_WORDS:
                continue  # “was” and “has”, too: what follows is asked of few words
            if not (is_participle or is_verb(words, at)):
                continue
            if (
                _NOUN_BEHIND.match(clause, word.end)
                or _is_noun(words, at)
                or _OWNER.search(clause, max(0, word.start - _OWNER_ENDS), word.start)
            ):
                continue  # “Somon Air’s purchase”, “a purchase of”
            if is_participle and _FINITE.search(clause, word.end):
                continue  # “the faults recorded in April were corrected”
            left, right = (frozenset(filter(None, side)) for side in (stems[:at], stems[at + 1 :]))
            if not left or not right:
                continue
            is_passive = _PASSIVE.search(clause[: word.start]) is not None
            # “was produced in Italy by”, “a film produced by”
            by = (_BY.search if is_passive else _BY.match)(clause, word.end)
            if is_passive and not by:
                continue
            if by:
                left, right = _stems(clause[by.end() :]), left
            yield Sides(word.stem, left, right, start + word.start, clause.strip())


def _pieces(text: str, between: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Yield what stands between the matches, each with where it begins."""
    at = 0
    for match in (*between.finditer(text), None):
        end = match.start() if match else len(text)
        yield text[at:end], at
        at = match.end() if match else end


_WHOLE_CLAUSE = re.compile(
    rf"{NO_END}[.;:!?]\s+|\s[—–]\s|,\s+(?=(?:and|but|which|who|while|whereas|although)\b)|"
    r"\s+(?=(?:but|although|while|whereas|when|because|that|which|who|since|where|if|until|after|before)\s)"
)
"""Between these a verb may have its names: “In 2015, Lissa is expected to surpass Tarn”."""
_IN_A_PHRASE = re.compile(
    r"\b(?i:the|an?|of|its|their|his|her|in|on|for|from|with|by|at|and)\s(?:[a-z]+\s)?$"
)
_AUXILIARY = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|shall|should|did|does|do|not|never|also|then|later|ha[sd]|have|is|are|was|were|been)\s"
    r"(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\sthan\s")
_AND_ANOTHER = re.compile(r"\s(?:and|or)\s\w+(?:ed|en)(?=\s)")
_WHERE = re.compile(
    r"\b(?i:in|at|under|on|during|within|near|throughout|since|after|before)\s(?:(?:the|its|their|an?)\s)?(?:[a-z]+\s)?$"
)
"""A name that says where or when: “Under the Accords both can renew it”."""
_BEHIND_A_NAME = re.compile(r"[A-Z][\w.’']*\s(?:[a-z]+ly\s)?$")
_SHORTEST = 4


@lru_cache(maxsize=4096)
def _names_around(text: str) -> tuple[Sides, ...]:
    """Return the names before and behind each word that may be a verb."""
    return tuple(
        side for clause, start in _pieces(text, _WHOLE_CLAUSE) for side in _names_in(clause, start)
    )


def _names_in(clause: str, start: int) -> Iterator[Sides]:
    words = words_of(clause)
    if sum(word.is_capital for word in words) < 2:  # noqa: PLR2004  two names
        return
    for word in words:
        if (
            word.is_capital
            or len(word.text) < _SHORTEST
            or not word.text.isalpha()
            or word.lower in STOP_WORDS
        ):
            continue
        before = clause[: word.start]
        is_verb_like = word.lower.endswith(("ed", "s")) or _BEHIND_A_NAME.search(before)
        if (
            _IN_A_PHRASE.search(before)
            or _OWNER.search(before)
            or not (is_verb_like or _AUXILIARY.search(before))
        ):
            continue
        left, right = before, clause[word.end :]
        is_passive = _PASSIVE.search(before) is not None
        pair = _AND_ANOTHER.match(clause, word.end)  # “guaranteed and funded by the bank”
        by = (_BY.search if is_passive else _BY.match)(clause, pair.end() if pair else word.end)
        if is_passive and not by:
            continue
        if by:
            left, right = clause[by.end() :], before
        mine, its = _names(left), _names(_COMPARED.split(right)[0])
        if mine - its and its - mine and not _OTHERS_TOO.search(right):
            yield Sides(word.stem, mine - its, its - mine, start + word.start, clause.strip())


_OTHERS_TOO = re.compile(r",\s(?:and\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*\s\W?\d")
"""“Lissa mined 15 million tons, Tarn 9 million”: a verb that is told once for several."""


def _names(text: str) -> Stems:
    """Return the stems of capital words that are no months, and at the beginning no common ones."""
    return frozenset(
        word.stem
        for word in words_of(text)
        if word.is_capital and word.lower not in STOP_WORDS and word.text not in MONTHS
        if word.start or not is_common(word.text)
        if not _WHERE.search(text[: word.start])
    )


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
    return frozenset(filter(None, _told_stems(words_of(text))))


def _told_stems(words: tuple[Word, ...]) -> list[str]:
    """Return the stems of words, empty for small ones."""
    return ["" if w.lower in _UNTOLD and not w.text[0].isdigit() else w.stem for w in words]


_UNTOLD = STOP_WORDS | {"ones"}
