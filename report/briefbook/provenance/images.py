"""Pictures made of pixels in the manifest: whose they are, and the bytes that each document embeds."""

from __future__ import annotations

import hashlib
from typing import Any

from briefbook.deck.plan import Slide
from briefbook.evidence.numbering import placed_exhibits
from briefbook.model import Briefing
from briefbook.paper.plan import Exhibit, Paper, Photo
from briefbook_figures.raster import RasterImage


def image_files(briefing: Briefing) -> dict[str, dict[str, str]]:
    """Return the file of each image that is shown, with hash, credit and licence, by exhibit."""
    return {
        str(exhibit.id): {
            "file": str(form.file),
            "sha256": str(form.sha256),
            "credit": str(form.credit),
            "licence": str(form.licence),
        }
        for exhibit in placed_exhibits(briefing)
        if (form := exhibit.image)
    }


def paper_images(paper: Paper) -> list[dict[str, Any]]:
    """Return the pictures of the paper in their order."""
    logo = paper.furniture.logo
    head = [_printed("", logo.alt, logo.image)] if logo else []
    return head + [
        _printed(block.anchor.removeprefix("exhibit-"), str(block.alt), block.picture.image)
        for block in paper.blocks
        if isinstance(block, Exhibit) and isinstance(block.picture, Photo)
    ]


def printed_images(slide: Slide) -> list[dict[str, Any]]:
    """Return the pictures of a slide in their order, as a PDF embeds them."""
    return [_printed(slide.exhibit, photo.alt, photo.image) for photo in slide.photos]


def _printed(exhibit: str, alt: str, image: RasterImage) -> dict[str, Any]:
    return {
        "exhibit": exhibit,
        "alt": alt,
        "sha256": hashlib.sha256(image.packed).hexdigest(),
        "pixels": f"{image.width_px} × {image.height_px} {'grey' if image.is_grey else 'rgb'}",
    }


def slide_images(slide: Slide) -> list[dict[str, Any]]:
    """Return the pictures of a slide in their order."""
    return [
        {
            "exhibit": slide.exhibit,
            "alt": photo.alt,
            "sha256": hashlib.sha256(photo.image.data).hexdigest(),
        }
        for photo in slide.photos
    ]
