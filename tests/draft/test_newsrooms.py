"""What drafts of pages of newsrooms, companies, foundations, answers and bulletins put on page one."""

from dataclasses import replace

import pytest

from briefbook.draft.corpus import Text, publisher_of
from briefbook.draft.front import edition_of, make_title
from briefbook.draft.leads import lead_of
from briefbook.draft.own_titles import own_title
from briefbook.draft.parties import Parties, find_parties, related
from briefbook.draft.rank import rank
from briefbook.draft.stance import judge
from briefbook.draft.trim import shorten
from briefbook.model import ParagraphPart, Quote
from briefbook.sources.readers.html import read_html
from briefbook.sources.readers.markdown import read_markdown
from briefbook.sources.readers.pdf_blocks import make_blocks
from briefbook.sources.readers.pdf_lines import page_lines
from briefbook.sources.readers.pdf_words import Word
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.source_text import About, Boilerplate
from briefbook.values.dates import parse_date
from tests.draft.drafts import drafted, material
from tests.endless import ends

BODY = "The office counted the ferries of the lake and the people whom they carried over the year, and found more of both than in any year before it, on every line and in every month but one. "


def _text(words: str, about: About | None = None, name: str = "note.txt") -> Text:
    read = read_text(words, name)
    return Text("source", "source.txt", name, replace(read, about=about or read.about))


# ── Titles and publishers ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("PARLIAMENT OF THE LAKE REPUBLIC\nFOR WRITTEN REPLY\n", "Parliament of the Lake Republic"),
        ("HARBOUR, Wash. — July 25, 2023 — Lakeboat Corp. today announced the results of its year.\n", "Lakeboat Corp."),
        ("This page has a version of the Lake Safety Agency's Directive 3, “Keep Off the Ice”.\n", "Lake Safety Agency"),
        ("Ana Hill, PhD, National Center for Ferry Safety, Lakeside\n", "National Center for Ferry Safety"),
        ("© 2021 The Lake Foundation. All rights reserved.\n", "The Lake Foundation"),
        ("The ferries of the lake carried more people than ever in the year of the count.\n", ""),
        ("Yesterday the boats announced by the guild crossed the lake today for the first time.\n", ""),
    ],
)  # fmt: skip
def test_a_source_names_its_publisher_in_its_own_words(head, publisher):
    assert publisher_of(_text(f"{head}\n{BODY}\n")) == publisher


def test_a_line_of_small_words_is_read_at_once():
    with ends():
        assert publisher_of(_text("Office " + "of the for and on " * 14 + "it\n\n" + BODY)) == ""


def test_a_page_names_its_publisher_as_linked_data_or_by_its_site():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Lake News"}, "datePublished": "2021-05-03T10:00"}</script>'
    html = f"<html><head>{data}</head><body><main><h1>Ferries of the lake</h1><p>{BODY}</p></main></body></html>"
    about = read_html(html, "a").about
    assert (about.publisher, about.published) == ("Lake News", "2021-05-03")
    other = html.replace("NewsArticle", "Person").replace(
        "<head>", '<head><link rel="canonical" href="https://www.lakenews.example/ferries">'
    )
    read = make_snapshot(read_html(other, "a"), "a.html", "html")
    assert publisher_of(Text("source", "source.txt", "a.html", read)) == "lakenews.example"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Subject: Ferries of the lake in winter\n", "Ferries of the lake in winter"),
        ("QUESTION NO: 2048\n\nMr Hill to ask the Minister:\n", "Question No: 2048"),
        ("PRESS RELEASE\n\nFerries Carry More People\n", "Ferries Carry More People"),
    ],
)
def test_a_document_s_own_words_give_its_title_before_its_file_s_name(words, title):
    assert own_title(_text(f"{words}\n{BODY}\n", None, "unsc.txt")) == title


def test_a_title_of_a_form_and_a_number_has_its_subject_beside_it():
    blocks = (
        Block(BlockKind.HEADING, "Keep off the ice", 2),
        Block(BlockKind.PARAGRAPH, BODY),
    )
    read = make_snapshot(Reading(blocks, about=About(title="Lake Directive 21-03")), "a.md", "markdown")  # fmt: skip
    text = Text("source", "source.txt", "a.md", read)
    assert own_title(text) == "Lake Directive 21-03: Keep off the ice"
    told = replace(text, read=replace(read, about=About(title="Ice on the lake")))
    assert own_title(told) == "Ice on the lake"


