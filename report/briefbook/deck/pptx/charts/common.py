"""What all native charts share: the frame, series data, labels, strokes and axes, as XML text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefbook.deck.pptx.workbook import Number, Sheet, number_text
from briefbook.deck.pptx.xml import (
    CHART_NAMESPACES,
    DECLARATION,
    attribute,
    fill,
    hatch,
    line,
    text,
    typeface,
)
from briefbook.frozen import dataclass
from briefbook.theme.deck import LABEL_PT, Ink
from briefbook.values.formatting import NumberFormat
from briefbook_figures.spec import Fill

CATEGORY_AXIS, VALUE_AXIS = 500000001, 500000002
"""Axis ids; unsigned, as the schema wants them."""
GENERAL = "General"


@dataclass(frozen=True)
class Words:
    """A stretch of text in a label."""

    text: str
    size_pt: float = LABEL_PT
    ink: Ink = Ink.TEXT
    bold: bool = False


@dataclass(frozen=True)
class Plot:
    """The inner plot area, in shares of the chart's frame."""

    x: float
    y: float
    w: float
    h: float


def chart_space(plot_area: str, lang: str, key: str = "") -> str:
    """Return a chart part around a plot area; no title and no frame: the slide has those."""
    return (
        f'{DECLARATION}<c:chartSpace {CHART_NAMESPACES}><c:date1904 val="0"/><c:lang val="{lang}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{plot_area}<c:spPr>{fill(None)}{line(None)}</c:spPr></c:plotArea>{key}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{fill(None)}{line(None)}</c:spPr>{text_looks(LABEL_PT, Ink.TEXT)}</c:chartSpace>"
    )


def layout(plot: Plot, target: str = '<c:layoutTarget val="inner"/>') -> str:
    """Return a fixed place of the plot area, so that measured labels stand where they should.

    A legend has no `target`: only a plot area has an inside.
    """
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{plot.x:.5f}"/><c:y val="{plot.y:.5f}"/><c:w val="{plot.w:.5f}"/><c:h val="{plot.h:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )


def run_looks(size_pt: float, ink: Ink, *, bold: bool, tag: str, lang: str = "") -> str:
    """Return run properties under a tag of DrawingML: `rPr` or `defRPr`."""
    lang_ = f' lang="{lang}"' if lang else ""
    return f'<a:{tag}{lang_} sz="{round(size_pt * 100)}" b="{int(bold)}" i="0">{fill(ink)}{typeface(is_display=False)}</a:{tag}>'


def text_looks(size_pt: float, ink: Ink, *, bold: bool = False) -> str:
    """Return the looks of all text of an element."""
    looks = run_looks(size_pt, ink, bold=bold, tag="defRPr")
    return f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>{looks}</a:pPr><a:endParaRPr/></a:p></c:txPr>'


def shape_looks(filling: str, stroke: str) -> str:
    """Return fill and stroke of a mark."""
    return f"<c:spPr>{filling}{stroke}</c:spPr>"


NOTHING = shape_looks(fill(None), line(None))
NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


# ── Data ─────────────────────────────────────────────────────────────────────────────────────────


def strings(tag: str, ref: str, values: Sequence[str]) -> str:
    """Return texts that stand in the data sheet, under `cat` or `tx`."""
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{text(value)}</c:v></c:pt>' for n, value in enumerate(values)
    )
    return (
        f'<c:{tag}><c:strRef><c:f>{ref}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{points}'
        f"</c:strCache></c:strRef></c:{tag}>"
    )


def numbers(tag: str, ref: str, values: Sequence[Number | None]) -> str:
    """Return numbers that stand in the data sheet, under `val`, `xVal`, `yVal` or `plus`."""
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{number_text(value)}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{tag}><c:numRef><c:f>{ref}</c:f><c:numCache><c:formatCode>{GENERAL}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )


def opening(index: int, column: int, name: str, row: int = 1) -> str:
    """Return a series' number and its name, which stands at the head of its column."""
    return f'<c:idx val="{index}"/><c:order val="{index}"/>{strings("tx", Sheet.range(column, row, row), [name])}'


# ── Labels ───────────────────────────────────────────────────────────────────────────────────────

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def _shown(which: str = "") -> str:
    return "".join(f'<c:show{name} val="{int(name == which)}"/>' for name in _SHOWN)


