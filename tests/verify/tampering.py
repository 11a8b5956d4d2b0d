"""Small changes to finished documents, each of which `briefbook verify` must report.

Each makes a changed file from the bytes of the built example: paper, deck or ledger. A change
that changes nothing is an error, so that none of these can go blunt.
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from pptx import Presentation

from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.pptx import render_pptx
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.model.reader import read_briefing
from briefbook.paper.compose import compose_paper
from briefbook.paper.pdf import render_pdf
from tests.images.made import ALT
from tests.verify import photos

CREATED = "2026-11-23T00:00:00Z"
Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Tampering:
    """One way to change a finished document."""

    what: str
    """As a row of the table in docs/verify.md."""
    suffix: str
    """Of the file that is changed."""
    change: Change
    rule: str
    """That must report it."""
    names: str = ""
    """The statement that must be named; empty where none is concerned."""


# ── Plans with other words ───────────────────────────────────────────────────────────────────────


@lru_cache
def _plans() -> tuple[Any, Any]:
    briefing = read_briefing(photos.shown())
    resolved, charts = resolve(briefing), make_charts(briefing)
    paper = compose_paper(resolved, charts, draw_pictures(charts), CREATED)
    return paper, fit_deck(compose_deck(resolved, charts, CREATED))


def _with(value: Any, old: str, new: str) -> Any:
    """Return a plan in which a text is replaced wherever it stands."""
    if isinstance(value, str):
        return value.replace(old, new) if old in value else value
    if isinstance(value, tuple):
        return tuple(_with(item, old, new) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            f.name: _with(getattr(value, f.name), old, new) for f in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **fields)
    return value


def paper_says(old: str, new: str) -> Change:
    """Set the paper again with other words: what the cleverest editor of a PDF could make."""

    def change(_: bytes) -> bytes:
        plan = _plans()[0]
        changed = dataclasses.replace(plan, blocks=_with(plan.blocks, old, new))
        assert changed != plan
        return render_pdf(changed)

    return change


def deck_says(old: str, new: str) -> Change:
    """Make the deck again with other words on its slides."""

    def change(_: bytes) -> bytes:
        plan = _plans()[1]
        changed = _with(plan, old, new)
        assert changed != plan
        return render_pptx(changed)

    return change


# ── The PDF ──────────────────────────────────────────────────────────────────────────────────────


def _in_pdf(edit: Callable[[pikepdf.Pdf], None]) -> Change:
    def change(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            edit(pdf)
            out = io.BytesIO()
            pdf.save(out)
        return out.getvalue()

    return change


def _swap_pages(pdf: pikepdf.Pdf) -> None:
    pages = list(pdf.pages)
    pdf.pages[1], pdf.pages[2] = pages[2], pages[1]


def _drop_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def _drop_words(pdf: pikepdf.Pdf) -> None:
    """Leave out the longest string that the second page shows."""
    page = pdf.pages[1]
    code = page.Contents.read_bytes()
    longest = max(re.findall(rb"\[[^\]]*\] TJ", code), key=len)
    page.Contents = pdf.make_stream(code.replace(longest, b"", 1))


def _swap_strings(pdf: pikepdf.Pdf) -> None:
    """Exchange what two cells in the same face show."""
    page = pdf.pages[-1]
    code = page.Contents.read_bytes()
    shown = list(re.finditer(rb"(?<= Tm )(?:\([^()\\]*\) Tj|\[[^\]/\\]*\] TJ)(?= ET)", code))
    first, second = next(
        (one, other)
        for one, other in itertools.pairwise(shown)
        if b" Tf" not in code[one.end() : other.start()] and one[0] != other[0]
    )
    swapped = code[: first.start()] + second[0] + code[first.end() : second.start()] + first[0]
    page.Contents = pdf.make_stream(swapped + code[second.end() :])


def _write_over(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                              BaseFont=pikepdf.Name.Helvetica)  # fmt: skip
    pdf.pages[0].Resources.Font["/Added"] = pdf.make_indirect(font)
    pdf.pages[0].contents_add(b"BT /Added 12 Tf 90 400 Td (It cost 41 million.) Tj ET")


def _annotate(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText,
                              Rect=[90, 400, 300, 420], Contents="It cost $41 million.")  # fmt: skip
    page = pdf.pages[0]
    if "/Annots" not in page.obj:
        page.obj.Annots = pikepdf.Array()
    page.obj.Annots.append(pdf.make_indirect(note))


def _attach(pdf: pikepdf.Pdf) -> None:
    name = "grants.csv"
    data = pdf.attachments[name].get_file().read_bytes()
    assert b"5200000" in data
    stream = pdf.Root.Names.EmbeddedFiles.Names
    at = [str(entry) for entry in stream].index(name)
    stream[at + 1].EF.F.write(data.replace(b"5200000", b"5300000"))


def _describe(pdf: pikepdf.Pdf) -> None:
    alts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    entry = max(alts, key=lambda o: len(str(o.Alt)))
    entry.Alt = pikepdf.String(_next_digit(str(entry.Alt)))


def _speak(pdf: pikepdf.Pdf) -> None:
    entry = next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ActualText" in o)
    entry.ActualText = pikepdf.String("In 41 parts")


def _title_pdf(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Other relations"


def _title_xmp(pdf: pikepdf.Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    title = str(pdf.docinfo["/Title"]).encode()
    assert title in data
    pdf.Root.Metadata.write(data.replace(title, b"Other relations"))


def _next_digit(text: str) -> str:
    """Return a text with its first digit one higher."""
    match = re.search(r"\d", text)
    assert match
    return f"{text[: match.start()]}{(int(match[0]) + 1) % 10}{text[match.end() :]}"


# ── The PPTX ─────────────────────────────────────────────────────────────────────────────────────


def in_part(pattern: str, old: str, new: str) -> Change:
    """Replace a text once in the first part that matches and holds it."""

    def change(data: bytes) -> bytes:
        is_done = False
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
            for name in before.namelist():
                content = before.read(name)
                if not is_done and re.search(pattern, name) and old.encode() in content:
                    content, is_done = content.replace(old.encode(), new.encode(), 1), True
                after.writestr(name, content)
        assert is_done, f"“{old}” stands in no part {pattern}"
        return out.getvalue()

    return change


def in_sheet(old: str, new: str) -> Change:
    """Replace a cell of a chart's data sheet once."""

    def change(data: bytes) -> bytes:
        is_done = False
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
            for name in before.namelist():
                content = before.read(name)
                if name.endswith(".xlsx") and not is_done:
                    try:
                        content, is_done = in_part("sheet1.xml", old, new)(content), True
                    except AssertionError:
                        is_done = False
                after.writestr(name, content)
        assert is_done, f"“{old}” stands in no data sheet"
        return out.getvalue()

    return change


