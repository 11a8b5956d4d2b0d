"""Who publishes a source, where its form does not say: a letterhead, whoever announces something today, a notice of rights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.draft.court_cases import court_of
from briefbook.draft.titles import in_small_letters
from briefbook.language.en.bodies import KINDS_OF_BODY
from briefbook.language.en.dates import find_dates
from briefbook.sources.reading import body_of
from briefbook.sources.source_text import SourceText

_HEAD, _NEWS = 6, 8
"""Paragraphs at the head that may be a letterhead, and among which the news stands."""
_LETTERHEAD, _NAME = 90, 80
"""Letters of a letterhead's line, and of a name."""
_WORD = r"(?:[A-Z][\w.&’'-]*|of|for|the|and|on|de)"
_TODAY = re.compile(
    rf"(?:^|[—–:]\s|--\s|\)\s|[Tt]oday, )(?P<who>(?:[Tt]he )?[A-Z][\w.&’'-]*(?: {_WORD}){{0,9}}?(?: \([A-Z]{{2,8}}\))?)"
    r"(?:,? (?:today|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?)? "
    r"(?P<said>(?:has )?(?:announced|released|published|issued|launched|reported|sent|transmitted|unveiled|recommended|condemned|welcomed|confirmed))\b(?P<rest>.{0,60})"
)
_WHEN = re.compile(r"\b(?:today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE)
_OWNED = re.compile(
    rf"\b(?:version|text|edition|copy|translation) of (?:the )?(?P<who>[A-Z][\w.&’'-]*(?: {_WORD}){{1,10}}?)[’']s? [A-Z]"
)
"""This page has a version of the Lake Agency's Directive 3."""
_RIGHTS = re.compile(
    r"(?:©|(?i:\(c\)|\bcopyright(?: ©)?))\s*(?:\d{4}(?:\s?[–-]\s?\d{2,4})?,?\s*)?(?:by )?"
    r"(?P<who>(?:The )?[A-Z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|of|for|the|and|on)){0,7})"
)
_NO_NAME = re.compile(
    r"\b(?:all|rights?|reserved|crown|copyright|author|authors|photo\w*|image|getty|reuters|afp)\b|^\W|^(?:It|He|She|They|We|This|That|These|Today|On|In|At|A|An)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?<!U\.)[A-Z]\. [A-Z][a-z]|^(?:Mrs?|Ms|Dr|Prof|Sir|Secretary|Minister|President|Prime Minister|Special Counsel|Director|Senator|Rep\.|Governor|Mayor|Commissioner|Judge|Chairman|CEO)\b"
)
_BODIES = "|".join(KINDS_OF_BODY)
_UNIT = re.compile(
    rf"\b(?:[A-Z][\w’'-]+ (?:of |for |and )?)+(?:Center|Centre|Institute|Office|Department|Agency|Bureau|Ministry|Commission|Council|University|Authority|Service|Bank)"
    rf"(?: {_WORD})*(?=[,.;]|$)"
)
"""Where authors work: a board or a court in a line at the head is as often what it is about."""
_BARE = re.compile(
    rf"(?:The )?(?:[A-Z][\w.’'-]* (?:(?:of|for|and) (?=[A-Z]))?){{1,4}}(?:{_BODIES})|(?:The )?(?:{_BODIES}) (?:of|for)(?: (?:the|and|of|[A-Z][\w’'-]*)){{1,4}}(?<!the)(?<!and)(?<!of)"
)
"""A name that ends or begins with what kind of body it is: House of Commons Library, Office for Health."""
_PLACED = re.compile(
    r"(?:[A-Z]{2,6} )?(?P<who>.{8,70})(?:,? [A-Z][a-z]+(?: [A-Z][a-z]+)?,? [A-Z]{2})"
)
"""An office with its town and state: NWS National Hurricane Center Miami FL."""
_JOURNAL = re.compile(
    r"(?P<who>(?:[A-Z][\w.&’'-]* (?:of |the |for |and )*){1,5}(?:Journal|Bulletin|Gazette|Review|Yearbook)"
    r"(?: of(?: the)?(?: [A-Z][\w-]*){1,4})?)\b"
)
_HOST = re.compile(r"https?://(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)")


def publisher_in(read: SourceText) -> str:
    """Return who publishes a source by its own words, or else its site; empty if nothing tells."""
    host = _HOST.match(read.about.address)
    found = (
        *court_of(read), *_letterheads(read), *_announcers(read), *_owners(read), *_rights(read), *_imprints(read),
        *_sites(read), *_units(read),
    )  # fmt: skip
    named = next((name for name in found if _is_name(name)), "")
    return named or (host["host"] if host else "")


def is_letterhead(line: str) -> bool:
    """Tell whether a line at the head of a document names a body and nothing else, in capitals or as a name."""
    words = _full_name(line.strip())
    if not 0 < len(words) <= _LETTERHEAD or not body_of(words):
        return False
    return words.isupper() or _BARE.fullmatch(words) is not None


def _full_name(line: str) -> str:
    """Return a body's name without its short form and its town: WHO - World Health Organization, Lake Center Norr FL."""
    if (placed := _PLACED.fullmatch(line)) and _BARE.fullmatch(placed["who"]):
        return placed["who"]
    found = re.fullmatch(r"[A-Z]{2,8} [–—-] (?P<after>.+)|(?P<before>.+) [–—-] [A-Z]{2,8}", line)
    return (found["after"] or found["before"]) if found else line


def _is_name(name: str) -> bool:
    return len(name) <= _NAME and _NO_NAME.search(name) is None and _PERSON.search(name) is None


def _heads(read: SourceText, count: int) -> Iterator[str]:
    for paragraph in read.document.paragraphs[:count]:
        yield read.document.text[paragraph.start : paragraph.end]


def _letterheads(read: SourceText) -> Iterator[str]:
    for paragraph in _heads(read, _HEAD):
        for line in paragraph.split("\n"):
            if is_letterhead(line):
                yield in_small_letters(_full_name(" ".join(line.split())))


def _announcers(read: SourceText) -> Iterator[str]:
    """Yield whoever announces something today, or on a day of the week, among the first words."""
    for paragraph in _heads(read, _NEWS):
        words = " ".join(paragraph.split())
        for match in _TODAY.finditer(words[:400]):
            if _WHEN.search(match[0]):
                yield _whole(match["who"].removeprefix("The ").removeprefix("the "), read)


def _whole(name: str, read: SourceText) -> str:
    """Return the full name that a text gives to a short form: the Lake Safety Office (LSO)."""
    if not name.isupper() or " " in name:
        return name
    full = re.search(
        rf"((?:[A-Z][\w.’'-]* (?:(?:of|for|the|and|on) )*){{2,8}})\({re.escape(name)}\)",
        read.document.text[:4_000],
    )
    return full[1].strip().removeprefix("The ") if full else name


def _owners(read: SourceText) -> Iterator[str]:
    for paragraph in _heads(read, _NEWS):
        if match := _OWNED.search(paragraph):
            yield match["who"]


def _rights(read: SourceText) -> Iterator[str]:
    """Yield whoever a notice of rights names, in the text or beside it."""
    for part in read.boilerplate:
        if match := _RIGHTS.search(part.text):
            yield match["who"].rstrip(". ")


def _imprints(read: SourceText) -> Iterator[str]:
    """Yield whoever the edges of the pages name: a body before its publication and a date, else a journal."""
    edges = [p.text[: 3 * _LETTERHEAD] for p in read.boilerplate if p.reason.startswith("running")]
    for text in edges:
        head, comma, _ = text.partition(", ")
        if comma and body_of(head) and find_dates(text):
            yield head.strip()
    for text in edges:
        if (match := _JOURNAL.search(text)) and find_dates(text):
            yield match["who"].removeprefix("The ")


def _sites(read: SourceText) -> Iterator[str]:
    """Yield the site that a page's title names behind a bar or a dash, where the text speaks of it too."""
    parts = re.split(r" (?:\||[–—-]) ", read.about.title)
    name = parts[-1].strip().removeprefix("The ")
    if len(parts) < 2 or not name[:1].isupper() or len(name.split()) < 2:  # noqa: PLR2004  one word may be a topic
        return
    told = read.document.text.replace("’", "'").lower()
    if told.count(name.replace("’", "'").lower()) > 1 or body_of(name):
        yield name


def _units(read: SourceText) -> Iterator[str]:
    """Yield the office of the authors, which stands between the title and the text."""
    for paragraph in _heads(read, 4):
        words = " ".join(paragraph.split())
        if len(words) <= 3 * _LETTERHEAD and not words.endswith(".") and (m := _UNIT.search(words)):
            yield m[0]
