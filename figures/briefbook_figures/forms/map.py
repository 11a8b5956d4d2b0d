"""A locator map: a country among its neighbours, a border, and places with what is said of them.

┌───────────────────────────────────┐
│  UZBEKISTAN      ▓▓▓   KYRGYZSTAN │   dark: the focus
│               ▓▓▓▓▓▓▓▓▓           │   grey: the country that it is shown against
│  First bridge ──■▓▓▓▓▓▓▓    CHINA │   rust: their common border, and the places
│  opened 2007   ░░░░░░▓▓▓          │
│         AFGHANISTAN       |200 km|│
└───────────────────────────────────┘
"""

from __future__ import annotations

from briefbook_figures.display_list import Face
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts
from briefbook_figures.forms.canvas import (
    GRID_LAYER,
    GROUND_LAYER,
    LEADING,
    MARK_LAYER,
    OVER_LAYER,
    Canvas,
    Words,
    require,
)
from briefbook_figures.forms.map_names import BORDER_PT, MapNames, Say
from briefbook_figures.geography import atlas
from briefbook_figures.label_placement import Box
from briefbook_figures.lines import Lines, moved_up
from briefbook_figures.palette import (
    AGAINST,
    AXIS,
    LAND,
    MUTED,
    NAVY,
    NOTE,
    RUST,
    TEXT,
    TINT,
    WHITE,
    ChartStyle,
)
from briefbook_figures.spec_map import MapChart, MapPlace

_HEIGHT = 214 / 493
"""Of a map's width, where its slot leaves that open."""
_COAST_PT, _SPECK_PT = 0.8, 1.0
_CASING_PT = 0.9
"""White on both sides of the common border."""
_MARK_PT, _CAPITAL_PT = 5.2, 2.0
_LEADER_PT, _HALO_PT = 0.6, 1.8
_NOTE_PT = 128.0
"""The widest line of a place's note."""
_EVENER = (0.9, 0.8, 0.7, 0.6, 0.5)
_KEY_GAP_PT, _KEY_COLUMNS, _KEY_NUMBER_PT = 8.0, 2, 12.0


def map_height(chart: MapChart, width_pt: float, style: ChartStyle, fonts: Fonts) -> float:
    """Return the height of a map of a width, with its key where it needs one."""
    canvas = Canvas(width_pt, width_pt * _HEIGHT, style, fonts)
    _require_known(chart)
    names = MapNames(canvas, chart, canvas.height, _labels(canvas))
    return canvas.height + (0.0 if names.are_clear else _key_height(canvas, chart))


def draw_map(canvas: Canvas, chart: MapChart) -> None:
    """Draw the map with each place's label beside it; with numbers and a key where that is not clear.

    Raises ChartError for a country that no map knows.
    """
    _require_known(chart)
    names, foot = MapNames(canvas, chart, canvas.height, _labels(canvas)), 0.0
    if not names.are_clear:
        foot = _key_height(canvas, chart)
        require(
            foot <= canvas.height / 2,
            f"The key of {len(chart.places)} places needs {foot:.0f} pt; the map has {canvas.height:.0f} in all.",
            "Show fewer places, or shorten their notes.",
        )
        names = MapNames(canvas, chart, canvas.height - foot, _numbers(canvas))
        _draw_key(canvas, chart)
    _Drawing(canvas, names, foot).draw()
    named = zip(chart.places, names.places, strict=True)
    canvas.left_out += [place.name for place, label in named if label is None]


def _require_known(chart: MapChart) -> None:
    for code in (chart.focus, *chart.against):
        hint = "Write its code of ISO 3166-1."
        require(code in atlas().codes, f"No map knows a country {code!r}.", hint)


def _labels(canvas: Canvas) -> Say:
    def say(_: int, place: MapPlace) -> tuple[Words, ...]:
        return _place_lines(canvas, place, canvas.pt(_NOTE_PT))

    return say


def _numbers(canvas: Canvas) -> Say:
    def say(number: int, _: MapPlace) -> tuple[Words, ...]:
        return (Words(str(number), canvas.style.value_pt, "sans-semibold"),)

    return say


def _place_lines(canvas: Canvas, place: MapPlace, room: float) -> tuple[Words, ...]:
    style = canvas.style
    name = _even(canvas, place.name, "sans-semibold", style.value_pt, room)
    note = _even(canvas, place.note, "sans", style.label_pt, room)
    return (
        *(Words(line, style.value_pt, "sans-semibold") for line in name),
        *(Words(line, style.label_pt, "sans", NOTE) for line in note),
    )


