"""Amounts of money in English prose, with currency, scale, reservation and cues.

Three forms: a sign or code before the figure ($16.5 million), a word after it (196 million US
dollars), and a figure that leans on an amount earlier in the sentence (of which 590 million).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from briefbook.language.en.mentions import currencies
from briefbook.language.en.mentions.mention import EntityType, Mention, Money
from briefbook.language.en.mentions.numerals import (
    FIGURE,
    SCALE_WORD,
    WORDS,
    approximation,
    numeral_value,
    scale_value,
)

_SIGN = (
    r"(?:(?<![A-Za-z])(?:U\.S\.\s?\$|US\s?\$|(?:AU|CDN|CA|NZ|HK|NT|A|C|S|R)\$|Rs\.?(?=\s?\d)|DM(?=\s?\d))"
    r"|(?<![A-Za-z])[$€£¥₽₹₸₴₩₺₦₫₱₪₾֏]|[$€£])"
)
_CODE = rf"(?:\b(?:{'|'.join(sorted(currencies.CODES))}))"
_SCALE = rf"(?:\s?-?\s?(?:(?P<S>{SCALE_WORD}\b)|(?P<L>(?:[mbkMBK]|mm|MM|tn|mil\.)(?![\w$]))))?"
_DASH = r"\s?[-–—]\s?"
_BEFORE = rf"(?:{_SIGN}|{_CODE})\s{{0,2}}"


_AFTER_SIGN = FIGURE.removeprefix(r"(?<![\d.,])")


def _scale(name: str) -> str:
    return _SCALE.replace("<S>", f"<S{name}>").replace("<L>", f"<L{name}>")


_MARKED = re.compile(
    rf"(?P<cur>{_BEFORE})(?P<n>{_AFTER_SIGN}){_scale('1')}"
    rf"(?:(?P<link>{_DASH}|\sto\s|\sand\s)(?P<cur2>{_BEFORE})?(?P<n2>{FIGURE}){_scale('2')})?"
)
_ADJECTIVE = "|".join(sorted(map(re.escape, currencies.ADJECTIVES), key=len, reverse=True))
_WORD = "|".join(sorted(map(re.escape, currencies.WORDS), key=len, reverse=True))
_NUMERAL = rf"(?:{FIGURE}|{WORDS}|\ban?(?=[\s-](?:half[\s-])?(?:hundred|thousand|million|billion|trillion)))"
_WORDED = re.compile(
    rf"(?:(?P<n0>{_NUMERAL}){_scale('0')}(?P<link>{_DASH}|\sto\s|\sand\s))?"
    rf"(?P<n>{_NUMERAL}){_scale('1')}(?:[\s-](?P<half>half[\s-](?:million|billion)))?"
    rf"(?:[\s-](?:(?P<adj>{_ADJECTIVE})[\s-])?(?:in\s)?(?P<w>{_WORD})(?:s|es)?\b|\s?(?P<code>{_CODE})\b"
    rf"|\s?(?P<sign>(?:US\s?)?[$€£])(?!\s?\d))"
)
_SMALL = re.compile(
    rf"(?P<n>{FIGURE}|{WORDS})[\s-](?:US\s|U\.S\.\s)?(?P<w>{'|'.join(currencies.CENTS)})s?\b"
)
_LEANING = re.compile(
    rf"(?P<n>{FIGURE})[\s-](?P<s>million|billion|trillion)"
    r"(?=[,.;:)]|$|\s(?:came|from|was|were|is|for|in|to|by|at|on|of\swhich|went|each|annually|per|a\syear|and"
    r"|or|over|during|this|last|under|as|had|has|will|would|through|since|between|more|less|respectively)\b)"
)
# Each begins with one set of letters: the search skips to them, which alternatives would prevent.
_TRIGGERS = (
    re.compile(r"[$€£¥₽₹₸₴₩₺₦₫₱₪₾֏]"),
    re.compile(
        rf"[A-Z](?:{'|'.join(code[1:] for code in sorted(currencies.CODES))}|s|M)(?=\s?\d|\b)"
    ),
    re.compile(rf"[dn\d][\s-](?:in\s)?(?:(?:{_ADJECTIVE})[\s-])?(?:{_WORD})"),
    re.compile(r"[depc](?:ollars?|uros|ounds|ents?|ence)\b"),
)
_AROUND = 80
"""No form of an amount is longer than this to either side of what shows that there is one."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"(])|\n")


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    number: Decimal
    currency: str
    to: Decimal | None = None


