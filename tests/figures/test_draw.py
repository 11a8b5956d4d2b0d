"""Every chart form: what holds for any picture of ours."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from briefbook_figures import palette
from briefbook_figures.display_list import PathMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.label_placement import Box
from briefbook_figures.spec import AmountChart, AmountGroup, AmountRow, Column, ColumnChart, Fill
from tests.conftest import Golden
from tests.figures.boxes import all_words, box_of, collisions, paths, texts
from tests.figures.dump import dump
from tests.figures.examples import EXAMPLES, FONTS, dollars, drawn, millions, years
from tests.tools import ROOT

FORMS = pytest.mark.parametrize("form", EXAMPLES)


@FORMS
def test_a_picture_has_the_size_that_was_asked_for(form: str) -> None:
    _, width, height = EXAMPLES[form]
    assert (drawn(form).width_pt, drawn(form).height_pt) == (width, height)


@FORMS
def test_nothing_reaches_beyond_the_picture(form: str) -> None:
    picture = drawn(form)
    # Strokes along an edge may lie half on it; 0.01 is the rounding of coordinates.
    page = Box(0, 0, picture.width_pt, picture.height_pt).grown(0.26, 0.01)
    assert [mark for mark in picture.marks if not page.holds(box_of(mark))] == []


@FORMS
def test_no_two_texts_overlap(form: str) -> None:
    assert collisions(drawn(form)) == []


@FORMS
def test_no_type_is_smaller_than_seven_points(form: str) -> None:
    assert min(mark.size_pt for mark in texts(drawn(form))) >= 7


@FORMS
def test_colours_are_those_of_the_palette(form: str) -> None:
    known = {value for value in vars(palette).values() if isinstance(value, str)}
    used = {m.colour for m in texts(drawn(form))}
    used |= {c for m in paths(drawn(form)) for c in (m.fill, m.stroke) if c}
    assert used <= known


@FORMS
def test_coordinates_are_whole_hundredths_of_a_point(form: str) -> None:
    picture = drawn(form)
    numbers = [value for mark in texts(picture) for value in (mark.x, mark.y)]
    numbers += [v for mark in paths(picture) for _, values in mark.outline for v in values]
    assert [number for number in numbers if round(number, 2) != number] == []


@FORMS
def test_a_picture_can_be_compared_and_stored(form: str) -> None:
    chart, width, height = EXAMPLES[form]
    again = draw(chart, width, height, palette.PAPER, FONTS)
    assert again == drawn(form)
    assert hash(again) == hash(drawn(form))


@FORMS
def test_a_picture_is_what_was_approved(form: str, golden: Golden) -> None:
    golden.text(f"figures/{form}.txt", dump(drawn(form)))


@FORMS
def test_the_screen_ink_fits_twice_the_size(form: str) -> None:
    chart, width, height = EXAMPLES[form]
    picture = draw(chart, width * 1.8, height * 1.8, palette.SCREEN, FONTS)
    assert collisions(picture) == []
    assert min(mark.size_pt for mark in texts(picture)) >= 12


# ── The machine ─────────────────────────────────────────────────────────────────────────────────

_DRAW_ALL = """
import hashlib, sys
from tests.figures.dump import dump
from tests.figures.examples import EXAMPLES, drawn
text = "".join(dump(drawn(form)) for form in EXAMPLES)
assert "matplotlib.pyplot" not in sys.modules
print(hashlib.sha256(text.encode()).hexdigest())
"""


def _in_another_process(code: str, cwd: Path, **environment: str) -> str:
    command = [sys.executable, "-c", code]
    places = os.pathsep.join(str(ROOT / part) for part in (".", "figures", "report"))
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": places}
    run = subprocess.run(
        command, cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False
    )
    assert run.stderr == ""
    return run.stdout.strip()


@cache
def _plainly_drawn() -> str:
    return _in_another_process(_DRAW_ALL, ROOT, PYTHONHASHSEED="1")


def test_pictures_are_the_same_on_every_machine(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    settings = home / ".config" / "matplotlib"
    settings.mkdir(parents=True)
    odd = "lines.linewidth: 9\npath.simplify: False\nhatch.linewidth: 7\nfont.size: 30\n"
    (settings / "matplotlibrc").write_text(odd)
    (elsewhere / "matplotlibrc").write_text(odd)
    runs = [
        _plainly_drawn(),
        _in_another_process(_DRAW_ALL, elsewhere, PYTHONHASHSEED="2", HOME=str(home)),
        _in_another_process(_DRAW_ALL, tmp_path, HOME="/nonexistent", LANG="tr_TR.UTF-8"),
        _in_another_process(_DRAW_ALL, tmp_path, MATPLOTLIBRC=str(settings)),
    ]
    assert len(set(runs)) == 1


def test_drawing_leaves_nothing_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    _in_another_process(_DRAW_ALL, tmp_path, HOME=str(home), TMPDIR=str(home))
    assert list(home.iterdir()) == []


def test_settings_made_by_others_are_put_aside_and_given_back() -> None:
    code = """
