"""The day that a document prints at its head: on a line of its own, behind a place, or behind its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.language.document import Span
from briefbook.language.en.dates import find_dates
from briefbook.values.dates import Precision

_PLACE = re.compile(r"\(?(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, | ?[–—:-] ?|\s)){1,2}")
"""Brussels, or WASHINGTON, D.C., before a date."""
_LABEL = re.compile(
    r"(?:date|dated|issued|released?|published|posted)(?: on| date)?\s?[:–—-]?\s*", re.IGNORECASE
)
_AFTER = re.compile(r"\)?\s?(?:[–—:-]|--)")
_LINE = 60
"""Letters of a line that holds a date and a place."""
_LINES, _HEAD = 3, 12
"""Lines of a paragraph, and paragraphs of a document, that may be its head."""
_TITLE, _FAR = 200, 60
"""Letters of a title, and paragraphs among which a day of the week with its date heads a page of columns."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [^\n]{6,20}$")


def head_date(text: str, paragraphs: Sequence[Span], first: int) -> str:
    """Return the day that stands before or at the head of a text whose body begins at paragraph `first`, as EDTF."""
    for span in paragraphs[: min(first, _HEAD)]:
        lines = text[span.start : min(span.end, span.start + 2 * _TITLE)].split("\n")
        for line in lines[:_LINES]:
            if day := next(_days(line, is_title=span.number == 1 and len(lines) == 1), ""):
                return day
    heads = (text[span.start : span.end] for span in paragraphs[:_FAR])
    return next(
        (day for line in heads if _WEEKDAY.match(line) for day in _days(line, is_title=False)), ""
    )


def _days(line: str, *, is_title: bool) -> Iterator[str]:
    """Yield the day of a line that has it alone, behind a place or a label, or at a title's end."""
    words = line.strip()
    for found in find_dates(words[:_TITLE]):
        if found.date.precision is not Precision.DAY:
            continue
        before, after = words[: found.start], words[found.end :]
        is_led = not before or _PLACE.fullmatch(before) or _LABEL.fullmatch(before)
        is_alone = len(words) <= _LINE and not after.strip(" .)")
        is_tail = is_title and len(words) <= _TITLE and not after and before.endswith(", ")
        if (is_led and (is_alone or _AFTER.match(after))) or is_tail:
            yield found.date.edtf
