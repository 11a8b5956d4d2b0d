"""What drafts of releases, bulletins, answers and communiqués of public bodies put on page one."""

from dataclasses import replace

import pytest

from briefbook.draft.corpus import Text, author_of, gather
from briefbook.draft.leads import lead_of
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.parties import find_parties
from briefbook.draft.parts import Names, Remarks
from briefbook.draft.quotes import Quoter
from briefbook.draft.source_tables import source_table_figures
from briefbook.draft.stance import Sort, judge
from briefbook.draft.trim import shorten
from briefbook.draft.validate import try_draft
from briefbook.model import Quote
from briefbook.sources.readers.html import read_html
from briefbook.sources.readers.pdf_blocks import make_blocks
from briefbook.sources.readers.pdf_lines import page_lines
from briefbook.sources.readers.pdf_words import Word
from briefbook.sources.reading import Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.source_text import About
from tests.draft.drafts import briefing_of, material, source

BODY = "The office counted the ferries of the lake and the people whom they carried over the year, and found more of both than in any year before it, on every line and in every month but one. "


def page(head: str, body: str) -> str:
    return f"<html><head><title>{head}</title></head><body><main>{body}<p>{BODY}</p><p>{BODY}</p></main></body></html>"


@pytest.mark.parametrize("separator", [" - ", " | ", " – "])
def test_the_name_of_the_site_behind_a_page_s_title_is_its_publisher(separator):
    about = read_html(
        page(f"Ferries{separator}Lake Office", "<h1>Ferries: May 2021</h1>"), "a"
    ).about
    assert (about.title, about.publisher) == ("Ferries: May 2021", "Lake Office")


def test_the_second_half_of_a_title_is_no_publisher():
    about = read_html(page("Ferries – Counted Anew", "<h1>Ferries – Counted Anew</h1>"), "a").about
    assert (about.title, about.publisher) == ("Ferries – Counted Anew", "")
    about = read_html(page("Ferries – Counted Anew", "<h1>Another heading</h1>"), "a").about
    assert (about.title, about.publisher) == ("Ferries – Counted Anew", "")


def _published(html: str) -> str:
    return make_snapshot(read_html(html, "a"), "a.html", "html").about.published


def test_the_day_behind_a_page_s_title_dates_it_though_long_text_stands_before():
    before = f"<div><p>{BODY}</p><p>June 3, 2019</p></div>"
    assert _published(page("A", f"{before}<h1>Ferries of the lake</h1><p>Ferries</p><p>April 26, 2022</p>")) == "2022-04-26"  # fmt: skip


@pytest.mark.parametrize(
    "line", ["Answered on 10 February 2022", "The press release issued by the Lake Office on 10 February 2022.", "Ordered by the House of Commons to be printed on 10 February 2022", "Press release | Brussels, 10 February 2022"]
)  # fmt: skip
def test_a_line_that_says_when_a_document_was_given_dates_it(line):
    assert _published(page("A", f"<h2>Ferries</h2><p>{line}</p>")) == "2022-02-10"


def test_a_forum_does_not_say_what_others_say_there():
    assert author_of(_from("UK Parliament")) == ""
    assert author_of(_from("Lake Office")) == "Lake Office"


def _from(publisher: str):
    text = source(BODY)
    return replace(text, read=replace(text.read, about=About(publisher=publisher)))


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("“We look for guests from all over the world,” Minister of Industry, Investment and Trade, Senator the Hon. Ana Hill, told Lake News.", "Senator the Hon. Ana Hill"),
        ("“There will be a market on the shore for the guests,” added Mr. Scott.", "Mr. Scott"),
    ],
)  # fmt: skip
def test_a_voice_has_a_name_behind_its_form_of_address_and_its_office(said, voice):
    (sentence,) = material(said).sentences
    assert judge(sentence).voice == voice


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("Participants recalled that the accord remains in force on the whole lake.", "Participants"),
        ("The ministers expressed deep regret at the closing of the southern port.", "ministers"),
        ("Iran reiterated that its measures are reversible.", "Iran"),
    ],
)  # fmt: skip
def test_what_a_communique_has_its_parties_hold_is_their_view(said, voice):
    (sentence,) = material(said).sentences
    assert judge(sentence).voice == voice


