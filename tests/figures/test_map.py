"""Maps: the borders are the ones that countries share, places stand where they lie, names collide with nothing."""

import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.path import Path

from briefbook.language.en.countries import countries
from briefbook_figures.countries import FOLDER, capitals, map_codes, parts_of
from briefbook_figures.display_list import DisplayList, PathMark, TextMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.geography import atlas
from briefbook_figures.label_placement import Box
from briefbook_figures.map_frame import focus_extent, frame_of
from briefbook_figures.palette import AGAINST, AXIS, NAVY, PAPER, RUST, SCREEN, WHITE
from briefbook_figures.spec_map import MapChart, MapPlace
from tests.figures.boxes import all_words, collisions, filled, find, paths, text_box, texts
from tests.figures.examples import FONTS, MAP, drawn

SIZES = [(493, 214, PAPER), (848, 340, SCREEN)]
STATES = [country.code for country in countries() if country.kind == "state"]


def _draw(chart: MapChart, width: float = 493, height: float = 214) -> DisplayList:
    return draw(chart, width, height, PAPER, FONTS)


def _of(code: str, *against: str, places: tuple[MapPlace, ...] = ()) -> MapChart:
    shown = [capitals()[c] for c in (code, *against) if c in capitals()]
    cities = tuple(MapPlace(city.name, city.latitude, city.longitude) for city in shown)
    return MapChart(code, against, places, cities)


def _outlines(code: str) -> list[Path]:
    return [Path(atlas().outline(ring)) for ring in atlas().rings_of(code) if not ring.is_hole]


def _marks(picture: DisplayList, fill: str = RUST) -> list[Box]:
    return [box for box in filled(picture, fill) if box.width < 12]


# ── The borders ──────────────────────────────────────────────────────────────────────────────────


def test_the_border_of_two_countries_lies_on_both() -> None:
    world = atlas()
    border = np.concatenate([world.arc(n) for n in world.shared("TJ", "AF")])
    assert len(border) > 100
    for code in ("TJ", "AF"):
        own = {tuple(point) for path in _outlines(code) for point in np.asarray(path.vertices)}
        assert {tuple(point) for point in border} <= own


def test_countries_that_do_not_touch_share_no_border() -> None:
    assert atlas().shared("TJ", "PK") == ()


def test_every_state_of_the_table_is_on_the_map_under_its_name() -> None:
    names = {c.code: c.names[0] for c in countries()}
    assert {code: map_codes()[code] for code in STATES} == {code: names[code] for code in STATES}


def test_a_capital_lies_in_its_country() -> None:
    for code, city in capitals().items():
        at = (city.longitude, city.latitude)
        assert any(path.contains_point(at) for path in _outlines(code)), city.name


def test_where_the_data_are_from_stands_beside_them() -> None:
    text = (FOLDER / "PROVENANCE.txt").read_text(encoding="utf-8")
    assert "Natural Earth" in text
    assert "public domain" in text


def test_the_names_that_are_read_alone_are_those_of_the_borders() -> None:
    lands = zip(atlas().codes, atlas().names, strict=True)
    assert map_codes() == {code: name for code, name in lands if code}


