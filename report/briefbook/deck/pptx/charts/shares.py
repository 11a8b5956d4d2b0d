"""Parts of comparable wholes: bars of equal length, shares inside, names over the bars.

           Economic        Health   Security 3%
1992–2000  ██████ 62% ██████▓▓▓▓ 35% ▓▓▓▓▓▒     a part is named once, over the first bar
  $640M                             Other 2%    in which its name has room
2001–10    ████ 41% █████▓▓▓ 30% ▓▓▓▓▒▒▒▒▒░
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.deck.design import design
from briefbook.deck.measure import text_width, widest
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NOTHING,
    VALUE_AXIS,
    Axis,
    Plot,
    Words,
    axis_xml,
    bar_chart,
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
from briefbook.frozen import dataclass
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
from briefbook_figures.spec_series import spread

_GAP, _GAP_NAMED = 75, 20
"""Between two bars, in per cent of one: less where labels stand between them."""
_NAMES_ROW = " "
"""Category of an invisible bar that carries the labels of the one below it."""
_MOST_ROW_PT, _MOST_ROW_NAMED_PT = 100.0, 62.0
_KEY_PT = 34.0
_LINE_PT, _OVER_PT = 14.65, 10.0
"""Height of a line of a label, and from a bar's top to the middle of the words over it."""
_LABEL_AIR_PT, _SEEN_PT, _ASIDE_PT = 8.0, 3.0, 14.0
"""Between two labels; the narrowest part that is labelled; how far from its part a label may be."""
_OUTLINED = (Ink.GOLD, Ink.MIST, Ink.HAIR)
"""Too light to stand on white without an outline."""


@dataclass(frozen=True)
class _Over:
    """A label over a part, and how far it stands right of the part's middle, in points."""

    part: int
    text: str
    aside: float = 0.0


@dataclass(frozen=True)
class _Rows:
    """The bars of the chart from the top down, with the invisible ones that carry labels."""

    names: tuple[str, ...]
    rows: tuple[int, ...]
    """The number of the row that each bar shows."""
    over: tuple[tuple[_Over, ...] | None, ...]
    """What an invisible bar says; None for a bar that is seen."""
    height: float
    """Of a bar with the air around it, in points."""

    @property
    def count(self) -> int:
        return len(self.names)


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
    said = _said(chart, inner)
    key_pt = 0.0 if said else _KEY_PT
    rows = _rows(names, said, height_pt - key_pt)
    sheet = Sheet()
    sheet.add(chart.measurement.whole_name, *chart.parts, "Total")
    for name, number in zip(rows.names, rows.rows, strict=True):
        row = chart.rows[number]
        sheet.add(name.replace("\n", ", "), *row.values, row.total)
    scale = (inner, 1 / width_pt)
    series = "".join(_part(chart, n, rows, scale, lang) for n in range(len(chart.parts)))
    gap = _GAP_NAMED if said else _GAP
    bars = bar_chart(series, gap, way="bar", grouping="percentStacked", overlap=100)
    height = rows.height * rows.count
    plot = Plot(left / width_pt, key_pt / height_pt, inner / width_pt, height / height_pt)
    key = "" if said else _key(Plot(left / width_pt, 0, inner / width_pt, key_pt / height_pt))
    return chart_space(layout(plot) + bars + _axes(), lang, key), sheet


def _rows(names: list[str], said: list[tuple[_Over, ...]] | None, height_pt: float) -> _Rows:
    """Return the bars: before each an invisible one for its labels, unless a key names the parts."""
    numbers = tuple(range(len(names)))
    if said is None:
        height = min(height_pt / len(names), _MOST_ROW_PT)
        return _Rows(tuple(names), numbers, (None,) * len(names), height)
    return _Rows(
        tuple(words for name in names for words in (_NAMES_ROW, name)),
        tuple(number for number in numbers for _ in range(2)),
        tuple(entry for over in said for entry in (over, None)),
        min(height_pt / (2 * len(names)), _MOST_ROW_NAMED_PT),
    )


# ── Labels over the bars ─────────────────────────────────────────────────────────────────────────


def _said(chart: ShareChart, inner_pt: float) -> list[tuple[_Over, ...]] | None:
    """Return what is said over each bar; None where a part that can be seen is named over none."""
    named: set[int] = set()
    said = []
    for row in chart.rows:
        found, late = _over(chart, row.shares, inner_pt, named)
        said.append(found)
        named |= {n for n in _seen(row.shares, inner_pt) if n not in late}
    seen = {n for row in chart.rows for n in _seen(row.shares, inner_pt)}
    return said if seen <= named else None


def _seen(shares: tuple[Decimal, ...], inner_pt: float) -> list[int]:
    return [n for n, share in enumerate(shares) if float(share) / 100 * inner_pt >= _SEEN_PT]


