"""Pictures made of pixels held against the ledger: the same bytes, whole and upright, with their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefbook.errors import Problem

if TYPE_CHECKING:
    from briefbook.verify.report import Reporter  # which knows the ledger, and that this


@dataclass(frozen=True)
class Image:
    """A picture as the ledger has it."""

    exhibit: str
    alt: str
    sha256: str
    """Of the bytes that the document embeds."""
    pixels: str = ""
    """Their number and kind, where a document says them beside the bytes."""


@dataclass(frozen=True)
class FoundImage:
    """A picture as it stands in a file."""

    place: str
    """`page 3`, `slide 4`."""
    alt: str
    sha256: str
    pixels: str = ""
    faults: tuple[str, ...] = ()
    """What makes it look otherwise than its bytes: “is cropped”."""


def check_images(
    should: Sequence[Image], does: Sequence[FoundImage], reporter: Reporter
) -> Iterator[Problem]:
    """Yield each picture that is exchanged, added, lost, altered in its looks or described otherwise."""
    left = list(does)
    lost: list[Image] = []
    for image in should:
        key = (image.sha256, image.alt, image.pixels)
        same = next(
            (found for found in left if (found.sha256, found.alt, found.pixels) == key), None
        )
        if same is None:
            lost.append(image)
            continue
        left.remove(same)
        for fault in same.faults:
            yield reporter.problem(same.place, f"its picture {fault}", "image", image.exhibit)
    for image in lost:
        yield _lost(image, left, reporter)
    for found in left:
        message = "holds what Briefbook never shows: a picture that is not in the ledger"
        yield reporter.problem(found.place, message, "added")


def _lost(image: Image, left: list[FoundImage], reporter: Reporter) -> Problem:
    """Return what became of a picture that is not there as it should be; takes it from `left`."""
    for found in left:
        if (found.sha256, found.pixels) == (image.sha256, image.pixels):
            left.remove(found)
            message = f"its picture is described as “{found.alt}”; the ledger has “{image.alt}”"
            return reporter.problem(found.place, message, "alt-text", image.exhibit)
    for found in left:
        if found.alt == image.alt:
            left.remove(found)
            message = f"its picture “{image.alt}” is another than in the ledger"
            return reporter.problem(found.place, message, "image", image.exhibit)
    return reporter.problem("", f"the picture “{image.alt}” is missing", "image", image.exhibit)
