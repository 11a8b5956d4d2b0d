"""YAML as nodes that know their line and column, and nothing guessed.

Scalars stay the text that was written: `NO` is a country code, `1e3` is four characters, and the
model decides what each field means. What makes YAML surprising is refused: duplicate keys, aliases
and anchors, tags, several documents in one file, and nesting without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Protocol, Self

import yaml

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.frozen import dataclass, unguarded

MAX_DEPTH = 20
LOADER = yaml.CLoader if hasattr(yaml, "CLoader") else yaml.Loader
"""The parser that reads briefings: PyYAML's other one refuses a little more."""


_THOUSANDS = re.compile(r"\d(?:,\d{3})+(?!\d)")
_DIGITS = re.compile(r"\d+(?:\.\d+)?(?:\s|$)")


class _Mark(Protocol):
    """A place in the file, as both of PyYAML's parsers give it; counts from 0."""

    line: int
    column: int


class LocatedStr(str):
    """A text of the model that knows where it stands in the file."""

    __slots__ = ("lines", "place")
    place: SourceLocation
    lines: tuple[tuple[int, SourceLocation], ...]
    """(offset in the text, place) of the beginning of each line that the file has of it."""

    def __new__(
        cls, text: str, place: SourceLocation, lines: tuple[tuple[int, SourceLocation], ...] = ()
    ) -> Self:
        """Return the text with its place."""
        words = super().__new__(cls, text)
        words.place = place
        words.lines = lines
        return words

    def __reduce__(self) -> tuple[type[LocatedStr], tuple[object, ...]]:
        """Return what it is made of: so it is copied, and sent to another process, with its place."""
        return type(self), (str(self), self.place, self.lines)


@unguarded
@dataclass(frozen=True)
class Scalar:
    """A value as written; `is_quoted` tells "" from nothing."""

    text: str
    place: SourceLocation
    is_quoted: bool = False
    lines: tuple[tuple[int, SourceLocation], ...] = ()
    """(offset, place) of each line, where offsets count single spaces for white space."""

    @property
    def is_null(self) -> bool:
        """Nothing was written, or one of YAML's words for nothing."""
        return not self.is_quoted and self.text in ("", "~", "null")


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: SourceLocation


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the order of the file."""

    items: tuple[tuple[Scalar, Node], ...]
    place: SourceLocation


Node = Scalar | Sequence | Mapping


@dataclass
class _Composer:
    """Builds nodes from parser events; problems that do not stop it are gathered."""

    file: str
    events: Iterator[yaml.Event]
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    before: int = 0
    """Lines of the file before the text."""

    def problem(self, mark: _Mark | None, message: str, hint: str) -> None:
        self.problems.append(Problem(self.place(mark), message, hint, rule="yaml"))

    def place(self, mark: _Mark | None) -> SourceLocation:
        return (
            SourceLocation(self.file, self.before + mark.line + 1, mark.column + 1)
            if mark
            else SourceLocation(self.file, 1, 1)
        )

    def compose(self, event: yaml.Event, depth: int = 0) -> Node:
        place = self.place(event.start_mark)
        if depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise Problems((Problem(place, message, rule="yaml"),))
        if isinstance(event, yaml.AliasEvent):
            self.problem(event.start_mark, "an alias (*)", "write the value out where it is needed")
            return Scalar("", place)
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            lines = self._lines(event, place)
            return Scalar(event.value, place, is_quoted=bool(event.style), lines=lines)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth)
        return self._mapping(place, depth)

    def _lines(
        self, event: yaml.ScalarEvent, place: SourceLocation
    ) -> tuple[tuple[int, SourceLocation], ...]:
        """Return where each line of a scalar begins, in its text and in the file."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return ()
        if not event.style and event.value and start.line == end.line:  # as most are
            return ((0, place),)
        return tuple(self._several_lines(event, start, end))

    def _several_lines(
        self, event: yaml.ScalarEvent, start: _Mark, end: _Mark
    ) -> Iterator[tuple[int, SourceLocation]]:
        first, last = start.line, min(end.line, len(self.lines) - 1)
        if last > first and end.line == last and not self.lines[last][: end.column].strip():
            last -= 1  # the parser's mark stands before what follows
        column = start.column + (event.style in ("'", '"'))
        if event.style in ("|", ">"):  # the sign stands alone on its line
            first, column = first + 1, 0
        offset = 0
        for number in range(first, last + 1):
            line = self.lines[number][column:]
            if words := line.split():
                at = self.before + number + 1
                yield offset, SourceLocation(self.file, at, column + line.index(words[0]) + 1)
                offset += len(" ".join(words)) + 1
            column = 0

    def _refuse_extras(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None):
            self.problem(
                event.start_mark, "an anchor (&)", "write the value out where it is needed"
            )
        if tag := getattr(event, "tag", None):
            self.problem(event.start_mark, f"a tag ({tag})", "remove it; fields have types")

    def _sequence(self, place: SourceLocation, depth: int) -> Sequence:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.compose(event, depth + 1))
        return Sequence(tuple(items), place)

    def _mapping(self, place: SourceLocation, depth: int) -> Mapping:
        items: list[tuple[Scalar, Node]] = []
        seen: dict[str, SourceLocation] = {}
        cut: dict[int, str] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.compose(event, depth + 1)
            value = self.compose(next(self.events), depth + 1)
            if isinstance(key, Scalar) and (begun := self._begun(event, items, key, value)):
                cut[len(items) - 1] = f"{cut.get(len(items) - 1, begun)},{key.text}"
                continue
            if not isinstance(key, Scalar):
                self.problem(event.start_mark, "a key that is not a word", "write `name: value`")
                continue
            if key.text in seen:
                hint = f"it stands in line {seen[key.text].line} already; remove one"
                self.problem(event.start_mark, f"the key “{key.text}” stands twice", hint)
                continue
            seen[key.text] = key.place
            items.append((key, value))
        self._tell_cut({items[at][1].place: text for at, text in cut.items()})
        return Mapping(tuple(items), place)

    def _begun(
        self, event: yaml.Event, items: list[tuple[Scalar, Node]], key: Scalar, value: Node
    ) -> str:
        """Return the value before a key that is the rest of its number: 000 of {value: USD 14,000}."""
        mark, last = event.start_mark, items[-1][1] if items else None
        is_rest = isinstance(value, Scalar) and not value.text and not key.is_quoted
        if not is_rest or mark is None or not _DIGITS.match(key.text):
            return ""
        is_begun = isinstance(last, Scalar) and not last.is_quoted and last.text[-1:].isdecimal()
        is_close = mark.column and self.lines[mark.line][mark.column - 1] == ","
        return last.text if isinstance(last, Scalar) and is_begun and is_close else ""

    def _tell_cut(self, cut: dict[SourceLocation, str]) -> None:
        for place, text in cut.items():
            message = f"“{text}” has a comma, and inside {{ }} a comma ends the value"
            hint = (
                f'put quotation marks around it: "{text}", or write the number without its commas'
            )
            if not _THOUSANDS.search(text):
                hint = f"write decimals with a point: {text.replace(',', '.')}"
            self.problems.append(Problem(place, message, hint, rule="yaml"))


