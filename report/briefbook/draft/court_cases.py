"""What a court's document is called, Holm v. State of Norr, and which court gives it: the caption at its head.

A caption is two short names with “v.” between them and, beside them, what each is to the case. A sentence that
weighs one thing against another, or counts the respondents of a survey, has the words and not the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from briefbook.draft.titles import in_small_letters
from briefbook.sources.reading import CELLS
from briefbook.sources.source_text import SourceText

_HEAD, _NAME, _PARAGRAPH = 14, 90, 560
"""Paragraphs that may be a caption, letters of a party's name, and those of a paragraph that are looked at."""
_NEAR = 6
"""Lines from “v.” on among which a party stands, and what it is to the case."""
_VERSUS = re.compile(r"(?:^|[\s—–-])(?:[Vv][Ss]?\.|(?i:versus))(?=[\s)]|$)")
_ROLE = re.compile(
    r"\b(?:(?:C(?i:ross)|T(?i:hird-party)|C(?i:ounter))[\s-])?"
    r"(?:P(?i:laintiffs?)|D(?i:efendants?)|A(?i:ppellants?)|A(?i:ppellees?)|P(?i:etitioners?)|R(?i:espondents?))\b"
)
_MARKS = " ,;:|./()—–-"
_NUMBER = re.compile(r"^(?:\d{1,2}\s)?(?:(?:Case )?No(?:s)?\.\s?[\w:-]+[,\s]*)?")
"""A docket's number, or that of a line, before a name."""
_OTHER = re.compile(
    r"(?:On )?Appeal\b|Hon(?:orable|\.)?\b|Filed|FILED|Clerk|Before\b|Division|DIVISION|.*\b(?:Court|COURT|Circuit|CIRCUIT|District|DISTRICT)\b|.*\b\d{4}\b"
)
"""What stands beside or between the parties' names."""
_FIRST = re.compile(r"[,;(]|\bet al\b|\bin (?:his|her|its|their)\b")
_LINKS = frozenset("of the and for in on de del der van von la ex rel a".split())
"""Small words within a name; any other small one belongs to a sentence."""
_COURT = re.compile(
    r"(?:(?i:in the) )?(?P<who>(?:[A-Z][\w.]*\s){0,4}?(?:(?:Supreme|District|Circuit|Superior|High|Crown|Federal|[A-Z]{4,8})\s){0,2}(?:Court|COURT)"
    r"(?:\s(?i:of|for)(?:\s(?i:the))?(?:\s(?:[A-Z]\w*|(?i:of|the))){1,6})?(?:,?\s[A-Z]\w*\s(?i:District|Division|Circuit))?)"
)
_GOES_ON = re.compile(
    r"(?:[Ff]or|FOR) (?i:the) [A-Z][\w ]{3,40}?(?:Circuit|District|CIRCUIT|DISTRICT)\b"
)


def case_name(read: SourceText) -> str:
    """Return the parties of a court's document, the first of each side; empty where it is none."""
    lines = _lines(read)
    for at, line in enumerate(lines):
        for versus in _VERSUS.finditer(line):
            before, after = line[: versus.start()].strip(), line[versus.end() :].strip()
            first, is_first = _side([before, *reversed(lines[:at])])
            second, is_second = _side([after, *lines[at + 1 :]])
            # Within a line, “v.” may part anything: Cash v. Food Aid.
            is_case = is_first and is_second if before and after else is_first or is_second
            if first and second and is_case:
                return in_small_letters(f"{first} v. {second}")
    return ""


def court_of(read: SourceText) -> Iterator[str]:
    """Yield the court that stands at the head of its document."""
    if not case_name(read):
        return
    lines = _lines(read)
    for at, line in enumerate(lines):
        goes_on = _GOES_ON.match(lines[at + 1] if at + 1 < len(lines) else "")
        if found := _COURT.fullmatch(line.rstrip(". ")):
            yield in_small_letters(found["who"] + (f" {goes_on[0]}" if goes_on else ""))


def _lines(read: SourceText) -> list[str]:
    """Return the lines of a caption, what stands beside a name apart from it."""
    spans = read.document.paragraphs[:_HEAD]
    told = [read.document.text[p.start : min(p.end, p.start + _PARAGRAPH)] for p in spans]
    parts = [part for words in told for part in words.replace(CELLS, "\n").split("\n")]
    return [line for part in parts if (line := " ".join(part.split()).strip(" ):("))]


def _side(lines: Sequence[str]) -> tuple[str, bool]:
    """Return the party of a side, whose lines begin beside “v.”, and whether they say what it is to the case."""
    found, has_role = "", False
    kept = (line for line in (_NUMBER.sub("", line).strip() for line in lines) if line)
    for line in islice((line for line in kept if not _OTHER.match(line)), _NEAR):
        words, is_told = _without_role(line)
        goes_on = not found or (" " not in found and line.endswith(","))
        name = _FIRST.split(words, maxsplit=1)[0].strip(_MARKS)
        if not words.strip(_MARKS):
            if found and has_role:
                break  # that of another party
            has_role = has_role or is_told
        elif _is_name(name):
            if not goes_on and not (is_told and not has_role):
                break
            # Warden, below a name that ends with a comma, is none.
            found, has_role = name if goes_on else found, has_role or is_told
        elif not (line[:1].islower() or name == ""):
            break  # a sentence: the caption ends
        elif is_told:
            has_role = True
    return found, has_role


def _without_role(line: str) -> tuple[str, bool]:
    """Return a line without what its party is to the case, which ends it, and whether that is said."""
    found = [*_ROLE.finditer(line)]
    if not found:
        return line, False
    before, after = line[: found[0].start()].rstrip(), line[found[0].start() :]
    is_apart = not before or before[-1] in ",;.(—–-" or before.isupper()
    is_end = not _ROLE.sub("", after).replace(" and ", " ").strip(_MARKS)
    return (before, True) if is_apart and is_end else (line, False)


def _is_name(name: str) -> bool:
    """Tell whether words are a party's name: some letters, capitals before all but small words within."""
    is_short = sum(map(str.isalpha, name)) > 2 and len(name) <= _NAME  # noqa: PLR2004
    small = [word for word in name.split() if word[0].islower() and word not in _LINKS]
    return is_short and name[:1].isupper() and not small and not name.endswith(("?", "!"))
