"""Files held against the hashes of their parts: what is neither text nor known by name.

Lengths, places, colours and outlines stand in no ledger in words. A part whose hash the manifest does not
have is told, unless something in it has been told already.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefbook.errors import Problem
from briefbook.fingerprints import CONTENT_TYPES, part_fingerprint
from briefbook.verify.opc import Package
from briefbook.verify.report import Reporter


def part_hashes(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the place and the hash of each part of a PPTX."""
    package = Package(data)
    slides = {name: n for n, name in enumerate(_order(package), 1)}
    for name in package.names:
        if name == CONTENT_TYPES:
            continue
        owner = re.sub(r"_rels/(.+)\.rels$", r"\1", name)
        place = f"slide {slides[owner]}" if owner in slides else name
        yield place, part_fingerprint(name, package.data(name))


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
