"""Lines of plain text that are paragraphs or headings of their own, though no blank line parts them."""

from __future__ import annotations

import re
from statistics import median

_LONG, _WRAPPED = 120, 100
"""Letters of a line that no editor has broken, and the longest that one breaks at."""
_LEAST_LINES = 5
_HEAD, _HEAD_WORDS, _BODY = 64, 10, 45
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


def part_lines(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with blank lines where its lines part paragraphs, and what to say of it.

    A page that was copied has a paragraph a line; a heading often stands right above its paragraph.
    """
    if _is_a_paragraph_a_line(text):
        lines = [line for line in text.split("\n") if line.strip()]
        note = f"each of its {len(lines):,} lines is read as a paragraph: they are long, and no blank lines part them"
        return "\n\n".join(lines) + "\n", (note,)
    parts = re.split(r"(\n[ \t]*\n\s*)", text)
    made = [_headed(part) if n % 2 == 0 else part for n, part in enumerate(parts)]
    count = sum(one != two for one, two in zip(parts, made, strict=True))
    if not count:
        return text, ()
    what = "heading was" if count == 1 else "headings were"
    return "".join(made), (f"{count:,} {what} parted from the paragraph right below",)


def _is_a_paragraph_a_line(text: str) -> bool:
    """Tell whether a text has hardly a blank line, and lines too long for an editor to have broken them."""
    body = text.strip("\n")
    lines = [line for line in body.split("\n") if line.strip()]
    blanks = body.count("\n\n")
    if len(lines) < _LEAST_LINES or blanks * _LEAST_LINES > len(lines):
        return False
    is_told = sum(line.rstrip()[-1:] in '.!?:”"' for line in lines) * 2 > len(lines)
    return median(map(len, lines)) >= _LONG and max(map(len, lines)) > 2 * _WRAPPED and is_told


def _headed(paragraph: str) -> str:
    """Return a paragraph with a blank line behind its first line, where that is a heading of the others."""
    first, feed, rest = paragraph.partition("\n")
    lines = rest.split("\n")
    longest = max(map(len, lines), default=0)
    is_head = (
        feed
        and 0 < len(first.strip()) <= min(_HEAD, _SHORT * longest)
        and len(first.split()) <= _HEAD_WORDS
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
