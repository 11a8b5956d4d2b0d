"""Changes told to a person: as plain text, as the body of a pull request, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from briefbook.language.phrases import counted, escape_markdown, grouped, numbered
from briefbook.provenance.diff import Changes, FactChange, InputChange, What

_NOTHING = "Nothing changed."
_HEADS = {
    What.ADDED: "Added",
    What.REMOVED: "Removed",
    What.REVISED: "Revised",
    What.EVIDENCE: "Same statement, other evidence",
}
_SIGNS = {What.ADDED: "+", What.REMOVED: "-", What.REVISED: "~", What.EVIDENCE: "="}


def as_text(changes: Changes) -> str:
    """Return the changes for a terminal."""
    return "\n".join(_lines(changes, _plain_head, _plain_fact)) + "\n"


def as_markdown(changes: Changes) -> str:
    """Return the changes as the body of a pull request."""
    return "\n".join(_lines(changes, _marked_head, _marked_fact)) + "\n"


def as_json(changes: Changes) -> str:
    """Return the changes as JSON, the form that docs/editions.md describes."""
    data: dict[str, Any] = {
        "old": _edition(changes.old.date, changes.old.content),
        "new": _edition(changes.new.date, changes.new.content),
        "is_empty": changes.is_empty,
        "facts": [_fact(change) for change in changes.facts],
        "sources": [_input(change) for change in changes.sources],
        "series": [_input(change) for change in changes.series],
        "values": [
            {"what": v.what, "series": v.series, "year": v.year, "old": v.old, "new": v.new}
            for v in changes.values
        ],
        "outputs": [
            {"name": o.name, "is_same_content": o.is_same_content, "is_same_bytes": o.is_same_bytes}
            for o in changes.outputs
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _edition(date: str, content: str) -> dict[str, str]:
    return {"date": date, "content": content}


def _fact(change: FactChange) -> dict[str, Any]:
    fact = change.fact
    return {
        "what": change.what,
        "name": fact.name,
        "statement": fact.statement,
        "old": list(change.old.texts) if change.old else [],
        "new": list(fact.texts) if change.what is not What.REMOVED else [],
        "pages": list(fact.pages),
        "slides": list(fact.slides),
    }


def _input(change: InputChange) -> dict[str, str]:
    return {"what": change.what, "id": change.id, "old": change.old, "new": change.new}


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def _lines(
    changes: Changes,
    head: Callable[[str], Iterator[str]],
    told: Callable[[FactChange], Iterator[str]],
) -> Iterator[str]:
    old, new = changes.old, changes.new
    yield f"{new.title}: edition of {old.date} to edition of {new.date}"
    if changes.is_empty:
        yield _NOTHING
        return
    if old.status != new.status:
        yield f"Status: {old.status}, now {new.status}."
    if old.title != new.title:
        yield f"Title: “{old.title}”, now “{new.title}”."
    for what in (What.REVISED, What.ADDED, What.REMOVED, What.EVIDENCE):
        found = [change for change in changes.facts if change.what is what]
        if found:
            yield from head(f"{_HEADS[what]}: {counted(len(found), 'statement')}")
            for change in found:
                yield from told(change)
    yield from _data_lines(changes, head)
    yield from head("Files")
    for out in changes.outputs:
        same = "other bytes, the same content" if out.is_same_content else "changed"
        yield f"- {out.name}: {'the same, byte for byte' if out.is_same_bytes else same}"


def _data_lines(changes: Changes, head: Callable[[str], Iterator[str]]) -> Iterator[str]:
    if changes.sources or changes.series:
        yield from head("Sources and data")
        yield from (_input_line(change) for change in (*changes.sources, *changes.series))
    if changes.values:
        yield from head(f"Figures: {counted(len(changes.values), 'value')}")
        for value in changes.values:
            words = " → ".join(grouped(v) for v in (value.old, value.new) if v)
            yield f"- {value.title}, {value.year}: {words} ({value.unit}), {value.what}"


def _input_line(change: InputChange) -> str:
    dates = " → ".join(dict.fromkeys(date for date in (change.old, change.new) if date))
    return f"- {change.title}: {change.what}{f' ({dates})' if dates else ''}"


def _where(change: FactChange) -> str:
    fact = change.fact
    places = [*filter(None, (numbered("page", fact.pages), numbered("slide", fact.slides)))]
    was = "was on " if places and change.what is What.REMOVED else ""
    return f"{fact.name}{', ' if places else ''}{was}{', '.join(places)}"


def _plain_head(words: str) -> Iterator[str]:
    yield from ("", words)


def _plain_fact(change: FactChange) -> Iterator[str]:
    yield f"{_SIGNS[change.what]} {_where(change)}"
    if change.what is not What.REVISED:
        yield f"    {change.fact.text}"
    for old, new in _told(change):
        yield from (f"    {word}: {text}" for word, text in (("was", old), ("now", new)) if text)


def _told(change: FactChange) -> Iterator[tuple[str, str]]:
    """Yield what is no more and what is instead: words, or quotes under the same words."""
    if change.what is What.REVISED:
        yield from change.pairs
    if change.what is What.EVIDENCE:
        gone, come = (" ".join(f"“{q}”" for q in quotes) for quotes in change.quotes)
        yield gone, come


def _marked_head(words: str) -> Iterator[str]:
    yield from ("", f"### {words}", "")


def _marked_fact(change: FactChange) -> Iterator[str]:
    where = f"*{escape_markdown(_where(change))}*"
    if change.what is not What.REVISED:
        yield f"- {where}: {escape_markdown(change.fact.text)}"
    for old, new in _told(change):
        head = f"- {where}: " if change.what is What.REVISED else "  - "
        was = f"~~{escape_markdown(old)}~~ " if old else ""
        yield f"{head}{was}→ {escape_markdown(new) or '(none)'}"
