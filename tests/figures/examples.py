"""The charts that the tests draw: the numbers of the Tajikistan briefing, copied by hand."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from briefbook.values.basis import Basis, PriceBase
from briefbook.values.formatting import NumberFormat, choose_format
from briefbook.values.units import PERCENT, Unit, UnitType
from briefbook_figures.display_list import DisplayList
from briefbook_figures.draw import Fonts, draw
from briefbook_figures.palette import PAPER
from briefbook_figures.spec import (
    AmountChart,
    AmountGroup,
    AmountRow,
    Chart,
    Column,
    ColumnChart,
    Fill,
    Lane,
    LineChart,
    Mean,
    Measurement,
    Moment,
    PlaceKind,
    Places,
    Point,
    Shape,
    ShareChart,
    ShareRow,
    Span,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart, MapPlace
from briefbook_figures.spec_series import LINE_LOOKS, Arrangement, OneSeries, SeriesChart, Stretch

_FACES = Path(__file__).parents[2] / "report" / "briefbook" / "fonts"
FONTS = Fonts(
    sans=_FACES / "SourceSans3-Regular.ttf",
    semibold=_FACES / "SourceSans3-SemiBold.ttf",
    italic=_FACES / "SourceSans3-Italic.ttf",
)

MILLION = Decimal(10**6)
USD = Unit(UnitType.CURRENCY, "USD")


def millions(value: float | str) -> Decimal:
    """Return an exact sum from its millions."""
    return Decimal(str(value)) * MILLION


def dollars(decimals: int = 1, prices: int | None = None) -> Measurement:
    """Return how sums of millions of dollars print."""
    basis = Basis("", PriceBase(prices))
    return Measurement(USD, basis, NumberFormat(MILLION, decimals, "$", "M"))


def percent(decimals: int = 1) -> Measurement:
    """Return how percentages print."""
    return Measurement(PERCENT, Basis(), NumberFormat(decimals=decimals, suffix="%"))


def years(first: int, count: int) -> Places:
    """Return the places of years in a row."""
    return Places(PlaceKind.YEAR, first, tuple(str(first + n) for n in range(count)))


def measured(values: list[Decimal], unit: Unit) -> Measurement:
    """Return how values of a unit print by the choice of the product."""
    return Measurement(unit, Basis(), choose_format(values, unit))


AMOUNTS = AmountChart(
    groups=(
        AmountGroup(
            "Assistance",
            (
                AmountRow(
                    "Medical goods through HOPE",
                    "In kind · cumulative since 2001, end not stated",
                    millions(196),
                    dollars(0),
                    Fill.HATCHED,
                ),
                AmountRow(
                    "Bridge over the Pyanj",
                    "Construction grant · opened 2007",
                    millions(36),
                    dollars(0),
                    Fill.STRONG,
                ),
                AmountRow(
                    "Border guards",
                    "Security assistance · supplemental budget 2005",
                    millions("16.5"),
                    dollars(1),
                    Fill.STRONG,
                ),
            ),
        ),
        AmountGroup(
            "Not aid: export finance",
            (
                AmountRow(
                    "Boeing 737-900ER for Somon Air",
                    "Guaranteed and bank-funded private purchase · no date",
                    millions(182),
                    dollars(0),
                    Fill.OUTLINE,
                ),
            ),
            is_apart=True,
        ),
    ),
)

OBLIGATIONS = (
    19.96, 28.27, 124.38, 74.04, 46.48, 43.03, 62.75, 67.78, 63.12, 105.10, 111.75, 78.76,
    81.42, 96.00, 70.18, 54.56, 98.63, 71.75, 123.85, 57.37, 83.87, 60.68, 86.87, 67.54,
    61.88, 52.72, 55.61, 45.70, 79.76, 100.00, 75.95, 91.17, 99.28, 11.64,
)  # fmt: skip
"""US obligations to Tajikistan, FY1992 to FY2025, in millions of constant 2024 US dollars."""


def _column(year: int, value: float) -> Column:
    if year == 2025:
        return Column(millions(value), Fill.HATCHED, True, "FY2025 partial")
    is_told = year in {1994, 1997, 2010, 2024}
    return Column(millions(value), Fill.STRONG if is_told else Fill.QUIET, is_told)


COLUMNS = ColumnChart(
    places=years(1992, len(OBLIGATIONS)),
    columns=tuple(_column(1992 + i, value) for i, value in enumerate(OBLIGATIONS)),
    measurement=dollars(prices=2024),
    series="US obligations to Tajikistan",
    means=(Mean(6, 8, millions(64.5), "1998–2000"), Mean(10, 12, millions(90.6), "2002–04")),
    span=Span(0, 18, "years that the source text covers, to February 2010"),
)

TIMELINE = TimelineChart(
    lanes=(
        Lane("diplomacy", "Diplomacy"),
        Lane("security", "Security"),
        Lane("aid", "Aid and works", 2),
        Lane("agreements", "Agreements"),
    ),
    moments=(
        Moment("diplomacy", Shape.DOT, 1992.12, 1992.12, "Relations established"),
        Moment("diplomacy", Shape.SQUARE, 1992.208, 1992.208, "US embassy opens"),
        Moment("diplomacy", Shape.SQUARE, 2002.958, 2002.958, "Embassy in Washington"),
        Moment("diplomacy", Shape.BAR, 2006, 2007, "Rakhmonov re-elected"),
        Moment("diplomacy", Shape.DOT, 2006.488, 2006.488, "New US compound"),
        Moment("diplomacy", Shape.DOT, 2009.751, 2009.751, "Gross ambassador"),
        Moment("diplomacy", Shape.SQUARE, 2010.125, 2010.125, "Annual talks"),
        Moment("security", Shape.DIAMOND, 2001.693, 2001.693, "11 September"),
        Moment("security", Shape.BAR, 2001, 2003, "Air bases offered"),
        Moment("security", Shape.BAR, 2005, 2006, "Uzbekistan turns away"),
        Moment("security", Shape.DOTS, 2005.567, 2005.57, "Rumsfeld visit"),
        Moment("security", Shape.DOT, 2008.057, 2008.057, "Fallon visit"),
        Moment("aid", Shape.ARROW, 2001, 2011, "HOPE deliveries, since 2001"),
        Moment("aid", Shape.DASHES, 2000, 2003.4, "Aid up, early 2000s", 1),
        Moment("aid", Shape.SQUARE, 2002.875, 2002.875, "First bridge", 1),
        Moment("aid", Shape.BAR, 2005, 2006, "$16.5M, border", 1),
        Moment("aid", Shape.DOT, 2007.649, 2007.649, "Pyanj bridge", 1),
        Moment("aid", Shape.SQUARE, 2007.79, 2007.79, "Opens to trade", 1),
        Moment("agreements", Shape.SQUARE, 1996.458, 1996.458, "Education"),
        Moment("agreements", Shape.SQUARE, 2003.042, 2003.042, "Narcotics"),
        Moment("agreements", Shape.DOT, 2004.415, 2004.415, "TIFA"),
        Moment("agreements", Shape.DOTS, 2008.46, 2008.463, "TIFA council"),
        Moment("agreements", Shape.DOT, 2009.34, 2009.34, "Amendment, MoU"),
    ),
    start=1992.0,
    end=2011.0,
)

_SHARES = {
    "1992–2000": (449, (74.2, 23.1, 2.4, 0.0, 0.3)),
    "2001–10": (757, (31.2, 39.9, 16.2, 10.7, 2.0)),
    "2011–20": (547, (0.0, 45.6, 28.8, 23.6, 2.0)),
}
SHARES = ShareChart(
    parts=("Agriculture", "USAID", "State", "Defense", "Other"),
    rows=tuple(
        ShareRow(label, tuple(millions(total) * Decimal(str(share)) / 100 for share in shares))
        for label, (total, shares) in _SHARES.items()
    ),
    measurement=dollars(0, 2020),
)

US_AID = (10.0, 17.0, 18.0, 18.0, 21.0, 13.0, 25.23, 19.54, 22.63, 40.41, 75.88, 47.1, 47.5, 56.43,
          43.61, 34.89, 59.92, 40.54, 42.55, 34.25, 34.47, 36.89, 41.13, 27.88, 30.1, 35.34, 35.38,
          32.32, 31.32, 47.75, 48.7, 73.31)  # fmt: skip
ALL_AID = (11.84, 25.96, 66.5, 65.08, 103.14, 85.94, 160.59, 112.63, 111.77, 162.64, 154.7, 133.3,
           228.92, 226.37, 206.81, 196.43, 234.16, 298.25, 324.06, 282.13, 394.23, 390.55, 356.46,
           432.25, 359.73, 328.19, 403.75, 361.99, 715.44, 557.53, 594.65, 530.8)  # fmt: skip
"""Net aid to Tajikistan, 1992 to 2023, from the US and from all donors, in millions of US dollars."""

LINE = LineChart(
    places=years(1992, len(US_AID)),
    points=tuple(
        Point(100 * millions(us) / millions(whole), 1992 + i in {1992, 2002, 2005, 2020, 2023})
        for i, (us, whole) in enumerate(zip(US_AID, ALL_AID, strict=True))
    ),
    measurement=percent(),
    series="US share of net aid",
)

GAPS = LineChart(
    places=years(2002, 5),
    points=(
        Point(millions(75.6), is_labelled=True),
        Point(millions(21.8), is_labelled=True),
        Point(millions(20.5)),
        Point(None, note="n/a"),
        Point(millions(5.0), is_labelled=True),
    ),
    measurement=dollars(),
    series="Budgeted humanitarian aid",
)

_DONORS = (
    tuple(millions(value) for value in US_AID),
    tuple(millions(whole) - millions(us) for us, whole in zip(US_AID, ALL_AID, strict=True)),
)
STACK = SeriesChart(
    Arrangement.STACKED,
    years(1992, len(US_AID)),
    (
        OneSeries("United States", _DONORS[0], Fill.STRONG, told=(10, 31)),
        OneSeries("All other donors", _DONORS[1], Fill.PALE, told=(10, 31)),
    ),
    dollars(0),
    totals=(10, 28, 31),
)
GROUPS = SeriesChart(
    Arrangement.GROUPED,
    years(2012, 12),
    (
        OneSeries("United States", _DONORS[0][20:], Fill.STRONG, told=(11,)),
        OneSeries("All other donors", _DONORS[1][20:], Fill.PALE, partial=frozenset({11})),
    ),
    dollars(0),
)
_AGENCIES: dict[str, tuple[float, ...]] = {
    "Agriculture": (35, 68, 50, 28, 35, 42, 34, 37, 70, 33, 25, 24, 21, 18, 10, 10, 13, 12, 0, 0),
    "USAID": (37, 13, 5, 2, 9, 23, 15, 18, 49, 38, 34, 30, 25, 18, 23, 22, 44, 21, 36, 35),
    "State": (0, 0, 6, 0, 2, 0, 1, 2, 12, 2, 6, 15, 7, 10, 18, 23, 26, 15, 6, 8),
    "Defense": (0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 13, 9, 8, 31, 2, 19, 9, 28, 8),
}
_PANELS = tuple(
    OneSeries(name, tuple(map(millions, values)), Fill.STRONG if n > 1 else Fill.QUIET)
    for n, (name, values) in enumerate(_AGENCIES.items())
)
PANELS = SeriesChart(
    Arrangement.PANELS,
    years(1994, 20),
    _PANELS,
    dollars(0, 2020),
    means=(Stretch(0, 6, "1994–2000"), Stretch(7, 16, "2001–10"), Stretch(17, 19, "2011–13")),
)
LINES = SeriesChart(
    Arrangement.LINES,
    years(1994, 20),
    tuple(
        OneSeries(one.name, (*one.values[:8], None, *one.values[9:]), fill, dash, told=(0, 19))
        for one, (fill, dash) in zip(_PANELS, LINE_LOOKS, strict=False)
    ),
    dollars(0, 2020),
)
DOTS = SeriesChart(
    Arrangement.DOTS,
    Places(PlaceKind.NAME, 0, ("1994", "2013")),
    tuple(OneSeries(one.name, (one.values[0], one.values[-1]), Fill.STRONG) for one in _PANELS),
    dollars(0, 2020),
)
MAP = MapChart(
    "TJ",
    ("AF",),
    (
        MapPlace("Bridge at Nizhniy Pyanzh", 37.19, 68.61, "$36M, US-funded, opened 2007"),
        MapPlace("First bridge, Gorno-Badakhshan", 37.55, 71.5, "in use from November 2002"),
    ),
    (MapPlace("Dushanbe", 38.56, 68.77), MapPlace("Kabul", 34.52, 69.18)),
)

EXAMPLES: dict[str, tuple[Chart, float, float]] = {
    "amounts": (AMOUNTS, 493, 204),
    "columns": (COLUMNS, 493, 268),
    "timeline": (TIMELINE, 493, 172),
    "shares": (SHARES, 493, 166),
    "line": (LINE, 493, 200),
    "gaps": (GAPS, 237, 140),
    "stack": (STACK, 493, 180),
    "groups": (GROUPS, 493, 190),
    "lines": (LINES, 493, 200),
    "panels": (PANELS, 493, 160),
    "dots": (DOTS, 493, 110),
    "map": (MAP, 493, 214),
}
"""Each form with the size of its slot on the page, in points."""


@cache
def drawn(name: str) -> DisplayList:
    """Return an example's picture; drawn once in a test run."""
    chart, width, height = EXAMPLES[name]
    return draw(chart, width, height, PAPER, FONTS)
