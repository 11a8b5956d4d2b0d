"""How long a paper is beside what it briefs: nobody needs a briefing that is longer than its source."""

from __future__ import annotations

from briefbook.model import Briefing
from briefbook.paper.plan import Heading, Paper
from briefbook.text import plain

_EVIDENCE = "evidence"


def told_words(paper: Paper) -> int:
    """Return how many words stand before the evidence: the paper without its annexes."""
    count = 0
    for block in paper.blocks:
        if isinstance(block, Heading) and block.anchor == _EVIDENCE:
            break
        count += sum(len(plain(text.text).split()) for text in block.texts())
    return count


def length_words(paper: Paper, briefing: Briefing) -> str:
    """Return a sentence that says so where the paper is longer than its sources; else nothing."""
    sources = [briefing.texts[str(s.id)] for s in briefing.sources if not s.is_outside]
    there = sum(len(source.text.split()) for source in sources)
    own = told_words(paper)
    if own <= there:
        return ""
    return f"The paper is longer than what it briefs: {own:,} words before its evidence, {there:,} in the source."
