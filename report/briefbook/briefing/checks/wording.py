"""The briefing's prose is its own: no long run of words from a source outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.briefing.checks.texts import Assertion, assertions
from briefbook.briefing.model import Briefing, Status
from briefbook.errors import Problem

MAX_RUN = 8
"""Words in a row that may stand both in the source and, outside quotes, in the briefing."""

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”")


def check_wording(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for each text that copies a source; a draft quotes by design and is exempt."""
    if briefing.status is Status.DRAFT:
        return
    runs = {run for _, document in briefing.documents for run in _runs(document.text)}
    try:
        found = list(assertions(briefing))
    except KeyError:
        return  # an id does not resolve; references.py says which
    for assertion in found:
        for text in assertion.texts:
            yield from _check(assertion, text, runs)


def _check(assertion: Assertion, text: str, runs: set[tuple[str, ...]]) -> Iterator[Problem]:
    for stretch in _QUOTED.split(text):
        for run in _runs(stretch):
            if run in runs:
                place = getattr(text, "place", assertion.place)
                message = f"{assertion.name} copies the source: “{' '.join(run)}”"
                hint = "say it in the briefing's own words, or set it in quotation marks"
                yield Problem(place, message, hint, "copied", assertion.statement)
                break


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.group().lower().strip(".") for word in _WORD.finditer(text)]
    return (tuple(words[at : at + MAX_RUN + 1]) for at in range(len(words) - MAX_RUN))
