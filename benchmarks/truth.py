"""How often the checks speak on lies, and how often on honest statements.

    truth.py [SETS.yaml…] [--pairs FILE.jsonl…] [--table] [--rules] [--list KIND]

Without a set, those of `sets/` are run; of several, all together are told too. A set is YAML: `source` (a text file beside
it), `parties` (codes of the countries that it is about), `statements` with `text`, `quotes`, `kind`, `how` and
`lies`; further lies stand alone in a file of entries with `doc` and `lies`. Pairs are JSON lines with
`claim`, `evidence` and `label` (SUPPORTS or REFUTES). Each statement is held in a copy of the example's
model, beside the example's own statements.
"""

import argparse
import collections
import dataclasses
import json
import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from briefbook.checks import findings
from briefbook.checks.review import review
from briefbook.errors import Severity
from briefbook.evidence.resolve import resolve
from briefbook.model import Briefing, Claim, Formula, Quote
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType

EXAMPLE = Path(__file__).parents[1] / "report" / "briefbook" / "example"
SETS = Path(__file__).parent / "sets"
BATCH = 40
NOT_COUNTED = (
    "copied",
    "quoted-words",
    "quote-not-found",
    "quote-ambiguous",
    "quote-too-long",
    "formula-unused",
)
"""Rules of wording, which say nothing of whether a statement is true."""


@dataclasses.dataclass
class Told:
    """A statement of a set, and what became of it."""

    id: str
    doc: str
    kinds: list[str]
    claim: Claim
    is_honest: bool = False
    turn: int = 0
    """Which of an honest statement's lies it is: what rests on one passage is held apart."""
    rules: dict[str, Severity] = dataclasses.field(default_factory=dict)
    risk: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def fate(self) -> str:
        """`error`, `warning` or `silent`."""
        return min(map(str, self.rules.values()), default="silent")


def claim_of(id_: str, entry: dict[str, Any], parent: dict[str, Any]) -> Claim:
    """Return the claim that an entry of a set stands for; a lie takes from the honest one what it lacks."""
    both = {**{k: v for k, v in parent.items() if k != "lies"}, **entry}
    kind = entry.get("as") or both.get("kind", "reported")
    formulas = tuple(Formula(str(k), str(v)) for k, v in (both.get("computed") or {}).items())
    return Claim(
        id_, StatementType(kind), both["text"], voice=both.get("voice", "") if kind == "attributed" else "",
        evidence=tuple(map(Quote, both["quotes"])), computed=formulas,
    )  # fmt: skip


def read_set(path: Path) -> tuple[str, list[Told], tuple[str, ...]]:
    """Return the text of a set's document, its statements with the lies of a file `…-extra.yaml`, its parties."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    doc, told = content["doc"], []
    for entry in content["statements"]:
        id_ = entry["id"].lower()
        told.append(Told(id_, doc, entry["how"], claim_of(id_, entry, {}), is_honest=True))
        for n, lie in enumerate(entry["lies"], 1):
            told.append(
                Told(f"{id_}-{n}", doc, [lie["lie"]], claim_of(f"{id_}-{n}", lie, entry), turn=n)
            )
    extra = path.with_name(f"{path.stem}-extra.yaml")
    if extra.is_file():
        for part in yaml.safe_load(extra.read_text(encoding="utf-8")):
            for n, lie in enumerate(part["lies"], 1):
                told.append(Told(f"x{n}", doc, [lie["lie"]], claim_of(f"x{n}", lie, {}), turn=n))
    text = path.with_name(content["source"]).read_text(encoding="utf-8")
    return text, told, tuple(content.get("parties", "US LY").replace(",", " ").split())


def read_pairs(path: Path) -> tuple[str, list[Told]]:
    """Return the evidence of a file of pairs as one text, and its claims."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = dict.fromkeys(
        (plain(row["claim"]), plain(row["evidence"]), row["label"].upper()) for row in rows
    )
    kept = [pair for pair in pairs if pair[2] in ("SUPPORTS", "REFUTES")]
    text = "\n\n".join(dict.fromkeys(evidence for _, evidence, _ in kept))
    told = []
    for n, (claim, evidence, label) in enumerate(kept):
        words = evidence.split()
        cut = [" ".join(words[at : at + 36]) for at in range(0, len(words), 36)]
        quotes = [quote for quote in cut if text.count(quote) == 1] or cut
        entry = {"text": claim, "quotes": quotes, "kind": "reported"}
        told.append(
            Told(
                f"t{n}",
                path.stem,
                [label],
                claim_of(f"t{n}", entry, {}),
                is_honest=label == "SUPPORTS",
            )
        )
    return text, told


