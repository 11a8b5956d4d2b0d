"""Exhibits of a plugin's form → charts: what it composes is held against the figures that it was given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.model import PluginForm, SeriesPoint, YearsForm
from briefbook.model.date_column import DateColumn, is_named
from briefbook.plugins import CHARTS, failure, load, plugin_named
from briefbook.values.formatting import choose_format
from briefbook_figures.spec import Measurement, RowChart, SeriesChart
from briefbook_figures.spec_rows import MOST_ROWS, Datum, FormData, FormSeries, Layout, Row, RowMark

_NUMBER = re.compile(r"\d+")
_MOST_LETTERS = 60


def plugin_chart(data: SeriesChart, form: PluginForm) -> RowChart:
    """Return the chart that a plugin composes of some series; raises WrongUse, with its name, where it cannot."""
    point = plugin_named(CHARTS, str(form.form))
    if point is None:
        raise LookupError(f"no package brings the chart form {form.form}")
    given = _given(data, form)
    layout = load(point)(given)
    if fault := _fault(layout, given):
        raise failure(point, fault)
    marks = [mark for row in layout.rows for mark in row.marks]
    values = [datum.value for mark in marks for datum in (mark.start, mark.end)]
    said = [mark.said.value for mark in marks if mark.is_labelled]
    unit, basis = data.measurement.unit, data.measurement.basis
    shown = Measurement(unit, basis, choose_format(values, unit, said))
    return RowChart(str(layout.name), layout.rows, shown, data)


def _given(data: SeriesChart, form: PluginForm) -> FormData:
    labels = data.places.labels
    series = tuple(
        FormSeries(
            one.name,
            tuple(
                (at, None if value is None else Datum(value, ((one.name, at, 1),)))
                for at, value in zip(labels, one.values, strict=True)
            ),
        )
        for one in data.series
    )
    return FormData(series, tuple(at for at in labels if _is_told(at, form)))


def _is_told(label: str, form: PluginForm) -> bool:
    for named in form.highlight:
        if isinstance(named, YearsForm):
            if label.isdecimal() and named.first <= int(label) <= named.last:
                return True
        elif is_named(SeriesPoint(DateColumn().date(label) or label, None), named):
            return True
    return False


def _fault(layout: object, given: FormData) -> str:
    """Return what a layout is that no document may show; nothing for a sound one."""
    if not isinstance(layout, Layout):
        return f"returned {type(layout).__name__} instead of a Layout"
    if not 1 <= len(layout.rows) <= MOST_ROWS:
        return f"composed {len(layout.rows)} rows; a chart has 1 to {MOST_ROWS}"
    return next(_faults(layout, given), "")


def _faults(layout: Layout, given: FormData) -> Iterator[str]:
    known = {
        (one.name, at): datum.value for one in given.series for at, datum in one.points if datum
    }
    names = {name for pair in known for name in pair}
    numbers = {number for name in names for number in _NUMBER.findall(name)}
    for words in (layout.name, *(row.label for row in layout.rows)):
        unknown = [n for n in _NUMBER.findall(str(words)) if n not in numbers]
        if unknown:
            yield f"calls something “{words}”: no label of the data has {unknown[0]}"
        if not str(words).strip() or len(words) > _MOST_LETTERS or not str(words).isprintable():
            yield f"calls something “{words[:_MOST_LETTERS]}”: a name has 1 to {_MOST_LETTERS} letters"
    for row in layout.rows:
        if not isinstance(row, Row) or not row.marks:
            yield f"composed a row “{row.label}” without marks"
        for mark in row.marks:
            if not isinstance(mark, RowMark):
                yield f"put {type(mark).__name__} into the row “{row.label}”"
                continue
            for datum in (mark.start, mark.end):
                parts = [known.get((name, at)) for name, at, _ in datum.terms]
                sums = (
                    v * times
                    for v, (*_, times) in zip(parts, datum.terms, strict=True)
                    if v is not None
                )
                if None in parts or sum(sums, Decimal(0)) != datum.value:
                    yield f"draws {datum.value} in the row “{row.label}”, which is not of the data"
