"""Briefing → Paper of two pages: the answer, its points and one exhibit; caveats and sources.

What it says is what the full paper says, word for word. Its second page quotes the passages that the
first one cites, under the full paper's numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData
from briefbook.localization import translate
from briefbook.paper import plan
from briefbook.paper.back import colophon, evidence
from briefbook.paper.body import Body, remarks
from briefbook.paper.compose import attachment, furniture, meaning, meta, sureness
from briefbook.paper.form import PaperForm
from briefbook.paper.front import front
from briefbook.paper.plan import Block, Paper
from briefbook.paper.prose import Prose
from briefbook.text import Link, Run, Style
from briefbook_figures.display_list import DisplayList

PAGES = 2
_MARKS = "Raised numbers lead to the passages on the next page, which keep their numbers from the full paper."
_INTRO = "The passages that these two pages cite, letter for letter. The full paper has the others."


@dataclass(frozen=True)
class _Extent:
    """How much of the second page's caveats is told."""

    remarks: int
    has_meaning: bool
    has_sureness: bool = True


def briefs(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    pictures: dict[str, DisplayList],
    created: str,
    form: PaperForm,
) -> Iterator[Paper]:
    """Yield plans of the brief, each with less of its caveats; the first that has two pages is meant."""
    briefing = resolved.briefing
    count = sum(len(group.remarks) for group in briefing.notes_on_the_source)
    marked = sum(r.on_slide for group in briefing.notes_on_the_source for r in group.remarks)
    for has_meaning in (True, False) if briefing.implications else (False,):
        for kept in dict.fromkeys((count, marked, 3, 2, 1, 0)):
            if kept <= count:
                yield _brief(resolved, charts, pictures, created, form, _Extent(kept, has_meaning))
    yield _brief(
        resolved, charts, pictures, created, form, _Extent(0, has_meaning=False, has_sureness=False)
    )


def _brief(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    pictures: dict[str, DisplayList],
    created: str,
    form: PaperForm,
    extent: _Extent,
) -> Paper:
    briefing = resolved.briefing
    prose = Prose(resolved)
    lead = str(briefing.lead_exhibit)
    body = Body(briefing, prose, charts, pictures)
    blocks: list[Block] = [
        *front(briefing, prose, (body.exhibit(lead),) if lead else (), _MARKS),
        plan.NewPage(),
        *(meaning(briefing) if extent.has_meaning else ()),
        *(_caveats(resolved, prose, extent)),
        *_sources(resolved, prose),
        colophon(resolved, prose),
    ]
    attachments = (attachment(briefing, lead, charts[lead]),) if lead in charts else ()
    whole = tuple(_without_dead_ends(block, _anchors(blocks)) for block in blocks)
    return Paper(
        meta(briefing, created), furniture(briefing), whole, attachments, form.page_size,
        is_duplex=form.is_duplex,
    )  # fmt: skip


def _caveats(resolved: ResolvedBriefing, prose: Prose, extent: _Extent) -> list[Block]:
    """Return how sure the authors are, and what the sources leave open, those for slides first."""
    briefing = resolved.briefing
    sure = [b for b in sureness(briefing, prose, "") if isinstance(b, plan.Table)]
    title = translate("Caveats")
    blocks: list[Block] = [plan.Heading(title, "caveats", 1, "", title)]
    if extent.has_sureness:
        blocks += sure
    if extent.remarks:
        ordered = sorted(
            (r for group in briefing.notes_on_the_source for r in group.remarks),
            key=lambda remark: not remark.on_slide,
        )
        kept = {id(remark) for remark in ordered[: extent.remarks]}
        groups = (
            replace(group, remarks=tuple(r for r in group.remarks if id(r) in kept))
            for group in briefing.notes_on_the_source
        )
        few = replace(briefing, notes_on_the_source=tuple(g for g in groups if g.remarks))
        blocks.append(remarks(few, prose))
    return blocks if len(blocks) > 1 else []


def _sources(resolved: ResolvedBriefing, prose: Prose) -> Iterator[Block]:
    """Yield the passages that are cited, under the heading of the sources."""
    title = translate("Sources")
    for block in evidence(resolved.briefing, prose):
        match block:
            case plan.Heading():
                yield replace(block, text=title, number="", on_new_page=False, running=title)
            case plan.Lead():
                yield plan.Lead((Run(translate(_INTRO)),))
            case plan.Evidence(entries=entries):
                cited = tuple(entry for entry in entries if entry.back)
                if cited:
                    yield replace(block, entries=cited)
            case _:
                yield block


def _anchors(blocks: list[Block]) -> frozenset[str]:
    """Return the places that links may lead to."""
    named = {block.anchor for block in blocks if hasattr(block, "anchor")}
    cited = {e.anchor for b in blocks if isinstance(b, plan.Evidence) for e in b.entries}
    return frozenset(named | cited)


def _without_dead_ends(value: Any, anchors: frozenset[str]) -> Any:  # noqa: ANN401  any part of a plan
    """Return a part of the plan in which what would lead to a left-out place is plain text."""
    if isinstance(value, Link):
        is_dead = value.target.startswith("#") and value.target[1:] not in anchors
        return Run(value.text, Style.MUTED) if is_dead else value
    if isinstance(value, tuple):
        return tuple(_without_dead_ends(item, anchors) for item in value)
    if is_dataclass(value) and not isinstance(value, type | DisplayList | plan.Photo | Run):
        changed = {
            f.name: _without_dead_ends(getattr(value, f.name), anchors) for f in fields(value)
        }
        return replace(value, **changed)
    return value
