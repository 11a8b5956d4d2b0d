"""The third column: the page or slide that prints the chosen statement, and where."""

import io
from collections import Counter

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from briefbook.desk.edits import reworded
from briefbook.desk.pages import Printed
from briefbook.desk.work import Work
from briefbook.documents import compose_documents
from briefbook.manifest import DOCUMENTS
from briefbook.model.reader import read_briefing
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


def said_otherwise(data):
    return reworded(data, "trains", {"text": "Each day about 40 trains cross it."})


def letters(data: bytes, page: int) -> str:
    document = PdfDocument(data)
    text = document[page].get_textpage().get_text_range()
    document.close()
    return str(text)


def printed(work: Work, document: str = "paper", *, is_settled: bool = False) -> Printed:
    shown, failure = work.printed(document)
    if is_settled:
        for _ in work.settling():
            pass
        shown, failure = work.printed(document)
    assert shown, failure
    return shown


def words(pages: Printed) -> list[str]:
    return [letters(pages.alone(page), 0) for page in range(pages.count)]


@pytest.mark.parametrize("document", ["paper", "slides"])
def test_each_page_is_the_one_that_a_build_writes(desk, document):
    shown = printed(Work(desk.seed), document, is_settled=True)
    made = compose_documents(read_briefing(desk.seed), pptx=False, prints=frozenset(["slides"]))
    data = made.outputs[DOCUMENTS[document].format(made.name)]
    assert words(shown) == [letters(data, page) for page in range(len(PdfDocument(data)))]


def test_a_page_that_is_not_settled_yet_says_the_same_words(desk):
    work = Work(desk.seed)
    first = printed(work)
    before = words(first)
    settled = printed(work, is_settled=True)
    assert (first.is_settled, settled.is_settled) == (False, True)
    assert Counter(" ".join(before).split()) == Counter(" ".join(words(settled)).split())


def test_what_was_settled_is_kept_while_somebody_writes(desk):
    work = Work(desk.seed)
    settled = printed(work, is_settled=True)
    work.session.apply(said_otherwise)
    after = printed(work)
    assert not after.is_settled
    assert after.count == settled.count
    assert after.page_of("trains") == settled.page_of("trains")


def test_a_change_meanwhile_ends_the_search_for_breaks(desk):
    work = Work(desk.seed)
    printed(work)
    steps = work.settling()
    next(steps)
    work.session.apply(said_otherwise)
    work.shown()
    assert list(steps) == []
    assert not printed(work).is_settled


def test_the_page_is_settled_when_it_is_asked_for(desk):
    assert "data-unsettled" in desk.get("view?s=trains").text
    assert "data-unsettled" not in desk.get("settle?s=trains").text
    assert "data-unsettled" not in desk.get("view?s=trains").text


def test_a_briefing_in_french_is_shown_in_french(desk):
    edit(desk.seed, "lang: en", "lang: fr")
    edit(desk.seed, "status:", "checks: none\nstatus:")
    assert any("Illustration 1" in page for page in words(printed(Work(desk.seed))))


def test_slides_say_that_the_deck_which_is_built_stands_on_a_template(desk):
    assert "stands on" not in desk.get("view?doc=slides").text
    edit(desk.seed, "format: 2\n", "format: 2\noutputs: {template: firm.potx}\n")
    desk.get("")
    assert "stands on firm.potx" in desk.get("view?doc=slides").text
    assert "stands on" not in desk.get("view?doc=paper").text
