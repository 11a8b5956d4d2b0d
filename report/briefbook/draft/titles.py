"""Titles that shout, written as titles are."""

from __future__ import annotations

import re

from briefbook.draft.trim import upper_first

_LEAST = 12
_SHOUTS = 0.8
"""Share of capitals from which on a title shouts."""
_SMALL = frozenset("a an and as at by for from in into of on or the to with".split())
_SHORT_FORMS = re.compile(
    r"(?:[A-Z]\.)+|[B-DF-HJ-NP-TV-XZ]{2,4}|[A-Z\d]*\d[A-Z\d]*|UN|EU|US|UK|UAE|USA|NATO", re.ASCII
)


def in_small_letters(title: str) -> str:
    """Return a title that shouts, STATEMENT BY THE PRESIDENT OF, as titles are written."""
    letters = [letter for letter in title if letter.isalpha()]
    if len(title) < _LEAST or sum(map(str.isupper, letters)) < _SHOUTS * len(letters):
        return title
    words = [_titled(word) for word in title.split()]
    return upper_first(" ".join(words))


def _titled(word: str) -> str:
    bare = word.strip(",.:;()“”")
    if bare.lower() in _SMALL:
        return word.lower()
    is_abbreviated = _SHORT_FORMS.fullmatch(bare) and f"{bare.lower()}." not in word.lower()
    return word if is_abbreviated or not bare.isupper() else word.capitalize()
