"""A comparison that is turned round: “above the request” of a source that says “below”.

Words of more and of less stand on either side of each pair. The rule speaks where the statement has one side and
the evidence the other alone, in a comparison with something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en.clauses import clear_best, sentence_bounds, shared
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.owners import Value, told_between, values_of
from briefbook.language.en.stemmer import content_stems
from briefbook.language.en.trends import Change, changes
from briefbook.model.locations import within

_MORE = re.compile(
    r"\b(?:above|over(?! (?:recent|time|years|a (?:period|decade)|the (?:last|past|next|previous|preceding|prior|course|year|years|period|decade)|\w+ years))|exceed(?:s|ed|ing)?|(?:more|higher|larger|greater|bigger|longer|later|faster|stronger|richer|older|worse|better) than|"
    r"outnumber(?:s|ed)?|surpass(?:es|ed)?|ahead of)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:below|under|short of|(?:less|fewer|lower|smaller|shorter|earlier|slower|weaker|poorer|younger) than|behind)\b",
    re.IGNORECASE,
)


def check_comparisons(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each comparison whose evidence has the opposite one alone."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    yield from _by_values(assertion, text)
    yield from _by_margin(assertion, text)
    told = _sides(outside_quotes(text))
    if not told:  # most texts: nothing is asked of their evidence
        return
    said = [side for words in assertion.supporting for side in _sides(words)]
    directions = [{up for up, _, _ in sides} for sides in (told, said)]
    if directions in ([{True}, {False}], [{False}, {True}]) and not _have_swapped(
        outside_quotes(text), told[0], assertion
    ):
        _, start, words = told[0]
        yield Problem(
            within(text, start, assertion.place),
            f"{assertion.name}: source says “{said[0][2]}”, statement says the opposite, “{words}”",
            "compare as the source does, or quote the passage that does so",
            "comparison-turned", assertion.statement, Severity.WARNING,
        )  # fmt: skip


def _have_swapped(text: str, told: tuple[bool, int, str], assertion: Assertion) -> bool:
    """Tell whether the two sides have changed places too, or tell of something else: “towns grew faster than villages”."""
    mine = _beside(text, told[1], told[1] + len(told[2]))
    return all(
        _are_swapped(mine, _beside(said, start, start + len(words)))
        for said in assertion.supporting
        for _, start, words in _sides(said)
    )


Beside = tuple[frozenset[str], frozenset[str]]
"""What stands before and behind a comparison in its sentence, as stems."""


def _beside(text: str, start: int, end: int) -> Beside:
    before, behind = _END.split(text[:start])[-1], _END.split(text[end:])[0]
    return content_stems(before), content_stems(behind)


def _are_swapped(mine: Beside, its: Beside) -> bool:
    common = its[0] & its[1]
    straight = sum(shared(one, other - common) for one, other in zip(mine, its, strict=True))
    crossed = sum(shared(one, other - common) for one, other in zip(mine, its[::-1], strict=True))
    return crossed > straight or (crossed == straight and not common)


_END = re.compile(r"[.;:]\s")


@lru_cache(maxsize=1 << 12)
def _sides(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Return the comparisons of a text that bound no number: “more than 40” is the number's own matter."""
    found = []
    for up, pattern in ((True, _MORE), (False, _LESS)):
        for match in pattern.finditer(text):
            if _THAN_THEN.match(text, match.end()):
                continue
            is_bound = any(0 <= n.start - match.end() <= _NEAR for n in find_numbers(text))
            is_bound = is_bound or any(c.start <= match.start() < c.end for c in changes(text))
            if not is_bound and not _OF_PLACE.match(text, match.start()):
                found.append((up, match.start(), match[0]))
    return tuple(found)


