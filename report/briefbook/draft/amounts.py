"""Sums of money to amounts: what for, of what sort, when, as far as the words beside them say.

Nothing is ever added. A sum whose sort no cue tells is "not stated"; one in another currency than
the US dollar is told in the text and the table, not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefbook.draft import cues
from briefbook.draft.corpus import Sentence
from briefbook.draft.quotes import Quoter, is_supported
from briefbook.draft.rank import Ranking
from briefbook.draft.trim import clipped, upper_first
from briefbook.language.en.cues import PLAN
from briefbook.language.en.dates import find_dates, is_open_ended
from briefbook.language.en.mentions import EntityType, Mention, Money
from briefbook.language.en.numbers import find_numbers
from briefbook.model import Quote
from briefbook.values.currencies import is_currency
from briefbook.values.dates import MONTHS, long_date
from briefbook.values.quantity import Quantity
from briefbook.values.units import Unit, UnitType

MAX_ROWS = 10
NOT_STATED = "sort not stated"
NO_DATE = "no date"
_WHAT = 54
"""Letters of an amount's name, beside its bar."""
_REACH = 90
"""Letters around a sum whose words may say what it is."""
_LEAST, _LEAST_NAME = 12, 4
_SMALL = 20
"""So few of a currency by its code are rather a number behind a short form."""

