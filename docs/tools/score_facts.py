"""Score the finding of facts against gold files: precision and recall by kind.

    python docs/tools/score_facts.py tests/sources/samples/*.gold.json [--misses]

The form of a gold file is in docs/facts.md. Two numbers a kind: `place` counts a fact as right when
it overlaps one of the gold's, `value` when the value is the same too (for agreements,
organisations and places: the same span).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefbook.language.document import Document
from briefbook.language.en.mentions import EntityType, as_json, find_facts

Plain = dict[str, Any]
"""A fact in its JSON form."""


@dataclass
class Score:
    """How one kind of fact was found in one or more sources."""

    gold: int = 0
    found: int = 0
    placed: int = 0
    """Facts found that overlap a fact of the gold, each of the gold's counted once."""
    valued: int = 0
    """Those of them with the same value."""
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def ratios(self, hits: int) -> tuple[float, float]:
        """Return precision and recall for a number of hits; 1 where there was nothing to find."""
        return (hits / self.found if self.found else 1.0, hits / self.gold if self.gold else 1.0)


def score(gold_path: Path) -> dict[str, Score]:
    """Return the score of each kind that a gold file has annotated."""
    gold = json.loads(gold_path.read_text("utf-8"))
    source = gold_path.parent / gold["source"]
    text = source.read_text("utf-8")
    found = [as_json(fact) for fact in find_facts(Document(source.name, text, ""))]
    scores = {}
    for kind in gold["kinds"]:
        wanted = [fact for fact in gold["facts"] if fact["kind"] == kind]
        for fact in wanted:
            if text[fact["start"] : fact["end"]] != fact["quote"]:
                sys.exit(f"{gold_path}: “{fact['quote']}” does not stand at {fact['start']}")
        scores[kind] = _score_kind(wanted, [fact for fact in found if fact["kind"] == kind])
    return scores


def _score_kind(wanted: list[Plain], found: list[Plain]) -> Score:
    result = Score(len(wanted), len(found))
    free = list(found)
    for one, other in _pairs(wanted, found):
        free.remove(other)
        result.placed += 1
        if same_value(one, other):
            result.valued += 1
        else:
            result.wrong.append(f"{_shown(other)} for {_shown(one)}")
    paired = {id(one) for one, _ in _pairs(wanted, found)}
    result.missed = [_shown(one) for one in wanted if id(one) not in paired]
    result.wrong += [f"{_shown(other)} for nothing" for other in free]
    return result


def _pairs(wanted: list[Plain], found: list[Plain]) -> Iterator[tuple[Plain, Plain]]:
    """Yield what belongs together: overlapping facts, those with the same value first."""
    taken: set[int] = set()
    for one in wanted:
        near = [
            other
            for other in found
            if other["start"] < one["end"]
            and one["start"] < other["end"]
            and id(other) not in taken
        ]
        near.sort(
            key=lambda other: (not same_value(one, other), abs(other["start"] - one["start"]))
        )
        if near:
            taken.add(id(near[0]))
            yield one, near[0]


def same_value(one: Plain, other: Plain) -> bool:
    """Tell whether two facts of a kind say the same."""
    a, b = one["value"], other["value"]
    match EntityType(one["kind"]):
        case EntityType.DATE:
            return bool(a.replace(" ", "") == b.replace(" ", ""))
        case EntityType.MONEY:
            return all(a.get(key) == b.get(key) for key in ("number", "currency", "to"))
        case EntityType.QUANTITY:
            units = [str(value["unit"]).lower() for value in (a, b)]
            return bool(abs(a["number"] - b["number"]) < 0.1) and units[0] == units[1]
        case EntityType.PERSON:
            return _letters(a["name"]) == _letters(b["name"])
        case EntityType.ORGANISATION | EntityType.PLACE | EntityType.AGREEMENT:
            return bool((one["start"], one["end"]) == (other["start"], other["end"]))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _shown(fact: Plain) -> str:
    return (
        f"“{fact['quote']}” ({fact['value']})"
        if fact["value"] != fact["quote"]
        else f"“{fact['quote']}”"
    )


def total(scores: list[dict[str, Score]]) -> dict[str, Score]:
    """Return the scores of several sources together."""
    whole: dict[str, Score] = defaultdict(Score)
    for each in scores:
        for kind, part in each.items():
            whole[kind].gold += part.gold
            whole[kind].found += part.found
            whole[kind].placed += part.placed
            whole[kind].valued += part.valued
    return dict(whole)


def main() -> None:
    """Print a table for each gold file, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    options = parser.parse_args()
    scores = {path: score(path) for path in options.gold}
    for path, parts in scores.items():
        _print(path.name.removesuffix(".gold.json"), parts)
        if options.misses:
            _print_misses(parts)
    if len(scores) > 1:
        _print("all", total(list(scores.values())))


def _print(name: str, scores: dict[str, Score]) -> None:
    print(f"{name:20}  gold found   place P    R   value P    R")
    for kind, part in scores.items():
        place, value = part.ratios(part.placed), part.ratios(part.valued)
        print(
            f"  {kind:18} {part.gold:5} {part.found:5}     {place[0]:5.2f} {place[1]:5.2f}"
            f"     {value[0]:5.2f} {value[1]:5.2f}"
        )


def _print_misses(scores: dict[str, Score]) -> None:
    for kind, part in scores.items():
        for text in part.missed:
            print(f"    {kind} missed: {text}")
        for text in part.wrong:
            print(f"    {kind} wrong:  {text}")


if __name__ == "__main__":
    main()
