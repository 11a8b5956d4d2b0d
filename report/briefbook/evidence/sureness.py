"""How sure the authors are, in a few words for page one: each grade with the findings that have it."""

from __future__ import annotations

from briefbook.localization import translate
from briefbook.model import Briefing, Confidence

MOST_GRADED = 4
"""Of the findings, the first ones; all of them stand with their reasons near the end of the paper."""


def grades(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Return the grades that the authors give, the surest first, each with its findings as sentences.

    Nothing where they give none: what nobody has weighed is stamped with no confidence.
    """
    entries = briefing.assessments[:MOST_GRADED]
    given = [
        (grade, [str(entry.finding) for entry in entries if entry.confidence is grade])
        for grade in Confidence
    ]
    return tuple((_named(grade), " ".join(map(_ended, said))) for grade, said in given if said)


def _named(grade: Confidence) -> str:
    word = translate("{grade} confidence:", grade=translate(str(grade)))
    return word[:1].upper() + word[1:]


def _ended(finding: str) -> str:
    return finding if finding.endswith((".", "?", "!", "…")) else f"{finding}."
