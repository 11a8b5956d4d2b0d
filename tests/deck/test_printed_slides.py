"""Slides as PDF and the handout: what the plan says, in its places, to be archived and read aloud."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.layouts import LAYOUTS, Rect
from briefbook.deck.pdf import render_handout, render_slides
from briefbook.deck.pdf.handout import _pages
from briefbook.deck.pdf.text import set_lines
from briefbook.deck.plan import Deck, Fill, Jump, Notes, Para, Paras, Picture, Slide
from briefbook.deck.printing import for_print
from briefbook.deck.runs import base_piece
from briefbook.documents import created_at
from briefbook.errors import DoesNotFit
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.model.reader import read_briefing
from briefbook.pdf.canvas import Artifact, Canvas
from briefbook.pdf.errors import BrokenPlan, Unprintable
from briefbook.pdf.faces import load_face
from briefbook.text import Link, Role, Run, plain, words
from briefbook.theme.deck import TYPES
from tests.deck import plans
from tests.deck.plans import META, rich_deck, source, text
from tests.paper import readback
from tests.seeds import EXAMPLE, ROOT
from tests.tools import page_validation, qpdf_check, verapdf

SEEDS = [EXAMPLE, *sorted(path.parent for path in (ROOT / "seeds").glob("*/briefing.yaml"))]
RENDERERS = {"slides": render_slides, "handout": render_handout}


@pytest.fixture(scope="module")
def deck() -> Deck:
    return for_print(fit_deck(rich_deck()))


@pytest.fixture(scope="module")
def files(deck: Deck) -> dict[str, bytes]:
    return {name: render(deck) for name, render in RENDERERS.items()}


@pytest.fixture(scope="module")
def slides(files: dict[str, bytes]) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(files["slides"])) as opened:
        yield opened


@pytest.fixture(scope="module")
def sections(slides: Any) -> list[readback.Node]:
    """The structure of each slide."""
    return readback.tree(slides).kids


def deck_of(*some: Slide, marking: str = "") -> Deck:
    return for_print(fit_deck(Deck(replace(META, marking=marking), some)))


def slide(title: str = "One finding", *fills: Fill, **more: Any) -> Slide:
    given = fills or (text("body", "A sentence."),)
    return plans.slide(more.pop("id", "one"), "text", "Topic", title, *given, source(), **more)


def planned(seed: Path) -> Deck:
    briefing = read_briefing(seed)
    charts, created = make_charts(briefing), created_at(briefing)
    return for_print(fit_deck(compose_deck(resolve(briefing), charts, created)))


# ── Standards ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_files_meet_both_standards(files, name, profile, tmp_path) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(files[name])
    assert page_validation(file, profile) == []


@pytest.mark.java
@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_files_meet_both_standards_by_the_reference_validator(
    files, name, profile, tmp_path
) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(files[name])
    assert verapdf(file, profile) == []


@pytest.mark.qpdf
@pytest.mark.parametrize("name", RENDERERS)
def test_the_syntax_is_sound(files, name, tmp_path) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(files[name])
    assert qpdf_check(file) == []


@pytest.mark.parametrize("name", RENDERERS)
def test_every_mark_and_link_belongs_to_the_element_that_holds_it(files, name) -> None:
    with pikepdf.open(io.BytesIO(files[name])) as opened:
        assert readback.ownership_faults(opened) == []


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_plan_gives_the_same_bytes(deck, files, name) -> None:
    assert RENDERERS[name](deck) == files[name]


@pytest.mark.parametrize(("name", "size"), [("slides", (960, 540)), ("handout", (595.28, 841.89))])
def test_slides_are_wide_and_handouts_are_sheets_of_paper(files, name, size) -> None:
    with pikepdf.open(io.BytesIO(files[name])) as opened:
        boxes = {tuple(float(edge) for edge in page.MediaBox) for page in opened.pages}
    [box] = boxes
    assert box == pytest.approx((0, 0, *size), abs=0.01)


def test_only_the_packages_own_faces_are_used_and_all_are_embedded(slides) -> None:
    fonts = [font for page in slides.pages for font in page.Resources.Font.values()]
    assert all(str(font.BaseFont).split("+")[1].startswith("Source") for font in fonts)
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_title_subject_and_language_are_the_decks(slides) -> None:
    assert slides.docinfo["/Title"] == META.title
    assert slides.docinfo["/Subject"] == META.subject
    assert slides.Root.Lang == META.lang


# ── Everything in its place ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Drawn:
    """A text as it was drawn: its page, what it says, and where its letters stand."""

    page: int
    text: str
    box: tuple[float, float, float, float]
    """Left, top, right, bottom: capitals above the base line, what hangs below it."""
    is_in_figure: bool

    def is_in(self, rect: Rect) -> bool:
        left, top, right, bottom = self.box
        return (
            left >= rect.x - 0.5
            and right <= rect.x + rect.w + 0.5
            and top >= rect.y - 0.5
            and bottom <= rect.bottom + 0.5
        )

    def overlaps(self, other: Drawn) -> bool:
        (a, b, c, d), (e, f, g, h) = self.box, other.box
        return min(c, g) - max(a, e) > 1 and min(d, h) - max(b, f) > 1


def drawn_texts(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Return every text that the slides draw."""
    found: list[Drawn] = []
    draw = Canvas.text

    def noted(self, at, said, face, size, colour, **more) -> None:
        draw(self, at, said, face, size, colour, **more)
        seen = said.rstrip(" ")
        width = load_face(face).width(seen) * size / 1000 + more.get("tracking", 0) * len(seen)
        box = at[0], at[1] - 0.66 * size, at[0] + width, at[1] + 0.22 * size
        is_in_figure = getattr(self._open, "tag", "") == "Figure"
        if more.get("turn", (1.0, 0.0)) == (1.0, 0.0):
            found.append(Drawn(self.page, seen, box, is_in_figure))

    monkeypatch.setattr(Canvas, "text", noted)
    render_slides(deck)
    return found


