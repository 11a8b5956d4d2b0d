"""What drafts of library notes, surveys' sheets, forms, fact checks and copied pages put on page one."""

from dataclasses import replace

import pytest

from briefbook.draft.claims import _short_key
from briefbook.draft.corpus import Text, author_of, gather, publisher_of
from briefbook.draft.leads import has_lead, lead_of
from briefbook.draft.own_titles import own_title
from briefbook.draft.parts import Limits
from briefbook.draft.rank import rank
from briefbook.draft.silence import reason_for_silence
from briefbook.draft.stance import judge
from briefbook.draft.trim import shorten
from briefbook.language.en.sentences import split_sentences
from briefbook.model import Quote
from briefbook.sources.readers.html import read_html
from briefbook.sources.readers.pdf import read_pdf
from briefbook.sources.readers.pdf_lines import page_lines
from briefbook.sources.readers.pdf_words import Word, _is_alphabet
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import BlockKind
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.source_text import About
from tests.draft.drafts import briefing_of, drafted, in_a_long_source, material
from tests.sources.test_pdf_tables import page, rows_of

BODY = "The office counted the ferries of the lake and the people whom they carried over the year, and found more of both than in any year before it, on every line and in every month but one."


def _text(words: str, title: str = "") -> Text:
    read = read_text(words, "note.txt")
    about = replace(read.about, title=title) if title else read.about
    return Text("source", "source.txt", "note.txt", replace(read, about=about))


# ── Titles, publishers, days ─────────────────────────────────────────────────────────────────────


def test_a_body_that_stands_alone_above_a_title_publishes_it():
    text = _text(f"Lake Guild Library\n\nFerries of the lake: a short guide\n\nPublished Tuesday, August 28, 2018\n\n{BODY}\n")  # fmt: skip
    assert publisher_of(text) == "Lake Guild Library"
    assert own_title(text) == "Ferries of the lake: a short guide"
    assert text.read.about.published == "2018-08-28"
    one = _text(f"Ferries of the Library\n\n{BODY}\n")
    assert (publisher_of(one), own_title(one)) == ("", "Ferries of the Library")


def test_a_site_behind_a_title_publishes_it_where_the_text_speaks_of_it():
    words = f"{BODY}\n\nHill Lake Guild has seven ferries. Hill Lake Guild keeps them in repair."
    assert publisher_of(_text(words, "Ferries Counted Anew | Hill Lake Guild")) == "Hill Lake Guild"
    assert publisher_of(_text(words, "Ferries Counted Anew | Northern Lines")) == ""


@pytest.mark.parametrize(
    ("foot", "publisher", "published"),
    [
        ("Lake Survey Office, Summaries of Ferries, January 2011", "Lake Survey Office", "2011-01"),
        ("The Lake Journal 2009 – 223", "Lake Journal", "2009"),
        ("Ferries of the lake are many", "", ""),
    ],
)
def test_the_edge_of_a_page_says_who_published_it_and_when(foot, publisher, published):
    read = make_snapshot(read_pdf(_footed(foot), "a.pdf"), "a.pdf", "pdf")
    assert read.about.published == published
    assert publisher_of(Text("source", "source.txt", "a.pdf", read)) == publisher


