"""The whole run: a seed folder in, a paper, a deck and a manifest out."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.brand import Choice, brand_of, lent_of, wearing_brand
from briefbook.brand.lent import lent_inputs
from briefbook.brand.wear import brand_inputs
from briefbook.build_forms import (
    Wishes,
    deck_form,
    fitted_deck,
    in_full,
    paper_form,
    plan_paper,
    press_of,
    template_inputs,
)
from briefbook.checks import check
from briefbook.deck.compose import compose_deck
from briefbook.deck.design import DeckForm
from briefbook.deck.plan import Deck
from briefbook.errors import Problem, Problems, Severity, WrongUse
from briefbook.evidence.coverage import cover, coverage_words
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.exhibits import ChartData, make_charts
from briefbook.exhibits.pictures import save_pictures
from briefbook.frozen import dataclass
from briefbook.localization import is_english, localized
from briefbook.manifest import BRIEF, DOCUMENTS, SHORT, output_name
from briefbook.model import Briefing
from briefbook.model.params import Instance
from briefbook.model.reader import read_as_meant, read_briefing
from briefbook.output import held, write_held, write_together
from briefbook.paper.cards import evidence_cards
from briefbook.paper.form import PaperForm
from briefbook.paper.plan import Paper
from briefbook.provenance.audit import Account, account
from briefbook.provenance.edition import Edition, read_edition
from briefbook.provenance.ledger import Made
from briefbook.provenance.left_out import deck_left_out
from briefbook.provenance.manifest import make_manifest
from briefbook.provenance.since import revisions_since
from briefbook.theme.look import LentFile, Look, wearing

if TYPE_CHECKING:
    from briefbook.brand.read import Brand

_PAGE = "page"
Report = Callable[[str], None]
"""Told what is being done, a word a step."""


@dataclass(frozen=True)
class Built:
    """What a build wrote, and the warnings that did not stop it."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]
    accounts: tuple[Account, ...]
    """How many pieces each plan has; every one belongs to a statement or has a type."""
    coverage: str
    """What became of the sentences of the sources."""
    inputs: tuple[tuple[Path, str], ...]
    """Every file that was read, with the SHA-256 of what was read; empty for one that was looked for."""
    typefaces: tuple[str, ...] = ()
    """Those of a brand that the deck names; empty where it names Briefbook's own."""
    variants: tuple[str, ...] = ()
    """Those that the briefing wants beside the full documents."""
    empty_shares: tuple[float, ...] = ()
    """How much of each page of the paper is empty, where that was to be measured."""

    def joined(self, other: Built) -> Built:
        """Return both as one."""
        return replace(
            self,
            files=(*self.files, *other.files),
            accounts=(*self.accounts, *other.accounts),
            inputs=tuple(dict.fromkeys((*self.inputs, *other.inputs))),
        )


def build(  # noqa: PLR0913  one call is the whole run
    seed: Path,
    out: Path,
    *,
    pdf: bool = True,
    pptx: bool = True,
    prints: frozenset[str] = frozenset(),
    since: Path | None = None,
    wishes: Wishes | None = None,
    instance: Instance | None = None,
    brand: Choice = True,
    fonts: Path | None = None,
    sign_with: Path | None = None,
    gate: bool = False,
    with_provenance: bool = False,
    measured: bool = False,
    report: Report = lambda _: None,
    written: Callable[[Built], None] = lambda _: None,
) -> Built:
    """Build a seed's documents into a folder; raises BriefbookError and leaves it as it was.

    `prints` names what else is made: `slides` and `handout` of the deck, and `page`, the paper as
    HTML with what bears each statement.
    `since` is the manifest of an earlier edition: both documents then tell what changed. The
    document that is not asked for is not planned either: of it the manifest says what it said
    before, while the inputs are the same, and nothing when they are not.
    `wishes` are what overrules the briefing's own `outputs`; a variant has file names and a manifest
    of its own.
    `instance` has the values of its parameters, and names the files.
    `brand` is a file, whether the seed's own is looked for, or False for Briefbook's look.
    `fonts` is a folder of faces that lend letters, instead of the seed's own.
    `sign_with` is the private key that signs the manifest, into a file beside it.
    `gate` holds every PDF against PDF/UA-1 and PDF/A-3a before anything is written.
    `with_provenance` writes a statement of where the documents come from beside them.
    `measured` says how much of each page is empty.
    `written` is told the result while the folder is still held.
    """
    report("reading")
    inputs = [(since, file_sha256(since))] if since else []
    earlier = read_edition(since) if since else None
    worn, lent = brand_of(seed, brand), lent_of(seed, fonts)
    briefing, misspelt = read_as_meant(seed, instance)
    if misspelt:
        raise Problems((*misspelt, *check(resolve(briefing))))
    wishes = in_full(briefing, seed, wishes, prints)
    made = compose_documents(
        briefing,
        pdf=pdf,
        pptx=pptx,
        prints=prints,
        earlier=earlier,
        form=deck_form(briefing, wishes),
        sheet=paper_form(briefing, wishes),
        brand=worn,
        lent=lent,
        measured=measured,
        report=report,
    )
    if gate:
        from briefbook.gate import check_gate

        report("holding the PDFs against their standards")
        if failures := check_gate(_for_archives(made)):
            raise Problems(failures)
    report("writing")
    name = f"{made.name}.json"
    with held(out):  # the manifest keeps what a previous one says: nobody may write in between
        previous = out / name
        old = previous.read_bytes() if previous.is_file() else None
        files = {**made.outputs, name: manifest_of(made, created_at(briefing), old)}
        if with_provenance:
            from briefbook.provenance.statement import ENDING, statement_of

            files[made.name + ENDING] = statement_of(files[name], name)
        if sign_with is not None:
            from briefbook.signing import SUFFIX, sign

            files[name + SUFFIX] = sign(files[name], sign_with)
            inputs.append((sign_with, file_sha256(sign_with)))
        write_held(out, files)
        built = Built(
            tuple(out / file for file in files),
            (*made.warnings, *made.lacking),
            made.accounts,
            coverage_words(cover(made.resolved)),
            (
                *inputs,
                *input_files(briefing, seed),
                *brand_inputs(seed, worn, brand),
                *lent_inputs(seed, fonts, lent),
                *template_inputs(wishes),
            ),
            worn.look.names if worn else (),
            tuple(map(str, briefing.outputs.variants if briefing.outputs else ())),
            made.empty_shares,
        )
        written(built)
    return built


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
    warnings = _checked(resolved)
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
    told = revisions_since(wanted.earlier, resolved, created) if wanted.earlier else None
    form, variant = wanted.form, wanted.variant
    paper = deck = left_out = None
    if wanted.pdf or _PAGE in wanted.prints:
        paper, charts, left_out = plan_paper(resolved, charts, created, told, wanted.sheet)
    if wanted.pptx or wanted.prints - {_PAGE}:
        deck = fitted_deck(resolved, charts, created, told, form)
        form = replace(form, design=deck.design)
        if form.is_short:
            whole = compose_deck(resolved, charts, created, told, replace(form, is_short=False))
            left_out = deck_left_out(whole, deck)
    accounts = _accounted(resolved, paper, deck, charts)
    made = Made(
        paper, deck, charts,
        variant=variant, left_out=left_out, brand=wanted.brand, lent=wanted.lent,
    )  # fmt: skip
    name = output_name(briefing.id, variant)
    return Composed(resolved, made, {}, warnings, accounts, name, form.lacking)


