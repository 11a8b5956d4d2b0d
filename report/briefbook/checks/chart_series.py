"""Charts of series show years that the data have, and several series only where one scale fits all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import replace
from briefbook.model import Exhibit, MeanForm, Named, Plotted, Series, SpanForm, YearsForm
from briefbook.model.date_column import is_named
from briefbook.values.day import year_name
from briefbook.values.formatting import plain_number
from briefbook.values.quantity import unlike


def check_chart_series(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each year without a figure, and each series that cannot stand with the others."""
    series = {str(entry.id): entry for entry in resolved.briefing.series}
    for exhibit in resolved.briefing.exhibits:
        yield from _single(exhibit, series)
        if exhibit.plotted:
            yield from _several(exhibit, series)


def _single(exhibit: Exhibit, series: dict[str, Series]) -> Iterator[Problem]:
    form = exhibit.columns or exhibit.line
    if form is None or not form.series:
        return
    own = series[str(form.series)]
    whole = series.get(str(exhibit.line.of)) if exhibit.line and exhibit.line.of else None
    part = Plotted(form.series, "", of=str(whole.id) if whole else "")
    if not any(True for _ in _values(part, series)):
        yield _without_figures(exhibit, part, series)
        return
    yield from _highlight(exhibit, form.highlight, (own,))
    if exhibit.columns:
        yield from _means(exhibit, exhibit.columns.means, own)
        yield from _bracket(exhibit, exhibit.columns.span, own)


def _several(exhibit: Exhibit, series: dict[str, Series]) -> Iterator[Problem]:
    if not exhibit.plugin:
        yield from _count(exhibit)
    else:
        owns = [series[id_] for part in exhibit.plotted for id_ in part.ids]
        yield from _highlight(exhibit, exhibit.plugin.highlight, owns)
    yield from _on_one_scale(exhibit, series)
    for part in exhibit.plotted:
        if not any(True for _ in _values(part, series)):
            yield _without_figures(exhibit, part, series)
        else:
            yield from _highlight(exhibit, part.highlight, [series[id_] for id_ in part.ids])
    if exhibit.columns and exhibit.columns.stack:
        yield from _stack(exhibit, series)
    owns = [series[str(part.series)] for part in exhibit.plotted]
    if exhibit.panels:
        for own in owns:
            yield from _means(exhibit, exhibit.panels.means, own)
    if exhibit.dots:
        yield from _highlight(exhibit, (exhibit.dots.first, exhibit.dots.last), owns)


def _on_one_scale(exhibit: Exhibit, series: dict[str, Series]) -> Iterator[Problem]:
    """Yield a problem for each series that is unlike the first one, or what it is taken off or a share of."""
    first = exhibit.plotted[0]
    for part in exhibit.plotted:
        own = series[str(part.series)]
        if bool(part.of) != bool(first.of):
            yield _problem(exhibit, f"series {first.series} and {own.id} cannot stand on one scale: "
                           "one is drawn as a share and the other is not",
                           "give `of:` to all lines or to none", "chart-units")  # fmt: skip
        elif not part.of:
            yield from _unlike(
                exhibit, series[str(first.series)], own, "cannot stand on one scale with"
            )
        for id_, verb in ((part.less, "cannot be taken off"), (part.of, "is no whole of")):
            if id_:
                yield from _unlike(exhibit, own, series[str(id_)], verb)


def _count(exhibit: Exhibit) -> Iterator[Problem]:
    from briefbook_figures.spec_series import MOST_SERIES

    form = _form_name(exhibit)
    count, most = len(exhibit.plotted), MOST_SERIES[form]
    if not _LEAST <= count <= most:
        yield _problem(
            exhibit,
            f"{count} series, and a chart of this form ({form}) has {_LEAST} to {most}",
            "draw those that the takeaway speaks of, or use `panels`",
            "chart-parts",
        )


_LEAST = 2


def _form_name(exhibit: Exhibit) -> str:
    if exhibit.columns:
        return "stacked" if exhibit.columns.stack else "grouped"
    return "lines" if exhibit.line else "panels" if exhibit.panels else "dots"


def _unlike(exhibit: Exhibit, one: Series, other: Series, verb: str) -> Iterator[Problem]:
    if why := unlike(one.quantity(Decimal(1)), other.quantity(Decimal(1))):
        yield _problem(
            exhibit,
            f"series {other.id} {verb} series {one.id}: {why}",
            "draw series of one unit, price base, calendar and measure together",
            "chart-units",
        )