def _footed(foot: str) -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number in (6, 7, 8):
        for n in range(12):
            canvas.drawString(72, 740 - 14 * n, f"{BODY[:80]} {number}")
        canvas.drawString(72, 30, foot if number % 2 else f"{foot} {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_a_word_that_cannot_be_one_is_no_title():
    long = "zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponm"
    assert own_title(_text(f"{BODY}\n", long)) != long
    assert own_title(_text(f"{BODY}\n", "combination of ferries")) != "combination of ferries"


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────


def test_what_was_linked_in_a_copied_page_stays_in_its_sentence():
    linked = f"{BODY} At a lunch of the guild the clerk told how her office has tackled the"
    lines = ["Ferries Counted Anew", "January 12, 2024", "ASTON —", linked, "Day One Plans", "that she had made.", *[f"{BODY} {n}." for n in range(5)]]  # fmt: skip
    read = read_text("\n".join(lines) + "\n", "a.txt")
    words = [read.document.text[p.start : p.end] for p in read.document.paragraphs]
    assert words[:2] == ["Ferries Counted Anew", "January 12, 2024"]
    assert words[2] == f"ASTON —\n{linked}\nDay One Plans\nthat she had made."
    assert read.about.published == "2024-01-12"
    wrapped = read_text("\n".join(BODY[n : n + 60] for n in range(0, len(BODY), 60)) + "\n", "a.txt")  # fmt: skip
    assert len(wrapped.document.paragraphs) == 1


def test_a_paragraph_in_bold_letters_alone_is_a_heading():
    html = f"<html><body><main><h1>Ferries</h1><p><strong>The northern line</strong></p><p>{BODY}</p><p><b>Note</b> that {BODY}</p></main></body></html>"
    kinds = {block.text[:17]: block.kind for block in read_html(html, "a").blocks}
    assert kinds["The northern line"] is BlockKind.HEADING
    assert kinds["Note that The off"] is BlockKind.PARAGRAPH


def test_the_letters_of_a_typeface_are_no_word_of_a_page():
    assert _is_alphabet("zyxwvutsrqponmlkjihgfedcbaZYXWVUTSR")
    assert not _is_alphabet("misunderstandings")


def test_a_word_higher_than_two_lines_binds_them_not_into_one():
    words = [Word(w, 50 + 60 * n, 95 + 60 * n, top, top + 10, 10, False) for top in (100, 112) for n, w in enumerate(f"the ferries of line {top}".split())]  # fmt: skip
    tall = Word("tallest", 400, 440, 95, 128, 30, False)
    lines = page_lines([*words, tall], (600, 800), 1)
    assert "the ferries of line 100" in [line.text for line in lines]
    assert "the ferries of line 112" in [line.text for line in lines]


def test_heads_that_stand_over_several_columns_are_a_row_above_the_others():
    found = rows_of(page(
        ("", "", "Fused oxide", "", "Silicon carbide"), ("", "2009", "2010", "2009", "2010"),
        ("Austria", "60,400", "60,400", "42,600", "42,600"), ("Brazil", "50,000", "50,000", "43,000", "43,000"),
        right=(260, 330, 420, 490),
    ))  # fmt: skip
    assert found[0] == "Fused oxide | Silicon carbide"
    assert found[2] == "Austria | 60,400 | 60,400 | 42,600 | 42,600"


def test_the_number_of_a_chapter_ends_no_sentence():
    said = "Services under ch. 48 or ch. 938 were given. The office kept to para. 7 of the rules."
    assert [said[a:b] for a, b in split_sentences(said, 0, len(said))] == [
        "Services under ch. 48 or ch. 938 were given.", "The office kept to para. 7 of the rules.",
    ]  # fmt: skip


# ── What is a statement, whose, and what leads it ────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "is_silent"),
    [
        ("Rounded to the nearest 5,000 tons to protect proprietary data.", True),
        ("Defined as imports – exports + adjustments for industry stock changes.", True),
        ("Only countries having submitted data for the variable were included.", True),
        ("Only seven ferries were repaired in the year of the storm.", False),
        ("Do not identify individuals by name when completing this report.", True),
        ("Yes No This report completes the office’s action on the case.", True),
        ("Summary of actions taken by the agency, including any referrals of the family.", True),
        ("Summary of the talks was given by the mayor of the town in the evening.", False),
        ("Good afternoon, and a very warm welcome to our friends from the guild.", True),
        ("The diagram in Figure 4 depicts a generic example of a ferry.", True),
        ("The risks of storms are discussed in section III of the rules.", True),
        ("The risks of storms were discussed in the town hall of Aston.", False),
        ("A snapshot of the analytics for the ferries of the lake.", True),
        ("The board and the Attorney’s Office would like to thank the jury for its time.", True),
        ("The case was also investigated by Detective Bo Lind of the 60th Precinct.", True),
        ("The case was investigated for seven years before the guild gave up.", False),
        ("Attorney Holm thanked the Lake Guild for its cooperation with this investigation.", True),
        ("The progress report can be viewed/downloaded HERE.", True),
        ("The ferries can be seen from the hills.", False),
        ("Table 2-1 provides more information on the sources of the ferries’ smoke.", True),
    ],
)
def test_notes_of_tables_and_fields_of_forms_are_no_statements(said, is_silent):
    assert bool(reason_for_silence(said)) == is_silent


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("The Lake Ministry rejected these claims as “patently false”.", "the Lake Ministry"),
        ("Omar Lane, a senior analyst at Lakefor, the Aston-based institute of boats, told a newspaper that the guild was fair by its own measure.", "Omar Lane"),
        ("In a preface, the guild's chief economist, Anna Holm, cautions that the ferries are old.", "Anna Holm"),
        ("The guild repaired seven ferries, the largest, the Holm, among them.", ""),
    ],
)  # fmt: skip
def test_whoever_tells_is_heard_behind_what_the_person_is(said, voice):
    (sentence,) = material(said).sentences
    assert judge(sentence).voice == voice


