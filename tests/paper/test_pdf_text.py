"""Text is text: it is printed letter for letter, and it can be copied."""

import io
import re

import pikepdf
import pytest

from briefbook.paper import plan
from briefbook.paper.pdf import render_pdf
from briefbook.paper.pdf.line_breaking import set_lines
from briefbook.pdf.errors import BrokenPlan, Unprintable
from briefbook.text import Citation, Link, Run, StatementType, Style, Tag, Text
from briefbook.theme import paper as theme
from tests.paper import plans
from tests.paper.readback import texts, tree, words

HOSTILE = (
    "<font color='red'>red</font> & <b>bold</b> <img src='file:///etc/passwd'/> &amp; &lt;a&gt; "
    '"quotes" \\(slash) 100% $x$ {braces} <a href="https://example.org">link</a> <para/> %PDF EMC'
)


def paragraph(*parts):
    """Return a paper of one paragraph."""
    inline = tuple(Run(part) if isinstance(part, str) else part for part in parts)
    return plans.paper(plan.Paragraph(inline))


def printed(*parts):
    """Return the copied text of a paper of one paragraph."""
    return "\n".join(texts(render_pdf(paragraph(*parts))))


def test_what_looks_like_markup_is_printed_as_it_stands():
    assert words(HOSTILE) in words(printed(HOSTILE))


def test_what_looks_like_markup_is_printed_everywhere_else_too():
    hostile = (Run(HOSTILE),)
    blocks = (
        plan.Opening(HOSTILE, "", "", HOSTILE, HOSTILE, HOSTILE),
        plan.Heading(HOSTILE, "a"),
        plan.Lead(hostile),
        plan.Quotation(HOSTILE, hostile, hostile, (plan.SideNote(HOSTILE, hostile),)),
        plan.Notice(HOSTILE, hostile),
        plan.Table((plan.Column(HOSTILE, 490),), (plan.Group(HOSTILE), plan.Row((hostile,))), "t"),
        plan.Chronology((plan.ChronologyEntry("1992", plans.EVENTS[0][1], hostile),)),
        plan.Evidence(HOSTILE, (plan.EvidenceEntry(1, "e", "¶ 1", HOSTILE, is_view=True),)),
    )
    data = render_pdf(plans.paper(*blocks))
    with pikepdf.open(io.BytesIO(data)) as opened:
        said = words(tree(opened).all_text())
    assert said.casefold().count(words(HOSTILE).casefold()) >= 15


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x1b", "\u0085", "\u4e2d", "\U0001f600", "\ue000", "\u0627"]
)
def test_a_character_that_no_face_has_is_named_in_the_error(char):
    with pytest.raises(Unprintable, match=f"U\\+{ord(char):04X}") as caught:
        render_pdf(paragraph(f"before {char} after"))
    assert "before" in str(caught.value)


@pytest.mark.parametrize("char", ["\n", "\t", "\u2028"])
def test_line_ends_and_tabs_within_a_text_are_spaces(char):
    assert "one two" in printed(f"one{char}two")


@pytest.mark.parametrize(
    ("given", "copied"),
    [
        ("5\u00a0May", "5 May"),
        ("5\u202f%", "5\u202f%"),
        ("Trans\u2011Alai", "Trans-Alai"),
        ("zero\u200bwidth", "zerowidth"),
        ("joi\u2060ner", "joiner"),
        ("un\u00adbroken", "unbroken"),
        ("e\u0301te\u0301", "été"),
        ("Тоҷикистон ғӣқӯҳҷ", "Тоҷикистон ғӣқӯҳҷ"),
        ("ab−cd × 3 ÷ 4 ≤ 5", "ab−cd × 3 ÷ 4 ≤ 5"),
    ],
)
def test_special_spaces_hyphens_and_letters_come_out_as_their_equals(given, copied):
    assert copied in printed(given)


def test_a_character_that_only_the_other_family_has_is_lent_by_it():
    assert "□" in printed("a box □ in serif text")


def test_a_soft_hyphen_is_printed_where_the_line_ends():
    long = "inter\u00adnational\u00adisation"
    lines = set_lines((Run(f"{long} {long}"),), theme.NOTE, 60)
    ends = ["".join(piece.text for piece in line.pieces).rstrip() for line in lines]
    assert any(end.endswith("\u00ad") for end in ends)
    assert not any("\u00ad" in end[:-1] for end in ends)


