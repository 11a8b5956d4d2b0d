"""The title that a document has of its own: what its form tells, its subject line, its first heading or line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefbook.draft.corpus import SUMMARY, Text, publisher_of
from briefbook.draft.court_cases import case_name
from briefbook.draft.glyph_coverage import printable_only
from briefbook.draft.outline import is_generic
from briefbook.draft.publishers import is_letterhead
from briefbook.draft.titles import in_small_letters
from briefbook.language.en.dates import find_dates
from briefbook.sources.reading import body_of

_LEAST_TITLE = 12
_HEAD, _ALONE, _LINE = 16, 10, 140
"""Paragraphs at the head that may say the subject, that may be a title, and letters of a line that may be one."""
_LEAST_WORDS, _MOST_WORDS = 2, 22
_GENRE = re.compile(
    r"^(?:fact sheet|factsheet|readout|press release|news release|media release|statement|background(?:er)?)\s?[:—–]\s?",
    re.IGNORECASE,
)
"""What a document says of its own form before its title."""
_FORM = re.compile(
    r"(?:(?:for )?(?:immediate|media|press|news|public) (?:release|statement|use|notice)|(?:press|news|media) (?:release|statement|note|notice|advisory|briefing)s?|"
    r"for (?:written|oral) reply|reply|answer|news|statement|communiqué|bulletin|memorandum|note|document\d*|(?:item|step|table|figure|box|page|slide|sheet|exhibit|attachment|enclosure) (?:[A-Z][.-]?)?\d+(?: \w+){0,3}|"
    r"(?:proposed|final|interim) rules?|broad agency announcement|(?:this )?page intentionally left blank|background|purpose|scope|untitled|no title|index|home|welcome)",
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
_ADDRESSED = re.compile(r"\b[A-Z]{2},? \d{5}\b")
"""Washington, DC 20528."""
_WITH_SUM = re.compile(
    r"(?<!\bfor )(?<!\bto )(?<!\bby )(?<!\bof )(?<!\bat )(?<!\bfrom )(?<!\bwith )(?<!\bover )(?<!\bunder )(?<!\bthan )(?<!\babout )(?<!\bspent )(?<!\bspend )(?<!\bcosts )"
    r"[$€£]\s?[\d.,]+$"
)
"""A row with a sum: Lamps of brass $1,200; none where a word leads to the sum, as in the headline of a road for $1,200."""
_PUBLISHED = re.compile(
    r"(?:first |last )?(?:published|updated|posted|released|issued)\b", re.IGNORECASE
)


_MADE_BY = re.compile(
    r"\s[–—-]\s(?:Google (?:Docs|Slides|Sheets)|(?:Microsoft )?(?:Word|PowerPoint|Excel)|LibreOffice.*)$"
)
"""The program of a file, behind its title."""
_OF_FILE = re.compile(
    r"\S+\.(?:exe|xlsx?|docx?|pdf|indd|qxd|csv|html?|pptx?|txt|odt|ps|wpd|dvi|tex|rtf)|\S*_\S*"
)
"""A name of a file: 905_Precinct, 10811.exe."""
_BADLY_READ = re.compile(r"^•|•$|[.•-]{4}|•\s?•|(?:\.{3}|-{3}|•)(?=.*(?:\.{3}|-{3}|•))")
"""Marks at an end, in a long run or again and again: h11a..---••; one between words parts a title."""
_SECTION = re.compile(
    r"^(?:\d{1,2}\.(?:\d{1,2}\.?){0,3}\s+|[A-Z]\.\d{1,2}(?:\.\d{1,2})*\s+|(?:[A-Z] )?(?:Appendix|Annex|Part|Chapter) [A-Z\d]{1,4}\s?(?:[:.]\s+|[–—-]\s*))(?=[A-Z])"
)
"""The number of a section before its heading."""
_CAPTION = re.compile(
    r"(?:Table|Figure|Chart|Box|Map|Exhibit)\s(?:[A-Z]{1,3}[-.]?)?\d[\d.–-]{0,5}\s?[:.–—-]?\s+(?P<what>[A-Z][^.]{10,110})$"
)
"""Table 1-1: Sources of Air Toxics."""
_SENTENCES = re.compile(r"[a-z\d]{3}\. [A-Z]")
"""The end of a sentence and the beginning of another: no title."""
_OPEN = re.compile(r"(?:\b(?:of|for|and|the|to|in|on|with|by|a|an)|[,&–—-])$", re.IGNORECASE)
"""How a line ends that goes on in the next one."""


def first_own_title(texts: Iterable[Text]) -> str:
    """Return the title of the first source that gives itself one; empty where none does."""
    return next(filter(None, map(own_title, texts)), "")


def own_title(text: Text) -> str:
    """Return the title that a source gives itself; empty where it has none that tells its subject."""
    if parties := case_name(text.read):
        return parties
    about = printable_only(_MADE_BY.sub("", text.read.about.title))
    named = _GENRE.sub("", _without_site(about, publisher_of(text)))
    if subject := _SUBJECT.match(named):
        named = subject["what"]
    elif _is_guessed(named, text) and (told := next(_subjects(text), "")):
        named = told  # a heading was taken for the title, and a letter says its subject
    captioned = _CAPTION.match(named)
    named = captioned["what"] if captioned else _whole(_SECTION.sub("", named), text)
    is_body = is_letterhead(named) and publisher_of(text).lower() in named.lower()
    if named and not _says_nothing(named) and not is_body:
        return _with_subject(named, text)
    other = next((title for title in _others(text) if not _says_nothing(title)), "")
    return other or (named if is_body else "")


_GUESSED = 2
"""Headings at the head of which one may have been taken for the title."""


def _is_guessed(title: str, text: Text) -> bool:
    return title in _headings(text)[:_GUESSED] and not _NUMBERED.fullmatch(title)


def _headings(text: Text) -> list[str]:
    """Return the headings of a source, in order."""
    words = text.read.document.text
    return [" ".join(words[h.start : h.end].split()) for h in text.read.headings]


def _whole(title: str, text: Text) -> str:
    """Return a title with the heading right behind it, of the same rank, where it goes on there: Home / Loan Rates."""
    document = text.read.document
    starts = [p.start for p in document.paragraphs]
    for before, after in pairwise(text.read.headings[:_HEAD]):
        first = " ".join(document.text[before.start : before.end].split())
        second = " ".join(document.text[after.start : after.end].split())
        is_next = after.start in starts and starts.index(after.start) - 1 == (
            starts.index(before.start) if before.start in starts else -1
        )
        goes_on = _OPEN.search(first) or second[:1].islower() or " " not in first
        if first == title and is_next and before.level == after.level and goes_on:
            joined = f"{first} {second}"
            return joined if len(joined) <= _LINE else title
    return title


_LONGEST_WORD, _NUMBERS = 34, 2
"""Letters of a word in a title, and one word in so many that may be a number."""


def _says_nothing(title: str) -> bool:
    bare = title.strip(" .:–—-")
    if _NUMBERS * sum(word.isdigit() for word in bare.split()) >= len(bare.split()):
        return True  # what stands in a figure: Item 5 Domain Item 6
    if re.fullmatch(r"[A-Z]{2,8}", bare) or _OF_FILE.fullmatch(bare) or _ADDRESSED.search(bare):
        return True  # a short form alone, a file, or an address
    if _is_number(bare) or _BADLY_READ.search(bare):
        return True
    if bare[:1].islower() and not re.match(r"[a-z]\w*[A-Z\d]", bare):
        return True  # it begins in the middle
    if max(map(len, re.split(r"[\s/-]", bare)), default=0) > _LONGEST_WORD:
        return True
    letters = sum(map(str.isalpha, bare))
    return is_generic(bare) or _FORM.fullmatch(bare) is not None or 2 * letters <= len(bare)


def _is_number(word: str) -> bool:
    """Tell whether a title is one word with no more letters than digits: 12-P-0154 or A-3, but not COVID-19."""
    digits = sum(map(str.isdigit, word))
    return " " not in word and 0 < digits >= sum(map(str.isalpha, word))


def _without_site(title: str, publisher: str) -> str:
    """Return a title without the name of its site, which a bar parts from it, or a dash where it is one."""
    for found in re.finditer(r"\s+(?P<mark>[|–—-])\s+(?P<tail>[^|–—]{2,60})$", title):
        tail = found["tail"].lower()
        is_site = body_of(tail) or tail in publisher.lower() or publisher.lower() in tail
        is_short = len(tail.split()) <= _SITE_WORDS
        if (
            (found["mark"] == "|" and is_short)
            or (publisher and is_site)
            or (body_of(tail) and is_site)
        ):
            title = title[: found.start()]
    return re.sub(r"^[^\w“‘\"]+|[^\w”’\"?!)%]+$", "", title)


_SITE_WORDS = 4
"""Words of a site's name behind a bar: more are the second half of a title."""


