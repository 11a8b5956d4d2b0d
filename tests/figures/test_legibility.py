"""Every form can be read: in grey, with a colour-vision deficiency, at its size, and nothing on anything.

Marks that stand beside each other are apart in lightness and in Lab distance to every eye, or differ
by an outline, hatching or a pattern. The bar for the distance is that of the design: about 20.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.theme import deck
from briefbook_figures import palette
from briefbook_figures.display_list import DisplayList, Outline, PathMark, TextMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import PAPER, SCREEN, ChartStyle
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    Fill,
    LineChart,
    Mean,
    Moment,
    Point,
    Shape,
    ShareChart,
    ShareRow,
    TimelineChart,
)
from briefbook_figures.spec import Column as OneColumn
from briefbook_figures.spec_map import MapChart, MapPlace
from briefbook_figures.spec_series import (
    ASKED_LOOKS,
    COLUMN_LOOKS,
    LINE_LOOKS,
    Arrangement,
    OneSeries,
    SeriesChart,
)
from tests.figures.boxes import collisions, path_box, paths, text_box, texts
from tests.figures.colours import contrast, distance, lightness
from tests.figures.examples import AMOUNTS, EXAMPLES, FONTS, MAP, TIMELINE, dollars, millions, years

APART = 20.0
"""Lab distance from which two colours are easily told apart."""
APART_IN_GREY = 10.0
"""Difference in L*."""
KNOWN_APART = 10.0
"""Lab distance of two fills that stand beside each other only where others between them are zero."""
READABLE = 4.5
"""Contrast of text with its ground (WCAG 2.1, 1.4.3)."""
SLIDE = (848.0, 350.0)
PAPER_SIZES = {6.8, 7.8, 8.6, 9.8, 11.2, 12.2, 14, 18, 27}
_NEAR_PT = 2.5
"""Marks nearer than this stand beside each other: parts of shares have a seam of 1 pt."""
_SEEN_PT = 1.5
"""A fill thinner than this is a line."""

FORMS = [*EXAMPLES, "seven shares", "partial and asked"]


@cache
def _example(name: str) -> tuple[Chart, float, float]:
    if name == "seven shares":
        parts = ("Fish", "Grain", "Timber", "Ore", "Oil", "Cement", "All else")
        rows = [(25, 23, 18, 13, 9, 6, 6), (6, 6, 9, 13, 18, 23, 25), (40, 20, 20, 0, 0, 10, 10)]
        shares = tuple(ShareRow(f"201{n}", tuple(map(millions, row))) for n, row in enumerate(rows))
        return ShareChart(parts, shares, dollars(0)), 493, 190
    if name == "partial and asked":
        looks = [(Fill.QUIET, ""), (Fill.STRONG, ""), (Fill.HATCHED, "2003 partial"), (Fill.OUTLINE, "2004 asked for")]  # fmt: skip
        columns = tuple(OneColumn(millions(50 + 5 * n), fill, bool(note), note) for n, (fill, note) in enumerate(looks))  # fmt: skip
        return ColumnChart(years(2001, 4), columns, dollars(), "Grants"), 493, 200
    return EXAMPLES[name]


@cache
def _drawn(name: str, medium: str) -> DisplayList:
    chart, width, height = _example(name)
    return _draw(chart, medium, (width, height))


def _draw(chart: Chart, medium: str, size: tuple[float, float]) -> DisplayList:
    width, height = size if medium == "paper" else SLIDE
    if isinstance(chart, AmountChart) and medium == "paper":
        return draw(chart, width, None, PAPER, FONTS)  # as high as they need, as on the page
    return draw(chart, width, height, _STYLES[medium], FONTS)


_STYLES: dict[str, ChartStyle] = {"paper": PAPER, "slide": SCREEN}
EVERY = [(name, medium) for name in FORMS for medium in _STYLES]


# ── What stands where ───────────────────────────────────────────────────────────────────────────


def _corners(outline: Outline) -> list[list[tuple[float, float]]]:
    """Return the closed lines of an outline; of a curve, three points and its end."""
    lines: list[list[tuple[float, float]]] = []
    for operator, v in outline:
        if operator == "M":
            lines.append([(v[0], v[1])])
        elif operator == "L":
            lines[-1].append((v[0], v[1]))
        elif operator == "C":
            x0, y0 = lines[-1][-1]
            for t in (0.25, 0.5, 0.75, 1.0):
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                lines[-1].append((a * x0 + b * v[0] + c * v[2] + d * v[4], a * y0 + b * v[1] + c * v[3] + d * v[5]))  # fmt: skip
    return lines


@cache
def _shape(outline: Outline) -> tuple[tuple[float, float, float, float], list[list[tuple[float, float]]]]:  # fmt: skip
    lines = _corners(outline)
    xs, ys = zip(*(corner for line in lines for corner in line), strict=True)
    return (min(xs), min(ys), max(xs), max(ys)), lines


def _holds(outline: Outline, at: tuple[float, float]) -> bool:
    """Say whether a point lies in an outline, by the even-odd rule."""
    (left, bottom, right, top), lines = _shape(outline)
    x, y = at
    if not (left <= x <= right and bottom <= y <= top):
        return False
    is_in = False
    for line in lines:
        for (x1, y1), (x2, y2) in pairwise([*line, line[0]]):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                is_in = not is_in
    return is_in


def _grounds(picture: DisplayList, text: TextMark) -> set[str]:
    """Return the colours under a text: at fifteen points of its ink, what is painted last before it."""
    box = text_box(text)
    before = picture.marks[: picture.marks.index(text)]
    fills = [mark for mark in before if isinstance(mark, PathMark) and mark.fill]
    found = set()
    for across in (0.0, 0.25, 0.5, 0.75, 1.0):
        for up in (0.05, 0.5, 0.95):
            at = (box.left + across * box.width, box.bottom + up * box.height)
            under = [str(m.fill) for m in fills if _holds(m.outline, at) and _holds(m.clip or m.outline, at)]  # fmt: skip
            found.add(under[-1] if under else palette.WHITE)
    return found


def _lines_through(picture: DisplayList, text: TextMark) -> list[PathMark]:
    """Return the rules and lines that cross the ink of a text and that nothing hides from it."""
    box = text_box(text).grown(-0.2, -0.2)
    at = picture.marks.index(text)
    found = []
    for number, mark in enumerate(picture.marks):
        if not isinstance(mark, PathMark) or mark.fill or not mark.stroke or mark.clip:
            continue
        # Borders in white are land without ink, not a line on a name.
        if mark.stroke == palette.WHITE or not path_box(mark).overlaps(box):
            continue
        if not any(box.left <= x <= box.right and box.bottom <= y <= box.top for x, y in _along(mark.outline)):  # fmt: skip
            continue
        over = [m for m in picture.marks[number:at] if isinstance(m, PathMark) and m.fill]
        if not any(path_box(m).holds(box) for m in over):
            found.append(mark)
    return found


def _along(outline: Outline) -> Iterator[tuple[float, float]]:
    """Yield points of a line, close to one another."""
    for line in _shape(outline)[1]:
        for (x1, y1), (x2, y2) in pairwise(line):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1))))
            for n in range(steps + 1):
                yield x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps


def _neighbours(picture: DisplayList) -> Iterator[tuple[PathMark, PathMark]]:
    """Yield the filled marks that stand beside or on each other, in different colours."""
    marks = [
        (mark, path_box(mark))
        for mark in paths(picture)
        # White without an outline is the ground of a label.
        if mark.fill
        and (mark.stroke or mark.fill != palette.WHITE)
        and min(path_box(mark).width, path_box(mark).height) >= _SEEN_PT
    ]
    for (one, box), (other, near) in combinations(marks, 2):
        if one.fill != other.fill and box.grown(_NEAR_PT, _NEAR_PT).overlaps(near):
            yield one, other


def _are_apart(one: str, other: str) -> bool:
    fills = palette.SHARE_FILLS
    if {one, other} <= {*fills} and abs(fills.index(one) - fills.index(other)) > 1:
        return distance(one, other) >= KNOWN_APART  # what lies between them is zero
    return abs(lightness(one) - lightness(other)) >= APART_IN_GREY and distance(one, other) >= APART


def _are_lands(one: PathMark, other: PathMark) -> bool:
    """Say whether both are grounds of a map: countries have names and borders, and bear no value."""
    return {one.fill, other.fill} <= _LANDS


_LANDS = {palette.TINT, palette.LAND, palette.AGAINST}


def faults(picture: DisplayList, medium: str) -> list[str]:
    """Return everything that cannot be read in a picture, a sentence each."""
    least = 7 if medium == "paper" else 12
    found = [f"“{a}” on “{b}”" for a, b in collisions(picture)]
    for one, other in _neighbours(picture):
        is_told = one.stroke != other.stroke or one.width_pt != other.width_pt
        if (
            not is_told
            and not _are_lands(one, other)
            and not _are_apart(str(one.fill), str(other.fill))
        ):
            found.append(f"{one.fill} beside {other.fill}")
    for text in texts(picture):
        grounds = _grounds(picture, text)
        # Dark words may run over a border between two light countries, never from light onto dark.
        if len(grounds) > 1 and not grounds <= _LANDS:
            found.append(f"“{text.text}” half on a mark: {sorted(grounds)}")
        found += [
            f"“{text.text}” in {text.colour} on {ground}: {contrast(text.colour, ground):.1f}"
            for ground in grounds
            if contrast(text.colour, ground) < READABLE
        ]
        found += [f"a line in {mark.stroke} through “{text.text}”" for mark in _lines_through(picture, text)]  # fmt: skip
        if text.size_pt < least:
            found.append(f"“{text.text}” in {text.size_pt} pt")
    return found


# ── Every form ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("name", "medium"), EVERY)
def test_every_form_can_be_read(name: str, medium: str) -> None:
    assert faults(_drawn(name, medium), medium) == []


@pytest.mark.parametrize("name", FORMS)
def test_type_in_print_has_one_of_the_papers_sizes(name: str) -> None:
    sizes = {round(text.size_pt, 2) for text in texts(_drawn(name, "paper"))}
    assert sizes <= PAPER_SIZES


# ── The palette, in both documents ──────────────────────────────────────────────────────────────


def _on_slides(ink: deck.Ink) -> str:
    """Return a colour of the deck as `#RRGGBB`: the theme's, its luminance changed as HSL has it."""
    import colorsys

    colour = deck.COLOURS[ink]
    slot = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}.get(colour.slot, colour.slot)
    parts = [int(deck.SCHEME[slot][at : at + 2], 16) / 255 for at in (1, 3, 5)]
    hue, light, full = colorsys.rgb_to_hls(*parts)
    light = min(1.0, light * colour.lum_mod / 100 + colour.lum_off / 100)
    return "#" + "".join(
        f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, light, full)
    )


