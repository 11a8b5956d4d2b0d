"""What documents of other publishers showed: their dates, names, speakers, notes and torn lines."""

import dataclasses

import pytest

from briefbook.checks import check
from briefbook.documents import compose_documents
from briefbook.draft import read_texts
from briefbook.draft.found_tables import tables_in
from briefbook.draft.front import edition_of, make_sources, make_title
from briefbook.draft.parties import Parties, find_parties
from briefbook.draft.parts import Remarks
from briefbook.draft.publishers import is_letterhead
from briefbook.draft.stance import judge
from briefbook.draft.trim import shorten
from briefbook.draft.validate import try_draft
from briefbook.evidence.resolve import resolve
from briefbook.language.en.bodies import KINDS_OF_BODY
from briefbook.sources.readers.markdown import read_markdown
from briefbook.sources.readers.text import read_text
from briefbook.sources.snapshot import make_snapshot
from tests.draft.drafts import (
    briefing_of,
    drafted,
    in_a_long_source,
    material,
    problems_of,
    warnings_of,
)

LONG = "The valley lies between two ranges of hills, and its people keep sheep on the slopes, grow barley along the river and sell both in the town at the mouth of the gorge."
NOBODY = Parties((), ())


@pytest.mark.parametrize(
    "head",
    [
        "Brussels, 3 September 2020",
        "WASHINGTON, September 3, 2020—The board met.",
        "Released: 3 September 2020",
        "3 SEPTEMBER 2020\nNEW YORK\nYour Excellencies, Ladies and Gentlemen,",
        "Wells of the Valley: What the Fund Has Paid for, September 3, 2020",
    ],
)
def test_the_day_at_the_head_of_a_document_dates_it(head):
    assert read_text(f"{head}\n\n{LONG}\n", "a.txt").about.published == "2020-09-03"


@pytest.mark.parametrize(
    "line", ["The bridge of 3 September 2020", "On 3 September 2020 the board met in the town."]
)
def test_a_day_that_a_line_speaks_of_dates_no_document(line):
    assert not read_text(f"{line}\n\n{LONG}\n", "a.txt").about.published


def test_what_is_planned_is_not_the_day_of_a_draft():
    told = material(
        f"NEW YORK, 3 September 2020 — {LONG} The valley is preparing for an election on 27 November 2020."
    )
    spoken = material(
        f"{LONG} The board met on 3 September 2020. The valley is preparing for an election on 27 November 2020."
    )
    sources = make_sources(told, Remarks())
    assert edition_of(sources, spoken.sentences).edtf == "2020-09-03"


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("STATEMENT BY HIS EXCELLENCY DR. ANA MARSH, PRESIDENT OF THE REPUBLIC AT THE 79th SESSION OF THE UN GENERAL ASSEMBLY IN NEW YORK",
         "Statement by His Excellency Dr. Ana Marsh"),
        ("THE WELLS OF THE UN FUND", "The Wells of the UN Fund"),
        ("Wells of the Valley", "Wells of the Valley"),
    ],
)  # fmt: skip
def test_a_title_that_shouts_is_written_as_titles_are(title, printed):
    assert make_title(material(LONG, title=title), NOBODY) == printed


def test_whoever_speaks_is_the_title_of_a_speech_and_a_labelled_sum_is_none():
    speech = read_text(f"Republic of the Valley\n\nREMARKS BY\nANA MARSH\n\n{LONG}\n", "a.txt")
    assert speech.about.title == "REMARKS BY ANA MARSH"
    release = read_text(
        f"The board approved a project:\n\nLOAN AMOUNT: IBRD—US$40 million\n\n{LONG}\n", "a.txt"
    )
    assert not release.about.title


def test_dollars_are_no_country_and_an_encyclopaedia_is_no_party():
    paid = material(
        "The bank lent US$40 million. The bank lent US$50 million. The bank lent US$60 million."
    )
    assert find_parties(("LOAN: US$40 million",), paid.sentences).codes == ()
    restored = "Access to Wikipedia in Turkey was restored in {}. The block of Wikipedia in Turkey ended with it."
    told = material(" ".join(restored.format(year) for year in (2017, 2018, 2019, 2020)))
    assert "Wikipedia" not in find_parties((), told.sentences).names


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ('It spends $9 billion.<sup id="f1"><a href="#n1">1</a></sup> The rest is saved.', "It spends $9 billion. The rest is saved."),
        ("It spends little.[^2] The rest is saved.", "It spends little. The rest is saved."),
        ("It covers 12 km<sup>2</sup> of land.", "It covers 12 km2 of land."),
    ],
)  # fmt: skip
def test_the_number_of_a_note_is_no_part_of_a_sentence(marked, said):
    assert make_snapshot(read_markdown(marked), "a.md", "markdown").document.text.strip() == said


