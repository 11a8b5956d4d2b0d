"""Running text cites at a whisper: little of it, and nothing twice in a paragraph."""

import dataclasses

import pytest

from briefbook.documents import compose_documents
from briefbook.evidence.calls import ExhibitCalls
from briefbook.evidence.locators import passage_words
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing
from briefbook.paper.plan import KeyPoints, Paragraph, Spread, TextColumns
from briefbook.paper.prose import Prose
from briefbook.text import Citation, Link, Run
from tests.seeds import KETTERIA, TAJIKISTAN

pytestmark = pytest.mark.usefixtures("keeping")


@pytest.fixture(scope="module", params=[TAJIKISTAN, KETTERIA], ids=lambda seed: seed.name)
def made(request):
    """Return a briefing and its paper."""
    briefing = read_briefing(request.param)
    paper = compose_documents(briefing, pptx=False).made.paper
    assert paper is not None
    return briefing, paper


@pytest.fixture(scope="module")
def paragraphs(made):
    _, paper = made
    blocks = [
        block
        for each in paper.blocks
        for block in (each.blocks if isinstance(each, TextColumns) else (each,))
    ]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_under_three_places_of_citation_per_hundred_words(paragraphs):
    words = sum(len(p.text.split()) for text in paragraphs for p in text if isinstance(p, Run))
    places = sum(
        isinstance(part, Citation) and not isinstance(before, Citation)
        for text in paragraphs
        for before, part in zip((None, *text), text, strict=False)
    )
    assert places > 10
    assert 100 * places / words < 3


def test_no_passage_is_cited_twice_in_a_paragraph(paragraphs):
    for text in paragraphs:
        numbers = [part.number for part in text if isinstance(part, Citation)]
        assert len(numbers) == len(set(numbers))


def test_no_page_of_the_second_example_is_emptier_than_15_percent_but_the_last_of_its_parts():
    made = compose_documents(read_briefing(KETTERIA), pptx=False, measured=True)
    assert sorted(made.empty_shares)[:-2][-1] <= 0.15


def test_notes_of_a_record_are_printed_without_quotation_marks():
    resolved = resolve(read_briefing(TAJIKISTAN))
    notes = {source.id for source in resolved.briefing.sources if source.is_notes}
    assert notes
    for passage in resolved.citations.passages:
        is_quoted = passage_words(resolved.briefing, passage).startswith("“")
        assert is_quoted == (passage.source not in notes)


def test_what_page_one_works_out_from_figures_of_later_pages_points_to_its_exhibit(made):
    briefing, paper = made
    calls = ExhibitCalls(briefing)
    claims = {claim.id: claim for claim in briefing.claims}
    [points] = [block.points for block in paper.blocks if isinstance(block, KeyPoints)]
    [spread] = [block for block in paper.blocks if isinstance(block, Spread)]
    said = [*(point.text for point in points), *(figure.caption for figure in spread.side.items)]
    on_page = [item for item in briefing.glance if item.is_on_page][: len(spread.side.items)]
    told = [*(claims[id_] for id_ in briefing.key_points), *on_page]
    found = set()
    for statement, text in zip(told, said, strict=True):
        links = {part.target for part in text if isinstance(part, Link)}
        shown = {*calls.of_claim(statement)} - {briefing.lead_exhibit}
        assert links == {f"#exhibit-{exhibit}" for exhibit in shown}
        found |= links
    assert found


def test_a_view_prints_whose_it_is_unless_its_words_do():
    briefing = read_briefing(KETTERIA)
    prose = Prose(resolve(briefing))
    view = next(claim for claim in briefing.claims if claim.voice == "local mayors")

    def told(text, voice="local mayors"):
        parts = prose.said(dataclasses.replace(view, text=text, voice=voice))
        return "".join(part.text for part in parts if isinstance(part, Run))

    bare = "The patrols come too seldom."
    assert told(bare) == f"{bare} View: local mayors."
    assert told(bare, "unnamed critic, of the time") == f"{bare} View: unnamed critic."
    assert told(bare, "unnamed") == f"{bare} A view in the source."
    for said in (
        "Local mayors find the patrols too few.",
        "The patrols, it is argued, come too seldom.",
        "Some call the patrols “a parade”.",
    ):
        assert told(said) == said
