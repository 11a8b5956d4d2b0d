"""PPTX into blocks: each slide's title as a heading, its texts, tables and notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.readers.packages import check_parts
from briefbook.sources.reading import CELLS, Block, BlockKind, Reading, one_line, picture_notes
from briefbook.sources.source_text import About

_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def read_pptx(data: bytes, name: str) -> Reading:
    """Return the blocks of a presentation; raises Unreadable when it is broken or holds pictures alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_parts(package, name)
        deck = pptx.Presentation(io.BytesIO(data))
        blocks: list[Block] = []
        notes: list[Block] = []
        pictures: list[str] = []
        for slide in deck.slides:
            blocks += _slide(slide.shapes, pictures)
            if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
                told = one_line(slide.notes_slide.notes_text_frame.text)
                notes += [Block(BlockKind.NOTE, told)] if told else []
        about = _about(deck)
    except (MemoryError, Unreadable):
        raise
    except Exception as error:
        raise Unreadable(
            f"broken PPTX: {type(error).__name__}: {str(error)[:120]}",
            place=SourceLocation(name),
            hint="open it in a presentation program and save it again",
        ) from error
    if not any(block.kind is not BlockKind.HEADING for block in (*blocks, *notes)) and pictures:
        raise Unreadable(
            f"these slides hold {len(pictures)} pictures and no text",
            place=SourceLocation(name),
            hint="run OCR on them, or give the text that they were made from",
        )
    return Reading((*blocks, *notes), (), about, picture_notes(pictures))


def _slide(shapes: Iterable[Any], pictures: list[str]) -> Iterator[Block]:
    for shape in shapes:
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if kind in _FURNITURE:
            continue
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _slide(shape.shapes, pictures)
        elif shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            pictures.append("")
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from _table(shape.table)
        elif shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                text = one_line("".join(run.text for run in paragraph.runs))
                if text and kind in _TITLES:
                    yield Block(BlockKind.HEADING, text, 2)
                elif text:
                    yield Block(BlockKind.PARAGRAPH, text)


def _table(table: Any) -> Iterator[Block]:  # noqa: ANN401  python-pptx has no types
    for row in table.rows:
        cells = [text for cell in row.cells if (text := one_line(cell.text))]
        if cells:
            yield Block(BlockKind.ROW if len(cells) > 1 else BlockKind.PARAGRAPH, CELLS.join(cells))


def _about(deck: Any) -> About:  # noqa: ANN401  python-pptx has no types
    properties = deck.core_properties
    return About(
        title=one_line(properties.title or ""),
        modified=properties.modified.date().isoformat() if properties.modified else "",
        language=properties.language or "",
    )
