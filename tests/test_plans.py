"""The plans of the example, as text: what the paper and the deck say, and where it comes from.

Read a golden file as a specification: each line is on the page or the slide. `make golden` accepts
a change.
"""

import pytest

from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.plan import Deck, Paras, Table
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.model import Briefing
from briefbook.model.reader import read_briefing
from briefbook.paper.compose import compose_paper
from briefbook.paper.plan import Evidence, Exhibit, Paper, PinToFoot
from briefbook.text import Citation, Run, plain
from tests.conftest import Golden
from tests.plan_text import plan_text
from tests.seeds import EXAMPLE, TAJIKISTAN

CREATED = "2026-11-23T00:00:00Z"


def plans(seed) -> tuple[Briefing, Paper, Deck]:
    """Compose both plans of a seed."""
    briefing = read_briefing(seed)
    resolved, charts = resolve(briefing), make_charts(briefing)
    paper = compose_paper(resolved, charts, draw_pictures(charts), CREATED)
    return briefing, paper, fit_deck(compose_deck(resolved, charts, CREATED))


@pytest.fixture(scope="module")
def example():
    return plans(EXAMPLE)


@pytest.fixture(scope="module")
def tajikistan():
    return plans(TAJIKISTAN)


def parts(texts, kind):
    """Return the inline parts of one kind, in order."""
    return [part for text in texts for part in text.text if isinstance(part, kind)]


def cited(citations):
    """Yield every number that citations name; a dash stands for those between its two."""
    before = 0
    for part in citations:
        yield from range(before + 1 if part.joint == "–" else part.number, part.number + 1)
        before = part.number


def test_the_papers_plan_is_as_approved(golden: Golden, example):
    golden.text("plans/example-paper.txt", plan_text(example[1]))


def test_the_decks_plan_is_as_approved(golden: Golden, example):
    golden.text("plans/example-deck.txt", plan_text(example[2]))


def test_every_citation_leads_to_an_evidence_entry_and_every_entry_is_cited(tajikistan):
    _, paper, _ = tajikistan
    citations = parts(paper.texts(), Citation)
    entries = [e for block in paper.blocks if isinstance(block, Evidence) for e in block.entries]
    assert set(cited(citations)) == {entry.number for entry in entries}
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    anchors = {part.anchor for part in citations}
    assert all(entry.back in anchors for entry in entries)


def test_every_passage_of_the_paper_is_in_the_decks_backup_slides_too(tajikistan):
    _, paper, deck = tajikistan
    quotes = {e.quote for b in paper.blocks if isinstance(b, Evidence) for e in b.entries}
    hidden = [slide for slide in deck.slides if slide.is_hidden]
    # Fitting ties numbers to their units with no-break spaces.
    runs = [run for slide in hidden for run in parts(slide.texts(), Run)]
    shown = {run.text.replace("\u00a0", " ") for run in runs}
    assert hidden
    assert quotes <= shown


def test_exhibits_have_one_title_and_one_set_of_figures_in_both_documents(tajikistan):
    briefing, paper, deck = tajikistan
    drawings = {slide.exhibit: slide.drawings for slide in deck.slides}
    exhibits = [block for block in paper.blocks if isinstance(block, Exhibit)]
    assert len(exhibits) >= 5
    for block in exhibits:
        id_ = block.anchor.removeprefix("exhibit-")
        (drawing,) = drawings[id_]
        assert drawing.alt == block.alt
        assert drawing.title == briefing.exhibit(id_).takeaway


def test_every_slide_but_the_cover_has_a_source_and_every_slide_has_notes(tajikistan):
    _, _, deck = tajikistan
    for slide in deck.slides[1:]:
        slots = {fill.slot for fill in slide.fills}
        assert slots & {"source", "sources"}, slide.id
        assert slide.notes.paragraphs, slide.id


def test_slide_titles_are_unique_findings(tajikistan):
    _, _, deck = tajikistan
    titles = [plain(text.text) for text in deck.texts() if text.place.endswith(", title")]
    assert len(titles) == len(deck.slides) == len(set(titles))


def test_every_text_of_the_deck_has_a_settled_size(tajikistan):
    _, _, deck = tajikistan
    for slide in deck.slides:
        for fill in slide.fills:
            if isinstance(fill.content, Paras | Table):
                assert fill.content.size_pt >= 11, (slide.id, fill.slot)


def test_the_single_source_is_said_on_page_one_and_its_age_on_slide_one(tajikistan):
    briefing, paper, deck = tajikistan
    foot = next(block for block in paper.blocks if isinstance(block, PinToFoot))
    assert plain(foot.blocks[0].text) == briefing.notice
    assert "Source as of 2013" in paper.furniture.footer
    words = " ".join(run.text for run in parts(deck.slides[0].texts(), Run))
    assert "Sources as of 2013" in words