def find_money(text: str) -> list[Mention]:
    """Return the amounts of money in a text, in order."""
    found: list[_Found] = []
    taken = bytearray(len(text))
    for start, end in _windows(text):
        for step in (_marked, _worded, _small):
            for amount in step(text, start, end):
                if not any(taken[amount.start : amount.end]):
                    taken[amount.start : amount.end] = b"\1" * (amount.end - amount.start)
                    found.append(amount)
    found.sort(key=lambda amount: amount.start)
    if found:
        found = sorted([*found, *_leaning(text, found)], key=lambda amount: amount.start)
    return [_fact(text, amount) for amount in found]


def settle(facts: list[Mention], text: str) -> list[Mention]:
    """Return facts with the currency of bare "kroner" or "pesos", where the text tells the country."""
    told = cache(lambda word: currencies.of_country(word, text))
    return [_settled(fact, told) for fact in facts]


def _settled(fact: Mention, told: Callable[[str], str]) -> Mention:
    if not isinstance(fact.value, Money) or fact.value.currency:
        return fact
    return replace(fact, value=replace(fact.value, currency=told(fact.quote.split()[-1].lower())))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches around signs and words of money: most of a text cannot hold any."""
    spans = sorted(match.span() for trigger in _TRIGGERS for match in trigger.finditer(text))
    start = end = -1
    for first, last in spans:
        if first - _AROUND > end:
            if end >= 0:
                yield start, end
            start = max(0, first - _AROUND)
        end = min(len(text), last + _AROUND)
    if end >= 0:
        yield start, end


def _times(match: re.Match[str], which: str) -> int:
    return scale_value(match[f"S{which}"] or (match[f"L{which}"] or "").lower() or None)


def _marked(text: str, begin: int, stop: int) -> Iterator[_Found]:
    for match in _MARKED.finditer(text, begin, stop):
        sign = re.sub(r"\s+$", "", match["cur"])
        currency = currencies.SIGNS.get(sign) or currencies.ALIASES.get(sign, sign)
        first_end = max(match.end("n"), match.end("S1"), match.end("L1"))
        number, times = numeral_value(match["n"]), _times(match, "1")
        if not match["n2"] or not _is_range(text, match):
            # "from $5 to $7 million": two amounts of one scale.
            shares = match["n2"] and _shares_scale(text, match)
            factor = _times(match, "2") if shares else times
            yield _Found(match.start(), first_end, number * factor, currency)
            if match["n2"] and match["cur2"]:
                second = numeral_value(match["n2"]) * _times(match, "2")
                yield _Found(match.start("cur2"), match.end(), second, currency)
            continue
        upper, upper_times = numeral_value(match["n2"]), _times(match, "2")
        if times == 1 and upper_times > 1 and number <= upper:
            times = upper_times
        elif upper_times == 1 and not match["cur2"]:
            upper_times = times
        yield _Found(match.start(), match.end(), number * times, currency, upper * upper_times)


_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$")
_RANGING = re.compile(
    r"\b(?:rang(?:es?|ing|ed)|between|varying|estimates)\b[^.]{0,24}$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Tell a range ($5–7 million, between $5 and $7 million) from two amounts (from $5 to $7)."""
    before = text[max(0, match.start() - 40) : match.start()]
    link = match["link"].strip()
    if link == "and":
        return _BETWEEN.search(before) is not None
    if link == "to":
        if _FROM.search(before):
            return _RANGING.search(before) is not None
        return bool(match["cur2"] or match["S2"] or match["L2"])
    # "$10 million - 35 vehicles": a dash between unlike things.
    return bool(match["cur2"] or match["S2"] or match["L2"] or match["link"] in ("-", "–"))