def test_a_dash_in_a_title_parts_off_a_site_alone():
    about = About(title="Deaths on the Lake — United States, 2006", publisher="Lake Office")
    assert own_title(_text(BODY, about)) == about.title
    about = About(title="Deaths on the Lake – Lake Office", publisher="Lake Office")
    assert own_title(_text(BODY, about)) == "Deaths on the Lake"


CRASH = "Two United States service members were killed in Afghanistan. The United States and Afghanistan look into the crash in Afghanistan. The United States asked Afghanistan for help. Afghanistan told the United States of the crash."


def test_two_countries_are_no_relations_where_the_title_says_something_else():
    found = material(CRASH)
    parties = find_parties(("US service members killed in Afghanistan",), found.sentences)
    assert len(parties.names) == 2
    assert related(parties, "US service members killed in Afghanistan", found.sentences).names == ()
    assert related(parties, "Afghanistan–United States relations", found.sentences) == parties
    assert make_title(material(CRASH, title="Crash in Afghanistan"), Parties((), ())) == "Crash in Afghanistan"  # fmt: skip


def test_a_country_of_one_sentence_is_no_subject():
    said = "The U.S. Code asks for it in the United States of America, of which this lake is no part. The United States code is old. The United States code is long. "
    rest = " ".join(f"The ferry {name} keeps its timetable." for name in "Ana Bea Cid Dan Eva Fay Gus Hal Ida Jon".split())  # fmt: skip
    assert find_parties(("Ice",), material(said + rest).sentences).names == ()
    assert find_parties(("Ice in the United States",), material(said + rest).sentences).codes == ("US",)  # fmt: skip


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_may_be_by_some_day_does_not_date_a_text():
    dated = _text(BODY, About(published="2018-10-09"))
    forecast = material("The guild gives it a chance of 55% that the bridge leads to a port by December 2023. ")  # fmt: skip
    sources = drafted(BODY).draft.briefing.sources
    (first,) = sources
    told = (replace(first, date=parse_date(dated.read.about.published)),)
    assert edition_of(told, forecast.sentences).edtf == "2018-10-09"
    later = material("The bridge was opened in December 2023 by the guild of the lake. ")
    assert edition_of(told, later.sentences).edtf != "2018-10-09"


def test_the_day_in_the_running_feet_dates_a_document():
    aside = (Boilerplate("62 Lake Weekly / January 14, 2011 / Vol. 60", "running foot"),)
    read = make_snapshot(Reading((Block(BlockKind.PARAGRAPH, BODY),), aside), "a.pdf", "pdf")
    assert read.about.published == "2011-01-14"
    two = (*aside, Boilerplate("63 Lake Weekly / January 21, 2011 / Vol. 60", "running head"))
    read = make_snapshot(Reading((Block(BlockKind.PARAGRAPH, BODY),), two), "a.pdf", "pdf")
    assert read.about.published == ""


# ── Statements ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("• Revenue was $56.2 billion and increased 8% (up 10% on the lake)", "Revenue was $56.2 billion and increased 8% (up 10% on the lake)"),
        ("(a)(i) The Department recorded 4247 disciplinary cases in the 2010/11 year.", "The Department recorded 4247 disciplinary cases in the 2010/11 year."),
        ("\uf0b7 The guild built 12 new boats for the northern line.", "The guild built 12 new boats for the northern line."),
        ("Revenue of the northern line rose to $18.3 billion, with the following highlights:", "Revenue of the northern line rose to $18.3 billion"),
    ],
)  # fmt: skip
def test_an_item_of_a_list_that_says_something_is_a_statement(line, said):
    assert material(f"{line}\n\n{BODY}").sentences[0].text == said


@pytest.mark.parametrize(
    "idle",
    [
        "Total ferries 4,100 3,900 3,700",
        "Why the guild of the lake is promising. (More)",
        "For full details on the grant of the guild, see this page.",
        "All other provisions specified in this Directive remain applicable.",
        "Agencies will be notified of updates via a letter from the guild.",
        "† Number of boats too small to calculate a reliable rate.",
        "We look forward to sharing updates and the results.",
    ],
)
def test_what_says_only_where_to_look_is_no_statement(idle):
    assert material(f"{BODY}\n\n{idle}\n\n{BODY[:-2]} again. ").sentences == material(f"{BODY}\n\n{BODY[:-2]} again. ").sentences or not any(idle[:20] in s.text for s in material(f"{BODY}\n\n{idle}").sentences)  # fmt: skip