def _over(
    chart: ShareChart, shares: tuple[Decimal, ...], inner_pt: float, named: set[int]
) -> tuple[tuple[_Over, ...], set[int]]:
    """Return the labels over a bar, and the parts whose names are left to a bar further down."""
    ends = [float(sum(shares[: n + 1])) / 100 * inner_pt for n in range(len(shares))]
    late: set[int] = set()
    while True:
        texts = []
        for n in _seen(shares, inner_pt):
            name = "" if n in named | late else chart.parts[n]
            share = (
                "" if _is_wide(chart, shares[n], inner_pt) else chart.share_format.label(shares[n])
            )
            if words := f"{name} {share}".strip():
                texts.append((n, words))
        # Others' templates may be drawn in a wider face than theirs, in which names must stay apart.
        slack = max(SLACK, widest(bold=True)) if design().foreign else SLACK
        wide = [text_width(words, LABEL_PT, bold=True) * slack for _, words in texts]
        starts = [ends[n] - float(shares[n]) / 100 * inner_pt for n, _ in texts]
        # A name begins where its part does; one wider than its part stands over the middle of it.
        wanted = [
            start + width / 2 if width <= ends[n] - start else (start + ends[n]) / 2
            for (n, _), start, width in zip(texts, starts, wide, strict=True)
        ]
        middles = spread(wanted, [width + _LABEL_AIR_PT for width in wide], -4.0, inner_pt + 4.0)
        far = [
            (width, n)
            for (n, _), start, width, at in zip(texts, starts, wide, middles or wanted, strict=True)
            if n not in named | late
            and (
                middles is None
                or at + width / 2 < start - _ASIDE_PT
                or at - width / 2 > ends[n] + _ASIDE_PT
            )
        ]
        if not far:
            break
        late.add(max(far)[1])
    if middles is None:
        return (), late
    return tuple(
        _Over(n, words, at - (start + ends[n]) / 2)
        for (n, words), start, at in zip(texts, starts, middles, strict=True)
    ), late


def _is_wide(chart: ShareChart, share: Decimal, inner_pt: float) -> bool:
    """Return whether a share has room inside its part."""
    text = chart.share_format.label(share)
    return float(share) / 100 * inner_pt >= text_width(text, VALUE_PT + 1, bold=True) + 2


# ── Parts ────────────────────────────────────────────────────────────────────────────────────────


def _part(chart: ShareChart, n: int, rows: _Rows, scale: tuple[float, float], lang: str) -> str:
    """Return the series of one part: its share of each whole.

    `scale` is the length of a bar in points, and what a point is in shares of the chart's width.
    """
    ink, label_ink = SHARE_INKS[chart.fills[n]], SHARE_LABEL_INKS[chart.fills[n]]
    shown, invisible = [], ""
    for index, (number, over) in enumerate(zip(rows.rows, rows.over, strict=True)):
        row = chart.rows[number]
        if over is not None:
            invisible += f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{NOTHING}</c:dPt>'
            shown += [
                _label_over(said, index, rows, scale[1], ink, lang)
                for said in over
                if said.part == n
            ]
        elif row.shares and _is_wide(chart, row.shares[n], scale[0]):
            words = Words(
                chart.share_format.label(row.shares[n]), VALUE_PT + 1, label_ink, bold=True
            )
            shown.append(words_label(index, ((words,),), "ctr", lang))
    edge = line(Ink.TEXT, 0.75) if ink in _OUTLINED else line(Ink.WHITE, 1)
    last = rows.count + 1
    values = [chart.rows[number].values[n] for number in rows.rows]
    return (
        f"<c:ser>{opening(n, n + 1, chart.parts[n])}{shape_looks(fill(ink), edge)}"
        f'<c:invertIfNegative val="0"/>{invisible}{labels(shown)}'
        f"{strings('cat', Sheet.range(0, 2, last), list(rows.names))}"
        f"{numbers('val', Sheet.range(n + 1, 2, last), values)}</c:ser>"
    )


def _label_over(said: _Over, index: int, rows: _Rows, point: float, fill: Ink, lang: str) -> str:
    """Return a label over a part of that fill, moved towards the bar below by empty lines above it."""
    ink = Ink.RUST if fill is Ink.RUST else Ink.TEXT
    words = Words(said.text, LABEL_PT, ink, bold=True)
    bar = rows.height / (1 + _GAP_NAMED / 100)
    # From the middle of the invisible bar to where the words belong, over the bar below.
    down = rows.height - bar / 2 - _OVER_PT
    lowered = max(0, round(2 * down / _LINE_PT))
    paras = [(Words(" ", LABEL_PT),)] * lowered + [(words,)]
    return words_label(index, paras, "ctr", lang, shift=said.aside * point)


def _key(place: Plot) -> str:
    """Return a legend in one row, for parts too small to be named where they stand."""
    return f'<c:legend><c:legendPos val="t"/>{layout(place, "")}<c:overlay val="0"/>{text_looks(VALUE_PT, Ink.TEXT)}</c:legend>'


def _axes() -> str:
    names = ticks("low", line(None), text_looks(NAME_PT, Ink.TEXT)) + CATEGORY_REST
    values = ticks("none", line(None)) + '<c:crossBetween val="between"/>'
    across = Axis("valAx", VALUE_AXIS, CATEGORY_AXIS, "t", 0, 1, is_shown=False)
    down = Axis("catAx", CATEGORY_AXIS, VALUE_AXIS, "l", is_reversed=True)
    return axis_xml(down, names) + axis_xml(across, values)
