"""What a number counts or measures: the noun or unit behind it ("twenty-three local employees", "400 ha")."""

from __future__ import annotations

import re
from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.stemmer import are_kin, stem
from briefbook.language.en.tables import rows
from briefbook.values.units import Unit, UnitType, physical_symbol


@dataclass(frozen=True)
class Counted:
    """A unit behind a number: as written, and where it ends."""

    unit: Unit
    words: str
    end: int


_NOUN = r"(?:U\.S\.|U\.N\.|[A-Za-z][\w’'-]*)"
_PHRASE = re.compile(rf"(?P<gap>-|\s)(?P<phrase>{_NOUN}(?:\s{_NOUN}){{0,4}})")
_SYMBOL = re.compile(
    r"\s?(?P<unit>(?:[kcm]?m|mi|ft)[²³23]?|km/h|mph|[kmµμ]?g|kt|t|ha|[kMGT]?Wh?|[GPE]J|°[CF]?|Mt|Gt|[mM]?[Ll]|dB|k?V|[hk]?Pa|bar"
    r"|[km]?cal|lbs?|oz|pp[mb]|[kMG]?Hz|[MGTP]B)(?![\w’'.-]\w|\w)"
)
"""400 ha, 35 m, 5km²"""
MEASURES = frozenset(
    "km kilometer kilometers kilometre kilometres kms meter meters metre metres mile miles foot feet ton tons tonne tonnes kg kilogram kilograms "
    "kilo kilos gram grams pound pounds hectare hectares acre acres barrel barrels gallon gallons liter liters litre litres mw gw "
    "kw mwh gwh kwh twh megawatt megawatts gigawatt gigawatts kilowatt kilowatts year years month months week weeks day days hour "
    "hours minute minutes decade decades percent aircraft personnel people troops staff men women police children youth "
    "square cubic degree degrees bbl dozen head km² km2 m² m2 m³ m3 ha".split()
)
"""Words that measure, and some plurals without an s."""
_STOPS = frozenset(
    "of in on at to for from by with as and or the a an was were is are has have had be been will would per than that which who but "
    "u s after before during since until between into over under against about through when while if not its their his her this "
    "these those also only each other such".split()
)
_NO_PLURAL = re.compile(
    r"(?:ous|ss|us|is|ness|as|always|perhaps|ours|theirs|overseas|towards|(?:polit|econom|athlet|statist|logist|eth|phys)ics"
    r"|thirds|halves|quarters|fifths|tenths|eighths)$"
)
_POWER_BEHIND = re.compile(r"\s(?P<w>squared|cubed)\b")
_POWERS = {"square": "²", "sq": "²", "sq.": "²", "cubic": "³"}


def counted_after(text: str, end: int) -> Counted | None:
    """Return what the words behind a number say that it counts; None where they do not.

    The noun is the first plural, people or measure among the next words: "200 heavy trucks".
    """
    if (symbol := _SYMBOL.match(text, end)) and text[end - 1 : end].isdigit():
        return _raised(text, symbol["unit"], symbol.start("unit"))
    match = _PHRASE.match(text, end)
    if not match:
        return None
    phrase, at = match["phrase"], 0
    for index, word in enumerate(phrase.split()):
        begin = phrase.index(word, at)
        at = begin + len(word)
        if index == 0 and word.lower() in _POWERS:
            continue
        if match["gap"] == "-":
            is_measure = word.lower() in MEASURES and index == 0
            return _counted(match, word, at) if is_measure else None
        if word.lower() in _STOPS:
            return None
        if _is_counted(word, phrase[at : at + 2]):
            is_whole = phrase.lower().startswith(
                (*_POWERS, "short ton", "nautical mile", "metric ton")
            )
            start = match.start("phrase") + begin
            return _counted(match, phrase[:at], at) if is_whole else _raised(text, word, start)
    return None


def _raised(text: str, word: str, start: int) -> Counted:
    """Return a unit, with the power behind it: 40 km squared."""
    end = start + len(word)
    behind = _POWER_BEHIND.match(text, end)
    if not behind:
        return Counted(_unit(word), word, end)
    power = {"squared": "square", "cubed": "cubic"}[behind["w"]]
    return Counted(_unit(f"{power} {word}"), text[start : behind.end()], behind.end())


def _counted(match: re.Match[str], words: str, length: int) -> Counted:
    """Return a unit of the phrase that a match has, which ends so many letters behind its start."""
    return Counted(_unit(words), words, match.start("phrase") + length)


def _is_counted(word: str, after: str) -> bool:
    if word.lower() in MEASURES or re.fullmatch(r"[a-z]+(?:people|men|women)", word):
        return True
    if word.islower():
        return word.endswith("s") and not _NO_PLURAL.search(word)
    is_people = word[0].isupper() and re.search(r"(?:ans|ians|ese)$", word) is not None
    return is_people and not after.strip()[:1].isalpha()


def _unit(words: str) -> Unit:
    first, _, rest = words.partition(" ")
    power = _POWERS.get(first.lower(), "") if rest else ""
    symbol = physical_symbol(f"{physical_symbol(rest)}{power}" if power else words)
    return Unit(UnitType.PHYSICAL, symbol) if symbol else Unit(UnitType.COUNT, words)


@cache
def _same() -> tuple[frozenset[str], ...]:
    """Return the stems of each line of the table of nouns that count the same."""
    return tuple(frozenset(map(stem, row["words"].split())) for row in rows("counted_synonyms"))


def are_counted_alike(one: str, other: str) -> bool:
    """Tell whether two stems are forms of one word, or stand in a line of the table of such nouns."""
    return are_kin(one, other) or any(one in group and other in group for group in _same())


_PLURAL = re.compile(r"(?:\s[a-z-]+){0,2}?\s(?P<noun>[a-z]{3,}s)\b(?<!ss)")


def noun_behind(text: str, end: int) -> str:
    """Return the stem of the plural that a number counts: of “40 heavy trucks crossed” that of trucks; empty for none."""
    match = _PLURAL.match(text, end)
    return stem(match["noun"]) if match else ""
