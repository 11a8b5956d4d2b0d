"""Briefing → Paper: full prose, in the order of the trade (bottom line first, evidence last)."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.evidence.locators import edition_words, marking_of, meta_of, source_age
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.revisions import Revisions
from briefbook.exhibits import ChartData
from briefbook.frozen import replace
from briefbook.localization import translate
from briefbook.model import BlockPart, Briefing, Claim
from briefbook.paper import plan
from briefbook.paper.back import chronology, colophon, data_tables, evidence, is_short_paper
from briefbook.paper.body import Body, remarks
from briefbook.paper.form import DEFAULT, PaperForm
from briefbook.paper.front import front
from briefbook.paper.plan import Block, Paper
from briefbook.paper.prose import Prose, strong
from briefbook.text import Run, Text
from briefbook.theme import paper as theme
from briefbook.theme.look import worn
from briefbook_figures.display_list import DisplayList


def compose_paper(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    pictures: dict[str, DisplayList],
    created: str,
    revisions: Revisions | None = None,
    form: PaperForm = DEFAULT,
) -> Paper:
    """Return the plan of the full paper; the briefing must have passed the checks.

    `created` is the edition's moment, ISO 8601 in UTC; `revisions` what it says otherwise than an
    earlier edition, where that is to be told; `form` its sheet and binding.
    """
    briefing = resolved.briefing
    prose = Prose(resolved)
    body = Body(briefing, prose, charts, pictures)
    lead = (body.exhibit(str(briefing.lead_exhibit)),) if briefing.lead_exhibit else ()
    has_points = not (is_short_paper(briefing, prose) and _is_told_below(briefing))
    blocks: list[Block] = [
        *front(
            briefing,
            prose,
            lead,
            shown_in=body.shown_in,
            has_points=has_points,
            has_grades=form.has_grades,
        )
    ]
    blocks += meaning(briefing)
    number = 0
    for number, section in enumerate(briefing.sections, 1):
        blocks += body.section(section, number)
    blocks += sureness(briefing, prose, str(number + 1))
    if revisions is not None:
        from briefbook.paper.changes import changed

        number += bool(briefing.assessments or briefing.watch) + 1
        blocks += changed(briefing, prose, revisions, str(number))
    # What else cites comes first: each entry of the evidence leads back to its first citation.
    doubts = _doubts(briefing, prose)
    tables = (*chronology(briefing, prose), *data_tables(briefing, charts))
    blocks += [*evidence(briefing, prose), *doubts]
    if tables:
        blocks += [_data_heading("C" if doubts else "B"), *tables]
    blocks.append(colophon(resolved, prose))
    attachments = tuple(attachment(briefing, id_, art) for id_, art in charts.items())
    return Paper(
        meta_of(briefing, created), furniture(briefing), tuple(blocks), attachments, form.page_size,
        is_duplex=form.is_duplex,
    )  # fmt: skip


def with_pictures(paper: Paper, pictures: Mapping[str, DisplayList]) -> Paper:
    """Return a plan with other drawings of some exhibits, by id: nothing else of it depends on them."""
    found = {f"exhibit-{id_}": picture for id_, picture in pictures.items()}
    blocks = (
        replace(block, picture=found[block.anchor])
        if isinstance(block, plan.Exhibit) and block.anchor in found
        else block
        for block in paper.blocks
    )
    return replace(paper, blocks=tuple(blocks))


def _is_told_below(briefing: Briefing) -> bool:
    """Tell whether all key points stand in the text as well: on one page nothing is said twice."""
    parts = [part for section in briefing.sections for part in section.body]
    told = {str(id_) for part in parts for id_ in getattr(part, "claims", ())}
    told |= {str(part.block) for part in parts if isinstance(part, BlockPart)}
    return told >= set(map(str, briefing.key_points))


def attachment(briefing: Briefing, id_: str, art: ChartData) -> plan.Attachment:
    """Return the figures of an exhibit as a file."""
    description = f"Figures of {briefing.exhibit(id_).takeaway}"
    return plan.Attachment(f"{id_}.csv", art.data.csv(), "text/csv", description)


def _doubts(briefing: Briefing, prose: Prose) -> tuple[Block, ...]:
    """Return the annex of what the source gets wrong or leaves open, where there is any."""
    if not briefing.notes_on_the_source:
        return ()
    title = translate("What the source gets wrong or leaves open")
    blocks: list[Block] = [plan.Heading(title, "caveats", 1, "B", translate("Caveats"))]
    blocks.append(remarks(briefing, prose))
    if briefing.what_would_settle:
        text = (Run(briefing.what_would_settle, statement="what-would-settle"),)
        blocks.append(plan.Notice(translate("What would settle it"), text))
    return tuple(blocks)


def _data_heading(letter: str) -> plan.Heading:
    title = translate("Data behind the exhibits")
    return plan.Heading(title, "data", 1, letter, translate("Data"))


def meaning(briefing: Briefing) -> tuple[Block, ...]:
    """Return what the findings mean for the reader, where the authors say it."""
    if not briefing.implications:
        return ()
    claims = {str(claim.id): claim for claim in briefing.claims}
    texts = tuple(_judged(claims[str(id_)]) for id_ in briefing.implications)
    return (plan.Judgements(translate("What it means · our judgement"), "meaning", texts),)


def _judged(claim: Claim) -> Text:
    lead = (strong(f"{claim.lead} ", str(claim.id)),) if claim.lead else ()
    return (*lead, Run(claim.text, statement=str(claim.id)))


def sureness(briefing: Briefing, prose: Prose, number: str) -> list[Block]:
    """Return how sure the authors are of their findings, and what would change their mind."""
    if not (briefing.assessments or briefing.watch):
        return []
    title = translate("How sure we are, and what would change our mind")
    blocks: list[Block] = [plan.Heading(title, "sureness", 1, number, translate("How sure we are"))]
    columns = (
        plan.Column(translate("Finding"), 150, is_name=True),
        plan.Column(translate("Confidence"), 70, is_strong=True),
        plan.Column(translate("Why"), theme.TEXT_WIDTH - 220),
    )
    rows = tuple(
        plan.Row(
            (
                (Run(entry.finding, statement="assessment"),),
                (Run(translate(str(entry.confidence)).capitalize(), statement="assessment"),),
                (Run(entry.reason, statement="assessment"), *prose.cite(entry)),
            )
        )
        for entry in briefing.assessments
    )
    if rows:
        blocks.append(plan.Table(columns, rows, "assessments"))
    if briefing.watch:
        claims = {str(claim.id): claim for claim in briefing.claims}
        texts = tuple(_judged(claims[str(id_)]) for id_ in briefing.watch)
        blocks.append(plan.Judgements(translate("What would change our mind"), "watch", texts))
    return blocks


def furniture(briefing: Briefing) -> plan.Furniture:
    """Return what every page repeats."""
    age = source_age(briefing)
    said = [translate("Source as of {age}", age=age)] if age else []
    said += [
        translate("Edition {date}", date=edition_words(briefing)),
        translate("not updated since"),
    ]
    marking = marking_of(briefing)
    title = str(briefing.short_title or briefing.title)
    return plan.Furniture(title, " · ".join(said), marking, worn().paper_logo)
