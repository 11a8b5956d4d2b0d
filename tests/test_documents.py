"""The finished files of the shipped seeds: valid, whole, and saying the same."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from briefbook.build import build
from tests import tools
from tests.seeds import EXAMPLE, TAJIKISTAN

pytestmark = pytest.mark.slow

SEEDS = {"example": EXAMPLE, "tajikistan-us": TAJIKISTAN}


@pytest.fixture(scope="module", params=SEEDS, ids=list(SEEDS))
def outputs(request, tmp_path_factory) -> dict[str, Path]:
    """Build a shipped seed once and return its files by suffix."""
    out = tmp_path_factory.mktemp(request.param)
    return {path.suffix: path for path in build(SEEDS[request.param], out).files}


def words(path: Path) -> str:
    """Return a PDF's text with single spaces, soft hyphens taken out."""
    pages = (page.extract_text() for page in PdfReader(path).pages)
    return re.sub(r"\s+", " ", " ".join(pages).replace("\u00ad", ""))


def slides(path: Path) -> str:
    """Return all text of a deck: placeholders and table cells."""
    said = []
    for slide in Presentation(BytesIO(path.read_bytes())).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                said.append(shape.text_frame.text)
            if shape.has_table:
                said += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return re.sub(r"\s+", " ", " ".join(said))


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_paper_passes_the_gate(outputs, profile):
    assert tools.page_validation(outputs[".pdf"], profile) == []


@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_paper_passes_verapdf(outputs, flavour):
    assert tools.verapdf(outputs[".pdf"], flavour) == []


@pytest.mark.qpdf
def test_the_papers_syntax_is_clean(outputs):
    assert tools.qpdf_check(outputs[".pdf"]) == []


def test_the_deck_passes_openxml_audit(outputs):
    assert tools.openxml_audit(outputs[".pptx"]) == []


@pytest.mark.npm
def test_the_deck_passes_the_open_xml_sdk(outputs):
    assert tools.ooxml_sdk(outputs[".pptx"]) == []


def test_the_paper_is_at_most_twelve_pages_and_the_deck_eight_to_twelve_slides(tmp_path):
    files = {path.suffix: path for path in build(TAJIKISTAN, tmp_path).files}
    assert len(PdfReader(files[".pdf"]).pages) <= 12
    deck = Presentation(BytesIO(files[".pptx"].read_bytes()))
    shown = [slide for slide in deck.slides if slide._element.get("show") != "0"]
    assert 8 <= len(shown) <= 12


def test_every_page_says_which_it_is_of_how_many(outputs):
    pages = PdfReader(outputs[".pdf"]).pages
    for number, page in enumerate(pages, 1):
        said = page.extract_text()
        # Extraction gives the strong number and the rest of the line in either order.
        assert f"of {len(pages)}" in said
        assert str(number) in said


def test_the_stated_amounts_are_the_same_in_both_documents(tmp_path):
    files = {path.suffix: path for path in build(TAJIKISTAN, tmp_path).files}
    paper, deck = words(files[".pdf"]), slides(files[".pptx"])
    for long, short in (("$36 million", "$36M"), ("$89 million", "$89M")):
        assert long in paper
        assert short in deck
    for takeaway in ("19 of the 22 dated events", "came in"):
        assert takeaway in paper
        assert takeaway in deck


def test_no_source_that_may_not_be_passed_on_travels_inside(outputs):
    reader = PdfReader(outputs[".pdf"])
    assert all(name.endswith(".csv") for name in reader.attachments)
