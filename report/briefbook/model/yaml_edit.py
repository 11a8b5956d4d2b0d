"""A few values of a YAML file exchanged, every other byte left as it is.

The file is never written anew from data: each value is replaced where it stands, in the style in
which it was written where that style can hold it. Afterwards the whole file is parsed again, and
unless exactly the wanted values have changed, nothing is returned.
"""

from __future__ import annotations

import json
import re
import textwrap

import yaml

from briefbook.errors import Problems, SourceLocation, Unwritable
from briefbook.frozen import dataclass
from briefbook.model.nodes import LOADER, Mapping, Scalar, compose

_WIDTH = 100


@dataclass(frozen=True)
class Replacement:
    """A new value for the scalar that begins at a place."""

    place: SourceLocation
    text: str


@dataclass(frozen=True)
class Addition:
    """A key and value to stand after the value that begins at a place, in the same mapping."""

    after: SourceLocation
    key: str
    text: str


@dataclass(frozen=True)
class _Written:
    """A scalar in the file: where, how, and what it says."""

    start: int
    end: int
    style: str
    """`'`, `"`, `|`, `>`, or empty for a plain one."""
    text: str
    in_flow: bool


def splice(text: str, edits: tuple[Replacement | Addition, ...], file: str) -> str:
    """Return a YAML text with some values exchanged or added; raises Unwritable if it cannot be."""
    written = _written(text)
    changes: list[tuple[int, int, str]] = []
    for edit in edits:
        place = edit.place if isinstance(edit, Replacement) else edit.after
        scalar = written.get((place.line, place.column))
        if scalar is None:
            raise Unwritable(
                "this value cannot be found again", place=place, hint="change it by hand"
            )
        changes.append(
            (scalar.start, scalar.end, _styled(edit.text, scalar, text))
            if isinstance(edit, Replacement)
            else _added(edit, scalar, text)
        )
    spliced = text
    for start, end, new in sorted(changes, reverse=True):
        spliced = spliced[:start] + new + spliced[end:]
    _verify(text, spliced, edits, file)
    return spliced


def value_at(root: Mapping, *path: str) -> Scalar | None:
    """Return the scalar under a path of keys; None if there is none."""
    node: object = root
    for key in path:
        if not isinstance(node, Mapping):
            return None
        node = next((value for name, value in node.items if name.text == key), None)
    return node if isinstance(node, Scalar) else None


# ── Where values stand ───────────────────────────────────────────────────────────────────────────


def _written(text: str) -> dict[tuple[int, int], _Written]:
    """Return every scalar by its line and column."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|[\r\n\x85\u2028\u2029]", text))]
    found: dict[tuple[int, int], _Written] = {}
    flows: list[bool] = []
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            flows.append(bool(event.flow_style))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            flows.pop()
        elif isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            first, last = event.start_mark, event.end_mark
            start = starts[first.line] + first.column
            end = starts[last.line] + last.column
            end = start + len(text[start:end].rstrip())
            scalar = _Written(start, end, event.style or "", event.value, any(flows))
            found[first.line + 1, first.column + 1] = scalar
    return found


def _styled(value: str, scalar: _Written, text: str) -> str:
    """Return a value as it is to be written in a scalar's place."""
    return styled(value, text[scalar.start : scalar.end], scalar.style, in_flow=scalar.in_flow)


def styled(value: str, old: str, style: str, *, in_flow: bool) -> str:
    """Return a value in the style of what is written in its place, where that can hold it."""
    if style in ("|", ">"):
        return _block(value, old)
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    if style == '"' or not is_plain(value, in_flow=in_flow):
        return json.dumps(value, ensure_ascii=False)
    return value


def _block(value: str, old: str) -> str:
    """Return a value as a block: its sign, then lines as far in as the old ones."""
    sign, _, body = old.partition("\n")
    line_end = "\r\n" if sign.endswith("\r") else "\n"
    indent = re.match(r"\s*", body.lstrip("\r\n"))
    margin = indent[0] if indent else "  "
    width = max(len(margin) + 20, _WIDTH)
    lines = textwrap.wrap(
        value, width, initial_indent=margin, subsequent_indent=margin,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return line_end.join((sign.rstrip("\r"), *lines))


def is_plain(value: str, *, in_flow: bool) -> bool:
    """Tell whether a value means itself when it is written without quotation marks."""
    line = f"- {{key: {value}, next: 1}}\n" if in_flow else f"- key: {value}\n"
    try:
        scalars = [e for e in yaml.parse(line) if isinstance(e, yaml.ScalarEvent)]
    except yaml.YAMLError:
        return False
    return [e.value for e in scalars][:2] == ["key", value] and "\n" not in value and bool(value)


def _added(edit: Addition, scalar: _Written, text: str) -> tuple[int, int, str]:
    """Return where a new key goes and how it is written, like its neighbour."""
    plain = is_plain(edit.text, in_flow=scalar.in_flow)
    value = edit.text if plain else json.dumps(edit.text, ensure_ascii=False)
    if scalar.in_flow:
        return scalar.end, scalar.end, f", {edit.key}: {value}"
    line_start = text.rfind("\n", 0, scalar.start) + 1
    line_end = text.find("\n", scalar.end)
    at = len(text) if line_end < 0 else line_end - (text[line_end - 1] == "\r")
    lead = re.match(r"(?:- |\s)*", text[line_start : scalar.start])
    margin = " " * len(lead[0] if lead else "")
    newline = "\r\n" if "\r\n" in text else "\n"
    return at, at, f"{newline}{margin}{edit.key}: {value}"


# ── Nothing else has changed ─────────────────────────────────────────────────────────────────────


def places_after(
    old: str, new: str, edits: tuple[Replacement | Addition, ...], file: str
) -> dict[SourceLocation, SourceLocation]:
    """Return where each value of the old text stands in the spliced one."""
    added = _additions(edits)
    now = iter(_written(new))
    places: dict[SourceLocation, SourceLocation] = {}
    for at in _written(old):
        places[SourceLocation(file, *at)] = SourceLocation(file, *next(now))
        for _ in added.get(at, ()):
            next(now)
    return places


def _additions(edits: tuple[Replacement | Addition, ...]) -> dict[tuple[int, int], list[str]]:
    """Return the keys and values that follow the value at a line and column."""
    added: dict[tuple[int, int], list[str]] = {}
    for edit in edits:
        if isinstance(edit, Addition):
            added.setdefault((edit.after.line, edit.after.column), []).extend((edit.key, edit.text))
    return added


def _verify(old: str, new: str, edits: tuple[Replacement | Addition, ...], file: str) -> None:
    """Hold the spliced text against the old one, value by value; raises Unwritable."""
    exchanged = {
        (e.place.line, e.place.column): e.text for e in edits if isinstance(e, Replacement)
    }
    added = _additions(edits)
    wanted: list[str] = []
    for at, scalar in _written(old).items():
        wanted.append(_single(exchanged.get(at, scalar.text)))
        wanted += map(_single, added.get(at, ()))
    try:
        compose(new, file)
        got = [_single(scalar.text) for scalar in _written(new).values()]
    except (Problems, yaml.YAMLError) as error:
        raise Unwritable("the values cannot be exchanged", place=SourceLocation(file)) from error
    if got != wanted:
        wrong = [f"“{b}” would read “{a}”" for a, b in zip(got, wanted, strict=False) if a != b]
        told = wrong[0] if wrong else "a value would come or go"
        raise Unwritable(f"the values cannot be exchanged: {told}", place=SourceLocation(file))


def _single(text: str) -> str:
    return " ".join(text.split())