def test_a_sentence_that_differs_by_a_comma_is_said_once():
    twice = "In terms of the rule, a line is drawn between boats and ferries. In terms of the rule a line is drawn between boats and ferries. In terms of the rule a line is drawn between boats and 2 ferries."
    assert len(material(twice).sentences) == 2


def test_the_end_of_a_quotation_stands_without_the_words_that_name_its_speaker():
    said = '"The guild wanted to take the base, but its boat caught fire. All on board were saved by the ferry," Mujahid said.'
    *_, last = material(said).sentences
    assert last.text == "All on board were saved by the ferry"
    assert judge(last).voice == "Mujahid"


def test_a_paragraph_that_ends_with_a_reference_keeps_its_sentences():
    told = f"{BODY}\n\nFerries have to keep to these rules on the whole lake. 44 L.C. § 3554 (a)(1)\n\n{BODY[:-2]} again."
    assert any("keep to these rules" in s.text for s in material(told).sentences)


def test_what_a_site_fills_in_is_no_word_of_a_page():
    read = read_markdown('{:start="3"}\n3. Send it with the [form]({{ site.baseurl }}/a.xlsx) to the guild.\n')  # fmt: skip
    assert [block.text for block in read.blocks] == ["Send it with the form to the guild."]


# ── Leads and ranks ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("The Lake government has ruled out Taliban involvement in the latest incident.", "Taliban involvement."),
        ("The office recorded 4247 disciplinary cases on the lake.", "4247 disciplinary cases."),
        ("The guild has no knowledge of other affected Pulse Secure boats.", "Pulse Secure boats."),
    ],
)  # fmt: skip
def test_a_lead_names_what_a_sentence_tells(said, lead):
    (sentence,) = material(said).sentences
    assert lead_of(sentence, judge(sentence), (Quote(said, ""),), "", set()) == lead


def test_a_change_a_decision_and_a_count_weigh_more_than_the_law_and_the_rest():
    said = (
        "Stones lie at the shore where nobody walks after dark.",
        "Section 2205(3) of the Water Act, as amended, gives this power away.",
        "Fares of northern lines rose to 4,100 crowns, the highest in ten years.",
        "Guilds ordered that all owners of Lakeside close their ports.",
    )
    sentences = material(
        f"{BODY}\n\n{BODY[:-2]} too.\n\n{BODY[:-2]} as well. {' '.join(said)}"
    ).sentences[3:]
    ranking = rank(sentences)
    weights = [ranking.score(sentence) for sentence in sentences]
    assert weights[2] > weights[3] > max(weights[:2])


@pytest.mark.parametrize(
    ("said", "voice", "short"),
    [
        ("Two members of the guild were hurt in a crash on the northern line, the lake police said in a statement on Wednesday.", "the lake police", "Two members of the guild were hurt in a crash on the northern line"),
        ("The owner has been eager to sell, but General Mark Hill, chairman of the Joint Guilds of the Lake, told us this month that the boats remain.", "General Mark Hill", ""),
    ],
)  # fmt: skip
def test_a_voice_behind_its_words_or_beside_its_office_is_heard(said, voice, short):
    (sentence,) = material(said).sentences
    assert judge(sentence).voice.removeprefix("the ") == voice.removeprefix("the ")
    assert not short or shorten(said, 100) == short


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("The agency has observed active use of flaws in Pulse boats, a widely used remote ferry of the lake.", "The agency has observed active use of flaws in Pulse boats"),
        ("In July 2018, the guild gave a $5.1 million grant to Evidence Boats to create a school for ferrymen of all ages.", "In July 2018, the guild gave a $5.1 million grant to Evidence Boats"),
        ("Some 13,000 boats remain on the lake, 18 years after the first of them came.", "Some 13,000 boats remain on the lake"),
        ("The guild urged Lakeland to create a school for the ferrymen of the whole of the northern shore.", ""),
        ("The guild met the owners, the mayors and the clerks of the northern shore of the lake in spring.", ""),
    ],
)  # fmt: skip
def test_what_stands_behind_a_whole_clause_may_go(said, short):
    assert shorten(said, len(said) - 12) == short


