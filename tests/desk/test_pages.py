"""The third column: the page or slide that prints the chosen statement, and where."""

import io

import pytest
from PIL import Image

from tests.brand.made import copy_of_ministry
from tests.seeds import edit


@pytest.mark.parametrize("document", ["paper", "slides"])
def test_a_page_shows_the_chosen_statement_lit(desk, document):
    page = desk.get(f"view?s=bridge&doc={document}").text
    assert 'class="lit"' in page
    assert "<rect" in page


def test_every_place_on_a_page_leads_to_its_statement(desk):
    page = desk.get("view?s=bridge").text
    assert 'href="?s=critics&amp;' in page


def test_a_page_is_a_picture(desk):
    desk.get("view")
    answer = desk.get("picture/paper/0")
    with Image.open(io.BytesIO(answer.content)) as image:
        assert image.format == "PNG"
        assert image.width > 900
    assert desk.get("picture/paper/99").status_code == 404


def test_a_changed_text_is_on_the_page_at_once(desk):
    before = desk.get("view?s=trains").text
    desk.post("words", id="trains", was=desk.mark("trains"), text="It carries about 40 trains a day.")  # fmt: skip
    after = desk.get("view?s=trains").text
    assert "It carries about 40 trains a day." in after
    assert before.partition("?v=")[2][:16] != after.partition("?v=")[2][:16]


def test_a_page_that_cannot_be_printed_stays_as_it_was_and_says_so(desk):
    desk.get("view?s=trains")
    edit(desk.seed, "    voice: Ostmark\n", "\tvoice: Ostmark\n")
    page = desk.get("view?s=trains").text
    assert "<img" in page
    assert "As it was before" in page


def test_a_passage_is_marked_once_for_all_statements_that_quote_it(desk):
    page = desk.get("?s=trains").text
    assert 'class="lit">About 40 trains cross it daily.' in page
    assert page.count("About 40 trains cross it daily.</mark>") == 1


def test_pages_wear_the_brand_that_lies_beside_the_seed(desk):
    desk.get("view")
    before = desk.get("picture/paper/0").content
    copy_of_ministry(desk.seed)
    desk.get("view")
    assert desk.get("picture/paper/0").content != before
