"""Parts of comparable wholes: bars of equal length, shares inside, the parts' names above the first.

               Economic        Health     Security
    1992–2000  ██████ 62% ██████▓▓ 25% ▓▓▓▒ 13% ▒
      $640M
"""

from __future__ import annotations

from briefbook.deck.measure import text_width
from briefbook.deck.slides.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NOTHING,
    VALUE_AXIS,
    Plot,
    Words,
    axis,
    chart_space,
    labels,
    layout,
    live_label,
    numbers,
    opening,
    shape_looks,
    strings,
    text_looks,
    ticks,
    words_label,
)
from briefbook.deck.slides.workbook import Sheet
from briefbook.deck.slides.xml import fill, line
from briefbook.theme.deck import (
    LABEL_PT,
    NAME_PT,
    SHARE_INKS,
    SHARE_LABEL_INKS,
    SLACK,
    VALUE_PT,
    Ink,
)
from briefbook_figures.spec import ShareChart

_GAP = 70
_NAMES_ROW = " "
"""Category of the invisible bar that carries the names of the parts."""
_LEAST_ROW_PT, _MOST_ROW_PT = 44.0, 76.0
_OUTLINED = (Ink.GOLD, Ink.MIST)
"""Too light to stand on white without an outline."""


def shares_xml(chart: ShareChart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    names = [f"{row.label}\n{row.total}" if row.total else row.label for row in chart.rows]
    lines = [words for name in names for words in name.split("\n")]
    left = max(text_width(words, NAME_PT) for words in lines) * SLACK + 14
    inner = width_pt - left - 4
    height = min(height_pt, _MOST_ROW_PT * (len(chart.rows) + 1))
    sheet = Sheet()
    sheet.add("", *chart.parts)
    shares = [chart.rows[0].shares, *(row.shares for row in chart.rows)]
    categories = [_NAMES_ROW, *names]
    for name, row in zip(categories, shares, strict=True):
        sheet.add(name.replace("\n", ", "), *row)
    series = "".join(_part(chart, n, shares, categories, inner, lang) for n in range(len(chart.parts)))
    bars = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{_GAP}"/><c:overlap val="100"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )
    plot = Plot(left / width_pt, 0, inner / width_pt, height / height_pt)
    return chart_space(layout(plot) + bars + _axes(), lang), sheet


def _part(
    chart: ShareChart, n: int, shares: list[tuple[float, ...]], categories: list[str], inner_pt: float, lang: str
) -> str:
    """Return the series of one part: its share of each whole."""
    ink, label_ink = SHARE_INKS[n % len(SHARE_INKS)], SHARE_LABEL_INKS[n % len(SHARE_INKS)]
    values = [row[n] for row in shares]
    looks = Words("", VALUE_PT + 1, label_ink, bold=True)
    shown = [_name(chart, n, values[0], inner_pt, lang)]
    for index, value in enumerate(values[1:], 1):
        room = value / 100 * inner_pt
        if room >= text_width("00%", looks.size_pt, bold=True) + 2:
            shown.append(live_label(index, "Val", looks, "ctr", '0"%"'))
    edge = line(Ink.TEXT, 0.75) if ink in _OUTLINED else line(Ink.WHITE, 1)
    invisible = f'<c:dPt><c:idx val="0"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{NOTHING}</c:dPt>'
    last = len(categories) + 1
    return (
        f"<c:ser>{opening(n, n + 1, chart.parts[n])}{shape_looks(fill(ink), edge)}"
        f'<c:invertIfNegative val="0"/>{invisible}{labels(shown)}'
        f"{strings('cat', Sheet.range(0, 2, last), categories)}"
        f"{numbers('val', Sheet.range(n + 1, 2, last), values)}</c:ser>"
    )


def _name(chart: ShareChart, n: int, share: float, inner_pt: float, lang: str) -> str:
    """Return the name of a part, over its stretch of the first bar, on as many lines as it takes."""
    room = share / 100 * inner_pt
    lines: list[str] = []
    for word in chart.parts[n].split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, LABEL_PT, bold=True) * SLACK <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    ink = Ink.RUST if SHARE_INKS[n % len(SHARE_INKS)] is Ink.RUST else Ink.TEXT
    paras = [(Words(words, LABEL_PT, ink, bold=True),) for words in lines]
    return words_label(0, paras, "inBase", lang, "l")


def _axes() -> str:
    names = ticks("low", line(None), text_looks(NAME_PT, Ink.TEXT)) + CATEGORY_REST
    values = ticks("none", line(None)) + '<c:crossBetween val="between"/>'
    return axis("catAx", CATEGORY_AXIS, VALUE_AXIS, names, position="l", is_reversed=True) + axis(
        "valAx", VALUE_AXIS, CATEGORY_AXIS, values, position="t", low=0, high=1, is_shown=False
    )