def test_what_was_found_to_be_possible_is_no_outlook():
    (sentence,) = material(
        "In May 2021 the office began an audit of 200 ferries, after owners admitting that they could carry too many."
    ).sentences
    assert judge(sentence).sort is not Sort.FORECAST


@pytest.mark.parametrize(
    "idle",
    [
        "To ask the Secretary of State for Transport, how many ferries crossed the lake in each of the last two years.",
        "The figures for four companies are set out in the table below.",
        "More details about the count can be found in our statement.",
        "Figures are for ferries with an engine only.",
        "The headline rate is the number of ferries divided by the number of ports.",
        "The headline rate is for those aged 16 to 64 years.",
        "The phrase “the Office” means the office and all its predecessors as the context requires.",
        "Printed on paper containing 40% recycled fibre content minimum.",
        "I will explain the evidence in a later volume of this report.",
    ],
)
def test_what_only_serves_the_reader_is_no_statement(idle):
    assert material(f"{BODY}\n\n{idle}").sentences == material(BODY).sentences


def test_what_stands_under_notes_and_contacts_is_left_out():
    rows = "<h1>Ferries of the lake</h1><h2>Notes:</h2><p>The count holds every ferry that has a licence for the lake.</p><h2>Ports</h2>"
    read = make_snapshot(read_html(page("A", rows), "a"), "a.html", "html")
    told = gather((Text("source", "source.txt", "a.html", read),))
    assert not any("licence" in sentence.text for sentence in told.sentences)
    assert any("licence" in read.document.text[s.start : s.end] for s in read.document.sentences)


def test_the_main_points_of_a_bulletin_are_a_section_and_lead_page_one():
    points = (
        "Ferries carried 4,100 people across the lake, 200 more than a year earlier.",
        "Fares rose to 12 crowns on the northern line, up 2 crowns on the year.",
        "The fleet grew to 31 ferries, 3 more than the year before.",
    )
    filler = [f"The port of {name} keeps a quay of stone and a shed for nets." for name in "Arvo Brin Cale Dorn Elst Fenn Gard Holm Ivel Jarn Kolt Lund Mirr Nord Osen Pell Quar Rind Sund Tarn Ulve Vann".split()]  # fmt: skip
    heads = ("Ferries of the lake", "Main points for 2021", "Ports")
    title, main, ports = (Block(BlockKind.HEADING, h, 2 if n else 1) for n, h in enumerate(heads))
    told = [[Block(BlockKind.PARAGRAPH, words) for words in part] for part in (points, filler)]
    read = make_snapshot(Reading((title, main, *told[0], ports, *told[1])), "a.html", "html")
    made = try_draft(gather((Text("source", "source.txt", "a.html", read),)), None, "seeds/example")
    briefing = briefing_of(made)
    assert briefing.sections[0].title == OwnTitle.MAIN_POINTS
    said = {str(c.id): c.text for c in briefing.claims}
    assert any(said[id_] in points for id_ in briefing.key_points)


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("The rate was estimated at 75.6%, 0.3 percentage points lower than a year earlier, but largely unchanged on the quarter.", "The rate was estimated at 75.6%"),
        ("The office began an audit of 200 ferries, after owners said that they could carry too many.", "The office began an audit of 200 ferries"),
        ("A meeting of the four ministers took place on 25 September 2019 in Arvo to discuss the accord.", "A meeting of the four ministers took place on 25 September 2019 in Arvo"),
    ],
)  # fmt: skip
def test_a_comparison_or_what_came_before_may_go(sentence, short):
    assert shorten(sentence, len(short)) == short


def test_what_is_said_of_a_beginning_is_no_main_clause():
    said = "At the anniversary of the storm on the lake, which sank seven ferries, including three of the northern line, we call for an inquiry."
    assert shorten(said, 80) == ""


def test_neither_a_year_nor_one_plain_word_leads_a_statement_that_has_telling_words():
    text = "The increase in 2019 came from the northern ferry line."
    (sentence,) = material(text).sentences
    lead = lead_of(sentence, judge(sentence), (Quote(text, ""),), "", set())
    assert lead not in ("2019.", "The increase.", "Increase.")
    assert len(lead.split()) > 1


