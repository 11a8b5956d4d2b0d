"""Clauses of a sentence, as far as marks and conjunctions tell, with the words by which each is known again, and what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.related import is_near
from briefbook.language.en.semantic_roles import MODALS
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import content_stems

_END = re.compile(
    rf"{NO_END}(?<!\b[A-Z]\.[A-Z])[.;:!?]\s+|\s[—–]\s|—|,\s+(?!\d{{3}}\b)|"
    r"\s+(?=(?:and|but|or|while|although|though|whereas|when|because|since|after|before|until|once|as|with|including|which|who|that)\s)"
)


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: its words, where it starts, and the stems of what it tells."""

    text: str
    start: int
    stems: frozenset[str]

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a text in order; empty ones are left out."""
    found, at = [], 0
    for match in (*_END.finditer(text), None):
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append(_clause(text[at:end], at))
        at = match.end() if match else end
    return tuple(found)


def _clause(text: str, start: int) -> Clause:
    return Clause(text, start, content_stems(text))


T = TypeVar("T")
SENTENCE_END = re.compile(rf"{NO_END}[.;!?]\s+")
"""Where a sentence or a half of it ends; initials end none."""


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a stretch of a text begins and ends."""
    before = [match.end() for match in SENTENCE_END.finditer(text, 0, start)]
    behind = SENTENCE_END.search(text, end)
    return max(before, default=0), behind.start() if behind else len(text)


def clear_best(rated: Iterable[tuple[int, T]]) -> T | None:
    """Return what is rated highest; None where nothing is rated above 0, or two things alike."""
    best = sorted(rated, key=lambda entry: -entry[0])[:2]
    is_clear = bool(best) and best[0][0] > 0 and (len(best) == 1 or best[0][0] > best[1][0])
    return best[0][1] if is_clear else None


def shared(told: Iterable[str], said: frozenset[str]) -> int:
    """Return how many stems have a kin or a near synonym among others."""
    return sum(is_near(stem, said) for stem in told)


_IF = (
    r"(?:if(?!\s(?:\w+ly|any|anything|not)\b)|unless|provided(?!\s(?:by|for|with|to|in|under|at|from|on|as|free)\b)|"
    r"on condition(?!\sof)|as long as|so long as|subject to\s(?:[\w’'-]+\s){0,3}?"
    r"(?:approv|agree|assent|authori[sz]|clearance|confirm|consent|licen[cs]|parliament|permi|ratif|review|vote)\w*)"
)
"""What a clause hangs on: neither a concession (“if slowly”) nor who provided, nor what floods something is subject to."""
_CONDITION_BEHIND = re.compile(
    rf"[\s,—–“”\"]*(?:but\s)?(?:only\s)?{_IF}\b[^.;]{{0,40}}(?!\w)", re.IGNORECASE
)
_CONDITION_BEFORE = re.compile(rf"(?:^|:)\s*(?:only\s)?{_IF}\b[^.;]*,\s*$", re.IGNORECASE)
_WITHOUT_BEFORE = re.compile(r"\bWithout\b[^.;]*,\s*$")
_EXCEPTION_BEHIND = re.compile(
    r"[\s,—–“”\"]*(?:except|excluding|save for)\b[^.;]{0,40}(?!\w)", re.IGNORECASE
)
_OF_ALL = re.compile(
    rf"\b(?:{'|'.join(f'{cues.OF_ALL} {cues.OF_NONE} always only'.split())})\b", re.IGNORECASE
)
"""An exception is left out of what is told of all."""
_NOUNS = r"claims?|fears?|hopes?|disputes?|suspects?"
"""Verbs of saying that are nouns as well."""
_HELD = (
    rf"{cues.HOLDS}|{_NOUNS}|alleging|claim(?:ed|ing)|maintain(?:s|ed)?|assert(?:s|ed)?|suspected|hoped|"
    r"called for|recommend(?:s|ed)?|probably|perhaps|possibly|den(?:y|ies|ied)|disputed"
)
_HELD_BEFORE = re.compile(
    rf"(?:(?P<before>(?:\bit\s)?[\w’'-]+)\s)?\b(?P<verb>(?:{_HELD})\b)(?P<that>(?:(?<=warned)(?:\s[\w’'-]+){{1,3}})?\sthat)?"
    r"(?:\s(?:she|he|it|they|there|we))?(?:\s(?:the|an?|its|his|her|their|these|those|this))?\s*$",
    re.IGNORECASE,
)
_NO_SUBJECT = frozenset(
    "a an the this that these those its his her their our such any some all many several no is are was were be been being "
    "of to in on at by for from with over under amid among after before despite about against without".split()
)
"""Words behind which no verb stands of somebody who says something: “after the claims”, “were disputed”."""
_ADVERBIAL = re.compile(
    r"\s*(?:after|amid|among|because of|before|despite|during|following|for|from|in|of|on|over|since|under|with|without)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|provided|condition|when|should|only|without)\b", re.IGNORECASE
)
OPEN = re.compile(r"\b(?:would|could|must|subject|except|but)\b", re.IGNORECASE)
_WOULD = re.compile(rf"\b(?:{'|'.join(sorted(MODALS))}|cannot)\b")
KEEPS_VOICE = re.compile(
    rf"\b(?:{_HELD}|according|said|says|told|thought|think|held|holds|view|eyes|may|might|urg\w+|want\w*|ask\w*|call\w*)\b",
    re.IGNORECASE,
)


def condition_behind(text: str, behind: str) -> str:
    """Return the condition behind what is kept, or the exception to what is told of all."""
    found = _CONDITION_BEHIND.match(behind)
    if found is None and _OF_ALL.search(text):
        found = _EXCEPTION_BEHIND.match(behind)
    return found[0] if found else ""


def condition_before(text: str, before: str) -> str:
    """Return the condition before what is kept; “without” is one of what would be, no “without delay”."""
    found = _CONDITION_BEFORE.search(before)
    if found is None and _WOULD.search(text):
        found = _WITHOUT_BEFORE.search(before)
    return found[0] if found else ""


def voice_before(before: str) -> str:
    """Return the verb of who says what is kept; no noun, and none of another clause."""
    found = _HELD_BEFORE.search(before)
    if found is None:
        return ""
    is_noun = re.fullmatch(_NOUNS, found["verb"], re.IGNORECASE) and _ADVERBIAL.match(before)
    if not found["that"] and ((found["before"] or "").lower() in _NO_SUBJECT or is_noun):
        return ""
    return before[found.start("verb") :]
