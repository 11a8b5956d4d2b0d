"""Briefing → Paper: full prose, in the order of the trade (bottom line first, evidence last)."""

from __future__ import annotations

from briefbook.evidence.locators import edition_words, source_age
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.revisions import Revisions
from briefbook.exhibits import ChartData
from briefbook.model import Briefing, Status
from briefbook.paper import plan
from briefbook.paper.back import about, data_tables, evidence
from briefbook.paper.body import Body, remarks
from briefbook.paper.changes import TITLE, changed
from briefbook.paper.front import front
from briefbook.paper.plan import Block, ContentsEntry, Paper
from briefbook.paper.prose import Prose
from briefbook.text import Run
from briefbook.version import __version__
from briefbook_figures.display_list import DisplayList

_REMARKS_INTRO = (
    "Nothing here was silently mended. The source is quoted as it stands; the middle column says "
    "what is doubtful and the last what this paper does about it."
)


def compose_paper(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    pictures: dict[str, DisplayList],
    created: str,
    revisions: Revisions | None = None,
) -> Paper:
    """Return the plan of the paper; the briefing must have passed the checks.

    `created` is the edition's moment, ISO 8601 in UTC; `revisions` what it says otherwise than an
    earlier edition, where that is to be told.
    """
    briefing = resolved.briefing
    prose = Prose(resolved)
    body = Body(briefing, prose, charts, pictures)
    blocks: list[Block] = [*front(briefing, prose, _contents(briefing, revisions)), plan.NewPage()]
    for number, section in enumerate(briefing.sections, 1):
        blocks += body.section(section, number, on_new_page=False)
    if briefing.notes_on_the_source:
        caveats = str(len(briefing.sections) + 1)
        title = "What the source gets wrong or leaves open"
        blocks.append(plan.Heading(title, "caveats", 1, caveats, "Caveats"))
        blocks.append(plan.Lead((Run(_REMARKS_INTRO),)))
        blocks.append(remarks(briefing, prose))
        if briefing.what_would_settle:
            text = (Run(briefing.what_would_settle, statement="what-would-settle"),)
            blocks.append(plan.Notice("What would settle it", text))
    if revisions is not None:
        number = len(briefing.sections) + bool(briefing.notes_on_the_source) + 1
        blocks += changed(briefing, prose, revisions, str(number))
    blocks += evidence(briefing, prose)
    blocks += data_tables(briefing, charts)
    blocks += about(resolved, prose)
    attachments = tuple(
        plan.Attachment(
            f"{id_}.csv", art.data.csv(), "text/csv", f"Figures of {briefing.exhibit(id_).takeaway}"
        )
        for id_, art in charts.items()
    )
    return Paper(_meta(briefing, created), _furniture(briefing), tuple(blocks), attachments)


def _contents(briefing: Briefing, revisions: Revisions | None) -> tuple[ContentsEntry, ...]:
    entries = [ContentsEntry(s.running or s.title, f"section-{s.id}") for s in briefing.sections]
    if briefing.notes_on_the_source:
        entries.append(ContentsEntry("Caveats", "caveats"))
    if revisions is not None:
        entries.append(ContentsEntry(TITLE, "changes"))
    return (*entries, ContentsEntry("Evidence", "evidence"))


def _meta(briefing: Briefing, created: str) -> plan.Meta:
    keywords = dict.fromkeys((*briefing.parties, briefing.topic, "briefing"))
    return plan.Meta(
        title=str(briefing.title),
        subject=str(briefing.subtitle),
        author=str(briefing.prepared_by),
        keywords=tuple(str(word) for word in keywords),
        lang=str(briefing.lang),
        created=created,
        creator=f"Briefbook {__version__}",
    )


def _furniture(briefing: Briefing) -> plan.Furniture:
    age = source_age(briefing)
    said = [f"Source as of {age}"] if age else []
    said += [f"Edition {edition_words(briefing)}", "not updated to the present"]
    marking = str(briefing.marking)
    if briefing.status is Status.DRAFT:
        marking = " · ".join(filter(None, ("DRAFT", marking)))
    return plan.Furniture(str(briefing.title), " · ".join(said), marking)
