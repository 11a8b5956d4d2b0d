"""Counts and measurements: a number with what is counted, percentages, fractions, multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefbook.language.en.mentions.mention import EntityType, Mention, Quantity
from briefbook.language.en.mentions.numerals import (
    FIGURE,
    SCALE_WORD,
    WORDS,
    approximation,
    numeral_value,
    scale_value,
)

_NUMBER = rf"(?:{FIGURE}|{WORDS})"
_SCALED = rf"(?P<n>{_NUMBER})(?:[\s-](?P<s>{SCALE_WORD})\b)?"
# A plain hyphen joins figures only: between words it makes one number, “twenty-seven”.
_RANGE = rf"(?:(?P<n0>{_NUMBER})(?:(?<=\d)\s?-\s?|\s?[–—]\s?|\sto\s))?"
_PERCENT = re.compile(
    rf"{_RANGE}(?P<n>{_NUMBER})(?:\s?%|[\s-](?:per\s?cent|percentage\spoints?)\b)", re.IGNORECASE
)
_FRACTION = re.compile(
    r"\b(?P<a>one|two|three|four|a)[\s-](?P<b>half|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|tenths?)\b"
    r"(?=\sof\b|\s(?:was|were|is|are|had|have|more|less|came|went)\b|[,.;)])",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    r"\b(?P<w>doubled|tripled|trebled|quadrupled|halved|twofold|threefold|fourfold|fivefold|tenfold)\b"
)
_MULTIPLES = {"doubled": "2", "twofold": "2", "tripled": "3", "trebled": "3", "threefold": "3", "quadrupled": "4",
              "fourfold": "4", "fivefold": "5", "tenfold": "10", "halved": "0.5"}  # fmt: skip
_PARTS = {
    "half": 2,
    "third": 3,
    "fourth": 4,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_NOUN = r"(?:U\.S\.|U\.N\.|[A-Za-z][\w’'-]*)"
_COUNTED = re.compile(
    rf"(?<![\w$€£¥.,/#№-]){_RANGE}{_SCALED}(?P<gap>-|\s)(?=(?P<phrase>{_NOUN}(?:\s{_NOUN}){{0,4}}))"
)
_MEASURES = frozenset(
    "km kilometer kilometers kilometre kilometres kms meter meters metre metres mile miles foot feet ton tons tonne tonnes kg kilogram kilograms "
    "kilo kilos gram grams pound pounds hectare hectares acre acres barrel barrels gallon gallons liter liters litre litres mw gw "
    "kw mwh gwh kwh twh megawatt megawatts gigawatt gigawatts kilowatt kilowatts year years month months week weeks day days hour "
    "hours minute minutes decade decades percent aircraft personnel people troops staff men women police children youth "
    "square cubic degree degrees bcm bbl dozen head km² km2 m² m2 m³ m3 ha".split()
)
_STOPS = frozenset(
    "of in on at to for from by with as and or the a an was were is are has have had be been will would per than that which who but "
    "u s after before during since until between into over under against about through when while if not its their his her this "
    "these those also only each other such".split()
)
_TRIVIAL = frozenset(
    "countries sides states parties republics governments nations presidents leaders others".split()
)
_NO_PLURAL = re.compile(
    r"(?:ous|ss|us|is|ness|as|always|perhaps|ours|theirs|overseas|towards|(?:polit|econom|athlet|statist|logist|eth|phys)ics"
    r"|thirds|halves|quarters|fifths|tenths|eighths)$"
)
_SKIPPED_BEFORE = re.compile(
    r"(?:\b(?:Resolutions?|Res\.|Nos?\.|№|#|§|Sections?|Sec\.|Articles?|Art\.|pages?|pp?\.|Room|Flight|Boeing|Airbus|Law|Chapter"
    r"|Exhibit|Table|Figure|Tel\.?|phone|Box|Route|Highway|Phase|Title|Part|Annex|Type|Model|Group|Level|Tier|Volume|Vol\."
    r"|Order|[Nn]umber|Channel)|[A-Z]\.[A-Z]?\.?)\s$"
)
_POWERS = ("square", "cubic", "sq")
_TRIVIAL_MOST = 3
_FEWEST = 2


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    number: Decimal
    unit: str
    to: Decimal | None = None


def find_quantities(text: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Return the quantities of a text outside of what is taken by dates and money, in order."""
    used = bytearray(len(text))
    for start, end in taken:
        used[start:end] = b"\1" * (end - start)
    facts = []
    for step in (_percents, _fractions, _multiples, _counts):
        for found in step(text):
            if any(used[found.start : found.end]):
                continue
            used[found.start : found.end] = b"\1" * (found.end - found.start)
            value = Quantity(
                found.number, found.unit, found.to, approximation(text, found.start, found.end)
            )
            quote = text[found.start : found.end]
            facts.append(Mention(EntityType.QUANTITY, quote, found.start, found.end, value))
    return sorted(facts, key=lambda fact: fact.start)


