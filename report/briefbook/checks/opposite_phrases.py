"""Phrases turned to their opposite: “at the request of” for “over the objections of”, “for good” for “temporarily”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.language.en.clauses import SENTENCE_END, clauses_of, shared
from briefbook.language.en.negation import PLAIN_NEGATION
from briefbook.language.en.stemmer import content_stems, stem
from briefbook.model.locations import within

_AGREED = (
    r"at the (?:request|behest|invitation|insistence|urging) of|"
    r"with the (?:approval|consent|support|backing|agreement|blessing) of"
)
_OPPOSED = (
    r"(?:over|despite|in spite of) (?:the )?(?:objections?|protests?|opposition) (?:of|from)|"
    r"against the (?:will|wishes|advice|votes) of|"
    r"without (?:the )?(?:approval|consent|support|backing|agreement|knowledge) of"
)
_COUNT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
_PHRASES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (_AGREED, _OPPOSED),
        (
            r"in (?:line|accordance|keeping|conformity|compliance) with|as (?:required|prescribed) by",
            r"contrary to|in (?:breach|violation|defiance|contravention) of|at odds with|(?:violat|breach|infring)(?:e[sd]?|ed|es|ing)",
        ),
        (
            r"(?:turn|vot|shout)(?:e[sd]|s|ed|ing)? down|thr(?:ew|own) out",
            r"accept(?:s|ed|ing)?|approv(?:e[sd]?|ing)|adopt(?:s|ed|ing)?",
        ),
        (
            r"(?:days?|weeks?|months?|years?) early|ahead of (?:schedule|time)|before time",
            r"(?:days?|weeks?|months?|years?) late|behind schedule",
        ),
        (r"in (?:force|effect)", r"suspended|lapsed|expired|repealed"),
        (
            r"unanimous(?:ly)?",
            rf"by a majority|dissent(?:ed|ing|s)?|by {_COUNT} (?:votes )?to {_COUNT}(?! (?!votes\b|judges\b|justices\b|members\b|was\b|is\b|has\b)[a-z]+s\b)",
        ),
        (
            r"for ever|for good(?! (?!in\b|on\b|at\b|by\b|from\b|when\b|after\b|and\b|but\b|as\b)[a-z])|permanently|permanent(?! (?:secretary|member|seat|representative|mission|resident|staff|court|collection)s?\b)",
            r"temporar(?:y|ily)|for the time being|provisional(?:ly)?",
        ),
        (
            r"voluntar(?:y|ily)|optional(?:ly)?",
            r"compulsory|mandatory|obligatory|oblige[sd]|require[sd]",
        ),
        (r"at home|domestically", r"abroad|overseas"),
        (r"instead of|rather than|in place of", r"in addition to|as well as|along with"),
    )
)
"""Phrases of opposite sense, whose words alone are no opposites."""
_CLOSE = 16
_WITH = re.compile(
    r"\b(?P<no>without|with)\s(?:the\s|any\s|an?\s|its\s|their\s|prior\s)*(?P<what>[a-z]{4,})\b",
    re.IGNORECASE,
)


def check_phrases(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning where a text has a phrase whose opposite its evidence has of the same thing; else a look."""
    own, said = outside_quotes(text), " . ".join(assertion.supporting)
    for pair in _PHRASES:
        for mine, its in (pair, pair[::-1]):
            told, there = mine.search(own), _as_meant(its, said)
            if not told or not there:
                continue
            if PLAIN_NEGATION.search(own, max(0, told.start() - _CLOSE), told.start()):
                continue  # “not unanimous” of “by five to two”
            if mine.search(said) or its.search(own):
                continue
            of_one = next((m for m in there if _are_of_one(own, told, said, m)), None)
            severity = Severity.WARNING if of_one else Severity.REVIEW
            yield _turned_phrase(assertion, text, told, (of_one or there[0])[0], severity)
            return
    for word in _WITH.finditer(own):
        same = [m for m in _WITH.finditer(said) if stem(m["what"]) == stem(word["what"])]
        is_turned = same and all(m["no"].lower() != word["no"].lower() for m in same)
        if is_turned and not PLAIN_NEGATION.search(own) and not PLAIN_NEGATION.search(said):
            yield _turned_phrase(assertion, text, word, same[0][0], Severity.WARNING)
            return


