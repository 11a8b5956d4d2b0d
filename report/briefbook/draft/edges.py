"""Where a sentence begins and ends: without a list's bullet, a note's number, a dateline, half a pair of marks."""

from __future__ import annotations

import re
from itertools import pairwise

from briefbook.language.document import Document

_LEADERS = (
    r"The|This|These|Those|That|There|In|On|For|From|As|At|A|An|Although|According|Because|While|If|When|Since|After|Before|"
    r"We|Our|Under|It|Such|Each|All|Some|Both|To|By|With|Of"
)
_BULLET = re.compile(
    r"(?:\[\d{1,3}\]|[•◦▪‣●○■·*–—−\uff61-\uff9f\uf000-\uf8ff-]|\(?[a-z\d]{1,3}[.)](?:\(?[a-z\d]{1,4}[.)])*)\s+"
    rf"|(?:\d{{1,3}}|[a-z])\s(?=(?:{_LEADERS})\s)|\d{{1,3}}\.?(?=[A-Z][a-z])|\d{{1,3}}\.(?=[A-Z])"
    rf"|(?:[IVX]{{2,5}}\.\s(?=[A-Z])|[IVXA-H]\.\s(?=(?:{_LEADERS})\s))"
)
"""What a list, or the number of a note or a paragraph, puts before a sentence."""
_NOTE = re.compile(r"(?P<number>\d{1,3})\s(?=[A-Z])")
_DATELINE = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{4} ?(?:—|–|--?) ?(?=[A-Z])|[A-Z][A-Z.]+(?:[ -][A-Z][A-Z.]+)*(?:, [A-Z][\w .]{2,30})?(?:, \d{4})?(?: \([A-Z][\w .]+\))? ?(?:—|–|--) ?"
    r"|[A-Z]{3,}(?: [A-Z]{2,}){0,3}: (?=[A-Z][a-z])"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, [A-Z]{2}(?:, [A-Z]\w+\.? \d{1,2}, \d{4})? ?(?:—|–|--?) ?(?=[A-Z])"
    r"|\([A-Z][\w .,]{2,40}\) ?(?:—|–|--?) ?(?=[A-Z“\"])|[A-Z]\w*\.(?:[Nn]et|[Cc]om|[Oo]rg|[Ii]nfo) (?:—|–|--?) (?=[A-Z])"
)
"""WASHINGTON — or PROJECT DESCRIPTION: what a press release puts before its first words."""
_TAIL = re.compile(
    r"\s\(\s?(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|(?:Tables?|Figures?|Fig\.|Exhibits?|Box|Annex|Appendix|Chart)\s[\w ,–-]{1,12})\)\.$"
    r"|(?<=[a-z)”’\"][.!?])\s?\d{1,3}(?:[\s,]\d{1,3})*$|(?<=[.:;])\s(?:[a-z]|\d{1,2})[.)]?$"
)
"""The numbers of notes after a sentence, or the mark of a list's next item."""
_LIST = re.compile(r",? (?:with|including|in|by|through|under|for) the following [\w -]{3,40}:$")
"""What announces a list behind a sentence that is whole without it."""
_STARS = re.compile(r"(?<=[.!?”\"])[*†‡]{1,3}$|(?<=\w);$")
_SAID = re.compile(
    r",[”\"] (?:(?:[A-Z][\w’'.-]*|the|of|he|she|they|an?)(?: [\w’'.-]+){0,6} )?"
    r"(?:said|says|added|adds|told|stated|noted|explained|warned|continued)\b[^“”\"]{0,90}\.$"
)
_OPEN, _CLOSE, _MARKS = frozenset('“"'), frozenset('”"'), frozenset('“”"')
_LEAST_NOTES = 3


def bare_span(
    document: Document, start: int, end: int, *, has_notes: bool, has_run_ins: bool = False
) -> tuple[int, int]:
    """Return a sentence's place without what is no part of it."""
    text = document.text
    heads = (*((_NOTE,) if has_notes else ()), *((_RUN_IN,) if has_run_ins else ()))
    for pattern in (_BULLET, *heads, _DATELINE):
        found = pattern.match(text, start, end)
        if found and found.end() < end:
            start = found.end()
    for pattern in (_STARS, _TAIL, _LIST):
        if tail := pattern.search(text[start:end]):
            end = start + tail.start()
    words = text[start:end]
    opened, closed = words.count("“"), words.count("”")
    is_odd = words.count('"') % 2 == 1
    if words[:1] in _OPEN and words[-1:] in _CLOSE and not _MARKS & {*words[1:-1]}:
        start, end = start + 1, end - 1  # a quotation as a whole: whoever prints it sets its marks
    elif (words[:1] == "“" and opened > closed) or (words[:1] == '"' and is_odd):
        start += 1
    elif (words[-1:] == "”" and closed > opened) or (words[-1:] == '"' and is_odd):
        end -= 1
    elif (closed > opened or is_odd) and (said := _SAID.search(words)):
        end = (
            start + said.start()
        )  # the end of a quotation, without the words that name its speaker
    return start, end


_RUN_IN = re.compile(
    r"(?:[A-Z][\w’'-]*,? (?:(?:and|of|for|in|the|to) )*){0,5}[A-Z][\w’'-]*(?: \([\d–-]+\))?: (?=[A-Z“])"
)
"""A heading within the line: World Resources: Although …"""
_LEAST_RUN_INS = 3


def has_run_in_headings(document: Document) -> bool:
    """Tell whether some paragraphs begin with a heading and a colon, each with another: whoever speaks does so twice."""
    heads = [
        match[0]
        for paragraph in document.paragraphs
        if (match := _RUN_IN.match(document.text, paragraph.start, paragraph.end))
        and paragraph.end - match.end() > _LEAST_BODY
    ]
    return len(heads) >= _LEAST_RUN_INS and len(set(heads)) == len(heads)


_LEAST_BODY = 90
"""Letters of the text behind a heading in its line; a field of a form has fewer."""


def has_numbered_notes(document: Document) -> bool:
    """Tell whether paragraphs that begin with a number count up, as notes do."""
    found = [
        int(match["number"])
        for paragraph in document.paragraphs
        if (match := _NOTE.match(document.text, paragraph.start, paragraph.end))
    ]
    run = best = 1 if found else 0
    for before, after in pairwise(found):
        run = run + 1 if after == before + 1 else 1
        best = max(best, run)
    return best >= _LEAST_NOTES
