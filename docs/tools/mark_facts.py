"""Make a source and its gold file from a text that was marked by hand.

    python docs/tools/mark_facts.py MARKED.txt OUT.txt      writes OUT.txt and OUT.gold.json

In the marked text each fact stands in braces, and may hold others:

    {d:1992-02-14|February 14, 1992}      {d:200X early|early 2000s}        a date, its cues behind it
    {m:16500000 USD|$16.5 million}        {m:5000000-7000000 USD|…}         money, a range of money
    {q:35 vehicles|35 patrol vehicles}    {q:18 %|18 percent}               a quantity
    {p:Marek Havlin; President|Havlin}                                      a person, full name and role
    {a|Treaty of Paris}  {o|World Bank}  {l|Dushanbe}                       agreement, organisation, place
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

_KINDS = {
    "d": "date",
    "m": "money",
    "q": "quantity",
    "p": "person",
    "o": "organisation",
    "l": "place",
    "a": "agreement",
}


def read_marked(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the plain text and its facts, in the order of their places."""
    plain: list[str] = []
    length = 0
    facts: list[dict[str, Any]] = []
    open_marks: list[tuple[str, str, int]] = []
    at = 0
    while at < len(marked):
        if marked[at] == "{":
            bar = marked.index("|", at)
            kind, _, value = marked[at + 1 : bar].partition(":")
            open_marks.append((kind, value, length))
            at = bar + 1
        elif marked[at] == "}":
            kind, value, start = open_marks.pop()
            quote = "".join(plain)[start:length]
            facts.append(_fact(kind, value, quote, start, length))
            at += 1
        else:
            plain.append(marked[at])
            length += 1
            at += 1
    return "".join(plain), sorted(facts, key=lambda fact: (fact["start"], -fact["end"]))


def _fact(kind: str, value: str, quote: str, start: int, end: int) -> dict[str, Any]:
    fact = {"kind": _KINDS[kind], "quote": quote, "start": start, "end": end}
    if kind == "d":
        edtf, _, cues = value.partition(" ") if not value.startswith("[") else (value, "", "")
        fact["value"] = edtf
        if cues:
            fact["cues"] = cues.split()
    elif kind == "m":
        amount, _, currency = value.partition(" ")
        fact["value"] = _range(amount) | {"currency": currency}
    elif kind == "q":
        amount, _, unit = value.partition(" ")
        fact["value"] = _range(amount) | {"unit": unit}
    elif kind == "p":
        name, _, role = value.partition(";")
        fact["value"] = {"name": name, "role": role.strip()}
    else:
        fact["value"] = value or quote
    return fact


def _range(amount: str) -> dict[str, float]:
    low, _, high = amount.replace(",", "").partition("-")
    return {"number": _number(low)} | ({"to": _number(high)} if high else {})


def _number(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() else value


def main() -> None:
    """Write the source and the gold file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kinds", default=",".join(_KINDS.values()), help="what was marked")
    options = parser.parse_args()
    text, facts = read_marked(options.marked.read_text("utf-8"))
    kinds = options.kinds.split(",")
    gold = {
        "source": options.out.name,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "kinds": kinds,
        "facts": [fact for fact in facts if fact["kind"] in kinds],
    }
    options.out.write_text(text, "utf-8")
    lines = json.dumps(gold, ensure_ascii=False, indent=1)
    options.out.with_suffix(".gold.json").write_text(f"{lines}\n", "utf-8")


if __name__ == "__main__":
    main()