SHARES = {
    "paper": (palette.SHARE_FILLS, palette.SHARE_LABELS),
    "slide": (
        tuple(map(_on_slides, deck.SHARE_INKS)),
        tuple(map(_on_slides, deck.SHARE_LABEL_INKS)),
    ),
}


@pytest.mark.parametrize("medium", SHARES)
def test_seven_shares_are_told_apart_without_their_outlines(medium: str) -> None:
    fills, _ = SHARES[medium]
    assert [pair for pair in pairwise(fills) if not _are_apart(*pair)] == []
    assert [pair for pair in combinations(fills, 2) if distance(*pair) < KNOWN_APART] == []


@pytest.mark.parametrize("medium", SHARES)
def test_every_share_can_be_read_in_its_part(medium: str) -> None:
    fills, inks = SHARES[medium]
    assert [(f, i) for f, i in zip(fills, inks, strict=True) if contrast(f, i) < READABLE] == []


COLUMNS = {
    "paper": {
        Fill.STRONG: palette.NAVY, Fill.QUIET: palette.QUIET, Fill.PALE: palette.PALE,
    },
    "slide": {
        Fill.STRONG: _on_slides(deck.Ink.NAVY), Fill.QUIET: _on_slides(deck.Ink.QUIET),
        Fill.PALE: _on_slides(deck.Ink.HAIR),
    },
}  # fmt: skip


