"""Parameters: names that stand for values in one model, such as <<country>>, and are given for each output.

A reference is a name in `<<…>>`: no prose has that, and YAML takes it anywhere, also in { } and [ ] where
a brace would end the text. Only a model that has `params:` is looked through; `<<!country>>` stands for
the letters `<<country>>` themselves. Values are put in after the YAML was read: what a value holds can
neither change the form of the model nor refer to another value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Values
from difflib import get_close_matches

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.frozen import dataclass, replace
from briefbook.model.nodes import Mapping, Node, Scalar, Sequence

PARAMS = "params"

NAME = re.compile(r"[a-z][a-z0-9_]*")
_REFERENCE = re.compile(r"<<(!?)([A-Za-z_][A-Za-z0-9_-]*)>>")


@dataclass(frozen=True)
class Instance:
    """One output of a model: the key that its files are named by, and the values of its parameters."""

    key: str
    values: Values[str, str]


@dataclass(frozen=True)
class Declared:
    """A parameter as the model has it."""

    name: str
    default: str | None
    place: SourceLocation


def declared(root: Mapping) -> tuple[Declared, ...]:
    """Return the parameters of a model; raises Problems for a name that cannot be one."""
    entries = next((value for key, value in root.items if key.text == PARAMS), None)
    if entries is None or (isinstance(entries, Scalar) and entries.is_null):
        return ()
    if not isinstance(entries, Mapping):
        message, hint = "“params” wants entries as `name: default`", "such as country: Tajikistan"
        raise Problems((Problem(entries.place, message, hint, "params"),))
    wrong = tuple(
        Problem(
            key.place, f"“{key.text}” cannot be a parameter's name",
            "use small letters, digits and _, a letter first", "params",
        )
        for key, _ in entries.items if not NAME.fullmatch(key.text)
    )  # fmt: skip
    if wrong:
        raise Problems(wrong)
    return tuple(Declared(key.text, _default(value), key.place) for key, value in entries.items)


def _default(value: Node) -> str | None:
    if isinstance(value, Mapping):
        value = next(
            (found for key, found in value.items if key.text == "default"), Scalar("", value.place)
        )
    if isinstance(value, Scalar):
        return None if value.is_null else value.text
    message = "a default is one value"
    raise Problems(
        (Problem(value.place, message, "give other outputs by --params TABLE", "params"),)
    )


def bound(root: Mapping, instance: Instance | None) -> Mapping:
    """Return a model with its references replaced by values; the defaults, where no instance is given.

    Raises Problems for a parameter without a value, and for a reference to none.
    """
    known = declared(root)
    if not known:
        if instance is not None:
            message = "this briefing has no params, and values are given for it"
            hint = "declare them: params: {country: Tajikistan}, and write <<country>> in its texts"
            raise Problems((Problem(root.place, message, hint, "params"),))
        return root
    given = instance.values if instance else {}
    values = {one.name: given.get(one.name, one.default) for one in known}
    problems = [
        Problem(
            one.place, f"the parameter “{one.name}” has no value",
            "give it a default here, or a value for each output by --params TABLE", "params",
        )
        for one in known if values[one.name] is None
    ]  # fmt: skip
    filled = _Filler({name: value or "" for name, value in values.items()}, problems)
    items = tuple(
        (key, _stated(value, values) if key.text == PARAMS else filled.node(value))
        for key, value in root.items
    )
    if problems:
        raise Problems(tuple(problems))
    return Mapping(items, root.place)


def _stated(entries: Node, values: dict[str, str | None]) -> Node:
    """Return the entries of `params` with the values that are used as their defaults."""
    if not isinstance(entries, Mapping):
        return entries
    return Mapping(tuple(_entries(entries, values)), entries.place)


def _entries(entries: Mapping, values: dict[str, str | None]) -> Iterator[tuple[Scalar, Node]]:
    for key, value in entries.items:
        used = Scalar(values[key.text] or "", value.place, is_quoted=True)
        rest = value.items if isinstance(value, Mapping) else ()
        kept = tuple(pair for pair in rest if pair[0].text != "default")
        yield key, Mapping(((Scalar("default", key.place), used), *kept), value.place)


@dataclass
class _Filler:
    """Puts values into the scalars of a model; keys stay as they are."""

    values: dict[str, str]
    problems: list[Problem]

    def node(self, node: Node) -> Node:
        match node:
            case Scalar():
                return self._scalar(node) if "<<" in node.text else node
            case Sequence():
                return replace(node, items=tuple(map(self.node, node.items)))
            case Mapping():
                return replace(
                    node, items=tuple((key, self.node(value)) for key, value in node.items)
                )

    def _scalar(self, node: Scalar) -> Scalar:
        moves: list[tuple[int, int]] = []

        def value(match: re.Match[str]) -> str:
            said = f"<<{match[2]}>>" if match[1] else self._value(match, node)
            moves.append((match.start(), len(said) - len(match[0])))
            return said

        text = _REFERENCE.sub(value, node.text)
        lines = tuple(
            (offset + sum(by for at, by in moves if at < offset), place)
            for offset, place in node.lines
        )
        return replace(node, text=text, lines=lines, is_quoted=True)

    def _value(self, match: re.Match[str], node: Scalar) -> str:
        name = match[2]
        if name in self.values:
            return self.values[name]
        near = get_close_matches(name, self.values, n=1)
        known = (
            f"there are: {', '.join(self.values)}; <<!{name}>> stands for the letters themselves"
        )
        message = f"there is no parameter “{name}”"
        hint = f"did you mean “<<{near[0]}>>”?" if near else known
        self.problems.append(Problem(node.place, message, hint, "params"))
        return match[0]
