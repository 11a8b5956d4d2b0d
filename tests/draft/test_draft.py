"""A draft of any document checks and composes as it is, and claims nothing that the source does not."""

import dataclasses

import pytest

from briefbook.checks.quotes import MAX_QUOTE_WORDS
from briefbook.errors import Unreadable
from briefbook.evidence.citations import supported_statements
from briefbook.model import Status
from briefbook.sources.anchoring import Anchor, find_quote
from briefbook.sources.readers.text import read_text
from briefbook.text import StatementType
from briefbook.values.formatting import prose
from tests.draft.drafts import (
    SAMPLES,
    UNSEEN,
    briefing_of,
    drafted,
    in_a_long_source,
    problems_of,
    warnings_of,
    words,
)

pytestmark = pytest.mark.slow

DATED = (
    "The two countries opened embassies on May 5, 1994. They signed a treaty in June 1996. "
    "A bridge was opened in 2001. The president visited the capital on July 3, 2004. "
    "A second agreement was signed in 2009."
)
UNDATED = (
    "The embassy stands beside the old harbour. Officers of both armies train together. "
    "Traders from the north sell wool in the south. Students travel in both directions."
)


@pytest.fixture(
    scope="module", params=(*SAMPLES, *UNSEEN), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def sample(request):
    return drafted(words(request.param))


def test_a_draft_of_every_sample_is_clean_and_fits_page_and_slide(sample):
    assert problems_of(sample) == ()
    assert not sample.misfit


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_checks_have_no_warning_about_a_draft_of_a_sample(path):
    assert warnings_of(drafted(words(path))) == ()


def test_a_draft_says_that_it_is_one_and_rests_on_a_single_document(sample):
    briefing = briefing_of(sample)
    assert briefing.status is Status.DRAFT
    assert "single document" in briefing.notice


def test_every_quote_stands_in_the_source_once_and_is_short(sample):
    briefing = briefing_of(sample)
    count = 0
    for statement, _ in supported_statements(briefing):
        for quote in getattr(statement, "evidence", ()):
            document = briefing.texts[briefing.source_of(quote)]
            found = find_quote(document, quote.quote, quote.prefix, quote.suffix)
            assert isinstance(found, Anchor)
            assert len(quote.quote.split()) <= MAX_QUOTE_WORDS
            count += 1
    assert count > 10


def test_reported_and_attributed_statements_are_sentences_of_the_source(sample):
    whole = " ".join(sample.found.material.texts[0].document.text.split())
    for claim in sample.draft.briefing.claims:
        if claim.evidence:
            assert claim.text.strip("“”").replace("‘", "“").replace("’", "”") in whole.replace(
                "’", "”"
            )


def test_a_view_stands_in_quotation_marks_and_names_a_voice(sample):
    for claim in sample.draft.briefing.claims:
        if claim.kind is StatementType.ATTRIBUTED:
            assert claim.voice
            assert claim.text[0] == "“"
            assert claim.text[-1] == "”"


def test_every_sentence_is_used_or_left_out_with_a_reason(sample):
    briefing = briefing_of(sample)
    kept = sum(len(part.sentences) for part in sample.found.plan.parts)
    assert kept + len(sample.found.left_out) >= len(sample.found.material.sentences)
    assert all(omission.reason for omission in briefing.omissions)


def test_key_points_come_with_leads_and_the_last_is_a_view_where_there_is_one(sample):
    briefing = briefing_of(sample)
    claims = {str(claim.id): claim for claim in briefing.claims}
    points = [claims[str(id_)] for id_ in briefing.key_points]
    assert 3 <= len(points) <= 5
    assert len({str(claim.lead) for claim in points}) == len(points)
    if any(claim.kind is StatementType.ATTRIBUTED for claim in briefing.claims):
        assert points[-1].kind is StatementType.ATTRIBUTED


def test_the_same_source_gives_the_same_file():
    text = words(SAMPLES[0])
    assert drafted(text).text == drafted(text).text


def test_a_briefing_of_several_sources_quotes_each_by_its_id():
    tried = drafted(*map(words, SAMPLES[:2]))
    briefing = briefing_of(tried)
    assert problems_of(tried) == ()
    used = {briefing.source_of(quote) for claim in briefing.claims for quote in claim.evidence}
    assert used == {"source-1", "source-2"}
    assert "several documents" in briefing.notice


# ── Exhibits only where the data bear them ───────────────────────────────────────────────────────


def forms(tried) -> list[str]:
    return [
        field.name
        for exhibit in briefing_of(tried).exhibits
        for field in dataclasses.fields(exhibit)
        if field.name in ("timeline", "amounts", "table") and getattr(exhibit, field.name)
    ]


def test_five_events_make_a_timeline_and_no_money_makes_no_chart_of_sums():
    tried = drafted(in_a_long_source(DATED))
    assert forms(tried) == ["timeline"]
    assert (
        briefing_of(tried).exhibits[0].takeaway
        == "What the source dates: five events, 1994 to 2009"
    )


def test_three_events_stand_in_the_text_and_nowhere_else():
    tried = drafted(in_a_long_source(DATED.split("The president", maxsplit=1)[0]))
    assert forms(tried) == []
    assert len(briefing_of(tried).events) == 3
    assert [str(section.title) for section in briefing_of(tried).sections] == [
        "What the source says"
    ]


def test_two_sums_in_dollars_are_drawn_and_never_added():
    told = (
        f"{UNDATED} It gave $5 million for roads in 2003. It lent $12 million for a port in 2005."
    )
    tried = drafted(in_a_long_source(told))
    briefing = briefing_of(tried)
    assert forms(tried) == ["amounts"]
    assert [prose(amount.value) for amount in briefing.amounts] == ["$5 million", "$12 million"]
    assert "$17" not in tried.text
    form = briefing.exhibits[0].amounts
    assert form
    assert [group.is_apart for group in form.groups] == [False, True]


def test_one_sum_is_told_and_not_drawn():
    assert forms(drafted(f"{UNDATED} It gave $5 million for roads in 2003.")) == []


def test_without_dates_and_money_there_is_no_exhibit_and_the_briefing_is_whole():
    tried = drafted(UNDATED)
    briefing = briefing_of(tried)
    assert forms(tried) == []
    assert problems_of(tried) == ()
    assert briefing.sections
    assert briefing.bottom_line.text


def test_what_a_short_source_lacks_makes_up_for_key_points():
    briefing = briefing_of(drafted("The two countries share a long border and a railway."))
    claims = {str(claim.id): claim for claim in briefing.claims}
    gaps = [claims[str(id_)] for id_ in briefing.key_points[1:]]
    assert [claim.kind for claim in gaps] == [StatementType.JUDGEMENT, StatementType.JUDGEMENT]
    assert gaps[0].text == "The rules found no mention of a date in the source."


# ── Poor and hostile sources ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "Too short.",
        "a" * 300_000,
        ". " * 20_000,
        "word " * 50_000,
        "| a | b |\n" * 500,
    ],
    ids=["empty", "blank", "short", "letters", "dots", "no-end", "table"],
)
def test_a_source_without_a_sentence_is_refused_with_what_it_lacks(text):
    with pytest.raises(Unreadable, match="no sentence that can be quoted") as caught:
        drafted(text)
    assert "at least one English sentence" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "One sentence only stands here in this file.",
        "The two sides met in May 2001 in Lissa and signed a treaty. They gave $5 million.",
        "THE TWO SIDES SIGNED A TREATY ON MAY 5, 1994. THE EMBASSY OPENED IN 1996.",
        "The embassy opened in Beijing (北京) on May 5, 1994. President Xi Jinping (习近平) visited in 2015.",
        "- $5 million for roads was given in 2003.\n- $2 million for schools was given in 2004.",
        f"{DATED} {DATED} It ends here.",
        " ".join(f"The ministry opened office number {n} in {1900 + n}." for n in range(120)),
        "The sum of €5 million and £3 million was paid in 2004 to the northern railway company.",
        "He said “the aid was minimal”. According to the ministry, trade rose. Critics call it timid.",
    ],
)
def test_poor_sources_still_give_a_draft_that_is_clean_and_fits(text):
    tried = drafted(text)
    assert problems_of(tried) == ()
    assert not tried.misfit


