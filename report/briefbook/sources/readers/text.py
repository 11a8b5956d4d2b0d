"""Plain text: the snapshot is the text itself, letter for letter; only its form is recognised."""

from __future__ import annotations

import hashlib
import re

from briefbook.language.document import Document
from briefbook.sources.boilerplate import guess_headings, mark_boilerplate
from briefbook.sources.dateline import head_date
from briefbook.sources.source_text import About, SourceText

_SPEECH = re.compile(
    r"(?:(?:opening|closing|keynote) )?(?:statement|remarks|address|speech)(?: delivered)? (?:by|of)\s",
    re.IGNORECASE,
)
_TITLE, _HEAD = 240, 6
"""Letters of a title that says who speaks, and paragraphs at whose head it may stand."""


_TORN = re.compile(
    r"(?<=\w)(?P<comma>,?)[ \t]*\n[ \t]*\n[ \t]*(?=[a-z])"
    r"|\b(?P<word>the|of|and|to|for|in|by|with|from|on|at|an?|our|their|its),?[ \t]*\n[ \t]*\n[ \t]*(?=[A-Z\d])"
)
"""A blank line inside a sentence: before a small letter, or behind a word that none ends with."""
_LEAST_LINE = 30
_LEAST_TORN = 4
"""Such blank lines that a text has by its scanning, not by its author."""


def read_text(text: str, name: str) -> SourceText:
    """Return a text with what its short lines show: title, headings, boilerplate, dates."""
    text, notes = _mended(text)
    text, parted = _parted(text)
    notes = (*notes, *parted)
    document = Document(name, text, hashlib.sha256(text.encode()).hexdigest())
    marked = mark_boilerplate(document, guess_headings(document))
    first = marked.headings[:1]
    title = (
        _speech(document)
        or _over_date(document)
        or (text[first[0].start : first[0].end] if first and first[0].level == 1 else "")
    )
    about = About(" ".join(title.split()), published=marked.published, modified=marked.modified)
    return SourceText(
        document, "text", about=about, headings=marked.headings,
        boilerplate=marked.boilerplate, notes=notes,
    )  # fmt: skip


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the blank lines that tear its sentences, where many do, and what to say of it."""
    torn = [match for match in _TORN.finditer(text) if _is_wrapped(text, match.start())]
    if len(torn) < _LEAST_TORN:
        return text, ()
    parts, at = [], 0
    for match in torn:
        kept = match["word"] or match["comma"] or ""
        parts += [text[at : match.start()], kept, "\n"]
        at = match.end()
    note = f"{len(torn)} blank lines inside sentences were taken out of its text, as a scan leaves them"
    return "".join((*parts, text[at:])), (note,)


def _is_wrapped(text: str, at: int) -> bool:
    """Tell whether the line before a place is one of several: a list of single words is none."""
    start = text.rfind("\n", 0, at)
    return start > 0 and text[start - 1] != "\n" and at - start > _LEAST_LINE


def _speech(document: Document) -> str:
    """Return the paragraph at the head that says who speaks, STATEMENT BY THE PRESIDENT, as a title."""
    heads = (document.text[span.start : span.end].strip() for span in document.paragraphs[:_HEAD])
    return next(
        (
            " ".join(w.split()).rpartition(", ")[0] if w[-1:] == ":" else w
            for w in heads
            if len(w) <= _TITLE and _SPEECH.match(w) and w[-1:] not in ".;,"
        ),
        "",
    )


_LEAST_TITLE = 4
"""Words of a title that stands over its date."""


def _over_date(document: Document) -> str:
    """Return the line of a paragraph at the head that stands right over a day: a title over its date."""
    for span in document.paragraphs[:_HEAD]:
        lines = document.text[span.start : span.end].split("\n")
        is_pair = len(lines) == 2 and head_date(lines[1], Document("", lines[1], "").paragraphs, 1)  # noqa: PLR2004
        if is_pair and len(lines[0].split()) >= _LEAST_TITLE and lines[0].strip()[-1:].isalnum():
            return lines[0]
    return ""


# ── Lines that are paragraphs or headings of their own, though no blank line parts them ──────────

_LONG, _WRAPPED = 120, 100
"""Letters of a line that no editor has broken, and the longest that one breaks at."""
_LEAST_LINES = 5
_HEADING, _HEADING_WORDS, _BODY = 64, 10, 45
"""Letters and words of a heading, and letters of a line of the text below it."""
_SHORT = 0.6
"""Share of the longest line of its paragraph beyond which a line is full, and its end says nothing."""
_ENDED = re.compile(r"[.!?:;,…”\"’)\]|–—-]\s*$")
_OPENS = re.compile(r"[\"“(]?[A-Z]")
_NO_HEAD = re.compile(
    r"\s*(?:[•*·|–—-]|\(?[a-z]{1,3}[.)]\s|[\w .]{2,24}:\s)|.*(?:@|https?://|\s{3,}|\t)|.*\d{4,}"
)
_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with its their what how why".split()
)


_NEWS = re.compile(r"(?<=[^\n])\n(?=\([A-Z][\w .]{2,30}, [A-Z][\w .]{1,20}\) ?(?:—|–|--))")
"""The feed before the place of a release's news: (Aston, Lakeshire) –."""


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with blank lines where its lines part paragraphs, and what to say of it.

    A page that was copied has a paragraph a line; a heading often stands right above its paragraph.
    """
    if _is_a_paragraph_a_line(text):
        lines = _whole_lines([line for line in text.split("\n") if line.strip()])
        note = f"each of its {len(lines):,} lines is read as a paragraph: they are long, and no blank lines part them"
        return "\n\n".join(lines) + "\n", (note,)
    parts = re.split(r"(\n[ \t]*\n\s*)", _NEWS.sub("\n\n", text))
    made = [_headed(part) if n % 2 == 0 else part for n, part in enumerate(parts)]
    count = sum(one != two for one, two in zip(parts, made, strict=True))
    if not count:
        return "".join(parts), ()
    what = "heading was" if count == 1 else "headings were"
    return "".join(made), (f"{count:,} {what} parted from the paragraph right below",)


def _is_a_paragraph_a_line(text: str) -> bool:
    """Tell whether a text has hardly a blank line, and lines too long for an editor to have broken them."""
    body = text.strip("\n")
    lines = [line for line in body.split("\n") if line.strip()]
    blanks = body.count("\n\n")
    if len(lines) < _LEAST_LINES or blanks * _LEAST_LINES > len(lines):
        return False
    long = [line for line in lines if len(line) >= _LONG]
    is_told = sum(line.rstrip()[-1:] in '.!?:”"' for line in long) * 2 > len(long)
    # A page has short lines above its text and where a word of it was linked.
    is_most = sum(map(len, long)) > _MOST_LETTERS * sum(map(len, lines))
    return len(long) >= _LEAST_LINES and max(map(len, long)) > 2 * _WRAPPED and is_told and is_most


_MOST_LETTERS = 0.75
"""Share of a text's letters that stand in lines which no editor has broken."""
_GOES_ON = re.compile(r"[a-z.,;:)]")
_OPEN = re.compile(r"[—–-]\s*$")
"""The end of a place before its news: CHICAGO —."""


