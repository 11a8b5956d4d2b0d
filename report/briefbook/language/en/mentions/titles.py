"""How far the title of an agreement reaches, to the left and to the right of its head.

To the left over capitalised words, to the right over what says between whom and about what, until a
verb, a date or a mark ends it.
"""

from __future__ import annotations

import re

from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.tokens import Tokens
from briefbook.values.dates import MONTHS

HEADS = frozenset(
    "Agreement Agreements Memorandum Memoranda Treaty Treaties Accord Accords Protocol Protocols Convention Conventions "
    "Compact Pact Charter Declaration Declarations Communiqué Communique Act Acts Amendment Arrangement Concordat Covenant "
    "Entente Armistice Programme Program Statement Framework Understanding MOU TIFA "
    "Initiative Project Scheme Partnership Plan Law Laws".split()
)
LINKS = frozenset("of for and on in & to the a an against".split())
STARTERS = frozenset(
    "The This That These Those An A In On Under Within According Since With Other Both And But While When As At By For From "
    "After Before During Through Annually Following Also Its Their Our Your His Her Each Every Any All Some No Such "
    "Per Via To Of Although Despite Pursuant Besides Until Because If Recent New Several Two Three Most".split()
)


def with_year(tokens: Tokens, last: int) -> int:
    """Return the last word of a title, the year of “Act for Fiscal Year 2023” taken in."""
    words = tokens.words
    is_open = words[last - 1 : last + 1] == ("Fiscal", "Year")
    return (
        last + 1 if is_open and words[last + 1 : last + 2] and words[last + 1].isdigit() else last
    )


def head_end(tokens: Tokens, head: int) -> int:
    """Return the last word of a head: "Memorandum of Understanding (MOU)", "Treaty I"."""
    words = tokens.words
    at = head
    is_long = words[head].lower() in ("memorandum", "memoranda") and words[at + 1 : at + 2] == (
        "of",
    )
    if is_long and words[at + 2 : at + 3] and words[at + 2].lower() in _MEMORANDA:
        at += 2
    if words[at + 1 : at + 2] and words[at + 1] in ("I", "II", "III", "IV"):
        at += 1
    if (
        words[at + 1 : at + 2] == ("(",)
        and words[at + 3 : at + 4] == (")",)
        and words[at + 2][:2].isupper()
    ):
        at += 3
    return at


_MEMORANDA = frozenset("understanding cooperation intent agreement intentions".split())


def left(tokens: Tokens, head: int, floor: int) -> int:
    """Walk left over the capitalised words of a title and the small ones between them."""
    words = tokens.words
    at = head
    while at > floor and "\n\n" not in tokens.gap(at):
        before = words[at - 1]
        if before in ("-", "–") and at - 2 >= floor and words[at - 2][0].isupper():
            at -= 2
        elif is_title_word(before):
            at -= 1
        elif (
            before in LINKS
            and at - 2 >= floor
            and is_title_word(words[at - 2])
            and (words[at - 2] not in HEADS or words[at - 2] in _INNER_HEADS)
            and _continues(words, at)
        ):
            at -= 2
        elif (
            before == "the"
            and words[at - 2 : at - 1] == ("of",)
            and at - 3 >= floor
            and words[at - 3] in ("Law", "Rights", "Limitation", "Prevention")
        ):
            at -= 3
        else:
            break
    while at < head and (words[at] in STARTERS or words[at] in LINKS or words[at] in "–-"):
        at += 1
    return without_place(tokens, at, head)


_INNER_HEADS = frozenset(("Framework", "Act", "Understanding", "Program", "Memorandum", "Compact"))
"""Heads that may stand inside a longer title: the Compact Trust Fund Agreement."""


def _continues(words: tuple[str, ...], at: int) -> bool:
    """Tell a small word inside a title from one that joins it to something else."""
    link, before = words[at - 1], words[at - 2]
    if link in ("to", "in", "the"):
        return False
    if link in ("and", "&"):
        return before not in lexicon.places() and before not in lexicon.organisations()
    return before not in lexicon.organisations() and before.lower() not in lexicon.ROLE_HEADS


def without_place(tokens: Tokens, first: int, head: int) -> int:
    """Take off the town where something was signed: "in Dushanbe Amendment to …"."""
    words = tokens.words
    is_signed_at = (
        first > 0 and words[first - 1] in ("in", "at") and words[first] in lexicon.places()
    )
    return first + 1 if is_signed_at and first < head else first


def is_title_word(word: str) -> bool:
    """Tell whether a word may belong to a title: it has a capital, or is a small number."""
    if word[0].isdigit():
        return re.fullmatch(r"\d{1,3}", word) is not None
    return word[0].isupper() and word not in STARTERS


