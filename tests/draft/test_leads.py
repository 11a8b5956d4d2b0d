"""What leads a key point, and that no slide says again what stands beside the answer."""

from dataclasses import replace

from briefbook.deck.plan import Table
from briefbook.documents import compose_documents
from briefbook.draft.claims import leading_title
from briefbook.draft.leads import has_lead, lead_of
from briefbook.draft.lexicon import OPENING, TOPICS
from briefbook.draft.stance import judge
from briefbook.model import Quote
from briefbook.model.reader import read_briefing
from briefbook.text import Run, plain
from tests.draft.drafts import SAMPLES, briefing_of, drafted, material, words
from tests.seeds import EXAMPLE


def test_what_somebody_is_head_of_is_told_with_it():
    said = "The new member of the valley’s council met the head of the northern guild of ferries."
    (sentence,) = material(said).sentences
    lead = lead_of(sentence, judge(sentence), (Quote(said, ""),), "", set())
    assert " of " in lead
    assert lead not in ("Head.", "New member.")


def test_what_stands_alone_leads_no_key_point_where_another_sentence_says_more():
    plain, telling = material(
        "The government went ahead.\n\nThe government has closed the northern ferry line.\n"
    ).sentences
    assert not has_lead(plain)
    assert has_lead(telling)
    (bare,) = material("The government went ahead after the vote.").sentences
    under = replace(bare, heading="Ferries of the lake")
    quotes = (Quote(bare.text, ""),)
    assert lead_of(under, judge(bare), quotes, "", set()) == "Ferries of the lake."
    assert lead_of(replace(bare, heading="Overview"), judge(bare), quotes, "", set()) != "Overview."


def test_a_title_that_a_draft_sets_itself_leads_nothing():
    found = drafted(words(SAMPLES[0])).found
    several = replace(found.plan, is_plain=False)
    part = found.plan.parts[0]
    assert leading_title(replace(part, topic=OPENING), several) == ""
    assert leading_title(replace(part, topic=TOPICS[0]), several) == TOPICS[0].title


def test_no_slide_of_a_draft_says_again_what_an_earlier_one_says():
    for sample in SAMPLES:
        deck = compose_documents(briefing_of(drafted(words(sample)))).made.deck
        assert deck
        said: set[str] = set()
        for slide in deck.slides:
            if not slide.id.startswith(("bottom-line", "section-", "statements-")):
                continue
            told = {
                run.statement
                for text in slide.texts()
                for run in text.text
                if isinstance(run, Run)
                and run.statement
                and text.is_seen
                and len(plain(text.text)) > 30
            }
            assert not told & said, (sample.name, slide.id)
            said |= told


def test_the_statements_behind_a_section_are_those_that_no_slide_before_has_said():
    """The example's bridge stands in its chart: the slide behind it has the other two statements."""
    deck = compose_documents(read_briefing(EXAMPLE)).made.deck
    assert deck
    (behind,) = (slide for slide in deck.slides if slide.id == "statements-works")
    (table,) = (fill.content for fill in behind.fills if isinstance(fill.content, Table))
    told = [plain(row[0]) for row in table.rows]
    assert len(told) == 2
    assert not any("bridge" in row for row in told)
