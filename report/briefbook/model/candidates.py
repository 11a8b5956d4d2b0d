"""The candidates for an answer that a draft leaves as comments in `briefing.yaml`, for whoever shows them."""

from __future__ import annotations

import re

_FIRST = re.compile(r"^\s*# review: candidate \d+, by its weight: (?P<words>.*)$")
_NEXT = re.compile(r"^\s*#   (?P<words>.*)$")


def candidates_in(text: str) -> tuple[str, ...]:
    """Return the candidates in a model's text, in their order; none once the comments are gone."""
    found: list[str] = []
    is_open = False
    for line in text.splitlines():
        if match := _FIRST.match(line):
            found.append(match["words"])
            is_open = True
        elif is_open and (match := _NEXT.match(line)):
            found[-1] += f" {match['words']}"
        else:
            is_open = False
    return tuple(" ".join(words.split()) for words in found)
