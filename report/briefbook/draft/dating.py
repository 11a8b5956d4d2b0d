"""Which dates of a sentence date a happening: a statute's year, a number, a plan and a comparison do not.

Each date has a role by the words around it. One that only names something (the Act of 1962, the
2030 Agenda) is as good as not there; one that plans or compares forbids an event from the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from briefbook.draft import cues
from briefbook.draft.trim import has_verb, starts_with_verb, upper_first
from briefbook.language.en.dates import FoundDate, find_dates
from briefbook.values.dates import Precision


class Role(StrEnum):
    """What a date does in its sentence."""

    TIME = "time"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True)
class Dated:
    """A stretch of a sentence that one date tells the time of."""

    found: FoundDate
    words: str
    """The happening in words of the sentence, the date among them where it stands inside."""
    low: int
    high: int
    """Where the stretch stands in the sentence."""


_LONGEST = 30
"""Years; what spans more is an age, not an event."""
_LATEST_YEAR = 2100
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_AT = re.compile(
    r"(?:^|\b)(?:on|in|during|since|from|between|throughout|around|about|circa|early in|late in|"
    r"(?:in|at|by|from|since|during) the (?:very )?(?:\w+ )?(?:start|end|beginning|middle|half|quarter|week|month) of|"
    r"(?:in|during|since|from) (?:the )?(?:early|late|mid|spring|summer|autumn|fall|winter)(?: of)?|"
    r"(?<=[a-z] )effective(?: on| from)?|on the (?:morning|evening|night|afternoon|eve) of|in the week of|(?:in|on) or (?:about|around))"
    rf"[\s-](?:the )?{_WEEKDAY}$",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"^(?:[\W_]*)(?:(?:And|But|Then|Later|Also),?\s)?{_WEEKDAY}$")
_BARE_DAY = re.compile(
    r"\b(?:dated?|effective|versions?|revis\w+|updated|modified|accessed|retrieved|as of|of|no\.?|the|"
    r"expires?|edition|(?:last )?amended|rev\.?|issue|before|after|until|till|by|than|to)\s$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:by|until|till|before|after|than|versus|vs\.?|as of|as at|against|compared (?:with|to)|prior to|"
    r"expected|planned|due|scheduled|may|could|projected|valid (?:from|until))"
    r"(?:\s(?:the|about|around|early|late|mid|end of|on|in|for|that|those|levels?|some|\d[\d.,]*%?|[$€£]\S+)){0,4}[\s-]$",
    re.IGNORECASE,
)
_MADE = re.compile(r"\bbeing \w+ (?:in|on|by|for)\s(?:the )?$", re.IGNORECASE)
"""The decision being made in 2024: the year is the decision's, not the sentence's."""
_NUMBER_BEFORE = re.compile(
    r"(?:[\dA-Za-z][-–/.]|\b[A-Z]{2,}[\s-]|\b(?:No|Nos|Number|Docket|Section|Resolution|Bulletin)\.?\s|[#(]\s?)$"
)
_NUMBER_AFTER = re.compile(r"[-–/]\d|\.\d|\s?(?:U\.S\.C|CFR|Stat\b)|-\w*[A-Z]")
_COMPARED_AFTER = re.compile(r"\s(?:dollars|prices|terms|levels?|rates?|figures?|values?)\b")
_PLANNED = re.compile(
    r"\b(?:will|shall|would|is to be|are to be|is due|are due|plans? to|aims? to|intends? to|hopes? to|expected to|"
    r"(?:readiness|ready|willing(?:ness)?|offer(?:s|ed)?|invit(?:es?|ed)|pledge[sd]?|commitments?|determined) to)\b"
)
_PERIOD = re.compile(r"(?:^|\b)(?:from|between)\s$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()—]|\s[–-]\s")
_SUBORDINATE = re.compile(
    r"\b(?:which|that|who|whom|whose|where|when|after|before|since|until|while|if|because|although|though|"
    r"unless|whether|as)\b(?!\s(?:a result|well)\b)",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r";\s|,?\s(?:and|but|while|then)\s(?:then\s|later\s|again\s|subsequently\s)?|,\sfollowed by\s"
)


_BY_ITSELF = re.compile(r"^\W*(?:\w+ly\s|first\s|newly\s)*", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*$|\s(?:and|but|or|to|at|in|into|with|without|for|by|on|under|as|after|when|from|of|between|among|over|"
    r"where|which|that|who|following|through|throughout|against|near|during|because|since|before|until|while|"
    r"amid|alongside|together|despite|due|via|within|outside|inside|along|aboard|across|around|there|here|"
    r"thanks|owing|using|making|becoming|ending|marking|[A-Z]\w*|the|a|an|its|his|her|their)\b",
)
"""What may follow a date whose sentence is over, or goes on about the same."""


def roles(text: str) -> tuple[tuple[FoundDate, Role], ...]:
    """Return the dates of a sentence with what each does there."""
    return tuple((found, _role(text, found)) for found in find_dates(text))


def happenings_in(text: str) -> tuple[Dated, ...]:
    """Return what a sentence dates: one stretch for each of its dates, or none at all."""
    told = [(found, role) for found, role in roles(text) if role is not Role.NAME]
    if not told or any(role is Role.OTHER for _, role in told) or _PLANNED.search(text):
        return ()
    dates = [found for found, _ in told]
    if len(dates) == 1:
        if _is_told(text, dates[0]):
            return (Dated(dates[0], text, 0, len(text)),)
        return _relative(text, dates[0])
    made = _by_clause(text, dates)
    return made if len(made) == len(dates) else ()


def _role(text: str, found: FoundDate) -> Role:
    before, after = text[max(0, found.start - 60) : found.start], text[found.end : found.end + 20]
    date = found.date
    years = date.last.year - date.first.year if date.precision is not Precision.OPEN else 0
    if years > _LONGEST or found.is_fiscal or date.first.year >= _LATEST_YEAR:
        return Role.NAME
    if _NUMBER_AFTER.match(after) or (_NUMBER_BEFORE.search(before) and not _AT.search(before)):
        return Role.NAME
    if _OTHER.search(before) or _MADE.search(before) or _COMPARED_AFTER.match(after):
        return Role.OTHER
    if _AT.search(before) or _HEAD.match(text[: found.start]):
        is_label = _HEAD.match(text[: found.start]) and re.match(r"\s[A-Za-z]", after)
        is_year = date.precision in (Precision.YEAR, Precision.YEARS, Precision.DECADE)
        return Role.NAME if is_label and is_year else Role.TIME
    is_day = date.precision in (Precision.DAY, Precision.DAYS, Precision.ONE_OF)
    return Role.TIME if is_day and not _BARE_DAY.search(before) else Role.NAME


def _segment(text: str, found: FoundDate) -> tuple[int, int]:
    """Return the stretch between commas and the like that a date stands in."""
    spans = [(d.start, d.end) for d in find_dates(text)]
    cuts = [
        match.start()
        for match in _BREAK.finditer(text)
        if not any(low <= match.start() < high for low, high in spans)
        and not re.match(r",\d{3}", text[match.start() :])
    ]
    low = max((cut + 1 for cut in cuts if cut < found.start), default=0)
    high = min((cut for cut in cuts if cut >= found.end), default=len(text))
    return low, high


def _is_told(text: str, found: FoundDate) -> bool:
    """Tell whether a date tells the time of its sentence's main verb, and that verb happens."""
    low, high = _segment(text, found)
    if not text[low : found.start].strip() or _is_adverbial(text[low : found.start]):
        return _is_led(text, found, low, high)
    segment = text[low : found.start]
    verb = cues.EVENT.search(segment)
    if not verb:
        return False
    if _SUBORDINATE.search(segment[: verb.start()]) and not _SUBORDINATE.match(
        segment.strip() + " "
    ):
        return False
    if _CONTACT.search(segment[: verb.start()]):
        return False
    if (low and _SUBORDINATE.match(segment.strip())) or _SUBORDINATE.search(segment[verb.end() :]):
        return False
    # "Announced in 2021, the partnership involves": a participle leads, the sentence tells more.
    is_opener = low == 0 and not _BY_ITSELF.sub("", segment[: verb.start()]).strip()
    # "The treaty signed in 1994 covers": the same behind its noun.
    return not is_opener and _GOES_ON.match(text[found.end : high]) is not None


