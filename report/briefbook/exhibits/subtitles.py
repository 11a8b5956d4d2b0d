"""The line under an exhibit's finding: what is measured, and in what; the unit is never typed.

`Obligations to Tajikistan, millions of constant 2024 US dollars, fiscal years`
"""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.frozen import replace
from briefbook.localization import translate
from briefbook.model import Exhibit, Series
from briefbook.values.formatting import measure_name
from briefbook_figures.spec import Chart, ShareChart


def subtitle_of(exhibit: Exhibit, chart: Chart, series: Sequence[Series]) -> str:
    """Return an exhibit's subtitle: the author's words, then unit, prices and years of its series."""
    said = str(exhibit.subtitle)
    if not series:
        return said
    first = series[0]
    calendar = (
        replace(first.calendar, first_month=None if first.calendar.is_fiscal else 1).years
        if first.calendar
        else ""
    )
    # The title of one of several series says nothing of the others.
    what = said or ("" if exhibit.plotted else str(first.title))
    text = ", ".join(filter(None, (what, _measured(exhibit, chart, first), calendar)))
    return text[:1].upper() + text[1:]


def _measured(exhibit: Exhibit, chart: Chart, series: Series) -> str:
    if isinstance(chart, ShareChart):
        left_out = exhibit.shares.left_out if exhibit.shares else ""
        share = translate("percent")
        if left_out:
            share = translate("percent without {parts}", parts=left_out)
        return f"{share}, {measure_name(series.unit.unit, series.basis)}"
    measurement = getattr(chart, "measurement", None)
    return measurement.name if measurement else ""