def compose(text: str, file: str) -> Mapping:
    """Return the root mapping of a YAML text; raises Problems, all at once where possible."""
    composer = _Composer(file, iter(yaml.parse(text, Loader=LOADER)), text.splitlines())
    try:
        root = _document(composer)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = composer.place(mark) if mark else SourceLocation(file, 1, 1)
        message = " ".join(filter(None, (error.context, error.problem)))
        hint = "a value that holds “: ”, “#” or quotation marks needs quotes around it"
        if _is_tab(text, place):
            message, hint = (
                "a tab before the text of a line",
                "indent by spaces: YAML takes no tabs",
            )
        problem = Problem(place, f"not YAML: {message}", hint, rule="yaml")
        raise Problems((*composer.problems, problem)) from error
    except yaml.YAMLError as error:
        raise Problems(
            (Problem(_place_of(error, text, file), f"not YAML: {error}", rule="yaml"),)
        ) from error
    if composer.problems:
        raise Problems(tuple(composer.problems))
    if not isinstance(root, Mapping):
        hint = "begin with `title:`"
        raise Problems(
            (Problem(SourceLocation(file, 1, 1), "this is not a mapping", hint, rule="yaml"),)
        )
    return root


def compose_part(text: str, file: str, before: int, depth: int) -> Node | None:
    """Return a part of a file that is YAML by itself, with the places that it has in the whole.

    `before` counts the lines before it, `depth` the levels above. None for whatever is amiss.
    """
    events = iter(yaml.parse(text, Loader=LOADER))
    composer = _Composer(file, events, text.splitlines(), before=before)
    try:
        root = _document(composer, depth)
    except (yaml.YAMLError, Problems):
        return None
    return None if composer.problems else root


def _is_tab(text: str, place: SourceLocation) -> bool:
    """Tell whether a line is indented by a tab."""
    lines = text.splitlines()
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]


def _place_of(error: yaml.YAMLError, text: str, file: str) -> SourceLocation:
    """A forbidden character is reported by offset, not by line."""
    position = getattr(error, "position", None)
    if position is None:
        return SourceLocation(file, 1, 1)
    before = text[:position]
    return SourceLocation(file, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)


def _document(composer: _Composer, depth: int = 0) -> Node | None:
    root: Node | None = None
    for event in composer.events:
        if isinstance(
            event, yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.DocumentEndEvent
        ):
            continue
        if isinstance(event, yaml.StreamEndEvent):
            break
        if root is not None:
            composer.problem(event.start_mark, "a second document", "a briefing is one document")
            break
        root = composer.compose(event, depth)
    return root
