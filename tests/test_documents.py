"""The finished files of the shipped seeds: valid, whole, and saying the same."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from briefbook.build import Built, build
from tests import tools
from tests.seeds import EXAMPLE, TAJIKISTAN

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]

SEEDS = {"example": EXAMPLE, "tajikistan-us": TAJIKISTAN}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build each shipped seed once."""
    made = {}

    def of(name: str) -> Built:
        if name not in made:
            made[name] = build(SEEDS[name], tmp_path_factory.mktemp(name), measured=True)
        return made[name]

    return of


@pytest.fixture(scope="module", params=SEEDS, ids=list(SEEDS))
def outputs(request, built) -> dict[str, Path]:
    """Return the files of a shipped seed by suffix."""
    return by_suffix(built(request.param))


def by_suffix(built: Built) -> dict[str, Path]:
    return {path.suffix: path for path in built.files}


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


def test_the_paper_is_at_most_twelve_pages_and_the_deck_eight_to_twelve_slides(built):
    files = by_suffix(built("tajikistan-us"))
    assert len(PdfReader(files[".pdf"]).pages) <= 12
    deck = Presentation(BytesIO(files[".pptx"].read_bytes()))
    shown = [slide for slide in deck.slides if slide._element.get("show") != "0"]
    assert 8 <= len(shown) <= 12


def test_no_page_is_more_than_15_percent_empty_but_the_last_of_text_and_annexes(built):
    made = built("tajikistan-us")
    reader = PdfReader(by_suffix(made)[".pdf"])
    (evidence,) = (
        reader.get_destination_page_number(entry) or 0
        for entry in reader.outline
        if not isinstance(entry, list) and entry.title == "A Evidence"
    )
    shares = made.empty_shares
    assert len(shares) == len(reader.pages)
    full = [share for at, share in enumerate(shares) if at not in {evidence - 1, len(shares) - 1}]
    assert max(full) <= 0.15
    assert evidence == 5  # the text ends on page five, full


def test_every_page_says_which_it_is_of_how_many(outputs):
    pages = PdfReader(outputs[".pdf"]).pages
    for number, page in enumerate(pages, 1):
        said = page.extract_text()
        # Extraction gives the strong number and the rest of the line in either order.
        assert f"of {len(pages)}" in said
        assert str(number) in said


def test_the_stated_amounts_are_the_same_in_both_documents(built):
    files = by_suffix(built("tajikistan-us"))
    paper, deck = words(files[".pdf"]), slides(files[".pptx"])
    for long, short in (("$92 million", "$92M"), ("$89 million", "$89M")):
        assert long in paper
        assert short in deck
    for takeaway in (
        "Nearly all that the source dates falls between 2000 and 2010: 19 of 22 events",
        "carried on",
    ):
        assert takeaway in paper
        assert takeaway in deck


def test_no_source_that_may_not_be_passed_on_travels_inside(outputs):
    reader = PdfReader(outputs[".pdf"])
    assert all(name.endswith(".csv") for name in reader.attachments)
