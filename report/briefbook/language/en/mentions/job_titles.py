"""What is said to be a person's office: before the name, behind it, or around "is"."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.name_candidates import Segment
from briefbook.language.en.mentions.tokens import Tokens

_CONNECTORS = frozenset("of for to at in on and the & de a an".split())
_LINKS = frozenset("of for to at in on".split())
_COMPOUND = frozenset(
    "General Extraordinary and Plenipotentiary Designate designate pro tempore elect general in-Charge Emeritus"
    " d'Affaires d’Affaires".split()
)
_WEAK_HEADS = frozenset(
    "major general head chair chief rebel officer captain principal engineer".split()
)
_LONGEST = 16
"""Words in the longest office that is read, "… for Democracy, Human Rights, and Labor" among them."""
_LONGEST_AFTER = 14


@dataclass(frozen=True)
class Role:
    """An office as written, and whether its word is a plural (Presidents A and B)."""

    text: str
    is_plural: bool = False
    is_sure: bool = True
    """False for what only together with two names or more shows a person."""


def role_before(tokens: Tokens, segment: Segment) -> Role | None:
    """Return the office that stands right before a name, if one does."""
    words = tokens.words
    last = segment.first - 1
    has_honorific = False
    while last >= 0 and words[last] in lexicon.HONORIFICS:
        has_honorific, last = True, last - 1
    has_comma = last >= 0 and words[last] == ","
    last -= has_comma
    head = _head(tokens, last) if last >= 0 else None
    if head is None:
        return Role("") if has_honorific else None
    word = words[head].lower()
    text = _text(tokens, _role_start(tokens, head), last)
    is_sure = not has_comma and words[head] not in _WEAK_HEADS
    return Role(text, word in lexicon.ROLE_PLURALS, is_sure or has_honorific)


def _head(tokens: Tokens, last: int) -> int | None:
    """Return the noun of an office that ends with a word, walking back over its "of" phrases."""
    words = tokens.words
    if words[last].lower() in _CONNECTORS or words[last] in _MARKS:
        return None
    for at in range(last, max(-1, last - _LONGEST), -1):
        lower = words[at].lower()
        if at < last and "\n\n" in tokens.gap(at + 1):
            return None
        if lower in lexicon.ROLE_HEADS or lower in lexicon.ROLE_PLURALS:
            between = words[at + 1 : last + 1]
            is_whole = not between or between[0] in _LINKS or between[0] == "("
            return at if is_whole or all(word in _COMPOUND for word in between) else None
        if not (_is_capital(words[at]) or lower in _WITHIN or lower in lexicon.ROLE_MODIFIERS):
            return None
    return None


_MARKS = frozenset(",.;:!?“”‘’\"'(—–-…•*")
_WITHIN = _CONNECTORS | frozenset(("(", ")", ",", "’s", "'s"))


def _is_capital(word: str) -> bool:
    """Tell a capitalised word, one whose first letter is lost ("?ajikistan") among them."""
    return word[0].isupper() or (word[0] == "?" and len(word) > 1)


def _role_start(tokens: Tokens, head: int) -> int:
    """Walk back over what belongs to an office: "then Deputy U.S." in "then Deputy U.S. Secretary"."""
    at = head
    while at > 0 and "\n\n" not in tokens.gap(at) and _is_of_role(tokens, at - 1):
        at -= 1
    while at < head and tokens.words[at] in ("’s", "'s"):
        at += 1
    return at


def _is_of_role(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    lower = word.lower()
    if lower in lexicon.ROLE_MODIFIERS or lower in lexicon.ROLE_HEADS:
        return True
    if word in lexicon.demonyms() or word in lexicon.places() or word in lexicon.organisations():
        return True
    if word in ("’s", "'s"):
        return at > 0 and tokens.words[at - 1][0].isupper()
    return word in lexicon.common_words() and not tokens.begins_sentence(at)


def _text(tokens: Tokens, first: int, last: int) -> str:
    raw = tokens.text[tokens.starts[first] : tokens.end(last)]
    return " ".join(raw.split()).removeprefix("the ").removeprefix("The ")


def role_after(tokens: Tokens, segment: Segment) -> Role | None:
    """Return the office that follows a name behind a comma: "X, the foreign minister of Y,"."""
    words = tokens.words
    at = segment.after
    if at >= len(words) or words[at] not in (",", "("):
        return None
    first = at + 1
    found = False
    for here in range(first, min(len(words), first + _LONGEST_AFTER)):
        word, lower = words[here], words[here].lower()
        if word in ",.;:)—–(" or "\n\n" in tokens.gap(here) or lower in _CLAUSES:
            return _role_text(tokens, first, here) if found else None
        if lower in lexicon.ROLE_HEADS:
            following = words[here + 1] if here + 1 < len(words) else ""
            if following[:1].isupper() and following not in lexicon.common_words():
                return None  # another person's title: "Kerry, Secretary Hagel and …"
            found = True
        elif not found and here - first > 7:  # noqa: PLR2004  an office is named soon
            return None
    return _role_text(tokens, first, min(len(words), first + _LONGEST_AFTER)) if found else None


def role_as(tokens: Tokens, segment: Segment) -> Role | None:
    """Return the office in "with Ezekiel Lowndes as Consul"."""
    words = tokens.words
    first = segment.after + 1
    if words[segment.after : first] != ("as",):
        return None
    found = -1
    for here in range(first, min(len(words), first + _LONGEST_AS)):
        word = words[here]
        if word in _MARKS or word.lower() in _CLAUSES or "\n\n" in tokens.gap(here):
            break
        if word.lower() in lexicon.ROLE_HEADS or (found == here - 1 and word in _COMPOUND):
            found = here
    return _role_text(tokens, first, found + 1) if found >= 0 else None


_LONGEST_AS = 8
_CLAUSES = frozenset(
    "who whom which that said told was is were had has met and but while when as".split()
)


def _role_text(tokens: Tokens, first: int, after: int) -> Role:
    text = _text(tokens, first, after - 1)
    for article in ("a ", "an ", "then ", "his ", "her "):
        text = text.removeprefix(article)
    return Role(text, is_sure=True)


def role_around_is(tokens: Tokens, segment: Segment) -> Role | None:
    """Return the office in "The Ambassador of X is Mr. Y" and "Y was elected president"."""
    words = tokens.words
    last = segment.first - 1
    while last >= 0 and words[last] in lexicon.HONORIFICS:
        last -= 1
    if last < 0 or words[last] not in ("is", "was", "were", "became", "remains"):
        return None
    for at in range(last - 1, max(-1, last - _LONGEST), -1):
        if words[at] in ".;:!?" or "\n\n" in tokens.gap(at + 1):
            return None
        lower = words[at].lower()
        if lower in lexicon.ROLE_HEADS and (at + 1 == last or words[at + 1] in _LINKS | _COMPOUND):
            start = _role_start(tokens, at)
            return Role(_text(tokens, start, last - 1), is_sure=True)
    return None
