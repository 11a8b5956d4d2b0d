"""What a court's document is called, Holm v. State of Norr, and which court gives it: the caption at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.draft.titles import in_small_letters
from briefbook.sources.reading import CELLS
from briefbook.sources.source_text import SourceText

_HEAD, _NAME = 14, 90
"""Paragraphs that may be a caption, and letters of a party's name."""
_VERSUS = re.compile(r"(?:^|[\s—–-])(?:vs?\.|versus)(?=[\s)]|$)", re.MULTILINE)
_ROLE = re.compile(
    r"[,;\s—–-]*\b(?:(?:Cross|Third-Party|Plaintiffs?|Defendants?|Appellants?|Appellees?|Petitioners?|Respondents?)\b[\s,./—–-]*)+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:\d{1,2}\s)?(?:(?:Case )?No(?:s)?\.\s?[\w:-]+[,\s]*)?")
"""A docket's number, or that of a line, before a name."""
_OTHER = re.compile(
    r"(?:On )?Appeal\b|Hon(?:orable|\.)?\b|Filed|FILED|Clerk|Before\b|Division|DIVISION|.*\b(?:Court|COURT|Circuit|CIRCUIT|District|DISTRICT)\b|.*\b\d{4}\b"
)
"""What stands beside or between the parties' names."""
_FIRST = re.compile(r"[,;(]|\bet al\b|\bin (?:his|her|its|their)\b")
_COURT = re.compile(
    r"(?:in the )?(?P<who>(?:[A-Z][\w.]*\s){0,4}?(?:(?:Supreme|District|Circuit|Superior|High|Crown|Federal)\s){0,2}Court"
    r"(?:\s(?:of|for)(?:\sthe)?(?:\s(?:[A-Z]\w*|of|the)){1,6})?(?:,?\s[A-Z]\w*\s(?:District|Division|Circuit))?)",
    re.IGNORECASE,
)


def case_name(read: SourceText) -> str:
    """Return the parties of a court's document, the first of each side; empty where it is none."""
    head = "\n".join(_lines(read))
    versus = _VERSUS.search(head)
    if not versus or not _ROLE.search(head):
        return ""
    first = _party(reversed(head[: versus.start()].split("\n")))
    second = _party(head[versus.end() :].split("\n"))
    return in_small_letters(f"{first} v. {second}") if first and second else ""


def court_of(read: SourceText) -> Iterator[str]:
    """Yield the court that stands at the head of its document."""
    if not case_name(read):
        return
    lines = _lines(read)
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else ""
        goes_on = re.match(r"for the [\w ]{4,40}?(?:Circuit|District)\b", after, re.IGNORECASE)
        if found := _COURT.fullmatch(line.rstrip(". ")):
            yield in_small_letters(found["who"] + (f" {goes_on[0]}" if goes_on else ""))


def _lines(read: SourceText) -> list[str]:
    """Return the lines of a caption, what stands beside a name apart from it."""
    spans = read.document.paragraphs[:_HEAD]
    told = [read.document.text[p.start : p.end] for p in spans]
    parts = [part for words in told for part in words.replace(CELLS, "\n").split("\n")]
    return [line for part in parts if (line := " ".join(part.split()).strip(" ):("))]


def _party(lines: Sequence[str] | Iterator[str]) -> str:
    """Return the first name among lines of a caption."""
    found = ""
    for line in lines:
        if found and not line.rstrip().endswith(","):
            return found
        name = _FIRST.split(_ROLE.sub("", _NUMBER.sub("", line)), maxsplit=1)[0].strip(" ,;:|.")
        is_name = name[:1].isupper() and sum(map(str.isalpha, name)) > 2 and len(name) <= _NAME  # noqa: PLR2004
        if not is_name or _OTHER.match(name):
            continue
        if " " in name or found:
            return name
        found = name  # Warden, below a name that ends with a comma
    return found
