"""Marks, lines of maps, advances and round years, held against matplotlib, which they do without."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Affine2D, Bbox

from briefbook_figures.advances import FontFile
from briefbook_figures.forms.time_axis import time_ticks
from briefbook_figures.lines import Line, Points, cut_area, cut_line, holds, thinned
from briefbook_figures.outlines import circle, closed, hatching, rounded
from tests.figures.examples import FONTS

_WIDE, _HIGH, _AIR = 50.0, 40.0, 0.37
_BOX = Bbox.from_extents(0, 0, _WIDE, _HIGH)


def _walks() -> list[Points]:
    random = np.random.default_rng(1)
    found = []
    for number in range(200):
        steps = random.normal(0, random.choice([0.2, 1, 10]), (random.integers(3, 60), 2))
        points = np.cumsum(steps, axis=0) + random.choice([0, 30])
        if number % 3 == 0:
            points = np.concatenate([points, points[:1]])
        found.append(points.round(1) if number % 2 else points)
    return found


def test_a_thinned_line_is_the_one_that_matplotlib_simplifies() -> None:
    for points in _walks():
        path = Outline(points)
        path.simplify_threshold = 0.25
        simple = path.cleaned(simplify=True)
        theirs = np.asarray(simple.vertices)[simple.codes == Outline.LINETO]
        assert np.array_equal(thinned(points, 0.25), theirs)


def test_a_cut_line_has_the_pieces_that_matplotlib_leaves() -> None:
    inset = _AIR + 1  # it cuts one point outside of what it is told
    for points in _walks():
        path = Outline(points).cleaned(clip=(inset, inset, _WIDE - inset, _HIGH - inset))
        ends = [*np.flatnonzero(path.codes == Outline.MOVETO), np.argmax(path.codes == 0)]
        corners = np.asarray(path.vertices)
        theirs = [corners[a:b] for a, b in itertools.pairwise(ends) if b - a > 1]
        ours = list(cut_line(points, _WIDE, _HIGH, _AIR))
        assert [len(piece) for piece in ours] == [len(piece) for piece in theirs]
        assert all(np.allclose(one, other) for one, other in zip(ours, theirs, strict=True))


def test_a_cut_area_is_what_matplotlib_leaves_of_it() -> None:
    for points in _walks():
        ring = np.concatenate([points, points[:1]])
        theirs = np.asarray(Outline(ring, closed=True).clip_to_bbox(_BOX).vertices)
        assert np.allclose(cut_area(ring, _WIDE, _HIGH).reshape(-1, 2), theirs.reshape(-1, 2))


def test_a_point_in_a_hole_lies_outside() -> None:
    ring = np.array([[0, 0], [9, 0], [9, 9], [0, 9]], dtype=float)
    area = (Line(ring, is_closed=True), Line(ring / 3 + 3, is_closed=True))
    assert holds(area, (1, 1))
    assert not holds(area, (4.5, 4.5))
    assert not holds(area, (10, 1))


@pytest.mark.parametrize("file", [FONTS.sans, FONTS.semibold, FONTS.italic])
def test_letters_move_on_as_freetype_says(file: Path) -> None:
    theirs, ours = FT2Font(str(file)), FontFile(file)
    for code, glyph in theirs.get_charmap().items():
        advance = theirs.load_glyph(glyph, flags=LoadFlags.NO_SCALE).horiAdvance
        assert ours.ems(chr(code)) == advance / theirs.units_per_EM
    assert ours.ems("中") is None


def test_round_years_are_those_of_matplotlib() -> None:
    random = np.random.default_rng(2)
    for _ in range(300):
        start = float(random.uniform(1, 2100))
        end, most = start + float(random.uniform(5, 900)), int(random.integers(2, 12))
        locator = MaxNLocator(most, integer=True, steps=[1, 2, 5, 10])
        theirs = [float(at) for at in locator.tick_values(start, end) if start <= at <= end]
        assert [at for at, _ in time_ticks(start, end, most)] == theirs


def test_hatches_of_two_bars_are_in_one_phase() -> None:
    offsets = set()
    for left in (10.0, 51.3):
        box = closed([(left, 10), (left + 30, 10), (left + 30, 30), (left, 30)])
        hatch = hatching(box, "#000000", 0.8)
        assert hatch.clip == box
        offsets |= {round((y - x) % 4, 1) % 4 for _, (x, y) in hatch.outline}
    assert offsets == {0.0}


def test_a_circle_is_that_of_matplotlib() -> None:
    placed = Outline.unit_circle().transformed(Affine2D().scale(7).translate(3, 4))
    theirs = [rounded(value) for value in np.asarray(placed.vertices)[:-1].flatten()]
    assert [value for _, values in circle((3, 4), 7) for value in values] == theirs


@pytest.mark.parametrize("noise", [-1e-12, 0.0, 1e-12])
def test_the_last_bits_of_a_number_do_not_decide_its_rounding(noise: float) -> None:
    assert rounded(0.125 + noise) == 0.12
    assert rounded(-0.0 + noise) == 0.0
