"""Proper names in English text: runs of capitalised words, and designations such as 737-900ER.

A capital in mid-sentence makes a name. At the start of a sentence, and in a title written Like
This, the word itself decides: see `common.py`. Months, weekdays and "Exhibit 3" are no names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.common_words import LOCATORS, MONTHS, WEEKDAYS, is_common
from briefbook.language.en.stemmer import STOP_WORDS, Word, without_owner, words_of


@dataclass(frozen=True)
class FoundName:
    """A name in a text, its words, and where it stands."""

    text: str
    words: tuple[Word, ...]
    start: int
    end: int
    is_sure: bool
    """False for a lone word that only the start of its sentence may have capitalised."""


IsCommon = Callable[[str], bool]

_STARTS = re.compile(r"(?:^|[.!?:;…•·]|\n\s*\n)[\s\"'“‘«(\[]*$|[“‘\"(\[]$|(?:^|\s)[—–]\s$")
_LOOK_BACK = 8
_JOINT = re.compile(r"\s|-|\.\s?|\s?&\s?|\sof\s(?:the\s)?|\sfor\s|\s(?:de|la|al|bin|van|von|der)\s")
_FIGURE = re.compile(
    r"\d+(?:st|nd|rd|th|s|m|b|k|bn|mn|mln|bln|am|pm|km|mw|gw|kv|x)?", re.IGNORECASE
)
_DESIGNATION = re.compile(r"\b(?=[\w+/-]*\d)(?=[\w+/-]*[A-Z])\w+(?:[+/-]\w+|\.\d+)*\b")
_FISCAL = re.compile(r"(?:FY|Q[1-4]|H[12])\d*")
_TITLE_WORDS, _TITLE_SHARE = 4, 0.8


@lru_cache(maxsize=4096)
def _found(text: str, known: IsCommon) -> tuple[FoundName, ...]:
    is_title, runs = _runs(text)
    return tuple(name for run in runs for name in _trimmed(text, run, known, is_title=is_title))


@lru_cache(maxsize=4096)
def _runs(text: str) -> tuple[bool, list[list[Word]]]:
    """Return whether a text is a title, and its runs of capitalised words: whichever are names, whatever is known."""
    words = [word for word in words_of(text) if word.is_capital and _may_be_name(text, word)]
    names: list[list[Word]] = []
    for word in words:
        last = names[-1][-1] if names else None
        joint = text[last.end : word.start] if last else ""
        is_joined = _JOINT.fullmatch(joint) and not (joint == ". " and _ends_sentence(last, word))
        if last and is_joined and without_owner(last.text) == last.text:
            names[-1].append(word)
        else:
            names.append([word])
    return _is_title(text), names


_ABBREVIATED = re.compile(
    r"[A-Z]|Mrs?|Ms|Mx|Drs?|St|Ste|Gen|Col|Capt|Cpt|Lt|Sgt|Maj|Brig|Adm|Cmdr|Sen|Rep|Gov|Prof|Rev|Hon|Pres|Amb|"
    r"Jr|Sr|Inc|Co|Corp|Ltd|Mt|Ft|Dept|Univ|Sec|Asst|Dir|Messrs|Bros|Wm|Geo|Chas|Jos|Thos|Alex|Wash|Calif|Mass|Penn|Tenn|"
    r"Fla|Ill|Ind|Mich|Minn|Miss|Okla|Ore|Tex|Va|Wis|Conn|Colo|Ariz|Ala|Ark|Del|Ga|Kan|Ky|La|Md|Mo|Mont|Neb|Nev"
)
"""Words that a stop shortens, behind which a name goes on."""


def _ends_sentence(last: Word | None, word: Word) -> bool:
    """Tell whether the stop between two capitalised words ends a sentence: “Beirut. He”, not “Gen. Haftar”."""
    if last is None or word.lower in STOP_WORDS:
        return True
    return _ABBREVIATED.fullmatch(last.text) is None


def find_names(text: str, known: IsCommon = is_common) -> tuple[FoundName, ...]:
    """Return every name in a text, in order; `known` tells words that need no evidence."""
    return _found(text, known)


def find_designations(text: str) -> tuple[str, ...]:
    """Return words that mix capitals and figures, such as 737-900ER; units and years are none."""
    return tuple(
        match[0]
        for match in _DESIGNATION.finditer(text)
        if not _FISCAL.match(match[0])
        and not _FIGURE.fullmatch(match[0])
        and not re.fullmatch(
            r"[\d.,]+[-–][A-Z][a-z].*|\d+-[a-z].*|(?:Early|Mid|Late)-\d{4}s?", match[0]
        )
        and text[max(0, match.start() - 1) : match.start()] not in ("$", "€", "£")
    )


_ERA = re.compile(r"(?<=\d\s)(?:BCE?|CE|AD)\b|AD(?=\s\d)")
"""Of a year, such as 44 BC and AD 14: it names nobody."""
_SPEAKING = re.compile(r"-(?:speaking|language)\b")
"""“English-speaking” names a tongue."""
_CURRENCY = re.compile(r"US[$ \xa0]dollars?\b")
"""The unit of a number: it names no country."""


def _may_be_name(text: str, word: Word) -> bool:
    """Tell whether a capitalised word may be a part of a name."""
    bare = without_owner(word.text)
    low = bare.lower()
    if low in WEEKDAYS or _FISCAL.fullmatch(bare):
        return False
    if low in MONTHS or (low == "i" and text[word.end : word.end + 1] != "."):
        return False
    if _ERA.match(text, word.start) or text[max(0, word.start - 1) : word.start] == "°":
        return False  # “44 BC”, “37 °C”
    behind = text[word.end : word.end + 1]
    if (
        behind == "$"
        or (behind == "-" and _SPEAKING.match(text, word.end))
        or _CURRENCY.match(text, word.start)
    ):
        return False
    return not (low in LOCATORS and re.match(r"[\s\xa0]\d", text[word.end : word.end + 2]))


def _trimmed(text: str, run: list[Word], known: IsCommon, *, is_title: bool) -> Iterator[FoundName]:
    """Yield the names of a run of capitalised words, without a common word that leads it."""
    if is_title:
        kept = [word for word in run if not known(without_owner(word.text))]
        for word in kept:
            yield _name(text, [word], is_sure=False)
        return
    at_start = _STARTS.search(text[max(0, run[0].start - _LOOK_BACK) : run[0].start]) is not None
    if at_start and known(without_owner(run[0].text)) and not _is_acronym(run[0].text):
        run = run[1:]
        at_start = False
    elif run[0].lower in STOP_WORDS:  # "… calls The Hague" keeps its Hague
        run = run[1:]
    if run:
        yield _name(text, run, is_sure=not at_start or len(run) > 1 or _is_acronym(run[0].text))


def _name(text: str, run: list[Word], *, is_sure: bool) -> FoundName:
    start, end = run[0].start, run[-1].end
    return FoundName(text[start:end], tuple(run), start, end, is_sure)


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()


_NO_CONTENT = STOP_WORDS | MONTHS
_SENTENCE = re.compile(r"[.,;]\s|\.$")
"""A sentence ends with a stop; a list of names has commas."""


def _is_title(text: str) -> bool:
    """Tell whether a text is written Like This, so that capitals mean nothing."""
    if _SENTENCE.search(text):
        return False
    content = [
        word for word in words_of(text) if word.lower not in _NO_CONTENT and word.text[0].isalpha()
    ]
    capitals = sum(word.is_capital for word in content)
    return len(content) >= _TITLE_WORDS and capitals >= _TITLE_SHARE * len(content)


_IN_ACRONYM = re.compile(r"\s|-|\s(?:of|and|for|on|in|the|of the)\s")


def acronyms_of(text: str) -> Iterator[str]:
    """Yield the initials of each capitalised run, as it may be abbreviated: TIFA, WTO."""
    runs: list[list[Word]] = []
    for word in words_of(text):
        if not word.is_capital:
            continue
        if runs and _IN_ACRONYM.fullmatch(text, runs[-1][-1].end, word.start):
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        for first in range(len(run) - 1):
            for end in range(first + 2, min(len(run), first + 8) + 1):
                several = run[first:end]
                yield "".join(word.text[0] for word in several)
                if any("." in word.text for word in several):  # USGS of “U.S. Geological Survey”
                    yield "".join(_letters(word) for word in several)


def _letters(word: Word) -> str:
    return word.text.replace(".", "") if "." in word.text else word.text[0]
