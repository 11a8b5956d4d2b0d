"""What a chart adds up or divides is alike, and is no more than a reader can tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Exhibit, PeriodForm, Series, ShareForm
from briefbook.values.dates import Date, Precision, parse_date, short_date
from briefbook.values.formatting import plain_number
from briefbook.values.quantity import unlike


def check_chart_units(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each share of unlike things, and each whole that cannot be drawn."""
    series = {str(entry.id): entry for entry in resolved.briefing.series}
    for exhibit in resolved.briefing.exhibits:
        if exhibit.line and exhibit.line.of:
            part, whole = series[str(exhibit.line.series)], series[str(exhibit.line.of)]
            yield from _unlike(exhibit, part, whole, "is no share of")
        yield from _not_assistance(resolved, exhibit)
        if exhibit.shares:
            form = exhibit.shares
            own = [series[str(part.series)] for part in form.parts]
            for other in own[1:]:
                yield from _unlike(exhibit, own[0], other, "cannot be a part of one whole with")
            taken = [series.get(str(part.less)) for part in form.parts]
            gaps: list[Problem] = []
            for one, off in zip(own, taken, strict=True):
                if off:
                    yield from _unlike(exhibit, off, one, "cannot be taken off")
                    gaps += _gaps(exhibit, form, one, off)
            yield from gaps
            parts = [one.less(off) if off else one for one, off in zip(own, taken, strict=True)]
            yield from _counted_twice(exhibit, form, parts, taken)
            yield from _drawable(exhibit, form, parts)
            yield from () if gaps else _lacking(exhibit, form, parts)
            yield from _whole(exhibit, form, parts, series)


_FINANCE = re.compile(
    r"\b(?:guarantee[sd]?|guaranteed|export (?:credit|finance)|purchase[sd]?|sales?|commercial|investment|"
    r"private|trade)\b",
    re.IGNORECASE,
)
_ASSISTANCE = re.compile(r"\b(?:assistance|aid|grants?|donations?|help)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|non)\b", re.IGNORECASE)


def _not_assistance(resolved: ResolvedBriefing, exhibit: Exhibit) -> Iterator[Problem]:
    """Yield a problem for each guarantee, sale or purchase that a heading calls assistance."""
    amounts = {str(amount.id): amount for amount in resolved.briefing.amounts}
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        if not _ASSISTANCE.search(group.label) or _DENIED.search(group.label):
            continue
        for id_ in group.amounts:
            if match := _FINANCE.search(amounts[str(id_)].measure):
                yield Problem(
                    exhibit.place,
                    f"exhibit {exhibit.id}: amount {id_} ({match[0]}) stands under “{group.label}”",
                    "put it into a group of its own that says what it is, with `is_apart: yes`",
                    "not-assistance",
                    str(exhibit.id),
                )


def _unlike(exhibit: Exhibit, one: Series, other: Series, verb: str) -> Iterator[Problem]:
    if why := unlike(one.quantity(Decimal(1)), other.quantity(Decimal(1))):
        yield Problem(
            exhibit.place,
            f"exhibit {exhibit.id}: series {one.id} {verb} series {other.id}: {why}",
            "draw series of one unit, price base, calendar and measure together",
            "chart-units",
            str(exhibit.id),
        )


def _drawable(exhibit: Exhibit, form: ShareForm, parts: list[Series]) -> Iterator[Problem]:
    from briefbook_figures.spec import MOST_PARTS

    if bool(form.rest) != (len(parts) > MOST_PARTS):
        message = f"{len(parts)} parts, and a chart of shares can tell {MOST_PARTS} apart"
        hint = f"name the rest, in which the {len(parts) - MOST_PARTS + 1} smallest are gathered: `rest: Others`"
        if form.rest:
            hint = f"leave out `rest: {form.rest}`: there is none"
        yield Problem(
            exhibit.place, f"exhibit {exhibit.id}: {message}", hint, "chart-parts", str(exhibit.id)
        )
    if len(parts) == 1:
        yield Problem(
            exhibit.place,
            f"exhibit {exhibit.id}: one part alone is 100 percent of itself in every period",
            f"add the other parts: a series, or the whole without this one: `WHOLE: {{label: Others, less: {parts[0].id}}}`",
            "chart-parts",
            str(exhibit.id),
        )
    for series, part in zip(parts, form.parts, strict=True):
        for period in form.periods:
            if (value := _sum(series, period)) < 0:
                yield Problem(
                    exhibit.place,
                    f"exhibit {exhibit.id}: “{part.label}” sums to {plain_number(value)} in "
                    f"{period.label}; no part of a whole is below zero",
                    "draw the series as columns, or choose other periods",
                    "chart-parts",
                    str(exhibit.id),
                )


