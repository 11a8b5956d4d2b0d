"""Stretches of capitalised words that could be a person's name, and nothing else that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.tokens import Tokens

_MAX_WORDS = 6
_ARTICLE_NAME = re.compile(
    r"(?:al|el|as|ash|ad|an|ar|at|az|ul|ur|ben|bin)[-‑][A-ZÀ-Þ]|[dl][’'](?!Aff)[A-ZÀ-Þ]"
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+|(?:[KCSTP]h|Zh|Ts|Y[auo]|Dz?h|Dj)\.")
_NO_INITIALS = frozenset(
    ("U.S.", "U.N.", "U.K.", "D.C.", "E.U.", "U.S.S.R.", "U.S.A.", "A.D.", "B.C.", "P.L.", "H.R.")
)
_PREFIXES = frozenset(
    "Franco Sino Anglo Russo Indo Afro Euro Austro Greco Judeo Turko Irano Luso Serbo".split()
)
_CAPITAL_PARTICLES = frozenset(
    "Al El Bin Van Von De Del Di Da La Le Ibn Abu Ben Ul Ur Den Der Du Dos Ould Mint".split()
)


_LEADING = frozenset(("de", "van", "von", "bin", "al"))
"""Small words that a name may begin with: President de Gaulle."""


@dataclass(frozen=True)
class Segment:
    """A stretch of words that could be a name: from word `first` to before word `after`."""

    first: int
    after: int
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Tell whether there are two names or more, or an initial and a name."""
        return sum(word not in lexicon.SUFFIXES for word in self.words) > 1

    @property
    def surname(self) -> str:
        """The last name, without "Jr." and without the number of a king."""
        names = [word for word in self.words if word not in lexicon.SUFFIXES]
        return names[-1] if names else ""


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return known names of several words by their first word."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for name in (*lexicon.places(), *lexicon.organisations()):
        words = tuple(re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?", name))
        if len(words) > 1:
            phrases.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}


def segments(tokens: Tokens) -> Iterator[Segment]:
    """Yield the stretches of a passage that could be a person's name, in order."""
    after = 0
    for at, word in enumerate(tokens.words):
        if at < after or not _may_begin(word):
            continue
        if known := _known_phrase(tokens, at):
            after = at + known
        elif (segment := _segment(tokens, at)) is not None:
            yield segment
            after = segment.after


def _may_begin(word: str) -> bool:
    if word[0].isupper() or word in _LEADING:
        return True
    return word[0] in "aeubdl" and _ARTICLE_NAME.match(word) is not None


def _known_phrase(tokens: Tokens, at: int) -> int:
    """Return the number of words of a known name of several words that begins here, or 0."""
    for phrase in _phrases().get(tokens.words[at], ()):
        if tokens.words[at : at + len(phrase)] == phrase:
            return len(phrase)
    return 0


def _segment(tokens: Tokens, first: int) -> Segment | None:
    words = tokens.words
    at = first
    parts = 0
    while at < len(words) and at - first < _MAX_WORDS and (at == first or tokens.is_adjacent(at)):
        word = words[at]
        if _is_initial(word) and at + 1 < len(words) and _may_begin(words[at + 1]):
            at += 1
        elif parts and word in lexicon.SUFFIXES:
            at += 1
            break
        elif _is_part(tokens, at, first):
            parts += 1
            at += 1
        elif _is_particle(tokens, at, parts or at - first):
            at += 1
        else:
            break
    while at > first and (words[at - 1] in lexicon.PARTICLES or _is_initial(words[at - 1])):
        at -= 1
    if at + 1 < len(words) and words[at] == "," and words[at + 1] in ("Jr.", "Sr.") and parts:
        at += 2
    if not parts or at == first:
        return None
    span = tuple(word for word in words[first:at] if word != ",")
    return Segment(first, at, tokens.starts[first], tokens.end(at - 1), span)


def _is_initial(word: str) -> bool:
    return word not in _NO_INITIALS and _INITIALS.fullmatch(word) is not None


def _is_particle(tokens: Tokens, at: int, parts: int) -> bool:
    """Tell whether a small word stands inside a name: Osama bin Laden, Charles de Gaulle."""
    word = tokens.words[at]
    is_small = word in lexicon.PARTICLES and (
        parts > 0 or word in ("de", "van", "von", "bin", "al")
    )
    if not is_small and word not in _CAPITAL_PARTICLES:
        return False
    follows = at + 1 < len(tokens.words) and tokens.is_adjacent(at + 1)
    return follows and (_is_part(tokens, at + 1, at) or tokens.words[at + 1] in lexicon.PARTICLES)


def _is_part(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a word can be a name of a person where it stands."""
    word = tokens.words[at]
    if _ARTICLE_NAME.match(word):
        return True
    if not word[0].isupper() or len(word) < 2 or not any(map(str.islower, word)):  # noqa: PLR2004
        return False
    if at > first and _is_initial(tokens.words[at - 1]) and word not in lexicon.HEADS:
        return True
    if word in lexicon.SURNAMES_TOO and _follows_given(tokens, at, first):
        return True
    if word in lexicon.given_names() and at + 1 < len(tokens.words) and tokens.is_adjacent(at + 1):
        following = tokens.words[at + 1]
        is_name = (
            _is_plain_part(following) or _is_initial(following) or following in lexicon.SURNAMES_TOO
        )
        if is_name and following not in lexicon.HEADS:
            return True
    return _is_plain_part(word)


@lru_cache(maxsize=65_536)
def _is_plain_part(word: str) -> bool:
    if not word[0].isupper() or len(word) < 2 or not any(map(str.islower, word)):  # noqa: PLR2004
        return False
    if word in lexicon.common_words() or word in lexicon.demonyms():
        return False
    if word in lexicon.places() or word in lexicon.organisations() or word in lexicon.HONORIFICS:
        return False
    if word.lower() in lexicon.ROLE_HEADS:
        return False
    pieces = word.replace("‑", "-").split("-")
    return len(pieces) == 1 or not (pieces[0] in _PREFIXES or any(map(_is_adjectival, pieces)))


def _is_adjectival(piece: str) -> bool:
    return (
        piece in lexicon.demonyms() or piece in lexicon.places() or piece in lexicon.common_words()
    )


def _follows_given(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a given name, an initial or a title stands before a word that needs it."""
    if at == 0 or not tokens.is_adjacent(at):
        return False
    before = tokens.words[at - 1]
    is_named = before in lexicon.given_names() or _is_initial(before)
    is_titled = at == first and (before in lexicon.HONORIFICS or before in _TITLES)
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return (is_named or is_titled) and after not in lexicon.HEADS


_TITLES = frozenset(
    "President Secretary Senator Minister Ambassador General Colonel Governor Justice Director".split()
)