def _whole_lines(lines: list[str]) -> list[str]:
    """Return lines as paragraphs: what was linked within a sentence, on a line of its own, is of its paragraph."""
    found: list[str] = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else ""
        after = lines[n + 1] if n + 1 < len(lines) else ""
        is_broken = len(before) >= _LONG and not _ENDED.search(before)
        is_within = is_broken and _GOES_ON.match(after.lstrip())
        if found and (_GOES_ON.match(line.lstrip()) or is_within or _OPEN.search(before)):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def _headed(paragraph: str) -> str:
    """Return a paragraph with a blank line behind its first line, where that is a heading of the others."""
    first, feed, rest = paragraph.partition("\n")
    lines = rest.split("\n")
    longest = max(map(len, lines), default=0)
    is_head = (
        feed
        and 0 < len(first.strip()) <= min(_HEADING, _SHORT * longest)
        and len(first.split()) <= _HEADING_WORDS
        and not _ENDED.search(first)
        and not _NO_HEAD.match(first)
        and longest >= _BODY
        and len(lines[0]) >= _SHORT * longest
        and _OPENS.match(lines[0].lstrip())
        and _is_capital(first)
    )
    return f"{first}\n\n{rest}" if is_head else paragraph


def _is_capital(line: str) -> bool:
    """Tell whether a line is written as headings are: it opens with a capital or a number, and is no half sentence."""
    words = re.sub(r"^(?:\d+(?:\.\d+)*|[IVX]+)[.)]?\s+", "", line.strip()).split()
    return bool(words) and words[0][:1].isupper() and words[-1].lower() not in _SMALL
