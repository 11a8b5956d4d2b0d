"""Every text of every part of both plans is printed, or does something else that is named here."""

import dataclasses
import re
import types
import typing
from enum import Enum
from typing import Any

import pytest

from briefbook.deck import plan as deck_plan
from briefbook.deck.design import DEFAULT, Design
from briefbook.paper import plan as paper_plan
from briefbook.text import Role, Run, Text, plain
from briefbook_figures.display_list import DisplayList, TextMark
from briefbook_figures.spec import Chart, ShapeChart

NAME = re.compile(r"[A-Z]\w+\.\w+")  # Exhibit.title
NAMES = {"Slide.layout": "table", "Fill.slot": "table"}
"""Strings that must name something."""
WORDS = TextMark(0, 0, "Words", "sans", 8, "#000000")
DRAWN = {
    DisplayList: DisplayList(0, 0, (WORDS,)),
    Chart: None,
    ShapeChart: None,
    Design: DEFAULT,  # lengths and layouts: no words of a briefing
}

ELSEWHERE = {
    "properties of the file": {
        f"Meta.{name}"
        for name in ("title", "subject", "author", "keywords", "lang", "created", "creator")
    }
    | {"Press.condition"},
    "files inside the paper": {
        "Attachment.name", "Attachment.mime", "Attachment.description", "Exhibit.attachment",
    },
    "places that links lead to": {
        "Heading.anchor", "Judgements.anchor", "Exhibit.anchor", "Table.anchor",
        "EvidenceEntry.anchor", "EvidenceEntry.back", "Jump.slide",
    },
    "names by which a program tells slides and charts": {
        "Slide.id", "Slide.section", "Slide.exhibit", "Drawing.title", "Photo.title", "Picture.title",
        "Picture.exhibit",
    },
}  # fmt: skip
"""Strings that stand neither on a page or slide nor beside one, by what they are for."""

UNSTATED = {
    "Exhibit.source": Role.APPARATUS,
    "Table.source": Role.APPARATUS,
    "Lead.text": Role.APPARATUS,
    "SourceNote.text": Role.APPARATUS,
    "Colophon.entries": Role.APPARATUS,
}
"""Inline texts whose words need belong to no statement."""


class Filled:
    """A plan with every part and field filled; each text says the name of its own field."""

    def __init__(self, kind: type) -> None:
        self.fields: dict[str, Any] = {}
        """Fields that hold words, with their types."""
        [self.plan] = self._parts(kind)
        self.roles: dict[str, Role] = {}
        """Fields that are printed, with their roles."""
        for text in self.plan.texts():
            for name in NAME.findall(f"{text.label} {plain(text.text)}"):
                self.roles[name] = text.role
        self.repeated = set(NAME.findall(" ".join(self.plan.repeated())))

    def _parts(self, kind: Any) -> list[Any]:
        """Return as many parts of a kind as it has forms."""
        hints = typing.get_type_hints(kind)
        values = {
            name: self._values(hint, f"{kind.__name__}.{name}") for name, hint in hints.items()
        }
        forms = max(map(len, values.values()), default=1)
        return [
            kind(**{name: value[min(at, len(value) - 1)] for name, value in values.items()})
            for at in range(forms)
        ]

    def _values(self, hint: Any, name: str) -> list[Any]:
        """Return a value of a type for each form that it has."""
        if hint in DRAWN:
            return [DRAWN[hint]]
        if hint in (str, Text):
            self.fields[name] = hint
            return [NAMES.get(name, name) if hint is str else (Run(name),)]
        if dataclasses.is_dataclass(hint):
            return self._parts(hint)
        if of := typing.get_args(hint):
            return self._forms(typing.get_origin(hint), of, name)
        return [next(iter(hint))] if issubclass(hint, Enum) else [hint()]

    def _forms(self, form: Any, of: tuple[Any, ...], name: str) -> list[Any]:
        """Return the same for a type that is made of others."""
        if form is typing.Literal:
            return [of[0]]
        if of[-1] is Ellipsis:
            return [tuple(self._values(of[0], name))]
        if form is tuple:
            return [tuple(self._values(part, name)[0] for part in of)]
        return [value for part in of if part is not types.NoneType for value in self._values(part, name)]  # fmt: skip


@pytest.fixture(scope="module", params=[paper_plan.Paper, deck_plan.Deck])
def filled(request):
    return Filled(request.param)


def test_every_text_of_a_plan_is_printed_once_repeated_or_named_above(filled):
    silent = filled.fields.keys() - filled.roles.keys() - filled.repeated - NAMES.keys()
    known = set().union(*ELSEWHERE.values())
    assert silent <= known, "printed nowhere: yield it in texts(), or say above what it is for"
    assert not known & filled.roles.keys()


def test_inline_texts_are_held_against_statements_but_for_those_named_above(filled):
    inline = [name for name, hint in filled.fields.items() if hint == Text]
    loose = {name: filled.roles[name] for name in inline if filled.roles[name] != Role.STATEMENT}
    assert loose == {name: role for name, role in UNSTATED.items() if name in filled.fields}


def test_every_name_above_is_a_field_of_a_plan():
    fields = Filled(paper_plan.Paper).fields | Filled(deck_plan.Deck).fields
    assert set().union(NAMES, UNSTATED, *ELSEWHERE.values()) <= fields.keys()
