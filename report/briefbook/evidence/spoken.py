"""What a quotation box shows: the words of the one who is named, or the source's and then under its name.

A source tells who said what, “The ambassador told the Committee that his country “did not ask for
loans””, and only the words within its own quotation marks are the ambassador's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefbook.evidence.citations import CitedPassage
from briefbook.frozen import dataclass
from briefbook.language.en.stemmer import content_words
from briefbook.model import Claim

_SPOKEN = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^“”„]+)[“”]|\"([^\"]+)\"")
_DETAILS = re.compile(r"[,;(]| who | that ")
"""Where a voice's description goes into details: “unnamed author who writes “our forces””."""
_NAMELESS = frozenset(word.stem for word in content_words("unnamed author passage source"))
_BETWEEN = " […] "
_FEWEST_WORDS = 3
"""Of what is said; fewer are a name or a single term."""


@dataclass(frozen=True)
class Spoken:
    """The words of a quotation box, without their marks, and whose they are."""

    words: tuple[tuple[CitedPassage, str], ...]
    """What is shown of each passage."""
    is_own: bool
    """The words of the one who is named, as the source quotes them."""
    is_told: bool
    """The source's words on the one who is named: it tells what that one says."""


def spoken(claim: Claim, passages: Iterable[CitedPassage]) -> Spoken:
    """Return what to show of a view's passages, and whether the voice or the source says it."""
    given, names = tuple(passages), voice_stems(claim)
    own = tuple((passage, words) for passage in given if (words := _own_words(passage)))
    if own and names:
        return Spoken(own, is_own=True, is_told=False)
    told = any(names & _stems(passage.quote.quote) for passage in given)
    return Spoken(tuple((p, str(p.quote.quote)) for p in given), is_own=False, is_told=told)


def voice_words(claim: Claim) -> str:
    """Return a voice without what describes it: `Ansel Drury`."""
    return _DETAILS.split(str(claim.voice))[0]


def voice_stems(claim: Claim) -> frozenset[str]:
    """Return the words that name a voice; none of one that has no name."""
    return _stems(voice_words(claim)) - _NAMELESS


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in content_words(text))


def _own_words(passage: CitedPassage) -> str:
    """Return what a passage has in quotation marks of its own; several stretches are joined."""
    found = (next(filter(None, match.groups())) for match in _SPOKEN.finditer(passage.quote.quote))
    return _BETWEEN.join(words for words in found if len(words.split()) >= _FEWEST_WORDS)