@pytest.mark.parametrize(
    ("said", "bad"),
    [
        ("The base is located inside a 55-kilometer zone on the road from Aston.", "55-kilometer."),
        ("Prices had dropped during the first three quarters of 2009 and rose again in the fourth one.", "Three quarters."),
        ("The markets of boats are governed by demand in the United States.", "United States."),
        ("A peak in the number of reported cases occurs in the summer of the lake.", "Reported cases occurs."),
    ],
)  # fmt: skip
def test_what_names_nothing_leads_nothing(said, bad):
    (sentence,) = material(said).sentences
    lead = lead_of(sentence, judge(sentence), (Quote(said, ""),), "", set())
    assert lead
    assert lead != bad
    assert has_lead(sentence) or lead


def test_a_key_point_is_not_cut_before_its_figures():
    said = "The guild sent surveys to towns that the ferries serve, and of the 26 that replied, 23 were pleased."  # fmt: skip
    assert "23" in _short_key(said, Limits())
    plain = "The guild sent surveys to towns that the ferries serve, and the towns that had replied by then were pleased with them."  # fmt: skip
    assert len(_short_key(plain, Limits())) <= Limits().key


def test_what_is_told_of_an_area_where_something_could_change_is_no_expectation():
    (one,) = material(
        "The report identified several areas where the guild could improve its ferries."
    ).sentences
    assert "looking ahead" not in judge(one).voice
    (two,) = material("The guild could improve its ferries by the end of the year.").sentences
    assert "looking ahead" in judge(two).voice
    assert gather((_text(BODY, About("").title),)).sentences


def test_headings_within_the_line_are_no_words_of_their_sentences():
    heads = ("World Resources", "Substitutes", "Events, Trends, and Issues")
    told = "\n\n".join(f"{head}: {BODY}" for head in heads)
    assert {s.text for s in material(f"{told}\n").sentences} == {BODY}
    twice = "\n\n".join(f"{head}: {BODY}" for head in ("Anna Holm", "Bo Lind", "Anna Holm", "Bo Lind"))  # fmt: skip
    assert all(s.text.startswith(("Anna", "Bo")) for s in material(f"{twice}\n").sentences)


def test_millions_of_people_count():
    (one,) = material("The study found 2 million people in towns where the risk of a flood is high.").sentences  # fmt: skip
    (two,) = material("The study found many people in the towns where the risk of a flood is high.").sentences  # fmt: skip
    assert rank((one, two)).scores[0] > rank((one, two)).scores[1]


