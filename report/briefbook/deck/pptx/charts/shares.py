"""Parts of comparable wholes: bars of equal length, shares inside, the parts' names above the first.

           Economic        Health     Security
1992–2000  ██████ 62% ██████▓▓ 25% ▓▓▓▒ 13% ▒
  $640M
"""

from __future__ import annotations

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NOTHING,
    VALUE_AXIS,
    Axis,
    Plot,
    Words,
    axis_xml,
    chart_space,
    labels,
    layout,
    numbers,
    opening,
    shape_looks,
    strings,
    text_looks,
    ticks,
    words_label,
)
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import fill, line
from briefbook.theme.deck import (
    LABEL_PT,
    NAME_PT,
    SHARE_INKS,
    SHARE_LABEL_INKS,
    SLACK,
    VALUE_PT,
    Ink,
)
from briefbook_figures.spec import SHARE_FORMAT, ShareChart, ShareRow

_GAP = 75
_NAMES_ROW = " "
"""Category of the invisible bar that carries the names of the parts."""
_MOST_ROW_PT = 100.0
_KEY_PT = 34.0
_LOWERED = 2
_OUTLINED = (Ink.GOLD, Ink.MIST, Ink.QUIET, Ink.HAIR)
"""Too light to stand on white without an outline."""


def shares_xml(
    chart: ShareChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    names = [
        "\n".join(filter(None, (row.label, chart.total_text(row), chart.empty_text(row))))
        for row in chart.rows
    ]
    lines = [words for name in names for words in name.split("\n")]
    left = max(text_width(words, NAME_PT) for words in lines) * SLACK + 14
    inner = width_pt - left - 4
    has_key = not _names_fit(chart, inner)
    key_pt = _KEY_PT if has_key else 0.0
    sheet = Sheet()
    sheet.add(chart.measurement.whole_name, *chart.parts, "Total")
    rows, categories = list(chart.rows), names
    if not has_key:
        rows, categories = [_first(chart), *rows], [_NAMES_ROW, *categories]
    for name, row in zip(categories, rows, strict=True):
        sheet.add(name.replace("\n", ", "), *row.values, row.total)
    series = "".join(
        _part(chart, n, rows, categories, inner, lang) for n in range(len(chart.parts))
    )
    bars = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{_GAP}"/><c:overlap val="100"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )
    height = min(height_pt - key_pt, _MOST_ROW_PT * len(categories))
    plot = Plot(left / width_pt, key_pt / height_pt, inner / width_pt, height / height_pt)
    key = _key(Plot(left / width_pt, 0, inner / width_pt, key_pt / height_pt)) if has_key else ""
    return chart_space(layout(plot) + bars + _axes(), lang, key), sheet


def _first(chart: ShareChart) -> ShareRow:
    """Return the first row that has parts; the first one where none has."""
    return next((row for row in chart.rows if row.total), chart.rows[0])


def _names_fit(chart: ShareChart, inner_pt: float) -> bool:
    """Return whether each part's name has room over its stretch of the first bar."""
    row = _first(chart)
    return bool(row.shares) and all(
        max(text_width(word, LABEL_PT, bold=True) for word in name.split()) * SLACK + 4
        <= float(share) / 100 * inner_pt
        for name, share in zip(chart.parts, row.shares, strict=True)
    )


def _key(place: Plot) -> str:
    """Return a legend in one row, for parts too small to be named where they stand."""
    return f'<c:legend><c:legendPos val="t"/>{layout(place, "")}<c:overlay val="0"/>{text_looks(VALUE_PT, Ink.TEXT)}</c:legend>'


def _part(
    chart: ShareChart,
    n: int,
    rows: list[ShareRow],
    categories: list[str],
    inner_pt: float,
    lang: str,
) -> str:
    """Return the series of one part: its share of each whole."""
    ink, label_ink = SHARE_INKS[n % len(SHARE_INKS)], SHARE_LABEL_INKS[n % len(SHARE_INKS)]
    values = [row.values[n] for row in rows]
    looks = Words("", VALUE_PT + 1, label_ink, bold=True)
    is_named = categories[0] == _NAMES_ROW
    shown = [_name(chart, n, rows[0], inner_pt, lang)] if is_named else []
    for index, row in enumerate(rows):
        if (is_named and not index) or not row.shares:
            continue
        text = SHARE_FORMAT.label(row.shares[n])
        if float(row.shares[n]) / 100 * inner_pt >= text_width(text, looks.size_pt, bold=True) + 2:
            words = Words(text, looks.size_pt, looks.ink, looks.bold)
            shown.append(words_label(index, ((words,),), "ctr", lang))
    edge = line(Ink.TEXT, 0.75) if ink in _OUTLINED else line(Ink.WHITE, 1)
    invisible = (
        ""
        if not is_named
        else f'<c:dPt><c:idx val="0"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{NOTHING}</c:dPt>'
    )
    last = len(categories) + 1
    return (
        f"<c:ser>{opening(n, n + 1, chart.parts[n])}{shape_looks(fill(ink), edge)}"
        f'<c:invertIfNegative val="0"/>{invisible}{labels(shown)}'
        f"{strings('cat', Sheet.range(0, 2, last), categories)}"
        f"{numbers('val', Sheet.range(n + 1, 2, last), values)}</c:ser>"
    )


def _name(chart: ShareChart, n: int, row: ShareRow, inner_pt: float, lang: str) -> str:
    """Return the name of a part, over its stretch of the first bar, on as many lines as it takes."""
    room = float(row.shares[n]) / 100 * inner_pt
    lines: list[str] = []
    for word in chart.parts[n].split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, LABEL_PT, bold=True) * SLACK <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    ink = Ink.RUST if SHARE_INKS[n % len(SHARE_INKS)] is Ink.RUST else Ink.TEXT
    # Empty lines above push the name down, towards the bar that it belongs to.
    paras = [(Words(" ", LABEL_PT),)] * _LOWERED + [
        (Words(words, LABEL_PT, ink, bold=True),) for words in lines
    ]
    return words_label(0, paras, "inBase", lang, "l")


def _axes() -> str:
    names = ticks("low", line(None), text_looks(NAME_PT, Ink.TEXT)) + CATEGORY_REST
    values = ticks("none", line(None)) + '<c:crossBetween val="between"/>'
    across = Axis("valAx", VALUE_AXIS, CATEGORY_AXIS, "t", 0, 1, is_shown=False)
    down = Axis("catAx", CATEGORY_AXIS, VALUE_AXIS, "l", is_reversed=True)
    return axis_xml(down, names) + axis_xml(across, values)