_OPENERS = frozenset(
    "on between among concerning regarding governing relating against prohibiting".split()
)
_CAPITAL_OPENERS = frozenset("for with of to in".split())
_STOPS = frozenset(
    "was were is are be been has have had signed entered took takes will would may might could should shall must can which who that "
    "whose by during after before since when while as dated from at into under until including provides provided "
    "allows allowed established establishes requires required commits committed calls called came comes expired "
    "reaffirmed affirming affirmed aims aimed led makes made gives gave remains remained opened paved but if because although "
    "where through following within, not also still more than without did does do concluded negotiated initialed ratified "
    "extends extended covers covered sets set outlines outlined includes included reflects reflected signals marks "
    "seeks sought helps helped enables enabled authorizes authorized authorised it they he she we its this these there then "
    "upon so yet went banned bans limits limited created creates became becomes recognized recognised granted grants ended ends".split()
)


_LONGEST = 48
_YEAR = re.compile(r"1\d{3}|20\d\d")


def right(tokens: Tokens, end: int, *, is_named: bool = False) -> int:
    """Walk right over what says between whom and about what; return the last word.

    A title with a name of its own ends before "with": the Sustainable Fisheries Agreement with A.
    """
    words = tokens.words
    at = end + 1
    if at >= len(words) or "\n\n" in tokens.gap(at):
        return end
    opener = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in ("the", "a", "an") and at + 2 < len(words):
        following = words[at + 2]
    if words[end] in ("Act", "Acts") and (opener == "of" or _YEAR.fullmatch(opener)):
        year = at if _YEAR.fullmatch(opener) else at + 1
        return year if _YEAR.fullmatch(words[year]) else end
    is_open = opener in _OPENERS and not following[:1].isdigit()
    is_amending = opener == "to" and words[end] in (
        "Amendment",
        "Protocol",
        "Amendments",
        "Protocols",
    )
    is_whole = opener == "of" and words[end] in ("Program", "Programme")
    is_capital = opener in _CAPITAL_OPENERS and following[:1].isupper() and following not in MONTHS
    if opener == "for" and (following in lexicon.places() or words[end] == "Memorandum"):
        return end  # "signed the Memorandum for the United States"
    is_bare_in = opener == "in" and following not in ("field", "sphere", "area")
    is_party = opener == "with" and is_named
    if is_bare_in or is_party or (opener == "to" and not is_amending):
        return end
    if not (is_open or is_capital or is_amending or is_whole or opener == "in"):
        return end
    return _complement_end(tokens, at)


def _complement_end(tokens: Tokens, opener: int) -> int:
    """Return the last word of what begins with a word like "on" or "between".

    Where it begins with a capital it goes on in capitals, until another such word: "between the
    Government of A and the Government of B on cooperation in trade".
    """
    words = tokens.words
    last = opener - 1
    needs_capitals = False
    at = opener
    while at < len(words) and at - opener < _LONGEST and "\n\n" not in tokens.gap(at):
        word = words[at]
        is_small = word in LINKS or word in _OPENERS or word in _CAPITAL_OPENERS
        if _stops(tokens, at, opener) or (word == "," and not _goes_on(words, at)):
            break
        if word in _OPENERS or at == opener:
            needs_capitals = _is_capital_next(words, at)
        elif word != "," and not is_small:
            if needs_capitals and word[0].islower():
                break
            last = at
        at += 1
    return max(last, opener - 1)


def _is_capital_next(words: tuple[str, ...], at: int) -> bool:
    ahead = [word for word in words[at + 1 : at + 3] if word not in ("the", "a", "an")]
    return bool(ahead) and ahead[0][0].isupper()


def _stops(tokens: Tokens, at: int, opener: int) -> bool:
    words = tokens.words
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _STOPS and not (word in _OPENERS and at == opener):
        return True
    if word in '.;:!?“”"()—' or re.fullmatch(r"\d{4}[.,]?", word):
        return True
    if word in ("in", "on", "of") and (
        re.match(r"\d|[1-2]\d{3}", following) or following in MONTHS
    ):
        return True
    if word == "in" and following in lexicon.places() and at > opener + 1:
        return True
    if word in MONTHS and following[:1].isdigit():
        return True
    return word == "and" and following in HEADS | {"a", "an", "its", "their", "other"}


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """Tell the comma of a list ("Friendship, Commerce and Navigation") from one that ends a title."""
    ahead = words[at + 1 : at + 7]
    if not ahead or not ahead[0][0].isalpha():
        return False
    if ahead[0] == "and":
        return len(ahead) > 1 and ahead[1][0].isupper() and ahead[1] not in HEADS
    return (
        ahead[0][0].isupper()
        and "and" in ahead
        and not any(word in _STOPS for word in ahead[: ahead.index("and")])
    )


def closing(tokens: Tokens, first: int, last: int) -> int | None:
    """Return the last word before the closing quotation mark, where the title is in quotes."""
    for at in range(last, min(len(tokens.words), first + _LONGEST)):
        if tokens.words[at] in '”"’':
            before = at - 1
            return before - 1 if tokens.words[before] in ",." else before
    return None