def words_label(
    index: int,
    paras: Sequence[Sequence[Words]],
    position: str,
    lang: str,
    align: str = "ctr",
    shift: float = 0.0,
    rise: float = 0.0,
) -> str:
    """Return the label of a point, in words of its own; they never wrap.

    `shift` moves it to the right of where `position` puts it, in shares of the chart's width, and
    `rise` up, in shares of its height.
    """
    lines = "".join(
        f'<a:p><a:pPr algn="{align}"/>{"".join(_label_run(words, lang) for words in para)}</a:p>'
        for para in paras
    )
    return (
        f'<c:dLbl><c:idx val="{index}"/>{_moved(shift, rise)}<c:tx><c:rich>{_LABEL_BODY}<a:lstStyle/>{lines}</c:rich></c:tx>'
        f'{NOTHING}<c:dLblPos val="{position}"/>{_shown("Val")}</c:dLbl>'
    )


def _moved(shift: float, rise: float) -> str:
    if not (round(shift, 5) or round(rise, 5)):
        return ""
    place = f'<c:x val="{shift:.5f}"/><c:y val="{-rise:.5f}"/>'
    return f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>"


_LABEL_BODY = '<a:bodyPr rot="0" wrap="none" lIns="25400" tIns="12700" rIns="25400" bIns="12700" anchor="ctr"><a:spAutoFit/></a:bodyPr>'


def _label_run(words: Words, lang: str) -> str:
    looks = run_looks(words.size_pt, words.ink, bold=words.bold, tag="rPr", lang=lang)
    return f"<a:r>{looks}<a:t>{text(words.text)}</a:t></a:r>"


def live_label(
    index: int,
    shows: str,
    looks: Words,
    position: str,
    number_format: str = "",
    rise: float = 0.0,
) -> str:
    """Return the label of a point that shows its own value or name, and follows when it is edited."""
    form = (
        f'<c:numFmt formatCode={attribute(number_format)} sourceLinked="0"/>'
        if number_format
        else ""
    )
    return (
        f'<c:dLbl><c:idx val="{index}"/>{_moved(0, rise)}{form}{NOTHING}{_live_text(looks)}'
        f'<c:dLblPos val="{position}"/>{_shown(shows)}</c:dLbl>'
    )


