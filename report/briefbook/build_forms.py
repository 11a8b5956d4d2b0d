"""In which form each document is made: what the briefing says, unless somebody wishes otherwise."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefbook.deck.design import DESIGNS, DeckForm, Design, map_places
from briefbook.errors import DoesNotFit, WrongUse
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.revisions import Revisions
from briefbook.exhibits import ChartData
from briefbook.exhibits.pictures import can_be_resized, draw_pictures, usual_height
from briefbook.frozen import dataclass, replace
from briefbook.manifest import BRIEF, SHORT
from briefbook.model import Briefing
from briefbook.model.outputs import Outputs, PrintInk, Sheet, SlideShape
from briefbook.paper.compose import compose_paper, with_pictures
from briefbook.paper.form import LEAD_SHARES, PaperForm
from briefbook.paper.plan import Paper
from briefbook.theme import paper as theme
from briefbook.theme.press import Press
from briefbook_figures.display_list import DisplayList

if TYPE_CHECKING:
    from briefbook.brand.read import Brand
    from briefbook.deck.plan import Deck

Planned = tuple[Paper, dict[str, ChartData], dict[str, Any] | None]
"""The plan of the paper, the charts that it shows, and what it leaves out of the full one."""
_Plan = tuple[Paper, dict[str, DisplayList], PaperForm]


@dataclass(frozen=True)
class Wishes:
    """What overrules a briefing's `outputs`; empty for what does not."""

    paper: str = ""
    duplex: bool | None = None
    slides: str = ""
    variant: str = ""
    print: str = ""
    template: Path | None = None
    """Somebody else's PPTX or POTX that the deck is to stand on."""


def deck_form(briefing: Briefing, wishes: Wishes | None = None) -> DeckForm:
    """Return how a briefing's deck is made."""
    own, said = briefing.outputs or Outputs(), wishes or Wishes()
    is_short = said.variant == SHORT
    if said.template is None:
        return DeckForm(DESIGNS[said.slides or str(own.slides)], is_short)
    from briefbook.deck.foreign import read_designs

    (first, *smaller), lacking = read_designs(said.template)
    return DeckForm(first, is_short, tuple(smaller), lacking)


def in_full(
    briefing: Briefing, seed: Path, wishes: Wishes | None, prints: frozenset[str] = frozenset()
) -> Wishes:
    """Return the wishes with the template that the briefing names; raises WrongUse for what does not go with one.

    A shape of the slides that somebody asks for overrules the template, which has its own.
    """
    said, own = wishes or Wishes(), briefing.outputs or Outputs()
    if own.template and not (said.template or said.slides):
        if own.slides != SlideShape.WIDE:
            hint = "a template says the shape of its slides: leave `slides:` out"
            raise WrongUse(
                "outputs: names a template and a shape of slides", hint=hint, place=own.place
            )
        said = replace(said, template=_found(own, seed))
    if said.template and prints & {"slides", "handout"}:
        hint = "leave the template out for them (--slides 16:9); PowerPoint prints the deck that stands on it"
        raise WrongUse(
            "--slides-pdf and --handout are drawn in Briefbook's own design, not by a --template",
            hint=hint,
        )
    return said


def _found(own: Outputs, seed: Path) -> Path:
    """Return where a template lies: in the seed folder, or in up to three above it."""
    from briefbook.brand.find import places

    name = str(own.template)
    if Path(name).name != name:
        hint = (
            "give its name alone: it is looked for in the seed folder and in up to three above it"
        )
        raise WrongUse(
            f"the template “{name}” has a folder in its name", hint=hint, place=own.place
        )
    found = next((path for path in places(seed, (name,)) if path.is_file()), None)
    if found is None:
        hint = "it is looked for in the seed folder and in up to three above it, none above a repository’s root"
        raise WrongUse(f"there is no template “{name}”", hint=hint, place=own.place)
    return found


def template_inputs(wishes: Wishes | None) -> Iterator[tuple[Path, str]]:
    """Yield a template and its map, with their hashes; a map that is not there yet counts too."""
    if wishes and wishes.template:
        for path in (wishes.template, *map_places(wishes.template)):
            yield path, sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def fitted_deck(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    created: str,
    told: Revisions | None,
    form: DeckForm,
) -> Deck:
    """Return the deck in the first design in which it has room; raises DoesNotFit as the last one does."""
    from briefbook.deck.compose import compose_deck  # of the paper alone, nothing loads it
    from briefbook.deck.fit import fit_deck

    def on(design: Design) -> Deck:
        return fit_deck(compose_deck(resolved, charts, created, told, replace(form, design=design)))

    *larger, last = form.design, *form.smaller
    for design in larger:
        with suppress(DoesNotFit):
            return on(design)
    return on(last)


