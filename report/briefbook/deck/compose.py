"""Briefing → Deck: the answer, its exhibits one a slide, how sure it is, what it means; evidence behind.

What an audience sees is an argument of about ten slides and says nothing twice. Whatever bears it
stands on hidden slides after the close, and in the notes.
"""

from __future__ import annotations

from dataclasses import field

from briefbook.deck import backup, changes, closing, exhibits, opening, points
from briefbook.deck.design import DeckForm, design, using
from briefbook.deck.fills import words_fill
from briefbook.deck.measure import text_width, widest
from briefbook.deck.plan import Deck, Meta, Slide
from briefbook.deck.statement_text import StatementText
from briefbook.evidence.locators import marking_of, meta_of
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.revisions import Revisions
from briefbook.exhibits import ChartData
from briefbook.frozen import dataclass, replace
from briefbook.localization import translate
from briefbook.model import Briefing, Exhibit, ExhibitPart, Section
from briefbook.text import Run, Style, Text

_TRACKER_PT = 12.0
_BETWEEN = "  ·  "
_OPENING, _SHORT = 2, 6
"""Slides that open every deck, and how many a short one has."""


def compose_deck(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    created: str,
    revisions: Revisions | None = None,
    form: DeckForm | None = None,
) -> Deck:
    """Return the plan of the deck, its sizes not yet settled; the briefing must have been checked.

    `created` is the edition's moment, ISO 8601 in UTC; `revisions` what it says otherwise than an
    earlier edition, where that is to be told; `form` how it is laid out, and whether it is short.
    """
    form = form or DeckForm()
    with using(form.design):
        told = _Told(StatementText(resolved), charts)
        told.open()
        for section in resolved.briefing.sections:
            told.section(section)
        told.close(revisions)
        if form.is_short:
            told.shorten()
        slides = (*told.tracked(), *map(_behind, told.hidden))
    return Deck(_meta(resolved.briefing, created), slides, form.design)


