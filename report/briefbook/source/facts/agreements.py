"""Agreements, declarations, acts and programmes by the titles that English prose gives them.

A title grows from its head ("Agreement", "Treaty" …): to the left over capitalised words, to the
right over what says between whom and about what, until a verb, a date or a mark ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.source.facts import lexicon
from briefbook.source.facts.fact import Fact, Kind
from briefbook.source.facts.tokens import Tokens

_HEADS = frozenset(
    "Agreement Agreements Memorandum Memoranda Treaty Treaties Accord Accords Protocol Protocols Convention Conventions "
    "Compact Pact Charter Declaration Declarations Communiqué Communique Act Acts Amendment Arrangement Concordat Covenant "
    "Entente Armistice Programme Program Statement Framework Understanding MOU TIFA "
    "Initiative Project Scheme Partnership".split()
)
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
_LINKS = frozenset("of for and on in & to the a an against".split())
_STARTERS = frozenset(
    "The This That These Those An A In On Under Within According Since With Other Both And But While When As At By For From "
    "After Before During Through Annually Following Also Its Their Our Your His Her Each Every Any All Some No Such "
    "Per Via To Of Although Despite Pursuant Besides Until Because If Recent New Several Two Three Most".split()
)


def find_agreements(tokens: Tokens) -> list[Fact]:
    """Return the agreements that a passage names, in order."""
    if not (_HEADS | _SMALL_HEADS | _KNOWN).intersection(tokens.words):
        return []
    facts: list[Fact] = []
    last = -1
    for at, word in enumerate(tokens.words):
        if at <= last:
            continue
        span = _span(tokens, at, word, last + 1)
        if span is None:
            continue
        first, last = span
        start, end = tokens.starts[first], tokens.end(last)
        quote = tokens.text[start:end]
        if quote in lexicon.organisations():
            continue  # the Warsaw Pact
        facts.append(Fact(Kind.AGREEMENT, quote, start, end, " ".join(quote.split())))
    return facts


def _span(tokens: Tokens, at: int, word: str, floor: int) -> tuple[int, int] | None:
    """Return first and last word of the agreement whose head is at a place."""
    if word in _KNOWN:
        return _known_span(tokens, at)
    if word in _HEADS:
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


def _with_year(tokens: Tokens, last: int) -> int:
    """Return the last word of a title, the year of “Act for Fiscal Year 2023” taken in."""
    words = tokens.words
    is_open = words[last - 1 : last + 1] == ("Fiscal", "Year")
    return (
        last + 1 if is_open and words[last + 1 : last + 2] and words[last + 1].isdigit() else last
    )


def _titled_span(tokens: Tokens, head: int, floor: int) -> tuple[int, int] | None:
    words = tokens.words
    end = _head_end(tokens, head)
    following = words[end + 1] if end + 1 < len(words) else ""
    if following in _NOT_BEFORE:
        return None
    if following in _HEADS and _is_adjacent(tokens, end + 1) and words[head] != "Statement":
        return None  # "Framework Agreement", "Treaty Protocol": the later head has it all
    first = _left(tokens, head, floor)
    modifiers = [word for word in words[first:head] if word not in _LINKS and word[0].isalnum()]
    last = _with_year(tokens, _right(tokens, end))
    if words[head] in _NEEDS_TWO and len(modifiers) < 2:  # noqa: PLR2004
        return None
    if not _is_title(words[head], modifiers, has_complement=last > end):
        return None
    if (
        first
        and words[first - 1] in '“"‘'
        and (closing := _closing(tokens, first, last)) is not None
    ):
        last = closing
    return first, last


def _is_title(head: str, modifiers: list[str], *, has_complement: bool) -> bool:
    """Tell titles from anaphors ("the Agreement") and from other things (a party's Convention)."""
    given = set(modifiers)
    if needed := _NEEDED_MODIFIERS.get(head):
        return bool(given & needed)
    if given & _BLOCKING_MODIFIERS.get(head, frozenset()):
        return False
    if not given:
        return head in _ALONE or (has_complement and head not in _NEEDS_MODIFIER)
    return head not in _PLURALS or not given <= _PLAIN


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


def _head_end(tokens: Tokens, head: int) -> int:
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


def _is_adjacent(tokens: Tokens, at: int) -> bool:
    gap = tokens.gap(at)
    return not gap.strip() and "\n\n" not in gap


def _left(tokens: Tokens, head: int, floor: int) -> int:
    """Walk left over the capitalised words of a title and the small ones between them."""
    words = tokens.words
    at = head
    while at > floor and "\n\n" not in tokens.gap(at):
        before = words[at - 1]
        if before in ("-", "–") and at - 2 >= floor and words[at - 2][0].isupper():
            at -= 2
        elif _is_title_word(before):
            at -= 1
        elif (
            before in _LINKS
            and at - 2 >= floor
            and _is_title_word(words[at - 2])
            and (words[at - 2] not in _HEADS or words[at - 2] in _INNER_HEADS)
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
    while at < head and (words[at] in _STARTERS or words[at] in _LINKS or words[at] in "–-"):
        at += 1
    return _without_place(tokens, at, head)


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


def _without_place(tokens: Tokens, first: int, head: int) -> int:
    """Take off the town where something was signed: "in Dushanbe Amendment to …"."""
    words = tokens.words
    is_signed_at = (
        first > 0 and words[first - 1] in ("in", "at") and words[first] in lexicon.places()
    )
    return first + 1 if is_signed_at and first < head else first


def _is_title_word(word: str) -> bool:
    if word[0].isdigit():
        return re.fullmatch(r"\d{1,3}", word) is not None
    return word[0].isupper() and word not in _STARTERS


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
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_LONGEST = 48


_YEAR = re.compile(r"1\d{3}|20\d\d")


def _right(tokens: Tokens, end: int) -> int:
    """Walk right over what says between whom and about what; return the last word."""
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
    is_capital = opener in _CAPITAL_OPENERS and following[:1].isupper() and following not in _MONTHS
    if opener == "for" and (following in lexicon.places() or words[end] == "Memorandum"):
        return end  # "signed the Memorandum for the United States"
    is_bare_in = opener == "in" and following not in ("field", "sphere", "area")
    if is_bare_in or (opener == "to" and not is_amending):
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
        is_small = word in _LINKS or word in _OPENERS or word in _CAPITAL_OPENERS
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
        re.match(r"\d|[1-2]\d{3}", following) or following in _MONTHS
    ):
        return True
    if word == "in" and following in lexicon.places() and at > opener + 1:
        return True
    if word in _MONTHS and following[:1].isdigit():
        return True
    return word == "and" and following in _HEADS | {"a", "an", "its", "their", "other"}


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """Tell the comma of a list ("Friendship, Commerce and Navigation") from one that ends a title."""
    ahead = words[at + 1 : at + 7]
    if not ahead or not ahead[0][0].isalpha():
        return False
    if ahead[0] == "and":
        return len(ahead) > 1 and ahead[1][0].isupper() and ahead[1] not in _HEADS
    return (
        ahead[0][0].isupper()
        and "and" in ahead
        and not any(word in _STOPS for word in ahead[: ahead.index("and")])
    )


def _closing(tokens: Tokens, first: int, last: int) -> int | None:
    """Return the last word before the closing quotation mark, where the title is in quotes."""
    for at in range(last, min(len(tokens.words), first + _LONGEST)):
        if tokens.words[at] in '”"’':
            before = at - 1
            return before - 1 if tokens.words[before] in ",." else before
    return None


_SIGNING = re.compile(
    r"\b(?:sign|signed|signing|signs|conclude[ds]?|concluding|ratif(?:y|ied)|initial(?:l?ed)?|negotiated|reached|renewed)\s"
    r"(?:(?:a|an|the|two|three|several|another|new|its|their)\s)?(?:[\w.’-]+\s){0,5}$"
)


def _small_span(tokens: Tokens, head: int, floor: int) -> tuple[int, int] | None:
    """A head in small letters: "the Jackson-Vanik amendment", "signed an agreement on …"."""
    words = tokens.words
    first = head
    while first > floor and _is_title_word(words[first - 1]) and _is_adjacent(tokens, first):
        first -= 1
    while first < head and words[first] in _STARTERS:
        first += 1
    if first < head and not all(_is_general(word) for word in words[first:head]):
        following = words[head + 1] if head + 1 < len(words) else ""
        if following not in ("negotiations", "talks", "member", "members", "parties"):
            return _without_place(tokens, first, head), _right(tokens, _head_end(tokens, head))
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
    end = _head_end(tokens, head)
    last = _right(tokens, end)
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


def acronyms(facts: list[Fact]) -> Iterator[tuple[str, str]]:
    """Yield each acronym that the title of an agreement defines, with the title."""
    for fact in facts:
        for match in re.finditer(r"\(([A-Z][A-Za-z]{1,9})\)", fact.quote):
            if match[1][:2].isupper() and match[1] not in _GENERIC:
                yield match[1], str(fact.value)


_GENERIC = frozenset("MOU MOUS MoU MOA LOI FTA BIT EU UN US".split())
