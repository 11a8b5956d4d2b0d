"""What drafts of some documents come to, a row each, as far as a machine can count it.

    python docs/tools/draft_table.py             # of the documents in tests/sources; writes docs/drafting.md
    python docs/tools/draft_table.py FILE…       # of any others, printed

Beside it stands what one person counted on pages and slides, from draft_faults.toml.

Counted are words of the source, statements, pages, slides that an audience sees, and faults: sentences
cut by “…”, statements that stand twice, leads whose words are not in their passages, pages three quarters
empty, and what the checks warn of. What only a reader can tell (a silly heading, a view told as a fact) is not.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from briefbook.checks import check  # noqa: E402
from briefbook.documents import compose_documents  # noqa: E402
from briefbook.draft.corpus import Text, gather  # noqa: E402
from briefbook.draft.validate import read_back, try_draft  # noqa: E402
from briefbook.evidence.resolve import resolve  # noqa: E402
from briefbook.model import Briefing  # noqa: E402
from briefbook.paper.pdf import empty_shares  # noqa: E402
from briefbook.sources.formats import read_source  # noqa: E402

PAGE = ROOT / "docs" / "drafting.md"
START, END = "<!-- drafts: docs/tools/draft_table.py -->\n", "<!-- end of drafts -->"
BY_HAND = Path(__file__).with_name("draft_faults.toml")
HAND_START, HAND_END = "<!-- by hand: docs/tools/draft_table.py -->\n", "<!-- end of by hand -->"
KINDS = {
    "none": "no draft, or none that builds",
    "date": "a wrong day of the draft",
    "title": "a wrong title, or no publisher where one is named",
    "voice": "a wrong speaker, or none where the text names one",
    "torn": "a cut or torn sentence",
    "lead": "a thin lead",
    "stance": "a view told as a fact, or the other way",
    "boilerplate": "what says nothing of the matter",
    "missed": "what matters most, missed or lost",
    "empty": "a page nearly empty",
    "senseless": "a senseless table, number, event or section",
}
HEAD = (
    "document", "words", "statements", "pages", "slides", "cut", "twice", "leads", "empty pages", "warnings",
)  # fmt: skip
_EMPTY = 0.75


SETS = (
    (0, "faults", "ten"), (0, "faults_after", "ten, mended"), (1, "faults", "next three"), (2, "faults", "three more"),
    (3, "faults", "three later"), (4, "faults", "six of agencies"), (5, "faults", "four after"), (6, "faults", "six more"),
    (6, "faults_after", "six, mended"), (7, "faults", "four later"), (8, "faults", "three last"),
    (9, "faults", "nine then"), (9, "faults_after", "nine, mended"), (10, "faults", "six then"), (10, "faults_after", "six then, mended"),
    (11, "faults", "four then"), (11, "faults_after", "four, mended"),
    (12, "faults", "other four"), (12, "faults_after", "other four, mended"),
)  # fmt: skip
"""The sets of documents in the order of their counting, which count of each, and what it is called."""


def main() -> None:
    """Print the table, or write it into the page."""
    given = [Path(name) for name in sys.argv[1:]]
    files = given or sorted((ROOT / "tests" / "sources").glob("*/*.txt"))
    rows = [row(path) for path in files]
    lines = ["| " + " | ".join(HEAD) + " |", "|---|" + "--:|" * (len(HEAD) - 1)]
    lines += ["| " + " | ".join(map(str, cells)) + " |" for cells in rows]
    table = "\n".join(lines) + "\n"
    if given:
        print(table, end="")
        return
    text = PAGE.read_text(encoding="utf-8")
    for start, made, end in ((START, table, END), (HAND_START, by_hand(), HAND_END)):
        before, _, rest = text.partition(start)
        text = f"{before}{start}\n{made}\n{end}{rest.partition(end)[2]}"
    PAGE.write_text(text, encoding="utf-8", newline="\n")


def by_hand() -> str:
    """Return the faults that one person counted: by document, and by kind."""
    found = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))["document"]
    lines = [
        "| document | words | pages | slides | faults | afterwards |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for one in found:
        after = sum(one["faults_after"].values()) if "faults_after" in one else "–"
        lines.append(
            f"| {one['name']} | {one['words']:,} | {one['pages']} | {one['slides']} "
            f"| {sum(one['faults'].values())} | {after} |"
        )
    sets = [([d for d in found if d["set"] == number], field) for number, field, _ in SETS]
    heads = [head for _, _, head in SETS]
    lines += ["", f"| fault | {' | '.join(heads)} |", f"|---|{'--:|' * len(heads)}"]
    for kind, said in KINDS.items():
        counts = [sum(d[field].get(kind, 0) for d in column) for column, field in sets]
        lines.append(f"| {said} | {' | '.join(map(str, counts))} |")
    totals = [sum(sum(d[field].values()) for d in column) for column, field in sets]
    lines.append(f"| **in all** | {' | '.join(f'**{total}**' for total in totals)} |")
    places = [_places(column, field) for column, field in sets]
    shares = [f"{total / place:.1f}" for total, place in zip(totals, places, strict=True)]
    lines.append(f"| a page or slide | {' | '.join(shares)} |")
    return "\n".join(lines) + "\n"


def _places(documents: list[dict[str, Any]], field: str) -> int:
    tail = "_after" if field.endswith("_after") else ""
    return sum(d[f"pages{tail}"] + d[f"slides{tail}"] for d in documents)


def row(path: Path) -> tuple[str | int, ...]:
    """Return what a document's draft comes to."""
    read = read_source(path)
    tried = try_draft(gather((Text("source", path.name, path.name, read),)), None, path.stem)
    briefing = read_back(tried.text, tried.found.material)
    made = compose_documents(briefing).made
    shares = empty_shares(made.paper) if made.paper else ()
    slides = [slide for slide in made.deck.slides if not slide.is_hidden] if made.deck else []
    return (
        path.name, len(read.document.text.split()), len(briefing.claims),
        len(shares), len(slides), *_of_words(briefing),
        sum(share >= _EMPTY for share in shares), len(check(resolve(briefing))),
    )  # fmt: skip


def _of_words(briefing: Briefing) -> tuple[int, int, int]:
    """Return how many statements are cut, stand twice, and are led by words that are not theirs."""
    texts = [str(claim.text) for claim in briefing.claims]
    cut = sum("…" in f"{claim.text}{claim.short}" for claim in briefing.claims)
    twice = sum(count - 1 for count in Counter(texts).values())
    titles = {str(section.title).lower() for section in briefing.sections}
    led = 0
    for claim in briefing.claims:
        lead = str(claim.lead).rstrip(".").lower()
        said = " ".join(str(quote.quote) for quote in claim.evidence) + str(claim.voice)
        led += bool(lead and claim.evidence) and lead not in said.lower() and lead not in titles
    return cut, twice, led


if __name__ == "__main__":
    main()