def test_a_release_that_is_one_block_has_a_title_a_day_and_its_first_sentence():
    head = "December 7, 2018 Contact: Anna Holm\nDirector of Communications\nLake County Attorney’s Office\nFor Immediate Release: Jury Sentences Smuggler to 79 Years\n"
    news = "(Aston, Lakeshire) –On Thursday, December 6, 2018, Bo Lind was\nfound guilty of smuggling by a jury of the county in Aston."
    text = _text(f"{head}{news}\nThe trial lasted two weeks, and it took the jurors about 20 minutes to agree.\n")  # fmt: skip
    assert own_title(text) == "Jury Sentences Smuggler to 79 Years"
    assert text.read.about.published == "2018-12-07"
    assert gather((text,)).sentences[0].text.startswith("On Thursday, December 6, 2018, Bo Lind")


def test_a_body_with_its_short_form_is_no_title_and_remarks_end_with_their_day():
    text = _text(f"LHO - Lake Health Organization\n\nLHO Director's opening remarks at the briefing – 10 December 2024\n\n{BODY}\n")  # fmt: skip
    assert publisher_of(text) == "Lake Health Organization"
    assert own_title(text) == "LHO Director's opening remarks at the briefing – 10 December 2024"
    assert text.read.about.published == "2024-12-10"


def test_what_stands_in_a_figure_is_no_title():
    assert own_title(_text(f"{BODY}\n", "Item 4 General Concept")) == ""
    assert own_title(_text(f"{BODY}\n", "Seven Items of General Concern")) != ""


def test_a_vague_sum_leads_nothing_where_a_day_can():
    said = "On December 6, 2018, Bo Lind was found guilty of taking millions of dollars from the guild."
    (sentence,) = material(said).sentences
    assert lead_of(sentence, judge(sentence), (Quote(said, ""),), "", set()) == "December 6, 2018."


def test_a_list_that_ran_into_a_line_and_an_address_are_no_sentences():
    told = f"{BODY}\n\n(This does not include the ferries of the northern line.)\n\nVariability • All patients give the same answer • Most of them choose one response.\n\nwww.lake.example/fares to search for the estimated costs of a ferry.\n"
    assert [s.text for s in material(told).sentences] == [BODY]


def test_a_summary_of_what_somebody_said_is_that_persons_words():
    text = _text(f"This is a summary of what was said by guild spokesperson Anna Holm – to whom quoted text may be attributed – at today’s briefing.\n\n{BODY}\n")  # fmt: skip
    assert author_of(text) == "guild spokesperson Anna Holm"
    assert [s.text for s in gather((text,)).sentences] == [BODY]


def test_an_office_behind_a_dash_publishes_a_page_and_half_a_name_does_not():
    text = _text(f"{BODY}\n", "Smuggler to be Sentenced - The Brook Lake Attorney's Office")
    assert publisher_of(text) == "Brook Lake Attorney's Office"
    assert publisher_of(_text(f"A note of the Attorney's Office\n\n{BODY}\n")) != "Office"


def test_what_stands_between_dashes_gives_way_unless_it_counts_or_turns():
    said = "The Lake Office – which relies almost entirely on gifts – today called for nearly $1.1 billion to help the millions of families around the lake."
    assert shorten(said, 110) == "The Lake Office today called for nearly $1.1 billion to help the millions of families around the lake"  # fmt: skip
    counted = said.replace("relies almost entirely on gifts", "has 240 mills")
    assert "today called" not in shorten(counted, 110) or "240" in shorten(counted, 110)


def test_the_weightiest_statement_stands_beside_the_answer_though_it_is_long():
    news = "On Thursday, December 6, 2018, Bo Lind was found guilty of smuggling and of fraud by a jury of the county for cheating the families who had invested 4.9 million dollars in the seven ferries of his guild."
    rest = "The trial lasted two weeks. The jury met in Aston. The guild has kept ferries on the lake for years. Families of the dale went to see the court. The old mill was sold."
    briefing = briefing_of(drafted(in_a_long_source(f"{news} {rest}")))
    texts = {str(claim.id): str(claim.text) for claim in briefing.claims}
    assert news in [texts[str(id_)] for id_ in briefing.bottom_line.supports]
