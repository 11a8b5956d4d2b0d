"""The day that a document prints at its head: on a line of its own, behind a place, or behind its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.language.document import Span
from briefbook.language.en.dates import find_dates
from briefbook.sources.reading import CELLS
from briefbook.values.dates import Precision

_PLACE = re.compile(
    r"(?:[A-Z][\w ]{3,30} \| )?\(?(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, | ?[–—:-] ?|\s)){1,2}"
)
"""Brussels, or WASHINGTON, D.C., before a date; a form may stand before the place: Press release | Brussels."""
_LABEL = re.compile(
    r"(?:date|dated|filed|issued|released?|published|posted|answered|(?:the |this )?(?:press|news|media) release (?:issued|published) by [\w ]{3,40}|ordered by [\w ]{3,40} to be printed)(?: on| date)?\s?[:–—-]?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\)?\s?(?:[–—:-]|--)|\s+(?:Media |Press )?Contacts?:|\s+For (?:Immediate|Media|Press)\b",
    re.IGNORECASE,
)
_ENDS_TITLE = re.compile(r"(?:, | [–—-] )$")
"""What stands between a title and its day."""
_HOUR = re.compile(r"^\W{1,4}(?:at )?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?")
"""What may follow the day of a line that has it alone: July 25, 2019 | 11:15 PM."""
_CLOCK = re.compile(
    r"^\d{1,2}(?::?\d\d)?\s?[AP]\.?M\.?\s(?:[A-Z]{2,4}\s)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s)?$",
    re.IGNORECASE,
)
"""An hour and a weekday before the day: 800 AM EDT Sun Oct 1 2017."""
_LINE, _LABELLED = 60, 100
"""Letters of a line that holds a date and a place, or a date behind words that say what it is."""
_LINES, _HEAD, _BESIDE = 3, 12, 4
"""Lines of a paragraph, and paragraphs of a document or behind its title, that may be its head."""
_TITLE, _FAR = 200, 60
"""Letters of a title, and paragraphs among which a day of the week with its date heads a page of columns."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [^\n]{6,20}$")


def head_date(text: str, paragraphs: Sequence[Span], first: int, title: int = 0) -> str:
    """Return the day that stands before or at the head of a text whose body begins at paragraph `first`, as EDTF.

    What stands right behind the paragraph of the title, `title`, is the document's own head.
    """
    for span in paragraphs[title : title + _BESIDE if title else 0]:
        if day := next(_days(text[span.start : span.end], is_title=False), ""):
            return day
    for span in paragraphs[: min(first, _HEAD)]:
        lines = text[span.start : min(span.end, span.start + 2 * _TITLE)].split("\n")
        for part in (cell for line in lines[:_LINES] for cell in line.split(CELLS)):
            if day := next(_days(part, is_title=span.number <= _BESIDE and len(lines) == 1), ""):
                return day
    heads = (text[span.start : min(span.end, span.start + _LABELLED)] for span in paragraphs[:_FAR])
    told = (line for line in heads if _WEEKDAY.match(line) or _LABEL.match(line))
    return next((day for line in told for day in _days(line, is_title=False)), "")


def _days(line: str, *, is_title: bool) -> Iterator[str]:
    """Yield the day of a line that has it alone, behind a place or a label, or at a title's end."""
    words = line.strip()
    for found in find_dates(words[:_TITLE]):
        if found.date.precision is not Precision.DAY:
            continue
        before, after = words[: found.start], words[found.end :]
        before = _CLOCK.sub("", before)
        is_led = not before or _PLACE.fullmatch(before) or _LABEL.fullmatch(before)
        most = _LABELLED if _LABEL.match(words) else _LINE
        is_alone = len(words) <= most and not _HOUR.sub("", after).strip(" .)")
        is_tail = is_title and len(words) <= _TITLE and not after and _ENDS_TITLE.search(before)
        if (is_led and (is_alone or _AFTER.match(after))) or is_tail:
            yield found.date.edtf
