"""Damaged inputs made from whole ones, by a number: the same number makes the same damage.

Structure-aware: a model is damaged as a tree (keys dropped, values exchanged, branches moved) more
often than as bytes, so that most of it still reaches the rooms behind the parser.
"""

from __future__ import annotations

import copy
import io
import json
import random
import zipfile
from collections.abc import Iterator
from typing import Any

import yaml

STRINGS = (
    "", " ", "~", "null", "x" * 300, "word " * 200, "a\x00b", "a\x1b[31mb", "\u202eabc", "ｆｕｌｌ",
    "１２", "½", "⁹⁹", "٤٠", "40+", "1e999", "-0", "NaN", "sNaN", "Infinity", "0/0", "9" * 400,
    "1994–1990", "0000-00-00", "9999-12-31", "31 February 2001", "<b>&amp;", "../../etc/passwd",
    "CON", "a\nb", "a\tb", "{a: b}", "[x]", "*", "&", "!!python", "https://example.org/" + "a" * 300,
    "日本語", "שלום", "مرحبا", "😀", "e\u0301", "\ufeff", "$", "USD", "USD 5 quadrillion", "-5 percent",
    "value(grants, 2006)", "sum(1, 2", "change(grants)", "total(grants, 0, 99999)", "((((((((1))))))))",
)  # fmt: skip
"""Texts that have broken something somewhere."""


def damaged_model(text: str, random_: random.Random) -> bytes:
    """Return a briefing.yaml with one to three damages."""
    if random_.random() < 0.2:
        return damaged_bytes(text.encode(), random_)
    tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  scalars stay texts
    for _ in range(random_.choice((1, 1, 1, 2, 3))):
        _damage(tree, random_)
    # JSON is YAML, but for characters that JSON escapes in pairs.
    return yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=yaml.SafeDumper).encode(
        "utf-8", "replace"
    )


def _spots(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container with each key or index of it."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in list(pairs):
        yield node, key
        if isinstance(value, dict | list):
            yield from _spots(value)


def _damage(tree: Any, random_: random.Random) -> None:
    spots = list(_spots(tree))
    node, key = random_.choice(spots)
    match random_.randrange(8):
        case 0:
            del node[key]
        case 1 | 2 | 3:
            node[key] = random_.choice(STRINGS)
        case 4:
            other, place = random_.choice(spots)
            node[key] = copy.deepcopy(other[place])
        case 5 if isinstance(node, list):
            node.extend(copy.deepcopy(node[key]) for _ in range(random_.choice((1, 2, 40))))
        case 6 if isinstance(node[key], str) and node[key]:
            text = node[key]
            at = random_.randrange(len(text))
            node[key] = text[:at] + random_.choice(STRINGS) + text[at + 1 :]
        case 7:
            node[key] = random_.choice(([], {}, [[]], {"a": {"b": "c"}}, None))
        case _:
            if isinstance(node, dict):
                node[random_.choice(STRINGS) or "x"] = node.pop(key)


def damaged_bytes(data: bytes, random_: random.Random) -> bytes:
    """Return bytes with some exchanged, left out, put in or doubled."""
    found = bytearray(data or b"x")
    for _ in range(random_.choice((1, 1, 2, 4))):
        at = random_.randrange(len(found) or 1)
        to = at + random_.randrange(1, 200)
        match random_.randrange(6):
            case 0:
                found[at : at + 1] = bytes([random_.randrange(256)])
            case 1:
                del found[at:to]
            case 2:
                found[at:at] = random_.choice(STRINGS).encode("utf-8", "replace")
            case 3:
                found[at:at] = found[at:to]
            case 4:
                del found[max(1, at) :]
            case _:
                found[at:to] = bytes(random_.randrange(256) for _ in range(to - at))
    return bytes(found)


def damaged_table(data: bytes, random_: random.Random) -> bytes:
    """Return a CSV with some cells exchanged, or damaged as bytes."""
    if random_.random() < 0.3:
        return damaged_bytes(data, random_)
    rows = [line.split(",") for line in data.decode().splitlines()]
    for _ in range(random_.choice((1, 2, 5))):
        row = random_.choice(rows)
        row[random_.randrange(len(row))] = random_.choice(STRINGS)
    return "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")


def damaged_package(data: bytes, random_: random.Random) -> bytes:
    """Return a ZIP package (PPTX, DOCX, XLSX) with one part damaged, or damaged as bytes."""
    if random_.random() < 0.3:
        return damaged_bytes(data, random_)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random_.choice(sorted(parts))
    match random_.randrange(4):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[random_.choice(sorted(parts))]
        case _:
            parts[name] = damaged_bytes(parts[name], random_)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), content)
    return buffer.getvalue()


def damaged_json(data: bytes, random_: random.Random) -> bytes:
    """Return JSON with one to three damages of its tree, or damaged as bytes."""
    if random_.random() < 0.2:
        return damaged_bytes(data, random_)
    tree = json.loads(data)
    for _ in range(random_.choice((1, 1, 2, 3))):
        _damage(tree, random_)
    return json.dumps(tree).encode("utf-8", "replace")
