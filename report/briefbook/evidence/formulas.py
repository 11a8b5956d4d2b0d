"""Formulas over declared inputs, so that every computed number can be worked out again.

min(obligations, 1994, 2024)     the lowest value of a series from one date to another, both included
max(…)  mean(…)  total(…)        likewise; without dates: over the whole series
value(obligations, 2007)         one value; a category in quotation marks: value(fees, "Norway")
at_min(…)  at_max(…)             the date or category of the lowest, highest value
period(obligations, 2001)        a date that the series has a value for
share(part, whole, 2005)         what percentage one series is of another, on one date or from … to
change(a, b)                     the change from a to b, in percent
amount(bridge)                   a stated amount
convert(amount(bridge), eur-usd) the same in another unit, by a declared conversion
count(events)  count(amounts)    how many the model has; count(agreements): the rows of a table
count(events, 2000, 2010)        how many fall between 1 January and 31 December of years
count(obligations, 2002, 2004)   how many values a series has between dates
quoted("£74 million")            a quantity that the statement's own quotes have in these words
named("Uzbekistan", "China")     how many names, each of which the quotes have
years(1980, 2006)                years between two dates that the quotes have, or two events by id;
months(…)  days(…)               likewise
+ - * /, thousand, million, billion, and factors such as 12 or 365

Every value keeps its unit and what it measures, and unlike things are not joined (`values.quantity`).
A constant is only a factor: one of the small numbers that measures are made of, or one that the
quotes have. `across`, a declared reason, lets unlike measures, prices and years be joined; unlike units
never are without a declared conversion.
"""

from __future__ import annotations

from contextlib import suppress

from briefbook.evidence.evaluation import Evaluation, Result, date_in
from briefbook.evidence.formula_grammar import (
    BadFormula,
    Name,
    calls_in,
    parse_formula,
)
from briefbook.frozen import dataclass
from briefbook.model import (
    Briefing,
    DeclaredConversion,
    Formula,
)
from briefbook.values.dates import Date
from briefbook.values.quantity import (
    UnlikeQuantities,
)


@dataclass(frozen=True)
class WorkedFormula:
    """A declared formula with what it gives, or why it gives nothing."""

    declared: Formula
    result: Result | None
    problem: str = ""
    hint: str = ""
    conversions: tuple[DeclaredConversion, ...] = ()
    """Those that it uses; printed beside the number."""

    @property
    def literal(self) -> str:
        """The number as the text has it."""
        return self.declared.literal

    @property
    def formula(self) -> str:
        """The formula as written."""
        return self.declared.formula

    @property
    def across(self) -> str:
        """Why unlike measures are joined in it; empty for none."""
        return self.declared.across


def work_out(formula: Formula, briefing: Briefing, quotes: tuple[str, ...] = ()) -> WorkedFormula:
    """Return a formula worked out over a briefing and the quotes of the statement that it stands in."""
    try:
        tree = parse_formula(str(formula.formula))
        work = Evaluation(briefing, quotes, is_across=bool(formula.across))
        result = work.result(tree)
        used = [
            conversion
            for call in calls_in(tree)
            if call.name == "convert" and isinstance(call.arguments[-1], Name)
            for conversion in briefing.conversions
            if conversion.id == call.arguments[-1].text
        ]
        return WorkedFormula(formula, result, conversions=tuple(dict.fromkeys(used)))
    except UnlikeQuantities as error:
        said = f"across: joins unlike measures, prices and years, and no unlike units; {error.hint}"
        return WorkedFormula(formula, None, str(error), said if formula.across else error.hint)
    except BadFormula as error:
        return WorkedFormula(formula, None, str(error), error.hint)
    except ZeroDivisionError:
        return WorkedFormula(formula, None, f"“{formula.formula}” divides by zero")


def dates_of(formula: str) -> tuple[Date, ...]:
    """Return the dates that a formula names, which its text may therefore speak of."""
    return tuple(date for dates in _dates_by_call(formula) for date in dates)


def spans_of(formula: str) -> tuple[tuple[Date, Date], ...]:
    """Return the spans that a formula works over: both ends stand in one call."""
    return tuple((dates[0], dates[-1]) for dates in _dates_by_call(formula) if len(dates) > 1)


def inputs_of(formula: str) -> tuple[str, ...]:
    """Return the ids of the series, amounts, conversions and tables that a formula names, each once.

    An id within a longer one, or within words that are quoted, is no input: `aid` of `total(aid-us)`.
    """
    with suppress(BadFormula):
        calls = calls_in(parse_formula(formula))
        names = (name.text for call in calls for name in call.arguments if isinstance(name, Name))
        return tuple(dict.fromkeys(names))
    return ()


def _dates_by_call(formula: str) -> list[list[Date]]:
    try:
        tree = parse_formula(formula)
    except BadFormula:
        return []
    calls = (call for call in calls_in(tree) if call.name not in ("change", "convert", "quoted"))
    return [dates for call in calls if (dates := [*filter(None, map(date_in, call.arguments))])]
