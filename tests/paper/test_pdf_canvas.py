"""The canvas is closed by default: no text without an element, no graphics taken for content."""

import pytest

from briefbook.pdf.canvas import Artifact, Canvas
from briefbook.pdf.errors import Untagged
from briefbook.pdf.file import File
from briefbook.pdf.operators import number
from briefbook.pdf.structure import Element
from briefbook.theme import paper as theme

BLACK = "#000000"


@pytest.fixture
def canvas():
    made = Canvas(File(), theme.PAGE_SIZES["A4"])
    made.begin_page()
    return made


def code(canvas):
    canvas.end_page()
    return canvas.sheets[-1].code


def write(canvas):
    canvas.text((50, 50), "Text", "serif", 10, BLACK)


def test_text_outside_of_the_structure_is_refused(canvas):
    with pytest.raises(Untagged):
        write(canvas)


def test_text_is_refused_again_once_its_element_is_left(canvas):
    with canvas.inside(Element("P")):
        write(canvas)
    with pytest.raises(Untagged):
        write(canvas)


def test_text_inside_of_an_element_is_marked_as_its_content(canvas):
    element = Element("P")
    with canvas.inside(element):
        write(canvas)
        write(canvas)
    assert [line.split("<<")[0] for line in code(canvas) if "BDC" in line] == ["/P"]
    assert len(element.kids) == 1


def test_graphics_outside_of_a_figure_become_artifacts(canvas):
    element = Element("P")
    canvas.box((0, 0), (10, 10), fill=BLACK)
    with canvas.inside(element):
        write(canvas)
        canvas.rule((0, 0), 10, 1, BLACK)
        write(canvas)
    marks = [line.split("<<")[0] for line in code(canvas) if "BDC" in line]
    assert marks == ["/Artifact", "/P", "/Artifact", "/P"]
    assert len(element.kids) == 2


def test_graphics_inside_of_a_figure_are_its_content(canvas):
    figure = Element("Figure")
    with canvas.drawing(figure):
        canvas.box((0, 0), (10, 10), fill=BLACK)
        write(canvas)
    assert [line.split("<<")[0] for line in code(canvas) if "BDC" in line] == ["/Figure"]


def test_what_is_drawn_aside_enters_no_element(canvas):
    element = Element("P")
    with canvas.aside(Artifact("Pagination")), canvas.inside(element):
        write(canvas)
        canvas.link(element, "#x", (0, 0), (1, 1), "x")
        canvas.spot("x", 0, 0)
    assert element.kids == []
    assert not canvas.spots
    assert code(canvas)[0] == "/Artifact<</Type/Pagination>>BDC"


def test_marks_are_opened_and_closed_in_turn(canvas):
    for tag in ("P", "Span", "P"):
        with canvas.inside(Element(tag)):
            write(canvas)
        canvas.box((0, 0), (1, 1), fill=BLACK)
    opened = [line == "EMC" for line in code(canvas) if line == "EMC" or line.endswith("BDC")]
    assert opened == [False, True] * 6


def test_an_element_stands_in_the_tree_from_its_first_content_on(canvas):
    root = Element("Document")
    section = Element("Sect", root)
    second, first = Element("P", section), Element("P", section)
    Element("P", section)
    for element in (first, second):
        with canvas.inside(element):
            write(canvas)
    assert root.kids == [section]
    assert section.kids == [first, second]


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.0001, "0"), (1.5, "1.5"), (2.0, "2"), (1e-9, "0"), (123456.789, "123456.789")],
)
def test_numbers_are_written_without_exponents(value, written):
    assert number(value) == written
