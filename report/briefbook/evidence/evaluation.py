"""Working out a formula's tree over a briefing and the quotes of one statement."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from briefbook.evidence.formula_grammar import (
    BadFormula,
    Call,
    Literal,
    Name,
    Negation,
    Number,
    Operation,
    Tree,
    calls_in,
    numbers_in_formula,
)
from briefbook.evidence.quoted_inputs import count_names, quoted_quantity
from briefbook.frozen import dataclass
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from briefbook.language.phrases import counted
from briefbook.model import (
    Amount,
    Briefing,
    DeclaredConversion,
    Event,
    Series,
    SeriesPoint,
)
from briefbook.values.basis import UNDECLARED
from briefbook.values.dates import Date, Precision, parse_date
from briefbook.values.formatting import prose
from briefbook.values.quantity import Quantity, percent_of
from briefbook.values.units import NUMBER, PERCENT, Unit, UnitType

Result = Quantity | Date | str
"""What a formula gives: a quantity, a date, or the name of a category."""

FACTORS = frozenset(
    (*range(1, 11), 12, 24, 30, 52, 60, 100, 360, 365, 366, 1000, 10**6, 10**9, 10**12)
)
"""Constants that measures are made of: months of a year, days, percent, scales."""


@dataclass(frozen=True)
class Evaluation:
    """One formula over its inputs."""

    briefing: Briefing
    quotes: tuple[str, ...]
    is_across: bool

    def result(self, tree: Tree) -> Result:
        """Return what a whole formula gives; raises BadFormula, UnlikeQuantities, ZeroDivisionError."""
        if isinstance(tree, Call) and tree.name in _AT:
            return self.at(tree)
        if isinstance(tree, Call) and tree.name == "period":
            return self.period(tree)
        if not any(calls_in(tree)):
            raise BadFormula(
                "a formula of constants alone rests on nothing",
                "name a series, an amount, a count, or what the quotes have: quoted(“…”)",
            )
        for number in numbers_in_formula(tree):
            if number.value not in FACTORS and not self.is_quoted(number):
                raise BadFormula(
                    f"the constant {number.text} stands in no quote of the statement",
                    "use a declared input instead, or quote the passage that has the number",
                )
        return self.quantity(tree)

    def is_quoted(self, number: Number) -> bool:
        """Tell whether the statement's quotes have a constant."""
        return any(
            found.value == number.value for text in self.quotes for found in find_numbers(text)
        )

    def quantity(self, tree: Tree) -> Quantity:
        """Return the quantity of a part of a formula."""
        match tree:
            case Number(value=value):
                return Quantity(value, NUMBER, what=_CONSTANT)
            case Negation(of=of):
                return -self.quantity(of)
            case Operation(sign=sign, left=left, right=right):
                return self.operation(sign, self.quantity(left), self.quantity(right))
            case Call(name=name) if name in _FUNCTIONS:
                return self.bridged(_FUNCTIONS[name](self, tree))
            case Call(name=name):
                known = ", ".join(sorted((*_FUNCTIONS, *_AT, "period")))
                raise BadFormula(f"there is no function “{name}”", f"there are: {known}")
            case Name(text=text):
                raise BadFormula(
                    f"“{text}” alone is no part of a formula",
                    f"write value({text}, …) or amount({text})",
                )
            case _:
                raise BadFormula(f"“{tree.text}” is no part of a formula")

    def operation(self, sign: str, left: Quantity, right: Quantity) -> Quantity:
        """Return two quantities joined by + - * or /."""
        own = [q for q in (left, right) if q.what.startswith(OWN_COUNT)]
        if own and sign in "+-" and right.unit == NUMBER and right.number in _OTHERS:
            right = own[0].with_number(right.number)  # count(agreements) - 1: "five others"
        elif own and sign in "*/" and NUMBER in (left.unit, right.unit):
            raise BadFormula("a count of the briefing's own things has no multiples")
        elif sign in "+-":
            self.hold_constant(left, right)
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                # A ratio times 100 is a percentage, as one writes it by hand.
                if left.unit.type is UnitType.MULTIPLE and right == Quantity(Decimal(100), NUMBER):
                    return Quantity(left.number * 100, PERCENT)
                return left * right
            case _:
                return left / right

    def hold_constant(self, left: Quantity, right: Quantity) -> None:
        """Raise BadFormula for a sum or difference with a constant that no quote has, or of the same words twice."""
        for own, other in ((left, right), (right, left)):
            is_alone = own.what == _CONSTANT and other.what != _CONSTANT
            if is_alone and not self.is_quoted(Number(own.number, f"{own.number:f}")):
                raise BadFormula(
                    f"the constant {own.number:f} is a factor at most, and no summand",
                    "quote the passage that has the number: quoted(“…”)",
                )
        if left.what == right.what and left.what.startswith("“"):
            raise BadFormula(f"{left.what} stands on both sides")

    def bridged(self, quantity: Quantity) -> Quantity:
        """Return a quantity without its basis where a declared reason lets unlike ones be joined."""
        return quantity.with_basis(UNDECLARED) if self.is_across else quantity

    # Inputs

    def series(self, node: Tree) -> Series:
        """Return the series of an id."""
        for series in self.briefing.series:
            if isinstance(node, Name) and series.id == node.text:
                return series
        raise BadFormula(f"there is no series “{_words(node)}”", _there_are(self.briefing.series))

    def amount(self, call: Call) -> Quantity:
        """Return a stated amount."""
        (node,) = _exactly(call, 1)
        for amount in self.briefing.amounts:
            if isinstance(node, Name) and amount.id == node.text:
                if amount.value.to is not None:
                    raise BadFormula(f"“{amount.id}” is a range: {prose(amount.value)}")
                return amount.quantity
        raise BadFormula(f"there is no amount “{_words(node)}”", _there_are(self.briefing.amounts))

    def points(self, series: Series, nodes: tuple[Tree, ...]) -> list[SeriesPoint]:
        """Return the points of a series on a date, from one to another, or all; none may be empty."""
        if len(nodes) > 2:  # noqa: PLR2004  a first and a last date
            raise BadFormula(f"“{series.id}” wants one date, or a first and a last one")
        if nodes and isinstance(nodes[0], Literal) and not nodes[0].is_date:
            found = [p for p in series.points if p.label == nodes[0].text]
        else:
            found = self.between(series, nodes)
        if not found:
            raise BadFormula(f"“{series.id}” has no value for {' to '.join(map(_words, nodes))}")
        if empty := [point.label for point in found if point.value is None]:
            raise BadFormula(f"“{series.id}” has no value for {empty[0]}")
        return found

    def between(self, series: Series, nodes: tuple[Tree, ...]) -> list[SeriesPoint]:
        """Return the points of a series from one date to another; none may be lacking between years."""
        dated = [(p, p.at) for p in series.points if isinstance(p.at, Date)]
        if not nodes:
            return [p for p in series.points if p.value is not None]
        ends = [date_in(node) for node in nodes]
        first, last = ends[0], ends[-1]
        if first is None or last is None:
            raise BadFormula(f"“{_words(nodes[0] if first is None else nodes[-1])}” is not a date")
        if last.last < first.first:
            raise BadFormula("the first date is later than the last")
        found = [p for p, at in dated if first.first <= at.first and at.last <= last.last]
        if series.by_year and first.precision is last.precision is Precision.YEAR:
            lacking = [
                y for y in range(first.first.year, last.first.year + 1) if y not in series.by_year
            ]
            if lacking:
                raise BadFormula(f"“{series.id}” has no value for {lacking[0]}")
        return found

    # Functions

    def over(self, call: Call, work: Callable[[list[Decimal]], Decimal]) -> Quantity:
        """Work over the values of a series between dates."""
        if not call.arguments:
            raise BadFormula(f"{call.name}() wants a series")
        series = self.series(call.arguments[0])
        if call.name == "value" and len(call.arguments) != 2:  # noqa: PLR2004
            raise BadFormula("value() wants a series and one date or category")
        found = self.points(series, call.arguments[1:])
        if work is _total and call.name == "total" and _is_level(series) and len(found) > 1:
            raise BadFormula(
                f"“{series.id}” ({series.unit}) holds levels over time, which add up to nothing",
                f"write mean({series.id}, …)",
            )
        return series.quantity(work([p.value for p in found if p.value is not None]))

    def at(self, call: Call) -> Result:
        """Return the date or category of the lowest or highest value."""
        series = self.series(call.arguments[0] if call.arguments else Name(""))
        found = self.points(series, call.arguments[1:])
        return _AT[call.name](found, key=lambda point: point.value).at

    def period(self, call: Call) -> Result:
        """Return a date that a series has a value for."""
        series, node = _exactly(call, 2)
        return self.points(self.series(series), (node,))[0].at

    def share(self, call: Call) -> Quantity:
        """Return what percentage one series is of another."""
        if len(call.arguments) < 2:  # noqa: PLR2004
            raise BadFormula("share() wants two series")
        part, whole = (
            self.bridged(self.over(Call("total", (node, *call.arguments[2:])), _total))
            for node in call.arguments[:2]
        )
        return percent_of(part, whole)

    def change(self, call: Call) -> Quantity:
        """Return the change from one quantity to another, in percent."""
        first, second = (self.quantity(node) for node in _exactly(call, 2))
        first.like(second, "compared")
        return percent_of(second.with_number(second.number - first.number), first)

    def convert(self, call: Call) -> Quantity:
        """Return a quantity in another unit, by a declared conversion."""
        node, name = _exactly(call, 2)
        for declared in self.briefing.conversions:
            if isinstance(name, Name) and declared.id == name.text:
                return declared.conversion.convert(self.quantity(node))
        raise BadFormula(
            f"there is no conversion “{_words(name)}”", _there_are(self.briefing.conversions)
        )

    def count(self, call: Call) -> Quantity:
        """Return how many of something the model has, or how many values a series has."""
        what = _words(call.arguments[0]) if call.arguments else ""
        spans = call.arguments[1:]
        for series in self.briefing.series:
            if series.id == what:
                return _counted(len(self.points(series, spans)), "values")
        if what == "events" and spans:
            return _counted(len(self.events(spans)), "events")
        counts = {
            "amounts": len(self.briefing.amounts),
            "events": sum(not event.is_context for event in self.briefing.events),
            "figures": sum(bool(item.number) for item in self.briefing.glance),
            "remarks": sum(
                remark.on_slide
                for group in self.briefing.notes_on_the_source
                for remark in group.remarks
            ),
        } | {str(e.id): len(e.table.rows) for e in self.briefing.exhibits if e.table}
        if what not in counts:
            raise BadFormula(
                f"there is nothing to count by the name “{what}”",
                f"count() wants a series, or one of: {', '.join(counts)}",
            )
        return _counted(counts[what], what)

    def events(self, nodes: tuple[Tree, ...]) -> list[Event]:
        """Return the events whose first day falls between two years, without context."""
        ends = [date_in(node) for node in nodes]
        if None in ends or len(ends) != 2:  # noqa: PLR2004
            raise BadFormula("count(events, …) wants a first and a last date")
        first, last = (end.first.year for end in ends if end)
        events = (event for event in self.briefing.events if not event.is_context)
        return [event for event in events if first <= event.date.first.year <= last]

    def quoted(self, call: Call) -> Quantity:
        """Return the quantity that some words of the quotes say."""
        (node,) = _exactly(call, 1)
        return quoted_quantity(_words(node), self.quotes)

    def named(self, call: Call) -> Quantity:
        """Return how many names are given, each of which the quotes have."""
        return _counted(count_names([*map(_words, call.arguments)], self.quotes), "names")

    def apart(self, call: Call, unit: str) -> Quantity:
        """Return how far two dates lie apart, in whole years, months or days."""
        first, last = (self.moment(node) for node in _exactly(call, 2))
        one, two = first.first, last.first
        months = 12 * (two.year - one.year) + two.month - one.month
        exact = (first.precision, last.precision)
        if unit == "days":
            if exact != (Precision.DAY, Precision.DAY):
                raise BadFormula("days() wants two days", "write them as 1992-02-14")
            return _counted(two.days_since(one), unit)
        if unit == "months":
            if Precision.YEAR in exact:
                raise BadFormula("months() wants two months", "write them as 1992-02")
            return _counted(months, unit)
        return _counted(two.year - one.year, unit)

    def moment(self, node: Tree) -> Date:
        """Return a date that the quotes have, or that of an event by id."""
        for event in self.briefing.events:
            if isinstance(node, Name) and event.id == node.text:
                return event.date
        date = date_in(node)
        if date is None:
            raise BadFormula(f"“{_words(node)}” is neither a date nor an event")
        if not any(date.covers(found.date) for text in self.quotes for found in find_dates(text)):
            raise BadFormula(
                f"no quote of the statement has the date {date.edtf}",
                "quote the passage that has it",
            )
        return date


