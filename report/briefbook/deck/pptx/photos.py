"""Pictures made of pixels as native pictures, each file stored once in the package."""

from __future__ import annotations

import io

from pptx.slide import Slide as NativeSlide

from briefbook.deck.placeholders import Rect
from briefbook.deck.plan import Photo
from briefbook.deck.pptx.shapes import frame
from briefbook.deck.pptx.xml import attribute, printable


def photo_xml(
    shape_id: int, photo: Photo, rect: Rect, native: NativeSlide, where: str, idx: int = 0
) -> str:
    """Add a picture's part and return its shape, at the top left of its slot; nothing is cropped.

    `idx` is that of a placeholder for pictures, where the layout has one.
    """
    _, rel_id = native.part.get_or_add_image_part(io.BytesIO(photo.image.data))
    own = f'<p:nvPr><p:ph type="pic" idx="{idx}"/></p:nvPr>' if idx else "<p:nvPr/>"
    place = frame(Rect(rect.x, rect.y, photo.width_pt, photo.height_pt))
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{shape_id}" name={attribute(printable(photo.title, where))} '
        f"descr={attribute(printable(photo.alt, where))}/>"
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{own}</p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{rel_id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
