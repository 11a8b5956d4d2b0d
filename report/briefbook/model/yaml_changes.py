"""Entries of a YAML file set, inserted and removed by their path; comments and layout are kept.

Like `yaml_edit`, whose way of writing values it shares: the file is changed where the entry
stands and nowhere else. Afterwards the whole file is read again, and unless it holds exactly what
the changes ask for, nothing is returned.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import lru_cache
from typing import Any

import yaml

from briefbook.errors import SourceLocation, Unwritable
from briefbook.frozen import dataclass
from briefbook.model.nodes import LOADER
from briefbook.model.yaml_edit import is_plain, styled

Path = tuple[str | int, ...]
"""Keys and numbers from the root to an entry: `("claims", 3, "text")`."""
Data = str | list["Data"] | dict[str, "Data"]
"""What a file holds when nothing is guessed: every scalar is the text that was written."""

_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_OPEN = re.compile(r"[ \t]*(?:#[^\r\n]*)?")


@dataclass(frozen=True)
class Set:
    """A new value for the scalar at a path."""

    path: Path
    value: str


@dataclass(frozen=True)
class Insert:
    """A new entry at a path: of a list before the one that has the number, of a mapping at its end.

    `after` names the key of the mapping behind which it is to stand.
    """

    path: Path
    value: Data
    after: str = ""


@dataclass(frozen=True)
class Remove:
    """The entry at a path, with its key."""

    path: Path


Change = Set | Insert | Remove


def data_of(text: str) -> dict[str, Data]:
    """Return what a YAML text holds."""
    data = _data(_root(text))
    return data if isinstance(data, dict) else {}


def at(data: Data, path: Path) -> Any:  # noqa: ANN401  whoever asks knows what stands there
    """Return the entry at a path; None if there is none."""
    entry: Any = data
    for step in path:
        try:
            entry = entry[step]
        except (KeyError, IndexError, TypeError):
            return None
    return entry


def change(text: str, changes: Iterable[Change], file: str) -> str:
    """Return a YAML text with changes made one after the other; raises Unwritable if it cannot be."""
    wanted = data_of(text)
    new = text
    for each in changes:
        try:
            new = _Splice(new).made(each)
            done(wanted, each)
            is_right = _folded(data_of(new)) == _folded(wanted)
        except (LookupError, TypeError, ValueError, StopIteration, yaml.YAMLError) as error:
            raise _refused(each, file) from error
        if not is_right:
            raise _refused(each, file)
    return new


def _refused(each: Change, file: str) -> Unwritable:
    path = ".".join(map(str, each.path))
    return Unwritable(
        f"“{path}” cannot be changed without touching what stands beside it",
        place=SourceLocation(file),
        hint="change it by hand",
    )


def done(data: Data, each: Change) -> None:
    """Make a change in data that a file holds, for whoever goes on from there."""
    parent, last = at(data, each.path[:-1]), each.path[-1]
    match each:
        case Set():
            parent[last] = each.value
        case Insert() if isinstance(parent, list):
            parent.insert(int(last), deepcopy(each.value))
        case Insert():
            if last in parent:
                raise KeyError(last)
            parent[last] = deepcopy(each.value)
        case Remove():
            del parent[last]


@lru_cache(maxsize=4)
def _root(text: str) -> yaml.Node:
    """Return the root of a text, which nobody changes: the same text is asked for again and again."""
    root = yaml.compose(text, Loader=LOADER)
    if root is None:
        raise yaml.YAMLError
    return root


def _data(node: yaml.Node) -> Data:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return str(node.value)


def _folded(data: Data) -> Data:
    """Return data with single spaces: where a block breaks its lines means nothing."""
    if isinstance(data, dict):
        return {key: _folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_folded(item) for item in data]
    return " ".join(data.split())


class _Splice:
    """One change of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def made(self, each: Change) -> str:
        trail = self._trail(each.path if isinstance(each, Set) else each.path[:-1])
        node, in_flow = trail[-1], any(getattr(one, "flow_style", False) for one in trail)
        match each:
            case Set():
                return self._set(node, each.value, in_flow=in_flow)
            case Insert():
                return self._inserted(node, each, in_flow=in_flow)
            case Remove():
                return self._removed(node, each.path[-1], in_flow=in_flow)

    def _trail(self, path: Path) -> list[yaml.Node]:
        """Return the nodes from the root to the one at a path."""
        trail = [_root(self.text)]
        for step in path:
            node: Any = trail[-1]
            if isinstance(node, yaml.SequenceNode):
                trail.append(node.value[step])
            else:
                trail.append(next(value for key, value in node.value if key.value == step))
        return trail

    def _put(self, start: int, end: int, new: str) -> str:
        return self.text[:start] + new + self.text[end:]

    # ── Where things stand ───────────────────────────────────────────────────────────────────────

    def start(self, node: yaml.Node) -> int:
        return self.starts[node.start_mark.line] + node.start_mark.column

    def end(self, node: Any) -> int:  # noqa: ANN401  a node of any sort
        """Return where the last letter of a node is over; PyYAML's mark lies behind what follows."""
        marked: int = self.starts[node.end_mark.line] + node.end_mark.column
        if isinstance(node, yaml.CollectionNode):
            if node.flow_style or not node.value:
                return marked
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        start = self.start(node)
        return start + len(self.text[start:marked].rstrip())

    def _line_start(self, offset: int) -> int:
        return max(start for start in self.starts if start <= offset)

    def _line_end(self, offset: int) -> int:
        """Return where the line ends that an offset is in, before its line end."""
        found = _LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def _past_line(self, offset: int) -> int:
        found = _LINE_END.search(self.text, offset)
        return found.end() if found else len(self.text)

    # ── Changes ──────────────────────────────────────────────────────────────────────────────────

    def _set(self, node: yaml.Node, value: str, *, in_flow: bool) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise TypeError
        start, end = self.start(node), self.end(node)
        new = styled(value, self.text[start:end], node.style or "", in_flow=in_flow)
        gap = " " if start and self.text[start - 1] == ":" else ""
        return self._put(start, end, gap + new)

    def _inserted(self, parent: Any, each: Insert, *, in_flow: bool) -> str:  # noqa: ANN401
        last = each.path[-1]
        before: list[tuple[yaml.Node, yaml.Node]]
        if isinstance(parent, yaml.SequenceNode):
            before = [(item, item) for item in parent.value][: int(last)]
            words: Callable[[Data], str] = _block_item
            flow_words: Callable[[Data], str] = _flow
        else:
            before = self._upto(parent, each.after)
            words = flow_words = _keyed(str(last))
            if (
                before
                and isinstance(before[-1][1], yaml.MappingNode)
                and not before[-1][1].flow_style
            ):
                words = _keyed_block(str(last))  # as its neighbours are written
        if in_flow:
            return self._into_flow(parent, before, flow_words(each.value))
        column = parent.start_mark.column
        lines = (self.newline + " " * column).join(words(each.value).split("\n"))
        if not before:
            at_ = self._line_start(self.start(parent))
            return self._put(at_, at_, " " * column + lines + self.newline)
        at_ = self._line_end(self.end(before[-1][1]))
        return self._put(at_, at_, f"{self.newline}{' ' * column}{lines}")

    def _upto(self, parent: Any, after: str) -> list[tuple[yaml.Node, yaml.Node]]:  # noqa: ANN401
        items: list[tuple[yaml.Node, yaml.Node]] = parent.value
        count = next((n for n, (key, _) in enumerate(items, 1) if key.value == after), len(items))
        return items[:count]

    def _into_flow(
        self, parent: yaml.Node, before: list[tuple[yaml.Node, yaml.Node]], words: str
    ) -> str:
        if before:
            at_ = self.end(before[-1][1])
            return self._put(at_, at_, f", {words}")
        at_ = self.start(parent) + 1
        return self._put(at_, at_, f"{words}, " if parent.value else words)

    def _removed(self, parent: Any, last: str | int, *, in_flow: bool) -> str:  # noqa: ANN401
        if isinstance(parent, yaml.SequenceNode):
            number = int(last)
            items = [(item, item) for item in parent.value]
        else:
            items = parent.value
            number = next(n for n, (key, _) in enumerate(items) if key.value == last)
        first, value = items[number]
        start, end = self.start(first), self.end(value)
        if in_flow:
            if number:
                return self._put(self.end(items[number - 1][1]), end, "")
            return self._put(start, self.start(items[1][0]) if len(items) > 1 else end, "")
        if len(items) == 1:
            # An empty block is no block: it is written as an empty list or mapping.
            empty = "[]" if isinstance(parent, yaml.SequenceNode) else "{}"
            begin = len(self.text[: self.start(parent)].rstrip())
            return self._put(begin, end, f" {empty}")
        is_inline = self.text[self._line_start(start) : start].strip(" -") != "" or (
            parent.start_mark.line == first.start_mark.line
            and isinstance(parent, yaml.MappingNode)
            and self.text[self._line_start(start) : start].strip() != ""
        )
        if is_inline:  # `- id: x`: the next key moves up beside the dash
            return self._put(start, self.start(items[number + 1][0]), "")
        return self._put(self._line_start(start), self._past_line(end), "")


def _flow(value: Data) -> str:
    """Return a value in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if is_plain(value, in_flow=True) else json.dumps(value, ensure_ascii=False)


def _keyed(key: str) -> Callable[[Data], str]:
    def words(value: Data) -> str:
        plain = isinstance(value, str) and is_plain(value, in_flow=False) and "\n" not in value
        return f"{key}: {value if plain else _flow(value)}"

    return words


def _keyed_block(key: str) -> Callable[[Data], str]:
    def words(value: Data) -> str:
        if not isinstance(value, dict):
            return _keyed(key)(value)
        lines = (_keyed(name)(entry) for name, entry in value.items())
        return f"{key}:" + "".join(f"\n  {line}" for line in lines)

    return words


def _block_item(value: Data) -> str:
    """Return an item of a list; a mapping has a line for each key."""
    if isinstance(value, dict):
        return "- " + "\n  ".join(_keyed(key)(entry) for key, entry in value.items())
    return f"- {_flow(value)}"
