"""The briefing's prose is its own: no long run of words from a source outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.addresses import without_addresses
from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion
from briefbook.model import State
from briefbook.model.locations import within

MAX_RUN = 8
"""Words in a row that may stand both in the source and, outside quotes, in the briefing."""

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”")


def check_copied_wording(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each text that copies a source; a draft quotes by design and is exempt.

    What is a draft is said by each statement's state, and where it says nothing by the briefing's.
    """
    briefing = resolved.briefing
    assertions = [
        assertion
        for assertion in resolved.assertions
        if briefing.state_of(assertion.statement) is not State.DRAFT
    ]
    if not assertions:
        return
    own = {
        run
        for assertion in assertions
        for text in assertion.texts
        for stretch in _QUOTED.split(text)
        for run in _runs(stretch)
    }
    # A source may be long: only what the briefing has too is kept of it.
    copied = {
        run for _, document in briefing.documents for run in _runs(document.text) if run in own
    }
    for assertion in assertions:
        for text in assertion.texts:
            yield from _check(assertion, text, copied)


def _check(assertion: Assertion, text: str, runs: set[tuple[str, ...]]) -> Iterator[Problem]:
    for stretch in _QUOTED.split(text):
        for run in _runs(stretch):
            if run in runs:
                place = within(text, text.find(stretch), assertion.place)
                message = f"{assertion.name} copies the source: “{' '.join(run)}”"
                hint = "say it in the briefing's own words, or set it in quotation marks"
                yield Problem(place, message, hint, "copied", assertion.statement)
                break


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.group().lower().strip(".") for word in _WORD.finditer(without_addresses(text))]
    return (tuple(words[at : at + MAX_RUN + 1]) for at in range(len(words) - MAX_RUN))
