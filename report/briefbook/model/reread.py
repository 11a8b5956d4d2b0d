"""A briefing read again and again while somebody writes: what has not changed is neither parsed nor decoded.

The file is taken apart at the keys of its root and at the entries of its long lists. A part that is as
it was, and stands where it stood, keeps its nodes, and these the values that were decoded from them.
Whatever is not plainly such a part, and whatever is amiss, is read as a whole: so nothing is read
otherwise than a build reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefbook.model.nodes import Mapping, Node, Scalar, Sequence, compose, compose_part
from briefbook.model.reader import KEPT

_KEY = re.compile(r"[A-Za-z_][\w-]*:(?=[ \t\n]|$)")
_ALONE = re.compile(r"[\w-]+:[ \t]*(?:#.*)?\n")
_ENTRY = re.compile(r" *- ")
_ODD = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029\ufeff]")
"""Ends of lines that not everybody takes for one."""
_LONG = 30
"""Lines of a list whose entries are parts of their own."""


class Kept:
    """Nodes by their text and place, and decoded values by their nodes; of the last reading alone."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: dict[tuple[str, str, int, int], Node] = {}
        self._values: dict[tuple[int, object], tuple[Node, Any]] = {}
        self._now: dict[tuple[int, object], tuple[Node, Any]] = {}

    def compose(self, text: str, file: str) -> Mapping:
        """Return the root mapping of a YAML text; raises Problems as `nodes.compose` does."""
        before, self._parts = self._parts, {}
        self._values, self._now = self._now, {}

        def part(words: str, line: int, depth: int) -> Node:
            key = file, words, line, depth
            node = before.get(key) or compose_part(words, file, line, depth)
            if node is None:
                raise _NotByParts
            self._parts[key] = node
            return node

        try:
            items = [_item(lines, first, part) for first, lines in _parts(text)]
        except _NotByParts:
            return compose(text, file)
        is_plain = len({key.text for key, _ in items}) == len(items) > 0
        return Mapping(tuple(items), items[0][0].place) if is_plain else compose(text, file)

    def value(self, node: Node, kind: object) -> tuple[Any] | None:
        """Return what was decoded from a node before, alone in a tuple; None for nothing."""
        key = id(node), kind
        found = self._values.get(key) or self._now.get(key)
        if found is None or found[0] is not node:
            return None
        self._now[key] = found
        return (found[1],)

    def keep(self, node: Node, kind: object, value: object) -> None:
        """Keep what was decoded from a node without any problem."""
        self._now[id(node), kind] = node, value


class _NotByParts(Exception):
    """The text is to be read as a whole."""


def _parts(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each key of the root, with how many lines stand before them."""
    if _ODD.search(text):
        raise _NotByParts
    own: list[str] = []
    first = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if _KEY.match(line):
            if own:
                yield first, own
            own, first = [line], number
        elif line[0] not in " #-\n" or (not own and line[0] not in "#\n"):
            raise _NotByParts
        elif own:
            own.append(line)
    if own:
        yield first, own


def _item(lines: list[str], first: int, part: Any) -> tuple[Scalar, Node]:  # noqa: ANN401  see Kept
    """Return a key of the root with its value."""
    entries = _entries(lines) if len(lines) > _LONG else []
    if not entries:
        return _only(part("".join(lines), first, 0))
    key, _ = _only(part(lines[0], first, 0))
    nodes = []
    for start, end in zip(entries, [*entries[1:], len(lines)], strict=True):
        node = part("".join(lines[start:end]), first + start, 1)
        if not isinstance(node, Sequence) or len(node.items) != 1:
            raise _NotByParts
        nodes.append(node)
    return key, Sequence(tuple(node.items[0] for node in nodes), nodes[0].place)


def _only(node: Node) -> tuple[Scalar, Node]:
    if not isinstance(node, Mapping) or len(node.items) != 1:
        raise _NotByParts
    return node.items[0]


def _entries(lines: list[str]) -> list[int]:
    """Return the lines with which the entries of a list begin; none for what is no plain list."""
    filled = [n for n, line in enumerate(lines) if n and line.strip() and line.lstrip()[0] != "#"]
    if not filled or not _ALONE.fullmatch(lines[0]) or not (dash := _ENTRY.match(lines[filled[0]])):
        return []
    begins = dash.group()
    deeper = " " * len(begins)
    starts = [n for n in filled if lines[n].startswith(begins)]
    inner = set(filled).difference(starts)
    return starts if all(lines[n].startswith(deeper) for n in inner) else []


@contextmanager
def rereading() -> Iterator[None]:
    """Keep what was read for the next time, from here to the end of the block."""
    token = KEPT.set(Kept())
    try:
        yield
    finally:
        KEPT.reset(token)