def _in_pptx(edit: Callable[[Any], None]) -> Change:
    def change(data: bytes) -> bytes:
        deck = Presentation(io.BytesIO(data))
        edit(deck)
        out = io.BytesIO()
        deck.save(out)
        return out.getvalue()

    return change


def _drop_slide(deck: Any) -> None:
    ids = deck.slides._sldIdLst
    ids.remove(ids[2])


def _swap_slides(deck: Any) -> None:
    ids = deck.slides._sldIdLst
    ids.insert(2, ids[4])


def _add_slide(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.placeholders[0].text = "It cost 41 million"


def _add_box(deck: Any) -> None:
    box = deck.slides[1].shapes.add_textbox(0, 0, 900_000, 300_000)
    box.text_frame.text = "It cost 41 million"


def _title_pptx(deck: Any) -> None:
    deck.core_properties.title = "Other relations"


# ── The ledger ───────────────────────────────────────────────────────────────────────────────────


def _in_ledger(edit: Callable[[dict[str, Any]], None]) -> Change:
    def change(data: bytes) -> bytes:
        ledger = json.loads(data)
        edit(ledger)
        return json.dumps(ledger, ensure_ascii=False).encode()

    return change


def _fact(ledger: dict[str, Any], statement: str) -> dict[str, Any]:
    return next(fact for fact in ledger["facts"] if fact["statement"] == statement)


def _digit_of_fact(ledger: dict[str, Any]) -> None:
    fact = _fact(ledger, "bridge")
    fact["texts"] = [text.replace("$14", "$15") for text in fact["texts"]]


def _digit_of_value(ledger: dict[str, Any]) -> None:
    value = next(v for v in _fact(ledger, "bridge")["values"] if "number" in v)
    value["number"] = _next_digit(value["number"])


def _digit_of_quote(ledger: dict[str, Any]) -> None:
    passage = next(p for p in ledger["passages"] if "$2.5 million" in p["quote"])
    passage["quote"] = passage["quote"].replace("2.5", "2.6")


def _digit_in_print(ledger: dict[str, Any]) -> None:
    for text in ledger["paper"]["texts"]:
        text["parts"] = [[said.replace("$14", "$15"), whose] for said, whose in text["parts"]]


def _digit_of_page(ledger: dict[str, Any]) -> None:
    text = next(t for t in ledger["paper"]["texts"] if any(w == "trains" for _, w in t["parts"]))
    text["pages"] = [page + 1 for page in text["pages"]]


def _other_hash(ledger: dict[str, Any]) -> None:
    for entry in ledger["outputs"].values():
        entry["sha256"] = "0" * 64


TAMPERINGS: dict[str, Tampering] = {
    "pdf-amount": Tampering("a digit of an amount", ".pdf", paper_says("$14 million", "$15 million"), "text-differs", "bridge"),
    "pdf-day": Tampering("a digit of a day", ".pdf", paper_says("21 June 2011", "22 June 2011"), "text-differs", "bridge"),
    "pdf-word": Tampering("a word (“timidity”, “courage”)", ".pdf", paper_says("timidity", "courage"), "text-differs", "critics"),
    "pdf-number-word": Tampering("a hedge dropped (“About 40”, “40”)", ".pdf", paper_says("About 40 trains use", "40 trains use"), "text-differs", "trains"),
    "pdf-quote": Tampering("a digit of a quoted passage", ".pdf", paper_says("2.5 million for rural", "2.6 million for rural"), "text-differs", "passage"),
    "pdf-swapped-pages": Tampering("two pages exchanged", ".pdf", _in_pdf(_swap_pages), "other-page"),
    "pdf-dropped-page": Tampering("a page removed", ".pdf", _in_pdf(_drop_page), "text-missing", "bridge"),
    "pdf-dropped-line": Tampering("a line removed", ".pdf", _in_pdf(_drop_words), "text-"),
    "pdf-swapped-cells": Tampering("two cells of the data table exchanged", ".pdf", _in_pdf(_swap_strings), "text-"),
    "pdf-written-over": Tampering("a text drawn over the page", ".pdf", _in_pdf(_write_over), "header-footer"),
    "pdf-annotation": Tampering("a note put on the page", ".pdf", _in_pdf(_annotate), "added"),
    "pdf-attachment": Tampering("a figure of an attached CSV file", ".pdf", _in_pdf(_attach), "attachment", "grants"),
    "pdf-alt": Tampering("a digit of an alt text", ".pdf", _in_pdf(_describe), "alt-text"),
    "pdf-actual": Tampering("what is read aloud instead of the text", ".pdf", _in_pdf(_speak), "spoken-differs"),
    "pdf-title": Tampering("the title in the properties", ".pdf", _in_pdf(_title_pdf), "properties"),
    "pdf-xmp": Tampering("the title in the XMP metadata", ".pdf", _in_pdf(_title_xmp), "properties"),
    "pdf-image": Tampering("a photograph exchanged", ".pdf", _in_pdf(photos.swap_photo), "image", "photo"),
    "pdf-image-inverted": Tampering("the colours of a photograph inverted", ".pdf", _in_pdf(photos.invert_photo), "image", "photo"),
    "pdf-image-mirrored": Tampering("a photograph mirrored", ".pdf", _in_pdf(photos.photo_code(rb"q (\S+) 0 0 (\S+) (\S+) (\S+) cm /Im1", rb"q -\1 0 0 \2 \3 \4 cm /Im1")), "image", "photo"),
    "pdf-image-cropped": Tampering("a photograph cropped", ".pdf", _in_pdf(photos.photo_code(rb"cm /Im1 Do", rb"cm 0 0 0.5 0.5 re W n /Im1 Do")), "image", "photo"),
    "pdf-image-removed": Tampering("a photograph removed", ".pdf", _in_pdf(photos.photo_code(rb"/Im1 Do", rb"")), "image", "photo"),
    "pdf-image-added": Tampering("a photograph on another page", ".pdf", _in_pdf(photos.add_photo), "added"),
    "pdf-image-inline": Tampering("a picture in the page’s own code", ".pdf", _in_pdf(photos.inline_photo), "added"),
    "pdf-image-alt": Tampering("what is said of a photograph", ".pdf", _in_pdf(photos.describe_photo), "alt-text", "photo"),
    "pptx-text": Tampering("a digit on a slide", ".pptx", in_part("slides/slide", "$14\u00a0million", "$15\u00a0million"), "text-differs", "bridge"),
    "pptx-big-number": Tampering("a unit on a slide ($14M, $14B)", ".pptx", in_part("slides/slide", "<a:t>$14M</a:t>", "<a:t>$14B</a:t>"), "text-differs", "amounts"),
    "pptx-plan": Tampering("a date wherever the deck has it", ".pptx", deck_says("3 May 1994", "4 May 1994"), "text-differs", "relations"),
    "pptx-notes": Tampering("a digit in the notes", ".pptx", in_part("notesSlides/", "$14 million", "$15 million"), "text-differs", "bridge"),
    "pptx-cell": Tampering("a digit in a table's cell", ".pptx", in_part("slides/slide", "September 1996 and in 2001", "September 1997 and in 2001"), "text-differs", "embassies"),
    "pptx-sheet": Tampering("a cell of a chart's data sheet", ".pptx", in_sheet("<v>5200000</v>", "<v>6200000</v>"), "chart-data", "grants"),
    "pptx-cache": Tampering("a value that a chart draws", ".pptx", in_part("charts/chart", "<c:v>5200000</c:v>", "<c:v>6200000</c:v>"), "chart-drawn", "grants"),
    "pptx-format": Tampering("the number format of a label ($5.2M, $5.2B)", ".pptx", in_part("charts/chart", "#,##0.0,,&quot;M&quot;", "#,##0.0,,&quot;B&quot;"), "chart-label", "grants"),
    "pptx-axis": Tampering("the step of an axis", ".pptx", in_part("charts/chart", '<c:majorUnit val="1000000"/>', '<c:majorUnit val="500000"/>'), "chart-label", "grants"),
    "pptx-label": Tampering("a label in a chart", ".pptx", in_part("slides/slide", "<a:t>2014</a:t>", "<a:t>2015</a:t>"), "text-differs", "events"),
    "pptx-alt": Tampering("a digit of an alt text", ".pptx", in_part("slides/slide", 'descr="Column chart', 'descr="12 column chart'), "alt-text", "grants"),
    "pptx-dropped-slide": Tampering("a slide removed", ".pptx", _in_pptx(_drop_slide), "slide-missing", "events"),
    "pptx-swapped-slides": Tampering("slides in another order", ".pptx", _in_pptx(_swap_slides), "slide-order"),
    "pptx-added-slide": Tampering("a slide added", ".pptx", _in_pptx(_add_slide), "slide-unknown"),
    "pptx-added-text": Tampering("a text box added", ".pptx", _in_pptx(_add_box), "text-unknown"),
    "pptx-title": Tampering("the title in the properties", ".pptx", _in_pptx(_title_pptx), "properties"),
    "pptx-image": Tampering("a photograph exchanged", ".pptx", _in_pptx(photos.swap_picture), "image", "photo"),
    "pptx-image-cropped": Tampering("a photograph cropped", ".pptx", _in_pptx(photos.crop_picture), "image", "photo"),
    "pptx-image-stretched": Tampering("a photograph stretched", ".pptx", _in_pptx(photos.stretch_picture), "image", "photo"),
    "pptx-image-recoloured": Tampering("a photograph made grey", ".pptx", _in_pptx(photos.recolour_picture), "image", "photo"),
    "pptx-image-hidden": Tampering("a photograph hidden", ".pptx", _in_pptx(photos.hide_picture), "image", "photo"),
    "pptx-image-drawing": Tampering("a drawing that is shown instead of a photograph", ".pptx", _in_pptx(photos.replace_by_drawing), "image", "photo"),
    "pptx-image-removed": Tampering("a photograph removed", ".pptx", _in_pptx(photos.drop_picture), "image", "photo"),
    "pptx-image-added": Tampering("a picture added", ".pptx", _in_pptx(photos.add_picture), "added"),
    "pptx-image-again": Tampering("the photograph on another slide", ".pptx", _in_pptx(photos.add_known_picture), "added"),
    "pptx-image-layout": Tampering("the photograph on a layout", ".pptx", _in_pptx(photos.fill_layout), "added"),
    "pptx-image-alt": Tampering("what is said of a photograph", ".pptx", in_part("slides/slide", f'descr="{ALT}"', 'descr="A burnt bridge"'), "alt-text", "photo"),
    "json-fact": Tampering("a digit of a fact’s text", ".json", _in_ledger(_digit_of_fact), "ledger-differs", "bridge"),
    "json-value": Tampering("a digit of a fact’s value", ".json", _in_ledger(_digit_of_value), "ledger-differs", "bridge"),
    "json-quote": Tampering("a digit of a quote", ".json", _in_ledger(_digit_of_quote), "ledger-differs", "passage"),
    "json-print": Tampering("a digit of what is printed", ".json", _in_ledger(_digit_in_print), "text-differs", "bridge"),
    "json-page": Tampering("the page of a fact", ".json", _in_ledger(_digit_of_page), "other-page", "bridge"),
    "json-image": Tampering("the hash of a photograph", ".json", _in_ledger(photos.other_picture), "image", "photo"),
    "json-hash": Tampering("the hash of a file", ".json", _in_ledger(_other_hash), "file-changed"),
}  # fmt: skip


def built(folder: Path) -> dict[str, Path]:
    """Build the example with a photograph and return its files by suffix."""
    from briefbook.build import build

    return {path.suffix: path for path in build(photos.shown(), folder).files}


@cache
def changed_by(change: Change, data: bytes) -> bytes:
    """Return what a change makes of a file, the same bytes each time; it must change something."""
    changed = change(data)
    assert changed != data
    return changed


def apply(tampering: Tampering, files: dict[str, Path], folder: Path) -> dict[str, Path]:
    """Return copies of the files, one of them changed."""
    copies = {}
    for suffix, path in files.items():
        data = path.read_bytes()
        if suffix == tampering.suffix:
            data = changed_by(tampering.change, data)
        copies[suffix] = folder / path.name
        copies[suffix].write_bytes(data)
    return copies
