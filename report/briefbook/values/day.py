"""Days of any year: the proleptic Gregorian calendar in astronomical years, as ISO 8601-2 counts them.

`datetime.date` ends at the year 1; here 0 is the year 1 BCE and -43 is 44 BCE.
"""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.localization import translate

MONTHS_IN_YEAR = 12
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_ERA_YEARS, _ERA_DAYS = 400, 146_097
"""After as many years the calendar repeats itself."""
_BEFORE_YEAR_1 = 305
"""Days from 1 March of the year 0, where the algorithm counts from, to the last day of that year."""


def is_leap(year: int) -> bool:
    """Tell whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % _ERA_YEARS == 0)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has; raises ValueError for a month that does not exist."""
    if not 1 <= month <= MONTHS_IN_YEAR:
        raise ValueError(f"there is no month {month}")
    return _LENGTHS[month - 1] + (month == _FEBRUARY and is_leap(year))


@dataclass(frozen=True, order=True)
class Day:
    """A day of the calendar; days compare by time. Raises ValueError for one that does not exist."""

    year: int
    """Astronomical: 0 is 1 BCE."""
    month: int
    day: int

    def __post_init__(self) -> None:
        """Refuse 31 February."""
        if not 1 <= self.day <= days_in_month(self.year, self.month):
            raise ValueError(f"month {self.month} of {self.year} has no day {self.day}")

    @property
    def ordinal(self) -> int:
        """How many days lie between it and 31 December of the year 0; 1 for 1 January of the year 1.

        The algorithm is Howard Hinnant's `days_from_civil`: a year begins in March, so that the
        leap day is its last, and 400 years are an era of always the same length.
        """
        year = self.year - (self.month <= _FEBRUARY)
        era, of_era = divmod(year, _ERA_YEARS)
        of_year = (153 * ((self.month - 3) % MONTHS_IN_YEAR) + 2) // 5 + self.day - 1
        return (
            era * _ERA_DAYS + 365 * of_era + of_era // 4 - of_era // 100 + of_year - _BEFORE_YEAR_1
        )

    @property
    def of_year(self) -> int:
        """Its number in the year: 1 for 1 January."""
        return self.ordinal - Day(self.year, 1, 1).ordinal + 1

    @property
    def decimal_year(self) -> float:
        """The moment at which it begins, in years: 2 July 2005 is 2005.499, 1 January 2005 is 2005.0."""
        return self.year + (self.of_year - 1) / (365 + is_leap(self.year))

    @property
    def next(self) -> Day:
        """The day after it."""
        if self.day < days_in_month(self.year, self.month):
            return Day(self.year, self.month, self.day + 1)
        if self.month < MONTHS_IN_YEAR:
            return Day(self.year, self.month + 1, 1)
        return Day(self.year + 1, 1, 1)

    def days_since(self, other: Day) -> int:
        """Return how many days it lies after another one; negative for a later one."""
        return self.ordinal - other.ordinal

    def isoformat(self) -> str:
        """Return it as EDTF writes it: 1992-02-14, -0043-03-15."""
        return f"{edtf_year(self.year)}-{self.month:02}-{self.day:02}"


def edtf_year(year: int) -> str:
    """Return a year as EDTF writes it, in four digits: 0800, -0043."""
    return f"{year:05}" if year < 0 else f"{year:04}"


def year_name(year: int) -> str:
    """Return a year as it is printed: 44 BCE, AD 800, 1066."""
    if year <= 0:
        return translate("{year} BCE", year=1 - year)
    return translate("AD {year}", year=year) if year < 1000 else str(year)  # noqa: PLR2004  four digits say that it is a year