def test_every_text_of_the_specimen_stays_in_its_slot(deck, monkeypatch) -> None:
    assert_in_slots(deck, drawn_texts(deck, monkeypatch))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_every_text_of_the_worked_examples_stays_in_its_slot(seed, monkeypatch) -> None:
    deck = planned(seed)
    assert_in_slots(deck, drawn_texts(deck, monkeypatch))


def assert_in_slots(deck: Deck, found: list[Drawn]) -> None:
    head = Rect(0, 0, deck.design.width_pt, 24)
    for page, shown in enumerate(deck.slides):
        layout = deck.layout_of(shown)
        filled = [layout.slot(fill.slot).rect for fill in shown.fills]
        numerals = [Rect(m.rect.x, m.rect.y, m.rect.w, m.rect.h) for m in layout.marks if m.text]
        rooms = [*filled, *numerals, deck.design.footer, deck.design.page, head]
        texts = [drawn for drawn in found if drawn.page == page]
        assert texts
        for drawn in texts:
            assert any(drawn.is_in(room) for room in rooms), (shown.id, drawn)
        outside = [drawn for drawn in texts if drawn.text and not drawn.is_in_figure]
        for one, other in combinations(outside, 2):
            assert not one.overlaps(other), (shown.id, one, other)


def test_a_text_that_would_run_out_of_its_slot_is_set_smaller(monkeypatch) -> None:
    sentence = "The bridge was opened to traffic in the autumn of that year. " * 27
    shown = fit_deck(Deck(META, (slide("Long", text("body", "Short.")),))).slides[0]
    larger = Paras((Para(words(sentence)),), LAYOUTS[shown.layout].slot("body").size_pt)
    fills = tuple(replace(f, content=larger) if f.slot == "body" else f for f in shown.fills)
    deck = Deck(META, (replace(shown, fills=fills),))
    assert_in_slots(deck, drawn_texts(deck, monkeypatch))


def test_a_text_without_room_is_an_error_that_names_slide_and_slot() -> None:
    shown = fit_deck(Deck(META, (slide("Long"),))).slides[0]
    endless = Paras((Para(words("word " * 2000)),), 18)
    fills = tuple(replace(f, content=endless) if f.slot == "body" else f for f in shown.fills)
    with pytest.raises(DoesNotFit, match="slide “one”: the body"):
        render_slides(Deck(META, (replace(shown, fills=fills),)))


def test_lines_keep_every_letter_and_ranges_whole() -> None:
    said = "In FY2011–20 well-known trade-offs, and a verylongword" + "x" * 80
    pieces = (replace(base_piece(TYPES["body"].body, 18), text=said),)
    lines = ["".join(s.text for s in line.stretches) for line in set_lines(pieces, 90)]
    assert "".join(lines) == said
    assert any("FY2011–20" in line for line in lines)
    assert all(line.width <= 90.01 for line in set_lines(pieces, 90))


# ── Read aloud ───────────────────────────────────────────────────────────────────────────────────


def squashed(said: str) -> str:
    return readback.words(said)


def test_slides_are_read_in_the_order_of_their_slots(deck, sections) -> None:
    assert len(sections) == len(deck.slides)
    for shown, section in zip(deck.slides, sections, strict=True):
        said = [entry for entry in shown.texts() if entry.is_seen]
        position, whole = 0, squashed(section.all_text())
        for entry in said:
            for run in (part for part in entry.text if isinstance(part, Run)):
                at = whole.find(squashed(run.text), position)
                assert at >= 0, (shown.id, run.text)
                position = at


