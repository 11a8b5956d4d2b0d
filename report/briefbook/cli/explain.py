"""`briefbook check --explain`: the values that were derived from the quotes."""

from __future__ import annotations

from briefbook.evidence.derivations import derivations_of
from briefbook.evidence.resolve import ResolvedBriefing


def print_derivations(resolved: ResolvedBriefing) -> None:
    """Print each derived value with what it follows from."""
    for assertion in resolved.assertions:
        if not assertion.is_name:
            for derivation in derivations_of(assertion):
                print(f"{assertion.name}: {derivation}")
