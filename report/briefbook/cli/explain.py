"""The command `explain`: what a rule holds, what it says, and what to do then."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from briefbook.checks.catalogue import Example, rules
from briefbook.errors import WrongUse


def explain_command(options: argparse.Namespace) -> int:
    """Print a rule with an example that fails and one that passes; return 0."""
    known = {rule.id: rule for rule in rules()}
    known |= {rule.was: rule for rule in rules() if rule.was}
    rule = known.get(options.rule)
    if rule is None:
        near = get_close_matches(options.rule, known, n=3, cutoff=0.5)
        hint = f"did you mean {', or '.join(near)}?" if near else "docs/checks.md lists them"
        raise WrongUse(f"there is no rule “{options.rule}”", hint=hint)
    print(f"{rule.id} ({rule.severity}): {rule.holds}.")
    if rule.was:
        print(f"  formerly {rule.was}")
    print(f"  says    {rule.says}")
    print(f"  do      {rule.answer}")
    for name, example in (("fails", rule.fails), ("passes", rule.passes)):
        if example:
            for line in _lines(example):
                print(f"  {name:<7} {line}")
                name = ""  # noqa: PLW2901  the first line alone is named
    return 0


def _lines(example: Example) -> list[str]:
    if example.replace:
        return [f"… {line}" for line in example.by.splitlines()]
    quote = [f"quote: “{example.quote}”"] if example.quote else []
    return [f"text: “{example.text}”", *quote]
