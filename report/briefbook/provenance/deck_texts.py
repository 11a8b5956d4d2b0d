"""Every text of the deck's plan, slide by slide in reading order, as the slides show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.deck.layouts import LAYOUTS, Slot
from briefbook.deck.plan import Deck, Drawing, Fill, Paras, Slide, Table
from briefbook.deck.runs import TextRun, cell_pieces, head_pieces, para_pieces
from briefbook.provenance.paper_texts import Parts
from briefbook.theme.deck import TYPES


@dataclass(frozen=True)
class Shown:
    """What a slide says."""

    id: str
    texts: tuple[Parts, ...]
    notes: tuple[str, ...]
    alts: tuple[str, ...]


def deck_texts(deck: Deck) -> tuple[Shown, ...]:
    """Return what each slide says; the deck's sizes must have been settled."""
    return tuple(_slide(slide) for slide in deck.slides)


def deck_furniture(deck: Deck) -> tuple[str, ...]:
    """Return what slides repeat."""
    marked = " · ".join(filter(None, (deck.meta.marking, deck.meta.footer)))
    return tuple(dict.fromkeys(filter(None, (marked, deck.meta.footer, deck.meta.marking))))


def _slide(slide: Slide) -> Shown:
    fills = {fill.slot: fill for fill in slide.fills}
    filled = [(slot, fills[slot.name]) for slot in LAYOUTS[slide.layout].slots if slot.name in fills]  # fmt: skip
    graphics = [fill.content for _, fill in filled if isinstance(fill.content, Table | Drawing)]
    return Shown(
        slide.id,
        tuple(parts for slot, fill in filled for parts in _texts(slot, fill) if parts),
        tuple(note for note in slide.notes if note.strip()),
        tuple(graphic.alt for graphic in graphics),
    )


def _texts(slot: Slot, fill: Fill) -> Iterator[Parts]:
    match fill.content:
        case Paras(paras, size):
            for para in paras:
                yield _parts(para_pieces(para, TYPES[slot.type], size or slot.size_pt))
        case Table() as table:
            for column in table.columns:
                yield _parts(head_pieces(column, is_dense=slot.is_dense))
            for row in table.rows:
                for column, cell in zip(table.columns, row, strict=True):
                    yield _parts(cell_pieces(cell, column, table.size_pt))
        case Drawing():
            return  # its words stand in the chart


def _parts(pieces: tuple[TextRun, ...]) -> Parts:
    """Return pieces as words with their statements."""
    parts: list[tuple[str, str]] = []
    for piece in pieces:
        if parts and parts[-1][1] == piece.statement:
            parts[-1] = (parts[-1][0] + piece.text, piece.statement)
        else:
            parts.append((piece.text, piece.statement))
    return tuple(parts)
