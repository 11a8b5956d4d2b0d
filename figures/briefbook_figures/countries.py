"""The countries that a map can show, and their capitals, from Natural Earth (data/PROVENANCE.txt).

Their names alone are needed by many a build that draws nothing: they are read without the borders.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefbook.frozen import dataclass

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Capital:
    """A capital and where it lies, in degrees."""

    name: str
    latitude: float
    longitude: float


@cache
def map_codes() -> dict[str, str]:
    """Return the names of the countries that a map can show, by their codes."""
    return dict(_rows("countries.tsv"))


@cache
def capitals() -> dict[str, Capital]:
    """Return the capitals by the code of their country; a few small states have none here."""
    rows = _rows("capitals.tsv")
    return {code: Capital(name, float(y), float(x)) for code, name, y, x in rows}


def _rows(file: str) -> list[list[str]]:
    """Return the rows of a table without its head."""
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]