def _live_text(looks: Words) -> str:
    run = run_looks(looks.size_pt, looks.ink, bold=looks.bold, tag="defRPr")
    return (
        f"<c:txPr>{_LABEL_BODY}<a:lstStyle/><a:p><a:pPr>{run}</a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )


def value_label(
    index: int,
    value: Decimal,
    format_: NumberFormat,
    position: str,
    lang: str,
    looks: Words,
    rise: float = 0.0,
) -> str:
    """Return the label of a value: tied to it where a number format says just what print says."""
    if is_live(value, format_):
        return live_label(index, "Val", looks, position, format_.code, rise)
    words = Words(format_.label(value), looks.size_pt, looks.ink, looks.bold)
    return words_label(index, ((words,),), position, lang, rise=rise)


def is_live(value: Decimal, format_: NumberFormat) -> bool:
    """Tell whether a number format prints a value as its label: not "<0.1", and not a half.

    Programs that hold a number in binary round a half to either side.
    """
    if value and not format_.rounded(value):
        return False
    rest = abs(value / format_.factor).scaleb(format_.decimals) % 1
    return abs(rest - _HALF) > _NEARLY


_HALF, _NEARLY = Decimal("0.5"), Decimal("1e-6")


def labels(items: Sequence[str]) -> str:
    """Return a series' labels: these and no others."""
    ext = _NO_LEADERS if any("<c:manualLayout>" in item for item in items) else ""
    return f"<c:dLbls>{''.join(items)}{_shown()}{ext}</c:dLbls>"


_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""A label that was moved would be tied to its point by a line in some programs."""


# ── Strokes and axes ─────────────────────────────────────────────────────────────────────────────


def error_bars(direction: str, sign: str, lengths: str, stroke: str) -> str:
    """Return error bars: strokes from points, of lengths that stand in the data sheet.

    `direction` is x, y or "" (a bar chart has one); `sign` is plus or minus.
    """
    way = f'<c:errDir val="{direction}"/>' if direction else ""
    return (
        f'<c:errBars>{way}<c:errBarType val="{sign}"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"{lengths}{shape_looks('', stroke)}</c:errBars>"
    )


@dataclass(frozen=True)
class Axis:
    """An axis: its element, the one it crosses, and its limits."""

    kind: str
    id: int
    crosses: int
    position: str
    low: Number | None = None
    high: Number | None = None
    is_reversed: bool = False
    is_shown: bool = True


def axis_xml(axis: Axis, inner: str) -> str:
    """Return an axis; `inner` is what comes after `axPos`, in the schema's order."""
    limits = "" if axis.high is None else f'<c:max val="{number_text(axis.high)}"/>'
    limits += "" if axis.low is None else f'<c:min val="{number_text(axis.low)}"/>'
    order = "maxMin" if axis.is_reversed else "minMax"
    crossing = f'<c:crossAx val="{axis.crosses}"/><c:crosses val="autoZero"/>'
    return (
        f'<c:{axis.kind}><c:axId val="{axis.id}"/><c:scaling><c:orientation val="{order}"/>{limits}</c:scaling>'
        f'<c:delete val="{int(not axis.is_shown)}"/><c:axPos val="{axis.position}"/>'
        f"{inner.replace(_CROSS, crossing)}</c:{axis.kind}>"
    )


_CROSS = "<!--cross-->"


def ticks(
    position: str, stroke: str, words: str = "", number_format: str = "", grid: str = ""
) -> str:
    """Return grid, number format, tick marks (none), labels and line of an axis, up to its crossing."""
    form = (
        f'<c:numFmt formatCode={attribute(number_format)} sourceLinked="0"/>'
        if number_format
        else ""
    )
    return (
        f'{grid}{form}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{position}"/>{shape_looks("", stroke)}{words}{_CROSS}'
    )


def grid() -> str:
    """Return the grid at the ticks of an axis."""
    return f"<c:majorGridlines>{shape_looks('', line(Ink.GRID, 0.5))}</c:majorGridlines>"


CATEGORY_REST = (
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/>'
)


def bar_chart(
    series: str,
    gap: int,
    *,
    way: str = "col",
    grouping: str = "clustered",
    overlap: int | None = None,
) -> str:
    """Return columns (`way` is bar for bars across); `gap` and `overlap` are in per cent of one."""
    lap = "" if overlap is None else f'<c:overlap val="{overlap}"/>'
    return (
        f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap}"/>{lap}'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )


def dot_looks(index: int, size: int, filling: str, edge: str, own: str = "") -> str:
    """Return the dot of a point of a line; `own` is how the line to it looks, if not as the others."""
    marker = f'<c:symbol val="circle"/><c:size val="{size}"/>{shape_looks(filling, edge)}'
    return f'<c:dPt><c:idx val="{index}"/><c:marker>{marker}</c:marker><c:bubble3D val="0"/>{own}</c:dPt>'


_OUTLINED = {
    Fill.OUTLINE: Ink.WHITE,
    Fill.ASKED_STRONG: Ink.QUIET,
    Fill.ASKED_QUIET: Ink.HAIR,
    Fill.ASKED_PALE: Ink.MIST,
}


def bar_looks(kind: Fill) -> str:
    """Return fill and stroke of a bar or column, by what its filling means."""
    match kind:
        case Fill.STRONG:
            return shape_looks(fill(Ink.NAVY), line(None))
        case Fill.QUIET:
            return shape_looks(fill(Ink.QUIET), line(None))
        case Fill.PALE:
            return shape_looks(fill(Ink.HAIR), line(None))
        case Fill.HATCHED:
            return shape_looks(hatch(Ink.NAVY), line(Ink.NAVY, 0.8))
        case _:
            return shape_looks(fill(_OUTLINED[kind]), line(Ink.NAVY, 1.25))


def points_looks(kinds: Sequence[Fill], usual: Fill) -> str:
    """Return the points of a bar series that look otherwise than its usual ones."""
    return "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{bar_looks(kind)}</c:dPt>'
        for n, kind in enumerate(kinds)
        if kind is not usual
    )