def _rendered(composed: Composed, wanted: _Wanted, report: Report) -> Composed:
    """Return composed plans with their files."""
    made, outputs = composed.made, {}
    shares: tuple[float, ...] = ()
    if (paper := made.paper) and wanted.pdf:
        from briefbook.paper.pdf import empty_shares, render_paper
        from briefbook.paper.press import for_press

        report("rendering the paper")
        done = render_paper(paper)
        made = replace(made, drawn=done.drawn, links=done.links, bookmarks=done.bookmarks)
        outputs["paper"] = done.data
        shares = empty_shares(paper) if wanted.is_measured else ()
        if wanted.sheet.print:
            press = for_press(paper, press_of(wanted.sheet, wanted.brand))
            made = replace(made, press=press)
            outputs["print"] = render_paper(press).data
    if wanted.pptx and made.deck:
        from briefbook.deck.pptx import render_pptx

        report("rendering the deck")
        outputs["deck"] = render_pptx(made.deck)
    if made.paper and _PAGE in wanted.prints:
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


def _for_archives(made: Composed) -> dict[str, bytes]:
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


def draw_figures(
    seed: Path,
    out: Path,
    format_: str,
    brand: Choice = True,  # noqa: FBT002  one of three
    fonts: Path | None = None,
) -> tuple[Path, ...]:
    """Write each chart of a seed into a folder as a file of its own: `svg`, `png` or `pdf`.

    In the colours of its brand, and in Briefbook's typeface: a file for the web embeds none. What
    that lacks is drawn in the faces of the folder `fonts`, or the seed's own.
    Raises BriefbookError, and Problems when the seed has errors: no figure leaves unchecked.
    """
    resolved = resolve(read_briefing(seed))
    worn = brand_of(seed, brand)
    look = Look(inks=worn.look.inks if worn else {}, lent=lent_of(seed, fonts))
    with localized(resolved.briefing.lang), wearing(look):
        _checked(resolved)
        pictures = save_pictures(make_charts(resolved.briefing), format_)
    if not pictures:
        hint = "exhibits with columns, lines, shares, amounts, a timeline or a map are drawn"
        raise WrongUse(f"{seed}: no exhibit is a chart", hint=hint)
    named = {f"{resolved.briefing.id}-{id_}.{format_}": data for id_, data in pictures.items()}
    write_together(out, named)
    return tuple(out / name for name in named)


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


def _checked(resolved: ResolvedBriefing) -> tuple[Problem, ...]:
    """Return the warnings of a briefing; raises Problems when there are errors."""
    problems = check(resolved)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Problems(problems)
    return problems


def input_files(briefing: Briefing, seed: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of a seed that a briefing was read from, with the SHA-256 of what was read."""
    yield Path(briefing.file), briefing.sha256
    for source in briefing.sources:
        yield seed / str(source.file), str(source.sha256)
    for series in briefing.series:
        yield seed / str(series.file), series.sha256
    for exhibit in briefing.exhibits:
        if form := exhibit.image:
            yield seed / str(form.file), str(form.sha256)


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file; empty for one that cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def created_at(briefing: Briefing) -> str:
    """Return the one clock: the edition's date, or SOURCE_DATE_EPOCH where that is set.

    ISO 8601 in UTC. Raises WrongUse when SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return f"{briefing.edition.first.isoformat()}T00:00:00Z"
    try:
        moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        hint = "give seconds since 1970, or unset it"
        raise WrongUse(
            f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds", hint=hint
        ) from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
