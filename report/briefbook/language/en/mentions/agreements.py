"""Agreements, declarations, acts and programmes by the titles that English prose gives them.

A title grows from its head ("Agreement", "Treaty" …): to the left over capitalised words, to the
right over what says between whom and about what, until a verb, a date or a mark ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.mention import EntityType, Mention
from briefbook.language.en.mentions.titles import (
    HEADS,
    LINKS,
    STARTERS,
    closing,
    head_end,
    is_title_word,
    left,
    right,
    with_year,
    without_place,
)
from briefbook.language.en.mentions.tokens import Tokens

_SMALL_HEADS = frozenset("accord accords agreement agreements treaty treaties pact protocol protocols amendment convention conventions "
                         "declaration armistice memorandum compact charter".split())  # fmt: skip


_NEEDS_MODIFIER = frozenset(
    "Act Acts Accord Accords Declarations Agreements Treaties Protocols Conventions Arrangement Pact Armistice Framework "
    "Memoranda MOU".split()
)
_NEEDS_TWO = frozenset("Initiative Project Scheme Partnership".split())
"""Heads that name one undertaking only with two words of its own before: “strategic partnership”."""
_KNOWN = frozenset(
    "PEPFAR IMET AGOA NPT CTBT GATT GATS NAFTA USMCA JCPOA SALT START CFE ABM INF UNCLOS CEDAW".split()
)
_NOT_BEFORE = frozenset(
    "Organization Organisation Office Officer Officers Director Negotiations Negotiation School Schools Center Centre Area "
    "Secretariat Member Members Manager Coordinator Analyst Staff Funds Fund".split()
)
_BLOCKING_MODIFIERS = {
    "Convention": frozenset("National Republican Democratic Party Constitutional Annual".split()),
    "Conventions": frozenset("National Republican Democratic Party".split()),
    "Amendment": frozenset("First Second Third Fourth Fifth Sixth Constitutional".split()),
}


def find_agreements(tokens: Tokens) -> list[Mention]:
    """Return the agreements that a passage names, in order."""
    if not (HEADS | _SMALL_HEADS | _KNOWN).intersection(tokens.words):
        return []
    facts: list[Mention] = []
    last = -1
    for at, word in enumerate(tokens.words):
        if at <= last:
            continue
        if at == last + 2 and word in _KNOWN and tokens.words[at - 1] == "(":
            continue  # the title that stands before it has been found
        span = _span(tokens, at, word, last + 1)
        if span is None:
            continue
        first, last = span
        start, end = tokens.starts[first], tokens.end(last)
        quote = tokens.text[start:end]
        if quote in lexicon.organisations():
            continue  # the Warsaw Pact
        facts.append(Mention(EntityType.AGREEMENT, quote, start, end, " ".join(quote.split())))
    return facts


def _span(tokens: Tokens, at: int, word: str, floor: int) -> tuple[int, int] | None:
    """Return first and last word of the agreement whose head is at a place."""
    if word in _KNOWN:
        return _expanded_span(tokens, at, floor) or _known_span(tokens, at)
    if word in HEADS:
        return _titled_span(tokens, at, floor)
    if word in _SMALL_HEADS:
        return _small_span(tokens, at, floor)
    return None


def _known_span(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """START II, the INF Treaty, the NPT; not "START" as a heading's verb."""
    words = tokens.words
    first = at - 1 if at and words[at - 1] == "New" else at
    last = at
    if at + 1 < len(words) and words[at + 1] in (
        "I",
        "II",
        "III",
        "Treaty",
        "treaty",
        "Agreement",
        "accord",
    ):
        last = at + 1
    if tokens.is_heading and first == last:
        return None
    return first, last


def _expanded_span(tokens: Tokens, at: int, floor: int) -> tuple[int, int] | None:
    """Return the words that an acronym in brackets stands for, with it: "Military … Training (IMET)"."""
    words = tokens.words
    if words[at - 1 : at + 2] != ("(", words[at], ")"):
        return None
    letters = list(words[at])
    first = at - 1
    while letters and first > floor:
        word = words[first - 1]
        if word[0].upper() == letters[-1]:
            letters.pop()
        elif word not in LINKS and word not in ("’s", "'s"):
            return None
        first -= 1
    return None if letters else (first, at + 1)


def _titled_span(tokens: Tokens, head: int, floor: int) -> tuple[int, int] | None:
    words = tokens.words
    end = head_end(tokens, head)
    following = words[end + 1] if end + 1 < len(words) else ""
    if following in _NOT_BEFORE:
        return None
    if following in HEADS and tokens.is_adjacent(end + 1) and words[head] != "Statement":
        return None  # "Framework Agreement", "Treaty Protocol": the later head has it all
    first = left(tokens, head, floor)
    modifiers = [word for word in words[first:head] if word not in LINKS and word[0].isalnum()]
    if all(map(str.isdigit, modifiers)):
        modifiers = []  # "5 Agreements" is a heading with its number
    last = with_year(tokens, right(tokens, end, is_named=len(modifiers) > 1))
    if words[head] in _NEEDS_TWO and len(modifiers) < 2:  # noqa: PLR2004
        return None
    if not _is_title(words[head], modifiers, has_complement=last > end):
        return None
    if first and words[first - 1] in '“"‘' and (quoted := closing(tokens, first, last)) is not None:
        last = quoted
    return first, last


