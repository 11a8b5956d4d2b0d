"""The paper can be archived (PDF/A-3a) and read aloud (PDF/UA-1)."""

import io
import re
import subprocess
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from briefbook.paper import plan
from briefbook.paper.pdf import render_pdf
from briefbook.pdf.errors import Unprintable
from tests.paper import plans
from tests.paper.readback import ownership_faults, tree
from tests.tools import page_validation, qpdf_check, verapdf


@pytest.fixture(scope="module")
def data():
    return render_pdf(plans.rich())


@pytest.fixture(scope="module")
def pdf(data):
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


@pytest.fixture(scope="module")
def root(pdf):
    return tree(pdf)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_paper_meets_both_standards(profile, size, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(render_pdf(replace(plans.rich("DRAFT"), page_size=size)))
    assert page_validation(file, profile) == []


@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_paper_meets_both_standards_by_the_reference_validator(data, flavour, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    assert verapdf(file, flavour) == []


@pytest.mark.qpdf
def test_the_syntax_is_sound(data, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    assert qpdf_check(file) == []


def test_every_mark_and_link_belongs_to_the_element_that_holds_it(pdf):
    assert ownership_faults(pdf) == []


def test_a_small_paper_meets_the_standards_too(tmp_path):
    file = tmp_path / "paper.pdf"
    heading = plan.Heading("A heading", "heading")
    file.write_bytes(render_pdf(plans.paper(heading, plan.Paragraph(plans.text("Some text.")))))
    assert page_validation(file, "ua1") == page_validation(file, "3a") == []


def test_heading_levels_are_never_skipped(root):
    levels = [int(node.tag[1]) for node in root.walk() if re.fullmatch(r"H\d", node.tag)]
    assert levels[0] == 1
    assert max(levels) == 3
    assert all(later <= level + 1 for level, later in pairwise(levels))


def test_headings_without_a_title_block_start_at_the_first_level():
    blocks = (plan.Heading("Sub", "sub", 2), plan.Heading("Section", "section"))
    with pikepdf.open(io.BytesIO(render_pdf(plans.paper(*blocks)))) as opened:
        tags = [node.tag for node in tree(opened).walk() if node.tag.startswith("H")]
    assert tags == ["H1", "H2"]


def test_the_tree_uses_each_kind_of_element_for_what_it_is(root):
    tags = {node.tag for node in root.walk()}
    assert tags >= {
        "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption",
        "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "Reference", "Note", "BlockQuote",
        "Aside", "Exhibit",
    }  # fmt: skip


def test_every_figure_has_words_and_a_place(root):
    figures = [node.entry for node in root.walk() if node.tag == "Figure"]
    assert len(figures) == 3 + len(plans.EVENTS)
    for figure in figures:
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert str(figure.Alt)
        assert left < right
        assert bottom < top


def test_the_mark_of_an_event_is_read_aloud_between_its_date_and_its_text(root):
    event = next(node for node in root.walk() if node.tag == "LI" and "Rumsfeld" in node.all_text())
    label, body = event.kids
    assert label.text.strip() == "26–27 Jul 2005"
    assert [kid.tag for kid in body.kids] == ["Figure", "P"]
    assert str(body.kids[0].entry.Alt) == "days"


def test_header_cells_say_what_they_head(root):
    scopes = {str(node.entry.A.Scope): node.all_text() for node in root.walk() if node.tag == "TH"}
    assert set(scopes) == {"/Column", "/Row"}


def test_rows_of_a_table_span_all_its_columns(root):
    for table in (node for node in root.walk() if node.tag == "Table"):
        rows = [node for node in table.walk() if node.tag == "TR"]
        spans = {
            sum(int(kid.entry.get("/A", {}).get("/ColSpan", 1)) for kid in row.kids) for row in rows
        }
        assert len(spans) == 1


def test_a_repeated_table_head_is_for_the_eye_only():
    table = plans.data_table(600)
    data = render_pdf(plans.paper(table))
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = tree(opened)
        assert len(opened.pages) > 2
    assert sum(node.tag == "THead" for node in root.walk()) == 1
    heads = [node for node in root.walk() if node.tag == "TH" and node.text.strip() == "Year"]
    assert len(heads) == 3


def test_side_notes_are_read_right_after_their_paragraph(root):
    section = next(node for node in root.kids if node.tag == "Sect" and node.kids[0].tag == "H2")
    tags = [(kid.tag, kid.all_text()[:12]) for kid in section.kids]
    at = next(index for index, (_, text) in enumerate(tags) if text.startswith("What changed"))
    assert tags[at + 1][0] == "Aside"
    assert "overflight" in section.kids[at + 1].all_text()


def test_only_our_six_faces_are_used_and_all_are_embedded(pdf):
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert {str(font.BaseFont).split("+")[1] for font in fonts} == {
        "SourceSerif4-Regular", "SourceSerif4-SemiBold", "SourceSerif4-Italic",
        "SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic",
    }  # fmt: skip
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_file_says_the_same_of_itself_twice(pdf):
    info, xmp = pdf.docinfo, pdf.Root.Metadata.read_bytes().decode()
    for key in ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer"):
        assert f">{info[key]}<" in xmp
    assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20261123000000Z"
    assert xmp.count("2026-11-23T00:00:00Z") == 2


def test_language_title_and_colours_are_declared(pdf):
    assert pdf.Root.Lang == plans.META.lang
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    [intent] = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 500


def test_attached_files_belong_to_their_exhibits(pdf, root):
    names = {
        str(name): spec.EF.F.read_bytes()
        for name, spec in zip(*[iter(pdf.Root.Names.EmbeddedFiles.Names)] * 2, strict=True)
    }
    assert names == {file.name: file.data for file in plans.ATTACHMENTS}
    owned = {
        str(node.entry.Alt)[:4]: str(node.entry.AF[0].UF)
        for node in root.walk()
        if "/AF" in node.entry
    }
    assert owned == {"Bars": "four-amounts.csv", "Colu": "obligations.csv"}
    assert str(pdf.Root.AF[0].EF.F.Subtype) == "/text/csv"


def test_capitals_are_read_aloud_as_they_were_written(root):
    label = next(node for node in root.walk() if node.text == "BOTTOM LINE")
    assert label.entry.ActualText == "Bottom line"


def test_the_outline_lists_sections_and_below_them_subsections_and_exhibits(pdf):
    with pdf.open_outline() as outline:
        sections = {item.title: [kid.title for kid in item.children] for item in outline.root}
    assert [title for title in sections if title[0].isdigit()][:3] == [
        "1 Interests and access",
        "2 Chronology",
        "3 Assistance",
    ]
    assert "What Washington is said to want" in sections["1 Interests and access"]
    assert any(title.startswith("Exhibit 2: Four") for title in sections["3 Assistance"])


@pytest.mark.poppler
def test_poppler_finds_every_font_embedded_and_subset(data, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    listing = subprocess.run(
        ["pdffonts", file], check=True, capture_output=True, text=True
    ).stdout.splitlines()[2:]
    assert listing
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in listing)


def test_empty_cells_and_heads_keep_their_place_in_the_row(tmp_path):
    columns = (plan.Column("", 90, is_name=True), plan.Column("Value", 200), plan.Column("", 203))
    rows = (plan.Row(((), plans.text("1"), ())), plan.Row((plans.text("a"), (), ())))
    data = render_pdf(plans.paper(plan.Table(columns, rows, "t")))
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    assert page_validation(file, "ua1") == []
    with pikepdf.open(file) as opened:
        cells = [[kid.tag for kid in node.kids] for node in tree(opened).walk() if node.tag == "TR"]
    assert cells == [["TD", "TH", "TD"], ["TD", "TD", "TD"], ["TH", "TD", "TD"]]


def test_a_control_character_in_the_metadata_is_an_error():
    with pytest.raises(Unprintable, match=r"U\+000B"):
        render_pdf(replace(plans.paper(), meta=replace(plans.META, subject="a\x0bb")))
