"""What the columns share: what is looked at, forms that come back to it, and lists of problems."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from briefbook.errors import Problem
from briefbook.markup import Child, Markup, element


@dataclass(frozen=True)
class Look:
    """What of a briefing is looked at."""

    statement: str = ""
    show: str = "all"
    """Which statements are listed."""
    document: str = "paper"
    page: int = -1
    """From 0; the page of the statement if -1."""

    def address(self, base: str = "", **other: str | int) -> str:
        """Return the address of this look, or of one that differs."""
        fields = {"s": self.statement, "show": self.show, "doc": self.document, **other}
        return f"{base}?{urlencode({key: value for key, value in fields.items() if value != ''})}"


def form(look: Look, action: str, /, *children: Child, **hidden: str | int | None) -> Markup:
    """Return a form that does one thing and comes back to the same look."""
    return element(
        "form",
        [
            element("input", type="hidden", name=name, value=value)
            for name, value in hidden.items()
            if value is not None
        ],
        children,
        method="post",
        action=look.address(action),
    )


def problem_list(problems: tuple[Problem, ...], *, with_place: bool = False) -> Markup | None:
    """Return problems as a list, each with its rule and what to do; nothing for none."""
    if not problems:
        return None
    return element(
        "ul",
        [
            element(
                "li",
                element("b", f"{problem.severity}: "),
                problem.message,
                f" ({problem.rule}"
                f"{f', line {problem.place.line}' if with_place and problem.place.line else ''})",
                element("small", problem.hint) if problem.hint else None,
                class_=str(problem.severity),
            )
            for problem in problems
        ],
        class_="problems",
    )
