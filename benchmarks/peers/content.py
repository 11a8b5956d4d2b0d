"""What the peers set: the texts, tables and figures of a seed's own plans, as JSON and markup.

    python benchmarks/peers/content.py SEED FOLDER

Made before anything is timed. The peers get what Briefbook has worked out already: no source to
read, no quote to find, nothing to check.
"""

from __future__ import annotations

import html
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefbook.deck.plan import Drawing, Paras, Picture, Slide
from briefbook.deck.plan import Table as DeckTable
from briefbook.documents import compose_documents
from briefbook.exhibits import ChartData
from briefbook.exhibits.data import Exact, data_table
from briefbook.model.reader import read_briefing
from briefbook.paper.plan import Evidence, Exhibit, Group, Heading, Paper, Table
from briefbook.text import Citation, Text, plain


def content_of(seed: Path) -> dict[str, Any]:
    """Return both documents of a seed as plain data."""
    made = compose_documents(read_briefing(seed)).made
    assert made.paper is not None
    assert made.deck is not None
    return {
        "title": made.paper.meta.title,
        "blocks": list(_blocks(made.paper, list(made.charts))),
        "slides": [_slide(slide, made.charts) for slide in made.deck.slides],
        "charts": {id_: _chart(data) for id_, data in made.charts.items()},
    }


def _words(text: Text) -> str:
    marks = (f"[{part.mark}]" for part in text if isinstance(part, Citation))
    return plain(text) + "".join(marks)


def _blocks(paper: Paper, charts: list[str]) -> Iterator[dict[str, Any]]:
    left = iter(charts)
    for block in paper.blocks:
        match block:
            case Heading():
                yield {"kind": "heading", "level": block.level, "text": block.words}
            case Exhibit():
                words = (block.label, plain(block.title), block.subtitle, plain(block.source))
                yield {"kind": "chart", "id": next(left), "texts": words}
            case Table():
                rows = [
                    [row.text] + [""] * (len(block.columns) - 1)
                    if isinstance(row, Group)
                    else [_words(cell) for cell in row.cells]
                    for row in block.rows
                ]
                yield {"kind": "text", "text": f"{block.label} {plain(block.title)}"}
                yield {"kind": "table", "head": [c.header for c in block.columns], "rows": rows}
            case Evidence():
                rows = [[str(e.number), e.quote, e.locator_words] for e in block.entries]
                yield {"kind": "notes", "rows": rows}
            case _:
                for text in block.texts():
                    yield {"kind": "text", "text": _words(text.text)}


def _slide(slide: Slide, charts: dict[str, ChartData]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": slide.title,
        "texts": [],
        "notes": "\n".join(slide.notes.paragraphs),
    }
    for fill in slide.fills:
        match fill.content:
            case Paras(paras=paras) if fill.slot != "title":
                found["texts"] += [_words(para.text) for para in paras]
            case DeckTable(columns=columns, rows=rows):
                head = [column.header for column in columns]
                found["table"] = [head, *([_words(cell) for cell in row] for row in rows)]
            case Drawing() | Picture():
                found["chart"] = slide.exhibit if slide.exhibit in charts else next(iter(charts))
            case _:
                pass
    return found


def _chart(data: ChartData) -> dict[str, Any]:
    table = data_table(data.chart)
    kind = type(data.chart).__name__
    rows = [[_plain(value) for value in row] for row in table.exact_rows]
    return {"kind": kind, "head": table.exact_header, "rows": rows}


def _plain(value: Exact) -> str | float | None:
    return value if isinstance(value, str) or value is None else float(value)


_STYLE = """<style>
@page { size: A4; margin: 2cm; @bottom-right { content: counter(page) } }
body { font: 9.5pt/1.35 'Source Serif 4', serif }
table { width: 100%; border-collapse: collapse }
td, th { border-bottom: .4pt solid; vertical-align: top; text-align: left }
.notes { columns: 3; font-size: 8pt }
img { width: 100% }
</style>"""


def as_html(content: dict[str, Any]) -> str:
    """Return the paper for WeasyPrint."""
    parts = [f"<html lang=en><title>{html.escape(content['title'])}</title>", _STYLE]
    for block in content["blocks"]:
        match block["kind"]:
            case "heading":
                parts.append(f"<h{block['level'] + 1}>{html.escape(block['text'])}</h2>")
            case "chart":
                parts.append(f"<figure><img src='{block['id']}.svg'>")
                parts += [f"<p>{html.escape(text)}</p>" for text in block["texts"]]
                parts.append("</figure>")
            case "table":
                cells = [f"<th>{html.escape(cell)}</th>" for cell in block["head"]]
                parts.append(f"<table><tr>{''.join(cells)}</tr>")
                for row in block["rows"]:
                    cells = [f"<td>{html.escape(cell)}</td>" for cell in row]
                    parts.append(f"<tr>{''.join(cells)}</tr>")
                parts.append("</table>")
            case "notes":
                items = [f"<p>{html.escape(' '.join(row))}</p>" for row in block["rows"]]
                parts.append(f"<div class=notes>{''.join(items)}</div>")
            case _:
                parts.append(f"<p>{html.escape(block['text'])}</p>")
    return "\n".join(parts)


_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]()#+-.!|<>$@~^\"'"})


def as_markdown(content: dict[str, Any]) -> tuple[str, str]:
    """Return the paper and the slides for Pandoc."""
    paper, slides = [f"% {content['title'].translate(_MARKS)}", ""], []
    for block in content["blocks"]:
        match block["kind"]:
            case "heading":
                paper.append(f"{'#' * block['level']} {block['text'].translate(_MARKS)}\n")
            case "chart":
                paper += [f"![]({block['id']}.svg)\n"]
                paper += [f"{text.translate(_MARKS)}\n" for text in block["texts"]]
            case "table":
                paper += _table([block["head"], *block["rows"]])
            case "notes":
                paper += [f"{' '.join(row).translate(_MARKS)}\n" for row in block["rows"]]
            case _:
                paper.append(f"{block['text'].translate(_MARKS)}\n")
    for slide in content["slides"]:
        slides.append(f"## {slide['title'].translate(_MARKS)}\n")
        if "table" in slide:
            slides += _table(slide["table"])
        if "chart" in slide:
            slides.append(f"![]({slide['chart']}.png)\n")
        slides += [f"- {text.translate(_MARKS)}" for text in slide["texts"]]
        slides.append(f"\n::: notes\n{slide['notes'].translate(_MARKS)}\n:::\n")
    return "\n".join(paper), "\n".join(slides)


def _table(rows: list[list[str]]) -> list[str]:
    lines = [f"| {' | '.join(cell.translate(_MARKS) for cell in row)} |" for row in rows]
    return [lines[0], "|---" * len(rows[0]) + "|", *lines[1:], ""]


def write(seed: Path, folder: Path) -> None:
    """Write what each of the peers reads."""
    content = content_of(seed)
    paper, slides = as_markdown(content)
    (folder / "content.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "paper.html").write_text(as_html(content), encoding="utf-8")
    (folder / "paper.md").write_text(paper, encoding="utf-8")
    (folder / "slides.md").write_text(slides, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
