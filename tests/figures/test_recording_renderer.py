"""What matplotlib draws, as plain marks; what charts do not use is refused."""

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Bbox, IdentityTransform

from briefbook_figures.display_list import Mark, PathMark
from briefbook_figures.forms.measure import Measure
from briefbook_figures.recording_renderer import RecordingRenderer, rounded
from tests.figures.examples import FONTS


def _record(*artists: Rectangle | Line2D | PathPatch) -> list[Mark]:
    figure = Figure(figsize=(2, 1), dpi=72, frameon=False)
    for artist in artists:
        artist.set_transform(IdentityTransform())
        figure.add_artist(artist)
    recorder = RecordingRenderer(144, 72, FONTS, Measure(FONTS))
    figure.draw(recorder)
    return recorder.marks


def _one(artist: Rectangle | Line2D | PathPatch) -> PathMark:
    (mark,) = _record(artist)
    assert isinstance(mark, PathMark)
    return mark


def test_a_rectangle_is_its_four_corners() -> None:
    mark = _one(Rectangle((10, 20), 30, 5, facecolor="#0f2b46", linewidth=0))
    corners = (("M", (10, 20)), ("L", (40, 20)), ("L", (40, 25)), ("L", (10, 25)), ("Z", ()))
    assert mark == PathMark(corners, fill="#0F2B46")


def test_a_line_keeps_its_width_dashes_and_ends() -> None:
    line = Line2D([0, 50], [5, 5], color="#9c3f0a", linewidth=2, dash_capstyle="butt")
    line.set_linestyle((0, (3, 1)))
    mark = _one(line)
    assert (mark.stroke, mark.width_pt, mark.dash_pt) == ("#9C3F0A", 2, (6, 2))
    assert mark.cap == "butt"


def test_curves_are_kept() -> None:
    curve = Path([(0, 0), (1, 2), (3, 4), (5, 6)], [Path.MOVETO, *[Path.CURVE4] * 3])
    mark = _one(PathPatch(curve, facecolor="none", edgecolor="black", linewidth=1))
    assert mark.outline == (("M", (0, 0)), ("C", (1, 2, 3, 4, 5, 6)))


def test_what_reaches_beyond_its_clip_is_clipped() -> None:
    patch = Rectangle((0, 0), 100, 10, facecolor="black", linewidth=0)
    patch.set_clip_box(Bbox([[20, 0], [40, 50]]))
    (mark,) = _record(patch)
    assert isinstance(mark, PathMark)
    assert mark.clip
    assert mark.clip[:3] == (("M", (20, 0)), ("L", (40, 0)), ("L", (40, 50)))


def test_what_lies_within_its_clip_is_not() -> None:
    patch = Rectangle((20, 5), 10, 10, facecolor="black", linewidth=0)
    patch.set_clip_box(Bbox([[0, 0], [144, 72]]))
    assert _one(patch).clip is None


def test_a_hatch_lies_between_the_fill_and_the_outline() -> None:
    patch = Rectangle((10, 10), 40, 20, facecolor="white", edgecolor="black", linewidth=1)
    patch.set_hatch("//////")
    marks = _record(patch)
    fill, hatch, outline = (mark for mark in marks if isinstance(mark, PathMark))
    assert (fill.fill, fill.stroke) == ("#FFFFFF", None)
    assert (hatch.stroke, hatch.clip) == ("#000000", fill.outline)
    assert (outline.fill, outline.stroke) == (None, "#000000")


def test_hatches_of_two_bars_are_in_one_phase() -> None:
    offsets = set()
    for left in (10.0, 51.3):
        patch = Rectangle((left, 10), 30, 20, facecolor="white", edgecolor="black", hatch="//////")
        hatch = _record(patch)[1]
        assert isinstance(hatch, PathMark)
        offsets |= {round((y - x) % 4, 1) % 4 for _, (x, y) in hatch.outline}
    assert offsets == {0.0}


def test_what_charts_do_not_use_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="transparency"):
        _record(Rectangle((0, 0), 5, 5, facecolor="black", alpha=0.5))
    with pytest.raises(NotImplementedError, match="diagonals"):
        _record(Rectangle((0, 0), 5, 5, facecolor="white", hatch="xx"))
    quadratic = Path([(0, 0), (1, 2), (3, 4)], [Path.MOVETO, *[Path.CURVE3] * 2])
    with pytest.raises(NotImplementedError, match="quadratic"):
        _record(PathPatch(quadratic, linewidth=1))


@pytest.mark.parametrize("noise", [-1e-12, 0.0, 1e-12])
def test_the_last_bits_of_a_number_do_not_decide_its_rounding(noise: float) -> None:
    assert rounded(0.125 + noise) == 0.12
    assert rounded(-0.0 + noise) == 0.0
