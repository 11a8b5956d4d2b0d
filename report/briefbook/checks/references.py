"""Ids are unique and resolve, and every statement has what its kind demands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.citations import supported_statements
from briefbook.language.phrases import did_you_mean
from briefbook.model import (
    BlockPart,
    Briefing,
    Claim,
    Exhibit,
    ExhibitPart,
    ParagraphPart,
    PluginForm,
    Section,
    Statement,
    SubheadingPart,
    Supported,
)
from briefbook.model.locations import place_of
from briefbook.plugins import CHARTS, plugin_named, plugins
from briefbook.text import StatementType

KEY_POINTS = (3, 6)
MOST_IMPLICATIONS = 3
MAX_BOTTOM_LINE_WORDS, MAX_NEXT_STEP_WORDS = 45, 30


def check_references(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for each id that is missing or double, and each statement that lacks a part."""
    yield from _unique(briefing)
    yield from _resolving(briefing)
    for claim in briefing.claims:
        yield from _check_kind(briefing, claim)
    for exhibit in briefing.exhibits:
        yield from _check_form(briefing, exhibit)
    for section in briefing.sections:
        yield from _check_section(briefing, section)
    yield from _check_page_one(briefing)
    yield from _check_judgements(briefing)
    yield from _check_conversions(briefing)


def _problem(
    id_: str,
    message: str,
    hint: str = "",
    rule: str = "reference",
    place: SourceLocation | None = None,
) -> Problem:
    return Problem(
        getattr(id_, "place", None) or place or SourceLocation(""), message, hint, rule, str(id_)
    )


def _unique(briefing: Briefing) -> Iterator[Problem]:
    seen: dict[str, SourceLocation] = {}
    entries: tuple[Statement | Exhibit | Section, ...] = (
        *briefing.claims,
        *briefing.events,
        *briefing.amounts,
        *briefing.glance,
        *briefing.exhibits,
        *briefing.sections,
    )
    for entry in entries:
        if entry.id in seen:
            hint = f"it stands in line {seen[entry.id].line} already"
            yield _problem(entry.id, f"the id “{entry.id}” stands twice", hint, "id-twice")
        seen.setdefault(str(entry.id), entry.place)


