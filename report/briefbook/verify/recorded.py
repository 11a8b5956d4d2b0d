"""Files held against the hashes of their parts: what is neither text nor known by name.

Where each text, area and shape stands, how large and in which ink, the ledger has in figures (`drawn`).
A part whose hash the manifest does not have is told as well, unless something in it has been told already.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefbook.drawn import DRAWN_PARTS, part_marks
from briefbook.errors import Problem
from briefbook.fingerprints import CONTENT_TYPES, part_fingerprint
from briefbook.verify.opc import Package
from briefbook.verify.report import Reporter


def part_hashes(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the place and the hash of each part of a PPTX."""
    slides = {name: n for n, name in enumerate(_order(package), 1)}
    for name in package.names:
        if name == CONTENT_TYPES:
            continue
        owner = re.sub(r"_rels/(.+)\.rels$", r"\1", name)
        place = f"slide {slides[owner]}" if owner in slides else name
        yield place, part_fingerprint(name, package.data(name))


def parts_drawn(package: Package) -> Iterator[tuple[str, str, str]]:
    """Yield place, name and marks of each slide and chart of a PPTX."""
    slides = {name: n for n, name in enumerate(_order(package), 1)}
    for name in package.names:
        if DRAWN_PARTS.fullmatch(name):
            place = f"slide {slides[name]}" if name in slides else name
            yield place, name, part_marks(package.xml(name))


def _order(package: Package) -> list[str]:
    main = package.main
    related = package.related(main)
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [
        related.get(entry.get(key, ""), "")
        for entry in package.xml(main).iter("{*}sldId")
        if entry.get(key)
    ]


def check_parts(
    found: Sequence[tuple[str, str]],
    recorded: Sequence[str],
    told: Sequence[Problem],
    reporter: Reporter,
) -> Iterator[Problem]:
    """Yield the places whose parts are not those that were built; `told` are the problems so far."""
    places = {str(problem.place).rpartition(", ")[2] for problem in told}
    wanted = Counter(recorded)
    for place, digest in found:
        if wanted[digest] > 0:
            wanted[digest] -= 1
        elif place not in places:
            places.add(place)
            yield reporter.problem(place, "is not drawn as it was built", "drawn-otherwise")


_MOST = 2
"""Differences of a place that are told."""


def check_drawn(
    found: Sequence[tuple[str, str, str]], recorded: Mapping[str, str], reporter: Reporter
) -> Iterator[Problem]:
    """Yield the places where something is drawn elsewhere, larger, or in another ink.

    `found` has the place as a reader calls it, its name in the ledger, and its marks.
    """
    if not recorded:
        return
    for place, name, marks in found:
        wanted = recorded.get(name, "")
        if marks == wanted:
            continue
        does, should = marks.split("\n"), wanted.split("\n")
        more, less = Counter(does) - Counter(should), Counter(should) - Counter(does)
        if not more and not less:
            yield reporter.problem(
                place,
                "draws what it was built with, some of it in each other’s place",
                "drawn-otherwise",
            )
            continue
        said = [f"draws {_listed(more)}"] if more else []
        said += [f"lacks {_listed(less)}"] if less else []
        yield reporter.problem(
            place, f"{', and '.join(said)}: not as it was built", "drawn-otherwise"
        )


def _listed(marks: Counter[str]) -> str:
    shown = [f"“{mark[:_LONGEST]}”" for mark in list(marks)[:_MOST]]
    rest = f" and {len(marks) - _MOST} more" if len(marks) > _MOST else ""
    return f"{', '.join(shown)}{rest}"


_LONGEST = 80
