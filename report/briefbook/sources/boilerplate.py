"""What in a snapshot is not the text: banners, navigation, mailing lists, reference lists, dates.

Only short paragraphs are judged. Most rules hold only outside the body, before its first full
paragraph or after its last; a rule that could be wrong about a sentence of the text never reaches
into it. Nothing is removed: what is found is listed with its place and a reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from briefbook.frozen import dataclass
from briefbook.language.document import Document, Span
from briefbook.language.en.dates import find_dates
from briefbook.sources.dateline import head_date
from briefbook.sources.source_text import Boilerplate, Heading
from briefbook.values.dates import Precision

_SHORT = 200
"""Letters of what can be boilerplate."""
_BODY = 160
"""Letters from which on a paragraph with a full stop is running text."""
_HEADING_WORDS, _HEADING_LEAST, _HEADING_LETTERS, _TITLE_LETTERS = 14, 3, 120, 200

_ANYWHERE = (
    ("page date", r"^(?:this )?(?:page|article|content)?\s?(?:was )?last (?:modified|updated|reviewed|changed|edited)\b"),
    ("copyright", r"^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b"),
    ("cookie notice", r"\bcookies?\b.*\b(?:accept|consent|policy|agree)\b|\b(?:accept|consent|agree)\b.*\bcookies\b"),
    ("disclaimer", r"^disclaimers?\s?[:—–-]"),
    ("mailing list", r"^(?:join|subscribe|sign up)\b.*\b(?:mailing list|newsletters?|updates|alerts|e-?mail)\b"),
    ("navigation", r"^(?:skip to|jump to|back to top)\b"),
    ("masthead", r"^\W*(?:(?:for )?(?:immediate|general|public|press|media|news) (?:release|use|statement|notice|advisory|bulletin|briefing|note)s?|press|news|unclassified|restricted|confidential|not for (?:publication|distribution)|strictly embargoed)\W*$"),
    ("notice", r"^\W*(?:check against delivery|as (?:delivered|prepared)(?: for delivery)?|embargoed until\b.*|for immediate release)\W*$"),
)  # fmt: skip
_OUTSIDE = (
    ("banner", r"\b(?:donat(?:e|ion)|support us|chip in|advertisement|sponsored)\b"),
    ("mailing list", r"\b(?:mailing list|newsletter|subscribe|follow us|sign up)\b"),
    ("navigation", r"^(?:home|menu|next|previous|search|print|share|more headlines|read also|read more|related|you may also like)\b.{0,60}$"),
    ("navigation", r"^(?:[^.»>|]{2,40}\s[»>|]\s){1,}[^.»>|]{2,60}$"),
    ("head field", r"^(?:(?:our |your )?ref(?:erence)?|date|to|from|cc|subject|re|embargo(?:ed)?|doc(?:ument)?|distr(?:ibution)?|original|classification|file|agenda item|issue|serial|release|contacts?|media contacts?|press contacts?|for (?:further |more )?information|prepared by|submitted by)(?:\s(?:no|number|nr|date|officer|person))?\.?\s?[:#]\s?\S.{0,120}$"),
    ("contact", r"^(?:contact us|tel(?:ephone)?[.:]|fax[.:]|e-?mail[.:])"),
)  # fmt: skip
_RULES = tuple(
    (reason, re.compile(pattern, re.IGNORECASE), inside)
    for inside, rules in ((True, _ANYWHERE), (False, _OUTSIDE))
    for reason, pattern in rules
)
_REFERENCES = re.compile(
    r"(?:\d+\.?\s)?(?:references|bibliography|works cited|literature cited|external links|further reading|see also|endnotes|footnotes)",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:[•*-]\s|\[?\d{1,3}[.\])]?\s|\^)|\b(?:1[5-9]|20)\d\d\b|https?://|\bpp?\.\s?\d"
)
"""How an entry of a reference list looks; running text after its heading is no list."""
_ENTRY_LETTERS = 400
_STOPPED = re.compile(r"[.!?。！？؟।][\"'”’»)\]]*(?:\s|$)")
_FIELD = re.compile(r"[A-Z][A-Z ]{2,30}: ?\S.*(?:=|[$€£]\s?\d|\d{2,})")
"""A label in capitals with its value: LOAN AMOUNT: US$40 million."""
_CLOSED = re.compile(r"[.!?:;,”\"。！？]$")
_TITLE_WORDS = 26
"""Words of a first line without a full stop that is the title of what follows."""
_MODIFIED = re.compile(r"\blast (?:modified|updated|reviewed|changed|edited)\b", re.IGNORECASE)
_GENRE = re.compile(r"(?:press|news|media) (?:release|statement|note|advisory)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"^(?:(?:first )?published|posted|released|for immediate release|release date|date)\b(?: on\b)?\s*[:—–-]?\s*",
    re.IGNORECASE,
)


_UPDATED = re.compile(r"^(?:last )?updated:?\s(?:on\s)?(?=[A-Z0-9])", re.IGNORECASE | re.MULTILINE)
_DATELINE = 40
"""Letters of a line that holds a date and a day of the week."""


@dataclass(frozen=True)
class Marked:
    """What is not the text, and the dates that it states; EDTF, empty where it does not say."""

    headings: tuple[Heading, ...]
    boilerplate: tuple[Boilerplate, ...]
    published: str = ""
    modified: str = ""


def mark_boilerplate(
    document: Document,
    headings: tuple[Heading, ...] = (),
    exempt: frozenset[int] = frozenset(),
) -> Marked:
    """Return the boilerplate of a snapshot whose headings are known.

    `exempt` are the starts of paragraphs that are certainly none, such as rows of tables.
    """
    text, spans = document.text, document.paragraphs
    starts = exempt | {heading.start for heading in headings}
    first, last = _body(text, spans)
    found: dict[int, Boilerplate] = {}
    published = modified = ""
    for span in spans:
        words = text[span.start : span.end] if span.end - span.start <= _SHORT else ""
        is_outside = not first <= span.number <= last
        reason = _reason(words, is_outside=is_outside) if span.start not in starts else ""
        if not reason and words and is_outside and span.start not in starts:
            reason = _masthead(words)
        is_dateline = is_outside and _is_dateline(words)
        updated = _UPDATED.search(words) if is_outside else None
        if is_dateline or updated:
            reason = reason or "page date"
        if reason:
            found[span.number] = Boilerplate(words, reason, span.start, span.end)
        if is_outside and not published and (is_dateline or _PUBLISHED.match(words)):
            published = _date(words)
        if words and not modified and reason == "page date" and _MODIFIED.search(words):
            modified = _date(words)
        if updated and not modified:
            modified = _date(words[updated.end() :])
    for span, reason in _behind(text, spans, headings):
        words = text[span.start : span.end]
        found.setdefault(span.number, Boilerplate(words, reason, span.start, span.end))
    for span in _references(text, spans, headings):
        found.setdefault(
            span.number,
            Boilerplate(text[span.start : span.end], "reference list", span.start, span.end),
        )
    titles = [heading.start for heading in headings if heading.level == 1]
    title = bisect_left([span.start for span in spans], titles[-1]) + 1 if titles else 0
    published = published or head_date(text, spans, first, title)
    parts = tuple(found[number] for number in sorted(found))
    taken = {part.start for part in parts}
    kept = tuple(heading for heading in headings if heading.start not in taken)
    return Marked(kept, parts, published, modified)


def guess_headings(document: Document) -> tuple[Heading, ...]:
    """Return what plain text shows as headings: single short lines before a longer paragraph.

    The first before the body is the title.
    """
    text, spans = document.text, document.paragraphs
    first, last = _body(text, spans)
    found: list[Heading] = []
    for span in spans[:last]:
        is_first = not found and span.number == 1
        most = _TITLE_LETTERS if is_first else _HEADING_LETTERS
        words = text[span.start : span.end] if span.end - span.start <= most else ""
        is_heading = words and _is_heading(words, is_first=is_first) and not _is_dateline(words)
        if not is_heading or _reason(words, is_outside=span.number < first):
            continue
        # A genre and its date are no title: PRESS RELEASE September 25, 1988.
        is_title = not any(h.level == 1 for h in found) and span.number <= first
        if is_title and _GENRE.match(words):
            continue
        found.append(Heading(span.start, span.end, 1 if is_title else 2))
    rest = (span for span in spans[last:] if span.end - span.start <= _HEADING_LETTERS)
    found += (
        Heading(span.start, span.end, 2)
        for span in rest
        if _REFERENCES.fullmatch(text[span.start : span.end])
    )
    return tuple(found)


def _body(text: str, spans: tuple[Span, ...]) -> tuple[int, int]:
    """Return the numbers of the first and the last paragraph of running text."""
    is_body = [
        span.number
        for span in spans
        if span.end - span.start > _BODY and _STOPPED.search(text, span.start, span.end)
    ]
    return (is_body[0], is_body[-1]) if is_body else (1, len(spans))


def _is_heading(words: str, *, is_first: bool = False) -> bool:
    return (
        "\n" not in words
        and _CLOSED.search(words) is None
        and len(words.split()) <= (_TITLE_WORDS if is_first else _HEADING_WORDS)
        and sum(map(str.isalpha, words)) >= _HEADING_LEAST
        and _FIELD.match(words) is None
        and not words.startswith(("•", "*", "-", "–", "|"))
    )


def _reason(words: str, *, is_outside: bool) -> str:
    if not words:
        return ""
    return next(
        (
            reason
            for reason, pattern, inside in _RULES
            if (inside or is_outside) and pattern.search(words)
        ),
        "",
    )


def _masthead(words: str) -> str:
    """Return the reason to set aside a paragraph of several lines, each of which belongs to a masthead."""
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    reasons = [
        _reason(line, is_outside=True) or ("page date" if _is_dateline(line) else "")
        for line in lines
    ]
    return next(iter(reasons), "") if len(lines) > 1 and all(reasons) else ""


_END = re.compile(
    r"\W*(?:ENDS?|END OF (?:TEXT|RELEASE|STATEMENT))\W*|(?:# ?){3,}|[-–—]\s?30\s?[-–—]"
)
"""What closes the text of a release; notes for the press follow."""
_ABOUT = re.compile(
    r"About (?!(?:the|this|these) (?:data|survey|study|methodology|research|report|figures)\b)[\w.&’' -]{2,50}:?"
)
_ABOUT_FROM, _END_FROM, _ABOUT_LENGTH = 0.5, 0.3, 4
"""Share of the text behind which a release speaks of whoever publishes it, or may end, and paragraphs of the former."""


def _behind(
    text: str, spans: tuple[Span, ...], headings: tuple[Heading, ...]
) -> Iterator[tuple[Span, str]]:
    """Yield what stands behind the end of a release, and what it says of its publisher."""
    starts = {heading.start for heading in headings}
    until = -1
    for n, span in enumerate(spans):
        words = text[span.start : min(span.end, span.start + _SHORT)].strip()
        if span.start > _END_FROM * len(text) and _END.fullmatch(words):
            yield from ((other, "behind the end of the text") for other in spans[n:])
            return
        if span.start > _ABOUT_FROM * len(text) and _ABOUT.fullmatch(words):
            until = n + _ABOUT_LENGTH
        elif span.start in starts:
            until = -1
        if n <= until:
            yield span, "about the publisher"


def _references(
    text: str, spans: tuple[Span, ...], headings: tuple[Heading, ...]
) -> tuple[Span, ...]:
    """Return the paragraphs of reference lists, their headings too."""
    found: list[Span] = []
    starts = [span.start for span in spans]
    for number, heading in enumerate(headings):
        if not _REFERENCES.fullmatch(text[heading.start : heading.end]):
            continue
        until = next(
            (h.start for h in headings[number + 1 :] if h.level <= heading.level), len(text)
        )
        low, high = bisect_left(starts, heading.start), bisect_left(starts, until)
        entries = [*takewhile(lambda span: _is_entry(text, span), spans[low + 1 : high])]
        found += [spans[low], *entries] if entries else []
    return tuple(found)


def _is_entry(text: str, span: Span) -> bool:
    is_short = span.end - span.start <= _ENTRY_LETTERS
    return is_short and _ENTRY.search(text, span.start, span.end) is not None


def _is_dateline(words: str) -> bool:
    """Tell whether a line is a full date and nothing else: September 21, 2023."""
    line = words.strip()
    dates = find_dates(line) if line and len(line) <= _DATELINE else ()
    whole = [d for d in dates if (d.start, d.end) == (0, len(line))]
    return bool(whole) and whole[0].date.precision is Precision.DAY


def _date(words: str) -> str:
    return next((found.date.edtf for found in find_dates(words)), "")
