"""Write the borders and capitals that maps are drawn from, out of two published files.

    python docs/tools/geography.py countries-10m.json naturalearth_cities.shp

The first is of the npm package world-atlas 2.0.2, the second (with its .dbf) of the Python package
geopandas 0.14.4; both are Natural Earth, in the public domain. The same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from babel.core import get_global
from matplotlib.path import Path as Outline
from numpy.typing import NDArray

from briefbook.language.en.countries import countries
from briefbook_figures.countries import FOLDER
from briefbook_figures.geography import Atlas, Ring, atlas
from briefbook_figures.simplify import simplified

Points = NDArray[np.float64]
Grid = NDArray[np.int64]

KEPT_OF_SIZE = 0.0006
"""What is left out of a line, as a share of the size of the smallest country that it bounds."""
FINEST, COARSEST = 0.001, 0.006
"""… in degrees of latitude, and no less or more than these."""
SMALLEST = 0.0004
"""Islands below this area are left out, in square degrees (5 km²) …"""
SMALLEST_SHARE = 0.001
"""… if they are less than this share of the country's largest part."""
TURN = 99_999
"""Steps of the file's grid in 360 degrees."""
NO_CODE = {"Kosovo": "XK"}
"""Countries that Natural Earth gives no number of ISO 3166-1, and the code in common use."""
NAMES = {
    "W. Sahara": "Western Sahara",
    "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands",
    "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "French Southern Lands",
    "S. Geo. and the Is.": "South Georgia",
    "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
    "N. Mariana Is.": "Northern Mariana Islands",
    "U.S. Minor Outlying Is.": "US Outlying Islands",
    "Heard I. and McDonald Is.": "Heard and McDonald Islands",
}
"""Natural Earth's abbreviations in full, where the table of countries has no name."""


CAPITALS = {"NL": "Amsterdam"}
"""The capital where prose speaks of another seat of government."""
CITIES = {
    "Chisinau": "Chi?in?u",
    "Copenhagen": "København",
    "Port of Spain": "Port-of-Spain",
    "Reykjavik": "Reykjavík",
    "Washington": "Washington, D.C.",
}
"""Natural Earth's spelling of a capital, where the table of countries has another."""


def main(lands_file: Path, cities: Path) -> None:
    """Write borders.npz, countries.tsv, extents.tsv, capitals.tsv and PROVENANCE.txt into the package."""
    topology = json.loads(lands_file.read_text(encoding="utf-8"))
    scale = np.array(topology["transform"]["scale"])
    shift = np.array(topology["transform"]["translate"])
    arcs = [_unbroken(np.array(arc, dtype=np.int64)) for arc in topology["arcs"]]
    lands = _lands(topology)
    kept = [_without_specks(land, arcs, scale) for land in lands]
    tolerances = _tolerances(kept, arcs, scale, shift)
    used = sorted(tolerances)
    number = {old: new for new, old in enumerate(used)}
    thin = [_thinned(arcs[old], scale, shift, tolerances[old]) for old in used]
    _write(lands, kept, number, thin, scale, shift)
    _write_countries(lands)
    _write_extents()
    count = _write_capitals(cities)
    _write_provenance(lands_file, cities, sum(map(len, arcs)), sum(map(len, thin)), count)


def _unbroken(steps: Grid) -> Grid:
    """Return an arc's points; one that crosses the antimeridian goes on beyond 180 degrees."""
    jumps = np.abs(steps[1:, 0]) > TURN // 2
    steps[1:, 0] -= np.where(jumps, np.sign(steps[1:, 0]) * TURN, 0)
    return np.cumsum(steps, axis=0)


Land = tuple[str, str, list[list[list[int]]]]
"""Code (empty for none), name, and polygons as rings of numbers of arcs (~n is n backwards)."""