def _stack(exhibit: Exhibit, series: dict[str, Series]) -> Iterator[Problem]:
    """Yield a problem for each part of a stack that is below zero somewhere, and for unlike totals."""
    form = exhibit.columns
    yield from _highlight(
        exhibit, form.highlight if form else (), [series[i] for p in exhibit.plotted for i in p.ids]
    )
    for part in exhibit.plotted:
        lowest = min(_values(part, series), key=lambda at: at[1], default=None)
        if lowest and lowest[1] < 0:
            label, value = lowest
            yield _problem(
                exhibit,
                f"“{part.label}” is {plain_number(value)} in {label}; no part of a stack is below zero",
                "draw the series side by side: `groups`",
                "chart-parts",
            )


def _values(part: Plotted, series: dict[str, Series]) -> Iterator[tuple[str, Decimal]]:
    """Yield each value that a part plots: its own, less another, or as a share of it."""
    own = series[str(part.series)]
    whole = {p.at: p.value for p in series[str(part.of)].points} if part.of else {}
    for point in own.less(series[str(part.less)]).points if part.less else own.points:
        if point.value is not None and (not part.of or whole.get(point.at)):
            yield point.label, point.value


def _without_figures(exhibit: Exhibit, part: Plotted, series: dict[str, Series]) -> Problem:
    """Return the problem of a part of which nothing can be drawn."""
    own, *rest = (series[id_] for id_ in part.ids)
    column = f", column “{own.column}”" if own.column else ""
    rows = f"all {len(own.points)} cells are empty" if own.points else "it has no row"
    message = f"series {own.id} has no figure: in {own.file}{column}, {rows}"
    hint = "name the column that has its figures (column:), or leave it out of the exhibit"
    if any(point.value is not None for point in own.points):
        others = " and ".join(f"{other.id} ({other.file})" for other in rest)
        message = (
            f"series {own.id} ({own.file}) and {others} have no figure for one and the same date"
        )
        hint = "draw series of the same dates, or leave them out of the exhibit"
    return _problem(exhibit, message, hint, "chart-years")


def _highlight(exhibit: Exhibit, named: Iterable[Named], of: Iterable[Series]) -> Iterator[Problem]:
    """Yield a problem for each highlighted row or span without a figure in one of the series."""
    each = tuple(of)
    for name in named:
        for own in each:
            if isinstance(name, YearsForm):
                if not {name.first, name.last} <= own.by_year.keys():
                    yield _years_problem(exhibit, f"{name.first} to {name.last}", own)
            elif not any(p.value is not None and is_named(p, name) for p in own.points):
                yield _years_problem(exhibit, str(name), own)


def _means(exhibit: Exhibit, means: Iterable[MeanForm], own: Series) -> Iterator[Problem]:
    """Yield a problem for each mean that has not a figure for each of its years, as a formula refuses it."""
    for mean in means:
        span = range(mean.first, mean.last + 1)
        lacking = [year for year in span if year not in own.by_year]
        if span and not lacking:
            continue
        problem = _years_problem(exhibit, f"{mean.first} to {mean.last}", own)
        if len(lacking) < len(span):
            message = (
                f"exhibit {exhibit.id}: a mean of {mean.first} to {mean.last}, and series {own.id} "
                f"has no figure for {_listed(lacking)} ({own.file})"
            )
            hint = f"draw the mean over years that all have figures; {_extent(own)}"
            problem = replace(problem, message=message, hint=hint)
        yield problem


def _listed(years: list[int]) -> str:
    shown = ", ".join(map(year_name, years[:_MOST_LISTED]))
    rest = len(years) - _MOST_LISTED
    return f"{shown} and {rest} more" if rest > 0 else shown


_MOST_LISTED = 5


def _bracket(exhibit: Exhibit, span: SpanForm | None, own: Series) -> Iterator[Problem]:
    """Yield a problem for a bracket over years that the chart does not have."""
    if span and not (
        own.by_year and min(own.by_year) <= span.first <= span.last <= max(own.by_year)
    ):
        yield _years_problem(exhibit, f"{span.first} to {span.last}", own)


def _extent(own: Series) -> str:
    known = list(own.by_year)
    if known:
        return f"its years are {known[0]} to {known[-1]}"
    labels = [point.label for point in own.points if point.value is not None]
    return f"it has {labels[0]} to {labels[-1]}" if labels else "it has none"


def _years_problem(exhibit: Exhibit, years: str, own: Series) -> Problem:
    return _problem(
        exhibit,
        f"series {own.id} has no figure for {years}",
        f"name what it has, by year, date or name; {_extent(own)}",
        "chart-years",
    )


def _problem(exhibit: Exhibit, message: str, hint: str, rule: str) -> Problem:
    text = f"exhibit {exhibit.id}: {message}"
    return Problem(exhibit.place, text, hint, rule, str(exhibit.id))
