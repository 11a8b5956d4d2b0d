"""How much a slide may say: what the deck shows, and what the checks hold a briefing to."""

from __future__ import annotations

from briefbook.model.statements import Claim

MOST_WORDS = 45
"""On a slide of statements, and beside a chart."""
MOST_STATEMENTS = 4


def words_for_slide(claim: Claim) -> str:
    """Return a claim's words for a slide: the short form, where it has one."""
    return str(claim.short or claim.text)


def count_of_words(claim: Claim) -> int:
    """Return how many words a claim takes on a slide."""
    return len(words_for_slide(claim).split())