def _lacking(exhibit: Exhibit, form: ShareForm, parts: list[Series]) -> Iterator[Problem]:
    """Yield a problem for each part that lacks a figure in a period: its sum would be of fewer years."""
    for period in form.periods:
        known = [
            {
                point.at
                for point in part.points
                if point.value is not None
                and isinstance(point.at, Date)
                and _is_within(point.at, period)
            }
            for part in parts
        ]
        every = set().union(*known)
        if every and all(at.precision is Precision.YEAR for at in every):
            every |= {parse_date(f"{y:04}") for y in range(max(period.first, 0), period.last + 1)}
        for part, dates in zip(parts, known, strict=True):
            if lacking := sorted(every - dates, key=lambda at: at.first):
                more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
                yield Problem(
                    exhibit.place,
                    f"exhibit {exhibit.id}: the shares of {period.label} are of sums, and series {part.id} "
                    f"({part.file}) has no figure for {short_date(lacking[0])}{more}",
                    "choose periods in which all parts have figures; where none was given, write 0 into the cell",
                    "chart-parts",
                    str(exhibit.id),
                )


def _whole(
    exhibit: Exhibit, form: ShareForm, parts: list[Series], series: dict[str, Series]
) -> Iterator[Problem]:
    """Yield a problem for parts that are not all of their whole, and do not say what they leave out."""
    whole = series.get(str(form.whole)) or _total_beside(parts, series)
    if whole is None or form.left_out:
        return
    for period in form.periods:
        total, made = _sum(whole, period), sum((_sum(p, period) for p in parts), Decimal(0))
        if abs(total - made) > _ROUNDING * abs(total):
            yield Problem(
                exhibit.place,
                f"exhibit {exhibit.id}: in {period.label} the parts make {plain_number(made)}, and series "
                f"{whole.id} has {plain_number(total)}: shares of the parts alone would be too large",
                f"add the missing parts, or write `whole: {whole.id}` and in `left_out:` what is left out",
                "chart-parts",
                str(exhibit.id),
            )


def _gaps(exhibit: Exhibit, form: ShareForm, one: Series, off: Series) -> Iterator[Problem]:
    """Yield a problem for each date of a period at which only one of a series and what is taken off has a figure."""
    dates = {
        series.id: {p.at for p in series.points if p.value is not None} for series in (one, off)
    }
    differing = (d for d in dates[one.id] ^ dates[off.id] if isinstance(d, Date))
    for at in sorted(differing, key=short_date):
        if any(_is_within(at, period) for period in form.periods):
            has, lacks = (one, off) if at in dates[one.id] else (off, one)
            yield Problem(
                exhibit.place,
                f"exhibit {exhibit.id}: series {has.id} has a figure for {short_date(at)} and series {lacks.id} "
                "has none: what one leaves of the other is not known",
                "choose periods in which both have figures",
                "chart-parts",
                str(exhibit.id),
            )


def _counted_twice(
    exhibit: Exhibit, form: ShareForm, parts: list[Series], taken: list[Series | None]
) -> Iterator[Problem]:
    """Yield a problem for a part that calls itself the total and is no less than the other parts together."""
    totals = [part for part, off in zip(parts, taken, strict=True) if not off and _says_total(part)]
    if len(totals) != 1 or len(parts) == 1:
        return
    (total,) = totals
    others = [part for part in parts if part.id != total.id]
    if all(
        _sum(total, period) >= sum((_sum(part, period) for part in others), Decimal(0)) > 0
        for period in form.periods
    ):
        yield Problem(
            exhibit.place,
            f"exhibit {exhibit.id}: series {total.id} calls itself a total: the other parts would be counted twice",
            f"draw what the others leave of it: `{total.id}: {{label: …, less: {others[0].id}}}`",
            "chart-parts",
            str(exhibit.id),
        )


_ROUNDING = Decimal("0.005")
"""By how much rounded parts may miss their whole, as a share of it."""
_TOTAL = re.compile(r"\b(?:total|all|sum|overall)\b", re.IGNORECASE)


def _total_beside(parts: list[Series], series: dict[str, Series]) -> Series | None:
    """Return the series of the same file that calls itself the total of the parts."""
    files, ids = {part.file for part in parts}, {part.id for part in parts}
    beside = (s for s in series.values() if s.file in files and s.id not in ids)
    totals = (s for s in beside if _says_total(s))
    return next((s for s in totals if s.unit == parts[0].unit and s.basis == parts[0].basis), None)


def _says_total(series: Series) -> bool:
    """Tell whether the id or the column of a series calls it the total: `all-oda`, `total_grants`."""
    return bool(_TOTAL.search(f"{series.id} {series.column}".replace("_", " ").replace("-", " ")))


def _sum(series: Series, period: PeriodForm | None = None) -> Decimal:
    """Return the sum of a series, in a period if one is given."""
    values = (
        point.value
        for point in series.points
        if point.value is not None
        and (period is None or (isinstance(point.at, Date) and _is_within(point.at, period)))
    )
    return sum(values, Decimal(0))


def _is_within(date: Date, period: PeriodForm) -> bool:
    return period.first <= date.first.year and date.last.year <= period.last