ASKED = {
    "paper": {
        Fill.ASKED_STRONG: palette.QUIET, Fill.ASKED_QUIET: palette.PALE,
        Fill.ASKED_PALE: palette.MIST,
    },
    "slide": {
        Fill.ASKED_STRONG: _on_slides(deck.Ink.QUIET), Fill.ASKED_QUIET: _on_slides(deck.Ink.HAIR),
        Fill.ASKED_PALE: _on_slides(deck.Ink.MIST),
    },
}  # fmt: skip


@pytest.mark.parametrize("medium", COLUMNS)
@pytest.mark.parametrize("count", COLUMN_LOOKS)
def test_series_side_by_side_are_told_apart(count: int, medium: str) -> None:
    inks = [COLUMNS[medium][fill] for fill in COLUMN_LOOKS[count] if fill is not Fill.OUTLINE]
    assert [pair for pair in combinations(inks, 2) if not _are_apart(*pair)] == []
    assert len(COLUMN_LOOKS[count]) - len(inks) <= 1


@pytest.mark.parametrize("medium", COLUMNS)
@pytest.mark.parametrize("count", COLUMN_LOOKS)
def test_series_that_are_asked_for_are_told_apart_in_the_order_of_the_given_ones(
    count: int, medium: str
) -> None:
    given = [fill for fill in COLUMN_LOOKS[count] if fill in ASKED_LOOKS]
    inks = [ASKED[medium][ASKED_LOOKS[fill]] for fill in given]
    # Each has an outline of its own; grey print needs no more than a step between them.
    steps = [lightness(after) - lightness(before) for before, after in pairwise(inks)]
    assert all(step >= APART_IN_GREY for step in steps)
    for fill, ink in zip(given, inks, strict=True):
        assert lightness(ink) - lightness(COLUMNS[medium][fill]) >= APART_IN_GREY


