"""An example of a plugin: a check, a reader, a chart form and a brand of a ministry's house style."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import Problem, Severity, SourceLocation, Unreadable
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.sources.reading import Block, BlockKind, Reading, one_line
from briefbook_figures.spec_parts import Fill
from briefbook_figures.spec_rows import ZERO, FormData, Layout, MarkKind, Row, RowMark

_AVOIDED = {"Burma": "Myanmar", "Ivory Coast": "Côte d’Ivoire"}


def check_names_of_countries(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a warning for each name of a country that the house does not use."""
    for claim in resolved.briefing.claims:
        for avoided, used in _AVOIDED.items():
            if avoided in claim.text:
                message = f"“{avoided}” is “{used}” in this house"
                yield Problem(
                    getattr(claim.text, "place", claim.place), message, f"write {used}", "house-names", str(claim.id),
                    Severity.WARNING,
                )  # fmt: skip


def read_cable(data: bytes, place: str) -> Reading:
    """Return the text of a cable: what stands between its lines of dashes."""
    text = data.decode("utf-8", errors="replace")
    if "\n-----\n" not in text:
        raise Unreadable("this is no cable: it has no line of dashes", place=SourceLocation(place))
    body = text.split("\n-----\n")[1]
    parts = (one_line(part) for part in body.split("\n\n"))
    return Reading(tuple(Block(BlockKind.PARAGRAPH, part) for part in parts if part))


def waterfall(data: FormData) -> Layout:
    """Return a waterfall: the first figure of a series, then how far each is from the one before."""
    rows, before = [], ZERO
    for label, figure in data.series[0].points:
        if figure is None:
            continue
        fill = Fill.STRONG if label in data.highlight or not rows else Fill.QUIET
        mark = RowMark(MarkKind.BAR, figure, start=before, fill=fill, is_labelled=True)
        rows.append(Row(label, (mark,)))
        before = figure
    return Layout("Waterfall chart", tuple(rows))


def brand_file() -> Path:
    """Return where the package has its brand."""
    return Path(__file__).with_name("briefbook_house_style_brand.yml")
