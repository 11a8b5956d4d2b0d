"""DOCX into blocks: headings by style, lists, tables row by row, notes apart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from lxml import etree

from briefbook.errors import SourceLocation, Unreadable
from briefbook.frozen import dataclass
from briefbook.sources.readers.packages import opened
from briefbook.sources.reading import CELLS, Block, BlockKind, Reading, body_of, one_line
from briefbook.sources.source_text import About, Boilerplate

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LISTS = re.compile(r"list(?!ing)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\b|table of (?:contents|figures)", re.IGNORECASE)
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(data: bytes, name: str) -> Reading:
    """Return the blocks of a Word document; raises Unreadable when it is broken or too large."""
    _check_zip(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in word.styles}
        blocks = list(_body(word.element.body, _Styles(styles)))
        aside = tuple(_headers_footers(word))
        notes = _notes(word)
        about, remarks = _about(word), _remarks(word)
    except MemoryError:
        raise
    except Exception as error:
        raise Unreadable(
            f"broken DOCX: {type(error).__name__}: {str(error)[:120]}",
            place=SourceLocation(name),
            hint="open it in a word processor and save it again",
        ) from error
    contents = [block for block in blocks if isinstance(block, Boilerplate)]
    kept = tuple(block for block in blocks if isinstance(block, Block))
    return Reading((*kept, *notes), (*contents, *aside), about, remarks)


def _check_zip(data: bytes, name: str) -> None:
    with opened(data, name, "DOCX"):
        pass


@dataclass(frozen=True)
class _Styles:
    """Names of styles by their ids."""

    names: dict[str, str]

    def name(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        id_ = style.get(f"{_W}val", "") if style is not None else ""
        return self.names.get(id_, id_)


def _body(body: etree._Element, styles: _Styles) -> Iterator[Block | Boilerplate]:
    for element in body:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{_W}tbl":
            yield from _table(element, styles)
        elif element.tag == f"{_W}sdt":
            for content in element.iterchildren(f"{_W}sdtContent"):
                yield from _body(content, styles)
        elif element.tag in (f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            yield from _body(element, styles)


def _paragraph(element: etree._Element, styles: _Styles) -> Iterator[Block | Boilerplate]:
    text = one_line(_words(element))
    if text:
        style = styles.name(element)
        level = _level(element, style)
        numbered = element.find(f"{_W}pPr/{_W}numPr")
        if _CONTENTS.match(style):
            yield Boilerplate(text, "table of contents")
        elif level:
            yield Block(BlockKind.HEADING, text, level)
        elif numbered is not None or _LISTS.match(style):
            yield Block(BlockKind.ITEM, text)
        else:
            yield Block(BlockKind.PARAGRAPH, text)
    for box in _boxes(element):
        yield from _body(box, styles)


def _level(element: etree._Element, style: str) -> int:
    """Return the level of a heading; 0 for other paragraphs."""
    if style.lower() == "title":
        return 1
    if found := _HEADING.match(style):
        return int(found[1])
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    value = outline.get(f"{_W}val", "9") if outline is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0  # noqa: PLR2004  9 is body text


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Return the text boxes of a paragraph; each stands twice in the file, new form and old."""
    return [
        box
        for box in element.iter(f"{_W}txbxContent")
        if not any("}Fallback" in str(above.tag) for above in box.iterancestors())
    ]


def _words(element: etree._Element) -> str:
    """Return the words of a paragraph, without text boxes and without what was deleted."""
    parts: list[str] = []
    walker = etree.iterwalk(element, events=("start",))
    for _, part in walker:
        if part.tag in (f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom"):
            walker.skip_subtree()
        elif part.tag == f"{_W}t":
            parts.append(part.text or "")
        elif part.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif part.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _table(table: etree._Element, styles: _Styles) -> Iterator[Block | Boilerplate]:
    """Yield a table's rows; a table in a cell follows the row that it stands in."""
    for row in table.iter(f"{_W}tr"):
        if _nearest(row, f"{_W}tbl") is not table:
            continue
        cells: list[str] = []
        inner: list[etree._Element] = []
        for cell in row.iter(f"{_W}tc"):
            if _nearest(cell, f"{_W}tr") is not row:
                continue
            paragraphs = (p for p in cell.iter(f"{_W}p") if _nearest(p, f"{_W}tc") is cell)
            cells.append(one_line(" ".join(map(_words, paragraphs))))
            inner += (t for t in cell.iter(f"{_W}tbl") if _nearest(t, f"{_W}tc") is cell)
        cells = [cell for cell in cells if cell]
        if len(cells) > 1:
            yield Block(BlockKind.ROW, CELLS.join(cells))
        elif cells:
            yield Block(BlockKind.PARAGRAPH, cells[0])
        for within in inner:
            yield from _table(within, styles)


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _notes(word: Word) -> list[Block]:
    """Return footnotes and endnotes in their order."""
    found: list[Block] = []
    for relation in word.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(relation.target_part.blob, parser):
            text = one_line(" ".join(map(_words, note.iter(f"{_W}p"))))
            if text and note.get(f"{_W}type") not in _NO_NOTES:
                found.append(Block(BlockKind.NOTE, text))
    return found


def _headers_footers(word: Word) -> Iterator[Boilerplate]:
    """Yield running heads and feet once each."""
    seen: set[str] = set()
    for section in word.sections:
        for part, reason in ((section.header, "running head"), (section.footer, "running foot")):
            for paragraph in part.paragraphs:
                words = one_line(paragraph.text)
                if words and words not in seen:
                    seen.add(words)
                    yield Boilerplate(words, reason)


def _remarks(word: Word) -> tuple[str, ...]:
    changed = next(word.element.body.iter(f"{_W}del", f"{_W}ins"), None)
    return ("tracked changes were read as accepted",) if changed is not None else ()


def _about(word: Word) -> About:
    properties = word.core_properties
    modified = properties.modified
    return About(
        title=one_line(properties.title or ""),
        publisher=body_of(one_line(properties.author or "")),
        modified=modified.date().isoformat() if modified else "",
        language=properties.language or "",
    )
