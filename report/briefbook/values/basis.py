"""What figures of money and time measure beyond their unit: measure, price base and calendar."""

from __future__ import annotations

import re

from briefbook.frozen import dataclass
from briefbook.localization import ENGLISH, locale, month_names, translate
from briefbook.values.dates import MONTHS
from briefbook.values.unit_faults import UnknownUnit


@dataclass(frozen=True)
class PriceBase:
    """In which prices money is counted: those of each year, or those of one year throughout."""

    year: int | None = None
    """The year of constant prices; None for current prices."""

    def __str__(self) -> str:
        """Return it as the model writes it: `current`, `constant 2024`."""
        return "current" if self.year is None else f"constant {self.year}"


@dataclass(frozen=True)
class Calendar:
    """What a year is: a calendar year, or a fiscal year that begins in some month."""

    first_month: int | None = 1
    """1 for calendar years; None for fiscal years whose beginning is not declared."""

    def __str__(self) -> str:
        """Return it as the model writes it: `calendar`, `fiscal from October`, `fiscal`."""
        if self.first_month is None:
            return "fiscal"
        return (
            "calendar" if self.first_month == 1 else f"fiscal from {MONTHS[self.first_month - 1]}"
        )

    @property
    def years(self) -> str:
        """Its years in words: `calendar years`, `fiscal years from October`."""
        kind, _, start = str(self).partition(" from ")
        words = translate(f"{kind} years")
        if not start or self.first_month is None:
            return words
        name = locale()
        months = MONTHS if name == ENGLISH else month_names(name, "wide", "format")
        return translate("{years} from {month}", years=words, month=months[self.first_month - 1])

    @property
    def is_fiscal(self) -> bool:
        """Whether its years are not calendar years."""
        return self.first_month != 1


def parse_prices(text: str) -> PriceBase:
    """Return a price base from `current` or `constant YEAR`; raises UnknownUnit."""
    if text.strip().lower() == "current":
        return PriceBase()
    if match := re.fullmatch(r"constant (\d{4})", text.strip().lower()):
        return PriceBase(int(match[1]))
    raise UnknownUnit(
        f"“{text}” is no price base", "write current, or constant and a year: constant 2024"
    )


def parse_calendar(text: str) -> Calendar:
    """Return a calendar from `calendar`, `fiscal` or `fiscal from MONTH`; raises UnknownUnit."""
    words = text.strip().lower()
    if words == "calendar":
        return Calendar()
    if words == "fiscal":
        return Calendar(None)
    match = re.fullmatch(r"fiscal from (\w+)", words)
    months = [month for month in MONTHS if match and month.lower().startswith(match[1][:3])]
    if match and months and months[0].lower().startswith(match[1].rstrip(".")):
        return Calendar(MONTHS.index(months[0]) + 1)
    hint = "write calendar, or fiscal from and its first month: fiscal from October"
    raise UnknownUnit(f"“{text}” is no kind of year", hint)


@dataclass(frozen=True)
class Basis:
    """What figures of money and time measure, beyond their unit; empty where nothing is declared."""

    measure: str = ""
    """Such as obligated, disbursed, budgeted, requested, loan, guarantee, net ODA, construction."""
    prices: PriceBase | None = None
    calendar: Calendar | None = None

    def __str__(self) -> str:
        """Return what is declared, for messages: `obligated, constant 2024 prices, fiscal years`."""
        parts = [self.measure] if self.measure else []
        if self.prices:
            parts.append(f"{self.prices} prices")
        if self.calendar:
            parts.append(self.calendar.years)
        return ", ".join(parts)


UNDECLARED = Basis()
