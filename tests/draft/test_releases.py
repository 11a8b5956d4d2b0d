"""Pages laid out as tables, headlines beside a text, and what stands behind the end of a release."""

from dataclasses import replace

import pytest

from briefbook.draft.corpus import Text, gather, publisher_of
from briefbook.draft.dating import happenings_in
from briefbook.draft.front import make_title
from briefbook.draft.leads import lead_of
from briefbook.draft.parties import Parties
from briefbook.draft.stance import Sort, judge
from briefbook.draft.trim import shorten
from briefbook.draft.validate import try_draft
from briefbook.model import Quote
from briefbook.sources.readers.html import read_html
from briefbook.sources.readers.markdown import read_markdown
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.source_text import About
from tests.draft.drafts import drafted, material

BODY = "The office counted the ferries of the lake and the people whom they carried over the year, and found more of both than in any year before it, on every line and in every month but one. "


def _text(words: str, about: About | None = None, name: str = "note.txt") -> Text:
    read = read_text(words, name)
    return Text("source", "source.txt", name, replace(read, about=about or read.about))


def _told(html: str) -> list[str]:
    read = make_snapshot(read_html(html, "a"), "a.html", "html")
    return [s.text for s in gather((Text("source", "source.txt", "a.html", read),)).sentences]


TICKER = ("Guild announces $10.1 mln deal for boats", "Relics unearthed in the lake", "Ferryman Charles dies aged 96")  # fmt: skip


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs_and_its_headlines_are_no_statements():
    cells = f"<td><h1>Ferries of the lake</h1><div>November 20, 2019 - 11:28 AMT</div><div>{BODY}</div></td>"
    lines = "".join(f"<p>{line}</p>" for line in TICKER)
    html = f"<html><head><title>Ferries of the lake</title></head><body>{lines}<table><tr>{cells}</tr></table></body></html>"
    assert _told(html) == [BODY.strip()]
    said = "The guild announced a deal of $10 million for boats."
    assert _told(html.replace(lines, f"<p>{said}</p>"))[0] == said


def test_a_table_of_figures_stays_a_table():
    rows = "".join(f"<tr><td>Port {name}</td><td>{n}</td></tr>" for n, name in enumerate("ABC", 10))
    read = read_html(f"<html><body><p>{BODY}</p><table>{rows}</table></body></html>", "a")
    assert [block.kind for block in read.blocks][1:] == [BlockKind.ROW] * 3


@pytest.mark.parametrize("mark", ["ENDS", "-ENDS-", "# # #", "###", "– 30 –"])
def test_behind_the_end_of_a_release_stands_no_statement(mark):
    words = f"{BODY}\n\n{BODY[:-2]} too.\n\n{mark}\n\nThe guild was founded in 1990 by the owners of the ferries.\n"
    assert [s.text for s in gather((_text(words),)).sentences] == [BODY.strip(), f"{BODY[:-2]} too."]  # fmt: skip
    inside = words.replace(mark, "The ends meet.")
    assert len(gather((_text(inside),)).sentences) > 2


def test_what_a_release_says_of_its_publisher_is_no_statement():
    about = "The guild offers ferries to all who have to cross the lake in spring.\n"
    words = f"{BODY}\n\n{BODY[:-2]} too.\n\nAbout the Ferry Guild\n\n{about}"
    assert not any("offers" in s.text for s in gather((_text(words),)).sentences)
    told = words.replace("About the Ferry Guild", "About the data")
    assert any("offers" in s.text for s in gather((_text(told),)).sentences)


@pytest.mark.parametrize(
    "line",
    ["New York, NY – ", "(Nairobi) – ", "LakeNews.Net - ", "Lakeside, MA, March 3, 2022 -- "],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line):
    (first, *_) = material(f"{line}The guild built 12 boats on the shore.").sentences
    assert first.text == "The guild built 12 boats on the shore."


def test_the_day_that_a_page_names_dates_it_and_not_the_day_it_was_touched():
    text = _text(BODY, About(published="2018-02-15", modified="2018-07-02"))
    tried = try_draft(gather((text,)), None, "seeds/example")
    assert tried.draft.briefing.edition.edtf == "2018-02-15"


def test_of_a_title_too_long_the_half_that_says_it_stays():
    tail = "Boats of Three Kinds Carry the Most People of All Who Have to Cross the Lake in Winter or in Spring of a Year"
    made = make_title(material(BODY, title=f"Our Research Shows: {tail}"), Parties((), ()))
    assert made == tail
    told = make_title(material(BODY, title=f"Boats Carry the Most People of the Lake: {tail}"), Parties((), ()))  # fmt: skip
    assert told == "Boats Carry the Most People of the Lake"


