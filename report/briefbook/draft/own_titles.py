"""The title that a document has of its own: what its form tells, its subject line, its first heading or line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefbook.draft.corpus import Text, publisher_of
from briefbook.draft.glyph_coverage import printable_only
from briefbook.draft.outline import is_generic
from briefbook.draft.publishers import is_letterhead
from briefbook.draft.titles import in_small_letters
from briefbook.language.en.dates import find_dates
from briefbook.sources.reading import body_of

_LEAST_TITLE = 12
_HEAD, _LINE = 10, 140
"""Paragraphs at the head that may hold a title, and letters of a line that may be one."""
_LEAST_WORDS, _MOST_WORDS = 2, 22
_GENRE = re.compile(
    r"^(?:fact sheet|factsheet|readout|press release|news release|media release|statement|background(?:er)?)\s?[:—–]\s?",
    re.IGNORECASE,
)
"""What a document says of its own form before its title."""
_FORM = re.compile(
    r"(?:(?:for )?(?:immediate|media|press|news|public) (?:release|statement|use|notice)|(?:press|news|media) (?:release|statement|note|notice|advisory|briefing)s?|"
    r"for (?:written|oral) reply|reply|answer|news|statement|communiqué|bulletin|memorandum|note|document\d*|(?:item|step|table|figure|box|page|slide|sheet) \d+(?: \w+){0,3}|untitled|no title|index|home|welcome)",
    re.IGNORECASE,
)
"""A title that says what kind of document it is, and not what it is about."""
_NUMBERED = re.compile(
    r"(?:[A-Z][\w-]+ ){1,4}(?:No\.? ?|Nr\.? ?|#)?[\dA-Z]{1,4}[-/–]\d[\d/–-]*|(?:[A-Z][\w-]+ ){1,4}(?:No\.? ?|#)\d+"
)
"""Emergency Directive 21-03: a form and a number, without a subject."""
_SUBJECT = re.compile(
    r"(?:subject|re|title|topic|for immediate release)\s?:\s*(?P<what>\S.{6,140})$", re.IGNORECASE
)
_FIELD = re.compile(r"[A-Z][\w /]{2,24}:\s|.*[:;,.]$|•|.*@|.*https?://")


_EXPLAINED = re.compile(
    r"[A-Z][\w-]*(?: [\w-]+)+: (?:an? |the |how |why |what )?[\w’'-]+(?: [\w’'-]+)+"
)
"""Public spending: a brief introduction: two words at least on both sides are no field and its value."""
_PUBLISHED = re.compile(
    r"(?:first |last )?(?:published|updated|posted|released|issued)\b", re.IGNORECASE
)


def first_own_title(texts: Iterable[Text]) -> str:
    """Return the title of the first source that gives itself one; empty where none does."""
    return next(filter(None, map(own_title, texts)), "")


def own_title(text: Text) -> str:
    """Return the title that a source gives itself; empty where it has none that tells its subject."""
    about = printable_only(text.read.about.title)
    named = _GENRE.sub("", _without_site(about, publisher_of(text)))
    if subject := _SUBJECT.match(named):
        named = subject["what"]
    is_body = is_letterhead(named) and publisher_of(text).lower() in named.lower()
    if named and not _says_nothing(named) and not is_body:
        return _with_subject(named, text)
    other = next((title for title in _others(text) if not _says_nothing(title)), "")
    return other or (named if is_body else "")


_LONGEST_WORD, _NUMBERS = 34, 2
"""Letters of a word in a title, and one word in so many that may be a number."""


def _says_nothing(title: str) -> bool:
    bare = title.strip(" .:–—-")
    if _NUMBERS * sum(word.isdigit() for word in bare.split()) >= len(bare.split()):
        return True  # what stands in a figure: Item 5 Domain Item 6
    if re.fullmatch(r"[A-Z]{2,8}", bare):
        return True  # a short form alone
    if bare[:1].islower() and not re.match(r"[a-z]\w*[A-Z\d]", bare):
        return True  # it begins in the middle
    if max(map(len, re.split(r"[\s/-]", bare)), default=0) > _LONGEST_WORD:
        return True
    letters = sum(map(str.isalpha, bare))
    return is_generic(bare) or _FORM.fullmatch(bare) is not None or 2 * letters <= len(bare)


def _without_site(title: str, publisher: str) -> str:
    """Return a title without the name of its site, which a bar parts from it, or a dash where it is one."""
    for found in re.finditer(r"\s+(?P<mark>[|–—-])\s+(?P<tail>[^|–—]{2,60})$", title):
        tail = found["tail"].lower()
        is_site = body_of(tail) or tail in publisher.lower() or publisher.lower() in tail
        if found["mark"] == "|" or (publisher and is_site) or (body_of(tail) and is_site):
            title = title[: found.start()]
    return re.sub(r"^[^\w“‘\"]+|[^\w”’\"?!)%]+$", "", title)


def _with_subject(title: str, text: Text) -> str:
    """Return a title of a form and a number with the heading below it, which says what it is about."""
    if not _NUMBERED.fullmatch(title):
        return title
    read = text.read
    words = [read.document.text[h.start : h.end] for h in read.headings[:2] if h.start < _LINE]
    below = next((w for w in words if w != title and not _says_nothing(w)), "")
    return f"{title}: {' '.join(below.split())}" if below else title


def _others(text: Text) -> Iterator[str]:
    """Yield what may stand for a title: a subject line, a heading, a line before the text."""
    document = text.read.document
    heads = [document.text[p.start : p.end] for p in document.paragraphs[:_HEAD]]
    parts = [[" ".join(line.split()) for line in head[: 4 * _LINE].split("\n")] for head in heads]
    for line in (line for lines in parts for line in lines):
        if match := _SUBJECT.match(line):
            yield match["what"].rstrip(" .")
    alone = [lines[0] for lines in parts if len(lines) == 1 and _is_line(lines[0])]
    headings = {" ".join(document.text[h.start : h.end].split()) for h in text.read.headings}
    yield from (in_small_letters(line) for line in alone if line in headings)
    yield from (in_small_letters(line) for line in alone)


def _is_line(line: str) -> bool:
    """Tell whether a line may be a title: some words, no field, no letterhead, no date, no sentence."""
    count = len(line.split())
    is_date = any(d.end - d.start > len(line) / 2 for d in find_dates(line))
    is_form = (
        _FIELD.match(line) is not None and not line.isupper() and not _EXPLAINED.fullmatch(line)
    )
    is_date = is_date or (_PUBLISHED.match(line) is not None and bool(find_dates(line)))
    return (
        len(line) <= _LINE
        and _LEAST_WORDS <= count <= _MOST_WORDS
        and not (is_date or is_form or is_letterhead(line) or "|" in line)
    )