def _with_subject(title: str, text: Text) -> str:
    """Return a title of a form and a number with its subject line or the heading below it, which say what it is about."""
    if not _NUMBERED.fullmatch(title):
        return title
    read = text.read
    words = [read.document.text[h.start : h.end] for h in read.headings[:2] if h.start < _LINE]
    words = [*_subjects(text), *words]
    below = next((w for w in words if w != title and not _says_nothing(w)), "")
    return f"{title}: {' '.join(below.split())}" if below else title


def _heads(text: Text) -> list[list[str]]:
    """Return the lines of the paragraphs at a document's head."""
    document = text.read.document
    heads = [document.text[p.start : p.end] for p in document.paragraphs[:_HEAD]]
    return [[" ".join(line.split()) for line in head[: 4 * _LINE].split("\n")] for head in heads]


def _subjects(text: Text) -> Iterator[str]:
    """Yield what a document's head says that it is about."""
    heads = _heads(text)
    headings = _headings(text)
    for at, line in ((at, line) for at, lines in enumerate(heads) for line in lines):
        if match := _SUBJECT.match(line):
            told = match["what"].rstrip(" .")
            # A subject in bold letters goes on in the next line, if that is bold too.
            after = heads[at + 1][0] if at + 1 < len(heads) else ""
            if {line, after} <= {*headings} and len(told) + len(after) < _LINE:
                told = f"{told}{'' if told.endswith('-') else ' '}{after}"
            yield told


def _others(text: Text) -> Iterator[str]:
    """Yield what may stand for a title: a subject line, a heading, a line before the text, a caption, any heading, who spoke."""
    yield from _subjects(text)
    heads = _heads(text)[:_ALONE]
    alone = [lines[0] for lines in heads if len(lines) == 1 and _is_line(lines[0])]
    headings = _headings(text)
    for line in (*(line for line in alone if line in headings), *alone):
        yield in_small_letters(_SECTION.sub("", _whole(line, text) if line in headings else line))
    for paragraph in text.read.document.paragraphs[:_CAPTIONED]:
        words = text.read.document.text[paragraph.start : paragraph.end]
        if match := _CAPTION.match(" ".join(words[: 2 * _LINE].split())):
            yield match["what"]
    near = [line for line in headings[:_HEAD] if _is_line(line) and not _SENTENCES.search(line)]
    yield from (in_small_letters(_SECTION.sub("", line)) for line in near)
    if spoken := SUMMARY.search(text.read.document.text[: 2 * _LINE]):
        yield f"What was said by {spoken['who']}"


_CAPTIONED = 60
"""Paragraphs among which a caption may say what a document without a title shows."""


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
        and not (_ADDRESSED.search(line) or _WITH_SUM.search(line))
    )