def _lands(topology: dict[str, Any]) -> list[Land]:
    """Return the countries in the order of their codes, the parts of one code together."""
    known = {country.code: country.names[0] for country in countries()}
    codes = {number: to[0] for number, to in get_global("territory_aliases").items()}
    lands: dict[tuple[str, str], list[list[list[int]]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        own = shape["properties"]["name"]
        code = codes.get(shape.get("id", ""), NO_CODE.get(own, ""))
        if shape.get("id") and not code:
            raise SystemExit(f"no code for {own}, number {shape['id']}")
        name = known.get(code) or NAMES.get(own, own)
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        lands.setdefault((code, name), []).extend(polygons)
    return [(code, name, lands[code, name]) for code, name in sorted(lands)]


def _ring(ring: list[int], arcs: list[Grid]) -> Grid:
    parts: list[Grid] = []
    for n in ring:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        turns = round((parts[-1][-1, 0] - arc[0, 0]) / TURN) if parts else 0
        parts.append(arc + np.array([turns * TURN, 0]))
    return np.concatenate(parts)


def _area(points: Points) -> float:
    x, y = points.T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def _without_specks(land: Land, arcs: list[Grid], scale: Points) -> list[list[list[int]]]:
    """Return the polygons but islands too small to be seen; one of several arcs has neighbours."""
    areas = [_area(_ring(polygon[0], arcs) * scale) for polygon in land[2]]
    least = min(SMALLEST, SMALLEST_SHARE * max(areas))
    return [
        polygon
        for polygon, area in zip(land[2], areas, strict=True)
        if area >= least or len(polygon[0]) > 1
    ]


def _tolerances(
    kept: list[list[list[list[int]]]], arcs: list[Grid], scale: Points, shift: Points
) -> dict[int, float]:
    """Return for each arc in use how far a left-out point may lie from it, in degrees of latitude."""
    found: dict[int, float] = {}
    for polygons in kept:
        rings = [_ring(polygon[0], arcs) * scale + shift for polygon in polygons]
        largest = max(rings, key=_area)
        wide, high = np.ptp(largest, axis=0) * (np.cos(np.radians(largest[:, 1].mean())), 1.0)
        own = min(max(KEPT_OF_SIZE * max(wide, high), FINEST), COARSEST)
        for polygon in polygons:
            for ring in polygon:
                for n in ring:
                    arc = n if n >= 0 else ~n
                    found[arc] = min(found.get(arc, COARSEST), own)
    return found


def _thinned(arc: Grid, scale: Points, shift: Points, tolerance: float) -> Grid:
    degrees = arc * scale + shift
    flat = degrees * (np.cos(np.radians(degrees[:, 1].mean())), 1.0)
    least = 4 if (arc[0] == arc[-1]).all() else 2
    kept = simplified(flat, tolerance)
    return arc[kept] if len(kept) >= least else arc


def _write(
    lands: list[Land],
    kept: list[list[list[list[int]]]],
    number: dict[int, int],
    thin: list[Grid],
    scale: Points,
    shift: Points,
) -> None:
    rings = [
        ([number[n] if n >= 0 else ~number[~n] for n in ring], country, polygon is not ring)
        for country, polygons in enumerate(kept)
        for whole in polygons
        for polygon, ring in ((whole[0], ring) for ring in whole)
    ]
    starts = np.cumsum([0, *map(len, thin)])
    steps = np.diff(np.concatenate(thin), axis=0, prepend=0)
    # An arc's first point is whole, the steps to the others are small.
    steps[starts[:-1]] = 0
    outlines = [_ring(ring, thin) for ring, _, _ in rings]
    arrays = {
        "steps": np.ascontiguousarray(steps.T.astype("<i2")),
        "firsts": np.array([arc[0] for arc in thin], dtype="<i4"),
        "ring_lows": np.array([ring.min(axis=0) for ring in outlines], dtype="<i4"),
        "ring_highs": np.array([ring.max(axis=0) for ring in outlines], dtype="<i4"),
        "arc_starts": starts.astype("<i4"),
        "ring_arcs": np.array([n for ring, _, _ in rings for n in ring], dtype="<i4"),
        "ring_starts": np.cumsum([0, *(len(ring) for ring, _, _ in rings)]).astype("<i4"),
        "ring_land": np.array([land for _, land, _ in rings], dtype="<i4"),
        "ring_is_hole": np.array([hole for _, _, hole in rings], dtype="u1"),
        "codes": np.array([code for code, _, _ in lands]),
        "names": np.array([name for _, name, _ in lands]),
        "scale": scale,
        "shift": shift,
    }
    with zipfile.ZipFile(FOLDER / "borders.npz", "w") as file:
        for name, array in arrays.items():
            # A date of its own would be another file each time.
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with file.open(entry, "w") as member:
                np.lib.format.write_array(member, array, allow_pickle=False)


def _write_countries(lands: list[Land]) -> None:
    """Write the names of the countries once more, to be read without the borders."""
    lines = ["code\tname", *(f"{code}\t{name}" for code, name, _ in lands if code)]
    (FOLDER / "countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_extents() -> None:
    """Write where each country's parts lie, on the grid of the borders, and how large they are."""
    world = atlas()
    with np.load(FOLDER / "borders.npz") as data:
        scale, shift, lows, highs, country, hole = (
            data[name]
            for name in ("scale", "shift", "ring_lows", "ring_highs", "ring_land", "ring_is_hole")
        )
    lines = ["\t".join(["code", *map(repr, [*scale.tolist(), *shift.tolist()])])]
    for code in filter(None, world.codes):
        numbers = np.flatnonzero((country == world.codes.index(code)) & (hole == 0)).tolist()
        areas = [_size(world, ring) for ring in world.rings_of(code) if not ring.is_hole]
        boxes = (" ".join(map(str, (*lows[n].tolist(), *highs[n].tolist()))) for n in numbers)
        cells = (f"{box} {area:.6g}" for box, area in zip(boxes, areas, strict=True))
        lines.append("\t".join([code, *cells]))
    (FOLDER / "extents.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _size(world: Atlas, ring: Ring) -> float:
    """Return the area within a ring, in squares of a degree of latitude."""
    points = world.outline(ring)
    x = points[:, 0] * np.cos(np.radians((ring.box[1] + ring.box[3]) / 2))
    return _area(np.stack([x, points[:, 1]], axis=1))


def _write_capitals(cities: Path) -> int:
    """Write the capitals that the file of cities has, by the names of the table of countries."""
    places = dict(_cities(cities))
    lines = []
    for country in countries():
        own = (CAPITALS[country.code],) if country.code in CAPITALS else country.capitals
        found = next((n for name in own if (n := CITIES.get(name, name)) in places), "")
        # One that lies outside its country as drawn would be a view on its status.
        if country.kind == "state" and found and _holds(country.code, places[found]):
            x, y = places[found]
            lines.append(f"{country.code}\t{own[0]}\t{y:.3f}\t{x:.3f}")
    text = "\n".join(["code\tname\tlatitude\tlongitude", *sorted(lines)]) + "\n"
    (FOLDER / "capitals.tsv").write_text(text, encoding="utf-8")
    return len(lines)


def _holds(code: str, point: tuple[float, float]) -> bool:
    world = atlas()
    return any(
        Outline(world.outline(ring)).contains_point(point)
        for ring in world.rings_of(code)
        if not ring.is_hole
    )


def _cities(shapes: Path) -> list[tuple[str, tuple[float, float]]]:
    """Return the points of a shapefile with the texts of its first field, the name."""
    data, table = shapes.read_bytes(), shapes.with_suffix(".dbf").read_bytes()
    encoding = shapes.with_suffix(".cpg").read_text(encoding="ascii").strip()
    count, header, size = struct.unpack("<IHH", table[4:12])
    width = table[32 + 16]
    found = []
    for n in range(count):
        at = header + n * size + 1
        name = " ".join(table[at : at + width].decode(encoding).split())
        # 100 bytes of header; a record has 8 of its own, the type, and x and y.
        found.append((name, struct.unpack_from("<dd", data, 100 + n * 28 + 12)))
    return found


def _write_provenance(lands: Path, cities: Path, before: int, after: int, capitals: int) -> None:
    digest, digest2 = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (lands, cities))
    text = f"""\
borders.npz, countries.tsv, extents.tsv and capitals.tsv: Natural Earth, in the public domain (naturalearthdata.com, "Terms of Use").

borders.npz
  From     world-atlas 2.0.2 (npm), countries-10m.json: Natural Earth 4.1, countries at 1:10 million
  SHA-256  {digest}
  Done     {before:,} points thinned to {after:,} by docs/tools/geography.py: each border line once, so that
           neighbours still share it (Douglas and Peucker, {FINEST} to {COARSEST} degrees by the size of the country);
           islands under about 5 km² left out where the country has larger ones
  Names    of the table of countries (language/en/data/countries.tsv), otherwise Natural Earth's;
           once more in countries.tsv, to be read without the borders
  Extents  where the parts of each country lie and how large they are, in extents.tsv

capitals.tsv
  From     geopandas 0.14.4 (PyPI), naturalearth_cities: Natural Earth, populated places at 1:110 million
  SHA-256  {digest2}
  Done     the {capitals} capitals that the table of countries names and the file has

Natural Earth draws borders as they are held in fact, not as they are claimed: Crimea with Russia, Kosovo,
Northern Cyprus, Somaliland and Western Sahara apart. This project has no view on their status, and says so
under every map.
"""
    (FOLDER / "PROVENANCE.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