_CONSTANT = "the constant"
OWN_COUNT = "the count of "
"""What a count of the briefing's own things is called; whatever noun stands beside it."""
_OTHERS = (1, 2)
"""What may be taken from a count: "and four others"."""


def _is_level(series: Series) -> bool:
    """Tell whether the values of a dated series are percentages or degrees, which no sum over time says anything of."""
    unit = series.quantity(Decimal(0)).unit
    is_dated = all(isinstance(point.at, Date) for point in series.points)
    return is_dated and (unit.type is UnitType.PERCENT or "°" in unit.name)


def _total(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


_AT: dict[str, Callable[..., SeriesPoint]] = {
    "at_min": min, "at_max": max, "year_of_min": min, "year_of_max": max,
}  # fmt: skip
_FUNCTIONS: dict[str, Callable[[Evaluation, Call], Quantity]] = {
    "min": lambda work, call: work.over(call, min),
    "max": lambda work, call: work.over(call, max),
    "mean": lambda work, call: work.over(call, lambda values: _total(values) / len(values)),
    "total": lambda work, call: work.over(call, _total),
    "value": lambda work, call: work.over(call, lambda values: values[0]),
    "share": Evaluation.share,
    "change": Evaluation.change,
    "amount": Evaluation.amount,
    "convert": Evaluation.convert,
    "count": Evaluation.count,
    "quoted": Evaluation.quoted,
    "named": Evaluation.named,
    "years": lambda work, call: work.apart(call, "years"),
    "months": lambda work, call: work.apart(call, "months"),
    "days": lambda work, call: work.apart(call, "days"),
}


def _counted(count: int, noun: str) -> Quantity:
    return Quantity(Decimal(count), Unit(UnitType.COUNT, noun), what=f"{OWN_COUNT}{noun}")


def _exactly(call: Call, count: int) -> tuple[Tree, ...]:
    if len(call.arguments) != count:
        raise BadFormula(f"{call.name}() wants {counted(count, 'argument')}")
    return call.arguments


def _words(node: Tree) -> str:
    return node.text if isinstance(node, Number | Name | Literal) else "an expression"


def _there_are(entries: tuple[Series | Amount | DeclaredConversion, ...]) -> str:
    return (
        f"there are: {', '.join(str(entry.id) for entry in entries)}"
        if entries
        else "none is declared"
    )


def date_in(node: Tree) -> Date | None:
    """Return the date that an argument is; None if it is none."""
    text = ""
    if isinstance(node, Number) and node.value == node.value.to_integral_value():
        text = f"{int(node.value):04}"
    elif isinstance(node, Negation) and isinstance(node.of, Number):
        text = f"-{int(node.of.value):04}"
    elif isinstance(node, Literal):
        text = node.text
    try:
        return parse_date(text)
    except ValueError:
        return None
