"""Sentences of a source, what honestly follows from each, and what does not, held by the checks all at once."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.truth import Told, claim_of, hold

Case = tuple[str, list[str], list[str]]
"""A sentence, statements that follow from it, and lies."""


def held(cases: Sequence[Case]) -> list[Told]:
    """Return each statement with its fate; the sentences are one source, and each statement quotes its own.

    True or not, statements stay as near to their sentence as their rule allows: what `near-copy` says of it is left out.
    """
    statements = [
        Told(f"c{n}-{m}-{kind}", "c", [], claim_of(f"c{n}-{m}-{kind}", {"text": text, "quotes": [source]}, {}), is_honest=kind == 0)
        for n, (source, *texts) in enumerate(cases)
        for kind, several in enumerate(texts)
        for m, text in enumerate(several)
    ]  # fmt: skip
    hold("\n\n".join(source for source, _, _ in cases), statements, ("LY",))
    for one in statements:
        one.rules.pop("near-copy", None)
    return statements


def alarmed_at(told: Sequence[Told]) -> list[str]:
    """Return the honest statements that draw an error or a warning."""
    return [one.claim.text for one in told if one.is_honest and one.fate != "silent"]


def missed(told: Sequence[Told]) -> list[str]:
    """Return the lies that draw neither."""
    return [one.claim.text for one in told if not one.is_honest and one.fate == "silent"]


def for_a_look(told: Sequence[Told]) -> list[str]:
    """Return the lies that draw neither, but for which a rule gives a reason for a look."""
    return [
        one.claim.text
        for one in told
        if not one.is_honest and one.fate == "silent" and is_listed(one)
    ]


_OF_NO_RULE = (
    "near-copy: ",
    "left out: ",
    "short: ",
    "no figure: ",
    "new words: ",
    "few clauses: ",
)


def is_listed(one: Told) -> bool:
    """Tell whether a rule gives a reason for a look at a statement."""
    return any(not reason.startswith(_OF_NO_RULE) for reason in one.reasons)
