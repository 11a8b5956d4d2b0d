"""Charts of several series in words: the form, the range, and the values that carry the finding."""

from __future__ import annotations

from decimal import Decimal

from briefbook_figures.spec_series import Arrangement, OneSeries, SeriesChart

_FORMS = {
    Arrangement.GROUPED: "Columns side by side",
    Arrangement.STACKED: "Stacked columns",
    Arrangement.LINES: "Line chart",
    Arrangement.PANELS: "Columns in {count} panels on one scale",
    Arrangement.DOTS: "Two moments compared",
}


def series_alt(chart: SeriesChart, subtitle: str) -> str:
    """Return the alternative text of a chart of several series with its subtitle."""
    form = _FORMS[chart.arrangement].format(count=len(chart.series))
    labels = chart.places.labels
    extent = " and ".join(labels) if chart.arrangement is Arrangement.DOTS else _extent(labels)
    said = ". ".join(_said(chart, one) for one in chart.series)
    text = f"{form}, {extent}. {subtitle}. {said}."
    if totals := [f"{t} in {labels[n]}" for n in chart.totals if (t := chart.total_text(n))]:
        text += f" Totals: {', '.join(totals)}."
    if chart.reservations:
        text += f" Not whole periods: {'; '.join(words for _, words in chart.reservations)}."
    return text


def _extent(labels: tuple[str, ...]) -> str:
    return f"{labels[0]} to {labels[-1]}" if len(labels) > 1 else labels[0]


def _said(chart: SeriesChart, one: OneSeries) -> str:
    """Return a series' name and the values that the chart says of it, else its ends and its highest."""
    if chart.arrangement is Arrangement.PANELS and chart.means:
        means = [(s.label, chart.mean(one, s)) for s in chart.means]
        told = [f"{_label(chart, mean)} in {label}" for label, mean in means]
        return f"{one.name}: means {', '.join(told)}"
    if chart.arrangement is Arrangement.DOTS:
        told = [
            f"{_label(chart, v)} in {at}"
            for at, v in zip(chart.places.labels, one.values, strict=True)
        ]
        return f"{one.name}: {', '.join(told)}"
    if said := chart.said(one):
        return f"{one.name}: {', '.join(said)}"
    known = [(n, value) for n, value in enumerate(one.values) if value is not None]
    if not known:
        return f"{one.name}: no figures"
    high = max(known, key=lambda at: at[1])
    some = dict.fromkeys((known[0], high, known[-1]))
    return f"{one.name}: " + ", ".join(
        f"{_label(chart, value)} in {chart.places.labels[n]}" for n, value in some
    )


def _label(chart: SeriesChart, value: Decimal | None) -> str:
    return "no figure" if value is None else chart.measurement.label(value)
