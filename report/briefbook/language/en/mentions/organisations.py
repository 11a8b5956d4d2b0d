"""Organisations: known short names, and titles that a word like "Ministry" heads or ends."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.mention import EntityType, Mention
from briefbook.language.en.mentions.tokens import Tokens

_HEADS = frozenset(
    "Ministry Ministries Department Embassy Committee Agency Organization Organisation Bank Council Councils Command Service Services "
    "Government Commission University Institute Fund Foundation Corporation Company Association Assembly Parliament "
    "Senate Congress Administration Bureau Office Center Centre Consulate Union Federation Guard Corps Police Army "
    "Party Court Legation Secretariat Authority Academy College School Society League Front Forces Force Board "
    "Chamber Airlines Airways Group Brigade Battalion Navy Delegation Legislature Mission Directorate Institutes "
    "Laboratory Museum Library Church Hospital Newspaper Agency Initiative Consortium Alliance Tribunal House".split()
)
_ALONE = frozenset(("Congress", "Parliament", "Senate"))
_NO_HEADS = frozenset(
    (
        "Administration",
        "Initiative",
        "Alliance",
        "Union",
        "Front",
        "House",
        "Mission",
        "Center",
        "Centre",
        "School",
    )
)
"""Words that need a name before them: "the Administration" may be anybody's."""
_LINKS = frozenset("of for on and the & to".split())
_STARTERS = frozenset(
    "The This That In On At A An And With Within Other Under During Today Instead For Of By From Since Both Its Their Our His Her "
    "Each New While When As If But Although After Before Through Between Among Some Many Several First Last".split()
)
_COMPANY = frozenset("company airline firm bank carrier newspaper agency".split())
_LONGEST = 16


def find_organisations(tokens: Tokens) -> list[Mention]:
    """Return the organisations that a passage names, in order."""
    facts: list[Mention] = []
    last = -1
    for at in tokens.capitals:
        if at <= last:
            continue
        span, name = _span(tokens, at, last + 1)
        if span is None:
            continue
        first, last = span
        start, end = tokens.starts[first], tokens.end(last)
        quote = tokens.text[start:end]
        facts.append(
            Mention(EntityType.ORGANISATION, quote, start, end, name or " ".join(quote.split()))
        )
    return facts


def _span(tokens: Tokens, at: int, floor: int) -> tuple[tuple[int, int] | None, str]:
    word = tokens.words[at]
    if word in _HEADS:
        return _titled(tokens, at, floor), ""
    for words, main in _by_first().get(word, ()):
        if tokens.words[at : at + len(words)] == words and not _goes_on(tokens, at + len(words)):
            return (at, at + len(words) - 1), main
    before = at - 2 if at and tokens.words[at - 1] in '“"' else at - 1
    if before >= 0 and tokens.words[before].lower() in _COMPANY:
        return _company(tokens, at), ""
    return None, ""


_WORDS = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[’'-][^\W_]+)*")


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return lexicon.by_first(lexicon.organisations(), _WORDS.findall)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a title goes on to its head: "World Bank Group", "UN Security Council"."""
    count = 0
    while at + count < len(tokens.words) and count < 4 and _is_capital(tokens, at + count):  # noqa: PLR2004
        if tokens.words[at + count] in _HEADS:
            return True
        count += 1
    return False


def _is_capital(tokens: Tokens, at: int) -> bool:
    return (
        tokens.words[at][0].isupper()
        and not tokens.gap(at).strip()
        and "\n\n" not in tokens.gap(at)
    )


def _titled(tokens: Tokens, head: int, floor: int) -> tuple[int, int] | None:
    words = tokens.words
    first = head
    while first > floor and "\n\n" not in tokens.gap(first):
        before = words[first - 1]
        if _is_title_word(before) and not tokens.gap(first).strip():
            first -= 1
        elif (
            before in ("and", "of", "for", "&")
            and first - 2 >= floor
            and _is_inner(words, first - 2)
        ):
            first -= 2
        else:
            break
    while first < head and (words[first] in _STARTERS or words[first] in _LINKS):
        first += 1
    last = _right(tokens, head)
    if words[last + 1 : last + 2] and words[last + 1] in _HEADS and _is_capital(tokens, last + 1):
        return None  # the later head has it all
    if first == head and (last == head or words[head] in _NO_HEADS) and words[head] not in _ALONE:
        return None
    return first, _with_acronym(tokens, last)


def _is_title_word(word: str) -> bool:
    return word[0].isupper() and word not in _STARTERS and word not in ("Mr.", "Mrs.", "Dr.")


def _is_inner(words: tuple[str, ...], at: int) -> bool:
    """Tell "Research and Development Center" from "Tajikistan and the Army"."""
    word = words[at]
    return (
        word in lexicon.common_words()
        and word[0].isupper()
        and word not in _STARTERS
        and word.lower() not in lexicon.ROLE_HEADS
    )


def _right(tokens: Tokens, head: int) -> int:
    words = tokens.words
    last = at = head
    while (
        at + 1 < len(words)
        and at - head < _LONGEST
        and not tokens.gap(at + 1).strip()
        and "\n\n" not in tokens.gap(at + 1)
    ):
        following = words[at + 1]
        if following[0].isupper() and following not in _STARTERS and (at > head):
            at = last = at + 1
        elif following in _LINKS and (at > head or following in ("of", "for", "on")):
            is_other = following == "and" and _names_another(words, at + 2)
            if is_other or (following == "on" and words[head] == "Government"):
                break
            at += 1
        else:
            break
    return last


def _names_another(words: tuple[str, ...], at: int) -> bool:
    """Tell whether "and" leads to another body: "the Ministry of Finance and the Treasury"."""
    ahead = words[at] if at < len(words) else ""
    return not ahead[:1].isupper() or ahead in _HEADS or ahead in lexicon.places()


def _with_acronym(tokens: Tokens, last: int) -> int:
    words = tokens.words
    is_acronym = words[last + 1 : last + 2] == ("(",) and words[last + 3 : last + 4] == (")",)
    return last + 3 if is_acronym and words[last + 2][:2].isupper() else last


def _company(tokens: Tokens, at: int) -> tuple[int, int] | None:
    words = tokens.words
    if at >= len(words) or not words[at][0].isupper() or words[at] in _STARTERS:
        return None
    last = at
    while last + 1 < len(words) and last - at < 3 and _is_capital(tokens, last + 1):  # noqa: PLR2004
        last += 1
    if last == at and words[at] in lexicon.places():
        return None
    return at, last