def test_a_word_longer_than_its_line_is_cut_and_stays_inside():
    lines = set_lines((Run("x" * 400),), theme.BODY, 100)
    assert all(line.width <= 100 for line in lines)
    assert "".join(piece.text for line in lines for piece in line.pieces) == "x" * 400


def test_a_long_address_is_broken_at_its_strokes():
    address = "https://www.example.org/a-very-long/path/that/never/ends/index.html"
    lines = set_lines((Link(address, address),), theme.BODY, 150)
    ends = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert len(ends) > 1
    assert all(end[-1] in "/.-" for end in ends[:-1])


def test_no_line_begins_with_a_citation_or_consists_of_a_tag():
    for measure in range(60, 336, 7):
        text = (*plans.KEY_POINTS.points[4].lead, Run(" "), *plans.KEY_POINTS.points[4].text)
        for line in set_lines(text, theme.KEY_POINT, measure):
            owner = line.pieces[0].pen.owner
            assert not isinstance(owner, Tag) or measure < 130
            assert not isinstance(owner, Citation) or measure < 130


def test_the_last_line_is_not_one_short_word_where_another_break_avoids_it():
    text = (Run("No sum is attached to any of them, and so none of them is ever charted."),)
    lines = set_lines(text, theme.BODY, 320)
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [
        "No sum is attached to any of them, and so none of them ",
        "is ever charted.",
    ]  # fmt: skip


def test_tags_are_text_and_stand_apart_from_the_words_around_them():
    evidence = plan.Evidence("", (plan.EvidenceEntry(1, "e", "¶ 1", "“so”", is_view=False),))
    text = (Run("It was so."), Citation(1), Run(" "), Tag(StatementType.REPORTED), Run("Next."))
    copied = "\n".join(texts(render_pdf(plans.paper(plan.Paragraph(text), evidence))))
    assert re.search(r"It was so\.\s*1\s+REPORTED\s+Next\.", copied)


def test_the_last_word_of_a_line_is_not_glued_to_the_next():
    copied = "\n".join(texts(render_pdf(plans.rich())))
    flat = re.sub(r"\s+", " ", copied)
    for sentence in (
        "Tajikistan offered the use of air bases in 2001–2, with Russia’s approval,",
        "The fourth is not aid: a $182 million purchase of airliners by a private company,",
        "They cannot show what the page also implies, that the increase was military.",
    ):
        assert sentence in flat


def test_every_text_of_the_plan_is_in_the_structure_in_order():
    paper = plans.rich()
    with pikepdf.open(io.BytesIO(render_pdf(paper))) as opened:
        said = words(tree(opened).all_text()).casefold()
    missing = [text for text in _seen(paper) if words(text).casefold() not in said]
    assert missing == []


def test_reading_order_is_the_order_of_the_plan():
    paper = plans.paper(*plans.CAVEATS, *plans.without_back(*plans.EVIDENCE))
    with pikepdf.open(io.BytesIO(render_pdf(paper))) as opened:
        said = words(tree(opened).all_text()).casefold()
    at = 0
    for text in _seen(paper):
        found = said.find(words(text).casefold(), at)
        assert found >= 0, text
        at = found


def _seen(paper):
    """Yield every word that the plan prints, run by run."""
    for text in paper.texts():
        if text.is_seen:
            yield text.label
            yield from (part.text for part in text.text if isinstance(part, Run | Link))


@pytest.mark.parametrize("target", ["http://example.org", "file:///etc/passwd", "javascript:x"])
def test_only_https_addresses_are_linked(target):
    with pytest.raises(BrokenPlan, match="only https"):
        render_pdf(paragraph(Link("text", target)))


def test_a_strong_word_takes_no_part_in_its_neighbours():
    text: Text = (Run("plain "), Run("strong", Style.STRONG), Run("ly put"))
    [line] = set_lines(text, theme.BODY, 300)
    assert [(piece.text, piece.pen.face) for piece in line.pieces] == [
        ("plain ", "serif"), ("strong", "serif-semibold"), ("ly put", "serif"),
    ]  # fmt: skip