_VOTES = re.compile(
    r"\b(?:vot\w+|ballots?|judges?|justices?|courts?|jury|jurors?|tribunal|bench|panel|members?|board|council\w*|committee|commission\w*|"
    r"assembly|parliament|senat\w+|house|chamber|majority|decided|ruled|passed|adopted|carried|rejected|approved)\b",
    re.IGNORECASE,
)
_BY_VOTES = re.compile(rf"by {_COUNT}\b", re.IGNORECASE)


def _as_meant(phrase: re.Pattern[str], said: str) -> list[re.Match[str]]:
    """Return where a text has a phrase; “by five to two” only where its sentence tells of votes or of who votes."""
    found = list(phrase.finditer(said))
    return [
        m
        for m in found
        if not _BY_VOTES.match(m[0]) or _VOTES.search(_sentence_of(said, m).replace(m[0], " "))
    ]


def _start_of_sentence(text: str, match: re.Match[str]) -> int:
    ends = [end.end() for end in SENTENCE_END.finditer(text, 0, match.start())]
    return max(ends, default=0)


def _end_of_sentence(text: str, match: re.Match[str]) -> int:
    end = SENTENCE_END.search(text, match.end())
    return end.start() if end else len(text)


def _sentence_of(text: str, match: re.Match[str]) -> str:
    return text[_start_of_sentence(text, match) : _end_of_sentence(text, match)]


_DATED = re.compile(r"\b(?:1\d|20)\d\d\b")
_OF_TWO = re.compile(
    r"\b(?P<which>old|former|first|previous|earlier|original|new|second|other|latter)\s(?P<what>[a-z]+)\b",
    re.IGNORECASE,
)


def _are_of_one(own: str, told: re.Match[str], said: str, there: re.Match[str]) -> bool:
    """Tell whether two phrases are told of one thing: their clauses share a word, and neither is of another year or kind.

    “The old code was suspended; the new one was adopted in 1992”: the code of 1992 is not the one that was suspended.
    """
    mine, its = _told_of(own, told), _told_of(said, there)
    own_words = content_stems(mine.replace(told[0], " "))
    if not shared(own_words, content_stems(its.replace(there[0], " "))):
        return False
    years = set(_DATED.findall(mine))
    if years and not years & set(_DATED.findall(its)) and years & set(_DATED.findall(said)):
        return False
    for picked in _OF_TWO.finditer(its):
        if stem(picked["what"]) in own_words and not re.search(
            rf"\b{picked['which']}\b", own, re.IGNORECASE
        ):
            rest = said.replace(its, " ")
            return not any(
                m["which"].lower() != picked["which"].lower()
                and stem(m["what"]) in (stem(picked["what"]), "one")
                for m in _OF_TWO.finditer(rest)
            )
    return True


def _told_of(text: str, phrase: re.Match[str]) -> str:
    """Return the clause of a phrase; where the phrase begins its sentence or clause, with the one that it is told of.

    “Contrary to its orders, the ship sailed”, “The ship sailed, contrary to its orders”.
    """
    first, last = _start_of_sentence(text, phrase), _end_of_sentence(text, phrase)
    clauses = [c for c in clauses_of(text) if first <= c.start < last]
    own = [c for c in clauses if c.start < phrase.end() and phrase.start() < c.end]
    if not own:
        return text[first:last]
    start, end = own[0].start, own[-1].end
    if not text[first : phrase.start()].strip():
        end = min((c.end for c in clauses if c.start >= end and len(c.stems) > 1), default=end)
    elif not text[start : phrase.start()].strip():
        start = max((c.start for c in clauses if c.end <= start), default=start)
    return text[start:end]


def _turned_phrase(
    assertion: Assertion, text: str, told: re.Match[str], said: str, severity: Severity
) -> Problem:
    return Problem(
        within(text, told.start(), assertion.place),
        f"{assertion.name}: source says “{said}”, statement says the opposite, “{told[0]}”",
        "say it as the source does, or quote the passage that says it so",
        "opposite", assertion.statement, severity,
    )  # fmt: skip
