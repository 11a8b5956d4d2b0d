"""Images as exhibits: their credit, and the size in which the paper prints them."""

from __future__ import annotations

import re

from briefbook.localization import translate
from briefbook.model import ImageForm
from briefbook.theme import paper as theme
from briefbook_figures.raster import RasterImage

_OWN_WORD = re.compile(r"[A-Z][\w ]{2,20}: \S")
"""“Map: UNOSAT”, “Logo: …”: the credit says itself what it is of."""


def raster_of(form: ImageForm) -> RasterImage:
    """Return the picture of a form; raises TypeError for a form that no reader has completed."""
    if form.raster is None:
        raise TypeError(f"{form.file} has not been read")
    return form.raster


def credit_line(form: ImageForm) -> tuple[str, str]:
    """Return what is credited (Photo, Map …), and whose it is with its licence."""
    credit = str(form.credit).rstrip(".")
    word = "Photo"
    if _OWN_WORD.match(credit):
        word, _, credit = credit.partition(": ")
    licence = translate("Licence: {licence}.", licence=str(form.licence).rstrip("."))
    return translate(word), f"{credit}. {licence}"


def printed_size(raster: RasterImage) -> tuple[float, float]:
    """Return width and height in points: as wide as the text, if its pixels are fine enough for that."""
    finest = raster.width_px * 72 / theme.IMAGE_DPI
    return raster.fitted(min(theme.TEXT_WIDTH, finest), theme.IMAGE_HEIGHT)
