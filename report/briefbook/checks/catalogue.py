"""The catalogue of rules: name, severity, what each holds, and an example that fails and one that passes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Example:
    """A statement with its quote, or a change of the example's model."""

    text: str = ""
    quote: str = ""
    kind: str = "reported"
    voice: str = ""
    computed: dict[str, str] = field(default_factory=dict)
    replace: str = ""
    """Words of the example's briefing.yaml …"""
    by: str = ""
    """… and what stands there instead."""


@dataclass(frozen=True)
class Rule:
    """A rule of `check` or `verify`."""

    id: str
    group: str
    severity: str
    """`error`, `warning`, or `both`."""
    holds: str
    """What is true where the rule is silent."""
    says: str
    """A message of it."""
    answer: str
    """What an author does then."""
    was: str = ""
    """The name that it had before format 2."""
    fails: Example | None = None
    passes: Example | None = None


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule in the order of the documentation."""
    text = files("briefbook.checks").joinpath("rules.toml").read_text(encoding="utf-8")
    return tuple(map(_rule, tomllib.loads(text)["rule"]))


def _rule(entry: dict[str, Any]) -> Rule:
    examples: dict[str, Any] = {
        key: Example(**entry.pop(key)) for key in ("fails", "passes") if key in entry
    }
    return Rule(**entry, **examples)


_INTRODUCTION = """# What is checked

Every problem has the name of its rule (`rule` in `--format json`, the title of an annotation in `--format github`), its place as `file:line:column`, the statement, what is not supported, and the nearest thing in the source that is. Errors stop a build; warnings are for a person to read, and a briefing may be built with them. Nothing is repaired and no rule can be switched off: what a statement says is changed, or what supports it.

What the rules catch and what they miss is measured: [mutations.md](mutations.md). This page is made from `report/briefbook/checks/rules.toml`, whose examples are run by the tests."""


def page() -> str:
    """Return the documentation's page of all rules, in Markdown."""
    lines = [_INTRODUCTION]
    group = ""
    for rule in rules():
        if rule.group != group:
            group = rule.group
            lines += [
                "",
                f"## {group}",
                "",
                "| rule | severity | holds | example | answer |",
                "|---|---|---|---|---|",
            ]
        was = f" (was `{rule.was}`)" if rule.was else ""
        cells = (f"`{rule.id}`{was}", rule.severity, rule.holds, rule.says, rule.answer)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def former_name(rule: str) -> str:
    """Return the name that a rule had before, for those who filter by it; empty for none."""
    return _former().get(rule, "")


@cache
def _former() -> dict[str, str]:
    return {rule.id: rule.was for rule in rules() if rule.was}
