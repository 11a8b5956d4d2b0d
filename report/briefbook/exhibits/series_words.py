"""Charts of several series in words: the form, the range, and the values that carry the finding."""

from __future__ import annotations

from decimal import Decimal

from briefbook.localization import labelled, translate
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
    form = translate(_FORMS[chart.arrangement], count=len(chart.series))
    labels = chart.places.labels
    extent = (
        translate(" and ").join(labels)
        if chart.arrangement is Arrangement.DOTS
        else _extent(labels)
    )
    said = ". ".join(_said(chart, one) for one in chart.series)
    text = f"{form}, {extent}. {subtitle}. {said}."
    if totals := [_in(t, labels[n]) for n in chart.totals if (t := chart.total_text(n))]:
        text += translate(" Totals: {totals}.", totals=", ".join(totals))
    if chart.reservations:
        words = translate("; ").join(words for _, words in chart.reservations)
        text += translate(" Not whole periods: {periods}.", periods=words)
    return text


def _extent(labels: tuple[str, ...]) -> str:
    if len(labels) == 1:
        return labels[0]
    return translate("{first} to {last}", first=labels[0], last=labels[-1])


def _in(value: str, place: str) -> str:
    return translate("{value} in {place}", value=value, place=place)


def _said(chart: SeriesChart, one: OneSeries) -> str:
    """Return a series' name and the values that the chart says of it, else its ends and its highest."""
    if chart.arrangement is Arrangement.PANELS and chart.means:
        means = [(s.label, chart.mean(one, s)) for s in chart.means]
        told = [_in(_label(chart, mean), label) for label, mean in means]
        return translate("{name}: means {means}", name=one.name, means=", ".join(told))
    if chart.arrangement is Arrangement.DOTS:
        told = [
            _in(_label(chart, v), at) for at, v in zip(chart.places.labels, one.values, strict=True)
        ]
        return labelled(one.name, ", ".join(told))
    if said := chart.said(one):
        return labelled(one.name, ", ".join(said))
    known = [(n, value) for n, value in enumerate(one.values) if value is not None]
    if not known:
        return labelled(one.name, translate("no figures"))
    high = max(known, key=lambda at: at[1])
    some = dict.fromkeys((known[0], high, known[-1]))
    return labelled(
        one.name, ", ".join(_in(_label(chart, value), chart.places.labels[n]) for n, value in some)
    )


def _label(chart: SeriesChart, value: Decimal | None) -> str:
    return translate("no figure") if value is None else chart.measurement.label(value)
