"""Image files of the seed folder: a PNG, JPEG or SVG, told by its content, as pixels that may be printed.

What is handed on is upright, opaque, in sRGB or grey with 8 bits, and without metadata: no camera,
no name, no place (GPS). A JPEG that is so already keeps its compressed data byte for byte; a PNG
keeps its pixels. What cannot be converted without a decision of the author's is refused.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageCms, ImageOps, PngImagePlugin

from briefbook.errors import Unreadable
from briefbook_figures.raster import RasterImage, RasterType

MAX_IMAGE_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_OTHERS = (
    (b"GIF8", "a GIF"), (b"RIFF", "a WebP, or sound or film"), (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"), (b"BM", "a Windows bitmap"), (b"%PDF-", "a PDF"),
    (b"\0\0\0\x0cJXL", "a JPEG XL"), (b"\0\0\0\x0cjP", "a JPEG 2000"), (b"8BPS", "a Photoshop file"),
)  # fmt: skip
_SAVE = "save it as PNG or JPEG"
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, struct.error, zlib.error)  # fmt: skip
"""What Pillow raises for files that are cut short or do not keep to their format."""
_QUALITY = 95
"""Of a JPEG that must be written anew: differences are below what print shows."""
_ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""
_UPRIGHT = 1


def read_image(data: bytes, ground: str = "white") -> RasterImage:
    """Return the picture in a file's bytes; raises Unreadable with a sentence for all others.

    What is transparent shows the ground.
    """
    if b"<svg" in data[:4096].lower():
        from briefbook.model.svg_file import png_of_svg

        data = png_of_svg(data)
    _refuse_other_kinds(data)
    with warnings.catch_warnings():
        # Pillow warns of files with many pixels; their number is looked at here.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            _refuse_size(image)
            _refuse_animation(image)
            image.load()
            return _jpeg(image, data) if data.startswith(_JPEG) else _png(image, ground)
        except (Image.DecompressionBombError, *_DAMAGE) as error:
            if isinstance(error, Image.DecompressionBombError):
                raise _too_large("far more than") from None
            message = "the picture is damaged or cut short"
            raise Unreadable(message, hint="fetch it again, or save it anew as PNG") from error


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith((_PNG, _JPEG)):
        return
    if not data:
        raise Unreadable("the file is empty", hint="give a PNG, a JPEG or an SVG")
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise Unreadable("this is a picture of another kind (HEIC or AVIF)", hint=_SAVE)
    for magic, what in _OTHERS:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}, not a PNG or JPEG", hint=_SAVE)
    raise Unreadable("this is no picture", hint="give a PNG, a JPEG or an SVG")


def _refuse_size(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(f"{image.width:,} × {image.height:,} pixels are")


def _too_large(what: str) -> Unreadable:
    limit = f"{MAX_PIXELS // 1_000_000} million pixels"
    message = f"{what} more than {limit}" if what.endswith("are") else f"{what} {limit}"
    return Unreadable(message, hint="scale it down; 2,000 pixels of width print well")


def _refuse_animation(image: Image.Image) -> None:
    # A second picture in a JPEG is a camera's preview or depth map: the first one is meant.
    if isinstance(image, PngImagePlugin.PngImageFile) and image.is_animated:
        count = image.n_frames
        hint = "save the picture that you mean as a file of its own"
        raise Unreadable(f"an animation of {count} pictures, and paper shows one", hint=hint)


# ── Pixels ───────────────────────────────────────────────────────────────────────────────────────


def _jpeg(image: Image.Image, data: bytes) -> RasterImage:
    profile = _foreign_profile(image)
    is_upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    if image.mode == "CMYK" and not profile:
        hint = "save it in RGB: which red its inks make, only its maker can say"
        raise Unreadable("a picture in CMYK without a colour profile", hint=hint)
    is_plain = image.mode in ("L", "RGB") and not profile and is_upright
    bare = b"".join(_bare_jpeg(data)) if is_plain else b""
    if bare and (bare == data or _is_same(image, bare)):
        return _raster(image, RasterType.JPEG, bare)
    upright = _in_srgb(ImageOps.exif_transpose(image), profile)
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=None, exif=b"")
    return _raster(upright, RasterType.JPEG, out.getvalue())


def _is_same(image: Image.Image, data: bytes) -> bool:
    """Tell whether a JPEG still shows a picture; decoders forgive what others will not."""
    try:
        again = Image.open(io.BytesIO(data), formats=("JPEG",))
        return again.size == image.size and ImageChops.difference(again, image).getbbox() is None
    except _DAMAGE:
        return False


def _png(image: Image.Image, ground: str) -> RasterImage:
    profile = _foreign_profile(image)
    upright = ImageOps.exif_transpose(image)
    plain = _in_srgb(_opaque(_in_eight_bits(upright), ground), profile)
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())  # without the file's texts
    out = io.BytesIO()
    bare.save(out, "PNG")
    return _raster(bare, RasterType.PNG, out.getvalue())


def _raster(image: Image.Image, type_: RasterType, data: bytes) -> RasterImage:
    return RasterImage(type_, data, image.width, image.height, image.mode == "L")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return grey of 1 or 16 bits with 8; Pillow reads colours of 16 bits with 8 already."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    return image.convert("L") if image.mode == "1" else image


def _opaque(image: Image.Image, ground: str) -> Image.Image:
    """Return a picture in RGB or grey, on its ground where it is transparent."""
    is_grey = image.mode in ("L", "LA")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        over = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", over.size, ground), over).convert("RGB")
        return image.getchannel(0) if is_grey and ground == "white" else image
    return image if is_grey else image.convert("RGB")


def _foreign_profile(image: Image.Image) -> bytes:
    """Return the profile of colours that are not sRGB; nothing for grey, and for a broken profile."""
    profile: bytes = image.info.get("icc_profile") or b""
    if not profile or image.mode in ("1", "L", "LA") or image.mode.startswith("I"):
        return b""
    try:
        name = ImageCms.getProfileDescription(io.BytesIO(profile))
    except ImageCms.PyCMSError:
        return b""
    return b"" if "sRGB" in name else profile


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture with its colours as in sRGB, the colour space of both documents."""
    if not profile or image.mode == "L":
        return image
    srgb = ImageCms.createProfile("sRGB")
    try:
        made = ImageCms.profileToProfile(image, io.BytesIO(profile), srgb, outputMode="RGB")
    except ImageCms.PyCMSError as error:
        hint = "save it with the profile sRGB"
        message = "its colour profile does not fit its colours"
        raise Unreadable(message, hint=hint) from error
    return made if made is not None else image


