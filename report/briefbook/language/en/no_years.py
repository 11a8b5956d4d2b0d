"""Numbers that look like years and are none (of things, documents, houses, people), and years of prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = (
    r"\s?(?:%|[mb]illion|thousand|per\s?cent|kms?|kilomet|miles?|tons?|tonnes?|dollars?|euros?|"
    r"roubles?|rubles?|troops|soldiers|people|persons|personnel|men|women|children|vehicles|trucks|"
    r"hectares|acres|MW|megawatts?|met(?:er|re)s?|feet|ft|kg|hours|hrs|GMT|UTC|students|"
    r"families|households|refugees|civilians|members|officers|guards|workers|villages|schools|"
    r"participants|fighters|militants|prisoners|tanks|aircraft|words|seats|votes|inhabitants|"
    r"residents|employees|homes|houses|jobs|companies|cases|deaths|casualties|copies)\b"
)
"""What follows a number that looks like a year and is none."""
_ADDRESS = r"\s(?:[NSEW]\.?\s)?(?:[A-Z]\w+\s){1,3}(?:Ave(?:nue)?|St(?:reet)?|R(?:oa)?d|Blvd|Boulevard|Drive|Lane)\b"
NO_UNIT = rf"(?!{_UNITS}|{_ADDRESS})"
NO_NUMBER = r"(?<!\d\d\s\d\d\s)(?<!\d\s\d{4}\s)(?<!\bDocument\s)(?<!\bdocument\s)(?<!\bBox\s)"
"""Before a year that is part of a telephone number, or counts documents."""
CLAUSE_GOES_ON = (
    r"(?=\s(?:the|an?(?!\s(?:year|month|week|day|piece)\b)|and(?!\s\d)|but|he|she|it|they|his|her"
    r"|its|their|this|that|these|those|when|where|while|after|before|at|as|with|on|under|who|which"
    r"|there|was|were|is|are|had|has|have|will|would)\b|[,;:](?!\s?\d)|[).?!”\"](?!\d)|\s[–—]|$)"
)
"""After a number that is a year and counts nothing: “in 800 the town”, not “in 800 towns”."""
_NUMBERED = re.compile(
    r"(?:\b(?:Resolutions?|Res\.|UNSCR|Nos?\.|№|#|§|Boeing|Airbus|Public\sLaw|P\.?L\.?|H\.?R\.?|Bill|Order"
    r"|Decree|Vision|Agenda|Expo|EXPO|Horizon|Strategy|ISO|Regulation|Directive|Model|Type|Cmn?d?\.?"
    r"|(?i:sections?|sec\.|articles?|art\.|pages?|pp?\.|room|suite|flight|highway|route|box|tel\.?|phone"
    r"|telephone|chapter|exhibit|table|figure|vol\.|number|channel|ext\.|extension|question|paragraphs?"
    r"|para\.|line|item|case|annex|appendix|footnote|note))"
    r"|\b(?:more|less|fewer)\sthan|\bat\s(?:least|most)|\bnearly|\balmost|\bapproximately"
    r"|\bestimated|\bsome|\bexceed(?:s|ed|ing)|\bupwards\sof|\bpopulation\sof|\btotal\sof"
    r"|\bforce\sof|\bS\.)\s$"
)
_LOOK_BACK = 24
_WEAK_COUNT = re.compile(r"\b(?:[Oo]ver|[Aa]bout|[Aa]round|[Uu]p\sto|[Oo]nly|with|of|[Tt]he)\s$")
_WHEN = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore)\s$")
_ADJECTIVES_UNIT = re.compile(rf"(?:\s[A-Za-z.-]+){{1,3}}?(?=\s)(?={_UNITS})")
"""“of 1200 local employees”, and not “of 1878 left” for the ft in it"""
_STREET = re.compile(
    r"\s(?:[A-Z][a-z]+\s){1,3}(?:Street|Avenue|Road|Boulevard|Drive|Lane|Square)\b|\s[NSEW]{1,2}\.?\s"
)
_GROWN = re.compile(
    r"\b(?:rose|risen|rises?|rising|grew|grown?|growing|fell|fallen|falls?|falling|(?:in|de)creas\w+"
    r"|declin\w+|dropp?\w*|shr[aiu]nk|cut|reduc\w+|rais\w+|exce\w+|expand\w*|up|down|divid\w+"
    r"|multipl\w+|gain\w*)\b[^.;]{0,20}\b[Bb]y\s$"
)
"""“fell by 800”: a difference, no year."""
_EARLIEST_ALONE = 1500
"""Four figures below this are years only after "in", "since" and the like."""
_PRICED = r"(?:19|20)\d\d"
OF_MONEY = r"\s(?:[A-Z]{2}\s|[A-Z][a-z]+\s)?(?:dollars|euros?|pounds|yen)"
"""Behind such a year: 2024 “ US dollars”."""
_PRICE_YEAR = re.compile(
    # “constant 2024”, “prices of 2020”; “2020 prices”; “in 2024 US dollars”, where “paid 2024 dollars” is a sum
    rf"\b(?i:constant|prices\s+of)\s+(?P<after>{_PRICED})\b|\b(?P<before>{_PRICED})\s+(?i:prices)\b"
    rf"|(?:\b(?i:in|at)\s|\()(?P<money>{_PRICED}){OF_MONEY}\b"
)
"""Years whose prices money is told in: constant 2024 dollars, in 2024 US dollars, at 2020 prices."""

IN_CURRENT_PRICES = re.compile(
    r"\b(?:in|at)\s(?:current|nominal)\s(?:[\w.]+\s)?(?:dollars|prices|euros|pounds|terms)\b",
    re.IGNORECASE,
)
"""Words for money in the prices of each year."""


def is_no_year(text: str, match: re.Match[str], *, is_cued: bool) -> bool:
    """Tell numbers of documents, houses and people from years.

    `is_cued` says that words such as "in" before it make it a year: then it is none only as a
    difference ("fell by 800").
    """
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _NUMBERED.search(before) or _STREET.match(text, match.end()):
        return True
    if is_cued:
        return (
            _GROWN.search(text, max(0, match.start() - 2 * _LOOK_BACK), match.start()) is not None
        )
    is_when = _WHEN.search(before) is not None
    if int(match["y"]) < _EARLIEST_ALONE and not is_when and before[-1:] not in ("(", "–"):
        return True
    is_counted = _ADJECTIVES_UNIT.match(text, match.end()) is not None
    return (
        is_counted
        and not is_when
        and (_WEAK_COUNT.search(before) is not None or match["y"][2:] == "00")
    )


def price_years(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each year whose prices a text tells sums in, with the words that say so."""
    for match in _PRICE_YEAR.finditer(text):
        yield match[match.lastgroup or 0], match