@pytest.mark.parametrize("medium", COLUMNS)
def test_lines_differ_in_ink_or_pattern(medium: str) -> None:
    for (one, dash), (other, pattern) in combinations(LINE_LOOKS, 2):
        assert dash is not pattern or _are_apart(COLUMNS[medium][one], COLUMNS[medium][other])


def test_the_country_of_a_maps_argument_is_apart_in_grey() -> None:
    assert lightness(palette.LAND) - lightness(palette.AGAINST) >= APART_IN_GREY
    assert lightness(palette.AGAINST) - lightness(palette.NAVY) >= APART_IN_GREY


@pytest.mark.parametrize(
    ("one", "other"), [(palette.TEAL, "#8495A6"), (palette.RUST, "#52606D"), ("#CBD3DB", "#E3E8ED")]
)
def test_the_measure_finds_pairs_that_are_too_alike(one: str, other: str) -> None:
    assert not _are_apart(one, other)


def test_a_dark_label_on_a_dark_part_a_small_one_and_a_crossed_one_are_found() -> None:
    bar = PathMark(
        (("M", (0, 0)), ("L", (40, 0)), ("L", (40, 20)), ("L", (0, 20)), ("Z", ())), palette.NAVY
    )
    rule = PathMark((("M", (0, 34)), ("L", (80, 34))), None, palette.GRID, 0.5)
    told = [
        TextMark(5, 5, "ab", "sans", 8, palette.TEXT),
        TextMark(34, 8, "half", "sans", 8, palette.TEXT),
        TextMark(5, 32, "crossed", "sans", 6, palette.TEXT),
    ]
    found = " ".join(faults(DisplayList(100, 50, (bar, rule, *told)), "paper"))
    for fault in ("“ab” in", "“half” half on a mark", "through “crossed”", "“crossed” in 6 pt"):
        assert fault in found


# ── A sample of each form ───────────────────────────────────────────────────────────────────────

_SUMS = st.integers(0, 999).map(lambda n: millions(str(Decimal(n) / 10)))
_WORDS = st.sampled_from(("Aid", "Health and water", "Border guards", "Agriculture", "All other donors", "Roads"))  # fmt: skip


@st.composite
def _columns(pick: st.DrawFn) -> Chart:
    values = pick(st.lists(_SUMS, min_size=4, max_size=34).filter(any))
    told = pick(st.sets(st.integers(0, len(values) - 1), max_size=3))
    columns = [OneColumn(v, Fill.STRONG if n in told else Fill.QUIET, n in told) for n, v in enumerate(values)]  # fmt: skip
    if pick(st.booleans()):
        columns[-1] = OneColumn(values[-1], Fill.HATCHED, True, f"FY{2000 + len(values)} partial")
    half = len(values) // 2
    means = [Mean(0, half - 1, sum(values[:half], Decimal(0)) / half, "the first half")]
    return ColumnChart(years(2001, len(values)), tuple(columns), dollars(), "Aid", tuple(means) if pick(st.booleans()) else ())  # fmt: skip


