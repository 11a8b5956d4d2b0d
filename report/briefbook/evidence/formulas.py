"""Formulas over declared inputs, so that every computed number can be worked out again.

min(obligations, 1994, 2024)     the lowest value of a series over years, both included
max(…)  mean(…)  total(…)        likewise
value(obligations, 2007)         one year's value
year_of_min(…)  year_of_max(…)   the year of the lowest, highest value
share(part, whole, 2005)         100 × one series / another, in one year
share(part, whole, 1992, 2000)   the same over years
change(a, b)                     100 × (b − a) / a, per cent
count(amounts)  count(events)    how many the model has
count(agreements)                how many rows a table has, by its id
count(figures)                   how many big numbers the deck shows
count(events, 2000, 2010)        how many fall between 1 January and 31 December of years
amount(bridge)                   a stated amount, in US dollars
+ - * / and numbers
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from decimal import Decimal

from briefbook.model import Amount, Briefing, Exhibit, Series


class BadFormula(ValueError):
    """A formula that cannot be worked out; the message says why."""


def evaluate(formula: str, briefing: Briefing) -> Decimal:
    """Return a formula's value in whole units; raises BadFormula."""
    # Ids have hyphens, which Python's grammar reads as minus: they are joined first.
    entries: tuple[Series | Amount | Exhibit, ...]
    entries = (*briefing.series, *briefing.amounts, *briefing.exhibits)
    names = sorted((_id(entry) for entry in entries), key=len, reverse=True)
    text = formula
    for name in names:
        text = text.replace(name, name.replace("-", "_"))
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError:
        raise BadFormula(f"“{formula}” is not a formula") from None
    try:
        return _value(tree.body, briefing)
    except ZeroDivisionError:
        raise BadFormula(f"“{formula}” divides by zero") from None


def _id(entry: Series | Amount | Exhibit) -> str:
    return str(entry.id)


def years_of(formula: str) -> tuple[int, ...]:
    """Return the years that a formula names, which its text may therefore speak of."""
    try:
        tree = ast.parse(formula, mode="eval")
    except SyntaxError:
        return ()
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return tuple(value for value in constants if isinstance(value, int) and 1500 <= value <= 2100)  # noqa: PLR2004


def spans_of(formula: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of years that a formula works over: both ends stand in one call."""
    try:
        tree = ast.parse(formula, mode="eval")
    except SyntaxError:
        return ()
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    years = (years_of(ast.unparse(ast.Tuple(_plain(call), ast.Load()))) for call in calls)
    return tuple((named[0], named[-1]) for named in years if len(named) > 1)


def _plain(call: ast.Call) -> list[ast.expr]:
    """Return the arguments that are no calls themselves."""
    return [argument for argument in call.args if not isinstance(argument, ast.Call)]


_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def _value(node: ast.expr, briefing: Briefing) -> Decimal:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Decimal(str(number))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, briefing)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(left, briefing), _value(right, briefing))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return _call(name, arguments, briefing)
        case _:
            raise BadFormula(f"“{ast.unparse(node)}” is no part of a formula")


def _call(name: str, arguments: list[ast.expr], briefing: Briefing) -> Decimal:
    if name == "count":
        return _count(arguments, briefing)
    if name == "change":
        first, second = (_value(argument, briefing) for argument in _exactly(arguments, 2, name))
        return 100 * (second - first) / first
    if name == "amount":
        (argument,) = _exactly(arguments, 1, name)
        wanted = _name(argument)
        for amount in briefing.amounts:
            if amount.id.replace("-", "_") == wanted:
                return amount.value.number
        raise BadFormula(f"there is no amount “{wanted}”")
    if name == "share":
        part, whole = _series(arguments[0], briefing), _series(arguments[1], briefing)
        years = arguments[2:] if len(arguments) > 3 else arguments[2:] * 2  # noqa: PLR2004
        return 100 * _total(_values(part, years)) / _total(_values(whole, years))
    if name in _OVER_YEARS:
        return _OVER_YEARS[name](_values(_series(arguments[0], briefing), arguments[1:]))
    raise BadFormula(f"there is no function “{name}”")


def _best_year(values: dict[int, Decimal], best: Callable[..., int]) -> Decimal:
    return Decimal(best(values, key=lambda year: values[year]))


def _total(values: dict[int, Decimal]) -> Decimal:
    return sum(values.values(), Decimal(0))


_OVER_YEARS: dict[str, Callable[[dict[int, Decimal]], Decimal]] = {
    "min": lambda values: min(values.values()),
    "max": lambda values: max(values.values()),
    "total": _total,
    "mean": lambda values: _total(values) / len(values),
    "value": lambda values: next(iter(values.values())),
    "year_of_min": lambda values: _best_year(values, min),
    "year_of_max": lambda values: _best_year(values, max),
}


def _values(series: Series, years: list[ast.expr]) -> dict[int, Decimal]:
    bounds = [_year(year) for year in years]
    if len(bounds) not in (1, 2):
        raise BadFormula(f"“{series.id}” wants one year, or a first and a last year")
    points = series.by_year
    wanted = range(bounds[0], bounds[-1] + 1)
    if missing := [year for year in wanted if year not in points]:
        raise BadFormula(f"“{series.id}” has no value for {missing[0]}")
    if not wanted:
        raise BadFormula("the first year is later than the last")
    return {year: points[year] for year in wanted}


def _count(arguments: list[ast.expr], briefing: Briefing) -> Decimal:
    what = _name(arguments[0]) if arguments else ""
    if what == "amounts":
        return Decimal(len(briefing.amounts))
    if what == "remarks":
        remarks = (remark for group in briefing.notes_on_the_source for remark in group.remarks)
        return Decimal(sum(remark.on_slide for remark in remarks))
    if what == "figures":
        return Decimal(sum(bool(item.number) for item in briefing.glance))
    for exhibit in briefing.exhibits:
        if exhibit.table and exhibit.id.replace("-", "_") == what:
            return Decimal(len(exhibit.table.rows))
    if what != "events":
        raise BadFormula("count() wants amounts, events, figures, remarks or a table")
    events = [event for event in briefing.events if not event.is_context]
    if len(arguments) == 1:
        return Decimal(len(events))
    first, last = (_year(argument) for argument in _exactly(arguments[1:], 2, "count"))
    inside = [event for event in events if first <= event.date.first.year <= last]
    return Decimal(len(inside))


def _series(node: ast.expr, briefing: Briefing) -> Series:
    wanted = _name(node)
    for series in briefing.series:
        if series.id.replace("-", "_") == wanted:
            return series
    raise BadFormula(f"there is no series “{wanted}”")


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    raise BadFormula(f"“{ast.unparse(node)}” is not a name")


def _year(node: ast.expr) -> int:
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return node.value
    raise BadFormula(f"“{ast.unparse(node)}” is not a year")


def _exactly(arguments: list[ast.expr], count: int, name: str) -> list[ast.expr]:
    if len(arguments) != count:
        raise BadFormula(f"{name}() wants {count} argument{'s' if count > 1 else ''}")
    return arguments