def plain(text: str) -> str:
    """Undo the tokens of public sets: spaces before marks, brackets by name."""
    for token, mark in (("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", "“"),
                        ("''", "”"), (" - - ", " – "), (" -- ", " – ")):  # fmt: skip
        text = text.replace(token, mark)
    text = re.sub(r"\s+([,.;:!?%)\]”])", r"\1", text)
    text = re.sub(r"([(\[“$£€#])\s+", r"\1", text)
    text = re.sub(r"\s+('s|'re|'ve|'ll|n't|')(?=\W|$)", r"\1", text)
    return " ".join(text.split())


def hold(text: str, told: list[Told], parties: tuple[str, ...]) -> None:
    """Check statements in batches, and note what each drew.

    Lies are held apart from the honest statement that they are made of, and from each other: no briefing has both.
    """
    example = bare(read_briefing(EXAMPLE))
    for part in batches_of(told):
        resolved = resolve(with_claims(example, text, part, parties))
        by_id = {entry.claim.id: entry for entry in part}
        found = findings(resolved)
        for problem in found:
            entry = by_id.get(problem.statement)
            is_told = problem.severity is not Severity.REVIEW
            if entry and is_told and problem.rule not in NOT_COUNTED:
                entry.rules[problem.rule] = min(
                    problem.severity, entry.rules.get(problem.rule, problem.severity)
                )
        for risk in review(resolved, found):
            if entry := by_id.get(risk.statement):
                entry.risk, entry.reasons = risk.score, risk.reasons


def bare(briefing: Briefing) -> Briefing:
    """Return a briefing with its answer, key points, what those rest on, and series: enough to hold what is added."""
    kept = {*briefing.bottom_line.supported_by, *briefing.key_points}
    return dataclasses.replace(
        briefing, claims=tuple(claim for claim in briefing.claims if claim.id in kept), sections=(), glance=(),
        computed=(), events=(), amounts=(), exhibits=(),
    )  # fmt: skip


def batches_of(told: list[Told]) -> Iterator[list[Told]]:
    """Yield the statements by turns, of each turn some at once."""
    for turn in sorted({entry.turn for entry in told}):
        of_turn = [entry for entry in told if entry.turn == turn]
        for at in range(0, len(of_turn), BATCH):
            yield of_turn[at : at + BATCH]


def with_claims(
    example: Briefing, text: str, part: list[Told], parties: tuple[str, ...]
) -> Briefing:
    """Return the example's model with more statements, whose text stands behind its own source."""
    (id_, document), *others = example.documents
    longer = dataclasses.replace(document, text=f"{document.text}\n\n{text}\n")
    claims = (*example.claims, *(entry.claim for entry in part))
    return dataclasses.replace(
        example, claims=claims, documents=((id_, longer), *others),
        parties=parties, title="Relations as one document tells them",
    )  # fmt: skip


