"""An image as an exhibit's form."""

from __future__ import annotations

from dataclasses import field

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.fields import NOWHERE, SHA
from briefbook_figures.raster import RasterImage


@dataclass(frozen=True)
class ImageForm:
    """A photograph, logo or map: file, alt (what is to be seen), credit (whose it is), licence."""

    file: str
    """A PNG or JPEG of the seed folder."""
    alt: str
    """What is to be seen, for those who do not see it."""
    credit: str
    """Whose picture it is, printed after “Photo”; “Map: …” or “Logo: …” gives another word."""
    licence: str
    """What allows its use: public domain, CC BY 4.0, by permission …"""
    sha256: str = field(default="", metadata=SHA)
    """Of the file's bytes; required, and told by the message where it is missing."""
    raster: RasterImage | None = field(default=None, metadata={"added": True})
    """The picture in the file, added by the reader."""
    place: SourceLocation = NOWHERE
