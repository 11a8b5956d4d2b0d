"""The whole run: a seed folder in, a paper, a deck and a manifest out."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefbook.checks import check
from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.plan import Deck
from briefbook.errors import BriefbookError, Problem, Problems, Severity, WrongUse
from briefbook.evidence.coverage import cover, coverage_words
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.exhibits import ChartData, make_charts
from briefbook.exhibits.pictures import draw_pictures, save_pictures
from briefbook.manifest import DOCUMENTS
from briefbook.model import Briefing
from briefbook.model.reader import read_briefing
from briefbook.output import held, write_held, write_together
from briefbook.paper.compose import compose_paper
from briefbook.paper.plan import Paper
from briefbook.provenance.audit import Account, account
from briefbook.provenance.edition import read_edition
from briefbook.provenance.ledger import Made
from briefbook.provenance.manifest import make_manifest
from briefbook.provenance.since import revisions_since
from briefbook_figures.errors import ChartError

if TYPE_CHECKING:
    from briefbook.paper.pdf import Rendered

_Plan = TypeVar("_Plan", Paper, Deck)
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
    notes: tuple[str, ...] = ()
    """What was left undone, and why it did not stop the build."""


def build(
    seed: Path,
    out: Path,
    *,
    pdf: bool = True,
    pptx: bool = True,
    prints: frozenset[str] = frozenset(),
    since: Path | None = None,
    report: Report = lambda _: None,
) -> Built:
    """Build a seed's documents into a folder; raises BriefbookError and leaves it as it was.

    `prints` names what is printed of the deck: `slides`, `handout`, or both.
    `since` is the manifest of an earlier edition: both documents then tell what changed. The
    document that is not asked for is planned too, as the manifest tells where each fact stands; if
    it has no room for something, that is noted and stops nothing.
    """
    earlier = read_edition(since) if since else None
    report("reading")
    briefing = read_briefing(seed)
    report("checking")
    resolved = resolve(briefing)
    warnings = _checked(resolved)
    created = created_at(briefing)
    report("drawing")
    charts = make_charts(briefing)
    report("composing")
    told = revisions_since(earlier, resolved, created) if earlier else None
    notes: list[str] = []
    paper = _wanted_or_noted(
        lambda: compose_paper(resolved, charts, draw_pictures(charts), created, told),
        "paper", notes, is_wanted=pdf,
    )  # fmt: skip
    deck = _wanted_or_noted(
        lambda: fit_deck(compose_deck(resolved, charts, created, told)),
        "deck", notes, is_wanted=pptx or bool(prints),
    )  # fmt: skip
    wanted = {name for name, is_wanted in (("paper", pdf), ("deck", pptx or prints)) if is_wanted}
    accounts = _accounted(resolved, paper, deck, charts, wanted)
    outputs: dict[str, bytes] = {}
    rendered = None
    if pdf and paper:
        from briefbook.paper.pdf import render_paper

        report("rendering the paper")
        rendered = render_paper(paper)
        outputs[DOCUMENTS["paper"].format(briefing.id)] = rendered.data
    if pptx and deck:
        from briefbook.deck.pptx import render_pptx

        report("rendering the deck")
        outputs[DOCUMENTS["deck"].format(briefing.id)] = render_pptx(deck)
    printed = None
    if prints and deck:
        report("printing the slides")
        printed, files = _printed(deck, prints)
        outputs |= {DOCUMENTS[name].format(briefing.id): data for name, data in files.items()}
    report("writing")
    made = _made(paper, deck, charts, rendered, printed)
    name = f"{briefing.id}.json"
    with held(out):  # the manifest keeps what a previous one says: nobody may write in between
        previous = out / name
        old = previous.read_bytes() if previous.is_file() else None
        manifest = make_manifest(resolved, created, made, outputs, old)
        write_held(out, {**outputs, name: manifest})
    written = tuple(out / file for file in (*outputs, name))
    coverage = coverage_words(cover(resolved))
    return Built(written, warnings, accounts, coverage, tuple(notes))


def _made(
    paper: Paper | None,
    deck: Deck | None,
    charts: dict[str, ChartData],
    rendered: Rendered | None,
    printed: Deck | None,
) -> Made:
    if rendered is None:
        return Made(paper, deck, charts, printed=printed)
    drawn, links, bookmarks = rendered.drawn, rendered.links, rendered.bookmarks
    return Made(paper, deck, charts, drawn, links, bookmarks, printed)


def _printed(deck: Deck, prints: frozenset[str]) -> tuple[Deck, dict[str, bytes]]:
    """Return the deck as it is printed, and the files that are asked for."""
    from briefbook.deck.pdf import render_handout, render_slides
    from briefbook.deck.printing import for_print

    printed = for_print(deck)
    renderers = {"slides": render_slides, "handout": render_handout}
    return printed, {name: render(printed) for name, render in renderers.items() if name in prints}


def draw_figures(seed: Path, out: Path, format_: str) -> tuple[Path, ...]:
    """Write each chart of a seed into a folder as a file of its own: `svg`, `png` or `pdf`.

    Raises BriefbookError, and Problems when the seed has errors: no figure leaves unchecked.
    """
    resolved = resolve(read_briefing(seed))
    _checked(resolved)
    pictures = save_pictures(make_charts(resolved.briefing), format_)
    if not pictures:
        hint = "exhibits with columns, lines, shares, amounts, a timeline or a map are drawn"
        raise WrongUse(f"{seed}: no exhibit is a chart", hint=hint)
    named = {f"{resolved.briefing.id}-{id_}.{format_}": data for id_, data in pictures.items()}
    write_together(out, named)
    return tuple(out / name for name in named)


def _wanted_or_noted(
    plan: Callable[[], _Plan], name: str, notes: list[str], *, is_wanted: bool
) -> _Plan | None:
    """Return a document's plan; None, with a note, for one that is not wanted and cannot be made."""
    try:
        return plan()
    except (BriefbookError, ChartError) as error:
        if is_wanted:
            raise
        notes.append(f"the {name} was not asked for, and would not fit: {error}")
        return None


def _accounted(
    resolved: ResolvedBriefing,
    paper: Paper | None,
    deck: Deck | None,
    charts: dict[str, ChartData],
    wanted: set[str],
) -> tuple[Account, ...]:
    """Return the accounts of the plans.

    Raises Problems for a piece of a wanted document that nobody answers for.
    """
    accounts = account(resolved.briefing, paper, deck, charts)
    lost = [problem for entry in accounts if entry.name in wanted for problem in entry.problems]
    if lost:
        raise Problems(tuple(lost))
    return accounts


def _checked(resolved: ResolvedBriefing) -> tuple[Problem, ...]:
    """Return the warnings of a briefing; raises Problems when there are errors."""
    problems = check(resolved)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Problems(problems)
    return problems


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
