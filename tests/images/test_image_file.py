"""A picture is told by its content; what is printed is plain, and what cannot be so is refused."""

import io
import struct
import time
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from briefbook.errors import Unreadable
from briefbook.model import svg_file
from briefbook.model.image_file import MAX_PIXELS, read_image
from briefbook_figures.raster import RasterType
from tests.images.made import gradient, saved


def pixels(raster) -> Image.Image:
    return Image.open(io.BytesIO(raster.data)).convert("RGB")


def far_apart(one: Image.Image, other: Image.Image) -> int:
    """Return the greatest difference between two pictures in one colour of one pixel."""
    assert one.size == other.size
    pairs = zip(one.convert("RGB").tobytes(), other.convert("RGB").tobytes(), strict=True)
    return max(abs(a - b) for a, b in pairs)


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_image(data)
    assert caught.value.hint
    return caught.value.message


# ── What is kept ─────────────────────────────────────────────────────────────────────────────────


def test_a_plain_jpeg_keeps_its_compressed_data_byte_for_byte():
    data = saved(gradient(), "JPEG", quality=80)
    raster = read_image(data)
    assert raster.type is RasterType.JPEG
    assert raster.data == data


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 2}])
def test_a_progressive_jpeg_and_one_with_restarts_are_kept_too(options):
    data = saved(gradient(), "JPEG", **options)
    assert read_image(data).data == data


def test_the_pixels_of_a_png_are_kept_exactly():
    raster = read_image(saved(gradient()))
    assert raster.type is RasterType.PNG
    assert far_apart(pixels(raster), gradient()) == 0


@given(
    mode=st.sampled_from(["RGB", "L", "P", "RGBA", "LA", "1"]),
    size=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    values=st.binary(min_size=324, max_size=324),
)
def test_any_small_png_has_the_colours_that_it_shows_on_white_paper(mode, size, values):
    kind = "RGBA" if mode in ("RGBA", "LA") else "RGB"
    count = size[0] * size[1] * len(kind)
    image = Image.frombytes(kind, size, values[:count]).convert(mode)
    white = Image.new("RGBA", size, "white")
    expected = Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    assert far_apart(pixels(read_image(saved(image))), expected) <= 1


def test_grey_stays_grey_and_colour_colour():
    assert read_image(saved(gradient("L"))).is_grey
    assert read_image(saved(gradient("L"), "JPEG")).is_grey
    assert not read_image(saved(gradient())).is_grey


def test_one_transparent_colour_of_a_png_becomes_white():
    image = Image.new("P", (2, 1))
    image.putpalette([200, 0, 0, 0, 200, 0])
    image.putpixel((1, 0), 1)
    shown = pixels(read_image(saved(image, transparency=1)))
    assert shown.getpixel((0, 0)) == (200, 0, 0)
    assert shown.getpixel((1, 0)) == (255, 255, 255)


def test_sixteen_bits_become_eight_without_a_shift():
    wide = Image.new("I;16", (3, 1))
    for at, value in enumerate((0, 0x8080, 0xFFFF)):
        wide.putpixel((at, 0), value)
    shown = pixels(read_image(saved(wide)))
    assert shown.tobytes()[::3] == bytes((0, 0x80, 255))


# ── What is taken off, and turned ────────────────────────────────────────────────────────────────


def with_exif(format_: str, orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of the photographer"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (38.0, 33.0, 36.0)
    return saved(gradient(), format_, exif=exif, **({"quality": 95} if format_ == "JPEG" else {}))


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_may_be_held_in_any_way(format_, orientation):
    data = with_exif(format_, orientation)
    raster = read_image(data)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert (raster.width_px, raster.height_px) == upright.size
    assert far_apart(pixels(raster), upright) <= (12 if format_ == "JPEG" else 0)


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_neither_camera_nor_place_is_handed_on(format_, orientation):
    data = with_exif(format_, orientation)
    raster = read_image(data)
    assert b"photographer" in data
    assert b"photographer" not in raster.data
    assert not Image.open(io.BytesIO(raster.data)).getexif()


def test_comments_thumbnails_and_text_chunks_are_taken_off():
    jpeg = saved(gradient(), "JPEG", comment=b"seen by nobody")
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "seen by nobody", zip=False)
    png = saved(gradient(), pnginfo=info)
    for data in (jpeg, png):
        assert b"seen by nobody" in data
        assert b"seen by nobody" not in read_image(data).data


def test_what_follows_the_first_picture_of_a_jpeg_is_dropped():
    data = saved(gradient(), "JPEG")
    assert read_image(data + b"a second file").data == data


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_a_jpeg_that_says_it_is_srgb_is_kept_without_the_profile():
    data = saved(gradient(), "JPEG", icc_profile=srgb())
    raster = read_image(data)
    assert raster.data == saved(gradient(), "JPEG")
    assert b"ICC_PROFILE" in data


