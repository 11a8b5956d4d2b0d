"""The rendered deck: valid, accessible, editable, the same bytes, and nothing but what the plan says."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from briefbook.deck.fit import fit_deck
from briefbook.deck.layouts import FOUR_THREE, LAYOUTS, WIDE, layouts_of
from briefbook.deck.plan import Deck, Jump
from briefbook.deck.pptx import export_template, render_pptx
from briefbook.errors import BriefbookError
from briefbook.text import Link, Run
from tests import tools
from tests.deck import lint
from tests.deck.plans import COVER, META, chart, rich_deck, slide, source, text
from tests.deck.specimens import AMOUNTS, LINE


@pytest.fixture(scope="module")
def deck() -> Deck:
    return fit_deck(rich_deck())


@pytest.fixture(scope="module")
def package(deck: Deck) -> bytes:
    return render_pptx(deck)


@pytest.fixture(scope="module")
def file(package: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("deck") / "rich.pptx"
    path.write_bytes(package)
    return path


def rendered(*slides: Any) -> Any:
    """A deck of some slides, read back."""
    return Presentation(io.BytesIO(render_pptx(fit_deck(Deck(META, slides)))))


def test_every_layout_is_used_by_the_specimen(deck: Deck) -> None:
    assert {used.layout.removesuffix("-tall") for used in deck.slides} == {
        name.removesuffix("-tall") for name in LAYOUTS
    }


def test_nothing_that_validators_miss_is_wrong(package: bytes) -> None:
    assert lint.lint(package) == []


def test_openxml_audit_is_content(file: Path) -> None:
    assert tools.openxml_audit(file) == []


@pytest.mark.npm
def test_the_open_xml_sdk_is_content(file: Path) -> None:
    """In each version of Office: this deck has every layout, others are held by the oldest and the newest."""
    assert tools.ooxml_sdk(file, tools.OFFICE_VERSIONS) == []


@pytest.mark.npm
def test_the_template_alone_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "template.pptx"
    path.write_bytes(export_template())
    assert tools.openxml_audit(path) + tools.ooxml_sdk(path) == []
    assert len(Presentation(str(path)).slide_layouts) == len(LAYOUTS)


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_every_slide_that_is_not_hidden_is_shown(deck: Deck, file: Path, tmp_path: Path) -> None:
    shown = [slide for slide in deck.slides if not slide.is_hidden]
    assert len(tools.slides_to_png(file, tmp_path, dpi=20)) == len(shown)


def test_text_is_text(package: bytes) -> None:
    [plain] = [
        s
        for s in Presentation(io.BytesIO(package)).slides
        if s.shapes.title.text.startswith("Text stands")
    ]
    words = [shape.text_frame.text for shape in plain.placeholders]
    assert any("A <b>tag</b> is text, and so are “quotes” & ampersands." in said for said in words)


@pytest.mark.parametrize("bad", ["\x07", "\x00", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_named_with_its_statement(bad: str) -> None:
    body = text("body", (Run(f"rings{bad}twice", statement="bell"),))
    with pytest.raises(BriefbookError, match=rf"U\+{ord(bad):04X}") as found:
        rendered(slide("a", "text", "Topic", "A title", body))
    assert "“bell”" in found.value.message
    assert "slide “a”" in found.value.message


def test_links_lead_to_slides_and_to_addresses() -> None:
    there = slide("there", "text", "Topic", "The other slide", text("body", "Words."))
    see = text(
        "body",
        (
            "See ",
            Link("that", "#there"),
            " and ",
            Link("the site", "https://example.org/a?b=1&c=2"),
        ),
    )
    first, _ = rendered(
        slide("here", "text", "Topic", "This slide", see, source(), links=(Jump("there"),)),
        there,
    ).slides
    targets = sorted(
        rel.target_ref
        for rel in first.part.rels.values()
        if "slideLayout" not in rel.target_ref and "notes" not in rel.target_ref
    )
    assert targets == ["https://example.org/a?b=1&c=2", "slide2.xml"]
    [clicked] = [shape for shape in first.placeholders if shape.name == "Source"]
    assert clicked.click_action.target_slide.shapes.title.text == "The other slide"


def test_a_link_to_no_slide_is_refused() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        rendered(slide("a", "text", "Topic", "A title", text("body", Link("go", "#nowhere"))))


def test_footer_and_number_are_fields_and_the_cover_has_neither(package: bytes) -> None:
    [cover, second, *_] = Presentation(io.BytesIO(package)).slides
    assert {shape.name for shape in cover.placeholders}.isdisjoint({"Footer", "Slide number"})
    [number] = [shape for shape in second.placeholders if shape.name == "Slide number"]
    assert number._element.xpath(".//a:fld/@type") == ["slidenum"]
    [footer] = [shape for shape in second.placeholders if shape.name == "Footer"]
    assert footer.text_frame.text == META.footer


def test_a_marking_is_at_head_and_foot_of_every_slide_the_cover_too() -> None:
    marked = Deck(
        replace(META, marking="FOR TEACHING"),
        (COVER, slide("a", "text", "T", "A title", text("body", "Words."))),
    )
    found = Presentation(io.BytesIO(render_pptx(fit_deck(marked))))
    said = [
        {s.name: s.text_frame.text for s in page.placeholders if s.name in ("Footer", "Marking")}
        for page in found.slides
    ]
    assert said == [
        {"Marking": "FOR TEACHING", "Footer": "FOR TEACHING"},
        {"Marking": "FOR TEACHING", "Footer": f"FOR TEACHING · {META.footer}"},
    ]


def test_notes_and_hidden_slides_are_as_planned(deck: Deck, package: bytes) -> None:
    native = list(Presentation(io.BytesIO(package)).slides)
    assert [page._element.get("show") == "0" for page in native] == [
        page.is_hidden for page in deck.slides
    ]
    assert [tuple(page.notes_slide.notes_text_frame.text.split("\n")) for page in native] == [
        page.notes.paragraphs for page in deck.slides
    ]


def test_the_file_says_who_made_it_and_when_and_nothing_else(package: bytes) -> None:
    core = Presentation(io.BytesIO(package)).core_properties
    assert (core.title, core.author, core.language) == (META.title, META.author, META.lang)
    assert core.created == core.modified == dt.datetime(2026, 11, 23)  # noqa: DTZ001 - python-pptx's are naive, in UTC
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    for leak in (
        b"Canny",
        b"2013-01",
        b"4:3",
        b"python-pptx",
        b"Macintosh",
        b"image.png",
        b"XlsxWriter",
    ):
        assert leak not in whole


def test_marks_of_layouts_are_decoration() -> None:
    for name, layout in lint.parts(export_template(), r"ppt/slideLayouts/\w+\.xml"):
        for shape in layout.iter(f"{lint.P}sp", f"{lint.P}cxnSp"):
            if shape.find(f".//{lint.P}ph") is None:
                assert b"decorative" in etree.tostring(shape), name


def test_chart_values_that_a_format_can_write_stay_tied_to_their_numbers(package: bytes) -> None:
    charts = dict(lint.parts(package, r"ppt/charts/chart\d+\.xml"))
    formats = {
        form.get("formatCode") for tree in charts.values() for form in tree.iter(f"{lint.C}numFmt")
    }
    # Each is in parts for positive, negative and zero; a comma at the end is a thousand.
    expected = {'"$"#,##0,,"M";"−$"#,##0,,"M";"0"', '"$"#,##0.0,,"M";"−$"#,##0.0,,"M";"0"'}
    assert expected <= formats


def test_a_chart_is_edited_in_its_own_sheet() -> None:
    page = rendered(slide("a", "chart-wide", "T", "A title", chart(LINE, "Share"))).slides[0]
    [frame] = [shape for shape in page.placeholders if shape.has_chart]
    line = frame.chart.plots[0].series[0]
    known = [None if p.value is None else float(p.value) for p in LINE.points]
    assert line.name == LINE.series
    assert list(line.values) == pytest.approx(known)


def test_amounts_are_native_shapes_with_their_words_and_a_description() -> None:
    page = rendered(slide("a", "chart-wide", "T", "A title", chart(AMOUNTS, "Amounts"))).slides[0]
    [group] = [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    words = {shape.text_frame.text for shape in group.shapes if shape.has_text_frame}
    assert {row.text for row in AMOUNTS.rows} <= words
    assert group._element.nvGrpSpPr.cNvPr.get("descr")
    slot = LAYOUTS["chart-wide"].slot("chart").rect
    for shape in group.shapes:
        assert Emu(shape.left).pt >= slot.x - 0.1
        assert Emu(shape.left + shape.width).pt <= slot.x + slot.w + 0.1
        assert Emu(shape.top + shape.height).pt <= slot.bottom + 0.1


def test_the_same_deck_is_the_same_bytes(package: bytes, tmp_path: Path) -> None:
    script = (
        "import hashlib, sys; from briefbook.deck.fit import fit_deck;"
        "from briefbook.deck.pptx import render_pptx; from tests.deck.plans import rich_deck;"
        "sys.stdout.write(hashlib.sha256(render_pptx(fit_deck(rich_deck()))).hexdigest())"
    )
    found = set()
    for seed, zone, epoch in (
        ("1", "Asia/Dushanbe", "0"),
        ("77", "America/New_York", "1700000000"),
    ):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "SOURCE_DATE_EPOCH": epoch,
            "PYTHONPATH": os.pathsep.join(str(tools.ROOT / p) for p in ("", "report", "figures")),
        }
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    import hashlib

    assert found == {hashlib.sha256(package).hexdigest()}


def test_the_package_holds_no_clock(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as inner:
            assert not [name for name in inner.namelist() if re.search("docProps", name)]


def test_planning_needs_no_python_pptx() -> None:
    script = (
        "import sys, briefbook.deck.plan, briefbook.deck.layouts, briefbook.deck.fit;"
        "sys.exit('pptx' in sys.modules or 'matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("grid", [WIDE, FOUR_THREE], ids=["16:9", "4:3"])
def test_the_key_of_a_timeline_stands_clear_of_the_rules_of_its_phases(grid):
    for name, layout in layouts_of(grid).items():
        if name.startswith("timeline"):
            [chart] = [slot.rect for slot in layout.slots if slot.name == "chart"]
            rules = [mark.rect.y for mark in layout.marks if mark.name.startswith("Phase rule")]
            assert chart.y + chart.h + 10 <= min(rules)
