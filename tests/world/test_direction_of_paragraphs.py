"""Paragraphs that run from right to left: on paper, on slides, in the deck, on the evidence page."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from briefbook.build import build
from briefbook.paper.pdf.line_breaking import set_lines
from briefbook.paper.pdf.texts import text_box
from briefbook.pdf.bidi import levels, visual_order
from briefbook.pdf.structure import Element
from briefbook.scripts import runs_from_right
from briefbook.text import Citation, Run
from briefbook.theme import paper as theme
from briefbook.verify import verify
from tests.world.made import ARABIC, HEBREW, SAYS, SAYS_HEBREW, turned_seed

pytestmark = pytest.mark.usefixtures("keeping")

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FILES = ("example.pdf", "example.pptx", "example.html", "example-slides.pdf")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("turned")
    build(turned_seed(folder), folder / "out", prints=frozenset(("slides", "page")))
    return folder / "out"


# ── Which way ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("plain", False),
        ("", False),
        ("שלום", True),
        ("12 שלום.", True),  # a number tells no direction
        ("שלום abc", True),
        ("abc שלום שלום", False),
        ("“שלום!”", True),
        ("“שלום!”, “مرحبا”", True),
        ("“שלום!” is said in the old town", False),  # the quotation is a paragraph of its own
        ("שלום, a daily that was founded in 1990", False),  # mostly the document's letters
        ("铁路", False),
    ],
)
def test_the_first_letter_tells_how_a_paragraph_runs(text: str, is_right: bool) -> None:
    assert runs_from_right(text) is is_right


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("אבג.", ".גבא"),  # the stop stands at the left, where the sentence ends
        ("אב 12 גד", "דג 12 בא"),
        ("אב USA גד", "דג USA בא"),
        ("“אב!”, “גד”", "”דג“ ,”!בא“"),
    ],
)
def test_signs_stand_where_a_paragraph_from_the_right_has_them(text: str, seen: str) -> None:
    assert "".join(text[at] for at in visual_order(levels(text, 1))) == seen


def test_lines_are_set_flush_right_and_begin_there(tmp_path: Path) -> None:
    from briefbook.brand import lent_of, wearing_brand

    seed = turned_seed(tmp_path)
    with wearing_brand(None, lent_of(seed)):
        text = (Run(f"“{' '.join([SAYS] * 4)}”"), Citation(7))
        lines = set_lines(text, theme.BODY, 200)
        assert len(lines) > 2
        assert all(line.is_from_right for line in lines)
        box = text_box(text, theme.BODY, Element("P"), 200)
        drawn: list[tuple[float, str]] = []
        from briefbook.paper.pdf.texts import _placed

        for line in box.lines:
            placed = list(_placed(line, 200 - line.width))
            right = max(left + piece.width for _, piece, left in placed if piece.text.strip())
            assert right == pytest.approx(200, abs=0.01)
            drawn += [(left, piece.text) for _, piece, left in placed]
        # The quotation opens at the right of the first line; the citation stands left of all.
        first, *_, last = [(left, text) for left, text in drawn if text.strip()]
        assert first[1] == "“"
        assert last[1] == "7"
        assert last[0] < min(left for left, said in drawn[-4:-1] if said.strip() and said != "7")


# ── The files ────────────────────────────────────────────────────────────────────────────────────


def test_all_files_verify(made: Path) -> None:
    assert verify(tuple(made / name for name in FILES), made / "example.json") == ()


def paragraphs(path: Path) -> list[etree._Element]:
    with zipfile.ZipFile(path) as deck:
        names = [
            n for n in deck.namelist() if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", n)
        ]
        return [p for n in names for p in etree.fromstring(deck.read(n)).iter(f"{_A}p")]


def test_the_deck_says_direction_language_and_face(made: Path) -> None:
    found = {}
    for paragraph in paragraphs(made / "example.pptx"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{_A}t"))
        settings = paragraph.find(f"{_A}pPr")
        found[text] = (settings is not None and settings.get("rtl"), paragraph)
    says, paragraph = found[f"“{SAYS}”"]
    assert says == "1"
    assert found["One bridge stands for the whole"][0] in (None, False)
    [looks] = [r for r in paragraph.iter(f"{_A}rPr") if r.get("lang") == "ar"]
    assert [face.get("typeface") for face in looks.iter(f"{_A}cs")] == ["Arial"]
    assert any(f"{SAYS_HEBREW}" in text for text in found)


def test_the_evidence_page_says_direction_and_language(made: Path) -> None:
    page = (made / "example.html").read_text("utf-8")
    assert f'<span lang="ar" dir="rtl">{SAYS}</span>' in page
    assert f'<span lang="he" dir="rtl">{HEBREW}</span>' in page  # its bracket closes within
    assert re.search(r'<td data-text dir="rtl">“<span lang="ar"', page)


def test_charts_show_letters_in_lent_faces(made: Path) -> None:
    text = "".join(page.extract_text() for page in PdfReader(made / "example.pdf").pages)
    assert ARABIC[:5] in text or ARABIC[:5][::-1] in text


# ── Tampering ────────────────────────────────────────────────────────────────────────────────────


def _in_deck(path: Path, out: Path, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as deck, zipfile.ZipFile(out, "w") as changed:
        for info in deck.infolist():
            data = deck.read(info)
            changed.writestr(info, change(data) if "ppt/slides/slide" in info.filename else data)


def test_a_deck_that_turns_its_words_is_named(made: Path, tmp_path: Path) -> None:
    def change(data: bytes) -> bytes:
        data = data.replace(b' rtl="1"', b' rtl="0"').replace(b' lang="he"', b' lang="zh"')
        turned = data.replace(b"<a:p><a:r>", b'<a:p><a:pPr algn="r" rtl="1"/><a:r>')
        return turned.replace(b'typeface="Arial"', b'typeface="Wingdings"')

    _in_deck(made / "example.pptx", tmp_path / "example.pptx", change)
    problems = verify((tmp_path / "example.pptx",), made / "example.json")
    said = "\n".join(problem.message for problem in problems)
    for words in ("runs from the left", "runs from the right", "a run in “zh”", "“Wingdings”"):
        assert words in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('lang="ar" dir="rtl"', 'lang="ar"', "runs from the left"),
        ('lang="he"', 'lang="fr"', "as if in “fr”"),
        ("<p data-text>", '<p data-text dir="rtl">', "runs as “rtl” says"),
    ],
)
def test_a_page_that_turns_its_words_is_named(
    made: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    page = (made / "example.html").read_text("utf-8")
    assert old in page
    (tmp_path / "example.html").write_text(page.replace(old, new), "utf-8")
    problems = verify((tmp_path / "example.html",), made / "example.json")
    assert any(said in problem.message for problem in problems)
