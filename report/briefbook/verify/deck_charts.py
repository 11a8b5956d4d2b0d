"""A native chart read back: its data sheet, what it draws of it, its labels, and what contradicts them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from briefbook.ooxml import A, C, S
from briefbook.verify.deck_grammar import BOOK_KINDS, grammar_faults
from briefbook.verify.number_formats import formatted
from briefbook.verify.opc import Package, package_faults

_BOOK_PARTS = {"xl/workbook.xml": "workbook", "xl/styles.xml": "styles"}
_SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class FoundChart:
    """A chart: its data sheet, what it remembers of it, and the words of its labels."""

    cells: dict[str, str]
    """`B2` → what the cell holds; empty cells left out."""
    caches: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Each stretch of the sheet that the chart draws: its reference, its cells as drawn."""
    labels: tuple[str, ...]
    """Those that are written out."""
    values: tuple[str, ...]
    """Those that the number formats make of the values that the chart draws."""
    ticks: tuple[str, ...]
    """What the value axis says, worked out from its ends and its step; empty if it is not shown."""
    faults: tuple[str, ...] = ()
    """What Briefbook never writes, and what cannot be seen or contradicts itself."""


def read_chart(package: Package, name: str) -> FoundChart:
    """Read a chart's part and its workbook; raises KeyError and ValueError for what is none."""
    root = package.xml(name)
    sheet = next((part for part in package.related(name).values() if part.endswith(".xlsx")), None)
    book = Package(package.data(sheet)) if sheet else None
    cells = _cells(book) if book else {}
    caches = []
    for reference in root.iter(f"{C}numRef", f"{C}strRef"):
        where = reference.findtext(f"{C}f") or ""
        points = tuple(
            (cell, point.findtext(f"{C}v") or "")
            for point in reference.iter(f"{C}pt")
            if (cell := _cell_at(where, int(point.get("idx", "0"))))
        )
        caches.append((where, points))
    labels = tuple(text for rich in root.iter(f"{C}rich") for text in paragraphs(rich))
    values = tuple(text for series in root.iter(f"{C}ser") for text in _value_labels(series))
    faults = (
        *grammar_faults(root, "chart"),
        *(_book_faults(book) if book else ("no data sheet",)),
        *_reference_faults(root, cells),
        *_axis_faults(root),
    )
    return FoundChart(cells, tuple(caches), labels, values, tuple(_ticks(root)), faults)


def paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of a text that say something."""
    for paragraph in element.iter(f"{A}p"):
        text = "".join(
            "\n" if run.tag == f"{A}br" else run.text or ""
            for run in paragraph.iter(f"{A}t", f"{A}br")
        )
        if text.strip():
            yield text


def _book_faults(book: Package) -> Iterator[str]:
    for name, fault in package_faults(book, BOOK_KINDS):
        yield f"in its workbook, {name} {fault}"
    for name, kind in ((_SHEET, "sheet1"), *_BOOK_PARTS.items()):
        if name in book.names:
            for fault in grammar_faults(book.xml(name), kind):
                yield f"in its workbook, {fault}"


_STRETCH = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def _reference_faults(root: etree._Element, cells: dict[str, str]) -> Iterator[str]:
    """Yield where a chart draws other cells than it says, or leaves some out."""
    drawn: set[str] = set()
    for reference in root.iter(f"{C}numRef", f"{C}strRef"):
        where = reference.findtext(f"{C}f") or ""
        match = _STRETCH.fullmatch(where)
        if not match or (match[3] and match[3] != match[1]):
            yield f"a stretch of its data sheet that Briefbook never names: {where}"
            continue
        stretch = [
            f"{match[1]}{row}" for row in range(int(match[2]), int(match[4] or match[2]) + 1)
        ]
        drawn.update(stretch)
        indices = [int(point.get("idx", "0")) for point in reference.iter(f"{C}pt")]
        count = next(reference.iter(f"{C}ptCount"), None)
        if count is None or int(count.get("val", "0")) != len(stretch):
            yield f"another number of points than {where} has cells"
        if any(times > 1 for times in Counter(indices).values()):
            yield f"a point of {where} twice"
        if [at for at, cell in enumerate(stretch) if cell in cells] != sorted(indices):
            yield f"other points than {where} has values"
    columns = {_column(cell) for cell in drawn if not _is_head(cell)}
    for cell in sorted({*cells} - drawn):
        if _column(cell) in columns and not _is_head(cell):
            yield f"no point for the cell {cell} of its data sheet"
    for series in root.iter(f"{C}ser"):
        yield from _series_faults(series)


def _column(cell: str) -> str:
    return cell.rstrip("0123456789")


def _is_head(cell: str) -> bool:
    return cell[len(_column(cell)) :] == "1"


def _series_faults(series: etree._Element) -> Iterator[str]:
    spans = {
        match.group(2, 4)
        for tag in ("cat", "val", "xVal", "yVal")
        if (match := _STRETCH.fullmatch(series.findtext(f"{C}{tag}//{C}f") or ""))
    }
    if len(spans) > 1:
        yield "values beside the names of other rows"
    # A label, or looks, for a point that is not there shows nothing; two for one point hide each other.
    for of in ("dLbls/{}dLbl", "dPt"):
        numbers = [entry.get("val") for entry in series.iterfind(f"{C}{of.format(C)}/{C}idx")]
        if len(set(numbers)) < len(numbers):
            yield "two labels or two colours for one point"


def _axis_faults(root: etree._Element) -> Iterator[str]:
    """Yield where an axis cuts off a value, or the foot of a column."""
    for axis in root.iter(f"{C}valAx"):
        ends = [axis.find(f"{C}scaling/{C}{end}") for end in ("min", "max")]
        low, high = (None if end is None else Decimal(end.get("val", "0")) for end in ends)
        id_ = axis.find(f"{C}axId")
        number = "" if id_ is None else id_.get("val", "")
        for plot in root.iter(f"{C}barChart", f"{C}lineChart"):
            if number not in {entry.get("val") for entry in plot.iterfind(f"{C}axId")}:
                continue
            values = _heights(plot)
            if plot.tag == f"{C}barChart":
                values.append(Decimal(0))
            if low is None or high is None:
                continue
            slack = _SLACK * (high - low)
            if any(value < low - slack for value in values):
                yield "an axis that begins above a value, or above the foot of a column"
            if any(value > high + slack for value in values):
                yield "an axis that ends below a value"


_SLACK = Decimal("0.01")
"""Part of an axis by which a value may reach over its end: next to nothing of it is seen."""


def _heights(plot: etree._Element) -> list[Decimal]:
    """Return how high a plot's points reach; in a pile each stands on the others."""
    grouping = plot.find(f"{C}grouping")
    kind = "" if grouping is None else grouping.get("val", "")
    if kind == "percentStacked":
        return []
    points = [
        (point.get("idx", ""), Decimal(point.findtext(f"{C}v") or "0"))
        for point in plot.iterfind(f"{C}ser/{C}val//{C}pt")
    ]
    if kind != "stacked":
        return [value for _, value in points]
    heights: dict[tuple[str, bool], Decimal] = {}
    for at, value in points:
        heights[at, value < 0] = heights.get((at, value < 0), Decimal(0)) + value
    return list(heights.values())


