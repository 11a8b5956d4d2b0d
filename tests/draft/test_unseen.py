"""What drafts of documents that nobody had tuned on got wrong, each kind by a sentence of its own."""

import pytest

from briefbook.documents import compose_documents
from briefbook.draft.front import make_title
from briefbook.draft.leads import lead_of
from briefbook.draft.outline import is_generic
from briefbook.draft.parties import Parties
from briefbook.draft.stance import judge
from briefbook.draft.trim import shorten
from briefbook.paper.pdf import laid_out
from briefbook.sources.readers.text import read_text
from briefbook.text import StatementType
from tests.draft.drafts import briefing_of, drafted, in_a_long_source, material, problems_of

CALM = "The valley lies between two ranges. Its people keep sheep and grow barley."
SPOKEN = (
    "The board met in the town hall on Monday.\n\n"
    "“Needs are rising steeply. The drought has made a bad season worse,” said Commissioner for Water, Ana Petrič. "
    "“Our fund pays for wells.”\n\n"
    "The wells are dug by a firm from the coast."
)


def sentences_of(text):
    return material(text).sentences


def test_each_sentence_of_a_quotation_is_a_view_of_whoever_is_quoted():
    said = [
        judge(s)
        for s in sentences_of(SPOKEN)
        if "rising" in s.text or "fund" in s.text or "drought" in s.text
    ]
    assert [stance.voice for stance in said] == ["Ana Petrič"] * 3
    assert all(stance.kind is StatementType.ATTRIBUTED for stance in said)


def test_a_voice_is_borne_by_the_words_that_name_it_and_no_mark_stands_alone():
    tried = drafted(SPOKEN)
    assert problems_of(tried) == ()
    views = [c for c in briefing_of(tried).claims if c.voice == "Ana Petrič"]
    assert len(views) == 3
    for claim in views:
        assert any("Ana Petrič" in str(q.quote) for q in claim.evidence)
        assert str(claim.text).count("“") == str(claim.text).count("”")
        assert str(claim.short).count("“") == str(claim.short).count("”")


def test_who_said_it_is_read_before_the_quotation_too():
    text = f"{CALM}\n\nJamie Marsh, director for wells at the Fund, said:\n\n“The wells last for fifty years.\n\n“We need more of them.”"
    voices = [
        judge(s).voice for s in sentences_of(text) if "wells last" in s.text or "need" in s.text
    ]
    assert voices == ["Jamie Marsh", "Jamie Marsh"]


@pytest.mark.parametrize(
    ("quoted", "voice"),
    [
        (
            "“The wells are dry again,” noted Coast-based lawyer Jim Dunham in an interview.",
            "Jim Dunham",
        ),
        ("“The wells are dry again,” explained the court in its ruling.", "the court"),
        (
            "Mr. Ruano last week said that the wells remain his issue. “The wells are dry again this year.”",
            "Mr. Ruano",
        ),
        ("Ana Marsh asked for a list. “The wells are dry again this year,” she said.", "Ana Marsh"),
    ],
)
def test_whoever_is_quoted_is_named_as_newspapers_do(quoted, voice):
    voices = {judge(s).voice for s in sentences_of(f"{CALM}\n\n{quoted}") if "dry again" in s.text}
    assert voices == {voice}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "6.The Committee visited the port and its pier.",
            "The Committee visited the port and its pier.",
        ),
        (
            "The Committee visited the port and its pier.16 17",
            "The Committee visited the port and its pier.",
        ),
        (
            "WASHINGTON — The Bank lends money to the poorest states.",
            "The Bank lends money to the poorest states.",
        ),
        (
            "The rate was 80% of the rate of the year before. b.",
            "The rate was 80% of the rate of the year before.",
        ),
    ],
)
def test_numbers_of_paragraphs_and_notes_and_datelines_are_no_part_of_a_sentence(line, said):
    assert said in [s.text for s in sentences_of(f"{CALM}\n\n{line}\n\n{CALM.replace('The', 'A')}")]


def test_numbered_notes_lose_their_number_where_they_count_up_and_only_there():
    notes = "1 Fraud is taking by lies.\n\n2 Grants are paid by the states.\n\n3 Loans are paid back in time."
    assert "Grants are paid by the states." in [s.text for s in sentences_of(f"{CALM}\n\n{notes}")]
    alone = "2 States are paid by the grants."
    assert alone in [s.text for s in sentences_of(f"{CALM}\n\n{alone}")]


@pytest.mark.parametrize(
    "words",
    [
        "Can a tribe request a grant for its own fires?",
        "Evans, Cynthia Jones, Nancy Lyons, and Marcia Killien.",
        "Journal of Human Lactation 14:1 (1998): 15-22.",
        "Clinical Pediatrics 29:2 (February 1990): 99-107.",
        "Fraud Risk Management: Data Show Federal Government Loses Billions Annually.",
        "A woman of the valley is due to appear at the court on the coa…",
        "The grant is paid under the Fraud Reduction Act of 2015, Pub.",
        "To assess the reliability of the data, we reviewed the manuals of two firms.",
        "We provided a draft of this report to officials of the ministry.",
        "This statement focuses on the risks of grants in states at war.",
        "Additional details can be found here.",
        "RSVP for our panel on the future of the houses.",
        "Here we explain how the house works and how it compares.",
    ],
)
def test_what_is_no_statement_of_the_matter_is_none_of_the_draft(words):
    kept = [s.text for s in sentences_of(f"{CALM}\n\n{words}\n\n{CALM.replace('The', 'A')}")]
    assert words not in kept
    assert len(kept) >= 3


