"""Dates as facts: the value in EDTF, and what the words around it make of it as cues."""

from __future__ import annotations

import re

from briefbook.language.en.dates import FoundDate, find_dates, find_days
from briefbook.language.en.mentions.mention import EntityType, Mention
from briefbook.values.dates import Precision

_LEAD = re.compile(
    r"(?:(?P<since>since|starting(?:\s(?:in|from|on))?|beginning\s(?:in|from|on)|effective(?:\sfrom)?)"
    r"|(?P<until>until|till|through|up\sto)|(?P<by>by)|(?P<after>after|following)"
    r"|(?P<before>before|prior\sto))"
    r"(?:\s(?:the|at|its|independence\sin|early|late|mid))?\s$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(
    r"\s(?:on|onwards?|forward)\b(?!\s(?:the|a|an|its|their|his)\b)", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_ERA = re.compile(r",?\s(?:terror|attack|event|hijack|tragedy)", re.IGNORECASE)
_EVENTS = re.compile(r"\b(?:events|attacks)\s(?:of|on)\s$", re.IGNORECASE)
_LOOK_BACK = 28
_ERA_DAY = "2001-09-11"
_PARTS = ("early", "mid", "late")
_OPENABLE = (
    Precision.DAY,
    Precision.MONTH,
    Precision.YEAR,
    Precision.DECADE,
    Precision.DECADE_PART,
)


def find_date_facts(text: str) -> list[Mention]:
    """Return the dates of a text, days without a year (`XXXX-02-19`) among them."""
    dates = find_dates(text)
    facts = [_fact(text, found) for found in dates]
    for day in find_days(text):
        quote, value = text[day.start : day.end], f"XXXX-{day.month:02}-{day.day:02}"
        facts.append(Mention(EntityType.DATE, quote, day.start, day.end, value))
    return sorted(facts, key=lambda fact: fact.start)


def _fact(text: str, found: FoundDate) -> Mention:
    date, before = found.date, text[max(0, found.start - _LOOK_BACK) : found.start]
    lead = _lead(text, found, before)
    value, cues = date.edtf, [lead] if lead else []
    if date.part in _PARTS:
        value = value.removeprefix(f"{date.part} ")
        cues.append(date.part)
    if found.is_fiscal:
        cues.append("fiscal")
    if date.edtf == _ERA_DAY and _is_era(text, found, before):
        cues.append("era")
    if lead == "since" and date.precision in _OPENABLE and not date.is_approximate:
        value += "/.."
    return Mention(
        EntityType.DATE, text[found.start : found.end], found.start, found.end, value, tuple(cues)
    )


def _lead(text: str, found: FoundDate, before: str) -> str:
    if found.date.precision is Precision.OPEN:
        return "since"
    if _FROM.search(before) and _ONWARDS.match(text, found.end):
        return "since"
    match = _LEAD.search(before)
    return str(match.lastgroup) if match else ""


def _is_era(text: str, found: FoundDate, before: str) -> bool:
    """Tell whether 11 September 2001 marks an age here rather than a day."""
    return str(found.date.edtf) == _ERA_DAY and (
        not text[found.start : found.end].endswith("2001")
        or _ERA.match(text, found.end) is not None
        or _EVENTS.search(before) is not None
        or _LEAD.search(before) is not None
    )
