"""A year in the life of the example: what an editor and the publishers change, month by month."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from pathlib import Path

from tests.seeds import EXAMPLE, copy_of, edit

Step = tuple[str, str, Callable[[Path], None]]
"""When, what happens, and how it happens to the seed."""


def _quiet(seed: Path) -> None:
    """Nothing happens: the run of a quiet month."""


def _source_edited(seed: Path) -> None:
    """The source's publisher counts the trains again and adds a sentence."""
    _record(seed, "About 40 trains cross it daily.", "About 55 trains cross it daily.")
    _record(seed, "Critics call it timid.", "Critics call it timid. A second embassy is planned.")
    edit(seed, "text: About 40 trains use it every day.", "text: About 55 trains use it every day.")
    edit(seed, "short: About 40 trains a day", "short: About 55 trains a day")
    edit(seed, "quote: About 40 trains cross", "quote: About 55 trains cross")
    edit(seed, "[About 40 trains a day], number: About 40,", "[About 55 trains a day], number: About 55,")  # fmt: skip


def _series_revised(seed: Path) -> None:
    """The figures' publisher revises 2012 and adds 2015."""
    path = seed / "grants.csv"
    before = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows:
        if row[0] == "2012":
            row[1] = str(int(row[1]) + 250_000)
    rows.append(["2015", "3100000", *rows[-1][2:]])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    _rehash(seed, before, path.read_bytes())
    edit(seed, "edition: invented figures}", "edition: invented figures of May}")
    edit(seed, "edition: 2027-03-01", "edition: 2027-06-01")


def _editor_at_work(seed: Path) -> None:
    """The editor drops a statement, adds one, and rests one on other words."""
    edit(seed, "      - claims: [relations, embassies, trade]", "      - claims: [relations, embassies, slow, trade]")  # fmt: skip
    edit(seed, "  - id: trade\n", "  - id: slow\n    kind: reported\n    text: The source calls relations slow to develop.\n    evidence: [{quote: Relations were slow to develop.}]\n  - id: trade\n")  # fmt: skip
    edit(seed, "quote: Verania opened an embassy in Ostmark in 2001.", "quote: Verania opened an embassy in Ostmark in 2001")  # fmt: skip
    edit(seed, "edition: 2027-06-01", "edition: 2027-09-01")


def _record(seed: Path, old: str, new: str) -> None:
    """Edit the source and record its new hash, as a refresh does."""
    before = (seed / "source.txt").read_bytes()
    edit(seed, old, new, "source.txt")
    _rehash(seed, before, (seed / "source.txt").read_bytes())


def _rehash(seed: Path, before: bytes, after: bytes) -> None:
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, after))
    edit(seed, old, new)


def _spring(seed: Path) -> None:
    _source_edited(seed)
    edit(seed, "edition: 2026-11-23", "edition: 2027-03-01")


YEAR: tuple[Step, ...] = (
    ("December", "Nothing has changed", _quiet),
    ("March", "The source is edited: another count of trains, a sentence more", _spring),
    ("June", "The series is revised and goes on for a year", _series_revised),
    ("September", "The editor adds a statement and shortens a quote", _editor_at_work),
    ("November", "Nothing has changed", _quiet),
)


def start(folder: Path) -> Path:
    """Return the seed as it stands before the year begins."""
    return copy_of(EXAMPLE, folder)
