"""What no validator finds in a deck, each as a function from a package to sentences about it.

Modelled on PowerPoint's accessibility checker and on files that opened with a repair.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LANG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def part(package: bytes, name: str) -> Any:
    """One part of the package, parsed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def parts(package: bytes, pattern: str) -> Iterator[tuple[str, Any]]:
    """The XML parts whose names match, parsed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            if re.fullmatch(pattern, name):
                yield name, etree.fromstring(archive.read(name))


def lint(package: bytes) -> list[str]:
    """Everything that is found, one sentence each."""
    checks = (
        titles,
        placeholders,
        alternatives,
        tables,
        languages,
        colours,
        structure,
        links,
        charts,
    )
    return [found for check in checks for found in check(package)]


def _slides(package: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(package)).slides)


def titles(package: bytes) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for number, slide in enumerate(_slides(package), 1):
        title = slide.shapes.title
        if title is None or not title.text_frame.text.strip():
            yield f"slide {number} has no title"
            continue
        seen[title.text_frame.text] += 1
        if next(iter(slide.shapes)).shape_id != title.shape_id:
            yield f"slide {number}: the title is not read first"
    yield from (
        f"{count} slides are called “{title}”" for title, count in seen.items() if count > 1
    )


def placeholders(package: bytes) -> Iterator[str]:
    for number, slide in enumerate(_slides(package), 1):
        known = {
            shape.placeholder_format.idx: shape.name for shape in slide.slide_layout.placeholders
        }
        for shape in slide.shapes:
            # A drawing is a group of shapes, which no placeholder can hold.
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                continue
            if not shape.is_placeholder:
                yield f"slide {number}: {shape.name} stands in no placeholder"
            elif shape.placeholder_format.idx not in known:
                yield f"slide {number}: {shape.name} has an idx that its layout lacks"
            elif known[shape.placeholder_format.idx] != shape.name:
                yield f"slide {number}: {shape.name} has lost the layout's name"
            if shape.has_text_frame and not shape.text_frame.text.strip():
                fields = shape._element.findall(f".//{A}fld")
                if not fields:
                    yield f"slide {number}: {shape.name} is empty"


def alternatives(package: bytes) -> Iterator[str]:
    for name, slide in parts(package, r"ppt/slides/slide\d+\.xml"):
        for frame in slide.iter(f"{P}graphicFrame"):
            about = frame.find(f".//{P}cNvPr")
            if not about.get("descr") or not about.get("title"):
                yield f"{name}: {about.get('name')} has no alternative text"


def tables(package: bytes) -> Iterator[str]:
    for name, slide in parts(package, r"ppt/slides/slide\d+\.xml"):
        for table in slide.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            if table.find(f"{A}tblPr").get("firstRow") != "1":
                yield f"{name}: a table has no header row"
            for row in table.findall(f"{A}tr"):
                cells = row.findall(f"{A}tc")
                if len(cells) != columns:
                    yield f"{name}: a row has {len(cells)} cells for {columns} columns"
                if any(
                    cell.get(merge)
                    for cell in cells
                    for merge in ("gridSpan", "rowSpan", "hMerge", "vMerge")
                ):
                    yield f"{name}: merged cells"


def languages(package: bytes) -> Iterator[str]:
    for name, slide in parts(package, r"ppt/(slides|notesSlides)/\w+\.xml"):
        for run in slide.iter(f"{A}r", f"{A}fld"):
            looks = run.find(f"{A}rPr")
            lang = None if looks is None else looks.get("lang")
            if not lang or not LANG.fullmatch(lang):
                yield f"{name}: a run has the language {lang!r}"


def colours(package: bytes) -> Iterator[str]:
    for name, tree in parts(
        package, r"ppt/(slides|slideLayouts|slideMasters|charts|notes\w+)/[^/]+\.xml"
    ):
        if next(tree.iter(f"{A}srgbClr", f"{A}sysClr", f"{A}scrgbClr"), None) is not None:
            yield f"{name}: a colour that is not the theme's"


def structure(package: bytes) -> Iterator[str]:
    deck = part(package, "ppt/presentation.xml")
    if deck.find(f"{P}notesMasterIdLst") is None:
        yield "presentation.xml does not name the notes master"
    masters = [master.get("id") for master in deck.iter(f"{P}sldMasterId")]
    ids = masters + [
        layout.get("id")
        for _, master in parts(package, r"ppt/slideMasters/\w+\.xml")
        for layout in master.iter(f"{P}sldLayoutId")
    ]
    yield from (
        f"{count} masters and layouts have the id {id_}"
        for id_, count in Counter(ids).items()
        if count > 1
    )
    slides = [slide.get("id") for slide in deck.iter(f"{P}sldId")]
    in_sections = [slide.get("id") for slide in deck.iter(f"{P14}sldId")]
    if slides != in_sections:
        yield "the sections do not hold every slide once and in order"
    guids = [section.get("id") for section in deck.iter(f"{P14}section")]
    if len(set(guids)) != len(guids):
        yield "two sections have one id"


def links(package: bytes) -> Iterator[str]:
    for name, slide in parts(package, r"ppt/slides/slide\d+\.xml"):
        rels = part(package, name.replace("slides/", "slides/_rels/") + ".rels")
        targets = {rel.get("Id"): rel.get("Target") for rel in rels}
        for run in slide.iter(f"{A}r"):
            click = run.find(f"{A}rPr/{A}hlinkClick")
            words = run.findtext(f"{A}t") or ""
            if click is not None and re.match(r"https?://|www\.", words):
                yield f"{name}: the link “{words}” is a bare address"
        for click in slide.iter(f"{A}hlinkClick"):
            target = targets.get(click.get(f"{R}id"), "")
            if ("hlinksldjump" in (click.get("action") or "")) != (
                "slide" in target and target.endswith(".xml")
            ):
                yield f"{name}: a link leads to {target!r}"
            if not click.get("tooltip"):
                yield f"{name}: a link has no tooltip"


def charts(package: bytes) -> Iterator[str]:
    for name, chart in parts(package, r"ppt/charts/chart\d+\.xml"):
        for axis in chart.iter(f"{C}axId", f"{C}crossAx"):
            if not axis.get("val").isdigit():
                yield f"{name}: the axis id {axis.get('val')} is not unsigned"
        sheet = _sheet(package, name)
        for data in chart.iter(f"{C}numRef", f"{C}strRef"):
            cached: list[str | None] = [None] * int(data.find(f".//{C}ptCount").get("val"))
            for point in data.iter(f"{C}pt"):
                cached[int(point.get("idx"))] = point.findtext(f"{C}v")
            cells = [sheet.get(cell) for cell in _cells(data.findtext(f"{C}f"))]
            if [_plain(c) for c in cells] != [_plain(c) for c in cached]:
                yield f"{name}: {data.findtext(f'{C}f')} is {cells} in the sheet, {cached} in the chart"


def _plain(value: str | None) -> str | None:
    return value.replace(", ", "\n") if value else None


def _cells(reference: str) -> list[str]:
    found = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+)(?::\$([A-Z])\$(\d+))?", reference)
    assert found is not None, reference
    column, first, _, last = found.groups()
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


def _sheet(package: bytes, chart: str) -> dict[str, str]:
    """The cells of a chart's embedded workbook."""
    rels = part(package, chart.replace("charts/", "charts/_rels/") + ".rels")
    [target] = [rel.get("Target") for rel in rels if rel.get("Target").endswith(".xlsx")]
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        workbook = archive.read(f"ppt/{target.removeprefix('../')}")
    sheet = part(workbook, "xl/worksheets/sheet1.xml")
    return {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(f"{S}c")}