def _percents(text: str) -> Iterator[_Found]:
    if "%" not in text and "ercent" not in text and "er cent" not in text:
        return
    for match in _PERCENT.finditer(text):
        number = numeral_value(match["n"])
        if match["n0"]:
            yield _Found(match.start(), match.end(), numeral_value(match["n0"]), "%", number)
        else:
            yield _Found(match.start(), match.end(), number, "%")


def _fractions(text: str) -> Iterator[_Found]:
    for match in _FRACTION.finditer(text):
        top = Decimal(1) if match["a"].lower() == "a" else numeral_value(match["a"])
        part = match["b"].lower()
        share = top / _PARTS[part if part == "half" else part.rstrip("s")]
        yield _Found(match.start(), match.end(), round(share * 100, 1), "%")


def _multiples(text: str) -> Iterator[_Found]:
    for match in _MULTIPLE.finditer(text):
        yield _Found(match.start(), match.end(), Decimal(_MULTIPLES[match["w"]]), "×")


def _counts(text: str) -> Iterator[_Found]:
    for match in _COUNTED.finditer(text):
        if _SKIPPED_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        unit = _unit(match)
        if unit is None:
            continue
        words, length = unit
        number = numeral_value(match["n"]) * scale_value(match["s"])
        is_trivial = words.lower() in _TRIVIAL and number <= _TRIVIAL_MOST
        if is_trivial or (number < _FEWEST and not match["s"] and match["n"].isalpha()):
            continue
        start, to = match.start("n"), None
        if match["n0"] and (match["n0"][0].isdigit() == match["n"][0].isdigit()):
            start, to = match.start(), number
            number = numeral_value(match["n0"]) * scale_value(match["s"])
        yield _Found(start, match.start("phrase") + length, number, words, to)


def _unit(match: re.Match[str]) -> tuple[str, int] | None:
    """Return the noun that is counted, and how far the phrase goes up to its end."""
    phrase = match["phrase"]
    at = 0
    for index, word in enumerate(phrase.split()):
        begin = phrase.index(word, at)
        at = begin + len(word)
        lower = word.lower()
        if lower in _POWERS and index == 0:
            continue
        if match["gap"] == "-":
            return (word, at) if lower in _MEASURES and index == 0 else None
        if lower in _STOPS:
            return None
        is_people = word[0].isupper() and re.search(r"(?:ans|ians|ese)$", word) is not None
        is_plural = word.endswith("s") and word.islower() and not _NO_PLURAL.search(word)
        is_plural = is_plural or (is_people and not phrase[at : at + 2].strip()[:1].isalpha())
        if lower in _MEASURES or is_plural or re.fullmatch(r"[a-z]+(?:people|men|women)", word):
            unit = phrase[:at] if phrase.lower().startswith(_POWERS) else word
            return unit, at
    return None
