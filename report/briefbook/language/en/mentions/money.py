"""What the words beside a sum of money tell: whether it is yearly or a total, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefbook.frozen import replace
from briefbook.language.en import currencies
from briefbook.language.en.mentions.mention import Mention, Money


def settle(facts: list[Mention], text: str) -> list[Mention]:
    """Return facts with the currency of bare "kroner" or "pesos", where the text tells the country."""
    told = cache(lambda word: currencies.of_country(word, text))
    return [_settled(fact, told) for fact in facts]


def _settled(fact: Mention, told: Callable[[str], str]) -> Mention:
    if not isinstance(fact.value, Money) or fact.value.currency:
        return fact
    words = fact.quote.split()
    known = (currencies.word_of(word) or currencies.of_sign(word) for word in (words[-1], words[0]))
    word = next((word for word in known if word), "")
    return replace(fact, value=replace(fact.value, currency=told(word)))


_YEARLY = re.compile(
    r"\s?(?:per\s(?:year|annum)|a\syear|an?nually|each\syear|every\syear|yearly|/\s?year|-a-year)\b",
    re.IGNORECASE,
)
_YEARLY_BEFORE = re.compile(
    r"\b(?:annual|annually|yearly|each\syear|every\syear)\b[^.;]{0,40}$", re.IGNORECASE
)
_CUMULATIVE_BEFORE = re.compile(
    r"\b(?:cumulative|cumulatively|total(?:s|ed|ing|led|ling)?|altogether|in\sall|overall|combined|since\s"
    r"(?:[a-z]+\s)?\d{4},?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_CUMULATIVE_AFTER = re.compile(
    r"[^.;]{0,60}?\b(?:since\s(?:[a-z]+\s)?(?:\d{4}|independence)|in\stotal|altogether|in\sall|to\sdate|so\sfar"
    r"|between\s\d{4}\sand\s\d{4}|from\s\d{4}\s(?:to|through)\s\d{4})\b",
    re.IGNORECASE,
)
_PURPOSES = {
    "loan": r"loans?|credits?|lending|line\sof\scredit|borrow",
    "grant": r"grants?",
    "debt": r"debts?|arrears",
    "investment": r"invest(?:ed|ments?|ing)?|FDI",
    "trade": r"trade|exports?|imports?|turnover",
    "aid": r"aid|assistance|relief|donat(?:ed|ion)|humanitarian|support",
    "budget": r"budget|appropriat(?:ed|ions?)|expenditures?|spending|revenues?",
    "purchase": r"purchase[ds]?|contracts?|sales?|sold|bought|procure(?:d|ment)",
    "gdp": r"GDP|GNI|GNP|gross\sdomestic",
    "cost": r"costs?|worth|valued|price",
}
_PURPOSE = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<p{i}>{words})" for i, words in enumerate(_PURPOSES.values()))
    + r")\b",
    re.IGNORECASE,
)
_NEAR = 60
_STOP = re.compile(r"[.!?]\s|\n|[$€£]")


def basis_of(text: str, start: int, end: int) -> str:
    """Return whether a sum is `yearly` or `cumulative`; empty where no cue says so."""
    before = text[max(0, start - _NEAR) : start]
    if _YEARLY.match(text, end) or _YEARLY_BEFORE.search(before):
        return "yearly"
    if _CUMULATIVE_BEFORE.search(before) or _CUMULATIVE_AFTER.match(text, end):
        return "cumulative"
    return ""


def purpose_of(text: str, start: int, end: int) -> str:
    """Return what the nearest cue of the sentence says that the money is."""
    after = _PURPOSE.search(text, end, _sentence_end(text, end))
    before = text[max(0, start - _NEAR) : start]
    cues = [
        (match.start() - end, _purpose_of(match)) for match in (after,) if match is not None
    ] + [
        # What follows counts first: "a $16 million loan for trade".
        (len(before) - match.end() + 8, _purpose_of(match))
        for match in _PURPOSE.finditer(before, _sentence_start(before))
    ]
    return min(cues)[1] if cues else ""


def _sentence_end(text: str, start: int) -> int:
    limit = min(len(text), start + _NEAR)
    match = _STOP.search(text, start, limit)
    return match.start() if match else limit


def _sentence_start(before: str) -> int:
    return max(before.rfind(". "), before.rfind("\n"), before.rfind("$")) + 1


def _purpose_of(match: re.Match[str]) -> str:
    return list(_PURPOSES)[int(str(match.lastgroup)[1:])]
