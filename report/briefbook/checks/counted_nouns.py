"""What a number counts: 35 vehicles are not 35 tons, three days no three months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from briefbook.checks.addresses import masked
from briefbook.checks.context import Context
from briefbook.checks.denominators import check_prices
from briefbook.checks.measures import check_lengths, of_another_unit, other_measure
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_number, evidence_of
from briefbook.evidence.spans import Duration, told_duration
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import LOCATOR_HEAD, without_computed
from briefbook.language.en.counted import MEASURES, are_counted_alike, counted_after
from briefbook.language.en.number_words import any_of
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.related import (
    BEFALLS,
    FAR,
    NEAR,
    OF_ANY_ROLE,
    PERSONS,
    ROLES,
    best_relation,
    entry_of,
    is_person,
    relatedness,
)
from briefbook.language.en.stemmer import STOP_WORDS, Word, stem, words_of
from briefbook.language.en.tables import rows
from briefbook.model.locations import within
from briefbook.values.units import size_of

_AFTER = 4
"""Words after a number among which what it counts stands."""
_AROUND = 6
"""Words around a number of the evidence, likewise."""

_OWN_COUNT = 5
"""Smaller numbers in judgements and computed texts count the briefing's own things: two views."""


def check_counted_nouns(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each number that counts something else than in its evidence."""
    if assertion.is_name:
        return
    for text in assertion.texts:
        yield from _check_counted(assertion, text)
        yield from check_lengths(assertion, text)
        yield from check_prices(assertion, text)


def _check_counted(assertion: Assertion, text: str) -> Iterator[Problem]:
    for number in find_numbers(masked(without_computed(assertion, text))):
        other_unit = _other_unit_of_time(assertion, text, number)
        if other_unit := other_unit or other_measure(assertion, text, number):
            yield of_another_unit(assertion, text, number, other_unit)
            continue
        told = _counted(text, number)
        if (
            number.unit
            or not told
            or _is_measured_alike(assertion, text, number)
            or told[0].lower in _GENERIC
            or LOCATOR_HEAD.search(text[: number.start])
            or _is_worked_out_time(assertion, text, number)
            or _NUMBERED.search(text[: number.start])
            or _is_pair_there(assertion, number)
        ):
            continue
        if not assertion.is_factual and number.value < _OWN_COUNT:
            continue
        near = _beside_it_there(assertion, number)
        is_near = any(_is_among(one, near) for one in told)
        head = _head(text, told)
        is_otherwise = head is not None and _is_counted_otherwise(assertion, number, head)
        is_cousin = assertion.is_factual and _is_cousin(head or told[0], near)
        is_befallen = any(word.stem in BEFALLS for word in near) and is_person(head or told[0])
        if is_cousin and (is_befallen or not is_otherwise):
            continue  # “two men” of “two actors” may be the same ones
        if not near or (is_near and (head is None or _is_among(head, near))):
            continue
        if head is None and told[0].lower not in MEASURES:
            continue  # “magnitude 6 shook”: what follows is no noun that a number counts
        if _are_persons_there(assertion, number, told[0], near):
            continue
        last = head or told[-1]
        is_anywhere = any(_is_among(last, words_of(text)) for text in assertion.supporting)
        if is_anywhere and not is_otherwise and (is_near or not assertion.is_factual):
            continue
        words = text[number.start : told[-1].end]
        there = " ".join(word.text for word in near[:_AROUND])
        yield Problem(
            within(text, number.start, assertion.place),
            f"{assertion.name}: nothing in its evidence supports “{words}”: source counts “… {there} …”",
            "name what the source counts", "unit", assertion.statement,
            _severity(last, near) if assertion.is_factual and not is_anywhere else Severity.WARNING,
        )  # fmt: skip


_AT_WORK = re.compile(r"\b(?:[Ee]mploy|hir|recruit)\w*|\bpayroll\b")
_WORKERS = frozenset(map(stem, ("worker", "employee", "staff", "labourer", "laborer")))
"""Whom somebody employs."""


def _are_persons_there(
    assertion: Assertion, number: FoundNumber, told: Word, near: list[Word]
) -> bool:
    """Tell whether the evidence has persons by the same number: “the number of staff dropped from 1,433”.

    Those of a country (“30,000 Cubans”) are told by any noun for persons (“30,000 people”), and not as those of another one.
    """
    if told.is_capital and is_person(told):
        return any(map(_is_any_person, near))
    if told.stem in _WORKERS and any(map(_AT_WORK.search, assertion.supporting)):
        return any(map(_is_any_person, near))  # “40 workers” of “employs 40 people”
    if not _is_any_person(told):
        return False
    if any(w.is_capital and w.text.endswith(("ans", "ese", "is")) for w in near):
        return True
    return any(
        is_person(word) or word.stem in _STAFF
        for said in assertion.supporting
        if any(other.is_same(number) for other in find_numbers(said))
        for word in words_of(said)
    )


def _is_any_person(word: Word) -> bool:
    """Tell whether a noun stands for persons of any kind: people, staff, men."""
    return word.lower in PERSONS or word.stem in _STAFF or word.stem in OF_ANY_ROLE


_STAFF = frozenset(map(stem, ("staff", "personnel", "workforce", "crew", "population")))


def _is_worked_out_time(assertion: Assertion, text: str, number: FoundNumber) -> bool:
    """Tell whether a length of time lies between quoted dates, whatever else the quotes count: “three months after”."""
    told = told_duration(text, number, is_each=True)
    return told is not None and derive_number(number, text, evidence_of(assertion)) is not None


def _is_measured_alike(assertion: Assertion, text: str, number: FoundNumber) -> bool:
    """Tell whether the evidence has a number of the same measure or time: 13 km² of “13 square kilometers”."""
    told, time = counted_after(text, number.end), told_duration(text, number)
    size = size_of(told.unit) if told else None
    for said in assertion.supporting if size or time else ():
        for other in find_numbers(said):
            if (other.value, other.to) != (number.value, number.to):
                continue
            there, length = counted_after(said, other.end), told_duration(said, other)
            if size and there and size_of(there.unit) == size:
                return True
            if time and length and length.unit == time.unit:
                return True
    return False


def _beside_it_there(assertion: Assertion, number: FoundNumber) -> list[Word]:
    """Return the words of the evidence around the same number."""
    return [
        word
        for supported in assertion.supporting
        for other in find_numbers(supported)
        if (other.value, other.to) == (number.value, number.to) and not other.unit
        if not _counts_what_was_named(supported, other) and not _is_a_change(supported, other)
        for word in _near(supported, other)
    ]


def _other_unit_of_time(assertion: Assertion, text: str, number: FoundNumber) -> str:
    """Return the words of the evidence that have a number of hours, days or years by another unit alone."""
    told = told_duration(text, number, is_each=True)
    if told is None:
        return ""
    evidence = evidence_of(assertion)
    said = evidence.durations
    if any(told.says(each.days) for _, each in said):
        return ""
    if words := _counts_no_time(assertion, number, told, said):
        return "" if derive_number(number, text, evidence) else words
    same = {each.unit: words for words, each in said if each.value == told.value}
    if told.unit in same or not same or derive_number(number, text, evidence):
        return ""
    return next(iter(same.values()))


def _counts_no_time(
    assertion: Assertion,
    number: FoundNumber,
    told: Duration,
    said: tuple[tuple[str, Duration], ...],
) -> str:
    """Return a length of time of the evidence, where the number of a told one counts something else there."""
    there = [
        told_duration(words, other, is_each=True) is None
        and _COUNTS.match(words, other.end) is not None
        for words in assertion.supporting
        for other in find_numbers(words)
        if (other.value, other.to) == (number.value, number.to)
    ]
    times = [words for words, each in said if each.is_years is told.is_years or each.value > 1]
    return times[0] if times and there and all(there) else ""


_COUNTS = re.compile(r"\s[a-z]+s\b|(?<=twice)|(?<=thrice)")


_NUMBERED = re.compile(
    r"\b(?:aged?|ages|sections?|articles?|chapters?|resolutions?|rules?|annex|items?|phases?|stages?|zones?|clauses?|schedules?|platforms?)\s$",
    re.IGNORECASE,
)
"""“Section 12 stands” counts nothing."""
_OF_THEM = re.compile(
    r"\s(?:died|fell|rose|survived|drowned|\w+ed(?=[.,;]|\s(?:in|at|from|to|on|by|for|and|as|when|with)\b))|\s(?:of (?:them|whom|which|these|those)\b|(?:in|at|from|for|on) (?:each|either|both)\b|each\b|apiece\b)|\)"
)


def _is_pair_there(assertion: Assertion, number: FoundNumber) -> bool:
    """Tell whether the evidence has a pair without its number: “the two species” of “either species”."""
    return number.value == _PAIR and any(_BOTH.search(said) for said in assertion.supporting)


_PAIR = 2
_BOTH = re.compile(r"\b(?:both|either|neither)\b", re.IGNORECASE)


def _counts_what_was_named(text: str, number: FoundNumber) -> bool:
    """Tell whether what a number counts stands before it: “1,340 cases, 18 of them fatal”, “61 fell ill and three died”."""
    return _OF_THEM.match(text, number.end) is not None


_CHANGE_OF = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|growth|decline|gain|loss|reduction)s?\s(?:of|by)\s(?:about\s|some\s)?$",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"\s(?:had|has|have|was|were|is|are|will|would)\b|[.,;]")


def _is_a_change(text: str, number: FoundNumber) -> bool:
    """Tell whether a number changes what was named before: “from 720 beds to 690, although a rise of 90 was planned”."""
    is_change = _CHANGE_OF.search(text[: number.start]) is not None
    return is_change and _NO_NOUN.match(text, number.end) is not None


def _is_counted_otherwise(assertion: Assertion, number: FoundNumber, head: Word) -> bool:
    """Tell whether the evidence has another number of a noun: of “12 doctors and 40 nurses” for 12 nurses."""
    return any(
        other.value != number.value
        and not other.unit
        and any(are_counted_alike(head.stem, word.stem) for word in _counted(supported, other)[:1])
        for supported in assertion.supporting
        for other in find_numbers(supported)
    )


def _is_cousin(word: Word, others: list[Word]) -> bool:
    """Tell whether a noun may be another word for what is counted: of cousins only people may be.

    A truck is no bus, though both are vehicles.
    """
    befallen = any(other.stem in BEFALLS for other in others)
    if (befallen and is_person(word)) or (word.stem in BEFALLS and any(map(is_person, others))):
        return True  # “40 people were killed” of “40 deaths”
    if word.lower in PERSONS and any(map(is_person, others)):
        return True  # “14 people” of “14 witnesses”
    if word.stem in ROLES and any(other.stem in OF_ANY_ROLE for other in others):
        return True  # “14 patients” of “14 adults”
    if word.lower in MEASURES:
        return False
    relation = best_relation(word.stem, (other.stem for other in others))
    return relation >= NEAR or (relation >= FAR and is_person(word))


def _severity(told: Word, near: list[Word]) -> Severity:
    """Tons are no barrels, and trains no ferries: what two known nouns count cannot both be true.

    A noun that WordNet does not know may be another word for the same; people may be of any sort.
    """
    if is_person(told) and any(map(_is_any_person, near)):
        is_sure = False
    elif told.lower in MEASURES:
        is_sure = any(word.lower in MEASURES for word in near)
    else:
        is_sure = bool(entry_of(told.stem).senses) and any(
            entry_of(word.stem).senses for word in near if word.lower.endswith("s")
        )
    return Severity.ERROR if is_sure else Severity.WARNING


_FEET = frozenset(
    "feet foot hectare hectares acre acres mile metre meter kilometre kilometer".split()
)
"""Measures beside which “thick” or “long” decides nothing."""


def _head(text: str, told: list[Word]) -> Word | None:
    """Return the noun of "200 heavy trucks crossing": the first plural of a run of words."""
    run = told[:1]
    if run and run[0].lower in _FEET:
        return run[0]
    for word in told[1:]:
        if text[run[-1].end : word.start] != " ":
            break
        run.append(word)
    plurals = [word for word in run if word.lower.endswith("s")]
    return plurals[0] if plurals else None


def _is_among(word: Word, others: Iterable[Word]) -> bool:
    return any(are_same(word.stem, other.stem) for other in others)


def _counted(text: str, number: FoundNumber) -> list[Word]:
    """Return the words that say what a number counts: small ones right after it."""
    people = _PEOPLE.match(text, number.end)
    if people:  # “offered 32,000 Hungarians asylum”
        return [word for word in words_of(text) if word.start == people.start(1)]
    rest = re.split(
        r"[.,;:()]|\s(?:in|at|from|to|on|under|between|of|by|for|a|during|through|throughout|across|among|with|after|before|since|than|who|that|which|when|where|while|as|because|until|into)\s",
        text[number.end :],
    )[0]
    end = number.end + len(rest)
    words = [word for word in words_of(text) if number.end <= word.start < end][:_AFTER]
    # “ten 787s” counts no s
    return [
        w
        for w in words
        if w.text[0].isalpha()
        and not w.is_capital
        and len(w.text) > 1
        and w.lower not in STOP_WORDS
    ]


_PEOPLE = re.compile(r"\s([A-Z][a-z]+(?:ans|ians|ese|is))\b")


def _near(text: str, number: FoundNumber) -> list[Word]:
    words = words_of(text)
    end = min(_next_in_row(text, number), _next_clause(text, number))
    after = [word for word in words if number.end <= word.start < end][:_AROUND]
    before = [word for word in words if word.end <= number.start][-2:]
    if told_duration(text, number):
        return after[:1]  # “directors in three years” counts years
    if not after:  # “they had climbed to 117,000 as …” names in no way what it counts
        before = before if any(word.lower.endswith("s") for word in before) else []
    if symbol := _symbol().search(text[number.start : number.end + _SYMBOL_REACH].lower()):
        after += words_of(_symbols()[symbol[0]])
    after += [
        w for word in after if "-" in word.text for w in words_of(word.text.replace("-", " "))
    ]
    return [w for w in (*before, *after) if w.lower not in STOP_WORDS and not w.text[0].isdigit()]


def _next_in_row(text: str, number: FoundNumber) -> int:
    """Return where the next of several counts begins: of “12 doctors and 40 nurses” at 40."""
    behind = (n for n in find_numbers(text) if n.start > number.start)
    return next((n.start for n in behind if _JOINED.search(text[number.end : n.start])), len(text))


def _next_clause(text: str, number: FoundNumber) -> int:
    """Return where the clause of a number ends that counts nothing in it: of “had climbed to 117,000 as ships …” at “as”."""
    match = _CONJUNCTION.match(text, number.end)
    return match.start() if match else len(text)


_CONJUNCTION = re.compile(
    r"(?:\s(?:as|while|when|because|although|though|but|whereas)\b|[;.]\s)(?!\sof\b)"
)
_JOINED = re.compile(r"\w,?\sand\s$|\w[,;]\s(?:and\s)?$")
_GENERIC = frozenset(
    "event events case cases occasion occasions time times thing things item items example examples instance instances "
    "piece pieces part parts side sides step steps other others one ones group groups kind kinds place places "
    "round rounds type types sort sorts category categories class classes wave waves edition editions set sets stage stages "
    "level levels area areas field fields variety varieties matter matters".split()
)
"""Nouns that stand for any other."""
_SYMBOL_REACH = 8


@cache
def _symbols() -> dict[str, str]:
    return {row["symbol"]: row["words"] for row in rows("unit_symbols")}


@cache
def _symbol() -> re.Pattern[str]:
    """Return what finds a symbol behind figures: 466 Bcf, 1.3 million b/d."""
    return re.compile(rf"(?<![a-z])(?:{any_of(_symbols())})(?![a-z])")


def are_same(one: str, other: str) -> bool:
    """Tell whether two stems of nouns count the same: “lorries” and “trucks”."""
    return are_counted_alike(one, other) or relatedness(one, other) >= NEAR