def _is_adverbial(words: str) -> bool:
    return re.fullmatch(rf"\s*(?:and |but )?(?:early |late )?(?:on|in|during|since|from)?\s*(?:the )?{_WEEKDAY}(?:\w+ (?:of|in)\s)?", words, re.IGNORECASE) is not None  # fmt: skip


_CONTACT = re.compile(
    r"\b(?:can|could|is|are|was|were|has|have|had|may|might|will|must|uses?|shows?)\b.*\b(?:we|they|he|she|it|I|you)\s(?:\w+\s)?$"
)
"""It can be found with the scripts we released in 2020: the day is that of the scripts."""
_ASIDE = re.compile(r"\s?\([^()]{0,80}\)")
_OPENER = re.compile(
    r"(?:For example|For instance|However|In addition|Moreover|Furthermore|Specifically|Similarly|Also|Meanwhile|"
    r"In particular|As a result|Finally|Initially|Later|Subsequently|"
    r"(?:As per|Following|In line with|Under|In response to|As part of) [^,;:]{3,60}),\s*"
)
"""What may stand before a date at the head of a sentence."""


def _is_led(text: str, found: FoundDate, low: int, high: int) -> bool:
    """Tell of a date that stands alone at an edge of its clause whether the clause happens."""
    is_first = low == 0 or _OPENER.fullmatch(text[:low]) is not None
    rest = text[found.end :] if is_first else text[:low]
    if is_first and high > found.end and text[found.end : high].strip():
        # "In 2001 a bridge was opened"; a name in brackets parts no clause.
        rest = text[found.end : high] if text[high : high + 1] != "(" else text[found.end :]
    pieces = [piece for piece in _BREAK.split(_ASIDE.sub("", rest)) if piece.strip()]
    pieces = pieces[:2] if is_first else pieces[-1:]
    for piece in pieces:
        verb = cues.EVENT.search(piece)
        if verb and not _SUBORDINATE.search(piece[: verb.start()]):
            return True
        if starts_with_verb(piece.lstrip()):
            return False
    return False


