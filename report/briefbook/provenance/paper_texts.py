"""Every text of the paper's plan in reading order, as the pages print it.

This is the plan said once more, without sizes and places: what a finished PDF is held against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from briefbook.paper import plan
from briefbook.text import Citation, Inline, Link, Run, StatementType, Tag, Text
from briefbook.theme import paper as theme
from briefbook_figures.display_list import DisplayList, TextMark

Parts = tuple[tuple[str, str], ...]
"""Words and the statement that they belong to; empty for labels."""


@dataclass(frozen=True)
class Printed:
    """A text that stands for itself: a paragraph, a cell, a heading."""

    parts: Parts
    anchor: str = ""
    """Name of the place, for a heading that the contents lead to."""
    leads_to: str = ""
    """Anchor whose page is printed after the text, in the contents."""


def paper_texts(paper: plan.Paper) -> tuple[Printed, ...]:
    """Return every text of the paper, page furniture left out."""
    return tuple(text for block in paper.blocks for text in _block(block) if text.parts)


def paper_furniture(paper: plan.Paper) -> tuple[str, ...]:
    """Return what pages repeat: header, sections, footer, marking, heads of tables."""
    furniture = paper.furniture
    repeated = [furniture.header, furniture.footer, furniture.marking]
    for block in paper.blocks:
        if isinstance(block, plan.Heading) and block.level == 1:
            repeated.append(block.running or block.text)
        if isinstance(block, plan.Table):
            repeated += [column.header for column in block.columns]
    return tuple(dict.fromkeys(text for text in repeated if text))


def paper_alts(paper: plan.Paper) -> tuple[str, ...]:
    """Return the words that are read aloud for each exhibit."""
    return tuple(block.alt for block in paper.blocks if isinstance(block, plan.Exhibit))


def parts_of(text: Text | str) -> Parts:
    """Return inline text as words with their statements."""
    if isinstance(text, str):
        return ((text, ""),) if text else ()
    return tuple(_part(part) for part in text)


def _part(part: Inline) -> tuple[str, str]:
    match part:
        case Run():
            return part.text, part.statement
        case Citation():
            return f"[{part.number}]", ""
        case Link():
            return part.text, ""
        case Tag():
            return f" {_tag_word(part)} ", ""


def _tag_word(tag: Tag) -> str:
    is_flag = tag.is_flag and tag.kind is StatementType.ATTRIBUTED
    return theme.FLAG.word if is_flag else theme.TAGS[tag.kind].word


def _say(*texts: Text | str) -> Iterator[Printed]:
    for text in texts:
        yield Printed(parts_of(text))


def _block(block: plan.Block) -> Iterator[Printed]:  # noqa: C901, PLR0912  a case each
    match block:
        case plan.Opening():
            yield from _say(block.kicker, block.topic, block.title, block.subtitle)
            for fact in block.strip:
                yield from _say(fact.label, fact.value)
        case plan.Spread():
            for part in (*block.main, *block.side, *block.foot):
                yield from _column_part(part)
        case plan.PinToFoot():
            for pinned in block.blocks:
                yield from _pinned(pinned)
        case plan.Heading():
            number = f"{block.number} " if block.level == 1 and block.number else ""
            yield Printed(((f"{number}{block.text}", ""),), block.anchor)
        case plan.Lead():
            yield from _say(block.text)
        case plan.Paragraph():
            yield from (*_say(block.text), *_notes(block.notes))
        case plan.Quotation():
            yield from _say(block.label, block.text, block.attribution)
            yield from _notes(block.notes)
        case plan.Computation():
            yield from (*_say(block.label, *block.lines, block.formula), *_notes(block.notes))
        case plan.Judgement():
            yield from (*_say(block.label, block.text), *_notes(block.notes))
        case plan.Exhibit():
            yield from _exhibit(block)
        case plan.Table():
            yield from _table(block)
        case plan.Chronology():
            for event in block.entries:
                yield from _say(event.date, event.text)
        case plan.Evidence():
            yield from _say(block.heading)
            for entry in block.entries:
                yield from _passage(entry)
        case plan.Notice() | plan.SourceNote():
            yield from _pinned(block)
        case plan.NewPage():
            pass
        case _:
            assert_never(block)


def _column_part(part: plan.BottomLine | plan.KeyPoints | plan.Glance | plan.Contents) -> Iterator[Printed]:  # fmt: skip
    match part:
        case plan.BottomLine():
            yield from _say(part.label, part.text, part.supported_by)
        case plan.KeyPoints():
            yield from _say(part.heading)
            for number, point in enumerate(part.points, 1):
                yield from _say(str(number), (*point.lead, Run(" "), *point.text))
        case plan.Glance():
            yield from _say(part.heading)
            for item in part.items:
                yield from _say(item.label, *item.values, item.note)
        case plan.Contents():
            yield from _say(part.heading)
            for entry in part.entries:
                yield Printed(((entry.title, ""),), leads_to=entry.anchor)
        case _:
            assert_never(part)


def _pinned(block: plan.Notice | plan.MarkKey | plan.SourceNote) -> Iterator[Printed]:
    match block:
        case plan.Notice():
            yield from _say(block.label, block.text)
        case plan.SourceNote():
            yield from _say(block.text)
        case plan.MarkKey():
            yield from _say(block.heading)
            for kind, meaning in block.entries:
                yield from _say((Tag(kind), Run(f" {meaning}")))
            yield from _say(block.closing)
        case _:
            assert_never(block)


def _notes(notes: tuple[plan.SideNote, ...]) -> Iterator[Printed]:
    for note in notes:
        yield from _say(note.lead, note.text)


def _titled(label: str, title: Text) -> Printed:
    return Printed((*parts_of(f"{label} " if label else ""), *parts_of(title)))


def _exhibit(block: plan.Exhibit) -> Iterator[Printed]:
    yield _titled(block.label, block.title)
    yield from _say(block.subtitle, *_labels(block.picture))
    for _, meaning in block.key.entries if block.key else ():
        yield from _say(meaning)
    yield from _say(block.source)


def _labels(picture: DisplayList) -> Iterator[str]:
    """Yield the words of a drawing in the order in which they are drawn."""
    yield from (mark.text for mark in picture.marks if isinstance(mark, TextMark))


def _table(table: plan.Table) -> Iterator[Printed]:
    if table.label or table.title:
        yield _titled(table.label, table.title)
        yield from _say(table.subtitle)
    yield from _say(*(column.header for column in table.columns))
    for row in table.rows:
        match row:
            case plan.Group():
                yield from _say(row.text)
            case plan.Row():
                yield from _say(*row.cells)
            case _:
                assert_never(row)
    yield from _say(table.source)


def _passage(entry: plan.EvidenceEntry) -> Iterator[Printed]:
    flag = (Tag(StatementType.ATTRIBUTED, is_flag=True),) if entry.is_view else ()
    origin = (Run(f" {entry.origin}"),) if entry.origin else ()
    name = f"passage {entry.number}"
    yield from _say(str(entry.number), entry.locator, (Run(entry.quote, statement=name), *flag, *origin))  # fmt: skip