def test_the_title_said_again_is_no_statement():
    said = "More than 100 ferries were built on the lake"
    text = _text(f"{BODY}\n\n{said}.\n\n{BODY[:-2]} too.\n", About(title=said))
    assert not any(said in s.text for s in gather((text,)).sentences)


# ── What a draft must survive, and who speaks ────────────────────────────────────────────────────


def test_a_heading_that_its_section_does_not_bear_costs_the_heading_and_not_the_draft():
    names = "Arvo Brin Cale Dorn Elst Fenn Gard Holm".split()
    parts = "".join(
        f"<h2>{head}</h2>" + "".join(f"<p>The port of {n} {what} for the boats of its guild.</p>" for n in names)
        for head, what in (("Still four quays", "keeps 3 quays"), ("Sheds of the ports", "has a shed"), ("Lights of the ports", "keeps a light"))
    )  # fmt: skip
    read = make_snapshot(read_html(f"<html><head><title>Ports</title></head><body><main><h1>Ports</h1>{parts}</main></body></html>", "a"), "a.html", "html")  # fmt: skip
    tried = try_draft(gather((Text("source", "source.txt", "a.html", read),)), None, "seeds/example")  # fmt: skip
    titles = [str(section.title) for section in tried.draft.briefing.sections]
    assert "Still four quays" not in titles


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("Everyone has a right to take part according to ability and to needs of his own.", ""),
        ("Hungary found 1.4% of samples positive according to the data of the year 2007.", ""),
        ("The bar offers air to anyone who pays, according to reports of guards.", "reports of guards"),
        ("Wistron and Lake Lighting are said to be among the makers of the lamps.", ""),
        ("Of all people asked, 53% of the participants stated that they never go by boat.", ""),
    ],
)  # fmt: skip
def test_only_who_can_speak_is_a_voice(said, voice):
    (sentence,) = material(said).sentences
    found = judge(sentence)
    assert (found.voice if found.sort is Sort.SAID else "").removeprefix("the ") == voice


def test_who_calls_out_reports_nothing():
    (sentence,) = material("The answer of the guild to all of its owners is a yes!").sentences
    assert judge(sentence).is_view


def test_a_case_is_not_torn_at_its_v():
    said = f"{BODY}\n\nThe guild filed its brief in Hill v. Office of the Lake, while it considers the appeal of its owners."
    assert not any(s.text.startswith("Office") for s in material(said).sentences)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Today, the Lake Safety Office (LSO) sent its findings to the mayors.", "Lake Safety Office (LSO)"),
        ("LSO today announced two accords with its owners. The Lake Safety Office (LSO) has said so.", "Lake Safety Office"),
        ("Special Counsel Henry J. Hill today released the following statement on boats.", ""),
    ],
)  # fmt: skip
def test_a_publisher_is_a_body_with_its_full_name(head, publisher):
    assert publisher_of(_text(f"Ferries of the lake\n\n{head}\n\n{BODY}\n")) == publisher


def test_an_address_given_as_a_name_is_its_host():
    assert publisher_of(_text(BODY, About(publisher="https://www.lakenews.example"))) == "lakenews.example"  # fmt: skip


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("He mailed her letter from a local library instead of the ferry.", "Local library."),
        ("The centre has published an Analysis Report AR-16-20173 on the matter.", "Analysis Report."),
    ],
)  # fmt: skip
def test_a_lead_ends_with_a_word_that_names_something(said, lead):
    (sentence,) = material(said).sentences
    assert lead_of(sentence, judge(sentence), (Quote(said, ""),), "", set()) == lead


def test_who_released_a_statement_speaks_in_its_paragraphs():
    said = "“The guild keeps its word to all of its owners on the lake.”"
    words = f"Clerk Ana B. Hill today released the following statement after the vote of the mayors.\n\n{said}\n"
    (*_, last) = gather((_text(words),)).sentences
    assert judge(last).voice == "Clerk Ana B. Hill"
    (*_, other) = gather((_text(words.replace("released the following statement", "went home")),)).sentences  # fmt: skip
    assert "somebody" in judge(other).voice


# ── What the last four documents showed ──────────────────────────────────────────────────────────


def test_what_stands_before_the_first_section_is_kept():
    names = "Arvo Brin Cale Dorn Elst Fenn Gard Holm Ivel Jarn".split()
    opening = "From May to November 2020, the guild found 9 leaks in the boats of its owners. "
    parts = "".join(
        f"<h2>{head}</h2>" + "".join(f"<p>The port of {n} {what} for the boats of its guild.</p>" for n in names)
        for head, what in (("Sheds of the ports", "has a shed"), ("Lights of the ports", "keeps a light"))
    )  # fmt: skip
    html = f"<html><head><title>Leaks</title></head><body><main><h1>Leaks</h1><p>{opening}</p>{parts}</main></body></html>"
    read = make_snapshot(read_html(html, "a"), "a.html", "html")
    tried = try_draft(gather((Text("source", "source.txt", "a.html", read),)), None, "seeds/example")  # fmt: skip
    said = {str(c.id): str(c.text) for c in tried.draft.briefing.claims}
    assert opening.strip() in said.values()
    assert opening.strip() in [said[str(id_)] for id_ in tried.draft.briefing.key_points]


