"""Each exhibit as a file of its own: SVG, PNG and PDF by matplotlib's savers."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from briefbook.cli import main
from briefbook_figures.draw import save
from briefbook_figures.palette import PAPER
from tests.figures.examples import EXAMPLES, FONTS

EXAMPLE = Path(__file__).parents[2] / "report" / "briefbook" / "example"
FORMS = pytest.mark.parametrize("form", EXAMPLES)


@cache
def _saved(form: str, format_: str) -> bytes:
    """Return a form as a file, made once for all who look at it."""
    return _save(form, format_)


def _save(form: str, format_: str) -> bytes:
    chart, width, height = EXAMPLES[form]
    return save(chart, width, height, PAPER, FONTS, format_)


@FORMS
def test_an_svg_has_the_size_of_the_picture_and_no_clock(form: str) -> None:
    root = etree.fromstring(_saved(form, "svg"))
    _, width, height = EXAMPLES[form]
    assert [float(value) for value in root.attrib["viewBox"].split()[2:]] == [width, height]
    assert not root.findall(".//{http://purl.org/dc/elements/1.1/}date")


@FORMS
def test_a_png_has_300_dots_to_the_inch(form: str) -> None:
    _, width, height = EXAMPLES[form]
    image = Image.open(BytesIO(_saved(form, "png")))
    assert image.size == (int(width / 72 * 300), int(height / 72 * 300))


@FORMS
def test_a_png_is_filled_by_its_drawing(form: str) -> None:
    """A picture that is made for 72 dots to the inch would stand small in the lower left corner."""
    image = Image.open(BytesIO(_saved(form, "png"))).convert("L").point(lambda v: 255 * (v < 250))
    box = image.getbbox()
    assert box is not None
    assert box[2] > 0.8 * image.width
    assert box[1] < 0.3 * image.height


@FORMS
def test_a_pdf_embeds_its_faces(form: str) -> None:
    with pikepdf.open(BytesIO(_saved(form, "pdf"))) as file:
        (page,) = file.pages
        faces = [font.DescendantFonts[0].FontDescriptor for font in page.Resources.Font.values()]
        assert faces
        assert all("/FontFile2" in face for face in faces)
        assert "/CreationDate" not in file.docinfo


@pytest.mark.parametrize("format_", ["svg", "png", "pdf"])
def test_the_same_chart_is_the_same_file(format_: str) -> None:
    assert _save("columns", format_) == _saved("columns", format_)


def test_the_command_writes_a_file_for_each_chart_and_names_it(tmp_path: Path, capsys) -> None:
    assert main(["figures", str(EXAMPLE), "--out", str(tmp_path), "--format", "svg"]) == 0
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == ["example-amounts.svg", "example-events.svg", "example-grants.svg"]
    assert "example-grants.svg" in capsys.readouterr().out
