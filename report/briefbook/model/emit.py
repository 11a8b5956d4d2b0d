"""A Briefing as YAML to edit by hand: the inverse of `briefing.decode`, led by the same dataclasses.

Fields that have their default are left out. What fits a line stands on one line; long texts are
folded. Quoting is by this module's own rules, so that whatever a source holds comes back as it
went in, apart from runs of white space, which the reader makes single spaces.
"""

# ruff: noqa: ANN401  the fields of every dataclass of the model pass through here

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from briefbook.model import Briefing, Claim, Exhibit, Section, Source
from briefbook.model.decode import VALUES, own_fields, short_field, written_name
from briefbook.values.dates import Date
from briefbook.values.quantity import Quantity, written

WIDTH = 100
"""Columns of a line; single words may be longer."""

Comments = Mapping[tuple[str, str], tuple[str, ...]]
"""Comment lines by (top field, id of the entry); the id is empty for the field itself."""

_ORDER = (
    "format", "title", "short_title", "subtitle", "topic", "lang", "checks", "status", "edition", "marking",
    "organisation", "authors", "contact", "publication", "cite_as", "prepared_by", "prepared_for",
    "lead_exhibit", "parties", "sources", "notice_label", "notice", "bottom_line", "key_headline",
    "key_points", "computed", "glance_headline", "glance", "claims", "events", "amounts", "series", "conversions",
    "exhibits", "implications", "watch", "assessments", "questions", "sections", "remarks_headline", "notes_on_the_source", "omissions",
)  # fmt: skip
"""The order of the file: what page one says, then what bears it, then how it is arranged."""

_SPACED = (Claim, Exhibit, Section, Source)
"""Entries that are edited most: always in several lines."""


def emit(briefing: Briefing, comments: Comments, header: tuple[str, ...] = ()) -> str:
    """Return a briefing as the text of its YAML file, which ends with a line feed."""
    lines = [_comment(line, 0) for line in header]
    written = dict(_written(briefing))
    is_after_long = bool(header)
    for name in _ORDER:
        if name not in written:
            continue
        value, is_keyed = written[name]
        about = comments.get((name, ""), ())
        if _is_long(value) or is_after_long:
            lines.append("")
        is_after_long = _is_long(value)
        lines += [part for line in about for part in _wrapped(line, 0)]
        own = {key: said for (field, key), said in comments.items() if field == name and key}
        lines += _top(name, value, is_keyed=is_keyed, comments=own)
    return "\n".join(lines) + "\n"


def _top(
    name: str, value: Any, *, is_keyed: bool, comments: dict[str, tuple[str, ...]]
) -> list[str]:
    if not (isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0])):
        return list(_entry(name, value, 0, is_keyed=is_keyed))
    lines = [f"{name}:"]
    for entry in value:
        id_ = str(getattr(entry, "id", ""))
        for said in comments.get(id_, ()):
            lines += _wrapped(said, 2)
        if is_keyed:
            lines += _keyed(entry, 2)
        else:
            lines += _item(entry, 2)
    return lines


def _is_long(value: Any) -> bool:
    """Tell whether a field gets an empty line before it: entries, not values."""
    many = isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0])
    return bool(many) or (dataclasses.is_dataclass(value) and not _is_scalar(value))


def _written(entry: Any) -> Iterator[tuple[str, tuple[Any, bool]]]:
    """Yield the fields to write, each with whether it is a mapping from ids."""
    for field in own_fields(type(entry)):
        value = getattr(entry, field.name)
        if field.default is not dataclasses.MISSING and value == field.default:
            continue
        yield written_name(field), (value, bool(field.metadata.get("keyed")))


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────


def _entry(key: str, value: Any, indent: int, *, is_keyed: bool) -> Iterator[str]:
    """Yield the lines of `key: value`."""
    lead = " " * indent + scalar(key) + ":"
    flow = _flow(value, is_keyed=is_keyed)
    is_inline = flow is not None and len(lead) + 1 + len(flow) <= WIDTH
    if _is_scalar(value):
        yield from _text(lead, _plain(value), indent)
    elif flow is not None and is_inline:
        yield f"{lead} {flow}"
    elif isinstance(value, tuple):
        yield lead
        for item in value:
            yield from _keyed(item, indent + 2) if is_keyed else _item(item, indent + 2)
    else:
        yield lead
        for name, (inner, inner_keyed) in _written(value):
            yield from _entry(name, inner, indent + 2, is_keyed=inner_keyed)


def _item(value: Any, indent: int) -> Iterator[str]:
    """Yield the lines of an entry of a list."""
    lead = " " * indent + "- "
    flow = None if isinstance(value, _SPACED) else _flow(value, is_keyed=False)
    if flow is not None and len(lead) + len(flow) <= WIDTH:
        yield lead + flow
        return
    if _is_scalar(value):
        yield from _text(lead.rstrip(), _plain(value), indent)
        return
    inner = [
        line
        for name, (part, keyed) in _written(value)
        for line in _entry(name, part, indent + 2, is_keyed=keyed)
    ]
    yield lead + inner[0].lstrip()
    yield from inner[1:]