def test_ages_lead_nothing():
    text = "The ferry carries people aged 16 to 64 years for half the fare of the northern line."
    (sentence,) = material(text).sentences
    assert "64" not in lead_of(sentence, judge(sentence), (Quote(text, ""),), "", set())


TABLE = "<h1>Ferries</h1><table>{caption}<tr><th>Line</th><th>2019</th><th>2020</th></tr><tr><td>North<sup>1</sup></td><td>45</td><td>60</td></tr><tr><td>South lake<sup>2</sup></td><td>32</td><td>42</td></tr><tr><td>Length in km<sup>2</sup></td><td>5</td><td>6</td></tr></table>"


def test_a_note_s_mark_behind_a_word_is_no_part_of_it_and_a_power_is():
    text = make_snapshot(
        read_html(page("A", TABLE.format(caption="")), "a"), "a.html", "html"
    ).document.text
    assert "South lake | 32" in text
    assert "North | 45" in text
    assert "km2 | 5" in text


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("Table 1: Summary of the ferries of the lake for June to August 2020, counted", "In the source: Summary of the ferries of the lake"),
        ("", "In the source: by line"),
    ],
)  # fmt: skip
def test_a_table_is_named_by_its_caption_without_number_and_date_else_by_its_corner(caption, title):
    html = page("A", TABLE.format(caption=f"<caption>{caption}</caption>" if caption else "<caption>Ferries.</caption>"))  # fmt: skip
    assert _title_of(html) == title


def _title_of(html: str) -> str:
    read = make_snapshot(read_html(html, "a"), "a.html", "html")
    told = gather((Text("source", "source.txt", "a.html", read),))
    made = source_table_figures(told, Quoter(told), Names(), Remarks(), frozenset())
    return str(made.exhibits[0].takeaway)


def _line(text: str, x0: float, top: float) -> list[Word]:
    words = []
    for part in text.split():
        words.append(Word(part, x0, x0 + 6.0 * len(part), top, top + 10.0, 10.0, is_bold=False))
        x0 += 6.0 * len(part) + 3
    return words


def test_a_numbered_paragraph_of_a_pdf_keeps_its_first_line():
    words = []
    for number in range(4):
        top = 100.0 + 60 * number
        words += _line(f"1.{number + 1}.", 50, top)
        words += _line("Ferries of every port began in the spring of that year", 90, top)
        words += _line("their runs across the lake.", 90, top + 12)
    blocks, _ = make_blocks([page_lines(words, (595.0, 842.0), 1)])
    said = "Ferries of every port began in the spring of that year their runs across the lake."
    assert [block.text for block in blocks] == [f"1.{n}. {said}" for n in range(1, 5)]


def test_footnotes_can_be_quoted_and_are_no_statements():
    blocks = (
        Block(BlockKind.PARAGRAPH, BODY),
        Block(BlockKind.NOTE, "A ferry is a boat that keeps a timetable."),
    )
    read = make_snapshot(Reading(blocks), "a.pdf", "pdf")
    assert "timetable" in read.document.text
    told = gather((Text("source", "source.txt", "a.pdf", read),))
    assert not any("timetable" in sentence.text for sentence in told.sentences)


@pytest.mark.parametrize(
    "idle",
    [
        "This article is the copyrighted property of Lake News and of its owners.",
        "Written permission must be obtained before reprint in online or print media.",
        "The press release issued by the Lake Office on 2 April 2025.",
        "The staff who worked on this inquiry were Ana Hill and Ben Scott.",
        "Yоur соntеnt is dеlіvеrеd at once to thousands of readers of the lake.",
    ],
)
def test_who_made_a_document_and_who_may_copy_it_is_no_statement(idle):
    assert material(f"{BODY}\n\n{idle}").sentences == material(BODY).sentences


def test_an_hour_may_stand_behind_the_day_of_a_page():
    line = "<h1>Ferries of the lake</h1><p>July 25, 2019 | 11:15 PM</p>"
    assert _published(page("A", line)) == "2019-07-25"


def test_a_word_that_the_text_writes_in_small_letters_is_no_party():
    said = "The Ferry Guild gave Insurance its own boat in spring. The Ferry Guild and Insurance met. The insurance of the boat is paid by the Ferry Guild and Insurance."
    assert find_parties(("Ferry Guild and Insurance",), material(said).sentences).names == ()
