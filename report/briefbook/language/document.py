"""A source as text: what it says, cut into paragraphs and sentences that know their offsets.

The text itself is never edited. Offsets count code points from the start of the text, `end` is
one past the last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from briefbook.frozen import dataclass, replace
from briefbook.language.en.sentences import split_sentences

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t\r]*\n)[^\n]*\S[^\n]*)*")


@dataclass(frozen=True)
class Span:
    """A stretch of a document: its number from 1, and where it stands."""

    number: int
    start: int
    end: int


_PARTS = ("paragraphs", "sentences")
"""What is found once in a text."""


@dataclass(frozen=True)
class Document:
    """The text of one source file, as read."""

    name: str
    """File name, for messages."""
    text: str
    sha256: str
    """Of the file's bytes, in hexadecimal."""

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The blocks between blank lines; headings and boilerplate count, so numbers are stable."""
        found = (match.span() for match in _PARAGRAPH.finditer(self.text))
        return tuple(
            Span(number, start, start + len(self.text[start:end].rstrip()))
            for number, (start, end) in enumerate(found, 1)
        )

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all paragraphs in order."""
        spans = (
            span
            for paragraph in self.paragraphs
            for span in split_sentences(self.text, paragraph.start, paragraph.end)
        )
        return tuple(Span(number, start, end) for number, (start, end) in enumerate(spans, 1))

    def renamed(self, name: str) -> Document:
        """Return the same text under another name, with what is known of it already."""
        other = replace(self, name=name)
        known = {part: self.__dict__[part] for part in _PARTS if part in self.__dict__}
        other.__dict__.update(known)
        return other

    def paragraph_at(self, offset: int) -> Span:
        """Return the paragraph that holds an offset (the next one for blank lines between)."""
        after = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start)
        return self.paragraphs[max(0, after - 1)]

    def words(self) -> int:
        """Count the words between white space."""
        return len(self.text.split())
