"""How a problem of a finished file is said: file, place, what, which fact, and what is right."""

from __future__ import annotations

from briefbook.errors import Problem, SourceLocation
from briefbook.language.phrases import numbered
from briefbook.verify.compare import Difference
from briefbook.verify.ledger import Ledger, Passage

_LONGEST = 240
"""Letters of a text that a message quotes."""


class Reporter:
    """Makes problems of one file."""

    def __init__(self, file: str, ledger: Ledger) -> None:
        """Keep the file's name, and what the ledger calls each statement."""
        self._file = file
        self._names = names_of(ledger)
        self._printed = _printed(ledger)

    def problem(self, place: str, message: str, rule: str, statement: str = "") -> Problem:
        """Return a problem at a place such as `page 3`; empty for the whole file."""
        where = SourceLocation(f"{self._file}, {place}" if place else self._file)
        about = f" ({self._names.get(statement, statement)})" if statement else ""
        return Problem(where, f"{message}{about}", self._elsewhere(statement), rule, statement)

    def difference(self, difference: Difference) -> Problem:
        """Return what to say of words that differ."""
        should, does = _cut(difference.should), _cut(difference.does)
        if should and does:
            message, rule = f"says “{does}”; the ledger has “{should}”", "text-differs"
        elif should:
            message, rule = f"“{should}” is missing", "text-missing"
        else:
            message, rule = f"says “{does}”, which is not in the ledger", "text-unknown"
        return self.problem(difference.place, message, rule, difference.statement)

    def _elsewhere(self, statement: str) -> str:
        """Return where the other places of a statement are."""
        return f"the ledger has it on {places}" if (places := self._printed.get(statement)) else ""


def names_of(ledger: Ledger) -> dict[str, str]:
    """Return what each statement is called: `claim transit`."""
    names: dict[str, str] = {}
    for fact in ledger.facts:
        if fact["statement"]:
            names.setdefault(str(fact["statement"]), str(fact["name"]))
    return names


def _printed(ledger: Ledger) -> dict[str, str]:
    pages: dict[str, set[int]] = {}
    slides: dict[str, set[int]] = {}
    for passage in ledger.paper.texts:
        for statement in _statements(passage):
            pages.setdefault(statement, set()).update(passage.pages)
    for number, slide in enumerate(ledger.deck.slides, 1):
        for passage in slide.texts:
            for statement in _statements(passage):
                slides.setdefault(statement, set()).add(number)
    return {
        statement: " and ".join(
            filter(
                None,
                (
                    numbered("page", pages.get(statement, ())),
                    numbered("slide", slides.get(statement, ())),
                ),
            )
        )
        for statement in {**pages, **slides}
    }


def _statements(passage: Passage) -> set[str]:
    return {statement for _, statement in passage.parts if statement}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
