"""Briefing → Paper of two pages: the answer, its points and one exhibit; caveats and sources.

What it says is what the full paper says, word for word. Its second page quotes the passages that the
first one cites, under the full paper's numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

from briefbook.evidence.locators import meta_of
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData
from briefbook.frozen import dataclass, replace
from briefbook.localization import translate
from briefbook.paper import plan
from briefbook.paper.back import colophon, evidence
from briefbook.paper.body import Body, remarks
from briefbook.paper.compose import attachment, furniture, sureness
from briefbook.paper.form import PaperForm
from briefbook.paper.front import front
from briefbook.paper.plan import Block, Paper
from briefbook.paper.prose import Prose
from briefbook.text import Citation, Inline, Link, Run, Style
from briefbook_figures.display_list import DisplayList

PAGES = 2
_MARKS = "Raised numbers lead to Sources, numbered as in the full paper; calculated figures stand in its exhibits."
_INTRO = "The passages that these two pages cite, verbatim. The full paper has the others."


@dataclass(frozen=True)
class _Extent:
    """How much of the second page's caveats is told."""

    remarks: int
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
    for kept in dict.fromkeys((count, marked, 5, 3, 2, 1, 0)):
        if kept <= count:
            yield _brief(resolved, charts, pictures, created, form, _Extent(kept))
    yield _brief(resolved, charts, pictures, created, form, _Extent(0, has_sureness=False))


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
        *front(
            briefing,
            prose,
            (body.exhibit(lead),) if lead else (),
            _MARKS,
            has_grades=form.has_grades,
        ),
        plan.NewPage(),
        *(_caveats(resolved, extent)),
        *_sources(resolved, prose),
        colophon(resolved, prose),
    ]
    attachments = (attachment(briefing, lead, charts[lead]),) if lead in charts else ()
    anchors = _anchors(blocks)
    whole = tuple(_changed(block, partial(_alive, anchors)) for block in blocks)
    return Paper(
        meta_of(briefing, created), furniture(briefing), whole, attachments, form.page_size,
        is_duplex=form.is_duplex,
    )  # fmt: skip


def _caveats(resolved: ResolvedBriefing, extent: _Extent) -> list[Block]:
    """Return how sure the authors are, and what the sources leave open, those for slides first.

    Without raised numbers: the passages behind them stand in the full paper.
    """
    briefing, prose = resolved.briefing, Prose(resolved)
    title = translate("Caveats")
    blocks: list[Block] = [plan.Heading(title, "caveats", 1, "", title)]
    if extent.has_sureness:
        blocks += [b for b in sureness(briefing, prose, "") if isinstance(b, plan.Table)]
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
    return [_changed(block, _uncited) for block in blocks] if len(blocks) > 1 else []


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


def _alive(anchors: frozenset[str], part: Inline) -> Inline | None:
    """Return a link that would lead to a left-out place as plain text."""
    is_dead = isinstance(part, Link) and part.target.startswith("#")
    if isinstance(part, Link) and is_dead and part.target[1:] not in anchors:
        return Run(part.text, Style.MUTED)
    return part


def _uncited(part: Inline) -> Inline | None:
    return None if isinstance(part, Citation) else part


def _changed(value: Any, change: Callable[[Inline], Inline | None]) -> Any:  # noqa: ANN401  any part of a plan
    """Return a part of the plan in which each piece of text is what `change` makes of it."""
    if isinstance(value, tuple):
        changed = (
            change(item) if isinstance(item, Inline) else _changed(item, change) for item in value
        )
        return tuple(item for item in changed if item is not None)
    if is_dataclass(value) and not isinstance(value, type | DisplayList | plan.Photo):
        return replace(
            value, **{f.name: _changed(getattr(value, f.name), change) for f in fields(value)}
        )
    return value
