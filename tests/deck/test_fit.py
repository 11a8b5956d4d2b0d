"""Fitting: what comes out has room, what cannot have room is named."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.deck.design import DEFAULT, DESIGNS, Design, using
from briefbook.deck.fit import fit_deck, fit_slide
from briefbook.deck.fit_text import height_of, lines_of
from briefbook.deck.layouts import LAYOUTS, NAMES, Layout, PlaceholderType, tall
from briefbook.deck.measure import text_width, wrap
from briefbook.deck.plan import Column, Drawing, Fill, Jump, Para, Paras, Picture, Slide, Table
from briefbook.deck.runs import NBSP, para_pieces
from briefbook.errors import DoesNotFit
from briefbook.text import Run, StatementType, Tag, plain, words
from briefbook.theme.deck import COLOURS, SCHEME, TYPES, Ink
from briefbook_figures.display_list import TextMark
from briefbook_figures.spec import TimelineChart
from tests.deck.plans import STATEMENT, reasons, rich_deck, slide, source, text
from tests.deck.specimens import AGREEMENTS, EVIDENCE, TIMELINE

LONG = "Geography opened the relationship and the source is divided on what it achieved in the years after"


def paras_of(page: Slide, slot: str) -> Paras:
    [content] = [fill.content for fill in page.fills if fill.slot == slot]
    assert isinstance(content, Paras)
    return content


def table_of(page: Slide) -> Table:
    [content] = [fill.content for fill in page.fills if isinstance(fill.content, Table)]
    return content


# ── Layouts ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("design", DESIGNS.values(), ids=list(DESIGNS))
@pytest.mark.parametrize("name", LAYOUTS)
def test_slots_stay_on_the_slide_and_off_one_another(name: str, design: Design) -> None:
    layout = design.layouts[name]
    for slot in layout.slots:
        assert 0 <= slot.rect.x < slot.rect.x + slot.rect.w <= design.width_pt, slot.name
        assert 0 <= slot.rect.y < slot.rect.bottom <= design.height_pt, slot.name
    for one, other in combinations(layout.slots, 2):
        if other.name in one.stops_above:
            continue
        across = one.rect.x < other.rect.x + other.rect.w and other.rect.x < one.rect.x + one.rect.w
        down = one.rect.y < other.rect.bottom and other.rect.y < one.rect.bottom
        assert not (across and down), f"{one.name} and {other.name}"


def test_a_slot_has_one_idx_in_all_layouts_and_no_other_has_it() -> None:
    by_name = {(slot.name, slot.idx) for layout in LAYOUTS.values() for slot in layout.slots}
    assert len({name for name, _ in by_name}) == len({idx for _, idx in by_name}) == len(by_name)


@pytest.mark.parametrize("name", [name for name in NAMES if tall(name) in LAYOUTS])
def test_both_variants_of_a_layout_have_the_same_slots(name: str) -> None:
    one, two = ([(slot.name, slot.idx) for slot in LAYOUTS[n].slots] for n in (name, tall(name)))
    assert one == two


def luminance(ink: Ink) -> float:
    """WCAG's relative luminance of a theme colour, lightened as PowerPoint does (HSL)."""
    import colorsys

    tone = COLOURS[ink]
    slot = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}.get(tone.slot, tone.slot)
    red, green, blue = (int(SCHEME[slot][i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, light * tone.lum_mod / 100 + tone.lum_off / 100)
    shades = colorsys.hls_to_rgb(hue, light, saturation)
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shades]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_text_has_contrast_against_its_own_ground(layout: Layout) -> None:
    for slot in layout.slots:
        if slot.kind in (PlaceholderType.CHART, PlaceholderType.TABLE):
            continue
        ground = luminance(slot.ground or layout.ground or Ink.WHITE)
        for role, setting in TYPES[slot.type].roles():
            ink = luminance(setting.ink)
            ratio = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
            assert ratio >= 4.5, f"{slot.name}, {role}: {ratio:.1f}"


@pytest.mark.parametrize("ink", [Ink.RUST, Ink.GREEN, Ink.NAVY, Ink.MUTED])
def test_tags_have_contrast_on_white_and_on_tint(ink: Ink) -> None:
    for ground in (Ink.WHITE, Ink.TINT):
        assert (luminance(ground) + 0.05) / (luminance(ink) + 0.05) >= 4.5


# ── Measuring ────────────────────────────────────────────────────────────────────────────────────


def test_widths_are_those_of_the_typeface() -> None:
    assert text_width("n", 1000) == pytest.approx(525, abs=2)
    assert text_width("Ҳ", 18) > 0, "Tajik letters are measured"
    assert text_width("mm", 10, bold=True) > text_width("mm", 10)


@given(st.text(st.sampled_from("abc –-\u00a0é"), max_size=80), st.floats(40, 300))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(said: str, width: float) -> None:
    pieces = para_pieces(Para((Run(said),)), TYPES["body"], 18)
    lines = wrap(pieces, width)
    assert "".join("".join(line.text for line in lines).split()) == "".join(said.split())
    for line in lines:
        assert line.width <= width or " " not in line.text.strip()


def test_a_flag_never_stands_alone_on_a_line() -> None:
    flagged = Para((Run("one two three four"), Tag(StatementType.ATTRIBUTED, is_flag=True)))
    pieces = para_pieces(flagged, TYPES["body"], 18)
    for width in range(60, 260, 5):
        last = wrap(pieces, width)[-1].text
        assert last.strip(NBSP) != "VIEW"


# ── Titles ───────────────────────────────────────────────────────────────────────────────────────


def title_lines(page: Slide) -> list[str]:
    return plain(paras_of(page, "title").paras[0].text).split("\n")


def test_a_title_of_two_lines_takes_the_layout_for_two() -> None:
    [page] = fit_slide(slide("a", "points-3", "T", LONG[:80], source()))
    assert page.layout == "points-3-tall"
    assert len(title_lines(page)) == 2
    assert paras_of(page, "title").size_pt == 28


@pytest.mark.parametrize("letters", range(110, 201, 10))
def test_a_title_of_up_to_200_letters_has_room_set_smaller(letters: int) -> None:
    title = " ".join(f"{LONG}; {LONG}".split())[:letters].strip()
    [page] = fit_slide(slide("a", "text", "T", title))
    assert (len(title_lines(page)), paras_of(page, "title").size_pt) <= (4, 24)
    assert " ".join(title_lines(page)).replace(NBSP, " ") == title


def test_a_title_that_has_no_room_even_then_is_named() -> None:
    with pytest.raises(DoesNotFit, match="4 lines") as found:
        fit_slide(slide("a", "text", "T", f"{LONG} {LONG} {LONG} {LONG}"))
    assert "title-a" in found.value.message
    assert "shorten" in found.value.hint


@pytest.mark.parametrize("length", range(40, len(LONG)))
def test_the_lines_of_a_title_are_about_even_and_none_is_a_lonely_word(length: int) -> None:
    [page] = fit_slide(slide("a", "text", "T", LONG[:length].strip()))
    lines = [line.replace(NBSP, " ") for line in title_lines(page)]
    assert all(len(line.split()) > 1 for line in lines)
    assert min(map(len, lines)) > 0.45 * max(map(len, lines))


def test_a_title_does_not_end_a_line_on_an_article_or_preposition() -> None:
    title = (
        "The United States gave a quarter of the net aid in 2005 and about a seventh of it in 2023"
    )
    [page] = fit_slide(slide("a", "text", "T", title))
    assert not {line.split()[-1] for line in title_lines(page)} & {"a", "the", "of", "in", "and"}


def test_a_title_breaks_no_name_where_another_break_has_room() -> None:
    title = "What changed in the long relations of Tajikistan with the United States after 2001"
    [page] = fit_slide(slide("a", "text", "T", title))
    assert not any(line.endswith("United") for line in title_lines(page))


def test_a_footer_that_is_too_long_is_cut_at_a_word() -> None:
    deck = rich_deck()
    long = replace(deck, meta=replace(deck.meta, footer=f"{LONG} {LONG}"))
    footer = fit_deck(replace(long, slides=deck.slides[:1])).meta.footer
    assert footer.endswith("…")
    assert LONG.startswith(footer.removesuffix("…")[:40])
    assert text_width(footer, 11) < 700


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────


def test_everything_in_the_specimen_has_room() -> None:
    for page in fit_deck(rich_deck()).slides:
        layout = LAYOUTS[page.layout]
        for fill in page.fills:
            slot = layout.slot(fill.slot)
            if isinstance(fill.content, Paras) and slot.kind is PlaceholderType.TITLE:
                lines = plain(fill.content.paras[0].text).split("\n")
                assert (len(lines), fill.content.size_pt) <= max(layout.title_sizes)
            elif isinstance(fill.content, Paras):
                assert slot.floor_pt <= fill.content.size_pt <= slot.size_pt
                have = slot.rect.h - slot.inset[1] - slot.inset[3]
                assert height_of(fill.content, slot, fill.content.size_pt) <= have + 1
            elif isinstance(fill.content, Table):
                assert slot.floor_pt <= fill.content.size_pt <= slot.size_pt
                assert slot.rect.y + sum(fill.content.row_heights_pt) <= slot.rect.bottom + 0.5


def test_fitting_twice_changes_nothing() -> None:
    once = fit_deck(rich_deck())
    assert fit_deck(once) == once


def test_slots_of_a_family_are_set_in_one_size() -> None:
    first, second, _ = reasons(3)
    long = text("reason-3", "Mixed results in one passage, effective work in another; " * 3)
    [page] = fit_slide(
        slide("a", "answer-3", "T", "A title", STATEMENT, first, second, long, source())
    )
    sizes = {paras_of(page, f"reason-{n}").size_pt for n in (1, 2, 3)}
    assert sizes == {16}


def test_no_word_of_a_statement_stands_alone_on_its_last_line() -> None:
    words_ = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen and so it goes on until a second line begins, which it does"
    for end in range(20, len(words_)):
        [page] = fit_slide(slide("a", "text", "T", "A title", text("body", words_[:end].strip())))
        slot, body = LAYOUTS["text"].slot("body"), paras_of(page, "body")
        lines = lines_of(body, slot, body.size_pt, is_widest=False)
        assert len(lines) == 1 or len(lines[-1].text.replace(NBSP, " ").split()) > 1


def test_body_text_has_one_size_and_one_smaller_one() -> None:
    sizes = {
        fill.content.size_pt
        for page in fit_deck(rich_deck()).slides
        for fill in page.fills
        if LAYOUTS[page.layout].slot(fill.slot).family
        in ("reason", "row", "block", "phase", "takeaway", "implication", "question", "body")
        if isinstance(fill.content, Paras)
    }
    assert sizes <= {18, 16}


def test_what_does_not_fit_is_named() -> None:
    body = text("row-1", Run("far too many words " * 60, statement="transit"))
    with pytest.raises(DoesNotFit) as found:
        fit_slide(slide("access", "points-4", "T", "A title", body))
    for word in ("access", "row-1", "transit", "far too many"):
        assert word in found.value.message


def test_everything_that_does_not_fit_is_named_at_once() -> None:
    body = text("row-1", "far too many words " * 60)
    pages = tuple(slide(name, "points-4", "T", f"Title {name}", body) for name in ("one", "two"))
    with pytest.raises(DoesNotFit, match=r"(?s)“one”.*“two”"):
        fit_deck(replace(rich_deck(), slides=pages))


def test_a_long_list_of_sources_goes_on_with_another_slide() -> None:
    entries = text(
        "sources", *(f"Source {n}: " + "a publisher, a title and a date. " * 4 for n in range(30))
    )
    first, second, *_ = fit_slide(slide("sources", "sources", "T", "What this rests on", entries))
    assert second.id == "sources-2"
    assert plain(paras_of(second, "title").paras[0].text).endswith("(continued)")
    assert len(paras_of(first, "sources").paras) < 30


def test_a_wrong_slot_is_a_mistake_of_the_plan() -> None:
    with pytest.raises(ValueError, match="no slot “body”"):
        fit_slide(slide("a", "table", "T", "A title", text("body", "Words.")))
    with pytest.raises(ValueError, match="cannot hold"):
        fit_slide(slide("a", "chart-wide", "T", "A title", text("chart", "Words.")))
    with pytest.raises(ValueError, match="one link"):
        fit_slide(slide("a", "table", "T", "A title", links=(Jump("b"),)))


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────


def test_a_table_ends_level_with_other_slides() -> None:
    [page] = fit_slide(slide("a", "table", "T", "A title", Fill("table", AGREEMENTS), source()))
    bottom = LAYOUTS["table"].slot("table").rect.y + sum(table_of(page).row_heights_pt)
    assert 400 <= bottom <= 466, "the room below is kept for a line more in a stand-in"
    assert table_of(page).size_pt >= 18


def test_columns_fill_the_slot_and_hold_their_longest_word() -> None:
    columns = (Column("Narrow", 10), Column("Wide", 800))
    table = Table(columns, ((words("Internationalisation"), words("short")),), "alt")
    [page] = fit_slide(slide("a", "table", "T", "A title", Fill("table", table)))
    narrow, wide = table_of(page).columns
    assert narrow.width_pt + wide.width_pt == pytest.approx(848)
    assert narrow.width_pt > text_width("Internationalisation", 18)


def test_rows_that_find_no_room_go_on_without_loss() -> None:
    pages = fit_slide(
        slide("ev", "evidence", "T", "The passages", Fill("table", EVIDENCE), source())
    )
    assert len(pages) == 3
    rows = [row for page in pages for row in table_of(page).rows]
    assert [[plain(cell).replace(NBSP, " ") for cell in row] for row in rows] == [
        [plain(cell) for cell in row] for row in EVIDENCE.rows
    ]
    assert len({plain(paras_of(page, "title").paras[0].text) for page in pages}) == 3
    counts = [len(table_of(page).rows) for page in pages]
    assert max(counts) - min(counts) <= 2


def test_a_row_too_high_for_a_slide_is_named() -> None:
    row = (words("x"), (Run("many words " * 400, statement="long"),))
    table = Table((Column("A", 100), Column("B", 700)), (row,), "alt")
    with pytest.raises(DoesNotFit, match="long"):
        fit_slide(slide("a", "table", "T", "A title", Fill("table", table)))


def test_a_table_too_wide_for_its_slot_is_named() -> None:
    columns = tuple(Column("Incomprehensibilities" * 2, 10) for _ in range(4))
    table = Table(columns, (tuple(words("x") for _ in columns),), "alt")
    with pytest.raises(DoesNotFit, match="too wide"):
        fit_slide(slide("a", "table", "T", "A title", Fill("table", table)))


# ── Timelines ────────────────────────────────────────────────────────────────────────────────────


def _timeline(chart: TimelineChart) -> Slide:
    drawing = Drawing(chart, "alt", "title")
    return slide("when", "timeline", "T", "A title", Fill("chart", drawing))


def test_all_marks_of_a_timeline_are_labelled_on_the_slide() -> None:
    (settled,) = fit_slide(_timeline(TIMELINE))
    (picture,) = [f.content for f in settled.fills if isinstance(f.content, Picture)]
    said = " ".join(m.text for m in picture.drawing.marks if isinstance(m, TextMark))
    assert [m.label for m in TIMELINE.moments if m.label not in said] == []


def test_a_mark_without_room_even_for_its_number_is_named_with_its_slide() -> None:
    with pytest.raises(DoesNotFit, match=r"slide “when”.*Relations established"):
        fit_slide(_timeline(_crowded(30)))


@pytest.mark.parametrize("count", [40, 90])
def test_of_very_many_marks_a_slide_says_that_all_are_listed(count: int) -> None:
    (settled,) = fit_slide(_timeline(_crowded(count)))
    (picture,) = [f.content for f in settled.fills if isinstance(f.content, Picture)]
    said = [m.text for m in picture.drawing.marks if isinstance(m, TextMark)]
    assert "Each mark is an event: all are listed by their dates with the figures." in said


def _crowded(count: int) -> TimelineChart:
    """Return the timeline with so many events within a year."""
    first = TIMELINE.moments[0]
    dates = [1992 + n / count for n in range(count)]
    return replace(TIMELINE, moments=tuple(replace(first, start=at, end=at) for at in dates))


def test_no_deck_is_measured_by_the_faces_of_the_one_before():
    pieces = para_pieces(
        Para(words("A bridge of some length, measured in this very test")), TYPES["body"], 18.0
    )
    with using(replace(DEFAULT, stretch=(1.3, 1.3))):
        wider = wrap(pieces, 10_000.0)
    assert wider[0].width == pytest.approx(1.3 * wrap(pieces, 10_000.0)[0].width)