def exchanged() -> bytes:
    """Return the profile of a colour space in which red is called green."""
    data = srgb().replace("sRGB".encode("utf-16-be"), "Test".encode("utf-16-be"))
    tags = {data[at : at + 4]: at for at in range(132, 132 + 12 * data[131], 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    swapped = bytearray(data)
    swapped[red + 4 : red + 12], swapped[green + 4 : green + 12] = (
        data[green + 4 : green + 12],
        data[red + 4 : red + 12],
    )
    return bytes(swapped)


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_the_colours_of_another_colour_space_are_converted(format_):
    image = Image.new("RGB", (16, 16), (200, 60, 60))
    raster = read_image(saved(image, format_, icc_profile=exchanged()))
    assert far_apart(pixels(raster), Image.new("RGB", (16, 16), (60, 200, 60))) <= 4
    assert not Image.open(io.BytesIO(raster.data)).info.get("icc_profile")


def test_a_profile_that_does_not_fit_the_colours_is_refused():
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert "profile" in refused(saved(gradient(), icc_profile=other))


def test_cmyk_without_a_profile_is_refused_and_not_guessed():
    assert "CMYK" in refused(saved(gradient("CMYK"), "JPEG"))


# ── What it is ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("format_", "said"), [("GIF", "GIF"), ("WEBP", "WebP"), ("TIFF", "TIFF"), ("BMP", "bitmap")]
)
def test_pictures_of_other_formats_are_named(format_, said):
    assert said in refused(saved(gradient(), format_))


def svg(inner: str, size: str = 'viewBox="0 0 100 50"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'.encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"<html><img src=x></html>", "no picture"),
        (b"%PDF-1.7", "a PDF"),
        (svg("<script>alert(1)</script>"), "a script"),
        (b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>', "entities"),
        (svg('<image href="https://example.org/x.png"/>'), "not in the file"),
        (svg('<image href="/etc/passwd"/>'), "not in the file"),
        (svg('<rect style="fill:url(http://example.org/f.svg#a)" width="1" height="1"/>'), "not in the file"),
        (svg("<style>@import 'x.css';</style>"), "styles from elsewhere"),
        (svg("<text>Panj</text>"), "texts"),
        (svg('<rect width="1" height="1"><animate attributeName="x"/></rect>'), "moves"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>', "how large"),
        (svg("<rect", size='viewBox="0 0 0 9"'), "damaged"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
    ],
)  # fmt: skip
def test_other_files_are_named_and_never_opened(data, said):
    assert said in refused(data)


def test_an_animation_is_refused():
    frames = [gradient().rotate(90), gradient().rotate(180)]
    data = saved(gradient(), save_all=True, append_images=frames)
    assert "animation of 3" in refused(data)


# ── Hostile files ────────────────────────────────────────────────────────────────────────────────


def test_a_drawing_is_drawn_at_300_dots_an_inch_on_white():
    red = '<rect width="50" height="100" fill="#ff0000"/>'
    raster = read_image(
        svg(f'<defs><path id="p"/></defs>{red}<use href="#p"/>', size='viewBox="0 0 200 100"')
    )
    assert (raster.width_px, raster.height_px) == (2054, 1027)
    image = Image.open(io.BytesIO(raster.data))
    assert image.getpixel((100, 500)) == (255, 0, 0)
    assert image.getpixel((1900, 500)) == (255, 255, 255)
    assert read_image(svg(red, size='width="2in" height="1in"')).width_px == 2054
    assert read_image(svg(red, size='width="10mm" height="1000mm"')).height_px <= 2500


def test_a_drawing_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(svg_file, "_SECONDS", 0.2)
    monkeypatch.setattr(svg_file, "_drawn", lambda *_: time.sleep(60))
    assert "seconds" in refused(svg("<path/>"))


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def bomb(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    png = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + png


@pytest.mark.parametrize("size", [(8_000, 8_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_decompression_bomb_is_refused_by_its_head_alone(size, monkeypatch):
    def unpack(*_):
        raise AssertionError("unpacked before its size was asked for")

    assert size[0] * size[1] > MAX_PIXELS
    monkeypatch.setattr(Image.Image, "load", unpack)
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", unpack)
    assert "million pixels" in refused(bomb(*size))
    head = bomb(*size)[:41]  # signature, IHDR, and of the pixels' chunk no more than its name
    assert "million pixels" in refused(head)


def test_a_text_chunk_that_unpacks_without_end_is_refused():
    text = chunk(b"zTXt", b"x\0\0" + zlib.compress(b" " * 50_000_000))
    png = saved(gradient())
    assert "damaged" in refused(png[:33] + text + png[33:])


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_a_file_cut_short_anywhere_is_refused(format_):
    data = saved(gradient(size=(64, 40)), format_)
    for end in range(20, len(data) - 40, 97):
        assert "damaged" in refused(data[:end])


@given(
    at=st.integers(2, 2_000), value=st.integers(0, 255), format_=st.sampled_from(["JPEG", "PNG"])
)
def test_a_changed_byte_gives_a_picture_or_a_sentence_and_never_a_crash(at, value, format_):
    data = bytearray(saved(gradient(size=(64, 40)), format_))
    data[at % len(data)] = value
    raster = None
    with suppress(Unreadable):
        raster = read_image(bytes(data))
    if raster is not None:
        assert pixels(raster).size == (raster.width_px, raster.height_px)
