"""What can be done to the chosen statement, as forms."""

from __future__ import annotations

from briefbook.desk.candidates import Passage, ShownCandidate
from briefbook.desk.parts import Look, form, problem_list
from briefbook.desk.snapshot import ShownStatement
from briefbook.markup import Markup, element
from briefbook.model.statements import State
from briefbook.text import StatementType


def statement_editor(
    entry: ShownStatement, look: Look, candidates: tuple[ShownCandidate, ...] = ()
) -> Markup:
    """Return what can be done to the chosen statement; `candidates` are what it may rest on."""
    own: dict[str, str | int | None] = {"id": entry.id, "was": entry.mark}
    fields = [
        element(
            "label", name,
            element("textarea", text, name=name, rows=max(1, len(text) // 48 + 1), lang="en"),
        )
        for name, text in entry.words
    ]  # fmt: skip
    return element(
        "div",
        problem_list(entry.problems),
        element("p", entry.detail, class_="detail") if entry.detail else None,
        form(look, "words", fields, element("button", "Save the words", class_="main"), **own),
        _candidates(entry, candidates, look, own) if candidates else None,
        _quotes(entry, look, own),
        _risk(entry, look, own),
        _choices(entry, look, own),
        class_="editor",
    )


def _candidates(
    entry: ShownStatement,
    candidates: tuple[ShownCandidate, ...],
    look: Look,
    own: dict[str, str | int | None],
) -> Markup:
    """Return what the sources offer, the weightiest first: what for, why, the passages, and taking it."""
    takes = (
        (("text", "Take as the answer"), ("headline", "Take as the headline"))
        if entry.sort == "answer"
        else (("text", "Rest on this"),)
    )
    items = []
    for one in candidates:
        buttons = [
            form(look, "take", element("button", name), number=one.number, field=field, **own)
            for field, name in takes
        ]
        items.append(
            element(
                "li",
                element("b", one.kind), f": {one.reason}",
                [_passage(passage, look) for passage in one.passages],
                element("p", "Said by ", _link(one.statement, look)) if one.statement else None,
                element("div", buttons, class_="takes"),
            )
        )  # fmt: skip
    return element(
        "div",
        element("h3", "Where it may lie, the weightiest first"),
        element("ol", items, class_="candidates"),
    )


def _passage(passage: Passage, look: Look) -> Markup:
    where = f" {passage.source} ¶ {passage.paragraph}" if passage.source else " not found as it is"
    said = [(_link(id_, look), " ") for id_ in passage.claims]
    return element(
        "p", element("q", passage.text), element("small", where, ", in " if said else "", said)
    )


def _link(id_: str, look: Look) -> Markup:
    return element("a", id_, href=look.address(s=id_))


def _quotes(entry: ShownStatement, look: Look, own: dict[str, str | int | None]) -> Markup:
    items = []
    for shown in entry.quotes:
        found = shown.quote.anchor
        where = f"{shown.quote.source} ¶ {found.paragraph}" if found else "not found, or not once"
        items.append(
            element(
                "li", element("q", shown.quote.text), " ",
                element("small", where + ("" if shown.number is not None else ", borrowed")),
                form(look, "unquote", element("button", "Remove this quote"), number=shown.number, **own)
                if shown.number is not None
                else None,
            )
        )  # fmt: skip
    rests = f"Rests on {', '.join(entry.supported_by)}" if entry.supported_by else None
    words = form(
        look, "pin",
        element("label", "Another quote, by its words", element("textarea", "", name="words", rows=1)),
        element("button", "Add the quote"), **own,
    )  # fmt: skip
    has_quotes = entry.sort not in ("figure at a glance", "answer")
    return element(
        "div",
        element("h3", "Quotes"), element("ul", items, class_="quotes") if items else None,
        element("p", rests) if rests else None, words if has_quotes else None,
    )  # fmt: skip


def _risk(entry: ShownStatement, look: Look, own: dict[str, str | int | None]) -> Markup | None:
    if entry.risk is None:
        return None
    reasons = [element("li", reason) for reason in entry.risk.reasons]
    button = (
        element("p", "A person has looked at it as it stands.")
        if entry.risk.is_reviewed
        else form(
            look, "review", element("button", "Mark as reviewed"), mark=entry.risk.mark, **own
        )
    )
    return element(
        "div", element("h3", f"Risk {entry.risk.score:.2f}"),
        element("ul", reasons) if reasons else None, button,
    )  # fmt: skip


def _choices(entry: ShownStatement, look: Look, own: dict[str, str | int | None]) -> Markup:
    kinds = form(
        look, "kind", _select("kind", "Kind", [str(k) for k in StatementType], entry.kind),
        element("button", "Set"), **own,
    )  # fmt: skip
    states = form(
        look, "state", _select("state", "State", [str(s) for s in State], str(entry.state)),
        element("button", "Set"), element("small", f" by {entry.state_by}") if entry.state_by else None,
        **own,
    )  # fmt: skip
    order = [
        form(look, "move", element("button", name), by=by, **own)
        for name, by in (("Move up", -1), ("Move down", 1))
    ]
    drop = form(look, "drop", element("button", "Drop the statement", class_="danger"), **own)
    is_claim = bool(entry.kind)
    return element(
        "div", kinds if is_claim else None, states, order if is_claim else None, None if entry.sort == "answer" else drop,
        class_="choices",
    )  # fmt: skip


def _select(name: str, label: str, options: list[str], chosen: str) -> Markup:
    return element(
        "label",
        f"{label} ",
        element(
            "select",
            [element("option", option, selected=option == chosen) for option in options],
            name=name,
        ),
    )