def test_each_slide_has_one_heading_and_it_is_its_title(deck, sections) -> None:
    for shown, section in zip(deck.slides, sections, strict=True):
        headings = [node for node in section.walk() if node.tag.startswith("H")]
        assert [squashed(node.all_text()) for node in headings] == [squashed(shown.title)]


def test_charts_and_pictures_are_figures_with_their_words(deck, sections) -> None:
    for shown, section in zip(deck.slides, sections, strict=True):
        wanted = [fill.content.alt for fill in shown.fills if isinstance(fill.content, Picture)]
        figures = [node for node in section.walk() if node.tag == "Figure"]
        assert [str(figure.entry.Alt) for figure in figures] == wanted


def test_tables_say_what_they_hold_and_what_their_heads_are_heads_of(deck, sections) -> None:
    parts = {shown.id: section for shown, section in zip(deck.slides, sections, strict=True)}
    tables = [node for section in sections for node in section.walk() if node.tag == "Table"]
    assert len(tables) >= 5
    for table in tables:
        assert str(table.entry.A.Summary)
        [head] = [node for node in table.walk() if node.tag == "THead"]
        assert {str(cell.entry.A.Scope) for cell in head.walk() if cell.tag == "TH"} == {"/Column"}
        rows = [len(node.kids) for node in table.walk() if node.tag == "TR"]
        assert len(set(rows)) == 1
    goes_on = [id_ for id_ in parts if id_.startswith("evidence-")]
    assert goes_on, "the specimen's evidence takes more than one slide"
    for id_ in goes_on:
        assert any(node.tag == "THead" for node in parts[id_].walk())


def test_bookmarks_name_the_slides_and_hidden_ones_stand_under_backup(deck, slides) -> None:
    with slides.open_outline() as outline:
        top = [item.title for item in outline.root]
        backup = [kid.title for kid in outline.root[-1].children]
    shown = [s.title for s in deck.slides if not s.is_hidden]
    assert top == [*shown, "Backup"]
    assert backup == [s.title for s in deck.slides if s.is_hidden]


def test_hidden_slides_come_last_wherever_the_plan_has_them() -> None:
    deck = deck_of(slide("Hidden", id="back", is_hidden=True), slide("Shown", id="front"))
    assert [shown.id for shown in deck.slides] == ["front", "back"]


def links(opened: Any) -> list[tuple[int, str, str]]:
    """Each link: its page, what it is called, and the page or address that it leads to."""
    numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
    return [
        (
            number,
            str(link.Contents),
            str(link.A.URI) if "/A" in link else str(numbers[link.Dest[0].objgen]),
        )
        for number, page in enumerate(opened.pages)
        for link in page.get("/Annots", ())
    ]


def test_links_lead_to_slides_and_to_sources(deck, slides) -> None:
    ids = [shown.id for shown in deck.slides]
    found = links(slides)
    evidence = str(ids.index("evidence"))
    title = deck.slides[ids.index("evidence")].title
    assert (ids.index("sources"), "Open", "https://www.example.org/") in found
    assert (ids.index("sources"), f"Go to: {title}", evidence) in found
    assert (ids.index("answer-2"), f"Go to: {title}", evidence) in found, "the source line jumps"


@pytest.mark.parametrize("target", ["#nowhere", "http://www.example.org/", "file:///etc/passwd"])
def test_a_link_to_nowhere_is_a_broken_plan(target) -> None:
    deck = deck_of(slide("Links", text("body", (Link("here", target),))))
    with pytest.raises(BrokenPlan, match="leads to"):
        render_slides(deck)


def test_a_jump_to_nowhere_is_a_broken_plan() -> None:
    deck = deck_of(slide("Links", links=(Jump("nowhere"),)))
    with pytest.raises(BrokenPlan):
        render_slides(deck)


@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
def test_a_letter_that_no_face_has_is_named(render) -> None:
    deck = deck_of(slide("Arabic", text("body", "He said سلام to all.")))
    with pytest.raises(Unprintable, match=r"U\+0633.*ARABIC LETTER SEEN.*He said"):
        render(deck)


def test_a_native_chart_must_be_drawn_first() -> None:
    with pytest.raises(TypeError, match="for_print"):
        render_slides(fit_deck(rich_deck()))


# ── What pages repeat ────────────────────────────────────────────────────────────────────────────


