"""In which form each document is made: what the briefing says, unless somebody wishes otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.deck.design import DESIGNS, DeckForm
from briefbook.errors import DoesNotFit
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData
from briefbook.manifest import BRIEF, SHORT
from briefbook.model import Briefing
from briefbook.model.outputs import Outputs, Sheet
from briefbook.paper.brief import PAGES, briefs
from briefbook.paper.form import PaperForm
from briefbook.paper.plan import Paper
from briefbook_figures.display_list import DisplayList


@dataclass(frozen=True)
class Wishes:
    """What overrules a briefing's `outputs`; empty for what does not."""

    paper: str = ""
    duplex: bool | None = None
    slides: str = ""
    variant: str = ""


def deck_form(briefing: Briefing, wishes: Wishes | None = None) -> DeckForm:
    """Return how a briefing's deck is made."""
    own, said = briefing.outputs or Outputs(), wishes or Wishes()
    return DeckForm(DESIGNS[said.slides or str(own.slides)], said.variant == SHORT)


def paper_form(briefing: Briefing, wishes: Wishes | None = None) -> PaperForm:
    """Return how a briefing's paper is made."""
    own, said = briefing.outputs or Outputs(), wishes or Wishes()
    is_letter = (said.paper or own.paper) == Sheet.LETTER
    is_duplex = own.duplex if said.duplex is None else said.duplex
    return PaperForm("Letter" if is_letter else "A4", said.variant == BRIEF, is_duplex)


def two_pages(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    pictures: dict[str, DisplayList],
    created: str,
    form: PaperForm,
) -> Paper:
    """Return the fullest brief of two pages; raises DoesNotFit where none is so short."""
    from briefbook.paper.pdf import page_count

    for paper in briefs(resolved, charts, pictures, created, form):
        if page_count(paper) <= PAGES:
            return paper
    hint = "shorten the bottom line and the key points, or name a lower exhibit as lead_exhibit"
    raise DoesNotFit("the brief takes more than two pages, without any caveats", hint=hint)


def attached_names(paper: Paper) -> frozenset[str]:
    """Return the names of the files that a paper carries."""
    return frozenset(file.name for file in paper.attachments)
