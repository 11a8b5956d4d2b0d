"""The documents of a briefing as bytes: checked, composed, accounted for and rendered; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefbook.brand import wearing_brand
from briefbook.build_forms import (
    deck_form,
    fitted_deck,
    paper_form,
    plan_paper,
    press_of,
)
from briefbook.checks import check
from briefbook.deck.design import DeckForm
from briefbook.errors import Problem, Problems, Severity
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.exhibits import ChartData, make_charts
from briefbook.frozen import dataclass, replace
from briefbook.localization import is_english, localized
from briefbook.manifest import BRIEF, DOCUMENTS, SHORT, output_name
from briefbook.model import Briefing
from briefbook.paper.form import PaperForm
from briefbook.paper.plan import Paper
from briefbook.provenance.audit import Account, account
from briefbook.provenance.edition import Edition, given_moment
from briefbook.provenance.ledger import Made
from briefbook.provenance.manifest import make_manifest
from briefbook.theme.look import LentFile

if TYPE_CHECKING:
    from briefbook.brand.read import Brand
    from briefbook.deck.plan import Deck
    from briefbook.evidence.revisions import Revisions

_PAGE = "page"
Report = Callable[[str], None]
"""Told what is being done, a word a step."""


@dataclass(frozen=True)
class Composed:
    """The documents of a briefing as bytes, and what their manifest is made of."""

    resolved: ResolvedBriefing
    made: Made
    outputs: dict[str, bytes]
    """By file name."""
    warnings: tuple[Problem, ...]
    accounts: tuple[Account, ...]
    name: str
    """What the files are called: the briefing's id, and the variant's name."""
    lacking: tuple[Problem, ...] = ()
    """What the deck's template lacks."""
    empty_shares: tuple[float, ...] = ()
    """As `Built` has them."""


def compose_documents(  # noqa: PLR0913  as `build`
    briefing: Briefing,
    *,
    pdf: bool = True,
    pptx: bool = True,
    prints: frozenset[str] = frozenset(),
    earlier: Edition | None = None,
    form: DeckForm | None = None,
    sheet: PaperForm | None = None,
    brand: Brand | None = None,
    lent: tuple[LentFile, ...] = (),
    measured: bool = False,
    report: Report = lambda _: None,
) -> Composed:
    """Return the documents of a briefing; nothing is written. Arguments and errors as in `build`."""
    wanted = _Wanted(
        pdf,
        pptx,
        prints,
        earlier,
        form or deck_form(briefing),
        sheet or paper_form(briefing),
        brand,
        lent,
        measured,
    )
    with wearing_brand(brand, lent):
        return _composed(briefing, wanted, report)


@dataclass(frozen=True)
class _Wanted:
    """What a build makes, as `build` describes it."""

    pdf: bool
    pptx: bool
    prints: frozenset[str]
    earlier: Edition | None
    form: DeckForm
    sheet: PaperForm
    brand: Brand | None
    lent: tuple[LentFile, ...]
    is_measured: bool = False

    @property
    def variant(self) -> str:
        """What is made of the full form; empty for that itself."""
        return SHORT if self.form.is_short else BRIEF if self.sheet.is_brief else ""


def _composed(briefing: Briefing, wanted: _Wanted, report: Report) -> Composed:
    report("checking")
    resolved = resolve(briefing)
    warnings = checked(resolved)
    if not is_english(briefing.lang):
        resolved = resolve(briefing)  # its words are worked out anew, in the briefing's language
    with localized(briefing.lang):
        return _rendered(_planned(resolved, warnings, wanted, report), wanted, report)


def _planned(
    resolved: ResolvedBriefing, warnings: tuple[Problem, ...], wanted: _Wanted, report: Report
) -> Composed:
    briefing = resolved.briefing
    created = created_at(briefing)
    report("drawing")
    charts = make_charts(briefing)
    report("composing")
    told = _revised(wanted.earlier, resolved, created)
    form, variant = wanted.form, wanted.variant
    paper = deck = left_out = None
    if wanted.pdf or _PAGE in wanted.prints:
        paper, charts, left_out = plan_paper(resolved, charts, created, told, wanted.sheet)
    if wanted.pptx or wanted.prints - {_PAGE}:
        deck = fitted_deck(resolved, charts, created, told, form)
        form = replace(form, design=deck.design)
        if form.is_short:
            from briefbook.deck.compose import compose_deck
            from briefbook.provenance.left_out import deck_left_out

            whole = compose_deck(resolved, charts, created, told, replace(form, is_short=False))
            left_out = deck_left_out(whole, deck)
    accounts = _accounted(resolved, paper, deck, charts)
    made = Made(
        paper, deck, charts,
        variant=variant, left_out=left_out, brand=wanted.brand, lent=wanted.lent,
    )  # fmt: skip
    name = output_name(briefing.id, variant)
    return Composed(resolved, made, {}, warnings, accounts, name, form.lacking)


