"""The comment at the head of a draft's file: what it is, how it came about, what to do next."""

from __future__ import annotations

from briefbook.draft.corpus import Text
from briefbook.draft.findings import Findings


def header(found: Findings, name: str) -> tuple[str, ...]:
    """Return the lines of the comment, without their marks."""
    body = len(found.material.sentences)
    kept = sum(len(part.sentences) for part in found.plan.parts)
    return (
        "A draft, made by rule from the source; nobody has read it yet. It checks and builds as it",
        f"is, and says DRAFT everywhere. Of {body:,} sentences of running text it keeps {kept}.",
        "",
        "Statements are the source’s own sentences. Sections, kinds, events and sums are a rule’s",
        "reading: `# review:` marks what the rule could not settle. A briefing it becomes by hand:",
        "",
        "  1. Write `bottom_line`, then choose and lead the `key_points`.",
        "  2. Say each claim in your own words in `text` and `short`; keep its `evidence`.",
        "  3. Settle kinds, voices, dates, sums; join what is told twice; drop what says nothing.",
        "  4. Say findings in the headlines and the takeaways.",
        "  5. Set `edition`, describe the sources, and change `status` to edited. From then on",
        "     `briefbook check` refuses sentences that are still the source’s.",
        "",
        f"  briefbook check {name}      briefbook check {name} --sentences",
        f"  briefbook build {name}",
        "",
        *(line for entry in found.material.texts for line in _origin(entry)),
    )


def _origin(text: Text) -> tuple[str, ...]:
    read = text.read
    said = f"{text.file} was read from {text.origin} ({read.format})"
    return (f"{said}, whose SHA-256 is", f"  {read.file_sha256}") if read.file_sha256 else (said,)
