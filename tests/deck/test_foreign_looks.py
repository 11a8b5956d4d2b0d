"""Text on what a template draws itself: inks that were meant, footers on bands, markings that verify finds."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from briefbook.deck.foreign import read_template
from briefbook.theme.wcag import contrast
from briefbook.verify import verify
from tests.deck import made_templates as made
from tests.deck.test_foreign import built_on
from tests.seeds import EXAMPLE, copy_of, edit

_BAND = (
    b'<p:sp><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="%d"/>'
    b'<a:ext cx="9144000" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
    b'<a:srgbClr val="1F4E79"/></a:solidFill></p:spPr></p:sp>'
)
_WHITE = b'<a:endParaRPr lang="en-US"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:endParaRPr></a:p>'


def banded(*, says_ink: bool) -> bytes:
    """A template with dark bands under title and footer, whose title is white in its sample text alone.

    So LibreOffice writes the templates that it converts; where a style says the ink, slides inherit it.
    """

    def change(name: str, part: bytes) -> bytes:
        if not name.startswith("ppt/slideMasters/slide"):
            return part
        bands = _BAND % (0, 1500000) + _BAND % (6200000, 658000)
        part = part.replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + bands, 1)
        title = re.search(rb'<p:sp>(?:(?!</p:sp>).)*?type="title".*?</p:sp>', part, re.DOTALL)
        assert title
        white = re.sub(rb"(<a:endParaRPr[^>]*/>)?</a:p>", _WHITE, title[0])
        part = part.replace(title[0], white)
        if says_ink:
            return re.sub(
                rb'(<p:titleStyle>.*?)<a:schemeClr val="tx1"/>',
                rb'\1<a:srgbClr val="FFFF99"/>',
                part,
                flags=re.DOTALL,
            )
        return re.sub(
            rb'(<p:titleStyle>.*?)<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>',
            rb"\1",
            part,
            flags=re.DOTALL,
        )

    return made.repacked(made.default(), change)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "banded.pptx"
    file.write_bytes(banded(says_ink=False))
    return file


def test_the_ink_of_sample_text_is_known_where_no_style_says_one(template: Path) -> None:
    titles = [layout.title for layout in read_template(template).layouts if layout.title]
    assert titles
    assert {title.sample for title in titles} == {"FFFFFF"}


def test_an_ink_that_a_style_says_is_inherited_and_not_given_again(tmp_path: Path) -> None:
    file = tmp_path / "styled.pptx"
    file.write_bytes(banded(says_ink=True))
    titles = [layout.title for layout in read_template(file).layouts if layout.title]
    assert {title.sample for title in titles} == {""}
    deck = built_on(file, tmp_path / "out")
    assert b"FFFF99" not in slide(deck, 2)


@pytest.mark.slow
def test_a_title_is_set_in_the_ink_that_its_band_was_made_for(
    template: Path, tmp_path: Path
) -> None:
    deck = built_on(template, tmp_path / "out")
    title = Presentation(str(deck)).slides[1].shapes.title
    assert {str(run.font.color.rgb) for p in title.text_frame.paragraphs for run in p.runs} == {
        "FFFFFF"
    }
    assert verify((deck,)) == ()


@pytest.mark.slow
def test_a_footer_on_a_band_is_read_there(template: Path, tmp_path: Path) -> None:
    deck = built_on(template, tmp_path / "out")
    feet = [
        s for s in Presentation(str(deck)).slides[2].shapes if s.name in ("Footer", "Slide number")
    ]
    inks = re.findall(
        rb'name="(?:Footer|Slide number)".*?srgbClr val="([0-9A-F]{6})"', slide(deck, 3), re.DOTALL
    )
    assert feet
    assert inks
    assert all(contrast(ink.decode(), "1F4E79") >= 4.5 for ink in inks)


@pytest.mark.slow
def test_a_marking_at_the_foot_of_a_template_is_found_and_missed(tmp_path: Path) -> None:
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "status: ", "marking: FOR TEACHING\nstatus: ")
    [default] = [path for path in made.made_templates() if path.name == "default.pptx"]
    deck = built_on(default, tmp_path / "out", seed)
    assert verify((deck,)) == ()
    data = io.BytesIO()
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, part.replace(b"FOR TEACHING", b"") if name.endswith("slide2.xml") else part
            )
    deck.write_bytes(data.getvalue())
    assert any("has lost its marking" in str(problem) for problem in verify((deck,)))


@pytest.mark.slow
def test_a_title_that_is_moved_has_an_ink_for_where_it_stands_then(tmp_path: Path) -> None:
    """Its layout puts it on white and leaves hardly room for content; it is moved onto the band above."""

    def change(name: str, part: bytes) -> bytes:
        if not name.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide")):
            return part
        part = part.replace(b'cy="4525963"', b'cy="900000"')
        if name.startswith("ppt/slideMasters"):
            part = part.replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + _BAND % (0, 1500000), 1)
        return part.replace(b'y="274638"', b'y="3000000"')

    file = tmp_path / "moved.pptx"
    file.write_bytes(made.repacked(made.default(), change))
    deck = built_on(file, tmp_path / "out")
    title = Presentation(str(deck)).slides[1].shapes.title
    assert title.top < 1500000
    inks = {str(r.font.color.rgb) for p in title.text_frame.paragraphs for r in p.runs}
    assert inks == {"FFFFFF"}


def test_a_subtitle_is_read_on_what_its_first_lines_stand_on(tmp_path: Path) -> None:
    """Its place reaches from a dark band far into white."""

    def change(name: str, part: bytes) -> bytes:
        if name == "ppt/slideLayouts/slideLayout1.xml":
            part = part.replace(b'y="3886200"', b'y="1500000"').replace(
                b'cy="1752600"', b'cy="5000000"'
            )
            part = part.replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + _BAND % (1000000, 2200000), 1)
        return part

    file = tmp_path / "cover.pptx"
    file.write_bytes(made.repacked(made.default(), change))
    [cover] = [layout for layout in read_template(file).layouts if layout.type == "title"]
    [subtitle] = [holder for holder in cover.holders if holder.kind == "subTitle"]
    assert subtitle.rect.h > 300
    assert subtitle.ground == "1F4E79"


def test_a_fill_that_is_hardly_seen_is_no_ground(tmp_path: Path) -> None:
    """A gradient from yellow to orange under a veil of four hundredths: a card is put under the content."""
    whole = _BAND % (0, 6858000)
    gradient = (
        b'<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFF00"/></a:gs><a:gs pos="100000">'
        b'<a:srgbClr val="FF8000"/></a:gs></a:gsLst><a:path path="circle"/></a:gradFill>'
    )
    solid = b'<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>'
    veil = b'<a:solidFill><a:srgbClr val="FFFFA6"><a:alpha val="%d"/></a:srgbClr></a:solidFill>'
    found = {}
    for alpha in (4000, 100000):

        def change(name: str, part: bytes, alpha: int = alpha) -> bytes:
            shapes = whole.replace(solid, gradient) + whole.replace(solid, veil % alpha)
            is_master = name.startswith("ppt/slideMasters/slide")
            return part.replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + shapes, 1) if is_master else part

        file = tmp_path / f"veil-{alpha}.pptx"
        file.write_bytes(made.repacked(made.default(), change))
        found[alpha] = {layout.palette.is_plain for layout in read_template(file).layouts}
    assert found == {4000: {False}, 100000: {True}}


def slide(deck: Path, number: int) -> bytes:
    with zipfile.ZipFile(deck) as package:
        return package.read(f"ppt/slides/slide{number}.xml")
