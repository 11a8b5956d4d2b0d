"""What became of every lie, as a text that is kept, and as the table of docs/mutations.md.

The whole takes minutes, so that the tests tell a sample and hold it against what is recorded.
Each line of the record is a seed, a kind, and a letter a lie in the order of their keys:
C caught (an error), F flagged (a warning), R listed (a reason for a look), M missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tests.mutation.kinds import FILES, GROUPS, REASONS
from tests.mutation.run import Fate, Outcome

Record = dict[tuple[str, str], str]
"""By seed and kind, a letter a lie."""

_LETTERS = {Fate.CAUGHT: "C", Fate.FLAGGED: "F", Fate.LISTED: "R", Fate.MISSED: "M"}


def record_of(outcomes: Iterable[Outcome]) -> Record:
    """Return the record of some outcomes."""
    record: Record = {}
    for outcome in outcomes:
        key = (outcome.seed, outcome.lie.kind)
        record[key] = record.get(key, "") + _LETTERS[outcome.fate]
    return record


def as_text(record: Record) -> str:
    """Return a record as the text that is kept."""
    return "".join(f"{seed} | {kind} | {fates}\n" for (seed, kind), fates in sorted(record.items()))


def read(text: str) -> Record:
    """Return the record in a text."""
    lines = (line.split(" | ") for line in text.splitlines())
    return {(seed, kind): fates for seed, kind, fates in lines}


def counts_of(record: Record) -> dict[str, Counter[str]]:
    """Return by kind how many lies were caught, flagged and missed."""
    counts: dict[str, Counter[str]] = {}
    for (_, kind), fates in record.items():
        counts.setdefault(kind, Counter()).update(fates)
    return counts


def share(counts: Counter[str], letters: str = "CFR") -> float:
    """Return the share of lies that were caught, flagged or listed for a look."""
    return sum(counts[letter] for letter in letters) / max(1, counts.total())


def table(record: Record) -> str:
    """Return the table of a record as Markdown, a part a group of kinds."""
    counts = counts_of(record)
    lines: list[str] = []
    for group, kinds in GROUPS.items():
        lines += [f"### {group}\n", "| lie | told | caught | flagged | listed | missed | seen | why not all |",
                  "|---|--:|--:|--:|--:|--:|--:|---|"]  # fmt: skip
        lines += [_row(kind, counts[kind], REASONS.get(kind, "")) for kind in kinds]
        lines += [_row("**all**", _total(counts, kinds), ""), ""]
    lines += ["### Finished files\n", "| lie | reported by `verify` |", "|---|--:|"]
    lines += [f"| {what} | 100 % |" for what in FILES.values()]
    return "\n".join(lines) + "\n"


def _total(counts: Mapping[str, Counter[str]], kinds: Iterable[str]) -> Counter[str]:
    total: Counter[str] = Counter()
    for kind in kinds:
        total.update(counts[kind])
    return total


def _row(name: str, counts: Counter[str], reason: str) -> str:
    # Rounded down: 99.6 % is not all.
    percent = int(share(counts) * 100)
    numbers = f"{counts.total():,} | {counts['C']:,} | {counts['F']:,} | {counts['R']:,} | {counts['M']:,}"
    return f"| {name} | {numbers} | {percent} % | {reason} |"
