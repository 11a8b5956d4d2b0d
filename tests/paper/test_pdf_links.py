"""Links lead both ways: from a statement to its evidence, and back."""

import io

import pikepdf
import pytest

from briefbook.paper import plan
from briefbook.paper.pdf import render_pdf
from briefbook.pdf.errors import BrokenPlan
from briefbook.text import Citation, Link, Run
from tests.paper import plans


@pytest.fixture(scope="module")
def pdf():
    with pikepdf.open(io.BytesIO(render_pdf(plans.rich()))) as opened:
        yield opened


def links(pdf):
    """Yield every link: its page, its words, and its annotation."""
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.get("/Annots", []):
            yield number, str(annotation.Contents), annotation


def target_page(pdf, annotation):
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return pages[annotation.Dest[0].objgen]


def test_every_citation_leads_to_the_evidence(pdf):
    cited = [(page, link) for page, words, link in links(pdf) if words.startswith("Evidence ")]
    assert len(cited) > 80
    assert {target_page(pdf, link) for _, link in cited} == {8}


def test_a_citation_leads_to_the_height_of_its_passage(pdf):
    heights = {
        words: float(link.Dest[3]) for _, words, link in links(pdf) if words.startswith("Evidence ")
    }
    left = [
        heights[f"Evidence {number}"] for number in range(1, 10) if f"Evidence {number}" in heights
    ]
    assert left == sorted(left, reverse=True)


def test_a_passage_leads_back_to_where_it_is_cited_first(pdf):
    back = {words: link for page, words, link in links(pdf) if page == 8 and words.isdigit()}
    assert len(back) == len(plans.PASSAGES)
    assert target_page(pdf, back["12"]) == 1
    assert target_page(pdf, back["15"]) in {2, 3}


def test_an_address_is_opened_by_its_link(pdf):
    [uri] = {str(link.A.URI) for _, words, link in links(pdf) if words.startswith("https")}
    assert uri.startswith("https://www.globalsecurity.org/")


def test_every_link_is_printed_and_lies_on_the_page(pdf):
    for _, _, link in links(pdf):
        left, bottom, right, top = (float(edge) for edge in link.Rect)
        assert link.F == 4
        assert 40 < left < right < 560
        assert 40 < bottom < top < 800


@pytest.mark.parametrize(
    ("part", "named"), [(Link("here", "#nowhere"), "nowhere"), (Citation(99), "Evidence 99")]
)
def test_a_link_to_nowhere_is_an_error_that_names_it(part, named):
    with pytest.raises(BrokenPlan, match=named):
        render_pdf(plans.paper(plan.Paragraph((Run("See "), part))))


def test_a_file_that_is_not_attached_is_an_error():
    with pytest.raises(BrokenPlan, match=r"four-amounts\.csv"):
        render_pdf(plans.paper(*plans.ASSISTANCE[:4], *plans.EVIDENCE))


def test_two_files_of_one_name_are_an_error():
    with pytest.raises(BrokenPlan, match="two attachments"):
        render_pdf(plans.paper(attachments=plans.ATTACHMENTS[:1] * 2))


def test_letters_that_an_address_cannot_hold_are_encoded():
    link = Link("here", "https://example.org/Таджикистан?a=1&b=%20#c")
    data = render_pdf(plans.paper(plan.Paragraph((link,))))
    with pikepdf.open(io.BytesIO(data)) as opened:
        [(_, _, annotation)] = links(opened)
        address = str(annotation.A.URI)
    assert address.startswith("https://example.org/%D0%A2%D0%B0")
    assert address.endswith("?a=1&b=%20#c")
