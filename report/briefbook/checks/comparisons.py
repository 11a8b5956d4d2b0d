"""A comparison that is turned round: “above the request” of a source that says “below”.

Words of more and of less stand on either side of each pair. The rule speaks where the statement has one side and
the evidence the other alone, in a comparison with something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, is_factual, outside_quotes
from briefbook.language.en.numbers import find_numbers
from briefbook.model.locations import within

_MORE = re.compile(
    r"\b(?:above|over|exceed(?:s|ed|ing)?|(?:more|higher|larger|greater|bigger|longer|later|faster|stronger|richer|older|worse|better) than|"
    r"outnumber(?:s|ed)?|surpass(?:es|ed)?|ahead of)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:below|under|short of|(?:less|fewer|lower|smaller|shorter|earlier|slower|weaker|poorer|younger) than|behind)\b",
    re.IGNORECASE,
)


def check_comparisons(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a warning for each comparison whose evidence has the opposite one alone."""
    for assertion in resolved.assertions:
        if is_factual(assertion):
            for text in assertion.texts:
                yield from _check(assertion, text)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    told = _sides(outside_quotes(text))
    said = [side for words in assertion.supporting for side in _sides(words)]
    directions = {up for up, _, _ in said}
    if len(directions) != 1:
        return
    for up, start, words in told:
        if up not in directions and len({u for u, _, _ in told}) == 1:
            yield Problem(
                within(text, start, assertion.place),
                f"{assertion.name}: source says “{said[0][2]}”, statement says the opposite, “{words}”",
                "compare as the source does, or quote the passage that does so",
                "comparison-turned", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _sides(text: str) -> list[tuple[bool, int, str]]:
    """Return the comparisons of a text that bound no number: “more than 40” is the number's own matter."""
    starts = [number.start for number in find_numbers(text)]
    found = []
    for up, pattern in ((True, _MORE), (False, _LESS)):
        for match in pattern.finditer(text):
            is_bound = any(0 <= start - match.end() <= _NEAR for start in starts)
            if not is_bound:
                found.append((up, match.start(), match[0]))
    return found


_NEAR = 4