def test_a_long_stretch_of_small_words_is_shortened_at_once():
    said = "The guild met at the harbour, the " + "old and new " * 60 + "is"
    with ends():
        assert shorten(said, 90) == ""


@pytest.mark.parametrize("tail", [" (Table 1).", " (7).", " ( 1,3).", " (Figure 2, 3)."])
def test_a_reference_behind_a_sentence_is_no_part_of_it(tail):
    (first, *_) = material(f"Rates for boats were 32% higher than rates for ferries{tail}\n\n{BODY}").sentences  # fmt: skip
    assert first.text == "Rates for boats were 32% higher than rates for ferries."


def test_a_statement_of_a_list_without_a_full_stop_runs_into_no_other():
    items = ("Revenue was $56 million and increased 8% (up 10% on the lake)", "Income was $24 million and increased 18% (up 21% on the lake)")  # fmt: skip
    told = "\n\n".join(f"• {item}" for item in items)
    tried = drafted(
        f"{told}\n\nThe guild pays for it. Its owners are glad of it. The harbour is theirs."
    )
    texts = {str(c.id): str(c.text) for c in tried.draft.briefing.claims}
    (section,) = (s for s in tried.draft.briefing.sections if s.id == "said")
    groups = [[texts[str(id_)] for id_ in p.claims] for p in section.body if isinstance(p, ParagraphPart)]  # fmt: skip
    assert [items[0]] in groups
    assert [items[1]] in groups
    assert any(len(group) > 1 for group in groups)


def test_two_weighty_key_points_stand_beside_the_answer_rather_than_a_short_one():
    long = "The guild carried 4,100 people across the northern lake in its first year of ferries and 5,300 across the southern one, more than in any year"
    other = "The owners paid 7,200 crowns for the lights of the northern harbour and 9,900 for the sheds of all fishermen, the highest price of ten years"
    tried = drafted(f"{long}. {other}. The lake is blue in spring. Its fish are small and quick.")
    beside = {str(id_) for id_ in tried.draft.briefing.bottom_line.supports}
    said = [str(c.text) for c in tried.draft.briefing.claims if str(c.id) in beside]
    assert sorted(said) == sorted((f"{long}.", f"{other}."))


# ── PDF ──────────────────────────────────────────────────────────────────────────────────────────


def _line(words: str, left: float, top: float, *, is_bold: bool = False) -> list[Word]:
    made, x = [], left
    for word in words.split():
        made.append(Word(word, x, x + 5 * len(word), top, top + 10, 10, is_bold))
        x += 5 * len(word) + 3
    return made


LEFT = "Ferries of each port began their runs"
RIGHT = "across the lake in spring of a year"


def _two_columns(*, is_bold: bool = False) -> list[Word]:
    words: list[Word] = []
    for n in range(12):
        words += _line(LEFT, 60, 60 + 12 * n, is_bold=is_bold)
        words += _line(RIGHT, 300, 60 + 12 * n, is_bold=is_bold)
    return words


def _table(top: float) -> list[Word]:
    words: list[Word] = []
    for n in range(24):
        for column in range(7):
            words += _line(f"{n}{column}7.5", 60 + 70 * column, top + 12 * n)
    return words


def test_a_table_across_a_page_does_not_hide_its_two_columns():
    lines = page_lines([*_two_columns(), *_table(240)], (595.0, 842.0), 1)
    assert [line.text for line in lines[:24]] == [LEFT] * 12 + [RIGHT] * 12
    assert all(len(line.cells) == 7 for line in lines[24:])


def test_a_table_alone_is_no_columns():
    lines = page_lines(_table(60), (595.0, 842.0), 1)
    assert {len(line.cells) for line in lines} == {7}


def test_boldness_is_no_heading_where_all_is_bold():
    words = _line("Ferries of every port began in the spring of that year", 60, 60, is_bold=True)
    words += _line("their runs across the lake.", 60, 72, is_bold=True)
    blocks, _ = make_blocks([page_lines(words, (595.0, 842.0), 1)])
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH]


def test_a_stray_hyphen_joins_a_word_that_stands_elsewhere_whole():
    words = _line("Ferries of every port began in spring to run, com -", 60, 60)
    words += _line("pared with others that compared no runs at all, and so -", 60, 72)
    words += _line("they said.", 60, 84)
    (block,), _ = make_blocks([page_lines(words, (595.0, 842.0), 1)])
    assert "to run, compared with" in block.text
    assert "so - they" in block.text