def test_the_borders_are_small_and_read_without_matplotlib() -> None:
    assert (FOLDER / "borders.npz").stat().st_size < 700_000
    script = (
        "import sys\n"
        "from briefbook_figures.geography import atlas\n"
        "print(len(list(atlas().rings_of('TJ'))), 'matplotlib' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout
    count, loads_matplotlib = said.decode().split()
    assert int(count) >= 1
    assert loads_matplotlib == "False"


def test_the_extents_that_are_read_alone_are_those_of_the_borders() -> None:
    for code in map_codes():
        rings = [ring for ring in atlas().rings_of(code) if not ring.is_hole]
        assert [part.box for part in parts_of(code)] == [ring.box for ring in rings], code
        for part, path in zip(parts_of(code), _outlines(code), strict=True):
            x, y = np.asarray(path.vertices).T
            middle = np.radians((part.box[1] + part.box[3]) / 2)
            area = abs(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2 * np.cos(middle)
            assert part.area == pytest.approx(area, rel=1e-4), code


def test_a_check_of_a_map_needs_no_borders() -> None:
    script = (
        "import sys\n"
        "from briefbook_figures.map_frame import frame_of\n"
        "from briefbook_figures.spec_map import MapChart\n"
        "print(frame_of(MapChart('TJ', ('AF',), ()), 493, 214).extent, 'numpy' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout
    assert said.split()[-1] == b"False"


# ── The frame ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "west", "east"),
    [("FR", -6, 10), ("US", -126, -66), ("NL", 3, 8), ("ES", -10, 5), ("MY", 99, 120)],
)
def test_a_country_of_far_parts_is_framed_on_its_largest(
    code: str, west: float, east: float
) -> None:
    extent = focus_extent(code)
    assert west <= extent[0] < extent[2] <= east


@pytest.mark.parametrize("code", ["RU", "FJ", "US", "NZ"])
def test_a_country_across_the_antimeridian_is_in_one_piece(code: str) -> None:
    extent = focus_extent(code)
    assert extent[2] - extent[0] < 170


def test_a_place_that_lies_across_the_antimeridian_is_found_from_either_side() -> None:
    frame = frame_of(_of("FJ"), 493, 214)
    one, other = (frame.point(MapPlace("Lau", -17.2, x)) for x in (-179.0, 181.0))
    assert one == pytest.approx(other)
    assert frame.holds(MapPlace("Lau", -17.2, -179.0))


def test_a_small_island_is_shown_with_what_lies_around_it() -> None:
    assert "ITALY" in all_words(_draw(_of("MT")))


# ── What is drawn ────────────────────────────────────────────────────────────────────────────────


def test_focus_against_and_border_have_their_inks() -> None:
    picture = drawn("map")
    lands = [mark.fill for mark in paths(picture) if not mark.stroke]
    assert (lands.count(NAVY), lands.count(AGAINST)) == (1, 1)
    (border,) = [mark for mark in paths(picture) if mark.stroke == RUST]
    assert (border.width_pt, border.cap) == (2.2, "round")


def test_without_a_country_against_no_border_is_marked() -> None:
    assert [mark for mark in paths(_draw(_of("TJ"))) if mark.stroke == RUST] == []


def test_nothing_is_drawn_outside_of_the_frame() -> None:
    for mark in paths(drawn("map")):
        values = [mark.outline[n][1] for n in range(len(mark.outline))]
        xs = [x for points in values for x in points[0::2]]
        ys = [y for points in values for y in points[1::2]]
        assert min(*xs, *ys) >= -0.01
        assert max(xs) <= 493.01
        assert max(ys) <= 214.01


def test_a_place_stands_at_its_position_and_on_the_border_that_it_bridges() -> None:
    frame = frame_of(MAP, 493, 214)
    marks = [box.middle for box in _marks(drawn("map"))]
    for place in MAP.places:
        assert any(at == pytest.approx(frame.point(place), abs=0.1) for at in marks)
    border = next(mark for mark in paths(drawn("map")) if mark.stroke == RUST)
    points = np.array([values for operator, values in border.outline if operator in "ML"])
    for at in marks:
        assert np.hypot(*(points - np.array(at)).T).min() < 3


def test_a_place_beside_the_argument_has_a_hollow_mark() -> None:
    (_, first) = MAP.places[:2]
    picture = _draw(replace(MAP, places=(MAP.places[0], replace(first, is_apart=True))))
    at = frame_of(MAP, 493, 214).point(first)
    assert any(mark.middle == pytest.approx(at, abs=0.1) for mark in _marks(picture, WHITE))
    assert len(_marks(picture)) == 1


def test_every_place_is_named_with_its_note() -> None:
    said = all_words(drawn("map"))
    for place in MAP.places:
        assert place.name in said
        assert set(place.note.split()) <= set(said.split())
    assert drawn("map").left_out == ()


def test_the_focus_is_named_in_white_on_its_own_land() -> None:
    assert find(drawn("map"), "TAJIKISTAN").colour == WHITE


@pytest.mark.parametrize("code", ["MT", "SG", "MV", "GM", "CL", "IL"])
def test_a_country_too_small_for_its_name_is_named_beside_it(code: str) -> None:
    words = find(_draw(_of(code)), map_codes()[code].upper())
    assert words.colour in (NAVY, WHITE)


def test_two_hundred_kilometres_are_as_long_as_the_bar_says() -> None:
    frame = frame_of(MAP, 493, 214)
    (bar,) = [mark for mark in paths(drawn("map")) if mark.stroke == AXIS]
    (left, _), (right, _) = bar.outline[0][1], bar.outline[1][1]
    assert (right - left) * frame.km_per_pt == pytest.approx(200, rel=0.01)
    assert "200 km" in all_words(drawn("map"))


def test_a_bar_that_would_be_false_for_half_of_the_map_is_left_out() -> None:
    assert " km" not in all_words(_draw(_of("RU")))


def test_a_capital_beside_a_place_is_left_to_the_place() -> None:
    place = MapPlace("Embassy", 38.57, 68.78)
    picture = _draw(_of("TJ", places=(place,)))
    assert "Dushanbe" not in all_words(picture)
    assert "Embassy" in all_words(picture)


def test_places_without_room_are_numbered_and_a_key_names_them() -> None:
    crowd = tuple(
        MapPlace(f"Station {n} of the frontier guard", 37.3 + n / 4, 68.9 + n / 3,
                 "rebuilt with foreign money, and staffed ever since by recruits of the district")
        for n in range(8)
    )  # fmt: skip
    picture = draw(_of("TJ", "AF", places=crowd), 493, None, PAPER, FONTS)
    said = [mark.text for mark in texts(picture)]
    for number, place in enumerate(crowd, 1):
        assert said.count(str(number)) == 2
        assert place.name in all_words(picture)
    assert collisions(picture) == []


def test_a_country_that_no_map_knows_is_an_error() -> None:
    with pytest.raises(ChartError, match="'XX'"):
        _draw(MapChart("XX", (), ()))


def _problems(picture: DisplayList) -> list[str]:
    page = Box(0, 0, picture.width_pt, picture.height_pt)
    boxes = [(mark.text, text_box(mark)) for mark in picture.marks if isinstance(mark, TextMark)]
    found = [f"{text} leaves the map" for text, box in boxes if not page.holds(box)]
    found += [
        f"{a} on {b}" for (a, one), (b, other) in combinations(boxes, 2) if one.overlaps(other)
    ]
    return found


_BOTH = 3
"""So many countries share one that is drawn in the second size too: its layout is the same code."""


def test_every_country_is_drawn_and_nothing_collides() -> None:
    wrong = {}
    for number, code in enumerate(STATES[::3]):  # every third one, for the time that all take
        for width, height, style in SIZES if number % _BOTH == 0 else SIZES[:1]:
            picture = draw(_of(code), width, height, style, FONTS)
            found = _problems(picture)
            if map_codes()[code].upper().split()[0] not in all_words(picture):
                found.append("is not named")
            if not any(isinstance(mark, PathMark) and mark.fill == NAVY for mark in picture.marks):
                found.append("is not drawn")
            if found:
                wrong[code, width] = found
    assert wrong == {}


def test_a_map_has_few_enough_points_for_a_slide() -> None:
    for code in ("TJ", "NO", "US", "ID", "HR", "CA"):
        picture = draw(_of(code), 848, 340, SCREEN, FONTS)
        assert sum(len(mark.outline) for mark in paths(picture)) < 9000


def test_labels_stand_clear_of_the_marks_of_places() -> None:
    places = tuple(replace(place, note="") for place in MAP.places)
    picture = _draw(replace(MAP, places=places))
    for mark in texts(picture):
        assert not any(text_box(mark).overlaps(box) for box in _marks(picture)), mark.text


def test_a_common_border_stands_on_a_white_line_so_that_greys_tell_it_from_both_lands() -> None:
    marks = [m for m in drawn("map").marks if isinstance(m, PathMark) and not m.fill]
    [rust] = [m for m in marks if m.stroke == RUST]
    [white] = [m for m in marks if m.stroke == WHITE and m.outline == rust.outline]
    assert white.width_pt >= rust.width_pt + 1.5
    assert marks.index(white) < marks.index(rust)
