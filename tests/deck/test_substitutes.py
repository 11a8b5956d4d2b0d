"""Stand-ins: on a machine without Cambria and Calibri, and without their twins, no text leaves its slot.

What such machines draw with is DejaVu, the widest of the common fall-backs, or Liberation. Matplotlib
carries DejaVu, so that it can be measured everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import matplotlib
import pytest
from fontTools.ttLib import TTFont

from briefbook.deck.compose import compose_deck
from briefbook.deck.design import DESIGNS, DeckForm
from briefbook.deck.fit import fit_deck
from briefbook.deck.measure import text_width
from briefbook.deck.plan import Deck, Paras, Table
from briefbook.deck.runs import TextRun, cell_pieces, para_pieces, setting_of
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.model.reader import read_briefing
from briefbook.theme.deck import CELL_SIDE_PT, TYPES, WIDEST, WIDEST_LINE
from tests.deck.plans import rich_deck
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN

FOLDER = Path(matplotlib.__file__).parent / "mpl-data" / "fonts" / "ttf"
FACES = {
    "display-bold": "DejaVuSerif-Bold",
    "display": "DejaVuSerif",
    "bold": "DejaVuSans-Bold",
    "regular": "DejaVuSans",
}
WORD = re.compile(r"[^ ]*?(?:[-–—](?=\w)|(?= )|$) *")


@cache
def _font(face: str) -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    with TTFont(FOLDER / f"{FACES[face]}.ttf") as font:
        return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


@cache
def drawn_width(text: str, face: str, size_pt: float) -> float:
    """The length of a text as DejaVu sets it; a letter that it lacks is an em wide."""
    glyphs, advances, em = _font(face)
    units = (advances[glyphs[ord(c)]][0] if ord(c) in glyphs else em for c in text)
    return sum(units) * size_pt / em


def _face(piece: TextRun) -> str:
    if piece.is_display:
        return "display-bold" if piece.bold else "display"
    return "bold" if piece.bold else "regular"


def lines(pieces: tuple[TextRun, ...], width: float) -> Iterator[tuple[float, float]]:
    """Width and step of each line as a program breaks it: at spaces, hyphens and line breaks."""
    used = step = end = 0.0
    for piece in pieces:
        face, size = _face(piece), piece.drawn_pt
        for n, line in enumerate(piece.text.split("\n")):
            if n:
                yield end, step
                used = step = 0.0
            for word in filter(None, WORD.findall(line)):
                if used and used + drawn_width(word.rstrip(" "), face, size) > width + 0.01:
                    yield end, step
                    used = step = 0.0
                end = used + drawn_width(word.rstrip(" "), face, size)
                used += drawn_width(word, face, size)
                step = max(step, piece.step_pt(WIDEST_LINE))
    yield end, step


def overflowing(deck: Deck) -> Iterator[str]:
    """Every slot whose text is wider or higher than the slot when DejaVu draws it."""
    for slide in deck.slides:
        layout = deck.layout_of(slide)
        for fill in slide.fills:
            slot = layout.slot(fill.slot)
            where = f"{slide.id}, {slot.name}"
            if isinstance(fill.content, Paras):
                room = slot.rect.w - slot.inset[0] - slot.inset[2]
                height = slot.inset[1] + slot.inset[3]
                for n, para in enumerate(fill.content.paras):
                    type_ = TYPES[slot.type]
                    height += setting_of(para, type_).before_pt if n else 0
                    drawn = list(lines(para_pieces(para, type_, fill.content.size_pt), room))
                    height += sum(step for _, step in drawn)
                    if max(long for long, _ in drawn) > room + 0.5:
                        yield f"{where}: a line is too wide"
                if height > slot.rect.h + 1:
                    yield f"{where}: {height:.0f} of {slot.rect.h:.0f} points"
            if isinstance(fill.content, Table):
                end = slot.rect.y + _height(fill.content)
                if end > slot.rect.bottom + 1:
                    yield f"{where}: ends at {end:.0f}"


def _height(table: Table) -> float:
    """The height of a table whose rows grow with the lines of their cells."""
    height = table.row_heights_pt[0]
    for row, least in zip(table.rows, table.row_heights_pt[1:], strict=True):
        cells = [
            sum(step for _, step in lines(cell_pieces(cell, column, table.size_pt), width))
            for cell, column in zip(row, table.columns, strict=True)
            if (width := column.width_pt - 2 * CELL_SIDE_PT)
        ]
        height += max(least, max(cells) + table.padding_pt + min(table.padding_pt, 3))
    return height


def decks() -> Iterator[Deck]:
    for design in DESIGNS.values():
        yield fit_deck(replace(rich_deck(), design=design))
    for seed in (EXAMPLE, TAJIKISTAN, KETTERIA):
        briefing = read_briefing(seed)
        resolved, charts = resolve(briefing), make_charts(briefing)
        for design in DESIGNS.values():
            form = DeckForm(design)
            yield fit_deck(compose_deck(resolved, charts, "2026-11-23T00:00:00Z", form=form))


@pytest.fixture(scope="module", name="decks")
def all_decks() -> list[Deck]:
    return list(decks())


def test_no_text_leaves_its_slot_when_dejavu_draws_it(decks: list[Deck]) -> None:
    assert [found for deck in decks for found in overflowing(deck)] == []


def test_the_widest_stand_in_is_as_wide_as_measured(decks: list[Deck]) -> None:
    """No longer text of any deck runs wider than its face's factor, and the factors are not idle."""
    ratios: dict[str, list[float]] = {face: [] for face in FACES}
    for deck in decks:
        for text in deck.texts():
            for run in text.text:
                words = getattr(run, "text", "").replace("\n", " ")
                if len(words) < 20:
                    continue
                for face, found in ratios.items():
                    how = {"bold": face.endswith("bold"), "is_display": face.startswith("display")}
                    found.append(drawn_width(words, face, 18) / text_width(words, 18, **how))
    for face, found in ratios.items():
        widest = sorted(found)[int(len(found) * 0.99)]
        assert widest <= WIDEST[face] <= widest + 0.06, f"{face}: {widest:.3f}"
