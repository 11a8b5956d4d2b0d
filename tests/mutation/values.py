"""Lies about values: numbers, units, dates, names, bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefbook.language.en.countries import countries
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.names import FoundName, find_names
from briefbook.language.en.numbers import find_numbers
from tests.mutation.lie import Edit, Lie, Seed, Told

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_UNITS = {
    "truck": "bus", "trucks": "buses", "vehicles": "helicopters", "trains": "ferries",
    "bridges": "tunnels", "members": "pilots", "percent": "dollars", "agreements": "loans",
}  # fmt: skip
_RATES = {"a day": "a month", "daily": "monthly", "every day": "every week", "a year": "a month",
          "every year": "every month", "each year": "each month", "yearly": "monthly"}  # fmt: skip


def value_lies(seed: Seed) -> Iterator[Lie]:
    """Yield every lie about a value of a statement."""
    for told in seed.told:
        if told.is_name:
            continue
        yield from _digits(seed, told)
        yield from _words(seed, told, "scale: million for billion", _scales(told.text))
        yield from _words(seed, told, "unit: another currency, thing or rate", _units(told.text))
        for change in _years(told.text):
            is_other = not told.is_computed and any(change[2] in words for words in told.supporting)
            kind = (
                "year: another one of the same evidence"
                if is_other
                else "year: the neighbouring one"
            )
            yield from _words(seed, told, kind, iter((change,)))
        yield from _words(seed, told, "day: another", _days(told.text))
        yield from _words(seed, told, "month: another", _months(told.text))
        yield from _words(seed, told, "bound removed: about, more than, up to", _bounds(told.text))
        yield from _words(seed, told, "number in words: another", _number_words(told.text))
    yield from _fields(seed)
    yield from _names(seed)


Change = tuple[int, str, str]
"""Offset in the text, what stands there, what is put there."""


def _words(seed: Seed, told: Told, kind: str, changes: Iterator[Change]) -> Iterator[Lie]:
    for start, old, new in changes:
        edit = seed.edit(told.text, start, old, new)
        if edit:
            yield Lie(kind, (edit,))


def _digits(seed: Seed, told: Told) -> Iterator[Lie]:
    for number in find_numbers(told.text):
        words = told.text[number.start : number.end]
        for match in re.finditer(r"\d", words):
            before = told.text[: number.start]
            if re.search(r"Exhibits? [\d ,–and]*$", before):
                continue  # numbered by the build
            is_place = re.search(r"paragraphs? [\d ,–and]*$", before, re.IGNORECASE)
            new = str((int(match[0]) + 1) % 10)
            if match.start() == 0 or not words[match.start() - 1].isdigit():
                new = new.replace("0", "1")
            edit = seed.edit(told.text, number.start + match.start(), match[0], new)
            if edit:
                said = words[: match.start()] + new + words[match.end() :]
                kind = "number: one digit"
                if is_place:
                    kind = "number of a paragraph: one digit"
                elif _is_borne(told, said):
                    kind = "number: another one of the same evidence"
                yield Lie(kind, (edit,))


def _is_borne(told: Told, said: str) -> bool:
    """Tell whether the evidence has a number too: then it is told of the wrong thing."""
    values = {(number.value, number.unit) for number in find_numbers(said)}
    return any(
        (number.value, number.unit) in values
        for words in told.supporting
        for number in find_numbers(words)
    )


def _scales(text: str) -> Iterator[Change]:
    for match in re.finditer(r"(?<=\d )(million|billion)\b|(?<=\d)[MB]\b", text):
        other = {"million": "billion", "billion": "million", "M": "B", "B": "M"}[match[0]]
        yield match.start(), match[0], other


def _units(text: str) -> Iterator[Change]:
    for match in re.finditer(r"\$(?=\d)", text):
        yield match.start(), "$", "€"
    for number in find_numbers(text):
        window = text[number.end : number.end + 40]
        for word, other in _UNITS.items():
            if unit := re.search(rf"^[ \w]*?\b{word}\b", window):
                start = number.end + unit.end() - len(word)
                yield start, word, other
        if text[number.start : number.end].endswith("percent"):
            yield number.end - len("percent"), "percent", "dollars"
    for rate, other in _RATES.items():
        for match in re.finditer(rf"\b{rate}\b", text):
            yield match.start(), rate, other


def _years(text: str) -> Iterator[Change]:
    for found in find_dates(text):
        words = text[found.start : found.end]
        for match in re.finditer(r"(?<!\d)(?:19|20)\d\d(?![\ds])", words):
            yield found.start + match.start(), match[0], str(int(match[0]) + 1)


def _days(text: str) -> Iterator[Change]:
    spans = [(date.start, date.end) for date in find_dates(text)]
    spans += [(day.start, day.end) for day in find_days(text)]
    for start, end in spans:
        for match in re.finditer(r"(?<!\d)[0-3]?\d(?!\d)(?=[ –-])", text[start:end]):
            day = int(match[0])
            yield start + match.start(), match[0], str(day + 1 if day < 28 else day - 1)


def _months(text: str) -> Iterator[Change]:
    for match in re.finditer("|".join(rf"\b{month}\b" for month in _MONTHS), text):
        other = _MONTHS[(_MONTHS.index(match[0]) + 1) % 12]
        yield match.start(), match[0], other
    for match in re.finditer(r"\b(Feb|Oct)\b", text):
        yield match.start(), match[0], "Mar"


def _bounds(text: str) -> Iterator[Change]:
    for match in re.finditer(r"\b(?:[Aa]bout|[Mm]ore than|[Uu]p to) (?=[\d$])", text):
        yield match.start(), match[0], ""


_NUMBER_WORDS = {"two": "three", "four": "five", "five": "six", "fourth": "third", "first": "second",
                 "Six": "Seven", "Five": "Four", "Four": "Three", "tripled": "doubled",
                 "a quarter": "a third", "a seventh": "a fifth"}  # fmt: skip


def _number_words(text: str) -> Iterator[Change]:
    for word, other in _NUMBER_WORDS.items():
        for match in re.finditer(rf"\b{word}\b", text):
            yield match.start(), word, other


def _fields(seed: Seed) -> Iterator[Lie]:
    """Dates of events and sums of amounts, which are fields of their own."""
    model = seed.files["briefing.yaml"]
    for match in re.finditer(r"\bdate: (\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=[,/])", model):
        for group, kind in ((1, "year"), (2, "month"), (3, "day")):
            if match[group]:
                number = int(match[group])
                new = f"{number + 1 if group == 1 or number < 12 else number - 1:0{len(match[group])}}"
                yield _at(seed, match.start(group), match[group], new, f"date of an event: {kind}")
    for match in re.finditer(r"\bvalue: USD (\d)", model):
        yield _at(seed, match.start(1), match[1], str(int(match[1]) % 9 + 1), "sum of an amount")


def _at(seed: Seed, offset: int, old: str, new: str, kind: str) -> Lie:
    assert seed.files["briefing.yaml"][offset:].startswith(old)
    return Lie(kind, (Edit("briefing.yaml", offset, old, new),))


def _names(seed: Seed) -> Iterator[Lie]:
    """Each name replaced by one from elsewhere, and by one of the same evidence.

    A person for a person, a country for a country, an adjective for an adjective: anything else
    would be nonsense, not a lie.
    """
    pool = sorted({name.text for told in seed.told for name in _single(told.text)})
    for told in seed.told:
        if told.kind.value not in ("reported", "attributed") or told.is_name:
            continue
        supported = " ".join(told.supporting)
        for name in _single(told.text):
            sort = sort_of(name.text)
            alike = [o for o in pool if sort_of(o) == sort != "other" and _differs(o, name.text)]
            same = [other for other in alike if other in supported]
            rest = [other for other in alike if other not in supported]
            for kind, others in (
                ("name: one from elsewhere", rest),
                ("name: one of the same evidence", same),
            ):
                if others:
                    other = others[sum(map(ord, name.text + told.name)) % len(others)]
                    edit = seed.edit(told.text, name.start, name.text, other)
                    if edit:
                        yield Lie(kind, (edit,))


def _single(text: str) -> list[FoundName]:
    return [
        name
        for name in find_names(text)
        if name.is_sure and len(name.text) > 1 and not name.text.endswith(("’s", "'s"))
    ]


_PEOPLE = ("Gross", "Rumsfeld", "Fallon", "Gutierrez", "Elliott", "Rahmon", "Rakhmonov")
_OWN = ("Verania", "Ostmark", "Lissa", "Pyanj", "Nizhniy Pyanzh")
"""The invented country, its neighbour and its capital, of the example; a town and its bridge."""
_COMPANIES = ("Somon Air", "JP Morgan", "Boeing", "Export-Import Bank")


@cache
def sort_of(name: str) -> str:
    """Return what a name names: a person, a place, an adjective of a country, or something else."""
    if name.rsplit(maxsplit=1)[-1] in _PEOPLE and "Secretary" not in name:
        return "person"
    if name in _OWN:
        return "place"
    if name in _COMPANIES:
        return "company"
    for country in countries():
        if name in country.capitals:
            return "place"
        if name in country.forms:
            is_long = " " in name or name.endswith(("stan", "ia"))
            return "place" if is_long or name == country.names[0] else "adjective"
    return "letters" if name.isupper() else "other"


_ALIKE = (
    ("US", "United", "Washington", "America"),
    ("Tajik", "Dushanbe"),
    ("Export", "Ex-Im"),
    ("Kenneth", "Ambassador", "Gross"),
    ("Rahmon", "Rakhmonov", "President"),
    *(
        (stem,)
        for stem in ("Afghan", "Uzbek", "Russia", "Veran", "Ostmark", "Pyan", "Central", "Defense")
    ),
)


def _differs(one: str, other: str) -> bool:
    """Two forms of one name are no lie."""
    for group in _ALIKE:
        if any(stem in one for stem in group) and any(stem in other for stem in group):
            return False
    return one not in other and other not in one