def _value_labels(series: etree._Element) -> Iterator[str]:
    """Yield the labels that show values, as their number formats print them."""
    drawn = {
        point.get("idx"): point.findtext(f"{C}v") or ""
        for point in series.iterfind(f"{C}val//{C}pt")
    }
    for label in series.iterfind(f"{C}dLbls/{C}dLbl"):
        shows, form = label.find(f"{C}showVal"), label.find(f"{C}numFmt")
        is_written = label.find(f"{C}tx") is not None
        if is_written or shows is None or shows.get("val") != "1" or form is None:
            continue
        index = label.find(f"{C}idx")
        value = drawn.get("" if index is None else index.get("val"), "")
        yield formatted(Decimal(value), form.get("formatCode", "")) if value else ""


def _ticks(root: etree._Element) -> Iterator[str]:
    for axis in root.iter(f"{C}valAx"):
        hidden, labels = axis.find(f"{C}delete"), axis.find(f"{C}tickLblPos")
        is_hidden = hidden is not None and hidden.get("val") == "1"
        is_silent = labels is not None and labels.get("val") == "none"
        step, form = axis.find(f"{C}majorUnit"), axis.find(f"{C}numFmt")
        if is_hidden or is_silent or step is None or form is None:
            continue
        low, high = (axis.find(f"{C}scaling/{C}{end}") for end in ("min", "max"))
        if low is None or high is None:
            continue
        at, last, by = (Decimal(entry.get("val", "")) for entry in (low, high, step))
        if not by > 0 or (last - at) / by > _MOST_TICKS:
            raise ValueError("a value axis has no step that can be drawn")
        while at <= last:
            yield formatted(at, form.get("formatCode", ""))
            at += by


_MOST_TICKS = 100


def _cell_at(reference: str, index: int) -> str:
    """Return a cell of a stretch `Sheet1!$B$2:$B$9`, counted from its first."""
    match = re.search(r"\$([A-Z]+)\$(\d+)", reference)
    return f"{match[1]}{int(match[2]) + index}" if match else ""


def _cells(book: Package) -> dict[str, str]:
    shared: list[str] = []
    if "xl/sharedStrings.xml" in book.names:
        # Excel writes them so when somebody has edited the data and saved.
        strings = book.xml("xl/sharedStrings.xml").iter(f"{S}si")
        shared = ["".join(t.text or "" for t in entry.iter(f"{S}t")) for entry in strings]
    sheet = next(name for name in sorted(book.names) if name.startswith("xl/worksheets/sheet"))
    cells = {}
    for cell in book.xml(sheet).iter(f"{S}c"):
        value = cell.findtext(f"{S}v") or ""
        if cell.get("t") == "s":
            value = shared[int(value)]
        elif cell.get("t") == "inlineStr":
            value = "".join(t.text or "" for t in cell.iter(f"{S}t"))
        if value:
            cells[cell.get("r", "")] = value
    return cells
