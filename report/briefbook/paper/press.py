"""A paper for a printer: the same plan, with its sheet's edges, and in grey if that is wanted."""

from __future__ import annotations

import io

from PIL import Image

from briefbook.frozen import replace
from briefbook.paper.plan import Block, Exhibit, Paper, Photo
from briefbook.theme.press import Press
from briefbook_figures.raster import RasterImage, RasterType


def for_press(paper: Paper, press: Press) -> Paper:
    """Return a plan as it is printed; its texts, and where they stand, are the same."""
    if press.is_x4:  # no files travel in it
        paper = replace(paper, blocks=tuple(map(_alone, paper.blocks)), attachments=())
    if not press.is_grey:
        return replace(paper, press=press)
    logo = paper.furniture.logo
    furniture = replace(
        paper.furniture, logo=replace(logo, image=_grey(logo.image)) if logo else None
    )
    blocks = tuple(
        replace(block, picture=replace(block.picture, image=_grey(block.picture.image)))
        if isinstance(block, Exhibit) and isinstance(block.picture, Photo)
        else block
        for block in paper.blocks
    )
    return replace(paper, furniture=furniture, blocks=blocks, press=press)


def _alone(block: Block) -> Block:
    return replace(block, attachment="") if isinstance(block, Exhibit) else block


def _grey(image: RasterImage) -> RasterImage:
    """Return a picture in grey, as bright as it was."""
    if image.is_grey:
        return image
    plain = Image.open(io.BytesIO(image.data)).convert("L")
    out = io.BytesIO()
    plain.save(out, "PNG")
    return RasterImage(RasterType.PNG, out.getvalue(), plain.width, plain.height, is_grey=True)