def test_a_text_that_repeats_itself_as_a_whole_is_refused_with_the_reason():
    with pytest.raises(Unreadable, match="stands in it several times"):
        drafted(DATED * 3)


def test_letters_that_cannot_be_printed_become_a_gap_in_the_quote():
    briefing = briefing_of(drafted("The embassy opened in Beijing (北京) on May 5, 1994 at noon."))
    (claim,) = [claim for claim in briefing.claims if claim.evidence]
    assert claim.evidence[0].quote == "The embassy opened in Beijing […] on May 5, 1994 at noon."


def test_a_sentence_that_stands_twice_is_quoted_once_with_what_stands_before_it():
    text = f"Intro words come first here. {DATED}\n\nMore words come later. {DATED}"
    briefing = briefing_of(drafted(text))
    quotes = [str(quote.quote) for claim in briefing.claims for quote in claim.evidence]
    assert len(quotes) == len(set(quotes))
    assert any(quote.prefix for claim in briefing.claims for quote in claim.evidence)


def test_an_undated_source_is_of_today_and_no_date_of_the_text_is_after_the_edition(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert briefing_of(drafted(UNDATED)).edition.edtf == "2023-11-14"
    later = f"{UNDATED} In 2021 a bridge was opened. In 2099 it will be closed."
    # A year dates no edition; it is read today, which is not before it.
    assert briefing_of(drafted(later)).edition.edtf == "2023-11-14"


@pytest.mark.parametrize(
    "sentence",
    [
        "Some fishermen say that the quay is at the wrong place.",
        "The council calls the quay a success.",
        "The teacher of the village calls this a waste of money.",
        "The council answers that the roof has to be paid for.",
    ],
)
def test_what_somebody_says_is_a_view_whoever_it_is(sentence):
    claims = briefing_of(drafted(f"{UNDATED} {sentence}")).claims
    [said] = [
        claim for claim in claims if claim.evidence and sentence[:-1] in claim.evidence[0].quote
    ]
    assert said.kind is StatementType.ATTRIBUTED
    assert said.voice


def test_nobody_has_judged_so_the_answer_is_to_be_written_with_candidates(sample):
    briefing = briefing_of(sample)
    assert briefing.bottom_line.text.startswith("To be written")
    assert briefing.bottom_line.headline.startswith("To be written")
    assert "# review: candidate 1, by its weight: " in sample.text


def test_the_edition_is_the_sources_last_day_where_nothing_is_dated_after_it():
    tried = drafted(
        f"{UNDATED} The bridge was opened on July 3, 2004, and a second one in June 2004."
    )
    assert briefing_of(tried).edition.edtf == "2004-07-03"
    assert "# review: the last day that the text speaks of" in tried.text


def test_a_sum_whose_purpose_the_words_do_not_tell_is_not_drawn():
    told = f"{UNDATED} It gave $5 million for roads in 2003. It lent $12 million in 2005."
    tried = drafted(in_a_long_source(told))
    assert [str(amount.what) for amount in briefing_of(tried).amounts] == ["Roads"]
    assert forms(tried) == []


def test_a_line_that_is_a_date_dates_the_text_and_is_no_title():
    text = f"September 21, 2023\n\nTwo Countries and Their Harbours\n\n{UNDATED} {UNDATED.replace('The', 'One')}"
    read = read_text(text, "a.txt")
    assert (read.about.title, read.about.published) == (
        "Two Countries and Their Harbours",
        "2023-09-21",
    )
    assert [part.reason for part in read.boilerplate] == ["page date"]


def test_a_row_that_the_checks_would_not_bear_is_left_out_and_the_others_stay():
    text = (
        "The Harbour Treaty was signed in May 1994. The Trade Accord was signed in Q3 2001. "
        "The Water Convention may be signed in 2030. The Rail Compact was signed on 3 June 2004. "
        "Both sides opened embassies in 1995. The embassies employ forty people."
    )
    tried = drafted(in_a_long_source(text))
    [table] = [e.table for e in briefing_of(tried).exhibits if e.table]
    says = {str(row.name): str(row.cells[1].text) for row in table.rows}
    assert problems_of(tried) == ()
    assert says["Water Convention"].startswith("“")
    assert says["Rail Compact"].startswith("The Rail Compact")