@pytest.mark.parametrize(
    ("quoted", "voice"),
    [
        ("Commissioner for Water and Reforms Ana Marsh commented: “The wells are dry again this year.”", "Ana Marsh"),
        ("According to Commissioner for Water Ana Marsh: “The wells are dry again this year.”", "Ana Marsh"),
        ("The following quotes are extracts from Ms. Ana Marsh's statement as delivered.\n\n“The wells are dry again this year.”", "Ms. Ana Marsh"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_behind_an_office_or_before_all_quotations(quoted, voice):
    sentences = material(f"{LONG}\n\n{quoted}\n\n{LONG.replace('valley', 'dale')}").sentences
    assert {judge(s).voice for s in sentences if "dry again" in s.text} == {voice}


def test_whom_something_is_recommended_to_does_not_say_it():
    text = (
        "We recommend that the Government consider whether the wells of the valley are deep enough."
    )
    assert "Government" not in judge(material(text).sentences[0]).voice


def test_whoever_publishes_a_source_signs_what_it_calls_ours():
    page = f"---\ntitle: Wells\npublisher: Valley Fund\n---\n\n{LONG}\n\nWe are digging a well in the upper valley for our members.\n"
    text = make_snapshot(read_markdown(page), "a.md", "markdown")
    told = material(text.document.text)
    told = type(told)(
        (type(told.texts[0])("source", "source.txt", "a.md", text),), told.sentences, told.left_out
    )
    tried = try_draft(told, None, "seeds/example")
    assert "Valley Fund" in {str(claim.voice) for claim in briefing_of(tried).claims}
    assert problems_of(tried) == ()


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("Officials told the board that challenges—particularly challenges in collecting, sharing and keeping data—have hindered the work of the whole fund in the valley.", ""),
        ('In this regard, the adoption of the "Pact for the Wells” and its annexes in the autumn, is encouraging to all members of the board and the fund.', ""),
        ("The commissioner commented: “Thanks to the fund the services of the valley will be able to respond to floods, fires and droughts of every kind and size.”", ""),
        ("The board has approved a grant from the fund worth €875.5 million to build the first stage of the road through the upper valley.",
         "The board has approved a grant from the fund worth €875.5 million"),
        ("This project is intended to improve the welfare of the people in the basin by cleaning up the river and the lake below the town.",
         "This project is intended to improve the welfare of the people in the basin"),
    ],
)  # fmt: skip
def test_a_short_form_is_a_whole_clause_that_says_what_the_sentence_is_about(sentence, short):
    assert shorten(sentence, 105) == short


def test_a_sentence_that_goes_on_in_the_next_paragraph_is_left_out():
    text = f"{LONG}\n\nInvestment in the wells is critical and the valley is urging its donors to facilitate\n\ngradual repairs of them.\n\n{LONG.replace('valley', 'dale')}"
    assert not any("facilitate" in s.text for s in material(text).sentences)


def test_a_reference_to_another_document_is_the_sources_own():
    text = f"{LONG} We urge the ministers to consult their advisers about the money for wells (paragraph 4.16). The town has a market. The river has a bridge."
    tried = drafted(text)
    assert any("paragraph 4.16" in str(claim.text) for claim in briefing_of(tried).claims)
    assert problems_of(tried) == ()


def test_a_source_of_two_very_long_sentences_builds():
    parts = "cleaning up mercury in and beside the river, providing a safe source of water for the growing needs of all of its users, and restoring the flow of the river for the control of floods, for the fishing of the towns and for the barges of the merchants of the whole basin"
    text = f"The aims of the project are these: {parts}.\n\nThe signs of success are these: {parts.replace('river', 'lake')}."
    tried = drafted(text)
    assert not tried.misfit
    assert compose_documents(briefing_of(tried)).made.deck


def test_a_date_in_a_heading_is_a_mention_of_a_date():
    tried = drafted(
        "Wells of 3 May 2020\n\nThe board paid for wells in the upper valley and for roads. The people of the valley keep sheep."
    )
    assert "mention of a date" not in " ".join(
        str(claim.text) for claim in briefing_of(tried).claims
    )


def test_a_sections_slide_shows_what_was_said_not_who_said_it():
    text = (
        f"{LONG}\n\nThe following quotes are extracts from Ana Marsh's statement as delivered.\n\n"
        "“The wells of the valley are dry again in this year of war.”\n\n“Each month the state of the springs is getting worse.”\n\n"
        "“The people of the dale are waiting for rain and for help.”\n\n“Our board keeps the pumps of the coast in repair.”\n\n"
        "“The mills of the islands stand still in the summer.”\n\n“The shepherds drive their sheep to the lakes of the north.”"
    )
    deck = compose_documents(briefing_of(drafted(text))).made.deck
    assert deck
    (said,) = (slide for slide in deck.slides if slide.id == "section-said")
    rows = [str(fill) for fill in said.fills if getattr(fill, "slot", "").startswith("row-")]
    assert len(rows) > 2
    assert all("extracts from" not in row for row in rows)
    assert all(mark not in row for row in rows for mark in ("““", '“"', "””"))


def test_blank_lines_that_a_scan_leaves_inside_sentences_are_taken_out_and_told():
    line = "The wells of the upper valley have been dug by the people of the {} and are kept by"
    torn = "\n\n".join(
        f"{line.format(name)}\nthe members of the board, whose fees pay for the repairs of the old and\n\nnew pumps and pipes in the {name}."
        for name in ("dale", "coast", "hills", "islands")
    )
    read = read_text(f"{torn}\n", "a.txt")
    assert "\n\nnew pumps" not in read.document.text
    assert "the old and\nnew pumps" in read.document.text
    assert any("4 blank lines" in note for note in read.notes)
    once = f"{line.format('dale')}\nthe members of the board, whose fees pay for the repairs of the old and\n\nnew pumps.\n"
    assert read_text(once, "a.txt").document.text == once


def test_whoever_speaks_in_the_first_person_is_no_reporter():
    spoken = "I call on all members of the assembly to sign the agreement on the wells."
    assert judge(material(spoken).sentences[0]).is_view
    told = "World War I began in the summer and ended the building of wells."
    assert not judge(material(told).sentences[0]).is_view


def test_readiness_for_a_year_to_come_is_no_event():
    text = f"{LONG} At the conference the valley expressed its readiness to host the next meeting in 2034."
    assert briefing_of(drafted(text)).events == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The AD docket contains this notice, any comments received, and other information.",
        "2018, and the final report can be found in the docket of the board.",
        "present-day destruction is what the people of the valley see around them.",
        "The following quotes are extracts from the statement as delivered.",
        "The Government agrees with the Committee’s conclusion.",
        "Namibia congratulates you on your election as President of the Assembly.",
    ],
)
def test_what_says_nothing_of_the_matter_or_was_torn_off_is_left_out(sentence):
    said = [
        s.text for s in material(f"{LONG} {sentence} {LONG.replace('valley', 'dale')}").sentences
    ]
    assert sentence not in said


