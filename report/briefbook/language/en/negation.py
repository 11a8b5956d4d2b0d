"""Words that deny, and the words that they deny."""

from __future__ import annotations

import re

from briefbook.language.en.stemmer import STOP_WORDS, Word, words_of

NEGATION = re.compile(
    r"\b(?:not(?! only\b)|never|no(?! longer than|\.\s?\d)|none|nobody|nothing|without|nor|neither|cannot|"
    r"hardly|unable|fail(?:s|ed)? to|refus(?:e|es|ed) to|rather than|instead of|ceased? to|lack(?:s|ed)?|"
    r"no longer|far from)\b|n[’']t\b",
    re.IGNORECASE,
)
PLAIN_NEGATION = re.compile(
    r"\b(?:not(?! only\b)|never|no(?!\.\s?\d)|none|cannot|neither|nor|nothing|nobody)\b|n[’']t\b",
    re.IGNORECASE,
)
_REACH = 4
"""Words after a negation that it may govern."""


def denied_after(text: str, start: int) -> tuple[Word, ...]:
    """Return the content words that a negation governs: the next few of its clause."""
    clause = re.split(r"[.;:,!?]\s|\s[—–]\s|\bbut\b", text[start:], maxsplit=1)[0]
    end = start + len(clause)
    words = [w for w in words_of(text) if start <= w.start < end]
    return tuple(w for w in words[:_REACH] if w.lower not in STOP_WORDS)