def paper_form(briefing: Briefing, wishes: Wishes | None = None) -> PaperForm:
    """Return how a briefing's paper is made."""
    own, said = briefing.outputs or Outputs(), wishes or Wishes()
    is_letter = (said.paper or own.paper) == Sheet.LETTER
    is_duplex = own.duplex if said.duplex is None else said.duplex
    ink = said.print or (str(own.print) if own.print else "")
    return PaperForm("Letter" if is_letter else "A4", said.variant == BRIEF, is_duplex, ink)


def press_of(form: PaperForm, brand: Brand | None) -> Press:
    """Return how a paper is printed: in the brand's printing condition, if it names one."""
    is_grey = form.print == PrintInk.GREY
    profile = brand.profile if brand else None
    if profile is None:
        return Press(is_grey)
    return Press(is_grey, profile.data, profile.components, profile.condition)


def plan_paper(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    created: str,
    told: Revisions | None,
    form: PaperForm,
) -> Planned:
    """Return the plan of the paper, the charts that it shows, and what it leaves out of the full one.

    The exhibit of page one is drawn lower where the page would not hold what belongs on it. Raises
    DoesNotFit for a brief of more than two pages.
    """
    from briefbook.paper.pdf.settle import drained

    return drained(planning_paper(resolved, charts, created, told, form))


def planning_paper(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    created: str,
    told: Revisions | None,
    form: PaperForm,
) -> Generator[None, None, Planned]:
    """Plan as `plan_paper` does, with rests, after any of which it may be left off."""
    from briefbook.paper.pdf import has_whole_front

    lead = str(resolved.briefing.lead_exhibit)
    height = usual_height(charts[lead].chart) if lead in charts else None
    others = draw_pictures({id_: art for id_, art in charts.items() if id_ != lead or not height})

    def drawn(share: float) -> dict[str, DisplayList]:
        return draw_pictures({lead: charts[lead]}, {lead: height * share}) if height else {}

    def blank(share: float) -> dict[str, DisplayList]:
        # Pages are broken by a chart's height alone: it is drawn where that makes page one whole.
        return {lead: DisplayList(theme.TEXT_WIDTH, height * share, ())} if height else {}

    @cache
    def sketched(at: PaperForm) -> Paper:
        return compose_paper(resolved, charts, others | blank(1.0), created, told, at)

    def planned(at: PaperForm, share: float) -> _Plan:
        led = drawn(share)
        return with_pictures(sketched(at), led), others | led, at

    bare = (replace(form, has_grades=False),) if resolved.briefing.assessments else ()
    for tried, share in product((form, *bare), LEAD_SHARES):
        if has_whole_front(with_pictures(sketched(tried), blank(share))):
            with suppress(DoesNotFit):  # no chart so low has room for its words
                plan = planned(tried, share)
                break
        yield
    else:
        plan = planned(form, 1.0)
    paper, pictures, form = plan
    if not form.is_brief:
        whole = yield from _settling(resolved, charts, (paper, pictures))
        return whole, charts, None
    from briefbook.provenance.left_out import paper_left_out

    brief = _two_pages(resolved, charts, pictures, created, form)
    attached = {file.name for file in brief.attachments}
    shown = {id_: art for id_, art in charts.items() if f"{id_}.csv" in attached}
    return brief, shown, paper_left_out(paper, brief)


def _settling(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    planned: tuple[Paper, dict[str, DisplayList]],
) -> Generator[None, None, Paper]:
    """Return the plan broken into full pages, its charts as high as that needs."""
    from briefbook.paper.pdf import page_size
    from briefbook.paper.pdf.settle import settling

    paper, pictures = planned
    lead = str(resolved.briefing.lead_exhibit)
    heights = {
        f"exhibit-{id_}": pictures[id_].height_pt
        for id_, art in charts.items()
        if id_ != lead and can_be_resized(art.chart)
    }
    breaks, others = yield from settling(paper, page_size(paper), heights)
    if others:
        named = {anchor.removeprefix("exhibit-"): height for anchor, height in others.items()}
        redrawn = draw_pictures({id_: charts[id_] for id_ in named}, named)
        paper = with_pictures(paper, redrawn)
    return replace(paper, breaks=breaks)


def _two_pages(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    pictures: dict[str, DisplayList],
    created: str,
    form: PaperForm,
) -> Paper:
    """Return the fullest brief of two pages; raises DoesNotFit where none is so short."""
    from briefbook.paper.brief import PAGES, briefs
    from briefbook.paper.pdf import laid_out

    for paper in briefs(resolved, charts, pictures, created, form):
        if len(laid_out(paper).pages) <= PAGES:
            return paper
    hint = "shorten the bottom line and the key points, or name a lower exhibit as lead_exhibit"
    raise DoesNotFit("the brief takes more than two pages, without any caveats", hint=hint)
