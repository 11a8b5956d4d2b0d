"""The desk as HTML: a bar, and three columns of source, statements, and page or slide.

It works without a script too: each statement is a link, each change a form.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from briefbook.desk.candidates import ShownCandidate
from briefbook.desk.editor import statement_editor
from briefbook.desk.pages import Printed
from briefbook.desk.parts import Look, form, problem_list
from briefbook.desk.snapshot import ShownSource, ShownStatement, Snapshot
from briefbook.errors import Severity
from briefbook.language.phrases import counted, shortened
from briefbook.markup import Child, Markup, document, element, joined
from briefbook.model.parts import BottomLine
from briefbook.model.statements import State
from briefbook.text import StatementType

_SHOWN = {"all": "All", "problems": "With problems", "look": "Wants a look", "draft": "Drafts"}
_LONG = 120
"""Letters of a statement in the list: three lines; the one that is chosen stands whole."""


@dataclass(frozen=True)
class Told:
    """What the bar has to say about the last request."""

    message: str = ""
    hint: str = ""
    is_error: bool = False
    unsaved: str = ""
    """Words that could not be written, so that they are not lost."""


def screen(shown: Snapshot, look: Look, told: Told, *, base: str, can_undo: bool) -> str:
    """Return the whole page; the third column is fetched by the script, or by a link without one."""
    chosen = shown.statement(look.statement)
    address = look.address("view", page=look.page)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("base", href=base),
        element("meta", name="viewport", content="width=device-width"),
        element("title", f"{shown.title} – Briefbook desk"),
        element("link", rel="stylesheet", href="desk.css"),
        element("link", rel="icon", href="data:,"),
        element("script", src="desk.js", defer=True),
    )
    body = element(
        "body",
        _bar(shown, look, told, can_undo=can_undo),
        element(
            "main",
            _source_column(shown, look, chosen),
            _statement_column(shown, look, chosen),
            element(
                "section", element("p", element("a", "Show the page", href=address)),
                id="view", tabindex=0, aria_label="Page", data_view=address,
            ),
        ),
        data_version=shown.version,
    )  # fmt: skip
    return document(head, body, "en")


# ── The bar ──────────────────────────────────────────────────────────────────────────────────────


def _bar(shown: Snapshot, look: Look, told: Told, *, can_undo: bool) -> Markup:
    briefing = shown.resolved.briefing if shown.resolved else None
    borne = briefing.borne_status if briefing else ""
    next_status = (
        form(look, "status", element("button", f"Set status: {borne}"), status=str(borne))
        if briefing and borne != briefing.status
        else None
    )
    return element(
        "header",
        element("h1", shown.title),
        _figures(shown),
        next_status,
        form(look, "undo", element("button", "Undo", disabled=not can_undo, accesskey="z")),
        element(
            "label",
            element("input", type="checkbox", id="keys", checked=True),
            " Keys: a answer, j k statement, e edit, r reviewed, u undo, n p page, 1 2 3 column",
        ),
        _told(told),
        id="bar",
    )


def _figures(shown: Snapshot) -> Markup:
    """Return what a briefing counts: problems, statements by state, and its status."""
    errors = sum(problem.severity is Severity.ERROR for problem in shown.problems)
    warnings = len(shown.problems) - errors
    looked = sum(entry.risk is not None and entry.risk.is_reviewed for entry in shown.statements)
    states = Counter(entry.state for entry in shown.statements if entry.sort != "answer")
    figures = [
        (counted(errors, "error"), "error" if errors else "fine"),
        (counted(warnings, "warning"), "warning" if warnings else "fine"),
        *((f"{states[state]} {state}", "") for state in State if states[state]),
        (f"{looked} reviewed", ""),
    ]
    if shown.resolved:
        figures.append((f"status: {shown.resolved.briefing.status}", "status"))
    spans = [(element("span", text, class_=class_), " ") for text, class_ in figures]
    return element("p", spans, class_="figures")


def _told(told: Told) -> Markup:
    """Return what the last change led to, with the words that could not be written."""
    message = element("p", told.message, element("br") if told.hint else None, told.hint)
    unsaved = element("textarea", told.unsaved, readonly=True, aria_label="Your words, not written")
    return element(
        "div",
        message if told.message else None,
        unsaved if told.unsaved else None,
        id="told", role="alert" if told.is_error else "status",
        class_="error" if told.is_error else None,
    )  # fmt: skip


# ── The source ───────────────────────────────────────────────────────────────────────────────────


def _source_column(shown: Snapshot, look: Look, chosen: ShownStatement | None) -> Markup:
    quote = form(
        look, "quote",
        element("button", "Use as quote", disabled=chosen is None),
        id=chosen.id if chosen else "", was=chosen.mark if chosen else "",
        source="", start="", end="",
    )  # fmt: skip
    add = form(
        look, "add", element("button", "Add a statement"),
        beside=chosen.id if chosen else "", source="", start="", end="",
    )  # fmt: skip
    return element(
        "section",
        element("h2", counted(len(shown.sources), "source")),
        element(
            "div", element("output", "Select words in a source, or walk its sentences with the arrow "
                           "keys (Shift for more than one).", id="picked"), quote, add, id="pick",
        ),
        [_source(source, chosen) for source in shown.sources],
        id="source", tabindex=0, aria_label="Sources",
    )  # fmt: skip


def _source(source: ShownSource, chosen: ShownStatement | None) -> Markup:
    document = source.document
    lit = {
        (anchor.start, anchor.end)
        for shown in (chosen.quotes if chosen else ())
        if shown.quote.source == source.id and (anchor := shown.quote.anchor)
    }
    paragraphs = [
        element(
            "p",
            _marked(source, lit, paragraph.start, paragraph.end),
            data_start=paragraph.start, data_number=paragraph.number,
        )
        for paragraph in document.paragraphs
    ]  # fmt: skip
    return element(
        "article", element("h3", source.title), paragraphs,
        data_source=source.id, aria_label=source.title,
    )  # fmt: skip


def _marked(
    source: ShownSource, lit: set[tuple[int, int]], start: int, end: int
) -> list[Markup | str]:
    """Return a paragraph with what is quoted marked; its text is the source's, letter for letter."""
    text, parts, at = source.document.text, [], start
    for first, last, ids in source.quoted:
        if last <= start or first >= end:
            continue
        parts.append(text[at:first])
        is_lit = any(low <= first and last <= high for low, high in lit)
        parts.append(
            element("mark", text[first:last], data_for=" ".join(ids), title=", ".join(ids),
                    class_="lit" if is_lit else None)
        )  # fmt: skip
        at = last
    return [*parts, text[at:end]]


