"""The candidates for an answer that a draft leaves as comments in `briefing.yaml`, for whoever shows them."""

from __future__ import annotations

import re

from briefbook.frozen import dataclass

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


@dataclass(frozen=True)
class Candidate:
    """Something that an answer may rest on, as a draft found it."""

    kind: str
    """What an analyst would ask: what changed and when, who pays …"""
    reason: str
    """What in the source makes it one."""
    passages: tuple[tuple[int, str], ...] = ()
    """The number of the paragraph and the words of each passage."""
    statement: str = ""
    """Id of the statement that says it, where the draft names one."""


_WEIGHTY = re.compile(r"a weighty statement: (?P<id>[a-z0-9-]+): (?P<words>.*)")
_TOLD = re.compile(r"(?P<kind>[^:]+): (?P<reason>.*?) \((?P<passages>¶ \d+ “.*”)\)")
_PASSAGE = re.compile(r"(?:; )?¶ (\d+) “(.*?)”(?=; ¶ \d+ “|$)")


def candidates_of(text: str) -> tuple[Candidate, ...]:
    """Return the candidates in a model's text, taken apart."""
    return tuple(map(_candidate, candidates_in(text)))


def _candidate(words: str) -> Candidate:
    if match := _WEIGHTY.fullmatch(words):
        return Candidate("a weighty statement", match["words"], statement=match["id"])
    if match := _TOLD.fullmatch(words):
        passages = tuple((int(n), said) for n, said in _PASSAGE.findall(match["passages"]))
        return Candidate(match["kind"], match["reason"], passages)
    kind, _, reason = words.partition(": ")
    return Candidate(kind, reason)
