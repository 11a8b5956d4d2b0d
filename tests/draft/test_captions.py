"""Court opinions, bulletins set with spaces, articles in XML, appendices: what their heads say, and what says nothing."""

from dataclasses import replace

import pytest

from briefbook.draft.corpus import Text, gather, publisher_of
from briefbook.draft.court_cases import case_name
from briefbook.draft.found_tables import tables_in
from briefbook.draft.own_titles import own_title
from briefbook.draft.silence import reason_for_silence
from briefbook.draft.spaced_tables import spaced_rows
from briefbook.draft.stance import Sort, judge
from briefbook.draft.validate import try_draft
from briefbook.sources.readers.tei import read_tei
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from tests.draft.drafts import material, problems_of

BODY = (
    "The guild of the lake asks the court to set aside the order of the harbour, which closed the northern line for a year. "
    "The harbour holds that the line was closed because its ferries had no lamps, and that the guild was heard before."
)


def _opinion(*lines: str) -> Text:
    """Return an opinion as a PDF's reader gives it: a line with bars is a row."""
    blocks = [
        Block(BlockKind.ROW if "|" in line else BlockKind.PARAGRAPH, line)
        for line in (*lines, BODY)
    ]
    return Text(
        "source", "source.txt", "a.pdf", make_snapshot(Reading(tuple(blocks)), "a.pdf", "pdf")
    )


# ── Courts ───────────────────────────────────────────────────────────────────────────────────────


def test_a_case_is_called_by_its_parties_and_published_by_its_court():
    text = _opinion(
        "In the Norland Court of Appeals Eastern District", "ANA MARIE HOLM, | ) ) | No. ED10", "Appellant, vs. | ) ) ) | Appeal from the Circuit Court of Aston",
        "STATE OF NORLAND, | ) | Honorable Ida Marsh", "Respondent. | ) | Filed: January 19, 2021",
    )  # fmt: skip
    assert own_title(text) == "Ana Marie Holm v. State of Norland"
    assert publisher_of(text) == "Norland Court of Appeals Eastern District"
    assert text.read.about.published == "2021-01-19"


def test_the_first_of_several_parties_names_a_side_and_a_court_goes_on_in_the_next_line():
    text = _opinion(
        "United States Court of Appeals", "For the Ninth Circuit", "No. 20-15 FERRY GUILD OF ASTON, et al., Plaintiffs, Appellants, v.",
        "IDA MARSH, in her official capacity as Governor, Defendant, Appellee.",
    )  # fmt: skip
    assert own_title(text) == "Ferry Guild of Aston v. Ida Marsh"
    assert publisher_of(text) == "United States Court of Appeals For the Ninth Circuit"


@pytest.mark.parametrize(
    "line",
    ["Ferries v. bridges: which line pays", "Holm v. Norland was decided in 1994 by the court."],
)
def test_a_title_with_a_versus_and_no_parties_is_no_case(line):
    assert case_name(_opinion(line).read) == ""


# ── Bulletins and articles ───────────────────────────────────────────────────────────────────────

TABLE = """Name                 Dates         Max Wind (mph)
TS Arlene            19-21 Apr            50*
H  Bret              19-20 Jun            45
TS Cindy             20-23 Jun            60
TD Four               6- 7 Jul            30"""


def _bulletin() -> Text:
    head = "Monthly Lake Summary\n\nNWS Northern Storm Center Aston FL\n800 AM EDT Sun Oct 1 2017"
    read = read_text(f"{head}\n\n{BODY}\n\nSummary Table\n\n{TABLE}\n", "a.txt")
    return Text("source", "source.txt", "a.txt", read)


def test_a_table_that_is_set_with_spaces_is_read_by_its_columns():
    (table,) = tables_in(_bulletin())
    assert table.header == ("Name", "Dates", "Max Wind (mph)")
    assert [row.cells for row in table.rows][1:3] == [("H Bret", "19-20 Jun", "45"), ("TS Cindy", "20-23 Jun", "60")]  # fmt: skip
    assert problems_of(try_draft(gather((_bulletin(),)), None, "seeds/example")) == ()


@pytest.mark.parametrize(
    "told",
    [
        "The ferries of the lake  carry people\nand goats of all kinds  from one shore\nto the other in 1994.  They carry salt\nas well, and ice.",
        "TS Arlene    50\nH  Bret      45",
    ],
)
def test_prose_and_two_lines_are_no_table(told):
    assert spaced_rows(told) == []


def test_an_hour_stands_before_the_day_of_a_bulletin_and_a_town_behind_its_office():
    assert _bulletin().read.about.published == "2017-10-01"
    assert publisher_of(_bulletin()) == "Northern Storm Center"


ARTICLE = f"""<article xml:lang="EN"><front><journal-meta><journal-title>Lake Medicine</journal-title></journal-meta>
<article-meta><title-group><article-title>Do <italic>ferries</italic> help?</article-title></title-group>
<pub-date pub-type="collection"><year>2005</year></pub-date>
<pub-date pub-type="epub"><day>25</day><month>1</month><year>2005</year></pub-date></article-meta></front>
<body><sec><title>What is known</title><p>{BODY}</p></sec></body></article>"""


def test_an_article_in_xml_has_its_title_its_journal_and_its_day():
    about = read_tei(ARTICLE, "a.xml").about
    assert (about.title, about.publisher, about.published) == (
        "Do ferries help?",
        "Lake Medicine",
        "2005-01-25",
    )
    bare = read_tei(f"<doc><p>{BODY}</p></doc>", "a.xml").about
    assert (bare.title, bare.publisher, bare.published) == ("", "", "")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Appendix A—Strength of Ropes", "Strength of Ropes"),
        ("A.2 Length of ropes", "Length of ropes"),
    ],
)
def test_an_appendix_is_called_by_what_it_is_about(heading, title):
    read = read_text(f"{heading}\n\n{BODY}\n", "a.txt")
    assert own_title(Text("s", "a.txt", "a.txt", replace(read))) == title


# ── Sentences ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "said",
    [
        "The author is grateful to Ana Hill for helpful discussions and for grant support from the guild.",
        "Funding for this study was provided by the Lake Guild.",
        "This appendix is informative.",
        "Reports on ferries, when completed, are available at the Storm Center website at .",
    ],
)
def test_thanks_and_notes_on_the_document_are_no_statements(said):
    assert reason_for_silence(said)


@pytest.mark.parametrize("said", ["The author of the order is the harbour.", "Funding was cut in 2017.", "The appendix of the order bans ferries."])  # fmt: skip
def test_what_is_told_of_authors_and_funds_is_a_statement(said):
    assert not reason_for_silence(said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I. The court found the guild's contentions wanting in 1994.", "The court found"),
        ("II. Jagged rocks closed the harbour of Aston in 1994.", "Jagged rocks"),
        ("B. In 1994 the court closed the harbour of Aston.", "In 1994"),
        ("V. Holm closed the harbour of Aston in 1994.", "V. Holm closed"),
    ],
)
def test_the_number_of_a_part_is_no_part_of_its_first_sentence(said, told):
    (sentence,) = material(f"{said}\n").sentences
    assert sentence.text.startswith(told)


def test_what_is_recommended_and_needed_is_a_demand():
    for said in ("For this reason, it is recommended that ropes be compared with a list.", "Trials are needed to test the ropes of the lake."):  # fmt: skip
        (told,) = material(f"{said}\n").sentences
        assert judge(told).sort is Sort.NORM
