"""A picture has pixels enough for the room that it is given."""

from __future__ import annotations

import math
from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing

LEAST_DPI = 150
"""Pixels in an inch below which print looks coarse."""
_INCH = 72


def check_image_resolution(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a warning for each picture that is coarse where it fills the width of the text.

    The paper prints such a picture smaller, and a slide shows it coarse.
    """
    for exhibit in resolved.briefing.exhibits:
        raster = exhibit.image.raster if exhibit.image else None
        if exhibit.image is None or raster is None:
            continue
        from briefbook.theme import paper as theme

        width, _ = raster.fitted(theme.TEXT_WIDTH, theme.IMAGE_HEIGHT)
        dpi = raster.width_px * _INCH / width
        if dpi < LEAST_DPI:
            needed = math.ceil(LEAST_DPI * width / _INCH)
            yield Problem(
                exhibit.image.place,
                f"“{exhibit.image.file}” is {raster.width_px} pixels wide, {dpi:.0f} an inch where it "
                "fills its room: it is printed small, and coarse on a slide",
                f"give a picture at least {needed} pixels wide",
                "image-resolution",
                str(exhibit.id),
                Severity.WARNING,
            )