def _check_judgements(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for implications and signs to watch that are no judgements, or too many."""
    claims = {str(claim.id): claim for claim in briefing.claims}
    yield from _missing((*briefing.implications, *briefing.watch), claims, "claim")
    for id_ in (*briefing.implications, *briefing.watch):
        if id_ in claims and claims[id_].kind is not StatementType.JUDGEMENT:
            message = f"claim {id_} is {claims[id_].kind}; what findings mean is a judgement"
            yield _problem(id_, message, "name a claim of kind judgement", "form")
    for name in ("implications", "questions"):
        count = len(getattr(briefing, name))
        if count > MOST_IMPLICATIONS:
            message = f"{count} {name}; at most {MOST_IMPLICATIONS} fit"
            yield Problem(briefing.place, message, "choose the ones that matter", "page-one")
    exhibits = [str(exhibit.id) for exhibit in briefing.exhibits]
    yield from _missing(filter(None, (briefing.lead_exhibit,)), exhibits, "exhibit")
    for entry in briefing.assessments:
        yield from _missing(entry.supported_by, briefing.statements, "statement")
        if not entry.supported_by:
            message = f"the assessment “{entry.finding}” rests on nothing"
            yield Problem(entry.place, message, "add `supported_by:`", "no-support")


def _check_conversions(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for each conversion that converts nothing, or by a rate that cannot be."""
    for declared in briefing.conversions:
        if declared.rate <= 0:
            message = f"conversion {declared.id}: a rate of {declared.rate} cannot be"
            hint = f"write how many {declared.to} one {declared.from_} is worth"
            yield _problem(declared.id, message, hint, "form", declared.place)
        if declared.from_.unit == declared.to.unit:
            message = f"conversion {declared.id}: {declared.from_} is converted to itself"
            yield _problem(declared.id, message, "name two units", "form", declared.place)


def _missing(ids: Iterable[str], known: Collection[str], what: str) -> Iterator[Problem]:
    for id_ in ids:
        if id_ not in known:
            hint = did_you_mean(id_, sorted(map(str, known)), "declare it, or correct the id")
            yield _problem(id_, f"there is no {what} “{id_}”", hint)


def _resolving(briefing: Briefing) -> Iterator[Problem]:
    sources = {str(source.id) for source in briefing.sources}
    for statement, _ in supported_statements(briefing):
        quotes = (*getattr(statement, "evidence", ()), *getattr(statement, "says", ()))
        yield from _missing((quote.source for quote in quotes if quote.source), sources, "source")
        yield from _missing(statement.supported_by, briefing.statements, "statement")
    owners: tuple[Supported, ...] = (*briefing.glance, *briefing.exhibits, briefing.bottom_line)
    for owner in owners:
        yield from _missing(owner.supported_by, briefing.statements, "statement")
    claims = {str(claim.id) for claim in briefing.claims}
    yield from _missing(briefing.key_points, claims, "claim")
    yield from _missing(briefing.bottom_line.supports, claims, "claim")
    yield from _missing((e.panel for e in briefing.exhibits if e.panel), claims, "claim")


def _check_kind(briefing: Briefing, claim: Claim) -> Iterator[Problem]:
    has_evidence = bool(briefing.quotes_of(claim))
    if claim.kind in (StatementType.REPORTED, StatementType.ATTRIBUTED) and not has_evidence:
        yield _problem(claim.id, f"claim {claim.id} is {claim.kind} and has no evidence",
                       "add `evidence:` with a quote", "no-evidence", claim.place)  # fmt: skip
    if claim.kind is StatementType.ATTRIBUTED and not claim.voice:
        yield _problem(claim.id, f"claim {claim.id} is attributed and names no voice",
                       "add `voice:`, if need be “unnamed”", "no-voice", claim.place)  # fmt: skip
    if claim.kind is StatementType.COMPUTED and not claim.computed:
        yield _problem(claim.id, f"claim {claim.id} is computed and has no formula",
                       "add `computed:` with a formula for each number", "no-formula", claim.place)  # fmt: skip
    if claim.kind is StatementType.JUDGEMENT and not (claim.supported_by or claim.evidence):
        yield _problem(claim.id, f"claim {claim.id} is a judgement and rests on nothing",
                       "add `supported_by:`", "no-support", claim.place)  # fmt: skip


def _check_form(briefing: Briefing, exhibit: Exhibit) -> Iterator[Problem]:
    if len(exhibit.forms) != 1:
        yield _problem(exhibit.id, f"exhibit {exhibit.id} has {len(exhibit.forms)} forms",
                       "give exactly one of amounts, columns, timeline, shares, line, panels, dots, table, map, image, plugin",
                       "form", exhibit.place)  # fmt: skip
        return
    yield from _check_data(briefing, exhibit)
    yield from _check_series_form(exhibit)
    if exhibit.timeline:
        if not briefing.events:
            message = f"exhibit {exhibit.id} is a timeline, and the briefing has no events"
            yield _problem(exhibit.id, message, "add `events:`, or leave the exhibit out",
                           "chart-parts", exhibit.place)  # fmt: skip
        lanes = {str(lane.kind) for lane in exhibit.timeline.lanes}
        for event in briefing.events:
            if event.kind not in lanes:
                message = f"event {event.id}: the timeline has no lane “{event.kind}”"
                yield _problem(event.kind, message, f"its lanes are: {', '.join(sorted(lanes))}")
        for phase in exhibit.timeline.phases:
            yield from _missing(phase.supported_by, briefing.statements, "statement")
    if exhibit.table:
        yield from _check_table(exhibit)
    if exhibit.image and not exhibit.supported_by:
        yield _problem(exhibit.id, f"exhibit {exhibit.id} is an image, and its finding rests on nothing",
                       "add `supported_by:`, the statements that its takeaway repeats",
                       "no-support", exhibit.place)  # fmt: skip


def _check_series_form(exhibit: Exhibit) -> Iterator[Problem]:
    """Columns and lines have one series, or several in one arrangement."""
    given: tuple[object, ...] = ()
    names = ""
    if exhibit.columns:
        given, names = (
            (exhibit.columns.series, exhibit.columns.groups, exhibit.columns.stack),
            "series, groups, stack",
        )
    elif exhibit.line:
        given, names = (exhibit.line.series, exhibit.line.lines), "series, lines"
    if names and len(list(filter(None, given))) != 1:
        yield _problem(exhibit.id, f"exhibit {exhibit.id} does not say once what it draws",
                       f"give exactly one of {names}", "form", exhibit.place)  # fmt: skip


def _check_data(briefing: Briefing, exhibit: Exhibit) -> Iterator[Problem]:
    series = [str(entry.id) for entry in briefing.series]
    if exhibit.amounts:
        ids = [id_ for group in exhibit.amounts.groups for id_ in group.amounts]
        yield from _missing(ids, {str(a.id) for a in briefing.amounts}, "amount")
    if exhibit.columns:
        yield from _missing(filter(None, (exhibit.columns.series,)), series, "series")
    if exhibit.line:
        yield from _missing(filter(None, (exhibit.line.series, exhibit.line.of)), series, "series")
    if exhibit.shares:
        shared = (id_ for part in exhibit.shares.parts for id_ in part.plotted.ids)
        yield from _missing(shared, series, "series")
    if exhibit.plugin:
        yield from _check_plugin(exhibit, exhibit.plugin)
    plotted = (id_ for part in exhibit.plotted for id_ in (part.series, part.less, part.of))
    yield from _missing(filter(None, plotted), series, "series")


def _check_plugin(exhibit: Exhibit, form: PluginForm) -> Iterator[Problem]:
    """A plugin's form is installed, and draws something."""
    if plugin_named(CHARTS, str(form.form)) is None:
        names = ", ".join(point.name for point in plugins(CHARTS))
        hint = f"installed: {names}" if names else "install the package that brings it"
        message = f"exhibit {exhibit.id}: no installed package has the chart form “{form.form}”"
        yield _problem(form.form, message, hint, "form", exhibit.place)
    if not form.parts:
        yield _problem(exhibit.id, f"exhibit {exhibit.id} draws no series", "give `parts:`",
                       "form", exhibit.place)  # fmt: skip


def _check_table(exhibit: Exhibit) -> Iterator[Problem]:
    table = exhibit.table
    if table is None:
        return
    count = len(table.headers)
    if len(table.widths) != count:
        yield _problem(exhibit.id, f"table {exhibit.id}: {count} headers and {len(table.widths)} widths",
                       "give one width a column", "form", exhibit.place)  # fmt: skip
    for row in table.rows:
        if len(row.cells) != count - 1:
            yield _problem(row.name, f"table {exhibit.id}: row “{row.name}” has {len(row.cells)} cells beside its name",
                           f"give {count - 1}", "form", exhibit.place)  # fmt: skip


def _check_section(briefing: Briefing, section: Section) -> Iterator[Problem]:
    claims = {str(claim.id): claim for claim in briefing.claims}
    exhibits = [str(exhibit.id) for exhibit in briefing.exhibits]
    if not any(not isinstance(part, SubheadingPart) for part in section.body):
        message = f"section {section.id} is a heading with nothing under it"
        hint = "give it a paragraph or an exhibit, or leave it away"
        yield _problem(section.id, message, hint, "empty-section", section.place)
    for part in section.body:
        if isinstance(part, ParagraphPart):
            yield from _missing(part.claims, claims, "claim")
            yield from _missing(part.see, exhibits, "exhibit")
        if isinstance(part, BlockPart):
            yield from _missing((part.block,), claims, "claim")
            if part.block in claims and claims[part.block].kind is StatementType.REPORTED:
                yield _problem(part.block, f"claim {part.block} is reported; only the other kinds are set as blocks",
                               "put it among the claims of a paragraph", "form")  # fmt: skip
        if isinstance(part, ExhibitPart):
            yield from _missing((part.exhibit,), exhibits, "exhibit")
        if isinstance(part, ParagraphPart | BlockPart):
            yield from _missing((note.claim for note in part.notes), claims, "claim")
    yield from _missing((*section.slide, *filter(None, (section.aside,))), claims, "claim")


def _check_page_one(briefing: Briefing) -> Iterator[Problem]:
    low, high = KEY_POINTS
    line = briefing.bottom_line
    if not low <= len(briefing.key_points) <= high:
        message = f"{len(briefing.key_points)} key points; {low} to {high} fit the page"
        yield Problem(briefing.place, message, "choose the ones that matter", "page-one")
    for claim in briefing.claims:
        if claim.id in briefing.key_points and not claim.lead:
            yield _problem(claim.id, f"claim {claim.id} is a key point and has no lead",
                           "add `lead:`, its finding in one sentence", "page-one", claim.place)  # fmt: skip
    if not line.supported_by:
        yield Problem(
            line.place,
            "the bottom line rests on nothing",
            "add `supported_by:`",
            "no-support",
        )
    if (count := len(line.text.split())) > MAX_BOTTOM_LINE_WORDS:
        message = f"a bottom line of {count} words; at most {MAX_BOTTOM_LINE_WORDS} fit"
        yield Problem(place_of(line.text, line.place), message, "shorten it", "page-one")
    if (count := len(line.next_step.split())) > MAX_NEXT_STEP_WORDS:
        message = f"a next step of {count} words; at most {MAX_NEXT_STEP_WORDS} fit"
        yield Problem(place_of(line.next_step, line.place), message, "name one step", "page-one")
    if len([s for s in briefing.sources if not s.is_outside]) == 1 and not briefing.notice:
        message = "this briefing rests on a single source and page one does not say so"
        yield Problem(briefing.place, message, "add `notice:`", "page-one")