def summary(told: list[Told], name: str) -> str:
    """Return one line: how many honest statements are refused and alarmed, how many lies silent and unseen."""
    honest = [entry for entry in told if entry.is_honest]
    lies = [entry for entry in told if not entry.is_honest]
    middle = statistics.median(entry.risk for entry in honest)
    refused, alarmed = share(honest, "error"), 1 - share(honest, "silent")
    silent = share(lies, "silent")
    unseen = [entry for entry in lies if entry.fate == "silent" and entry.risk <= middle]
    return (
        f"{name}: {len(honest)} honest, {refused:.0%} refused, {alarmed:.0%} alarmed; {len(lies)} lies, "
        f"{share(lies, 'error'):.0%} refused, {silent:.0%} silent, {len(unseen) / max(1, len(lies)):.0%} silent and not in the "
        f"riskier half; balanced accuracy {(2 - alarmed - silent) / 2:.2f}"
    )


def share(told: list[Told], fate: str) -> float:
    """Return which part of some statements met a fate."""
    return sum(entry.fate == fate for entry in told) / max(1, len(told))


def table(told: list[Told]) -> None:
    """Print the fates by kind of lie and of rewording."""
    counts: dict[tuple[bool, str], collections.Counter[str]] = collections.defaultdict(
        collections.Counter
    )
    for entry in told:
        for kind in entry.kinds:
            counts[entry.is_honest, kind][entry.fate] += 1
    for (is_honest, kind), found in sorted(
        counts.items(), key=lambda item: (item[0][0], -sum(item[1].values()))
    ):
        fates = "  ".join(f"{fate} {found[fate]:4}" for fate in ("error", "warning", "silent"))
        print(f"{'honest' if is_honest else 'lie':7}{kind:40}{sum(found.values()):5}  {fates}")


def by_rule(told: list[Told]) -> None:
    """Print how often each rule, and each reason of the review, speaks on truth and on lies."""
    names = sorted({name for entry in told for name in (*entry.rules, *kinds_of(entry))})
    for name in names:
        rates = []
        for is_honest in (True, False):
            of = [entry for entry in told if entry.is_honest is is_honest]
            rates.append(
                sum(name in entry.rules or name in kinds_of(entry) for entry in of) / len(of)
            )
        print(
            f"{name:36} honest {rates[0]:6.1%}  lies {rates[1]:6.1%}  × {rates[1] / rates[0] if rates[0] else 99:.1f}"
        )


def kinds_of(entry: Told) -> set[str]:
    """Return the kinds of the reasons why a statement wants a look."""
    return {f"({reason.partition(':')[0]})" for reason in entry.reasons}


def own_sets() -> list[Path]:
    """Return the sets of the project."""
    return sorted(
        path
        for path in SETS.glob("*.yaml")
        if not path.stem.endswith(("-extra", "-figures")) and path.stem != "paragraphs"
    )


def main() -> None:
    """Measure the sets that are named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--pairs", nargs="*", type=Path, default=[])
    parser.add_argument("--table", action="store_true", help="fates by kind")
    parser.add_argument("--rules", action="store_true", help="how often each rule speaks")
    parser.add_argument(
        "--list", default="", help="statements of a fate: honest-error, lie-silent …"
    )
    options = parser.parse_args()
    own = not (options.sets or options.pairs)
    read = [read_set(path) for path in (own_sets() if own else options.sets)]
    read += [(*read_pairs(path), ()) for path in options.pairs]
    for text, told, parties in read:
        hold(text, told, parties)
    together = [entry for _, told, _ in read for entry in told]
    for told in (*(told for _, told, _ in read), *([together] if len(read) > 1 else [])):
        print(summary(told, "all" if told is together else told[0].doc))
        if options.table:
            table(told)
        if options.rules:
            by_rule(told)
        for entry in told:
            if options.list == f"{'honest' if entry.is_honest else 'lie'}-{entry.fate}":
                quotes = " | ".join(str(quote.quote) for quote in entry.claim.evidence)
                why = "; ".join((*entry.rules, *entry.reasons))
                print(
                    f"- {entry.id} {entry.kinds} risk {entry.risk:.2f} [{why}]\n  {entry.claim.text}\n  ← {quotes}"
                )


if __name__ == "__main__":
    main()