# ── The statements ───────────────────────────────────────────────────────────────────────────────


def _statement_column(shown: Snapshot, look: Look, chosen: ShownStatement | None) -> Markup:
    listed = [entry for entry in shown.statements if _is_listed(entry, look) or entry is chosen]
    return element(
        "section",
        element("h2", counted(sum(entry.sort != "answer" for entry in listed), "statement")),
        element(
            "nav",
            [
                element("a", name, href=look.address(show=show),
                        aria_current="true" if show == look.show else None)
                for show, name in _SHOWN.items()
            ],
            aria_label="Which statements",
        ),
        problem_list(shown.general, with_place=True),
        element("ol", [_entry(entry, look, shown, is_chosen=entry is chosen) for entry in listed]),
        id="statements", tabindex=0, aria_label="Statements",
    )  # fmt: skip


def _is_listed(entry: ShownStatement, look: Look) -> bool:
    match look.show:
        case "problems":
            return bool(entry.problems)
        case "look":
            return entry.risk is not None and entry.risk.is_over_line
        case "draft":
            return entry.state is State.DRAFT
        case _:
            return True


def _entry(entry: ShownStatement, look: Look, shown: Snapshot, *, is_chosen: bool) -> Markup:
    worst = min((str(problem.severity) for problem in entry.problems), default="")
    signs: list[Child] = [element("span", entry.kind or entry.sort, class_=f"kind {entry.kind}")]
    if entry.sort == "answer" and entry.text.startswith(BottomLine.OPEN):
        signs.append(element("span", "to be written", class_="warning"))
    elif entry.state is not State.EDITED:
        signs.append(element("span", str(entry.state), class_=f"state {entry.state}"))
    if entry.problems:
        signs.append(element("span", counted(len(entry.problems), "problem"), class_=worst))
    if entry.risk and entry.risk.is_reviewed:
        signs.append(element("span", "reviewed", class_="fine"))
    elif entry.risk and entry.risk.is_over_line:
        signs.append(element("span", f"risk {entry.risk.score:.2f}", class_="warning"))
    text = entry.text if is_chosen else shortened(entry.text, _LONG)
    return element(
        "li",
        element(
            "a", element("span", text, class_="said"),
            element("span", entry.id, " ", [(sign, " ") for sign in signs], class_="signs"),
            href=look.address(s=entry.id), aria_current="true" if is_chosen else None,
        ),
        statement_editor(entry, look, _offered(entry, shown)) if is_chosen else None,
        id=f"s-{entry.id}", class_="chosen" if is_chosen else None,
    )  # fmt: skip