def _is_title(head: str, modifiers: list[str], *, has_complement: bool) -> bool:
    """Tell titles from anaphors ("the Agreement") and from other things (a party's Convention)."""
    given = set(modifiers)
    if needed := _NEEDED_MODIFIERS.get(head):
        return bool(given & needed)
    if head in _NEEDS_NAME:
        return len(given) == 1 and all(map(_is_name, given))
    if given & _BLOCKING_MODIFIERS.get(head, frozenset()):
        return False
    if not given:
        return head in _ALONE or (has_complement and head not in _NEEDS_MODIFIER)
    return head not in _PLURALS or not given <= _PLAIN


_NEEDS_NAME = frozenset(("Plan", "Law", "Laws"))
"""Heads that are titles after somebody's name alone: the Marshall Plan."""
_PLANNING = frozenset("Master Action Work Business Pension Peace Health Recovery Rescue Flight Basic Federal Civil Criminal Common "
                      "Islamic Martial Roman Sharia Maritime Case Contingency Emergency Floor Site Game Escape".split())  # fmt: skip


def _is_name(word: str) -> bool:
    if word in lexicon.SURNAMES_TOO:
        return True
    is_general = word in lexicon.common_words() or word in lexicon.demonyms() or word in _PLANNING
    return not (is_general or "-" in word or word in lexicon.organisations())


_NEEDED_MODIFIERS = {
    "Statement": frozenset(("Joint", "Vision", "Trilateral")),
    "Framework": frozenset(("Agreed", "Strategic", "Partnership")),
    "Understanding": frozenset(("Memorandum", "Memoranda")),
}
_ALONE = frozenset(("TIFA",))
_PLURALS = frozenset(("Agreements", "Treaties", "Program", "Programme", "Accords"))
_PLAIN = frozenset(
    "Bilateral International Such Other National Government New Annual Special Joint Exchange Key".split()
)
_SIGNING = re.compile(
    r"\b(?:sign|signed|signing|signs|conclude[ds]?|concluding|ratif(?:y|ied)|initial(?:l?ed)?|negotiated|reached|renewed)\s"
    r"(?:(?:a|an|the|two|three|several|another|new|its|their)\s)?(?:[\w.’-]+\s){0,5}$"
)


def _small_span(tokens: Tokens, head: int, floor: int) -> tuple[int, int] | None:
    """A head in small letters: "the Jackson-Vanik amendment", "signed an agreement on …"."""
    words = tokens.words
    first = head
    while first > floor and is_title_word(words[first - 1]) and tokens.is_adjacent(first):
        first -= 1
    while first < head and words[first] in STARTERS:
        first += 1
    if first < head and not all(_is_general(word) for word in words[first:head]):
        following = words[head + 1] if head + 1 < len(words) else ""
        if following not in ("negotiations", "talks", "member", "members", "parties"):
            return without_place(tokens, first, head), right(tokens, head_end(tokens, head))
    return _signed_span(tokens, head, floor)


def _is_general(word: str) -> bool:
    """Tell words that make no name: "the Soviet treaty", "a Western accord"."""
    pieces = re.split(r"[-–]", word)
    if any(piece in lexicon.places() and piece not in lexicon.countries() for piece in pieces):
        return False  # the Oslo accords
    return all(
        piece in lexicon.demonyms() or piece in lexicon.common_words() or piece in lexicon.places()
        for piece in pieces
    )


def _signed_span(tokens: Tokens, head: int, floor: int) -> tuple[int, int] | None:
    """An agreement without a title that is signed, and said to be about something."""
    end = head_end(tokens, head)
    last = right(tokens, end)
    begin = max(floor, head - 6)
    before = tokens.text[tokens.starts[begin] : tokens.starts[head]]
    match = _SIGNING.search(before)
    is_known = tokens.words[end] == ")" or (match is not None and (last > end or end > head))
    if not is_known:
        return None
    first = head
    while (
        first > begin
        and (words_before := tokens.words[first - 1]) not in _ARTICLES
        and words_before.isalpha()
    ):
        if re.match(r"(?:sign|conclud|ratif|initial|negotiat|reach|renew)", words_before):
            break
        first -= 1
    return first, last


_ARTICLES = frozenset("a an the two three several another new its their and".split())


def acronyms(facts: list[Mention]) -> Iterator[tuple[str, str]]:
    """Yield each acronym that the title of an agreement defines, with the title."""
    for fact in facts:
        for match in re.finditer(r"\(([A-Z][A-Za-z]{1,9})\)", fact.quote):
            if match[1][:2].isupper() and match[1] not in _GENERIC:
                yield match[1], str(fact.value)


_GENERIC = frozenset("MOU MOUS MoU MOA LOI FTA BIT EU UN US".split())
