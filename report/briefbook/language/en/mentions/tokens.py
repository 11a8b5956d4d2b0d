"""Words of a passage with their places, as the finders of names walk over them."""

from __future__ import annotations

import re
from functools import cached_property

from briefbook.frozen import dataclass

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Hon|Gen|Lt|Col|Maj|Brig|Capt|Cmdr|Adm|Sgt|Sens?|Reps?|Gov|Amb|Pres|St|Jr|Sr"
    "|Inc|Ltd|Corp|Co|Bros|jr|sr"
)
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}|(?:{_ABBREVIATIONS})\.|(?:[A-Z]|[KCSTP]h|Zh|Ts|Y[auo]|Dz?h|Dj)\.(?=\s?(?:[dl][’'])?[A-Z])"
    r"|[’'‘]s\b|\??[^\W\d_]+(?:(?:[’'‘](?!s\b)|[-‑])[^\W_]+)*|\d+(?:[.,]\d+)*|\S"
)


@dataclass(frozen=True)
class Tokens:
    """A passage cut into words and marks; parallel tuples, because there are very many."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def end(self, index: int) -> int:
        """Return the offset behind a word."""
        return self.starts[index] + len(self.words[index])

    def gap(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.end(index - 1) : self.starts[index]] if index else ""

    def is_adjacent(self, index: int) -> bool:
        """Tell whether nothing but a space stands between a word and the one before it."""
        gap = self.gap(index)
        return not gap.strip() and "\n\n" not in gap

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a word is the first of a sentence, a line, or a quotation."""
        if index == 0 or "\n\n" in self.gap(index):
            return True
        before = self.words[index - 1]
        return before in '.!?:;•*“"‘(–—-' or (before[-1] == "." and len(before) > 3)  # noqa: PLR2004

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The places of the words that begin with a capital."""
        return tuple(at for at, word in enumerate(self.words) if word[0].isupper())

    @cached_property
    def is_heading(self) -> bool:
        """Tell whether the passage is set in capitals or title case, so that capitals say nothing."""
        letters = [word for word in self.words if word[0].isalpha()]
        if not letters or self.text.rstrip()[-1:] in (".", "!", "?", "”", '"', ";"):
            return False
        capitals = sum(word[0].isupper() for word in letters)
        return len(letters) <= 25 and capitals >= 0.6 * len(letters)  # noqa: PLR2004


def tokenise(text: str) -> Tokens:
    """Return the words and marks of a passage."""
    found = [(match.group(), match.start()) for match in _WORD.finditer(text)]
    return Tokens(text, tuple(word for word, _ in found), tuple(start for _, start in found))