def test_a_mark_too_many_makes_no_quotation_of_a_whole_text():
    long = " ".join(f"The port of {n} keeps a light for its {n} boats." for n in range(120))
    found = gather((_text(f'The committee spoke of "swaps. {long}\n'),)).sentences
    assert not any(sentence.speaker.name for sentence in found[5:])
    assert any(s.speaker.name for s in gather((_text(f'Ana Hill said: "{BODY}"\n'),)).sentences)


def test_a_table_run_into_a_line_is_no_statement():
    rows = "The terms are these: bank 12/04/96 England 3,000.0 12 bank 12/04/96 Japan 5,000.0 12 bank 12/28/96 Italy 3,000.0 12 and so on."
    assert material(f"{BODY}\n\n{rows}").sentences == material(BODY).sentences


def test_ticks_of_a_drawn_axis_are_no_table():
    ticks = [Block(BlockKind.ROW, f"{n},000 | {n}0") for n in (18, 14, 12, 10)]
    blocks = (Block(BlockKind.PARAGRAPH, f"{BODY}{BODY[:-2]} too. {BODY[:-2]} as well."), *ticks)
    read = make_snapshot(Reading(blocks), "a.pdf", "pdf")
    tried = try_draft(gather((Text("source", "source.txt", "a.pdf", read),)), None, "seeds/example")
    assert tried.draft.briefing.exhibits == ()


def test_a_link_with_a_space_in_its_address_keeps_its_words():
    read = read_markdown("The kit is sold by [Lake Boats LLC](Lake Boats LLC) to all (as they say).\n")  # fmt: skip
    assert read.blocks[0].text == "The kit is sold by Lake Boats LLC to all (as they say)."


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        ("The setting can be found with the scripts we released in September 2020.", []),
        ("The guild released its scripts in September 2020.", ["2020-09"]),
    ],
)
def test_the_day_of_what_we_once_released_dates_nothing_else(said, dates):
    assert [dated.found.date.edtf for dated in happenings_in(said)] == dates


def test_a_plan_is_no_outlook_where_it_is_a_thing():
    (sentence,) = material("The ministry has unveiled a plan to help the boats of the lake with 12 new lights.").sentences  # fmt: skip
    assert judge(sentence).sort is not Sort.FORECAST
    (other,) = material("The owners of the lake plan to help the boats with 12 new lights in spring.").sentences  # fmt: skip
    assert judge(other).sort is Sort.FORECAST


def test_a_sentence_of_many_days_is_no_table():
    said = "They then signed addendums on October 4, 2021; October 6, 2021; December 14, 2022; and June 13, 2023."
    assert any(s.text == said for s in material(f"{BODY}\n\n{said}").sentences)


def test_the_news_is_a_key_point_though_it_is_long():
    news = "The ministry of the lake has unveiled a plan to help the guild reduce the cost of its 4,100 boats and increase the number of people whom they carry across the water by 12 percent in ten years"
    tried = drafted(f"{news}. The lake is wide. Its shore has 12 ports. The guild keeps 31 lights. Fares rose by 2 crowns.")  # fmt: skip
    said = {str(c.id): str(c.text) for c in tried.draft.briefing.claims}
    assert f"{news}." in [said[str(id_)] for id_ in tried.draft.briefing.key_points]


def test_what_officials_add_is_not_the_voice_of_the_news():
    said = "Three cases of plague have been found on the lake, though officials say the risk of more is low."
    (sentence,) = material(said).sentences
    assert "officials" not in judge(sentence).voice
    (first, *_) = material(f"− The guild built 12 boats on the shore.\n\n{BODY}").sentences
    assert first.text == "The guild built 12 boats on the shore."


def test_a_voice_behind_its_verb_is_heard():
    said = "The lake has had a small number of leaks, 26 of them between 2009 and 2018, reports Reuters."
    (sentence,) = material(said).sentences
    assert judge(sentence).voice == "Reuters"
    assert (
        shorten(said, 90)
        == "The lake has had a small number of leaks, 26 of them between 2009 and 2018"
    )


def test_how_an_analysis_was_done_is_no_statement():
    idle = "The first analysis was conducted without any model of the lake and its boats."
    assert material(f"{BODY}\n\n{idle}").sentences == material(BODY).sentences
