"""Places: a small frozen list, and names with a word that only places have."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.mention import EntityType, Mention
from briefbook.language.en.mentions.tokens import Tokens

_FEATURES = frozenset(
    "River Valley Province Oblast Region District Lake Mountains Sea Desert Peninsula Airport Dam Pass Island Islands Bay Gulf "
    "Strait Basin Plateau Canyon Glacier Ocean Canal Raion Governorate Prefecture Highlands Steppe Airfield Delta Falls "
    "Archipelago Territory Emirate Khanate County Coast".split()
)
_MOUNTS = frozenset(("Lake", "Mount", "Cape", "Fort", "Port", "Gulf", "Strait", "Isle", "Camp"))
_KINDS = frozenset(
    "province city town district region village port capital oblast valley river".split()
)
_MOST_WORDS = 4
_GENERAL = frozenset(
    "The This That In On At Of Each Every Any Its Their Our First Second New".split()
)


_NAMED = r"(?:the\s)?(?P<name>[A-ZÀ-Þ][a-zß-ÿ’'-]*[a-zß-ÿ](?:\s[A-ZÀ-Þ][a-zß-ÿ’'-]*[a-zß-ÿ])?)"
_CUES = tuple(
    re.compile(cue + r"\s" + _NAMED)
    for cue in (
        r"(?:Republic|Kingdom|Emirate|Principality|Sultanate|Embassy|Governments?|People)\sof",
        r"(?:government|people|capital|city|town|village|independence|invasion|occupation|accession)\sof",
        r"(?:visit|visits|trip|ambassador|assistance|aid|exports)\sto",
        r"(?:relations|border|trade)\swith",
        r"(?:embassy|legation|consulate|signed|arrived|held|landed)\s(?:in|at)",
        r"(?:visited|invaded|annexed)",
    )
)


def learn_places(text: str, people: frozenset[str]) -> frozenset[str]:
    """Return names that a document's words show to be places: "embassy in X", "Republic of X".

    `people` are names already known to be somebody's.
    """
    found = set()
    for cue in _CUES:
        for match in cue.finditer(text):
            words = match["name"].removesuffix("’s").removesuffix("'s").split()
            while words and not _is_unknown(words[-1]):
                words.pop()
            if words and all(map(_is_unknown, words)) and not people.intersection(words):
                found.add(" ".join(words))
    return frozenset(found)


def _is_unknown(word: str) -> bool:
    return not (
        word in lexicon.common_words()
        or word in lexicon.demonyms()
        or word in lexicon.given_names()
        or word in lexicon.places()
        or word in lexicon.organisations()
        or word.lower() in lexicon.ROLE_HEADS
    )


def find_learned(text: str, learned: frozenset[str]) -> list[Mention]:
    """Return the mentions of learned places in a document."""
    by_first: dict[str, list[str]] = {}
    for name in sorted(learned, key=len, reverse=True):
        by_first.setdefault(name.split()[0], []).append(name)
    facts = []
    for match in _CAPITALISED.finditer(text) if learned else ():
        for name in by_first.get(match[0], ()):
            end = match.start() + len(name)
            if text[match.start() : end] == name and not text[end : end + 1].isalnum():
                facts.append(Mention(EntityType.PLACE, name, match.start(), end, name))
                break
    return facts


_CAPITALISED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:[’'-][A-ZÀ-Þ]?[a-zß-ÿ]{2,})*(?<!\d)")


def find_places(tokens: Tokens) -> list[Mention]:
    """Return the places that a passage names, in order."""
    facts: list[Mention] = []
    after = 0
    for at in tokens.capitals:
        if at < after:
            continue
        known, name = _known(tokens, at)
        length = _featured(tokens, at)
        if length <= known:
            length = known
        else:
            name = ""
        if not length and at and _is_named_town(tokens, at):
            length = _capitals(tokens, at)
        if length:
            after = at + length
            start, end = tokens.starts[at], tokens.end(after - 1)
            quote = tokens.text[start:end]
            facts.append(
                Mention(EntityType.PLACE, quote, start, end, name or " ".join(quote.split()))
            )
    return facts


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return lexicon.by_first(lexicon.places(), _pieces)


def _pieces(name: str) -> list[str]:
    return re.findall(r"(?:[A-Z]\.){2,}|St\.|[^\W\d_]+(?:[’'-][^\W\d_]+)*|,", name)


def _known(tokens: Tokens, at: int) -> tuple[int, str]:
    """Return how many words a listed place has that begins here, and what it is listed as."""
    word = tokens.words[at]
    for words, main in _by_first().get(word, ()):
        if tokens.words[at : at + len(words)] == words and not _is_inside_name(
            tokens, at, len(words)
        ):
            return len(words), main
    return 0, ""


def _is_inside_name(tokens: Tokens, at: int, length: int) -> bool:
    """Tell whether a place is the surname of somebody, or the first part of a compound."""
    before = tokens.words[at - 1] if at and not tokens.gap(at).strip() else ""
    if (
        before in lexicon.given_names()
        and before not in lexicon.places()
        and not tokens.begins_sentence(at)
    ):
        return True
    end = tokens.end(at + length - 1)
    return tokens.text[end : end + 1].isalnum() or tokens.text[end : end + 1] == "$"


def _featured(tokens: Tokens, at: int) -> int:
    """Return how many words a name like "Pyanj River" or "Lake Sarez" has that begins here."""
    words = tokens.words
    if words[at] in _MOUNTS and at + 1 < len(words) and _is_proper(tokens, at + 1):
        return 2
    for count in range(1, min(_MOST_WORDS, len(words) - at) + 1):
        if not _is_proper(tokens, at + count - 1, first=count == 1):
            break
        if (
            at + count < len(words)
            and words[at + count] in _FEATURES
            and not tokens.gap(at + count).strip()
        ):
            return count + 1
    return 0


def _is_proper(tokens: Tokens, at: int, *, first: bool = False) -> bool:
    word = tokens.words[at]
    if not word[0].isupper() or word in _GENERAL or (not first and tokens.gap(at).strip()):
        return False
    return word not in lexicon.common_words() or word in (
        "North",
        "South",
        "East",
        "West",
        "Autonomous",
        "Black",
        "Upper",
    )


def _is_named_town(tokens: Tokens, at: int) -> bool:
    """Tell whether the words before say that a place is named: "the town of X", "province of Y"."""
    words = tokens.words
    is_named = words[at - 1] == "of" and at > 1 and words[at - 2].lower() in _KINDS
    return is_named and _is_proper(tokens, at)


def _capitals(tokens: Tokens, at: int) -> int:
    count = 1
    while (
        at + count < len(tokens.words)
        and count < _MOST_WORDS - 1
        and _is_proper(tokens, at + count)
    ):
        count += 1
    return count