def _offered(entry: ShownStatement, shown: Snapshot) -> tuple[ShownCandidate, ...]:
    """Return the candidates for what is to be written: the answer, or a judgement that is a draft."""
    is_judgement = entry.kind == StatementType.JUDGEMENT and entry.state is State.DRAFT
    return shown.candidates if entry.sort == "answer" or is_judgement else ()


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


def view(printed: Printed | None, page: int, look: Look, shown: Snapshot, failure: str = "") -> str:
    """Return what the third column holds: a page, from 0, with the places of its statements."""
    tabs = element(
        "nav",
        [
            element("a", name, href=look.address(doc=document), data_part="view",
                    aria_current="true" if document == look.document else None)
            for document, name in (("paper", "Paper"), ("slides", "Slides"))
        ],
        aria_label="Which document",
    )  # fmt: skip
    if printed is None:
        return joined(element("h2", "Page"), tabs, element("p", failure, class_="error"))
    count = printed.count
    note = failure
    if look.statement and printed.page_of(look.statement) < 0 and not failure:
        note = f"{look.statement} is not printed here by itself."
    steps = [
        element("a", name, href=look.address(page=to), data_part="view", id=id_)
        for name, to, id_ in (("Previous", page - 1, "before"), ("Next", page + 1, "after"))
        if 0 <= to < count
    ]
    other = _on_template(look, shown)
    return joined(
        element("h2", f"{'Page' if look.document == 'paper' else 'Slide'} {page + 1} of {count}"),
        tabs,
        element("nav", steps, aria_label="Pages", class_="steps"),
        element("p", note, class_="note") if note else None,
        element("p", other, class_="note") if other else None,
        _picture(printed, page, look, shown),
    )


def _on_template(look: Look, shown: Snapshot) -> str:
    """Return that the deck which is built looks otherwise: no program but PowerPoint draws a template whole."""
    outputs = shown.resolved.briefing.outputs if shown.resolved else None
    if look.document != "slides" or not outputs or not outputs.template:
        return ""
    return (
        f"Drawn in Briefbook’s own design, with the words of every slide. The deck that is built "
        f"stands on {outputs.template}, and breaks and sizes are those of the template there."
    )


def _picture(printed: Printed, page: int, look: Look, shown: Snapshot) -> Markup:
    width, height = printed.size
    words = {entry.id: entry.text for entry in shown.statements}
    places = [
        element(
            "a",
            [
                element("rect", x=f"{x - 1:.1f}", y=f"{y - 1:.1f}", width=f"{w + 2:.1f}",
                        height=f"{h + 2:.1f}")
                for x, y, w, h in spot.boxes
            ],
            element("title", f"{spot.statement}: {words.get(spot.statement, '')}"),
            href=look.address(s=spot.statement, page=page),
            class_="lit" if spot.statement == look.statement else None,
            tabindex=-1,  # the same choice as in the list of statements, which the keyboard walks
        )
        for spot in printed.spots(page)
    ]  # fmt: skip
    return element(
        "div",
        element(
            "img",
            src=f"picture/{printed.name}/{page}?{urlencode({'v': printed.key})}",
            alt=f"{'Page' if printed.name == 'paper' else 'Slide'} {page + 1} as it is printed",
            width=round(width), height=round(height),
        ),
        element("svg", places, viewBox=f"0 0 {width:.1f} {height:.1f}", aria_hidden="true"),
        class_="picture", data_unsettled=not printed.is_settled,
    )  # fmt: skip