import matplotlib
matplotlib.rcParams["hatch.linewidth"] = 7
matplotlib.rcParams["lines.linewidth"] = 9
matplotlib.rcParams["text.parse_math"] = True
""" + _DRAW_ALL.replace("print(", 'assert matplotlib.rcParams["hatch.linewidth"] == 7\nprint(')
    assert _in_another_process(code, ROOT) == _plainly_drawn()


_NOT_DRAWING = ("spec", "display_list", "palette", "faces", "label_placement", "axis", "draw")


def test_what_is_not_drawing_loads_no_plotting_library() -> None:
    """One after the other in one process: the first that loads it is the last that is told."""
    code = f"""
import importlib, sys
for module in {_NOT_DRAWING!r}:
    if "matplotlib" not in sys.modules:
        importlib.import_module(f"briefbook_figures.{{module}}")
print("matplotlib" in sys.modules and module)
"""
    assert _in_another_process(code, ROOT) == "False"


# ── Letters ─────────────────────────────────────────────────────────────────────────────────────


def _one(label: str) -> AmountChart:
    row = AmountRow(label, "$36M of $38M", millions(1), dollars(), Fill.STRONG)
    return AmountChart((AmountGroup("Aid", (row,)),))


def test_tajik_letters_are_set() -> None:
    picture = draw(_one("Кӯмак ба Тоҷикистон"), 493, 102, palette.PAPER, FONTS)
    assert "Кӯмак ба Тоҷикистон" in all_words(picture)


def test_dollar_signs_are_letters_and_not_formulas() -> None:
    picture = draw(_one("$36M of $38M"), 493, 102, palette.PAPER, FONTS)
    assert all_words(picture).count("$36M of $38M") == 2


def test_a_letter_that_the_typeface_lacks_is_an_error_that_names_it() -> None:
    with pytest.raises(ChartError, match=r"U\+4E2D"):
        draw(_one("中"), 493, 102, palette.PAPER, FONTS)


# ── Grey print ──────────────────────────────────────────────────────────────────────────────────


def _bar(fill: Fill) -> list[PathMark]:
    chart = ColumnChart(years(2000, 1), (Column(millions(1), fill),), dollars(), "Aid")
    drawn_ = paths(draw(chart, 493, 102, palette.PAPER, FONTS))
    return [mark for mark in drawn_ if mark.fill or mark.clip or mark.outline[-1][0] == "Z"]


def test_the_four_fills_differ_without_colour() -> None:
    def look(fill: Fill) -> list[tuple[str | None, bool, float, bool]]:
        return [(m.fill, bool(m.stroke), m.width_pt, bool(m.clip)) for m in _bar(fill)]

    looks = [look(fill) for fill in Fill]
    assert all(one != other for i, one in enumerate(looks) for other in looks[:i])


def test_a_hatch_is_lines_clipped_to_its_bar() -> None:
    (hatch,) = [mark for mark in _bar(Fill.HATCHED) if mark.clip]
    assert hatch.stroke == palette.NAVY
    assert hatch.width_pt == palette.PAPER.hatch_pt
    assert len(hatch.outline) > 20
    assert not [mark for mark in _bar(Fill.OUTLINE) if mark.clip]