def _shares_scale(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return (
        match["link"].strip() == "to"
        and _FROM.search(before) is not None
        and _times(match, "1") == 1
        and _times(match, "2") > 1
        and numeral_value(match["n"]) < 1000  # noqa: PLR2004  "from $5,000 to $1 million" does not
    )


def _worded(text: str, begin: int, stop: int) -> Iterator[_Found]:
    for match in _WORDED.finditer(text, begin, stop):
        currency = _worded_currency(text, match)
        if currency is None:
            continue
        times = _times(match, "1")
        if match["half"]:
            number = Decimal("0.5") * scale_value(match["half"][5:])
        elif match["n"].lower() in ("a", "an"):
            number = Decimal(times)
        else:
            number = numeral_value(match["n"]) * times
        start, to = match.start("n"), None
        if match["n0"] and not match["n0"][0].isdigit() and match["link"] == "-":
            # "twenty-five": one number, not a range
            start, number = match.start(), numeral_value(f"{match['n0']}-{match['n']}") * times
        elif match["n0"] and _is_worded_range(text, match):
            lower = Decimal(1) if match["n0"].lower() in ("a", "an") else numeral_value(match["n0"])
            lower_times = _times(match, "0")
            lower *= lower_times if lower_times > 1 else times
            start, number, to = match.start(), lower, number
        yield _Found(start, match.end(), number, currency, to)


def _is_worded_range(text: str, match: re.Match[str]) -> bool:
    if match["link"].strip() != "and":
        return not _FROM.search(text[max(0, match.start() - 24) : match.start()])
    return _BETWEEN.search(text[max(0, match.start() - 24) : match.start()]) is not None


_PER_TIME = re.compile(r"\s(?:a|per|each|every)\s(?:year|quarter|month|week|day|annum)\b")


def _worded_currency(text: str, match: re.Match[str]) -> str | None:
    """Return the currency of a number with a word, None when the word means no money."""
    if match["code"]:
        return currencies.ALIASES.get(match["code"], match["code"])
    if match["sign"]:
        return currencies.SIGNS[match["sign"].replace(" ", "")]
    word, adjective = match["w"], match["adj"]
    is_scaled = bool(match["S1"] or match["half"])
    if word == "pound" and not adjective:
        # 500 pounds of explosives; 2 million pounds of cotton; but a house for 60 pounds a quarter
        is_weight = not is_scaled or re.match(r"\sof\b", text[match.end() : match.end() + 4])
        return "GBP" if _PER_TIME.match(text, match.end()) or not is_weight else None
    if word in ("won", "som", "lev", "lei", "kip", "dong", "rand") and not (adjective or is_scaled):
        return None
    if word == "won" and not adjective:
        return None
    return currencies.code_of(word, adjective)


def _small(text: str, begin: int, stop: int) -> Iterator[_Found]:
    for match in _SMALL.finditer(text, begin, stop):
        number = numeral_value(match["n"]) / 100
        yield _Found(match.start(), match.end(), number, currencies.CENTS[match["w"]])


def _leaning(text: str, found: list[_Found]) -> list[_Found]:
    """Return figures with a scale and no unit that follow an amount in the same sentence."""
    leaning: list[_Found] = []
    at = 0
    for match in _LEANING.finditer(text, found[0].end):
        while at + 1 < len(found) and found[at + 1].start <= match.start():
            at += 1
        earlier = found[at]
        if earlier.end > match.start() or _SENTENCE_END.search(text, earlier.end, match.start()):
            continue
        number = numeral_value(match["n"]) * scale_value(match["s"])
        leaning.append(_Found(match.start(), match.end(), number, earlier.currency))
    return leaning


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


def _fact(text: str, found: _Found) -> Mention:
    value = Money(
        found.number,
        found.currency,
        found.to,
        approximation(text, found.start, found.end),
        _basis(text, found),
        _purpose(text, found),
    )
    return Mention(EntityType.MONEY, text[found.start : found.end], found.start, found.end, value)


def _basis(text: str, found: _Found) -> str:
    before = text[max(0, found.start - _NEAR) : found.start]
    if _YEARLY.match(text, found.end) or _YEARLY_BEFORE.search(before):
        return "yearly"
    if _CUMULATIVE_BEFORE.search(before) or _CUMULATIVE_AFTER.match(text, found.end):
        return "cumulative"
    return ""


def _purpose(text: str, found: _Found) -> str:
    """Return what the nearest cue of the sentence says that the money is."""
    after = _PURPOSE.search(text, found.end, _sentence_end(text, found.end))
    before = text[max(0, found.start - _NEAR) : found.start]
    cues = [
        (match.start() - found.end, _purpose_of(match)) for match in (after,) if match is not None
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