def _keyed(value: Any, indent: int) -> Iterator[str]:
    """Yield the lines of `id: entry`; an entry of one more field is written as that field alone."""
    (_, (id_, _)), *rest = _written(value)
    if (second := short_field(type(value))) and [name for name, _ in rest] == [second.name]:
        yield from _entry(str(id_), getattr(value, second.name), indent, is_keyed=False)
        return
    lead = " " * indent + scalar(str(id_)) + ":"
    flow = None if isinstance(value, _SPACED) else _flow_mapping(rest)
    if flow is not None and len(lead) + 1 + len(flow) <= WIDTH:
        yield f"{lead} {flow}"
        return
    yield lead
    for name, (inner, keyed) in rest:
        yield from _entry(name, inner, indent + 2, is_keyed=keyed)


def _text(lead: str, text: str, indent: int) -> Iterator[str]:
    """Yield a text after its key: on the line if it fits, folded if not."""
    if len(lead) + 1 + len(scalar(text)) <= WIDTH or not _FOLDABLE.fullmatch(text):
        yield f"{lead} {scalar(text)}"
        return
    yield f"{lead} >-"
    step = " " * (indent + 2)
    yield from (step + line for line in _fill(text, WIDTH - len(step)))


def _fill(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _comment(text: str, indent: int) -> str:
    return f"{' ' * indent}# {text}" if text else " " * indent + "#"


def _wrapped(text: str, indent: int) -> list[str]:
    """Return a comment in as many lines as it takes; an empty text is an empty line."""
    if not text:
        return [""]
    first, *rest = _fill(" ".join(_SAFE_COMMENT.sub("�", text).split()), WIDTH - indent - 2) or [""]
    return [_comment(first, indent), *(_comment(f"  {line}", indent) for line in rest)]


_SAFE_COMMENT = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
"""What a YAML file may not hold unescaped."""


# ── In one line ──────────────────────────────────────────────────────────────────────────────────


def _flow(value: Any, *, is_keyed: bool) -> str | None:
    """Return a value in one line, or None where it has no such form."""
    if _is_scalar(value):
        return scalar(_plain(value), is_flow=True)
    if isinstance(value, tuple):
        if is_keyed:
            pairs = [_flow_pair(entry) for entry in value]
            return None if None in pairs else "{" + ", ".join(filter(None, pairs)) + "}"
        parts = [_flow(entry, is_keyed=False) for entry in value]
        return None if None in parts else "[" + ", ".join(filter(None, parts)) + "]"
    if dataclasses.is_dataclass(value):
        return _flow_mapping(list(_written(value)))
    return None


def _flow_pair(entry: Any) -> str | None:
    (_, (key, _)), *rest = _written(entry)
    second = short_field(type(entry))
    if second is None or [name for name, _ in rest] != [second.name]:
        return None
    value = getattr(entry, second.name)
    return f"{scalar(str(key), is_flow=True)}: {scalar(_plain(value), is_flow=True)}"


def _flow_mapping(written: list[tuple[str, tuple[Any, bool]]]) -> str | None:
    parts = []
    for name, (value, keyed) in written:
        flow = _flow(value, is_keyed=keyed)
        if flow is None:
            return None
        parts.append(f"{name}: {flow}")
    return "{" + ", ".join(parts) + "}"


# ── Scalars ──────────────────────────────────────────────────────────────────────────────────────


def _is_scalar(value: Any) -> bool:
    return isinstance(value, (str, int, Decimal, *VALUES))


def _plain(value: Any) -> str:
    """Return a value as the model writes it, before any quoting."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Date():
            return value.edtf
        case Quantity():
            return written(value)
        case StrEnum():
            return value.value
        case Decimal():
            return f"{value:,f}".replace(",", "_")
        case _:
            return " ".join(str(value).split())


_FIRST = r"[^\W_]|[“‘$€£(]"
"""A letter that never means anything to YAML at the start of a text."""
_PLAIN = re.compile(rf"(?:{_FIRST})(?:[^:#]|:(?=\S)|(?<=\S)#)*")
_PLAIN_FLOW = re.compile(rf"(?:{_FIRST})[^:#\"'\\`|>@%&*!?{{}}\[\],]*")
_PRINTABLE = re.compile(r"[\x20-\x7e\xa1-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\uffef]*")
_FOLDABLE = re.compile(r"(?! )[\x20-\x7e\xa1-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\uffef]+(?<! )")
_ESCAPES = {2: "x", 4: "u", 8: "U"}
_NULLS = ("null", "~", "")


def scalar(text: str, *, is_flow: bool = False) -> str:
    """Return a text as a YAML scalar in one line: as it stands where that is safe, else quoted."""
    pattern = _PLAIN_FLOW if is_flow else _PLAIN
    if (
        pattern.fullmatch(text)
        and _PRINTABLE.fullmatch(text)
        and text.lower() not in _NULLS
        and not text.endswith((":", " "))
        and " #" not in text
        and ": " not in text
    ):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if _PRINTABLE.fullmatch(letter):
        return letter
    code = ord(letter)
    width = next(width for width in (2, 4, 8) if code < 16**width)
    return f"\\{_ESCAPES[width]}{code:0{width}x}"