def test_a_line_without_a_full_stop_between_paragraphs_that_have_one_is_a_caption():
    caption = "A worker hands out tools to the people of the valley in the rain"
    assert caption not in [
        s.text for s in sentences_of(f"{CALM}\n\n{caption}\n\n{CALM.replace('The', 'A')}")
    ]


@pytest.mark.parametrize(
    "heading", ["Letter", "Highlights", "Introduction", "Appendix II", "Summary:"]
)
def test_a_part_of_any_document_heads_no_section(heading):
    assert is_generic(heading)


@pytest.mark.parametrize("heading", ["Pooled funds", "Letters of credit", "Introduction of wolves"])
def test_a_heading_of_the_matter_does(heading):
    assert not is_generic(heading)


def test_a_title_is_whole_or_ends_with_a_part_of_it():
    parties = Parties((), ())
    long = "Foreign Assistance: Opportunities Exist for Agencies to Improve Their Management of Fraud, Waste, and Abuse Risks"
    assert make_title(material(CALM, title=long), parties) == long
    longer = f"{long} in Thirty-Two Countries and Two Territories"
    assert make_title(material(CALM, title=longer), parties) == "Foreign Assistance"


def test_a_genre_and_its_date_are_no_title():
    text = f"PRESS RELEASE September 25, 1988\n\nBank Will Use Its Reflows\n\n{in_a_long_source(CALM * 3)}"
    assert read_text(text, "a.txt").about.title == "Bank Will Use Its Reflows"


def test_a_clause_that_announces_the_part_cut_off_is_no_short_form():
    said = "Countries expected to benefit from this program in the current year are: Bangladesh, Bolivia, Ghana, Kenya and Togo."
    assert shorten(said, 90) == ""


def test_a_lead_names_a_figure_of_the_words_that_stand_behind_it():
    [sentence] = [
        s
        for s in sentences_of(
            f"{CALM} It brought ruin, and has forced 4.3 million people to leave."
        )
        if "ruin" in s.text
    ]
    assert "4.3" not in lead_of(sentence, judge(sentence), (), "", set(), "It brought ruin")


def test_nothing_that_a_source_lacks_is_a_key_point_or_a_section():
    tried = drafted(in_a_long_source(CALM))
    assert not [c for c in briefing_of(tried).claims if str(c.id).startswith("gap-")]
    assert "leaves out" not in tried.text


def test_subjects_head_sections_of_relations_alone():
    text = " ".join(
        f"The {thing} of the clinic feeds infants, and the trade in formula grows with the market of {thing}s."
        for thing in "nurse ward mother doctor shop firm brand study school farm store bank club mill port town".split()
    )
    assert [str(s.title) for s in briefing_of(drafted(text)).sections] == ["What the source says"]


DATED_AND_COUNTED = (
    "The two governments opened embassies on 5 May 1994. They signed a treaty on water in June 1996. In 2001 a bridge "
    "was opened between the two banks of the river. The first government paid $36 million for it, and the second one "
    "$2 million. In 2004 the presidents met in the capital and agreed to share the power of the dam. The bank of the "
    "region lent $120 million for its turbines in 2006. Farmers of the lower valley say that the water comes too late. "
    "A second agreement, signed on 3 July 2009, lets each side measure the flow. Since then the two ministries have "
    "met every spring. In 2012 the first government gave $4 million for pumps. The pumps reach 40,000 farms. In 2015 "
    "the price of power was raised by half, and in 2016 it was cut again. The treaty ends in 2030. Both sides have "
    "said that they want a new one, and that the islands are to be left out of it."
)


@pytest.mark.slow
def test_a_short_source_with_dates_and_sums_gives_one_page_and_four_slides_at_most():
    assert 150 <= len(DATED_AND_COUNTED.split()) <= 250
    composed = compose_documents(briefing_of(drafted(DATED_AND_COUNTED)))
    paper, deck = composed.made.paper, composed.made.deck
    assert paper is not None
    assert deck is not None
    assert len(laid_out(paper).pages) == 1
    assert len([slide for slide in deck.slides if not slide.is_hidden]) <= 4


def test_a_voice_is_read_to_the_comma_and_rules_that_something_is_made_by_are_none():
    told = (
        "According to the application to the Harbour Committee, the quay is too short. "
        "Lists of the wells are compiled according to rules drawn up by the board."
    )
    first, second = (judge(s) for s in sentences_of(told))
    assert first.voice == "application to the Harbour Committee"
    assert second.kind is StatementType.REPORTED