def artifacts(
    deck: Deck, render: Any, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[int, float, str]]:
    """Return what no screen reader reads: page, height on the page, words."""
    found: list[tuple[int, float, str]] = []
    draw = Canvas.text

    def noted(self, at, said, *rest, **more) -> None:
        draw(self, at, said, *rest, **more)
        if isinstance(self._open, Artifact):
            found.append((self.page, at[1], said.strip()))

    monkeypatch.setattr(Canvas, "text", noted)
    render(deck)
    return found


@pytest.mark.parametrize("name", RENDERERS)
def test_a_marking_stands_at_head_and_foot_of_every_page(name, monkeypatch) -> None:
    deck = deck_of(plans.COVER, slide(), marking="OFFICIAL – SENSITIVE")
    found = artifacts(deck, RENDERERS[name], monkeypatch)
    middle = deck.design.height_pt / 2 if name == "slides" else 421
    for page in (0, 1):
        marked = [y for at, y, said in found if at == page and "OFFICIAL – SENSITIVE" in said]
        assert min(marked) < 60
        assert max(marked) > middle


def test_footer_and_slide_number_are_for_the_eye_only(monkeypatch) -> None:
    deck = deck_of(plans.COVER, slide())
    deck = replace(deck, meta=replace(deck.meta, footer="What every slide repeats"))
    found = [said for page, _, said in artifacts(deck, render_slides, monkeypatch) if page == 1]
    assert found == ["What every slide repeats", "2"]
    with pikepdf.open(io.BytesIO(render_slides(deck))) as opened:
        assert "What every slide repeats" not in readback.tree(opened).all_text()


# ── Handout ──────────────────────────────────────────────────────────────────────────────────────


def _handed_out(deck: Deck) -> list[Slide]:
    return [s for s in deck.slides if not (s.is_hidden and s.layout.startswith("evidence"))]


def test_a_handout_leaves_out_the_slides_of_all_passages(deck, files) -> None:
    left_out = [s.title for s in deck.slides if s not in _handed_out(deck)]
    assert left_out
    with pikepdf.open(io.BytesIO(files["handout"])) as opened:
        shown = {str(section.kids[0].entry.Alt) for section in readback.tree(opened).kids}
    assert not shown & {*left_out}


def test_passages_under_a_slide_stand_in_two_columns_below_what_is_said() -> None:
    said = "What the speaker says of it."
    passages = tuple(f"[{n}] ¶ {n}: “{'Some words. ' * 9}”" for n in range(1, 9))
    pages = _pages(replace(slide(), notes=Notes((said,), passages)))
    (page,) = pages
    first, *others = page
    assert {line.x for line in others} == {first.x, others[-1].x}
    assert all(line.y > first.y for line in others)


def test_a_handout_shows_each_slide_as_a_figure_and_its_notes_as_paragraphs(deck, files) -> None:
    with pikepdf.open(io.BytesIO(files["handout"])) as opened:
        sections = readback.tree(opened).kids
    for shown, section in zip(_handed_out(deck), sections, strict=True):
        figure, *notes = section.kids
        assert (figure.tag, str(figure.entry.Alt)) == ("Figure", shown.title)
        assert {node.tag for node in notes} <= {"P"}
        assert [squashed(node.text) for node in notes] == [
            squashed(note) for note in shown.notes.paragraphs
        ]


def test_the_words_of_a_slide_stand_in_the_handouts_figure(deck, files) -> None:
    with pikepdf.open(io.BytesIO(files["handout"])) as opened:
        sections = readback.tree(opened).kids
    for shown, section in zip(_handed_out(deck), sections, strict=True):
        said = squashed(section.kids[0].all_text())
        for entry in (e for e in shown.texts() if e.is_seen and e.role is not Role.DRAWING):
            assert squashed(plain(entry.text)) in said or len(entry.text) > 1


def test_notes_that_are_longer_than_their_page_go_on_without_loss() -> None:
    notes = tuple(f"Note {n}: " + "what the speaker says of it. " * 12 for n in range(40))
    deck = deck_of(replace(slide(), notes=Notes(notes)))
    data = render_handout(deck)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert len(opened.pages) > 3
        [section] = readback.tree(opened).kids
        found = [squashed(node.text) for node in section.kids if node.tag == "P"]
    assert found == [squashed(note) for note in notes]


def test_a_note_longer_than_a_page_is_split_and_stays_one_paragraph() -> None:
    note = "what the speaker says of it. " * 400
    data = render_handout(deck_of(replace(slide(), notes=Notes((note,)))))
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert len(opened.pages) > 1
        [section] = readback.tree(opened).kids
        assert [squashed(node.text) for node in section.kids if node.tag == "P"] == [squashed(note)]
