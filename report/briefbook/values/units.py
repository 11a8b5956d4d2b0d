"""Units of measurement: currencies by ISO 4217, percent, percentage points, counted nouns, physical units.

A unit is parsed from the words of the model (`USD`, `percent`, `ships`, `km`, `USD per tonne`) and
compared by its type and name, so that nothing is ever decided by how a unit happens to be printed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import cache

from briefbook.frozen import dataclass
from briefbook.values.currencies import is_currency
from briefbook.values.unit_faults import TABLE_SCALES, UnknownUnit, refuse_faults


class UnitType(StrEnum):
    """What sort of unit it is; arithmetic depends on it."""

    CURRENCY = "currency"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage point"
    PHYSICAL = "physical unit"
    COUNT = "counted noun"
    MULTIPLE = "multiple"
    """Of something else: "threefold", "twice"."""
    NUMBER = "number"
    """A bare number: a factor, or a count whose noun the text leaves out."""
    YEAR = "year"
    """A point in time, by its year: only differences of it mean anything."""


@dataclass(frozen=True)
class Unit:
    """What a number counts or measures.

    `name` is the ISO 4217 code of a currency, the symbol of a physical unit, the plural noun of
    things that are counted, or the whole of a percentage (`of adults`); `per` is what it is
    divided by (`day`, `tonne`), empty for none.
    """

    type: UnitType
    name: str = ""
    per: str = ""

    @property
    def is_factor(self) -> bool:
        """Whether numbers of it multiply and divide others without changing their unit."""
        return self.type in (UnitType.NUMBER, UnitType.MULTIPLE) and not self.per

    def __str__(self) -> str:
        """Return the unit as the model writes it: `USD`, `percent`, `USD per tonne`."""
        name = self.name or str(self.type)
        if self.type is UnitType.PERCENT:
            name = f"percent {self.name}".strip()
        return f"{name} per {self.per}" if self.per else name


NUMBER = Unit(UnitType.NUMBER)
PERCENT = Unit(UnitType.PERCENT)
PERCENTAGE_POINT = Unit(UnitType.PERCENTAGE_POINT)
MULTIPLE = Unit(UnitType.MULTIPLE)
YEAR = Unit(UnitType.YEAR)


@dataclass(frozen=True)
class ScaledUnit:
    """A unit, and the factor in which a table gives its numbers: `USD million`."""

    unit: Unit
    factor: Decimal = Decimal(1)
    words: str = ""
    """As the author wrote it."""

    def __str__(self) -> str:
        """Return it as the model writes it."""
        return self.words or str(self.unit)


# Of the units that papers use; the key is the symbol, the values are its other names.
_PHYSICAL = {
    "mm": "millimetre millimeter", "cm": "centimetre centimeter", "m": "metre meter",
    "km": "kilometre kilometer", "mi": "mile", "ft": "foot feet", "nmi": "nautical-mile",
    "m²": "square-metre square-meter m2 sqm", "km²": "square-kilometre square-kilometer km2 sqkm",
    "mi²": "square-mile sqmi", "ft²": "square-foot square-feet sqft",
    "ha": "hectare", "acre": "acres", "m³": "cubic-metre cubic-meter m3",
    "km³": "cubic-kilometre cubic-kilometer km3", "l": "litre liter",
    "ft³": "cubic-foot cubic-feet cf", "gal": "gallon", "short-ton": "short-ton",
    "g": "gram gramme", "kg": "kilogram kilogramme", "t": "tonne ton metric-ton",
    "Mt": "megatonne", "Gt": "gigatonne", "bbl": "barrel", "W": "watt", "kW": "kilowatt",
    "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "kWh": "kilowatt-hour",
    "MWh": "megawatt-hour", "GWh": "gigawatt-hour", "TWh": "terawatt-hour", "J": "joule",
    "GJ": "gigajoule", "PJ": "petajoule", "EJ": "exajoule", "°C": "degree-celsius degrees-celsius celsius", "°F": "degree-fahrenheit degrees-fahrenheit fahrenheit", "K": "kelvin",
    "mg": "milligram", "µg": "microgram μg", "lb": "lbs", "oz": "ounce", "ml": "millilitre milliliter",
    "km/h": "kph", "mph": "miles-per-hour", "ppm": "parts-per-million", "ppb": "parts-per-billion", "V": "volt", "kV": "kilovolt",
    "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "hPa": "hectopascal", "kPa": "kilopascal",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte",
    "s": "second", "min": "minute", "h": "hour", "kt": "kilotonne", "Mbit/s": "megabits",
}  # fmt: skip
_SIZES = {
    "length": {"mm": "0.001", "cm": "0.01", "m": "1", "km": "1000", "mi": "1609.344", "ft": "0.3048", "nmi": "1852"},
    "area": {"m²": "1", "ha": "10000", "acre": "4046.856", "km²": "1000000", "mi²": "2589988.110336", "ft²": "0.09290304"},
    "volume": {"ml": "0.000001", "l": "0.001", "m³": "1", "km³": "1000000000", "bbl": "0.158987", "gal": "0.003785411784", "ft³": "0.028316846592"},
    "mass": {"µg": "0.000000001", "mg": "0.000001", "g": "0.001", "oz": "0.028349523125", "lb": "0.45359237", "kg": "1", "t": "1000", "short-ton": "907.18474", "kt": "1000000", "Mt": "1000000000", "Gt": "1000000000000"},
    "power": {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000", "TW": "1000000000000"},
    "energy": {
        "J": "1", "kWh": "3600000", "MWh": "3600000000", "GWh": "3600000000000", "TWh": "3600000000000000",
        "GJ": "1000000000", "PJ": "1000000000000000", "EJ": "1000000000000000000",
    },
}  # fmt: skip
"""Physical units by what they measure, each in the first-named unit of SI; a ton is read as a tonne, a gallon as that of the US."""
_PERCENTAGE = re.compile(r"(?:percent|%|pct|percentage)(?P<of>\s+of\s.+)?", re.IGNORECASE)
"""Percent, and of what: shares of different wholes are different units."""
_POINTS = ("percentage points", "percentage point", "points of percent", "pp")
_BASIS_POINTS = ("basis points", "basis point", "bps", "bp")
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
_PER = re.compile(r"\s+per\s+|\s*/\s*")


@cache
def _physical() -> dict[str, str]:
    """Return the symbol of a physical unit by each of its names."""
    names = {symbol: symbol for symbol in _PHYSICAL}
    for symbol, words in _PHYSICAL.items():
        for word in words.split():
            name = word.replace("-", " ")
            names[name] = names[f"{name}s"] = symbol
    return names


def physical_symbol(name: str) -> str:
    """Return the symbol of a physical unit from any of its names; empty if it is none."""
    return _physical().get(name) or _physical().get(name.lower(), "")


def size_of(unit: Unit) -> tuple[str, Decimal] | None:
    """Return what a physical unit measures and its size in SI units: (`length`, 0.3048) of a foot; None of others."""
    if unit.type is not UnitType.PHYSICAL:
        return None
    return next(
        ((what, Decimal(sizes[unit.name])) for what, sizes in _SIZES.items() if unit.name in sizes),
        None,
    )


def parse_unit(text: str) -> ScaledUnit:
    """Return a unit, and the factor in which its numbers are written.

    parse_unit("USD million")      Unit(CURRENCY, "USD"), 1,000,000
    parse_unit("thousand tonnes")  Unit(PHYSICAL, "t"), 1,000
    parse_unit("ships")            Unit(COUNT, "ships"), 1

    Raises UnknownUnit for an empty text, a code that is no currency, or words that say more than a
    unit (a price base, a kind of year), which the model has fields of their own for.
    """
    words = " ".join(text.split())
    if not words:
        raise UnknownUnit(
            "a unit is missing", "write a currency such as USD, percent, or what is counted"
        )
    scale = Decimal(1)
    kept: list[str] = []
    whole, *per = _PER.split(_PER_CENT.sub("percent", words), maxsplit=1)
    for word in whole.split():
        factor = TABLE_SCALES.get(word.lower().removesuffix("s"))
        if factor:
            scale *= factor
        elif word.lower() != "of" or kept:
            kept.append(word)
    head = " ".join(kept)
    if not head:
        raise UnknownUnit(
            f"“{text}” is a scale without a unit", "write what is counted: million ships"
        )
    if match := _PERCENTAGE.fullmatch(" per ".join((head, *per))):
        whole = " ".join((match["of"] or "").split())
        return ScaledUnit(Unit(UnitType.PERCENT, whole), scale, words)
    if head.lower() in _POINTS:
        return ScaledUnit(PERCENTAGE_POINT, scale, words)
    if head.lower() in _BASIS_POINTS:
        return ScaledUnit(PERCENTAGE_POINT, scale / 100, words)
    refuse_faults(kept, text)
    return ScaledUnit(Unit(*_named(head, text), per[0] if per else ""), scale, words)


def _named(head: str, text: str) -> tuple[UnitType, str]:
    """Return the type and name of a unit without its scale."""
    if is_currency(head):
        return UnitType.CURRENCY, head
    if symbol := physical_symbol(head):
        return UnitType.PHYSICAL, symbol
    if head.lower() in ("number", "numbers", "index", "times", "ratio"):
        return UnitType.NUMBER, "" if head.lower() != "index" else "index"
    if match := _SAYS_MORE.search(text):
        hint = "write the unit alone, and prices:, calendar: or measure: as fields of their own"
        if _MONEY.search(text):
            hint = "write the code of the currency, such as USD, and prices:, calendar: or measure: as fields of their own"
        raise UnknownUnit(f"“{text}” says more than a unit: “{match[0]}”", hint)
    return UnitType.COUNT, head


_MONEY = re.compile(r"\b(?:dollars?|euros?|pounds?)\b", re.IGNORECASE)
_SAYS_MORE = re.compile(
    r"\b(?:constant|current|prices|fiscal|calendar|dollars?|euros?|pounds?|\d{4})\b", re.IGNORECASE
)
