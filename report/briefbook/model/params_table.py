"""A table of values, CSV or XLSX: a row for each output, its key in the first column, then the parameters."""

from __future__ import annotations

import re
from pathlib import Path

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.language.phrases import did_you_mean
from briefbook.model.params import Declared, Instance
from briefbook.model.table_cells import Cell, cells_of
from briefbook.sources.read import read_bytes

KEY = "key"
_KEY = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*")
_MAX_BYTES = 5 * 1024 * 1024
_MOST_ROWS = 5000
_MOST_PROBLEMS = 20


def read_table(path: Path, params: tuple[Declared, ...]) -> tuple[Instance, ...]:
    """Return the instances that a table has; raises Problems with every wrong cell, Unreadable."""
    rows = cells_of(read_bytes(path, _MAX_BYTES), str(path))
    kept = [row for row in rows if any(cell.text for cell in row)]
    if len(kept) < 2:  # noqa: PLR2004  a head and a row
        message, hint = (
            "no row of values",
            "the first line names key and parameters, each further one an output",
        )
        raise Problems((Problem(SourceLocation(str(path)), message, hint, "params"),))
    if len(kept) > _MOST_ROWS:
        message = f"more than {_MOST_ROWS:,} rows"
        raise Problems((Problem(SourceLocation(str(path)), message, "split the table", "params"),))
    head, *body = kept
    problems = list(_head_problems(head, params))
    if problems:
        raise Problems(tuple(problems))
    found = [_instance(row, head, params, problems) for row in body]
    seen: dict[str, Cell] = {}
    for row in body:
        first = row[0]
        if first.text.casefold() in seen:
            message = f"the key “{first.text}” stands twice, and files are named by it"
            problems.append(Problem(first.place, message, "", "params"))
        seen[first.text.casefold()] = first
    if problems:
        raise Problems(tuple(problems[:_MOST_PROBLEMS]))
    return tuple(found)


def _head_problems(head: list[Cell], params: tuple[Declared, ...]) -> list[Problem]:
    names = [param.name for param in params]
    problems = []
    if head[0].text != KEY:
        message = f"the first column is called “{head[0].text}”, and names the outputs"
        problems.append(Problem(head[0].place, message, f"call it “{KEY}”", "params"))
    for at, cell in enumerate(head[1:], 1):
        if cell.text not in names:
            hint = did_you_mean(cell.text, names, f"params has: {', '.join(names)}")
            problems.append(
                Problem(cell.place, f"the briefing has no parameter “{cell.text}”", hint, "params")
            )
        elif cell.text in [other.text for other in head[1:at]]:
            problems.append(
                Problem(cell.place, f"the column “{cell.text}” stands twice", "", "params")
            )
    told = [cell.text for cell in head]
    for param in params:
        if param.default is None and param.name not in told:
            message = f"no column “{param.name}”, and the parameter has no default"
            problems.append(
                Problem(head[-1].place, message, f"it is declared in {param.place}", "params")
            )
    return problems


def _instance(
    row: list[Cell], head: list[Cell], params: tuple[Declared, ...], problems: list[Problem]
) -> Instance:
    first = row[0]
    if not _KEY.fullmatch(first.text):
        message = f"“{first.text}” cannot name a file" if first.text else "no key"
        problems.append(Problem(first.place, message, "use letters, digits, - . and _", "params"))
    values: dict[str, str] = {}
    defaults = {param.name: param.default for param in params}
    for at, name in enumerate(cell.text for cell in head):
        if not at:
            continue
        cell = row[at] if at < len(row) else None
        if cell is not None and cell.text:
            values[name] = cell.text
        elif defaults[name] is None:
            place = cell.place if cell is not None else first.place
            message = f"no value for “{name}” in the row “{first.text}”"
            problems.append(Problem(place, message, "", "params"))
    if len(row) > len(head) and any(cell.text for cell in row[len(head) :]):
        problems.append(Problem(row[len(head)].place, "a value without a column", "", "params"))
    return Instance(first.text, values)