@dataclass
class _Told:
    """The slides so far: what the audience sees, what stands behind, and what has been said."""

    texts: StatementText
    charts: dict[str, ChartData]
    shown: list[tuple[Slide, Section | None]] = field(default_factory=list)
    hidden: list[Slide] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def open(self) -> None:
        """Tell the answer, and show the exhibit that leads."""
        briefing = self.texts.briefing
        self.shown = [
            (opening.cover(briefing), None),
            (opening.answer(self.texts), None),
        ]
        self.said |= {str(claim.id) for claim in opening.reasons(self.texts)}
        if briefing.lead_exhibit:
            lead = briefing.exhibit(str(briefing.lead_exhibit))
            owner = next((s for s in briefing.sections if lead.id in _exhibits(s)), None)
            slide = exhibits.lead(self.texts, lead, self.charts.get(str(lead.id)), self.said)
            self._show(replace(slide, section=opening.OPENING), owner)

    def section(self, section: Section) -> None:
        """Show a section's exhibits; one that has none is told in words."""
        slides = [self._exhibit(section, exhibit) for exhibit in self._own(section)]
        visible = [slide for slide in slides if slide]
        for slide in visible:
            self._show(slide, section)
        claims = [] if visible else points.chosen(self.texts, section, self.said)
        if claims:
            self._show(points.slide(self.texts, section, claims), section)
        if section.slide and len(claims) < len(section.slide):
            is_titled = bool(claims)
            behind = points.backup(
                self.texts, section, self.said, backup.BACKUP, is_titled=is_titled
            )
            self.hidden += [behind] if behind else []

    def _own(self, section: Section) -> list[Exhibit]:
        briefing = self.texts.briefing
        found = [
            briefing.exhibit(id_) for id_ in _exhibits(section) if id_ != briefing.lead_exhibit
        ]
        return [exhibit for exhibit in found if exhibit.is_on_slides]

    def _exhibit(self, section: Section, exhibit: Exhibit) -> Slide | None:
        """Return the slide of an exhibit; a table beside other exhibits, or a short one, stands behind."""
        slide = exhibits.slide(self.texts, exhibit, self.charts.get(str(exhibit.id)))
        slide = replace(slide, section=str(section.title))
        if exhibit.table is None:
            return slide
        is_alone = len(self._own(section)) == 1
        if is_alone and len(exhibit.table.rows) >= exhibits.FEWEST_ROWS:
            return slide
        self.hidden.append(replace(slide, section=backup.BACKUP, is_hidden=True))
        return None

    def close(self, revisions: Revisions | None) -> None:
        """Say what changed, how sure it is and what it means; put the evidence behind."""
        if revisions is not None and revisions.entries:
            self._show(changes.slide(revisions), None)
        for slide in (*closing.sureness(self.texts), *closing.meaning(self.texts)):
            self._show(slide, None)
        is_told = any(slide.id == "caveats" for slide, _ in self.shown)
        remarks = closing.remarks(self.texts, backup.BACKUP, is_hidden=True)
        if remarks and not is_told:
            self.hidden.append(remarks)
        self.hidden += [*backup.sources(self.texts), backup.evidence(self.texts)]

    def shorten(self) -> None:
        """Keep the answer, the exhibits that bear it, and the close: six in all.

        What bears them is in the notes; nothing stands behind them.
        """
        numbered = list(enumerate(self.shown))
        kept = [n for n, (slide, _) in numbered if n < _OPENING or slide.section == closing.CLOSING]
        kept += [n for n, (slide, _) in numbered if slide.id == changes.ID]
        left = [n for n, _ in numbered if n not in kept]
        borne = _statements(self.shown[_OPENING - 1][0])
        # The lead, then what shows a reason of the answer, then whatever comes first.
        ranked = sorted(
            left,
            key=lambda n: (
                self.shown[n][0].section != opening.OPENING,
                not borne & _statements(self.shown[n][0]),
                n,
            ),
        )
        chosen = ranked[: max(0, _SHORT - len(kept))]
        self.shown = [pair for n, pair in numbered if n in kept or n in chosen]
        self.hidden = []

    def _show(self, slide: Slide, section: Section | None) -> None:
        self.shown.append((slide, section))
        self.said |= _statements(slide)

    def tracked(self) -> list[Slide]:
        """Return the visible slides, each with the line that says where the deck stands."""
        sections = {str(s.id): _name(s) for _, s in self.shown if s is not None}
        order = [str(s.id) for s in self.texts.briefing.sections if str(s.id) in sections]
        names = [sections[id_] for id_ in order]
        return [
            slide
            if slide.id == "title"
            else _with_tracker(slide, names, order.index(str(own.id)) if own else -1)
            for slide, own in self.shown
        ]


def _statements(slide: Slide) -> set[str]:
    """Return whose words stand on a slide."""
    runs = (run for text in slide.texts() for run in text.text if isinstance(run, Run))
    return {run.statement for run in runs} - {""}


def _exhibits(section: Section) -> list[str]:
    return [str(part.exhibit) for part in section.body if isinstance(part, ExhibitPart)]


def _name(section: Section) -> str:
    return str(section.running or section.title)


def _with_tracker(slide: Slide, names: list[str], current: int) -> Slide:
    """Return a slide with the names of all sections above its title, the current one set apart."""
    if not names or design().foreign:  # there is no place for it in others' templates
        return slide
    line: list[Run] = []
    for n, name in enumerate(names):
        between = (Run(_BETWEEN, Style.MUTED),) if n else ()
        line += [*between, Run(name) if n == current else Run(name, Style.MUTED)]
    text: Text = tuple(line)
    whole = _BETWEEN.join(names)
    if text_width(whole, _TRACKER_PT, bold=True) * widest() > design().measure_pt:
        if current < 0:
            return slide
        text = (Run(f"{current + 1}  {names[current]}"),)
    return replace(slide, fills=(words_fill("tracker", text), *slide.fills))


def _behind(slide: Slide) -> Slide:
    """Return a hidden slide that says so where others say where the deck stands: prints have it, too."""
    if design().foreign:
        return slide
    words = Run(translate("Backup"), Style.MUTED)
    return replace(slide, fills=(words_fill("tracker", (words,)), *slide.fills))


def _meta(briefing: Briefing, created: str) -> Meta:
    footer = str(briefing.short_title or briefing.title)
    return Meta(**vars(meta_of(briefing, created)), footer=footer, marking=marking_of(briefing))
