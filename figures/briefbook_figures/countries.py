"""The countries that a map can show, their capitals and extents, from Natural Earth (data/PROVENANCE.txt).

A check needs no more of a map, and many a build draws none: all of it is read without the borders and NumPy.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefbook.frozen import dataclass

FOLDER = Path(__file__).parent / "data"
Extent = tuple[float, float, float, float]
"""West, south, east, north, in degrees; east may lie beyond 180."""


@dataclass(frozen=True)
class Capital:
    """A capital and where it lies, in degrees."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Part:
    """A part of a country: its mainland, an island."""

    box: Extent
    area: float
    """In squares of a degree of latitude."""


@cache
def map_codes() -> dict[str, str]:
    """Return the names of the countries that a map can show, by their codes."""
    return dict(_rows("countries.tsv"))


@cache
def capitals() -> dict[str, Capital]:
    """Return the capitals by the code of their country; a few small states have none here."""
    rows = _rows("capitals.tsv")
    return {code: Capital(name, float(y), float(x)) for code, name, y, x in rows}


@cache
def parts_of(code: str) -> tuple[Part, ...]:
    """Return the parts of a country; raises ValueError for a code that it has not.

    A line of the table is a country: its code, and for each part the whole numbers of the grid that the
    borders stand on (west, south, east, north) with the area.
    """
    table = _text("extents.tsv")
    head = table[: table.index("\n")].split("\t")[1:]
    scale_x, scale_y, shift_x, shift_y = map(float, head)
    start = table.index(f"\n{code}\t") + len(code) + 2
    found = []
    for cell in table[start : table.index("\n", start)].split("\t"):
        west, south, east, north, area = map(float, cell.split())
        box = (
            west * scale_x + shift_x, south * scale_y + shift_y,
            east * scale_x + shift_x, north * scale_y + shift_y,
        )  # fmt: skip
        found.append(Part(box, area))
    return tuple(found)


def _rows(file: str) -> list[list[str]]:
    """Return the rows of a table without its head."""
    return [line.split("\t") for line in _text(file).splitlines()[1:]]


@cache
def _text(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")
