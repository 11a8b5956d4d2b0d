"""What charts over places share: the axes of `figures`, and the labels of the places as a series.

The labels are those of an invisible series along the foot of the chart: a category axis would put
them at zero, among the columns of negative values, and choose which ones to show by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NO_MARKER,
    NOTHING,
    VALUE_AXIS,
    Axis,
    Plot,
    Words,
    axis_xml,
    grid,
    labels,
    live_label,
    numbers,
    opening,
    strings,
    text_looks,
    ticks,
    words_label,
)
from briefbook.deck.pptx.workbook import Number, Sheet, number_text
from briefbook.deck.pptx.xml import line
from briefbook.errors import DoesNotFit
from briefbook.frozen import dataclass
from briefbook.theme.deck import LABEL_PT, SLACK, Ink
from briefbook_figures.axis import ValueAxis
from briefbook_figures.spec import ALL_ZERO, PlaceKind, Places

_LABEL_GAP_PT = 8.0
_FOOT_PT = 20.0
"""Height below the plot for one line of labels."""
_LINE_PT = 14.5
_TOP_PT = 14.0
"""Above the plot, for labels that stand higher than the axis ends."""
_TICK_GAP_PT = 8.0


@dataclass(frozen=True)
class Frame:
    """Where values and places stand, in points from the lower left corner of the plot."""

    axis: ValueAxis
    places: Places
    plot: Plot
    width: float
    height: float

    @property
    def step(self) -> float:
        """From one place to the next."""
        return self.width / len(self.places.labels)

    def points(self, value: Decimal) -> float:
        """Return how high a value stands."""
        return self.axis.share(value) * self.height

    def value(self, points: float) -> Decimal:
        """Return the value at a height; none is beyond the axis."""
        share = Decimal(min(max(points / self.height, 0.0), 1.0))
        return self.axis.low + share * (self.axis.high - self.axis.low)

    def length(self, points: float) -> Decimal:
        """Return what a stretch of the axis is worth."""
        return Decimal(points / self.height) * (self.axis.high - self.axis.low)


def lay_out_frame(
    axis: ValueAxis,
    places: Places,
    size_pt: tuple[float, float],
    right_pt: float,
    above_pt: float = 0.0,
) -> Frame:
    """Return the frame of a chart, with room right of the plot and above it.

    Raises DoesNotFit where a name is wider than its place.
    """
    width, height = size_pt
    left = max(text_width(words, LABEL_PT) for words in axis.texts) * SLACK + _TICK_GAP_PT
    inner = width - left - right_pt
    if places.kind is not PlaceKind.NAME:
        # The label of the last place is centred on it, and may be wider than it.
        over = (_widest(places) - inner / len(places.labels)) / 2
        inner = min(inner, width - left - over)
    lines = 1
    if places.kind is PlaceKind.NAME:
        lines = max(len(wrapped(name, inner / len(places.labels))) for name in places.labels)
    foot = _FOOT_PT + (lines - 1) * _LINE_PT
    top = _TOP_PT + above_pt
    tall = height - foot - top
    plot = Plot(left / width, top / height, inner / width, tall / height)
    return Frame(axis, places, plot, inner, tall)


def wrapped(name: str, room: float, size_pt: float = LABEL_PT, *, bold: bool = False) -> list[str]:
    """Break a name into lines of at most `room` points; raises DoesNotFit where a word is wider.

    An arrow stays with what it leads to, if both have room: `$37M → $24M`, then `→ <$1M`.
    """

    def fits(words: str) -> bool:
        return text_width(words, size_pt, bold=bold) * SLACK <= room

    bound = re.findall(r"→ \S+|\S+", name)
    lines: list[str] = []
    for word in bound if all(map(fits, bound)) else name.split():
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        elif fits(word):
            lines.append(word)
        else:
            raise DoesNotFit(
                f"the name “{name}” is wider than its place in the deck's chart",
                hint="use shorter names, or fewer of them",
            )
    return lines


class PlaceSheet:
    """The data sheet of a chart over places: a column for the places, one for each series."""

    def __init__(self, places: Places) -> None:
        """Begin with the places."""
        self.places = places
        self.sheet = Sheet()
        self.sheet.add(places.kind.capitalize())
        for label in places.labels:
            self.sheet.add(label)
        self._columns = 0

    def add(
        self,
        name: str,
        values: Sequence[Number | None],
        looks: str,
        above: str = "",
        below: str = "",
    ) -> str:
        """Add a series: a column of the sheet, and the XML that refers to it.

        `looks` is what comes after its name, `above` what comes before its data (points, labels,
        error bars), `below` what comes after.
        """
        column = self.add_column(name, values)
        self._columns += 1
        last = len(self.places.labels) + 1
        categories = strings("cat", Sheet.range(0, 2, last), self.places.labels)
        data = numbers("val", Sheet.range(column, 2, last), values)
        head = opening(self._columns - 1, column, name)
        return f"<c:ser>{head}{looks}{above}{categories}{data}{below}</c:ser>"

    def add_column(self, name: str, values: Sequence[Number | None]) -> int:
        """Add a column that is no series, and return its number."""
        self.sheet.rows[0].append(name)
        for row, value in zip(self.sheet.rows[1:], values, strict=True):
            row.append(value)
        return len(self.sheet.rows[0]) - 1

    def add_line(
        self, name: str, values: Sequence[Number | None], looks: str, above: str = ""
    ) -> str:
        """Add a series of a line chart without markers."""
        return self.add(name, values, looks + NO_MARKER, above, '<c:smooth val="0"/>')

    def add_labels(self, frame: Frame, last_full: int, lang: str) -> str:
        """Add the series whose labels are the places along the foot; they are the sheet's own.

        `last_full` is the last place that is not partial: it is always labelled.
        """
        width = _widest(self.places) + _LABEL_GAP_PT
        chosen = self.places.labelled(last_full, frame.step, width)
        looks = Words("", LABEL_PT, Ink.MUTED)
        if self.places.kind is PlaceKind.NAME:
            names = (wrapped(label, frame.step) for label in self.places.labels)
            shown = [
                words_label(n, [(Words(line_, LABEL_PT, Ink.MUTED),) for line_ in lines], "b", lang)
                for n, lines in enumerate(names)
            ]
        else:
            shown = [live_label(n, "CatName", looks, "b") for n in chosen]
        foot = [frame.axis.low if n in chosen else None for n in range(len(self.places.labels))]
        return self.add_line(
            f"{self.places.kind.capitalize()} labels", foot, NOTHING, labels(shown)
        )

    def add_zero_note(self, frame: Frame, lang: str) -> str:
        """Add what a chart says whose values are all zero, as the label of an invisible point."""
        middle = (len(self.places.labels) - 1) // 2
        level = frame.value(frame.height / 2)
        values = [level if n == middle else None for n in range(len(self.places.labels))]
        words = words_label(middle, ((Words(ALL_ZERO, LABEL_PT, Ink.MUTED),),), "ctr", lang)
        return self.add_line("Note on the values", values, NOTHING, labels([words]))


def _widest(places: Places) -> float:
    return max(text_width(label, LABEL_PT) for label in places.labels) * SLACK


def line_chart(series: Sequence[str]) -> str:
    """Return series as a line chart on the common axes."""
    if not series:
        return ""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(series)}<c:marker val="1"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:lineChart>'
    )


def place_axes(axis: ValueAxis) -> str:
    """Return both axes: the places' line at zero without labels, and the values' labels without a line."""
    places = ticks("none", line(Ink.AXIS, 0.75)) + CATEGORY_REST
    looks = text_looks(LABEL_PT, Ink.MUTED)
    values = ticks("low", line(None), looks, axis.format.code, grid())
    values += f'<c:crossBetween val="between"/><c:majorUnit val="{number_text(axis.step)}"/>'
    across = Axis("catAx", CATEGORY_AXIS, VALUE_AXIS, "b")
    up = Axis("valAx", VALUE_AXIS, CATEGORY_AXIS, "l", axis.low, axis.high)
    return axis_xml(across, places) + axis_xml(up, values)