def _even(canvas: Canvas, text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Return as few lines as fit, none much longer than the others."""
    lines = canvas.measure.wrap(text, face, size, room)
    for share in _EVENER:
        try:
            tried = canvas.measure.wrap(text, face, size, room * share)
        except ChartError:
            break  # a word is wider than that
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


# ── The key ─────────────────────────────────────────────────────────────────────────────────────


def _key_rows(canvas: Canvas, chart: MapChart) -> list[list[tuple[int, tuple[Words, ...]]]]:
    width = (canvas.width - canvas.pt(_KEY_GAP_PT)) / _KEY_COLUMNS - canvas.pt(_KEY_NUMBER_PT)
    entries = [(n, _place_lines(canvas, place, width)) for n, place in enumerate(chart.places, 1)]
    return [entries[at : at + _KEY_COLUMNS] for at in range(0, len(entries), _KEY_COLUMNS)]


def _row_height(canvas: Canvas, row: list[tuple[int, tuple[Words, ...]]]) -> float:
    return max(sum(line.size_pt * LEADING for line in lines) for _, lines in row) + canvas.pt(3.0)


def _key_height(canvas: Canvas, chart: MapChart) -> float:
    rows = _key_rows(canvas, chart)
    return sum(_row_height(canvas, row) for row in rows) + canvas.pt(_KEY_GAP_PT) / 2


def _draw_key(canvas: Canvas, chart: MapChart) -> None:
    top = _key_height(canvas, chart) - canvas.pt(_KEY_GAP_PT) / 2
    step = (canvas.width + canvas.pt(_KEY_GAP_PT)) / _KEY_COLUMNS
    for row in _key_rows(canvas, chart):
        for column, (number, lines) in enumerate(row):
            x = column * step
            at = canvas.pt(_KEY_NUMBER_PT)
            width, height = canvas.size(lines)
            canvas.lines(lines, Box(x + at, top - height, x + at + width, top))
            first = lines[0].size_pt
            words = Words(str(number), first, "sans-semibold", RUST)
            canvas.text(x, top - first * canvas.measure.ASCENT, words)
        top -= _row_height(canvas, row)


# ── The map ─────────────────────────────────────────────────────────────────────────────────────


class _Drawing:
    """The marks of one map, from the ground up."""

    def __init__(self, canvas: Canvas, names: MapNames, foot: float) -> None:
        self._canvas = canvas
        self._names = names
        self._foot = foot

    def draw(self) -> None:
        names, canvas = self._names, self._canvas
        frame = names.frame
        canvas.area(
            Box(0, self._foot, frame.width_pt, self._foot + frame.height_pt), TINT, layer=GRID_LAYER
        )
        self._lands()
        for border in names.borders:
            # On a white line: rust between navy and grey is no line where colours print as greys.
            self._line(border, WHITE, BORDER_PT + 2 * _CASING_PT, OVER_LAYER)
            self._line(border, RUST, BORDER_PT, OVER_LAYER)
        for label in names.all:
            if label.leader:
                ends = [(x, y + self._foot) for x, y in label.leader]
                # White beneath, to be seen on the dark country.
                for ink, width in ((WHITE, _HALO_PT), (TEXT, _LEADER_PT)):
                    canvas.rule(ends, ink, canvas.pt(width), layer=OVER_LAYER)
        self._marks()
        for label in names.all:
            canvas.lines(label.lines, label.box.up(self._foot), label.anchor)
        self._scale()

    def _lands(self) -> None:
        chart, lands = self._names.chart, self._names.lands
        inks = {**dict.fromkeys(chart.against, AGAINST), chart.focus: NAVY}
        for land in lands.all:
            self._canvas.shape(self._up(land.areas), inks.get(land.code, LAND), layer=GROUND_LAYER)
        self._line(lands.borders(self._canvas.pt(_COAST_PT)), WHITE, _COAST_PT, MARK_LAYER)
        for land in lands.all:
            if land.code in inks and land.has_specks:
                ink, width = inks[land.code], self._canvas.pt(_SPECK_PT)
                self._canvas.shape(self._up(land.specks), ink, outline=ink, width_pt=width)

    def _line(self, lines: Lines, ink: str, width: float, layer: int) -> None:
        width = self._canvas.pt(width)
        self._canvas.shape(self._up(lines), outline=ink, width_pt=width, layer=layer)

    def _up(self, lines: Lines) -> Lines:
        return moved_up(lines, self._foot)

    def _marks(self) -> None:
        canvas, names = self._canvas, self._names
        edge = canvas.pt(_COAST_PT)
        for x, y in names.capitals:
            radius = canvas.pt(_CAPITAL_PT)
            canvas.dot((x, y + self._foot), radius, WHITE, outline=TEXT, width_pt=edge)
        half = canvas.pt(_MARK_PT) / 2
        for place, (x, y) in zip(names.chart.places, names.points, strict=True):
            fill, rim = (WHITE, RUST) if place.is_apart else (RUST, WHITE)
            y_up = y + self._foot
            corners = [(x - half, y_up - half), (x + half, y_up - half), (x + half, y_up + half),
                       (x - half, y_up + half)]  # fmt: skip
            canvas.polygon(corners, fill, outline=rim, width_pt=edge * (2 if place.is_apart else 1))

    def _scale(self) -> None:
        scale = self._names.scale
        if scale is None:
            return
        canvas, box = self._canvas, scale.box.up(self._foot)
        ink = WHITE if scale.is_white else AXIS
        y = box.bottom + canvas.pt(0.5)
        canvas.rule([(box.left, y), (box.right, y)], ink, canvas.pt(1.0))
        words = Words(scale.text, canvas.style.small_pt, "sans", WHITE if scale.is_white else MUTED)
        canvas.text(box.middle[0], y + canvas.pt(3.0), words, "center")