def test_a_clause_whose_verb_was_cut_off_is_no_short_form():
    alert = "An alert of the pumps is a visual warning on the displays that the water level, as sensed by the probes on either side of the well, is lower than two hundred feet."
    assert shorten(alert, 100) == ""


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("Officials in the valley now say at least ten wells were lost in the flood.", "Officials in the valley"),
        ("The head of the valley’s new council of elders says the wells are safe.", "the head of the valley’s new council of elders"),
        ("But the Fund said “we cannot pay for all of the wells of the valley this year”.", "the Fund"),
        ("The day of the flood I said that we need to do something about the wells.", ""),
        ("On the farmers’ claims that they lost water, the Fund concluded that they did.", "the Fund"),
        ("In a letter to the herders of the dale, the Council determined that the wells are safe.", "the Council"),
        ("Whatever the farmers conclude, the Fund dug two wells in the dale.", ""),
    ],
)  # fmt: skip
def test_a_voice_is_whoever_speaks_and_no_word_around(said, voice):
    found = judge(material(f"{LONG} {said}").sentences[-1]).voice
    assert found.lower().removeprefix("the ") == voice.lower().removeprefix("the ") or (
        not voice and ("unnamed" in found or "the source" in found or not found)
    )


@pytest.mark.parametrize("kind", sorted({*KINDS_OF_BODY} - {"Directorate", "Programme"}))
def test_a_line_that_ends_with_a_kind_of_body_is_a_letterhead(kind):
    assert is_letterhead(f"Lake Safety {kind}")
    assert not is_letterhead(f"The lake and its {kind} were dry in 1994")


