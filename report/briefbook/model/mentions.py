"""Where a briefing's file names a statement by its id, so that the id can be changed or taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.model.yaml_changes import Change, Data, Path, Remove, Set, at

_LISTS = frozenset(
    "supported_by supports key_points implications watch slide amounts claims".split()
)
"""Fields that hold ids of statements, wherever they stand."""
_SINGLE = frozenset(("block", "aside", "claim", "panel"))
"""Fields that hold one."""
_GROUPS = ("claims", "events", "amounts")


def path_of(data: Data, id_: str) -> Path | None:
    """Return the path of a statement; None if there is none with the id."""
    for group in _GROUPS:
        entries = at(data, (group,))
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and entry.get("id") == id_:
                return (group, number)
    return ("glance", id_) if at(data, ("glance", id_)) is not None else None


def ids_of(data: Data) -> tuple[str, ...]:
    """Return the id of every statement."""
    groups = (entry for group in _GROUPS for entry in at(data, (group,)) or ())
    glance = at(data, ("glance",))
    return (*(str(at(entry, ("id",))) for entry in groups), *(glance or ()))


def renamed(data: Data, old: str, new: str) -> tuple[Change, ...]:
    """Return the changes that give a statement another id, mentions in lists and formulas included."""
    path = path_of(data, old)
    if path is None or path[0] == "glance":  # there the id is the key
        return ()
    changes: list[Change] = [Set((*path, "id"), new)]
    changes += [Set(place, new) for place in _mentions(data, old, ())]
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    for place, formula in _formulas(data, ()):
        if word.search(formula):
            changes.append(Set(place, word.sub(new, formula)))
    for number, mark in enumerate(at(data, ("reviewed",)) or ()):
        if mark.split(" ")[0] == old:
            changes.append(Set(("reviewed", number), f"{new}{mark[len(old) :]}"))
    return tuple(changes)


def dropped(data: Data, id_: str) -> tuple[Change, ...]:
    """Return the changes that take a statement away with its mentions; formulas are left to a person.

    Later entries come first, so that the numbers of those before them stay true.
    """
    path = path_of(data, id_)
    if path is None:
        return ()
    marks = at(data, ("reviewed",)) or ()
    gone = {path, *_mentions(data, id_, ())}
    gone |= {("reviewed", n) for n, mark in enumerate(marks) if mark.split(" ")[0] == id_}
    gone = {_whole(data, place) for place in gone}
    inside = {place for place in gone if any(place[:n] in gone for n in range(1, len(place)))}
    return tuple(Remove(place) for place in sorted(gone - inside, key=_order, reverse=True))


def _whole(data: Data, place: Path) -> Path:
    """Return what goes with an entry: a list of one, and the part of a section that is nothing else."""
    holder = at(data, place[:-1])
    if len(place) > 1 and isinstance(holder, list) and len(holder) == 1:
        return _whole(data, place[:-1])
    if "body" in place[:-1] and isinstance(holder, dict) and place[-1] in ("block", "claims"):
        return place[:-1]
    if place[-1] == "claim":  # a note in the margin
        return place[:-1]
    return place


def _order(place: Path) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in place
    )


def _mentions(data: Data, id_: str, path: Path) -> Iterator[Path]:
    """Yield the path of each id in a list or field that names statements."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            if item == id_ and path and path[-1] in _LISTS:
                yield (*path, number)
            else:
                yield from _mentions(item, id_, (*path, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            if value == id_ and key in _SINGLE:
                yield (*path, key)
            else:
                yield from _mentions(value, id_, (*path, key))


def _formulas(data: Data, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each formula with its path."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _formulas(item, (*path, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == "computed" and isinstance(value, dict):
                for literal, formula in value.items():
                    if isinstance(formula, str):
                        yield (*path, key, literal), formula
                    elif isinstance(at(formula, ("formula",)), str):
                        yield (*path, key, literal, "formula"), at(formula, ("formula",))
            else:
                yield from _formulas(value, (*path, key))