@st.composite
def _lines(pick: st.DrawFn) -> Chart:
    values = pick(st.lists(_SUMS, min_size=3, max_size=30).filter(any))
    told = pick(st.sets(st.integers(0, len(values) - 1), max_size=3))
    return LineChart(years(2001, len(values)), tuple(Point(v, n in told) for n, v in enumerate(values)), dollars(), "Aid")  # fmt: skip


@st.composite
def _several(pick: st.DrawFn) -> Chart:
    arrangement = pick(st.sampled_from(Arrangement))
    count, places = pick(st.integers(2, 4)), pick(st.integers(4, 20))
    if arrangement is Arrangement.DOTS:
        places = 2
    looks = LINE_LOOKS if arrangement is Arrangement.LINES else [(fill, LINE_LOOKS[0][1]) for fill in COLUMN_LOOKS[count]]  # fmt: skip
    names = pick(st.lists(_WORDS, min_size=count, max_size=count, unique=True))
    values = pick(st.lists(st.lists(_SUMS, min_size=places, max_size=places), min_size=count, max_size=count).filter(lambda each: any(map(any, each))))  # fmt: skip
    series = tuple(
        OneSeries(name, tuple(row), fill, dash, told=(places - 1,))
        for name, row, (fill, dash) in zip(names, values, looks, strict=False)
    )
    return SeriesChart(arrangement, years(2001, places), series, dollars())


@st.composite
def _shares(pick: st.DrawFn) -> Chart:
    count = pick(st.integers(2, 7))
    parts = tuple(f"{pick(_WORDS)} {n}" for n in range(count))
    share = st.integers(0, 400).map(millions)
    rows = pick(st.lists(st.lists(share, min_size=count, max_size=count).filter(any), min_size=1, max_size=3))  # fmt: skip
    return ShareChart(parts, tuple(ShareRow(f"201{n}", tuple(row)) for n, row in enumerate(rows)), dollars(0))  # fmt: skip


@st.composite
def _timelines(pick: st.DrawFn) -> Chart:
    moments = []
    for start in pick(st.lists(st.integers(0, 180), min_size=1, max_size=16)):
        shape = pick(st.sampled_from((Shape.DOT, Shape.SQUARE, Shape.BAR, Shape.DIAMOND)))
        lane = pick(st.sampled_from(TIMELINE.lanes)).id
        at = 1992 + start / 10
        moments.append(Moment(lane, shape, at, at + (shape is Shape.BAR), pick(_WORDS)))
    return TimelineChart(TIMELINE.lanes, tuple(sorted(moments, key=lambda m: m.start)), 1992, 2012)


@st.composite
def _amounts(pick: st.DrawFn) -> Chart:
    rows = tuple(
        replace(row, label=pick(_WORDS), value=pick(_SUMS) + MIN)
        for group in AMOUNTS.groups for row in group.rows[: pick(st.integers(1, 3))]
    )  # fmt: skip
    return replace(AMOUNTS, groups=(replace(AMOUNTS.groups[0], rows=rows),))


MIN = millions(1)


@st.composite
def _maps(pick: st.DrawFn) -> Chart:
    north, east = st.floats(36.8, 40.5), st.floats(67.8, 74.5)
    places = tuple(MapPlace(pick(_WORDS), pick(north), pick(east)) for _ in range(pick(st.integers(1, 5))))  # fmt: skip
    return MapChart("TJ", ("AF",), places, MAP.capitals)


SAMPLES = {
    "columns": (_columns(), (493.0, 200.0)), "line": (_lines(), (493.0, 200.0)),
    "several": (_several(), (493.0, 190.0)), "shares": (_shares(), (493.0, 200.0)),
    "timeline": (_timelines(), (493.0, 190.0)), "amounts": (_amounts(), (493.0, 260.0)),
    "map": (_maps(), (493.0, 214.0)),
}  # fmt: skip


@pytest.mark.parametrize("form", SAMPLES)
@settings(max_examples=12, deadline=None)
@given(data=st.data(), medium=st.sampled_from(tuple(_STYLES)))
def test_whatever_a_form_shows_can_be_read(form: str, data: st.DataObject, medium: str) -> None:
    sample, size = SAMPLES[form]
    try:
        picture = _draw(data.draw(sample), medium, size)
    except ChartError:
        return  # said in a sentence, not drawn
    assert faults(picture, medium) == []