def test_the_speaker_of_remarks_ends_before_the_occasion():
    speech = f"Remarks by the President Before Meeting with the Presidential Commission on Wells and Pumps\n\n{LONG}\n\nWe are digging wells in our valley with our own hands.\n"
    read = read_text(speech, "a.txt")
    told = material(read.document.text)
    told = type(told)(
        (type(told.texts[0])("source", "source.txt", "a.txt", read),), told.sentences, told.left_out
    )
    tried = try_draft(told, None, "seeds/example")
    assert "the President" in {str(claim.voice) for claim in briefing_of(tried).claims}
    assert warnings_of(tried) == ()


def test_a_decision_being_made_in_a_year_is_no_event_of_that_year():
    text = f"{LONG} The report was not considered significant to the decision being made in 2014. The wells were dug in 2010. The dam was built in 2012."
    assert {event.date.edtf for event in briefing_of(drafted(text)).events} <= {"2010", "2012"}


def test_what_she_said_stands_as_a_view_in_the_middle_of_a_sentence_too():
    text = f"{LONG} Despite the dangers, she said, last month the Fund and its partners reached 4.1 million people of the coast."
    assert judge(material(text).sentences[-1]).is_view
    tried = drafted(text)
    assert any("4.1 million" in str(claim.text) for claim in briefing_of(tried).claims)
    assert all("omebody" not in str(claim.lead) for claim in briefing_of(tried).claims)


def test_a_title_over_its_date_is_a_title_and_an_open_quotation_ends_none():
    read = read_text(
        f"Valley Statement at the General Assembly\nThursday, 26 September 2024\n\nUNGA - New York\n\n{LONG}\n",
        "a.txt",
    )
    assert read.about.title == "Valley Statement at the General Assembly"
    assert read.about.published == "2024-09-26"
    cut = "Government response to the Committee report: ‘The Wells"
    assert (
        make_title(material(LONG, title=cut), NOBODY)
        == "Government response to the Committee report"
    )


def test_a_rate_is_no_sum():
    text = in_a_long_source(
        "An evaluation of the wells showed a return of £7.49 for every £1 invested. The Fund paid £2 million for pumps."
    )
    amounts = briefing_of(drafted(text)).amounts
    assert "7.49" not in str(amounts)


def test_a_table_of_contents_is_no_table(tmp_path):
    rows = "\n".join(
        f"| {name} | {page} |"
        for name, page in (
            ("Introduction", 4),
            ("Ambitions", 4),
            ("A strategy", 6),
            ("Growing", 15),
            ("Partners", 24),
        )
    )
    (tmp_path / "a.md").write_text(
        f"# Wells\n\n{LONG}\n\nContents\n\n| | |\n|---|---|\n{rows}\n", "utf-8"
    )
    assert tables_in(read_texts([tmp_path / "a.md"])[0]) == ()


def test_a_title_of_a_very_long_source_is_held_against_all_of_it():
    filler = " ".join(
        f"The sheep of farm {name} graze on the slope behind the {name} mill."
        for name in ("upper", "lower", "old", "new")
    )
    long = "\n\n".join(f"{LONG} {filler} Row {'x' * (n % 7 + 1)} ends here." for n in range(280))
    text = f"The Fund has dug 79 wells since 1979.\n\n{long}"
    assert len(text) > 100_000
    briefing = briefing_of(drafted(text))
    for title, is_held in (("The 79 wells of the Fund", True), ("The 97 wells of the Fund", False)):
        found = check(resolve(dataclasses.replace(briefing, title=title)))
        assert is_held is not any(
            p.rule == "unsupported-metadata" and "97" in p.message for p in found
        )