_WHICH = re.compile(r"\s*(?:which|who)\s(?=\w)")


def _relative(text: str, found: FoundDate) -> tuple[Dated, ...]:
    """Return what a clause with “which” says of the subject before it: the project, which began in 2002."""
    low, high = _segment(text, found)
    which = _WHICH.match(text, low)
    head = text[: low - 1].strip() if which else ""
    if not which or not head or _BREAK.search(head) or has_verb(head) or find_dates(head):
        return ()
    words = f"{head} {text[which.end() : high].strip()}"
    inner = next(iter(find_dates(words)), None)
    is_told = inner is not None and _is_told(words, inner)
    return (Dated(found, words, 0, high),) if is_told else ()


def _by_clause(text: str, dates: list[FoundDate]) -> tuple[Dated, ...]:
    """Return the clauses of a sentence that each have one of its dates and a verb that happens."""
    made: list[Dated] = []
    subject = ""
    for low, high in _stretches(text, dates):
        own = [d for d in dates if low <= d.start < high]
        words = (_JOIN.sub("", text[low:high], count=1) if low else text[low:high]).strip(" ,;")
        clause = _whole(words, subject) if low else words
        inner = next((d for d in find_dates(clause) if d.date == own[0].date), None)
        if len(own) != 1 or inner is None or not _is_told(clause, inner):
            return ()
        if not low:
            subject = _subject(clause)
        made.append(Dated(own[0], clause, low, high))
    return tuple(made)


def _stretches(text: str, dates: list[FoundDate]) -> list[tuple[int, int]]:
    """Return a sentence cut where clauses join, each stretch with a date; the others belong before."""
    joins = (m.start() for m in _JOIN.finditer(text) if not _inside(m.start(), dates))
    stretches: list[tuple[int, int]] = []
    for low, high in pairwise([0, *joins, len(text)]):
        if stretches and not any(low <= d.start < high for d in dates):
            stretches[-1] = (stretches[-1][0], high)
        else:
            stretches.append((low, high))
    first = next((n for n, (_, high) in enumerate(stretches) if dates[0].start < high), 0)
    return [(0, stretches[first][1]), *stretches[first + 1 :]]


_AUXILIARY = r"(?:was|were|has been|have been|had been)"


def _whole(words: str, subject: str) -> str:
    """Return a second clause with the subject of the first where it has none; empty where that is unsure."""
    verb = cues.EVENT.search(words)
    if verb and verb.start() == 0:
        return f"{subject} {words}" if subject else ""
    if re.match(rf"{_AUXILIARY}\s", words):
        noun = re.sub(rf"\s{_AUXILIARY}$", "", subject)
        return f"{noun} {words}" if noun else ""
    return upper_first(words)


def _subject(clause: str) -> str:
    """Return what stands before a clause's verb, where it is nothing but its subject."""
    verb = cues.EVENT.search(clause)
    passive = re.match(rf"{_AUXILIARY}(?=\s)", verb[0]) if verb else None
    end = verb.start() + (passive.end() if passive else 0) if verb else 0
    words = clause[:end].strip()
    is_plain = not find_dates(words) and not _BREAK.search(words)
    return words if is_plain and not _SUBORDINATE.search(words) else ""


def _inside(at: int, dates: list[FoundDate]) -> bool:
    return any(d.start <= at < d.end for d in dates)
