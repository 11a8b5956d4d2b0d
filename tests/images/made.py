"""Pictures made for tests, and a copy of the example that shows one."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from PIL import Image, ImageDraw

from tests.seeds import EXAMPLE, copy_of, edit

ALT = "A railway bridge over a wide river"


def gradient(mode: str = "RGB", size: tuple[int, int] = (640, 400)) -> Image.Image:
    """Return a picture with another colour everywhere, and two words."""
    width, height = size
    red = Image.linear_gradient("L").resize(size)
    blue = Image.linear_gradient("L").rotate(90).resize(size)
    image = Image.merge("RGB", (red, Image.new("L", size, 90), blue))
    ImageDraw.Draw(image).text((width // 8, height // 3), "Test picture", fill="white")
    return image.convert(mode)


def saved(image: Image.Image, format_: str = "PNG", **options: object) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


def form(file: str, data: bytes, alt: str = ALT) -> str:
    """Return the image form of a file as YAML."""
    sha256 = hashlib.sha256(data).hexdigest()
    return f'{{file: {file}, sha256: {sha256}, alt: "{alt}", credit: "Embassy of Ostmark", licence: "public domain"}}'


def with_image(
    folder: Path, data: bytes, file: str = "bridge.png", image: str = "", more: str = ""
) -> Path:
    """Return a copy of the example with one exhibit more: an image, as `image` or `form` writes it."""
    seed = copy_of(EXAMPLE, folder)
    (seed / file).write_bytes(data)
    entry = (
        "exhibits:\n  - id: photo\n    takeaway: The railway bridge over the Tarn opened in 2011\n"
        f"    supported_by: [bridge]\n{more}    image: {image or form(file, data)}\n"
    )
    edit(seed, "exhibits:\n", entry)
    edit(seed, "see: [amounts, grants]", "see: [photo, amounts, grants]")
    edit(seed, "      - exhibit: amounts\n", "      - exhibit: photo\n      - exhibit: amounts\n")
    return seed