def _revised(earlier: Edition | None, resolved: ResolvedBriefing, created: str) -> Revisions | None:
    if earlier is None:
        return None
    from briefbook.provenance.since import revisions_since

    return revisions_since(earlier, resolved, created)


def _rendered(composed: Composed, wanted: _Wanted, report: Report) -> Composed:
    """Return composed plans with their files."""
    made, outputs = composed.made, {}
    shares: tuple[float, ...] = ()
    if (paper := made.paper) and wanted.pdf:
        from briefbook.paper.pdf import empty_shares, render_paper

        report("rendering the paper")
        done = render_paper(paper)
        made = replace(made, drawn=done.drawn, links=done.links, bookmarks=done.bookmarks)
        outputs["paper"] = done.data
        shares = empty_shares(paper) if wanted.is_measured else ()
        if wanted.sheet.print:
            from briefbook.paper.press import for_press

            press = for_press(paper, press_of(wanted.sheet, wanted.brand))
            made = replace(made, press=press)
            outputs["print"] = render_paper(press).data
    if wanted.pptx and made.deck:
        from briefbook.deck.pptx import render_pptx

        report("rendering the deck")
        outputs["deck"] = render_pptx(made.deck)
    if made.paper and _PAGE in wanted.prints:
        from briefbook.paper.cards import evidence_cards
        from briefbook.paper.html import render_html

        report("rendering the evidence page")
        outputs[_PAGE] = render_html(made.paper, evidence_cards(composed.resolved))
    if wanted.prints - {_PAGE} and made.deck:
        report("printing the slides")
        printed, files = _printed(made.deck, wanted.prints)
        made = replace(made, printed=printed)
        outputs |= files
    named = {DOCUMENTS[kind].format(composed.name): data for kind, data in outputs.items()}
    return replace(composed, made=made, outputs=named, empty_shares=shares)


def for_archives(made: Composed) -> dict[str, bytes]:
    """Return the outputs without a PDF/X-4: what goes to a printer is made for no archive or reader."""
    paper = made.made.press
    is_x4 = paper is not None and paper.press is not None and paper.press.is_x4
    left_out = DOCUMENTS["print"].format(made.name) if is_x4 else ""
    return {name: data for name, data in made.outputs.items() if name != left_out}


def manifest_of(made: Composed, created: str, previous: bytes | None = None) -> bytes:
    """Return the manifest of composed documents; `previous` is the one that it takes the place of."""
    # What charts print depends on the language, and on the widths of letters.
    with localized(made.resolved.briefing.lang), wearing_brand(made.made.brand, made.made.lent):
        return make_manifest(made.resolved, created, made.made, made.outputs, previous)


def _printed(deck: Deck, prints: frozenset[str]) -> tuple[Deck, dict[str, bytes]]:
    """Return the deck as it is printed, and the files that are asked for."""
    from briefbook.deck.pdf import render_handout, render_slides
    from briefbook.deck.printing import for_print

    printed = for_print(deck)
    renderers = {"slides": render_slides, "handout": render_handout}
    return printed, {name: render(printed) for name, render in renderers.items() if name in prints}


def _accounted(
    resolved: ResolvedBriefing,
    paper: Paper | None,
    deck: Deck | None,
    charts: dict[str, ChartData],
) -> tuple[Account, ...]:
    """Return the accounts of the plans; raises Problems for a piece that nobody answers for."""
    accounts = account(resolved.briefing, paper, deck, charts)
    lost = [problem for entry in accounts for problem in entry.problems]
    if lost:
        raise Problems(tuple(lost))
    return accounts


def checked(resolved: ResolvedBriefing) -> tuple[Problem, ...]:
    """Return the warnings of a briefing; raises Problems when there are errors."""
    problems = check(resolved)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Problems(problems)
    return problems


def created_at(briefing: Briefing) -> str:
    """Return the one clock: the edition's date, or SOURCE_DATE_EPOCH where that is set; raises WrongUse.

    ISO 8601 in UTC.
    """
    moment = given_moment()
    if moment is None:
        return f"{briefing.edition.first.isoformat()}T00:00:00Z"
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