_NEAR = 4
_OF_PLACE = re.compile(
    r"(?:under|over|above|below|beyond|behind)\s(?:(?:the|its|their|his|her|an?)\s)?(?:[\w-]+\s){0,2}?"
    r"(?:protection|control|command|guidance|leadership|supervision|pressure|fire|rule|law|laws|act|agreement|treaty|plan|programme|program|"
    r"auspices|aegis|cover|arrest|way|construction|review|study|siege|attack|threat|condition|conditions|circumstances|scheme|terms|ground|water|"
    r"border|borders|frontier|bridge|river|sea|ocean|head|heads|mountains?|valley|street|road|wall|walls|door|doors|scenes|bars|table|bench|which|whom|whose|"
    r"town|city|country|land|territory|airspace|radio|phone|telephone|objections?|protests?|whether|how|who|what)\b",
    re.IGNORECASE,
)
"""“under the protection of”, “over the border”: where something is, or on what terms, and no comparison"""
_THAN_THEN = re.compile(r"\s(?:an?|the)\s(?:year|quarter|month|week|decade)\b|\sin\s\d{4}\b")
"""“higher than a year before” compares with another time, not with what the source compares"""


def _by_margin(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold “6 percent less” against the source's “6% higher” or “up 6%”: one number, told the other way."""
    own = outside_quotes(text)
    for told in changes(own):
        there = [
            (other, said)
            for said in assertion.supporting
            for other in changes(said)
            if other.is_end is told.is_end and _is_same(told, other)
            if not _is_converse(own, told, said, other)
        ]
        if not there and not told.is_end:
            there = [*_worked_out(assertion, told), *_between_dates(assertion, told, own)]
        if there and all(other.way != told.way for other, _ in there):
            other, said = there[0]
            yield Problem(
                within(text, told.start, assertion.place),
                f"{assertion.name}: source says “{said[other.start : other.end].strip(' ,;:(')}”, "
                f"statement says “{own[told.start : told.end].strip(' ,;:(')}”",
                "compare as the source does, or quote the passage that does so",
                "comparison-turned", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _is_same(told: Change, other: Change) -> bool:
    """Tell whether two changes have one number, or a fraction and the percentage that it stands for."""
    mine, its = told.number, other.number
    if (mine.unit, its.unit) == ("/", "%"):
        return abs(100 * mine.value - its.value) <= its.value / _ABOUT
    if mine.bound == "~" and mine.is_of(its) and not mine.to and not its.to:
        return abs(mine.value - its.value) <= its.value / _ABOUT
    return its.is_same(mine)


_ABOUT = 10
"""“Almost a fifth” of 18.7 percent: so fine a part of the number may be lacking."""
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_WITH_ANOTHER = re.compile(
    r"\b(?:than|from|since|compared|over|relative|on|as|that|those|before|earlier)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:earlier|before|ago|previous(?:ly)?|last (?:year|month|week|quarter)|formerly|had (?:been|cost|stood))\b",
    re.IGNORECASE,
)


def _is_converse(own: str, told: Change, said: str, other: Change) -> bool:
    """Tell whether what is compared has changed places too: a year before it was 6 percent less."""
    before, behind = own[: told.start], own[told.end :]
    its_before, its_behind = said[: other.start], said[other.end :]
    if _compares(own, told) and _compares(said, other):
        mine = _beside(own, told.number.start, told.end)
        return _are_swapped(mine, _beside(said, other.number.start, other.end))
    years = [set(_YEAR.findall(part)) for part in (before, behind, its_before, its_behind)]
    if not _WITH_ANOTHER.search(behind) and not _WITH_ANOTHER.search(its_behind):
        years = [set()] * 4  # one date that stands before the one and behind the other
    if (years[0] - years[1]) & (years[3] - years[2]) or (years[1] - years[0]) & (
        years[2] - years[3]
    ):
        return True
    is_of_then = _THEN.search(_END.split(before)[-1]) is not None
    return is_of_then and not _THEN.search(_END.split(its_before)[-1])


def _compares(text: str, change: Change) -> bool:
    """Tell whether a change is a comparison with something: its word stands behind the number."""
    return change.start == change.number.start and text[change.end :].lstrip().startswith("than")


def _worked_out(assertion: Assertion, told: Change) -> Iterator[tuple[Change, str]]:
    """Yield the steps “from 11 to 18” of the evidence that come to the number told, a difference or a share of the first."""
    value = told.number.value
    for said in assertion.supporting:
        for begun, end in from_to(said):
            first = [n for n in begun if n.unit == end.number.unit]
            if not first or not first[-1].value:
                continue
            step = abs(end.number.value - first[-1].value)
            share = 100 * step / abs(first[-1].value)
            if (value == step and told.number.unit in ("", end.number.unit)) or (
                told.number.unit == "%" and abs(value - share) < 1
            ):
                yield end, said


def _between_dates(assertion: Assertion, told: Change, text: str) -> Iterator[tuple[Change, str]]:
    """Yield the step from a dated figure of the evidence to a later one, where it comes to the number told."""
    known = [one for said in assertion.supporting for one in dated(said)]
    than = _ANY_YEAR.findall(text[told.end :].partition("than")[2])
    for (year, first, said), (later, last, _) in permutations(known, 2):
        if year >= later or first.unit != last.unit or told.number.unit not in ("", first.unit):
            continue
        step = last.value - first.value
        if step and abs(abs(step) - told.number.value) <= told.number.precision / 2:
            way = 1 if step > 0 else -1
            is_turned = str(later) in than and str(year) not in than
            yield (
                Change(
                    first,
                    -way if is_turned else way,
                    is_end=False,
                    start=first.start,
                    end=first.end,
                ),
                said,
            )


_BEHIND = re.compile(
    r"(?:\s[a-z]+){0,4}?\s(?:in|for|during|at the end of)\s(?:[A-Z]+)?((?:1\d|20)\d\d)(?!\d)"
)
_ANY_YEAR = re.compile(r"(?<!\d)((?:1\d|20)\d\d)(?!\d)")


def dated(said: str) -> Iterator[tuple[int, FoundNumber, str]]:
    """Yield the numbers of a text with the year right behind them, or the one that their sentence has."""
    for number in find_numbers(said):
        start, end = sentence_bounds(said, number.start, number.end)
        years = sorted(set(_ANY_YEAR.findall(said[start:end])))
        behind = _BEHIND.match(said, number.end)
        is_one = len(years) == 1 or (len(years) == 2 and int(years[1]) - int(years[0]) == 1)  # noqa: PLR2004
        if number.unit != "th" and not number.to and (behind or is_one):
            yield int(behind[1] if behind else years[0]), number, said


_FROM = re.compile(
    r"\bfrom\s(?:(?:about|around|roughly|some|nearly|almost|just|well|over|under|above|below|more than|less than|at least|an?)\s){0,3}[$€£]?$"
)


def beginnings(text: str) -> list[FoundNumber]:
    """Return the numbers of a text from which something changed: the 11 of “rose from 11 to 18”."""
    return [number for number in find_numbers(text) if _FROM.search(text[: number.start])]


def from_to(text: str) -> Iterator[tuple[list[FoundNumber], Change]]:
    """Yield each change to a number with those from which it is told: of “rose from 11 to 18” 11, and the rise to 18."""
    first = beginnings(text)
    for end in changes(text) if first else ():
        begun = [number for number in first if end.start < number.start < end.number.start]
        if begun and end.is_end:
            yield begun, end


_THAN = re.compile(
    r"\b(?P<up>more|higher|larger|greater|bigger|longer)\b(?=[^.;:]*?\bthan\b)|\b(?P<down>less|fewer|lower|smaller|shorter)\b(?=[^.;:]*?\bthan\b)",
    re.IGNORECASE,
)


def _by_values(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold “A had more than B” against the two values that the evidence gives of A and of B."""
    match = _THAN.search(text)
    if not match or any(
        0 <= n.start - text.index("than", match.end()) - 5 <= _NEAR for n in find_numbers(text)
    ):
        return
    than = text.index("than", match.end())
    values = [
        v
        for said in assertion.supporting
        for v in values_of(said)
        if v.sort not in ("date", "/", "th") and v.number is not None
    ]
    start = max((m.end() for m in _NEW_CLAUSE.finditer(text, 0, match.start())), default=0)
    behind = re.split(r"[.;:,]", text[than + 4 :])[0]
    sides = content_stems(text[start:than]), content_stems(behind)
    pair = _values_of_sides(*sides, values)
    is_margin = any(_OF_MARGIN.fullmatch(text, n.end, match.start()) for n in find_numbers(text))
    if pair is None and not is_margin:
        told = told_between(text, start, than), told_between(text, than + 4, than + 4 + len(behind))
        pair = _values_by_names(*told, values, is_sum=bool(_SUMMED.search(text)))
    if pair and (pair[0] > pair[1]) is not bool(match["up"]):
        yield Problem(
            within(text, match.start(), assertion.place),
            f"{assertion.name}: “{match[0]} … than”: source says “{pair[2]}” and “{pair[3]}”",
            "compare as the source's figures do",
            "comparison-turned", assertion.statement, Severity.WARNING,
        )  # fmt: skip


_OF_MARGIN = re.compile(r"(?:\s(?!(?:was|were|is|are|had|has|have)\b)[\w/%-]+){0,4}\s")
"""Between a margin and its comparison: “100,000 barrels a day more”."""
_NEW_CLAUSE = re.compile(r"\b(?:but|while|whereas|although)\b|[;:]\s|,\sand\b")
_SUMMED = re.compile(r"\b(?:between them|together|combined|taken as one)\b")
Compared = tuple[Decimal, Decimal, str, str]
"""Two figures, and how the evidence has them."""


def _values_of_sides(
    first: frozenset[str], second: frozenset[str], values: list[Value]
) -> Compared | None:
    one = _nearest(first - second, second, values)
    other = _nearest(second - first, first, values)
    if not one or not other or one.sort != other.sort or one.key == other.key:
        return None
    return one.number or Decimal(0), other.number or Decimal(0), one.words, other.words


def _values_by_names(
    first: frozenset[str], second: frozenset[str], values: list[Value], *, is_sum: bool
) -> Compared | None:
    """Return the two figures of which each stands beside what one side tells alone, the other one never."""
    best: list[tuple[int, Value, Value]] = []
    for one, other in permutations(values, 2):
        if one.sort != other.sort or one.number == other.number or not one.is_near(other):
            continue
        own, its = one.names - other.beside, other.names - one.beside
        if not own or not its:
            own, its = one.beside - other.beside, other.beside - one.beside
        here, there = (first - second) & own, (second - first) & its
        turned = len((first - second) & its) + len((second - first) & own)
        if here and there and len(here) + len(there) > turned:
            best.append((len(here) + len(there), one, other))
    most = [pair for pair in best if pair[0] == max(best, key=lambda pair: pair[0])[0]]
    if is_sum and len({other.key for _, _, other in most}) == 1:
        parts = {one.key: one for _, one, _ in most}.values()
        total = sum((one.number or Decimal(0) for one in parts), Decimal(0))
        return (
            total,
            most[0][2].number or Decimal(0),
            " + ".join(one.words for one in parts),
            most[0][2].words,
        )
    if is_sum or len(most) != 1:
        return None
    _, one, other = most[0]
    return one.number or Decimal(0), other.number or Decimal(0), one.words, other.words


def _nearest(own: frozenset[str], others: frozenset[str], values: list[Value]) -> Value | None:
    """Return the value beside what one side tells and the other does not; None where several may be meant."""
    return clear_best((shared(own, v.beside) - shared(others - own, v.beside), v) for v in values)