_FOR = re.compile(
    r"^,?\s*(?:over (?:the next )?[\w-]+ years )?(?:in (?:\w+ ){0,3}?(?=for\b|to\b))?(?:(?:was|were|has been|had been) \w+ )?"
    r"(?:for|to (?:build|fund|support|repair|help|train|finance|rebuild|construct|modernize|modernise|buy|purchase|improve|assist|upgrade)|"
    r"toward|towards|on|to(?= the\b))\s+(?P<what>[^.;:()]{4,120})"
)
_NOUN = re.compile(
    r"^\s+(?:(?:in(?=\s[a-z])|of|worth of)\s+)?(?P<what>(?!for\b|to\b|from\b|on\b|by\b|and\b|was\b|were\b|in\b|over\b)[a-zA-Z][^.;:()]{3,120})"
)
_BEFORE = re.compile(
    r"(?P<what>[^.;:()]{6,120}?)\s+(?:was |were |is |that )?(?:cost(?:ing|s)?|worth|valued at|totall?(?:ed|ing)|amounted to|reached|stood at|came to|rose to|fell to|grew to|estimated at|for the sum of|was|were|of)\s*(?:about|around|some|more than|nearly|an estimated|approximately|up to)?\s*$",
    re.IGNORECASE,
)
_LATER = re.compile(r"^[^.;:()]{0,70}?\sfor\s(?P<what>[^.;:()]{4,120})")
_VERBS = re.compile(
    r"\b(?:(?:driven|led|helped|offset|supported) by|received|provided|gave|given|built|bought|sent|supplied|donated|delivered|signed|proposed|with|of)\s"
)
_TRAILING = re.compile(
    r"(?:\s(?:to|of|for|with|by|about|around|some|over|nearly|approximately|more than|up to|an|a))+$"
)
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|some|new)\s", re.IGNORECASE)
_STOP = re.compile(
    r"\s(?:and (?=(?:US|A|C|AU|NZ)?[$€£¥]|about|the |a |an |was|were|is|has|to |\d|[a-z]+ed\b)|for (?:fiscal|FY|calendar|each|the period)|will|shall|would|which|that|who|in \d{4}|since|from|between \d|under|through|connecting|linking|joining|was|were|is|has|have|had|"
    r"opened|completed|after|before|during|with|by|at|while|as|to support)\b|,"
)
_PLANNED = re.compile(r"\b(?:will|shall|would|(?:is|are) to)\b")
_SUPPOSED = re.compile(
    r"(?:For (?:example|instance), )?(?:if|suppose|assume|imagine)\b", re.IGNORECASE
)
"""A sum that somebody might get is no sum that the source counts."""
_MARK = " (planned)"
"""What a source announces is not told as given."""
_RATE = re.compile(r"\s(?:for|per|on) (?:every|each) [£$€]?\s?\d")
_RATED = re.compile(r"\b(?:for|per|on) (?:every|each) $")
"""£7.49 for every £1 is a rate, and no sum."""
_AT_A_COST = re.compile(r"\s(?:at|for) (?:a|an|the) (?:\w+ )?(?:cost|price)$")
_YEARLY = re.compile(
    r"\b(?:a year|per year|annual(?:ly)?|each year|every year|yearly)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Sum:
    """A sum of money as the draft found it."""

    sentence: Sentence
    fact: Mention
    words: str
    """As written: `$36 million`."""
    what: str
    kind: str
    period: str
    is_apart: bool
    """Not assistance: a loan, a purchase, trade."""
    is_cumulative: bool
    quotes: tuple[Quote, ...]
    value: Quantity | None
    """None for a range, and where the checks would read another sum."""
    is_told: bool = True
    """Whether the words say what it is for; else it is a guess."""


def find_sums(sentences: Sequence[Sentence], quoter: Quoter, ranking: Ranking) -> tuple[Sum, ...]:
    """Return the sums that some sentences state, once each, in the order of the text."""
    found: list[Sum] = []
    for sentence in sentences:
        for fact in sentence.of(EntityType.MONEY):
            made = _sum(sentence, fact, quoter)
            if made and not any(_is_same(made, other) for other in found):
                found.append(made)
    best = sorted(
        found, key=lambda s: (-ranking.score(s.sentence), s.sentence.number, s.fact.start)
    )
    return tuple(sorted(best[: 2 * MAX_ROWS], key=lambda s: (s.sentence.number, s.fact.start)))


def _is_same(a: Sum, b: Sum) -> bool:
    if a.words != b.words and (a.value is None or a.value != b.value):
        return False
    return a.sentence.number == b.sentence.number or a.what[:12].lower() == b.what[:12].lower()


def _sum(sentence: Sentence, fact: Mention, quoter: Quoter) -> Sum | None:
    quotes = quoter.around(sentence, fact.start, fact.end)[:1]
    if not quotes or not isinstance(fact.value, Money):
        return None
    quote = str(quotes[0].quote)
    words = " ".join(fact.quote.split())
    if _is_short_form(sentence, fact):
        return None
    at = quote.find(words)
    if at < 0:
        return None
    before, after = quote[:at], quote[at + len(words) :]
    if _RATE.match(after) or _RATED.search(before):
        return None
    near = f"{before[-_REACH:]} {after[:_REACH]}"
    kind, is_apart = _kind(fact.value, before, after)
    period = _period(quote, at, at + len(words))
    what, is_told = _what(before, after, quotes)
    is_told = is_told and not _SUPPOSED.match(sentence.text)
    if _PLANNED.search(f"{before[-_REACH:]} {after}") and not PLAN.search(what):
        what = f"{clipped(what, _WHAT - len(_MARK))}{_MARK}"
    if _YEARLY.search(after[:30]):
        kind = f"{kind}, a year"
    return Sum(
        sentence, fact, words, what, kind, period, is_apart,
        fact.value.basis == "cumulative" or cues.CUMULATIVE.search(near) is not None,
        quotes, _value(fact.value, quote, at, len(words)), is_told,
    )  # fmt: skip


_CODE = re.compile(r"^([A-Z]{3})\b|\b([A-Z]{3})$")


def _is_short_form(sentence: Sentence, fact: Mention) -> bool:
    """Tell three capitals that name something in this text from a currency: AOA sensor 2."""
    match = _CODE.search(fact.quote)
    if not match:
        return False
    code = match[1] or match[2]
    rest = sentence.text.replace(fact.quote, " ")
    is_small = isinstance(fact.value, Money) and fact.value.number < _SMALL
    return re.search(rf"\b{code}\b(?!\s?\d)", rest) is not None or is_small


def _value(money: Money, quote: str, at: int, length: int) -> Quantity | None:
    """Return a sum as the checks will read it; None where they would read another."""
    if not is_currency(money.currency) or money.to is not None:
        return None
    read = [n for n in find_numbers(quote) if n.start < at + length and at < n.end]
    if len(read) != 1 or read[0].unit != money.currency or read[0].value != money.number:
        return None
    return Quantity(money.number.normalize(), Unit(UnitType.CURRENCY, money.currency))


def _kind(money: Money, before: str, after: str) -> tuple[str, bool]:
    """Return the sort of a sum by the cue nearest to it, and whether it is kept apart."""
    if not money.currency:
        return NOT_STATED, False
    nearest: tuple[int, str, bool] | None = None
    for name, pattern, is_apart in cues.AMOUNT_KINDS:
        ahead = [len(before) - m.end() for m in pattern.finditer(before)]
        behind = [m.start() for m in pattern.finditer(after)]
        for distance in (*ahead[-1:], *behind[:1]):
            if distance <= _REACH and (nearest is None or distance < nearest[0]):
                nearest = (distance, name, is_apart)
    return (nearest[1], nearest[2]) if nearest else (NOT_STATED, False)


def _period(quote: str, start: int, end: int) -> str:
    """Return the date of a sum in words: the only one beside it, or of its clause; of several none is sure."""
    dates = find_dates(quote)
    if len(dates) > 1:
        spans = [(d.start, d.end) for d in dates]
        cuts = [
            m.start()
            for m in _CLAUSE.finditer(quote)
            if not any(a <= m.start() < b for a, b in spans)
        ]
        low = max((cut for cut in cuts if cut < start), default=0)
        high = min((cut for cut in cuts if cut >= end), default=len(quote))
        dates = tuple(d for d in dates if low <= d.start < high)
    if len(dates) != 1:
        return NO_DATE
    (found,) = dates
    words = f"FY{found.date.first.year}" if found.is_fiscal else long_date(found.date)
    return f"since {words}" if is_open_ended(quote, found) else words


_CLAUSE = re.compile(r"[;:()]|,(?!\d)|\s(?:and|but|while|against|than|compared)\s")
_POOR = re.compile(
    rf"^(?:(?:to|from|with|without|compared|against|than|of|in|for|by|or|which|that|this|these|it|its|he|she|they|we|had|has|have|"
    rf"nearly|about|around|some|over|under|up|down|at|on|as|total|amount|also|would|will|could|annually|yearly|hundred|thousand|million|billion|more|head|per|and|is|was|were|are|currency|each|plus|less|early|late|mid"
    rf"|{'|'.join(MONTHS)})\b|[^A-Za-z])"
    r"|\b(?:was|is|were|from|at|went|in|of|for|to|by|with|on|and|or|that)$|[(:;]|^[a-z]+ed\b(?! (?:[A-Z]|\w+s\b))",
    re.IGNORECASE,
)
"""What is no name of anything, though it stands beside a sum."""


def _what(before: str, after: str, quotes: tuple[Quote, ...]) -> tuple[str, bool]:
    """Return what a sum is for, in the source's words, and whether they say so."""
    for pattern, where in (
        (_NOUN, after),
        (_FOR, after),
        (_LATER, after[:_REACH]),
        (_BEFORE, before),
    ):
        if match := pattern.search(where):
            words = _first_part(match["what"]) if where is not before else _last_part(match["what"])
            words = _ARTICLE.sub("", words)
            name = clipped(words, _WHAT)
            is_name = len(name) >= _LEAST_NAME and not _POOR.search(name)
            if is_name and is_supported(name, quotes):
                return upper_first(name), True
    clause = re.split(r"[,;]\s|\d\s", before.strip())[-1]
    words = clipped(_TRAILING.sub("", _ARTICLE.sub("", clause)), _WHAT)
    is_telling = len(words) > _LEAST and is_supported(words, quotes)
    return (upper_first(words) if is_telling else "Sum of money"), False


def _first_part(words: str) -> str:
    """Return what stands before the words that go on about something else."""
    return _STOP.split(f"{words.strip(' ,')} ")[0].strip(" ,")


def _last_part(words: str) -> str:
    """Return what stands after the last verb, or else after the last comma."""
    words = _AT_A_COST.sub("", words)
    after_verb = _VERBS.split(words)
    if len(after_verb) > 1:
        return after_verb[-1].strip(" ,")
    return re.split(r"[,;]\s", words.strip(" ,"))[-1].strip(" ,")
