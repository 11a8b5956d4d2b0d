"""Charts of series show years that the data have, and several series only where one scale fits all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Exhibit, MeanForm, Plotted, Series, YearsForm
from briefbook.values.formatting import plain_number
from briefbook.values.quantity import unlike
from briefbook_figures.spec_series import MOST_SERIES


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
    yield from _highlight(exhibit, form.highlight, (own,))
    for mean in exhibit.columns.means if exhibit.columns else ():
        yield from _spans(exhibit, (mean,), (own,))


def _several(exhibit: Exhibit, series: dict[str, Series]) -> Iterator[Problem]:
    if not exhibit.plugin:
        yield from _count(exhibit)
    else:
        owns = [series[id_] for part in exhibit.plotted for id_ in part.ids]
        yield from _highlight(exhibit, exhibit.plugin.highlight, owns)
    yield from _on_one_scale(exhibit, series)
    for part in exhibit.plotted:
        yield from _highlight(exhibit, part.highlight, [series[id_] for id_ in part.ids])
    if exhibit.columns and exhibit.columns.stack:
        yield from _stack(exhibit, series)
    owns = [series[str(part.series)] for part in exhibit.plotted]
    if exhibit.panels:
        for own in owns:
            yield from _spans(exhibit, exhibit.panels.means, (own,))
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
    own, *rest = ({p.at: p for p in series[id_].points} for id_ in part.ids)
    for at, point in own.items():
        taken = [other[at].value for other in rest if at in other]
        if point.value is None or len(taken) < len(rest) or None in taken:
            continue
        yield point.label, point.value - sum((v for v in taken if v is not None), Decimal(0))


def _highlight(
    exhibit: Exhibit, named: Iterable[int | YearsForm], of: Iterable[Series]
) -> Iterator[Problem]:
    """Yield a problem for each highlighted year or span without a figure in one of the series."""
    each = tuple(of)
    for name in named:
        if isinstance(name, YearsForm):
            yield from _spans(exhibit, (name,), each)
            continue
        for own in each:
            known = {point.label for point in own.points if point.value is not None}
            if str(name) not in known:
                yield _years_problem(exhibit, str(name), own)


def _spans(
    exhibit: Exhibit, spans: Iterable[YearsForm | MeanForm], of: Iterable[Series]
) -> Iterator[Problem]:
    for span in spans:
        for own in of:
            if not any(span.first <= year <= span.last for year in own.by_year):
                yield _years_problem(exhibit, f"{span.first} to {span.last}", own)


def _years_problem(exhibit: Exhibit, years: str, own: Series) -> Problem:
    known = list(own.by_year)
    extent = f"its years are {known[0]} to {known[-1]}" if known else "its points are no years"
    return _problem(
        exhibit,
        f"series {own.id} has no figure for {years}",
        f"name years that it has; {extent}",
        "chart-years",
    )


def _problem(exhibit: Exhibit, message: str, hint: str, rule: str) -> Problem:
    text = f"exhibit {exhibit.id}: {message}"
    return Problem(exhibit.place, text, hint, rule, str(exhibit.id))