# ── JPEG without its metadata ────────────────────────────────────────────────────────────────────

_END, _SCAN, _JFIF, _ADOBE, _COMMENT = 0xD9, 0xDA, 0xE0, 0xEE, 0xFE
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_USUAL = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive: what PDF readers and PowerPoint know."""
_APPLICATION = range(0xE0, 0xF0)


def _bare_jpeg(data: bytes) -> Iterator[bytes]:
    """Yield the segments that make the first picture of a JPEG; nothing after an unusual frame.

    ITU-T T.81, annex B. Kept are tables, frames and scans, JFIF (without its thumbnail) and Adobe's
    segment, which says how colours are coded.
    """
    segments = list(_segments(data))
    if any(marker in _FRAMES and marker not in _USUAL for marker, _ in segments):
        return
    yield data[:2]
    for marker, segment in segments:
        if marker == _JFIF and segment[4:9] == b"JFIF\0":
            yield b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0"
        elif _is_needed(marker, segment):
            yield segment


def _is_needed(marker: int, segment: bytes) -> bool:
    if marker == _ADOBE:
        return segment[4:9] == b"Adobe"
    return marker not in _APPLICATION and marker != _COMMENT


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and bytes of each segment up to the end of the first picture."""
    at = 2
    while True:
        while data[at + 1] == 0xFF:  # noqa: PLR2004  markers may be padded
            at += 1
        marker = data[at + 1]
        if data[at] != 0xFF or marker == _END:  # noqa: PLR2004
            yield _END, b"\xff\xd9"
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker stands that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] and not 0xD0 <= data[at + 1] <= 0xD7:  # noqa: PLR2004
            return at
        at += 2
    raise EOFError("the last scan has no end")
